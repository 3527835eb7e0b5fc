"""What the values room compiles out of a language's `values` table, once a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang.types import Language
from silang.values.numerals import Numerals
from silang.values.timing import Timing, alternation, timing

__all__ = ["PERSON", "ROMAN", "Grammar", "Phrases", "grammar"]


class Phrases(dict[tuple[str, ...], str]):
    """Values by phrases, which are tuples of words; `heads` are the words that they begin with."""

    def __init__(self, entries: Mapping[tuple[str, ...], str]) -> None:
        super().__init__(entries)
        self.heads = frozenset(words[0] for words in self if words)


PERSON = "person"
"""The unit of people."""
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}
_BOUNDS = ("about", "atleast", "atmost")
_TOKEN = re.compile(r"[^\W\d_]\w*(?:[-'’][^\W_]\w*)*|\d+|[^\w\s]")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Everything that the readers of values look up, for one language. Keys are small letters, phrases tuples of words."""

    numerals: Numerals
    vague: dict[str, tuple[int, int]]
    """Words such as "hundreds", and the least and the most they stand for."""
    collective: dict[str, int]
    """Words such as "both"."""
    signs: Mapping[str, frozenset[str]]
    """What stands between the ends of a range and the like: `to`, `and`, `between`, `plus_minus`, `becomes`, `fractions`."""
    bounds: Phrases
    bounds_after: Phrases
    money_before: re.Pattern[str]
    money_codes: dict[str, str]
    money_starts: frozenset[str]
    money_after: Phrases
    coarse: frozenset[str]
    short_scales: dict[str, float]
    percent: Phrases
    measures: Phrases
    single: dict[str, str]
    prefixed: dict[str, str]
    counted: Phrases
    classifiers: frozenset[str]
    words: Mapping[str, frozenset[str]]
    """Sets of words by the name they have in the table."""
    idioms: frozenset[tuple[str, ...]]
    same: Phrases
    """Ends of what is counted that mean the same, and how it is said."""
    harms: Mapping[str, str]
    """Verbs before a number of people, and what becomes of them."""
    acts: Mapping[str, str]
    """Verbs before an amount, and what it is of."""
    verbs: tuple[tuple[str, ...], tuple[str, ...]]
    """How verbs begin and end."""
    age: str
    """What the number of somebody's years is of."""
    age_in_commas: bool
    """Whether a number between commas after a name is an age: "Smith, 45, said"."""
    timing: Timing
    triggers: frozenset[str]
    """The words at which a value can begin, digits apart."""


@cache
def grammar(language: Language) -> Grammar:
    """The compiled grammar of values of a language; empty where its tables say nothing."""
    table: Mapping[str, Any] = language.tables.get("values", {})
    numbers, bounds, money, words = (dict(table.get(name, {})) for name in ("numbers", "bounds", "money", "words"))
    numerals, timed = Numerals.of(numbers), timing(language)
    before, counted = dict(money.get("before", {})), dict(table.get("counted", {}))
    classifiers = frozenset(counted.pop("classifiers", ()))
    vague = {word: (low, high) for word, (low, high) in numbers.get("vague", {}).items()}
    single, prefixed = dict(table.get("single", {})), dict(table.get("prefixed", {}))
    collective = dict(numbers.get("collective", {}))
    starts = frozenset(_split(word)[0] for word in before)
    return Grammar(
        numerals=numerals,
        vague=vague,
        collective=collective,
        signs=_sets(numbers),
        bounds=Phrases({_split(phrase): name for name in _BOUNDS for phrase in bounds.get(name, ())}),
        bounds_after=Phrases({_split(phrase): name for name in _BOUNDS for phrase in bounds.get(f"after_{name}", ())}),
        money_before=re.compile(rf"({alternation(before)})\.?\s{{0,2}}(?=\d)"),
        money_codes={word.casefold(): code for word, code in before.items()},
        money_starts=starts,
        money_after=_phrases(money.get("after", {})),
        coarse=frozenset(money.get("coarse", ())),
        short_scales={word: float(value) for word, value in numbers.get("short_scales", {}).items()},
        percent=_phrases(table.get("percent", {}).get("words", {})),
        measures=_inverted(table.get("measures", {})),
        single=single,
        prefixed=prefixed,
        counted=_inverted(counted),
        classifiers=classifiers,
        words=_sets(words),
        idioms=frozenset(tuple(phrase.split()) for phrase in words.get("idioms", ())),
        same=_phrases(table.get("same", {})),
        harms=dict(table.get("harms", {})),
        acts=dict(table.get("acts", {})),
        verbs=(tuple(words.get("verb_starts", ())), tuple(words.get("verb_ends", ()))),
        age=str(table.get("age", "")),
        age_in_commas=bool(table.get("age_in_commas", False)),
        timing=timed,
        triggers=frozenset(
            {
                *numerals.words,
                *vague,
                *collective,
                *starts,
                *single,
                *prefixed,
                *timed.triggers,
                *words.get("one_of_people", ()),
                *(ROMAN if "roman_units" in words else ()),
            }
        ),
    )


def _split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokeniser cuts them."""
    return tuple(_TOKEN.findall(phrase.casefold()))


def _phrases(table: Mapping[str, str]) -> Phrases:
    return Phrases({_split(phrase): value for phrase, value in table.items()})


def _inverted(table: Mapping[str, Iterable[str]]) -> Phrases:
    return Phrases({_split(phrase): name for name, phrases in table.items() for phrase in phrases})


def _sets(table: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """The lists of a table as sets; an empty one for a name it does not have."""
    return defaultdict(frozenset[str], {name: frozenset(found) for name, found in table.items() if isinstance(found, list)})
