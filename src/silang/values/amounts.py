"""Amounts in the tokens of a sentence: one number or a range, with the scale words that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from silang.types import Sentence
from silang.values.grammar import Grammar, Phrases
from silang.values.numerals import Number, plain

__all__ = ["Amount", "Amounts"]

_LONGEST = 4
_YEARS = 1900


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or the two ends of a range, that ends before token `last`.

    `spelled` in words, `scaled` by a word such as "million", `grouped` by a separator of thousands; `unit` is a percent
    sign that stood between the ends of a range.
    """

    low: Number
    high: Number | None
    last: int
    spelled: bool = False
    scaled: bool = False
    grouped: bool = False
    unit: str = ""

    @property
    def value(self) -> Number | tuple[float, float]:
        return self.low if self.high is None else (self.low, self.high)


class Amounts:
    """The tokens of one sentence, read as numbers."""

    def __init__(self, text: str, sentence: Sentence, lows: list[str], grammar: Grammar) -> None:
        self.text, self.sentence, self.lows, self.grammar = text, sentence, lows, grammar
        self.words = sentence.words

    def phrase(self, table: Phrases, i: int) -> tuple[str, int]:
        """The value of the longest phrase of a table that stands here, and where it ends; "" and i where none does."""
        if self.word(i) not in table.heads:
            return "", i
        for width in range(min(_LONGEST, len(self.lows) - i), 0, -1):
            found = table.get(tuple(self.lows[i : i + width]))
            if found is not None:
                return found, i + width
        return "", i

    def word(self, i: int) -> str:
        """The word here in small letters, "" outside the sentence."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def token_at(self, offset: int, i: int) -> int:
        """The first token from i on that begins at an offset or after it."""
        while i < len(self.words) and self.sentence.starts[i] < offset:
            i += 1
        return i

    def one(self, i: int) -> Amount | None:
        """A single number with its scale, or a vague one ("hundreds of") as a range."""
        low, numerals = self.word(i), self.grammar.numerals
        if not low:
            return None
        if low in self.grammar.vague:
            return self._vague(i)
        if low[0].isdigit():
            value = numerals.digits(low)
            return None if value is None else self._scaled(Amount(value, None, i + 1, grouped=numerals.group in low))
        spelled = numerals.spelled(self.lows, i)
        if spelled is None or self.word(spelled[1]) in self.grammar.signs["fractions"]:
            return None
        return Amount(spelled[0], None, self.echo(spelled[1]), True, self.lows[spelled[1] - 1] in numerals.scales)

    def amount(self, i: int) -> Amount | None:
        """A number or a range of numbers: "5-7", "4,7% to 5,5%", "between 5 and 10", "2,5 ± 1"."""
        first = self.one(i)
        if first is None or first.high is not None:
            return first
        width = self._plus_minus(first.last)
        if width:
            second = self.one(first.last + width)
            if second:
                low, high = plain(first.low - second.low), plain(first.low + second.low)
                return Amount(low, high, second.last, first.spelled, second.scaled)
        unit, joint = self.phrase(self.grammar.percent, first.last)
        if self.word(joint) in self.grammar.signs["to"] or (
            self.word(joint) in self.grammar.signs["and"] and self._opened(first.last)
        ):
            second = self.one(self._past_currency(joint + 1))
            alike = second and (not unit or self.phrase(self.grammar.percent, second.last)[0] == unit)
            if second and alike and second.high is None and self._is_range(first, second, joint):
                return self._joined(first, second, unit)
        return first

    def lettered(self, i: int) -> Amount | None:
        """An amount whose scale is a letter glued to it: "2,37T"."""
        scale = self.grammar.short_scales.get(self.words[i][-1]) if i < len(self.words) else None
        value = None if scale is None else self.grammar.numerals.digits(self.lows[i][:-1])
        return None if value is None or scale is None else Amount(plain(value * scale), None, i + 1, scaled=True)

    def factor(self, amount: Amount) -> float:
        """The product of the scale words at the end of an amount."""
        factors, i = [1.0], amount.last - 1
        while self.word(i) in self.grammar.numerals.scales:
            factors.append(self.grammar.numerals.scales[self.lows[i]])
            i -= 1
        return prod(factors)

    def is_rough(self, i: int) -> bool:
        """Whether an ending stands here that makes the number before it a rough one: "2.000-an"."""
        return self.word(i) == "-" and self.word(i + 1) in self.grammar.signs["rough"]

    def echo(self, i: int) -> int:
        """Past a bracket that says the number again: "3 (tiga)"."""
        if self.word(i) == "(":
            if self.word(i + 2) == ")" and self.word(i + 1).isdigit():
                return i + 3
            spelled = self.grammar.numerals.spelled(self.lows, i + 1)
            if spelled and self.word(spelled[1]) == ")":
                return spelled[1] + 1
        return i

    def _vague(self, i: int) -> Amount:
        bottom, top = self.grammar.vague[self.lows[i]]
        scale = self.grammar.numerals.scales.get(self.word(i + 1))
        if scale is None:
            return Amount(bottom, top, i + 1, True)
        return Amount(bottom * int(scale), (top + 1) * int(scale) - 1, i + 2, True, True)

    def _scaled(self, amount: Amount) -> Amount:
        """The amount times the scale words after it, which may stand in brackets, over a number repeated in words."""
        i, value, scales = self.echo(amount.last), float(amount.low), self.grammar.numerals.scales
        if self.word(i) == "(" and self.word(i + 1) in scales and self.word(i + 2) == ")":
            return Amount(plain(value * scales[self.lows[i + 1]]), None, i + 3, False, True)
        scaled = False
        while self.word(i) in scales:
            value, i, scaled = value * scales[self.lows[i]], i + 1, True
        i += 2 * self.is_rough(i)
        return Amount(plain(value), None, i, False, scaled, amount.grouped)

    def _joined(self, first: Amount, second: Amount, unit: str) -> Amount:
        low = first.low
        if second.scaled and not first.scaled and low * self.factor(second) <= second.low:
            low = plain(low * self.factor(second))
        return Amount(low, second.low, second.last, first.spelled, second.scaled, first.grouped or second.grouped, unit)

    def _is_range(self, first: Amount, second: Amount, joint: int) -> bool:
        word = self.lows[joint]
        low = first.low * (self.factor(second) if second.scaled and not first.scaled else 1)
        if low >= second.low or (word.isalpha() and first.spelled != second.spelled and second.low > _YEARS):
            return False
        return word not in self.grammar.words["either"] or second.low - first.low <= max(first.low, 2)

    def _opened(self, last: int) -> bool:
        """Whether a word such as "between" stands before the amount that ends here."""
        return any(self.lows[k] in self.grammar.signs["between"] for k in range(max(0, last - 4), last))

    def _plus_minus(self, i: int) -> int:
        """How many tokens a plus-minus takes here."""
        signs, word = self.grammar.signs["plus_minus"], self.word(i)
        if not any(sign.startswith(word) for sign in signs):
            return 0
        return next((n for n in (3, 2, 1) if signs & {"".join(self.lows[i : i + n]), " ".join(self.lows[i : i + n])}), 0)

    def _past_currency(self, i: int) -> int:
        if self.word(i) in self.grammar.money_starts:
            match = self.grammar.money_before.match(self.text, self.sentence.starts[i])
            if match:
                return self.token_at(match.end(), i)
        return i
