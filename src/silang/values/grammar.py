"""What the values room compiles out of a language's `values` and `times` tables, once a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang.types import Language
from silang.values.numerals import Numerals

__all__ = ["ROMAN", "Grammar", "Rule", "grammar"]

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}
_PLACE = re.compile(r"<(\w+)>")
_FIXED = {
    "day": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)",
    "mon": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:1[5-9]|20)\d{2}(?!\d)",
    "anyyear": r"\d{2,5}(?!\d)",
    "short": r"\d{2}(?!\d)",
}


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way to put a time: a pattern, what it means, and the numbers that the meaning takes."""

    means: str
    pattern: re.Pattern[str]
    way: int | None
    unit: str
    by: int
    from_last: bool
    loose: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Everything that the readers of values look up, for one language. Keys are in small letters."""

    numerals: Numerals
    vague: dict[str, tuple[int, int]]
    fractions: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    joint: frozenset[str]
    plus_minus: frozenset[str]
    becomes: frozenset[str]
    bounds: dict[tuple[str, ...], str]
    bounds_after: dict[tuple[str, ...], str]
    money_before: re.Pattern[str]
    money_codes: dict[str, str]
    money_starts: frozenset[str]
    money_after: dict[tuple[str, ...], str]
    coarse: frozenset[str]
    short_scales: dict[str, float]
    percent: dict[tuple[str, ...], str]
    measures: dict[tuple[str, ...], str]
    single: dict[str, str]
    compound: dict[str, tuple[str, int]]
    """Units of time to the smaller one that may follow, and how many of it they have."""
    collective: dict[str, int]
    prefixed: dict[str, str]
    age: str
    """What the number of somebody's years is of."""
    classifiers: frozenset[str]
    person: str
    """The unit of people."""
    counted: dict[tuple[str, ...], str]
    words: Mapping[str, frozenset[str]]
    idioms: frozenset[tuple[str, ...]]
    verb_starts: tuple[str, ...]
    verb_ends: tuple[str, ...]
    age_in_commas: bool
    """Whether a number between commas after a name is an age: "Smith, 45, said"."""
    weekdays: dict[str, int]
    months: dict[str, int]
    shared_weekdays: frozenset[str]
    units: dict[str, str]
    parts: dict[str, str]
    ranks: dict[str, int]
    zones: dict[str, str]
    rules: Mapping[str, tuple[Rule, ...]]
    """Rules by the first word they can begin with; under "0" those that begin with a digit."""
    triggers: frozenset[str]
    """The words at which a value can begin, digits apart."""
    clock: re.Pattern[str]
    clock_words: frozenset[str]
    clock_joint: re.Pattern[str]
    day_joint: re.Pattern[str]


