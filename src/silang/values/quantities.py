"""Numbers with what they are of: money, percents, measures, counts, scores and ranges of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from silang.types import Sentence, SlotKind
from silang.values import counted
from silang.values.grammar import ROMAN, Grammar
from silang.values.numerals import Number, plain

__all__ = ["Quantity", "Reader"]

Bound = Literal["", "about", "atleast", "atmost"]
_SCORE = re.compile(r"\d{1,3} ?[-–] ?\d{1,3}(?![\d.,]\d)")
_LONGEST_UNIT = 4
_AGES = range(1, 111)
_SMALL = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity between two tokens of its sentence (`last` is the one after it)."""

    kind: SlotKind
    first: int
    last: int
    value: int | float | str | tuple[float, float]
    unit: str = ""
    of: str = ""
    bound: Bound = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number or range read off the tokens from `first` to before `last`; `scaled` where a word such as "million" stood in it."""

    low: Number
    high: Number | None
    last: int
    spelled: bool = False
    scaled: bool = False
    grouped: bool = False
    vague: bool = False
    unit: str = ""

    @property
    def value(self) -> Number | tuple[float, float]:
        return self.low if self.high is None else (self.low, self.high)


class Reader:
    """Reads the quantities of one sentence. `scale` is that of the amount of money before, for one that lost its own."""

    def __init__(self, text: str, sentence: Sentence, lows: list[str], grammar: Grammar, scale: float = 1.0) -> None:
        self.text, self.sentence, self.lows, self.grammar = text, sentence, lows, grammar
        self.words = sentence.words
        self.scale = scale

    def at(self, i: int) -> Quantity | None:
        """The quantity that begins at this token, or None."""
        low = self.lows[i]
        if low in self.grammar.money_starts:
            found = self._money(i)
            if found:
                return found
        if low in self.grammar.single:
            return self._single(i)
        if low in self.grammar.prefixed and self.words[i][0].isalpha():
            return self._prefixed(i)
        if low in ROMAN and self.words[i].isupper():
            return self._roman(i)
        if low in self.grammar.collective:
            return self._collective(i)
        if low[0].isdigit() or low in self.grammar.numerals.words or low in self.grammar.vague:
            return self._number(i)
        return None

    # amounts

    def _one(self, i: int) -> _Amount | None:
        """A single number with its scale."""
        if i >= len(self.words):
            return None
        low, numerals = self.lows[i], self.grammar.numerals
        if low in self.grammar.vague:
            bottom, top = self.grammar.vague[low]
            if i + 1 < len(self.lows) and self.lows[i + 1] in numerals.scales:
                factor = int(numerals.scales[self.lows[i + 1]])
                return _Amount(bottom * factor, (top + 1) * factor - 1, i + 2, True, True, vague=True)
            return _Amount(bottom, top, i + 1, True, vague=True)
        if low[0].isdigit():
            value = numerals.digits(low)
            if value is None:
                return None
            return self._scaled(_Amount(value, None, i + 1, grouped=numerals.group in low))
        spelled = numerals.spelled(self.lows, i)
        if spelled is None or (spelled[1] < len(self.lows) and self.lows[spelled[1]] in self.grammar.fractions):
            return None
        return _Amount(spelled[0], None, spelled[1], True, self.lows[spelled[1] - 1] in numerals.scales)

    def _scaled(self, amount: _Amount) -> _Amount:
        """The amount times the scale words after it, over a number repeated in brackets or a scale in brackets."""
        i, value, scales = self._echo(amount.last), float(amount.low), self.grammar.numerals.scales
        scaled = False
        if i + 2 < len(self.lows) and self.words[i] == "(" and self.lows[i + 1] in scales and self.words[i + 2] == ")":
            return _Amount(plain(value * scales[self.lows[i + 1]]), None, i + 3, False, True)
        while i < len(self.lows) and self.lows[i] in scales:
            value, i, scaled = value * scales[self.lows[i]], i + 1, True
        return _Amount(plain(value), None, i, False, scaled, amount.grouped)

    def _echo(self, i: int) -> int:
        """Past a bracket that says the number again in words: "3 (tiga)"."""
        if i + 2 < len(self.words) and self.words[i] == "(":
            spelled = self.grammar.numerals.spelled(self.lows, i + 1)
            if spelled and spelled[1] < len(self.words) and self.words[spelled[1]] == ")":
                return spelled[1] + 1
        return i

    def _amount(self, i: int, currency: str = "") -> _Amount | None:
        """A number or a range of numbers."""
        first = self._one(i)
        if first is None or first.high is not None:
            return first
        i = first.last
        width = self._plus_minus(i)
        if width:
            second = self._one(i + width)
            if second:
                low, high = plain(first.low - second.low), plain(first.low + second.low)
                return _Amount(low, high, second.last, first.spelled, scaled=second.scaled)
        unit, j = self._phrase(self.grammar.percent, i)
        if j < len(self.lows) and (self.lows[j] in self.grammar.to or (self._opened(first, i) and self.lows[j] in self.grammar.joint)):
            second = self._one(self._past_currency(j + 1, currency))
            if second and second.high is None and self._is_range(first, second, j):
                return self._joined(first, second, unit)
        return first

    def _joined(self, first: _Amount, second: _Amount, unit: str) -> _Amount:
        low = first.low
        if second.scaled and not first.scaled and low < second.low:
            factor = self._factor(second)
            if low * factor <= second.low:
                low = plain(low * factor)
        return _Amount(low, second.low, second.last, first.spelled, second.scaled, first.grouped or second.grouped, unit=unit)

    def _factor(self, amount: _Amount) -> float:
        """The product of the scale words at the end of an amount."""
        factor, i = 1.0, amount.last - 1
        while i >= 0 and self.lows[i] in self.grammar.numerals.scales:
            factor *= self.grammar.numerals.scales[self.lows[i]]
            i -= 1
        return factor

    def _is_range(self, first: _Amount, second: _Amount, joint: int) -> bool:
        word = self.lows[joint]
        low = first.low * (self._factor(second) if second.scaled and not first.scaled else 1)
        if low >= second.low:
            return False
        if word.isalpha() and first.spelled != second.spelled:
            return False
        return word not in self.grammar.words["either"] or second.low - first.low <= max(first.low, 2)

    def _opened(self, first: _Amount, last: int) -> bool:
        """Whether a word such as "between" stands before the amount that ends here."""
        return any(self.lows[k] in self.grammar.between for k in range(max(0, last - 4), last))

    def _plus_minus(self, i: int) -> int:
        for width in (3, 2, 1):
            if "".join(self.lows[i : i + width]) in self.grammar.plus_minus or " ".join(self.lows[i : i + width]) in self.grammar.plus_minus:
                return width
        return 0

    def _past_currency(self, i: int, currency: str) -> int:
        if i < len(self.words) and self.lows[i] in self.grammar.money_starts:
            match = self.grammar.money_before.match(self.text, self.sentence.starts[i])
            if match:
                return self._token_at(match.end(), i)
        return i

    def _token_at(self, offset: int, i: int) -> int:
        while i < len(self.words) and self.sentence.starts[i] < offset:
            i += 1
        return i

    def _phrase(self, table: dict[tuple[str, ...], str], i: int) -> tuple[str, int]:
        """The value of the longest phrase of a table that stands here, and where it ends; "" and i where none does."""
        for width in range(min(_LONGEST_UNIT, len(self.lows) - i), 0, -1):
            found = table.get(tuple(self.lows[i : i + width]))
            if found is not None:
                return found, i + width
        return "", i

    # kinds

    def _money(self, i: int) -> Quantity | None:
        match = self.grammar.money_before.match(self.text, self.sentence.starts[i])
        if match is None:
            return None
        code = self.grammar.money_codes[match.group(1).casefold()]
        amount = self._amount(self._token_at(match.end(), i), code) or self._short(self._token_at(match.end(), i))
        if amount is None:
            return None
        value, last = amount.value, amount.last
        short = self.words[last] if last < len(self.words) else ""
        if not amount.scaled and short in self.grammar.short_scales and self.sentence.starts[last] - self.sentence.ends[last - 1] <= 1:
            value, last = _times(value, self.grammar.short_scales[short]), last + 1
        elif code in self.grammar.coarse and isinstance(value, float) and not amount.scaled and value < 1000 and self.scale > 1:
            value = plain(value * self.scale)
        elif amount.scaled:
            self.scale = self._factor(amount)
        return self._made("money", i, last, value, code)

    def _short(self, i: int) -> _Amount | None:
        """An amount whose scale is a letter glued to it: "2,37T"."""
        if i >= len(self.words) or self.words[i][-1] not in self.grammar.short_scales:
            return None
        value = self.grammar.numerals.digits(self.lows[i][:-1])
        if value is None:
            return None
        return _Amount(plain(value * self.grammar.short_scales[self.words[i][-1]]), None, i + 1, grouped=True)

    def _single(self, i: int) -> Quantity | None:
        """A duration of one, in one word."""
        before = self.lows[i - 1] if i else ""
        if before in self.grammar.words["not_before_single"] or (i > 1 and self.lows[i - 2] in self.grammar.words["not_before_single"]):
            return None
        return self._made("measure", i, i + 1, 1, self.grammar.single[self.lows[i]])

    def _collective(self, i: int) -> Quantity | None:
        """All of so many: "kedua negara". After a noun the word is an ordinal."""
        unit, after = self._phrase(self.grammar.counted, i + 1)
        if not unit or self._is_idiom(i) or (i and counted.is_noun(self.words[i - 1], self.lows[i - 1], self.grammar)):
            return None
        return self._made("number", i, after, self.grammar.collective[self.lows[i]], unit, self._of(i + 1, after))

    def _prefixed(self, i: int) -> Quantity | None:
        """A number that stands behind its unit: "magnitudo 4,8"."""
        unit, j = self.grammar.prefixed[self.lows[i]], i + 1
        if len(self.words[i]) == 1 and not self.words[i].isupper():
            return None
        if j + 2 < len(self.words) and self.words[j] == "(" and self.words[j + 2] == ")":
            j += 3
        if j >= len(self.words) or not self.words[j][0].isdigit():
            return None
        amount = self._amount(j)
        if amount is None or amount.scaled or (unit == "magnitude" and not 0 < amount.low < 11):
            return None
        if len(self.words[i]) == 1 and (isinstance(amount.low, int) or (i and self.words[i - 1][0].isupper() and self.words[i - 1][0].isalpha() and self.lows[i - 1] not in self.grammar.prefixed)):
            return None
        _, last = self._phrase(self.grammar.measures, amount.last)
        measured = self.grammar.measures.get(tuple(self.lows[amount.last : last]), unit) if last > amount.last else unit
        if measured != unit:
            return None
        return self._made("measure", i if unit == "magnitude" else j, last, amount.value, unit)

    def _roman(self, i: int) -> Quantity | None:
        """A grade in Roman numerals: "II - III MMI"."""
        low, high, j = ROMAN[self.lows[i]], None, i + 1
        if j + 1 < len(self.lows) and self.lows[j] in self.grammar.to and self.lows[j + 1] in ROMAN:
            high, j = ROMAN[self.lows[j + 1]], j + 2
        if j < len(self.lows) and self.lows[j] in self.grammar.words["roman_units"]:
            return Quantity("measure", i, j + 1, low if high is None else (low, high), self.words[j])
        return None

    def _number(self, i: int) -> Quantity | None:
        if self._is_code(i):
            return None
        score = self._score(i)
        if score:
            return score
        amount = self._amount(i)
        if amount is None:
            return None
        last = self._echo(amount.last)
        unit, end = (amount.unit, last) if amount.unit else ("", last)
        found, after = self._phrase(self.grammar.percent, last)
        if found or unit:
            return self._made("percent", i, after if found else end, amount.value, found or unit)
        code, after = self._phrase(self.grammar.money_after, last)
        if code and not (self.lows[last] == "won" and after == last + 1 and amount.low < 100):
            return self._made("money", i, after, amount.value, code)
        found, after = self._phrase(self.grammar.measures, last)
        if found and self._is_measure(amount, last, after):
            return self._made("measure", i, self._bracketed(after), amount.value, found)
        return self._count(i, amount, last)

    def _is_measure(self, amount: _Amount, last: int, after: int) -> bool:
        """Whether the unit after an amount is one: a unit of one or two letters takes digits, and a capital is a name."""
        word = self.words[last]
        if after == last + 1 and len(word) <= 2 and word.isalpha():
            return not amount.spelled and (word == word.lower() or len(word) > 1)
        return not (self.lows[last] in self.grammar.words["time_nouns"] and word[0].isupper() and amount.low > 31)

    def _bracketed(self, i: int) -> int:
        """Past a bracket with the short form of the unit: "terawatt hour (TWh)"."""
        if i + 2 < len(self.words) and self.words[i] == "(" and self.words[i + 2] == ")" and self.words[i + 1].isalpha():
            return i + 3
        return i

    def _count(self, i: int, amount: _Amount, last: int) -> Quantity | None:
        """A number of things; a bare number where nothing is named."""
        words, lows, grammar = self.words, self.lows, self.grammar
        if last < len(lows) and lows[last] in grammar.words["no_quantity"]:
            return None
        if last + 1 < len(lows) and lows[last] in grammar.words["fillers"] and counted.is_noun(words[last + 1], lows[last + 1], grammar):
            last += 1
        unit, after = self._phrase(grammar.counted, last)
        if amount.spelled and self._is_idiom(i):
            return None
        named = self._is_named(i)
        if unit:
            if named and words[last][0].isupper():
                return None
            return self._made("number", i, self._counted_end(after), amount.value, unit, self._of(last, after))
        if named:
            return None
        noun, end = counted.after(words, lows, last, grammar)
        if noun:
            if amount.spelled and amount.low == 1 and not amount.scaled:
                return None
            return self._made("number", i, self._counted_end(end), amount.value, lows[last], noun)
        if amount.spelled and not amount.scaled:
            return None
        plenty = amount.grouped or amount.scaled or amount.high is not None or amount.low >= _SMALL or not isinstance(amount.low, int)
        return self._made("number", i, last, amount.value, "") if plenty or self._is_told(i) else None

    def _counted_end(self, i: int) -> int:
        """Where the head of what is counted ends, with a short form in brackets."""
        return i

    def _of(self, noun: int, after: int) -> str:
        """What is counted: the phrase from the noun on, or past a word that only carries the number."""
        if self.lows[noun] in self.grammar.classifiers:
            phrase, _ = counted.after(self.words, self.lows, after, self.grammar)
            if phrase:
                return phrase
            return counted.before(self.words, self.lows, self._amount_start(noun), self.grammar) or self.lows[noun]
        return counted.after(self.words, self.lows, noun, self.grammar)[0] or " ".join(self.lows[noun:after])

    def _amount_start(self, i: int) -> int:
        i -= 1
        numerals = self.grammar.numerals
        while i > 0 and (self.lows[i - 1][0].isdigit() or self.lows[i - 1] in numerals.words or self.lows[i - 1] in numerals.scales):
            i -= 1
        return i

    def _score(self, i: int) -> Quantity | None:
        """A result such as 2-1 near a word of winning and losing."""
        lows = self.lows
        if not (lows[i].isdigit() and len(lows[i]) <= 2 and i + 2 < len(lows) and lows[i + 1] in "-–" and lows[i + 2].isdigit() and len(lows[i + 2]) <= 2):
            return None
        near = range(max(0, i - 6), min(len(lows), i + 7))
        told = any(lows[k] in self.grammar.words["scores"] for k in near)
        between = 0 < i and i + 3 < len(lows) and self.words[i - 1][0].isupper() and self.words[i + 3][0].isupper()
        if not told and not between:
            return None
        return Quantity("number", i, i + 3, f"{lows[i]}-{lows[i + 2]}", "score", "", "")

    # what a number is not

    def _is_code(self, i: int) -> bool:
        """Whether the digits are part of a name, a reference, an address or a list."""
        start, end = self.sentence.starts[i], self.sentence.ends[i]
        text = self.text
        before = text[start - 1] if start else " "
        if text[start].isdigit():
            if before in "#@_/\\" or (before in "-–." and start > 1 and text[start - 2].isalnum() and not text[start - 2].isdigit()):
                return True
            if end < len(text) and text[end].isupper() and not self._unit_after(i):
                return True
            if end < len(text) and text[end] in "/@_" or (before.isalpha() and i and self.lows[i - 1] not in self.grammar.prefixed):
                return before.isalpha() or (end + 1 < len(text) and text[end + 1].isalnum() and text[end] != "/")
            if i == 0 and i + 1 < len(self.words) and self.words[1] in ").":
                return True
        previous = self.lows[i - 1] if i else ""
        if previous == "." and i > 1:
            previous = self.lows[i - 2]
        if previous in self.grammar.words["not_after"]:
            return True
        return previous in self.grammar.words["labels"] and self._unit_after(i) not in ("percent", "measure")

    def _unit_after(self, i: int) -> str:
        amount = self._one(i)
        if amount is None:
            return ""
        if self._phrase(self.grammar.percent, amount.last)[0]:
            return "percent"
        if amount.last < len(self.lows) and self.lows[amount.last] in self.grammar.words["time_nouns"]:
            return "time"
        return "measure" if self._phrase(self.grammar.measures, amount.last)[0] else ""

    def _is_named(self, i: int) -> bool:
        """Whether the number goes with a name before it: "iPhone 16", "Atto 3"."""
        if not i or not self.words[i][0].isdigit():
            return False
        word = self.words[i - 1]
        if not word[0].isalpha() or not any(char.isupper() for char in word):
            return False
        return not (i == 1 and (self.lows[0] in self.grammar.words["stops"] or counted.is_verb(self.lows[0], self.grammar)))

    def _is_told(self, i: int) -> bool:
        """Whether a word before the number says that it is an amount."""
        return bool(i) and (self.lows[i - 1] in self.grammar.words["tellers"])

    def _is_idiom(self, i: int) -> bool:
        return any(tuple(self.lows[i : i + width]) in self.grammar.idioms for width in (3, 2, 1))

    # the rest of a slot

    def _made(self, kind: SlotKind, first: int, last: int, value: Number | tuple[float, float], unit: str, of: str | None = None) -> Quantity:
        if of is None:
            of = self._measured(first, last, unit)
        bound: str = self._bound(first, last)
        if not bound and self.lows[first] in self.grammar.vague:
            bound = "about"
        return Quantity(kind, first, last, value, unit, of, bound)  # type: ignore[arg-type]

    def _measured(self, first: int, last: int, unit: str) -> str:
        following, _ = counted.after(self.words, self.lows, last, self.grammar)
        head = following.split(" ")[0]
        if head and head in self.grammar.words["measured_after"]:
            return head
        return counted.before(self.words, self.lows, self._before_bounds(first), self.grammar) or following

    def _before_bounds(self, i: int) -> int:
        for width in (3, 2, 1):
            if i >= width and tuple(self.lows[i - width : i]) in self.grammar.bounds:
                return i - width
        return i

    def _bound(self, first: int, last: int) -> str:
        for width in (3, 2, 1):
            if first >= width:
                found = self.grammar.bounds.get(tuple(self.lows[first - width : first]))
                if found:
                    return found
        for width in (2, 1):
            found = self.grammar.bounds_after.get(tuple(self.lows[last : last + width]))
            if found:
                return found
        return ""


def _times(value: Number | tuple[float, float], factor: float) -> Number | tuple[float, float]:
    if isinstance(value, tuple):
        return (plain(value[0] * factor), plain(value[1] * factor))
    return plain(value * factor)
