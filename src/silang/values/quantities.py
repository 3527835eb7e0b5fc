"""Numbers with what they are of: money, percents, measures, counts and scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

from silang.types import Sentence, SlotKind
from silang.values import counted, people, refusals
from silang.values.amounts import Amount, Amounts
from silang.values.grammar import PERSON, ROMAN, Grammar
from silang.values.numerals import Number, plain, times

__all__ = ["Quantity", "Reader"]

Bound = Literal["", "about", "atleast", "atmost"]
Value = int | float | str | tuple[float, float]

_COMPOUND = {
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_SMALL = 10
_COARSEST = 1000
_STRONGEST = 11


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity between two tokens of its sentence (`last` is the one after it)."""

    kind: SlotKind
    first: int
    last: int
    value: Value
    unit: str = ""
    of: str = ""
    bound: Bound = ""
    note: str = ""


class Reader:
    """Reads the quantities of one sentence. `scale` is that of the amount of money before, for one that lost its own."""

    def __init__(self, text: str, sentence: Sentence, lows: list[str], grammar: Grammar, scale: float = 1.0) -> None:
        self.tokens = Amounts(text, sentence, lows, grammar)
        self.words, self.lows, self.grammar = sentence.words, lows, grammar
        self.scale = scale
        self.before: Quantity | None = None

    def at(self, i: int) -> Quantity | None:
        """The quantity that begins at this token, or None."""
        found = self._read(i)
        if found:
            self.before = found
        return found

    def _read(self, i: int) -> Quantity | None:
        low, grammar = self.lows[i], self.grammar
        if low in grammar.money_starts:
            found = self._money(i)
            if found:
                return found
        if low in grammar.single:
            return self._single(i)
        if low in grammar.prefixed:
            return self._prefixed(i)
        if low in ROMAN and self.words[i].isupper():
            return self._roman(i)
        if low in grammar.collective:
            return self._collective(i)
        if low in grammar.words["one_of_people"]:
            return self._one_of_people(i)
        if low[0].isdigit() or low in grammar.numerals.words or low in grammar.vague:
            return self._number(i)
        return None

    # money and measures

    def _money(self, i: int) -> Quantity | None:
        sentence, tokens = self.tokens.sentence, self.tokens
        match = self.grammar.money_before.match(tokens.text, sentence.starts[i])
        if match is None:
            return None
        code = self.grammar.money_codes[match.group(1).casefold()]
        at = tokens.token_at(match.end(), i)
        amount = tokens.amount(at) or tokens.lettered(at)
        if amount is None:
            return None
        value, last = amount.value, amount.last
        letter = self.words[last] if last < len(self.words) else ""
        if not amount.scaled and letter in self.grammar.short_scales and sentence.starts[last] - sentence.ends[last - 1] <= 1:
            value, last = times(value, self.grammar.short_scales[letter]), last + 1
        elif self._lost_scale(code, amount):
            value = times(value, self.scale)
        elif amount.scaled:
            self.scale = tokens.factor(amount)
        return self._made("money", i, last, value, code)

    def _lost_scale(self, code: str, amount: Amount) -> bool:
        """Whether an amount is too small and too exact for its currency."""
        return code in self.grammar.coarse and isinstance(amount.low, float) and not amount.scaled and amount.low < _COARSEST

    def _single(self, i: int) -> Quantity | None:
        """A duration of one, in one word."""
        if {self.tokens.word(i - 1), self.tokens.word(i - 2)} & self.grammar.words["not_before_single"]:
            return None
        return self._made("measure", i, i + 1, 1, self.grammar.single[self.lows[i]])

    def _prefixed(self, i: int) -> Quantity | None:
        """A number that stands behind its unit: "magnitudo 4,8", "berusia 24 tahun"."""
        unit, tokens, j = self.grammar.prefixed[self.lows[i]], self.tokens, i + 1
        letter = len(self.words[i]) == 1
        if tokens.word(j) == "(" and tokens.word(j + 2) == ")":
            j += 3
        if not tokens.word(j)[:1].isdigit() or (letter and not self.words[i].isupper()):
            return None
        amount = tokens.amount(j)
        if amount is None or amount.scaled or (letter and isinstance(amount.low, int)):
            return None
        measured, last = tokens.phrase(self.grammar.measures, amount.last)
        if measured and measured != unit:
            return None
        if unit == "year":
            return Quantity("measure", j, last, amount.value, unit, self.grammar.age, self._bound(j, last), "age")
        return self._made("measure", i, last, amount.value, unit) if 0 < amount.low < _STRONGEST else None

    def _roman(self, i: int) -> Quantity | None:
        """A grade in Roman numerals: "II - III MMI"."""
        tokens, low, high, j = self.tokens, ROMAN[self.lows[i]], None, i + 1
        if tokens.word(j) in self.grammar.signs["to"] and tokens.word(j + 1) in ROMAN:
            high, j = ROMAN[self.lows[j + 1]], j + 2
        if tokens.word(j) not in self.grammar.words["roman_units"]:
            return None
        return self._made("measure", i, j + 1, low if high is None else (low, high), self.words[j])

    # numbers by what follows them

    def _number(self, i: int) -> Quantity | None:
        if refusals.is_code(self.tokens, i) or refusals.is_lunar(self.tokens, i):
            return None
        score = self._score(i)
        if score:
            return score
        amount = self.tokens.amount(i)
        if amount is None:
            return None
        if refusals.is_paired(self.tokens, amount) or refusals.is_apart(self.tokens, i, amount):
            return None
        amount, i = self._signed(amount, i)
        last = self.tokens.echo(amount.last)
        kind, unit, end = self._unit(amount, last)
        if kind == "number":
            return self._count(i, amount, last, unit, end)
        if unit == "year" and (refusals.is_age(self.tokens, i, end) or self.lows[end - 1] in self.grammar.words["ages"]):
            return Quantity("measure", i, end, amount.value, unit, self.grammar.age, self._bound(i, end), "age")
        if kind == "measure" and unit in _COMPOUND:
            return self._compound(i, amount, unit, end)
        if kind:
            return self._made(kind, i, self._bracketed(end), amount.value, unit)
        if self.tokens.word(last) in self.grammar.signs["becomes"]:
            later = self.tokens.one(last + 1)
            kind, unit, _ = self._unit(later, later.last) if later else ("", "", 0)
            if kind and unit:
                return self._made(kind, i, last, amount.value, unit)
        return self._count(i, amount, last, "", last)

    def _signed(self, amount: Amount, i: int) -> tuple[Amount, int]:
        """The amount below nothing where a word or sign before it says so, and where it begins."""
        tokens, low = self.tokens, self.tokens.word(i - 1)
        if low not in self.grammar.signs["negative"] and not (low in {"-", "−"} and self._is_sign(i - 1)):
            return amount, i
        high = None if amount.high is None else -amount.low
        return replace(amount, low=-(amount.low if amount.high is None else amount.high), high=high), i - (
            not tokens.word(i - 1).isalpha()
        )

    def _is_sign(self, i: int) -> bool:
        """Whether a dash stands close before a number and apart from what is before it."""
        starts, ends = self.tokens.sentence.starts, self.tokens.sentence.ends
        return starts[i + 1] == ends[i] and i > 0 and starts[i] > ends[i - 1] and self.words[i - 1][-1].isalpha()

    def _compound(self, i: int, amount: Amount, unit: str, end: int) -> Quantity:
        """A duration in one unit or in two: "1 tahun 6 bulan" is a year and a half."""
        smaller, parts = _COMPOUND[unit]
        at = end + (self.tokens.word(end) in self.grammar.signs["and"])
        second = self.tokens.one(at) if amount.high is None else None
        if second and second.high is None and second.low < parts:
            found, last = self.tokens.phrase(self.grammar.measures, second.last)
            if found == smaller:
                return self._made("measure", i, last, plain(amount.low + second.low / parts), unit)
        return self._made("measure", i, end, amount.value, unit)

    def _unit(self, amount: Amount, last: int) -> tuple[SlotKind | Literal[""], str, int]:
        """The kind and the unit that the words after an amount give it, and where they end."""
        tokens, grammar = self.tokens, self.grammar
        if tokens.word(last) == "-" and not tokens.word(last + 1)[:1].isdigit():
            last += 1  # "a 30-metre drop"
        unit, end = tokens.phrase(grammar.percent, last)
        if unit or amount.unit:
            return "percent", unit or amount.unit, end
        unit, end = tokens.phrase(grammar.money_after, last)
        if unit and not (end == last + 1 and self.lows[last] in grammar.words["also_verbs"] and not amount.scaled):
            return "money", unit, end
        unit, end = tokens.phrase(grammar.measures, last)
        if unit and self._is_measure(amount, last, end):
            return "measure", unit, end
        unit, end = self._counted(last)
        return ("number", unit, end) if unit else ("", "", last)

    def _counted(self, i: int) -> tuple[str, int]:
        """The unit of the things named here, a possessive ending aside; "" and i where they are not known."""
        unit, end = self.tokens.phrase(self.grammar.counted, i)
        if not unit and i < len(self.lows):
            for ending in sorted(self.grammar.words["noun_ends"]):
                unit = unit or self.grammar.counted.get((self.lows[i].removesuffix(ending),), "")
            end = i + 1 if unit else i
        return unit, end

    def _is_measure(self, amount: Amount, last: int, end: int) -> bool:
        """Whether the unit after an amount is one: a unit of one or two letters takes digits, a capital may be a name."""
        word = self.words[last]
        if end == last + 1 and len(word) <= 2 and word.isalpha():
            return not amount.spelled and word != "M"
        return not (self.lows[last] in self.grammar.words["time_nouns"] and word[0].isupper() and amount.low > 31)

    def _bracketed(self, i: int) -> int:
        """Past a bracket with the short form of the unit: "terawatt hour (TWh)"."""
        tokens = self.tokens
        if tokens.word(i) == "(" and tokens.word(i + 2) == ")" and tokens.word(i + 1).isalpha():
            return i + 3
        return i

    # counts

    def _count(self, i: int, amount: Amount, last: int, unit: str, end: int) -> Quantity | None:
        """A number of things; a bare number where nothing is named."""
        words, tokens, grammar = self.words, self.tokens, self.grammar
        fate = people.fate(tokens, last) if last == amount.last and not unit else ""
        if fate and not refusals.is_named(tokens, i):
            return self._made("number", i, amount.last, amount.value, PERSON, people.alike(fate, grammar))
        if tokens.word(last) in grammar.words["no_quantity"] or (amount.spelled and refusals.is_idiom(tokens, i)):
            return None
        if refusals.is_age(tokens, i, last):
            return Quantity("measure", i, last, amount.value, "year", grammar.age, "", "age")
        if not unit:
            last = self._noun_at(last)
            unit, end = self._counted(last)
        named = refusals.is_named(tokens, i)
        if unit:
            refused = named and words[last][0].isupper()
            return None if refused else self._made("number", i, end, amount.value, unit, self._of(i, last, end, unit))
        harmed = people.harmed(tokens, self._unbounded(i))
        noun, end = counted.after(words, self.lows, last, grammar)
        if tokens.word(last) in grammar.timing.months and words[last][0].isupper():
            return None  # a day that comes back each year
        named = named or refusals.is_yearlike(amount) or (bool(noun) and self.words[i].istitle() and words[last].istitle())
        if harmed and not noun:
            return self._made("number", i, amount.last, amount.value, PERSON, harmed)
        if named or (amount.spelled and not amount.scaled and not self._is_meant(i, amount, noun)):
            return None
        if noun:
            return self._made("number", i, end, amount.value, self.lows[last], noun)
        return self._bare(i, amount)

    def _is_meant(self, i: int, amount: Amount, noun: str) -> bool:
        """Whether a number word counts: more than one of something, or told to be an amount or beside another."""
        one = amount.low == 1
        if noun and (not one or refusals.is_object(self.tokens, i)):
            return True
        between = self.lows[self.before.last : i] if self.before and self.before.kind == "number" else ["?"]
        beside = bool(between) and all(low in self.grammar.signs["and"] or low == "," for low in between)
        told = self.tokens.word(i - 1) in self.grammar.words["tellers_of_one" if one else "tellers"]
        denied = one and self.tokens.word(i - 2) in self.grammar.words["negators"]
        return (beside or (told and not denied)) if noun else (told and not one)

    def _noun_at(self, last: int) -> int:
        """Past a word between the number and its noun, or the bracket that the noun stands in."""
        tokens, following = self.tokens, self.tokens.word(last + 1)
        if tokens.word(last) in self.grammar.words["fillers"] and following:
            return last + 1 if counted.is_noun(self.words[last + 1], following, self.grammar) else last
        if tokens.word(last) == "(" and tokens.word(last + 2) == ")" and self.words[last + 1].islower():
            return last + 1
        return last

    def _bare(self, i: int, amount: Amount) -> Quantity | None:
        """A number that names nothing: taken where it is large or told to be an amount, with the unit of the one before."""
        plenty = amount.grouped or amount.scaled or amount.high is not None or amount.low >= _SMALL
        told = self.tokens.word(i - 1) in self.grammar.words["tellers"]
        if not (plenty or told or isinstance(amount.low, float)) or (refusals.is_yearlike(amount) and not told):
            return None
        among = self.tokens.word(amount.last + 1) in self.grammar.words["among"]
        return self._made("number", i, amount.last, amount.value, "", "" if among else None)

    def _collective(self, i: int) -> Quantity | None:
        """All of so many: "kedua negara". After a noun the word is an ordinal."""
        unit, end = self._counted(i + 1)
        if (
            not unit
            or refusals.is_idiom(self.tokens, i)
            or (
                i
                and counted.is_noun(self.words[i - 1], self.lows[i - 1], self.grammar)
                and not people.is_act(self.tokens, i - 1)
            )
        ):
            return None
        return self._made("number", i, end, self.grammar.collective[self.lows[i]], unit, self._of(i, i + 1, end, unit))

    def _one_of_people(self, i: int) -> Quantity | None:
        """Somebody who is counted with those hurt or dead: "seorang warga tewas"."""
        noun, end = counted.after(self.words, self.lows, i + 1, self.grammar)
        of = people.counted_as(self.tokens, noun, end, people.harmed(self.tokens, i)) if noun else ""
        told = of != noun or people.is_fate(of, self.grammar)
        return self._made("number", i, max(end, i + 1), 1, PERSON, of) if of and told else None

    def _score(self, i: int) -> Quantity | None:
        """A result such as 2-1 near a word of winning and losing, or between two names."""
        word = self.tokens.word
        if not (word(i).isdigit() and word(i + 2).isdigit() and word(i + 1) in {"-", "–"} and len(word(i) + word(i + 2)) <= 4):
            return None
        told = any(low in self.grammar.words["scores"] for low in self.lows[max(0, i - 6) : i + 7])
        names = 0 < i < len(self.words) - 3 and self.words[i - 1][0].isupper() and self.words[i + 3][0].isupper()
        return Quantity("number", i, i + 3, f"{word(i)}-{word(i + 2)}", "score") if told or names else None

    # what it is of, and how exact

    def _of(self, first: int, noun: int, end: int, unit: str) -> str:
        """What is counted: the phrase from the noun on, or past a word that only carries the number; people by their fate."""
        at, grammar = self._unbounded(first), self.grammar
        carried = self.lows[noun] in grammar.classifiers
        phrase, last = counted.after(self.words, self.lows, end if carried else noun, grammar)
        if unit == PERSON:
            harmed = people.harmed(self.tokens, at)
            told = people.counted_as(self.tokens, phrase or self.lows[noun], max(last, end), harmed)
            if told != (phrase or self.lows[noun]):
                return told
        if phrase or not carried:
            return phrase or " ".join(self.lows[noun:end])
        phrase = counted.before(self.words, self.lows, at, grammar, over_active=False)
        if unit == PERSON and phrase and people.is_name(self.tokens, phrase, at):
            phrase = ""
        phrase = people.fated(phrase, grammar) if unit == PERSON else phrase
        total = self.tokens.word(at - 1) in grammar.words["of_all"]
        return phrase or ("" if total else self._inherited("number", first)) or self.lows[noun]

    def _measured(self, kind: SlotKind, first: int, last: int, unit: str) -> str:
        """What is measured: a word after it that says so, the phrase before it or after it, or that of the value before."""
        following, _ = counted.after(self.words, self.lows, last, self.grammar)
        head = following.split(" ")[0]
        if head in self.grammar.words["measured_after"]:
            return people.alike(head, self.grammar)
        at = self._unbounded(first)
        of = people.act(self.tokens, at) or (counted.lasting(self.lows, at, self.grammar) if unit in _COMPOUND else "")
        of = of or counted.before(self.words, self.lows, at, self.grammar)
        return of or following or self._inherited(kind, first)

    def _inherited(self, kind: SlotKind, first: int) -> str:
        """What the value before is of, where this one goes on with it."""
        before = self.before
        moved = self.tokens.word(first - 1) in self.grammar.words["moved"]
        if before is None or not (moved or kind in {before.kind, "percent"}):
            return ""
        return before.of if counted.runs_on(self.lows, before.last, first, self.grammar) else ""

    def _unbounded(self, i: int) -> int:
        """Before the words that tell how exact the value is."""
        return next((i - n for n in (3, 2, 1) if i >= n and tuple(self.lows[i - n : i]) in self.grammar.bounds), i)

    def _bound(self, first: int, last: int) -> Bound:
        lows, bounds = self.lows, self.grammar.bounds
        found = next((bounds[key] for n in (3, 2, 1) if first >= n and (key := tuple(lows[first - n : first])) in bounds), "")
        if not found:
            after = self.grammar.bounds_after
            found = next((after[key] for n in (2, 1) if (key := tuple(lows[last : last + n])) in after), "")
            found = "" if found and counted.is_verb(self.tokens.word(last + 1), self.grammar) else found  # "76 percent rather"
        rough = any(low in self.grammar.vague or self.tokens.is_rough(k) for k, low in enumerate(lows[first:last], first))
        if not found and rough:
            found = "about"
        return cast(Bound, found)

    def _made(
        self, kind: SlotKind, first: int, last: int, value: Number | tuple[float, float], unit: str, of: str | None = None
    ) -> Quantity:
        made = Quantity(
            kind,
            first,
            last,
            value,
            unit,
            self._measured(kind, first, last, unit) if of is None else of,
            self._bound(first, last),
        )
        if kind == "number" and not unit and self.before and self.before.kind == "number" and made.of == self.before.of:
            return replace(made, unit=self.before.unit)
        return made