@cache
def grammar(language: Language) -> Grammar:
    """The compiled grammar of values of a language; empty where its tables say nothing."""
    table: Mapping[str, Any] = language.tables.get("values", {})
    times: Mapping[str, Any] = language.tables.get("times", {})
    numbers = dict(table.get("numbers", {}))
    numerals = Numerals.of(numbers)
    bounds, money, counted = (dict(table.get(name, {})) for name in ("bounds", "money", "counted"))
    words = defaultdict(frozenset[str], {name: frozenset(found) for name, found in table.get("words", {}).items()})
    calendar = dict(times.get("calendar", {}))
    weekdays, months = _names(calendar)
    places = _places(calendar, numerals, weekdays, months)
    before = dict(money.get("before", {}))
    rules = _rules(times.get("times", ()), places, calendar, numerals, weekdays, months)
    starts = frozenset(_split(word)[0] for word in before)
    single, prefixed, vague = (dict(found) for found in (table.get("single", {}), table.get("prefixed", {}), numbers.get("vague", {})))
    collective, clock_words = dict(numbers.get("collective", {})), frozenset(calendar.get("clock_words", ()))
    return Grammar(
        numerals=numerals,
        vague={word: (low, high) for word, (low, high) in vague.items()},
        fractions=frozenset(numbers.get("fractions", ())),
        to=frozenset(numbers.get("to", ())),
        between=frozenset(numbers.get("between", ())),
        joint=frozenset(numbers.get("and", ())),
        plus_minus=frozenset(numbers.get("plus_minus", ())),
        becomes=frozenset(numbers.get("becomes", ())),
        bounds={_split(phrase): name for name in ("about", "atleast", "atmost") for phrase in bounds.get(name, ())},
        bounds_after={_split(phrase): name for name in ("about", "atleast", "atmost") for phrase in bounds.get(f"after_{name}", ())},
        money_before=re.compile(rf"({_alternation(before)})\.?\s{{0,2}}(?=[\d])") if before else re.compile(r"(?!)"),
        money_codes={word.casefold(): code for word, code in before.items()},
        money_starts=starts,
        money_after=_phrases(money.get("after", {})),
        coarse=frozenset(money.get("coarse", ())),
        short_scales={word: float(value) for word, value in numbers.get("short_scales", {}).items()},
        percent=_phrases(table.get("percent", {}).get("words", {})),
        measures=_phrases({word: unit for unit, found in table.get("measures", {}).items() for word in found}),
        single=single,
        compound={"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)},
        collective=collective,
        prefixed=prefixed,
        age=str(table.get("age", "")),
        classifiers=frozenset(counted.pop("classifiers", ())),
        person="person",
        counted=_phrases({word: unit for unit, found in counted.items() for word in found}),
        words=words,
        idioms=frozenset(tuple(phrase.split()) for phrase in table.get("words", {}).get("idioms", ())),
        verb_starts=tuple(table.get("words", {}).get("verb_starts", ())),
        verb_ends=tuple(table.get("words", {}).get("verb_ends", ())),
        age_in_commas=bool(table.get("age_in_commas", False)),
        weekdays=weekdays,
        months=months,
        shared_weekdays=frozenset(calendar.get("shared_weekdays", ())),
        units={**calendar.get("units", {}), **calendar.get("singles", {})},
        parts=dict(calendar.get("parts", {})),
        ranks=dict(calendar.get("ranks", {})),
        zones=dict(calendar.get("zones", {})),
        rules=rules,
        triggers=frozenset().union(
            rules, starts, single, prefixed, vague, collective, clock_words, numerals.words, ROMAN if words["roman_units"] else ()
        ),
        clock=_clock(calendar, places),
        clock_words=clock_words,
        clock_joint=_joint(str(calendar.get("clock_from_day", "(?!)"))),
        day_joint=_joint(str(calendar.get("day_from_clock", "(?!)"))),
    )


def _split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokeniser cuts them."""
    return tuple(re.findall(r"[^\W\d_]\w*(?:[-'’][^\W_]\w*)*|\d+|[^\w\s]", phrase.casefold()))


def _phrases(table: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {_split(phrase): value for phrase, value in table.items()}


def _alternation(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=lambda word: (-len(word), word)))


def _names(calendar: Mapping[str, Any]) -> tuple[dict[str, int], dict[str, int]]:
    """Weekdays (Monday is 0) and months (January is 1) by name, out of CLDR and the language's further spellings."""
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    if "locale" in calendar:
        from babel import localedata

        found = localedata.load(calendar["locale"])
        weekdays = {name.casefold(): number for number, name in found["days"]["format"]["wide"].items()}
        for width in ("abbreviated", "wide"):
            named = found["months"]["format"][width]
            months |= {name.casefold().rstrip("."): number for number, name in getattr(named, "items", lambda: named[1].items())()}
    return {**weekdays, **calendar.get("weekdays", {})}, {**months, **calendar.get("months", {})}


def _places(
    calendar: Mapping[str, Any], numerals: Numerals, weekdays: Mapping[str, int], months: Mapping[str, int]
) -> dict[str, str]:
    """The regular expression each <name> of a pattern stands for."""
    spelled = _alternation([*numerals.words, *numerals.add, *numerals.multiply, *numerals.half]) or "(?!)"
    number = rf"\d{{1,3}}(?:[.,]\d)?|(?:{spelled})(?:[\s-]{{1,3}}(?:{spelled})){{0,3}}"
    tables = {
        "weekday": weekdays,
        "month": months,
        "unit": calendar.get("units", {}),
        "single": calendar.get("singles", {}),
        "part": calendar.get("parts", {}),
        "rank": calendar.get("ranks", {}),
    }
    return _FIXED | {"n": rf"(?:{number})(?!\w)"} | {k: rf"(?:{_alternation(v) or '(?!)'})(?!\w)" for k, v in tables.items()}


def _compiled(pattern: str, places: Mapping[str, str]) -> re.Pattern[str]:
    seen: dict[str, int] = {}

    def place(match: re.Match[str]) -> str:
        name = match.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{seen[name] if seen[name] > 1 else ''}>{places[name]})"

    return re.compile(_PLACE.sub(place, pattern.replace(" ", r"\s{0,3}")), re.IGNORECASE)


def _rules(
    entries: Iterable[Mapping[str, Any]],
    places: Mapping[str, str],
    calendar: Mapping[str, Any],
    numerals: Numerals,
    weekdays: Mapping[str, int],
    months: Mapping[str, int],
) -> dict[str, tuple[Rule, ...]]:
    begins = {
        "weekday": [*weekdays],
        "month": [*months],
        "single": [*calendar.get("singles", {})],
        "n": ["0", *numerals.words, *numerals.half],
    }
    found: dict[str, list[Rule]] = {}
    for entry in entries:
        rule = Rule(
            entry["means"],
            _compiled(entry["pattern"], places),
            entry.get("way"),
            entry.get("unit", "day"),
            entry.get("by", 0),
            entry.get("anchor") == "last",
            entry.get("loose", False),
        )
        first = _PLACE.match(entry["pattern"])
        for word in entry.get("on") or begins.get(first.group(1) if first else "", ["0"]):
            found.setdefault(word.split()[0], []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _clock(calendar: Mapping[str, Any], places: Mapping[str, str]) -> re.Pattern[str]:
    """A time of day: after a clock word, or with minutes and a zone."""
    zones = _alternation(calendar.get("zones", {})) or "(?!)"
    time = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d){0,2}(?![.:,]?\d)"
    minutes = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?(?![.:,]?\d)"
    to = calendar.get("clock_to", "-")
    word = calendar.get("clock", "(?!)")
    half = calendar.get("half_hour") or "(?!)"
    part, blank = places["part"], r"\s{0,2}"
    suffix = calendar.get("clock_after", "(?!)")
    return re.compile(
        rf"(?:(?P<word>{word}){blank}(?P<half>{half})?{blank}(?P<a>{time})(?:-an)?"
        rf"(?:{blank}(?P<za>{zones}))?(?:{blank}{to}{blank}(?:{word}{blank})?(?P<b>{time}))?"
        rf"|(?P<a2>{minutes})(?:{blank}{to}{blank}(?P<b2>{minutes}))?(?={blank}(?:{zones}|{suffix}))"
        rf"|(?P<a3>{time})(?={blank}(?:{suffix})))"
        rf"(?:{blank}(?P<suffix>{suffix}))?(?:{blank}\(?(?P<z1>{zones})(?!\w)\)?)?(?:{blank}(?P<part>{part}))?(?:{blank}(?P<z2>{zones})(?!\w))?",
        re.IGNORECASE,
    )


def _joint(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{0,2}}(?:{words})){{0,3}}\s{{0,2}}", re.IGNORECASE)
