"""What the values room compiles out of a language's `times` table: the rules by which times are put, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang.types import Language
from silang.values.numerals import Numerals

__all__ = ["Rule", "Timing", "alternation", "timing"]

_PLACE = re.compile(r"<(\w+)>")
_FIXED = {
    "day": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)",
    "mon": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "year": r"(?:1[5-9]|20)\d{2}(?!\d)",
    "anyyear": r"\d{2,5}(?!\d)",
    "short": r"\d{2}(?!\d)",
}
_TIME = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d){0,2}(?![.:,]?\d)"
_MINUTES = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?(?![.:,]?\d)"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way to put a time: a pattern, what it means, and the numbers that the meaning takes."""

    means: str
    pattern: str
    way: int | None
    unit: str
    by: int
    from_last: bool
    loose: bool


@dataclass(frozen=True, slots=True, eq=False)
class Timing:
    """The names of a language's calendar and the patterns that use them. Keys are in small letters."""

    numerals: Numerals
    weekdays: dict[str, int]
    months: dict[str, int]
    shared_weekdays: frozenset[str]
    units: dict[str, str]
    parts: dict[str, str]
    ranks: dict[str, int]
    zones: dict[str, str]
    rules: Mapping[str, tuple[Rule, ...]]
    """Rules by the first word they can begin with; under "0" those that begin with a digit."""
    clock: re.Pattern[str]
    clock_words: frozenset[str]
    clock_joint: re.Pattern[str]
    """What may stand between a day and its time of day."""
    day_joint: re.Pattern[str]
    part_after: re.Pattern[str]
    """A part of the day (`part`) that follows a day."""
    part_before: re.Pattern[str]
    triggers: frozenset[str]
    near: frozenset[str]
    """The names of months and of units of time."""

    def part(self, named: str | None) -> str:
        """Which part of the day a word or phrase names, "" for none."""
        return self.parts.get(re.sub(r"\s+", " ", named or "").casefold(), "")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of a rule, compiled when the first text asks for it: most reports need few of the rules."""
    return re.compile(pattern, re.IGNORECASE)


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first; one that never matches for none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) or "(?!)"


@cache
def timing(language: Language) -> Timing:
    """The compiled rules of times of a language; none where its tables say nothing."""
    table: Mapping[str, Any] = language.tables.get("times", {})
    numerals = Numerals.of(dict(language.tables.get("values", {}).get("numbers", {})))
    calendar = dict(table.get("calendar", {}))
    weekdays, months = _names(calendar, language.tables.get("cldr", {}))
    names: dict[str, Mapping[str, Any]] = {name[:-1]: calendar.get(name, {}) for name in ("units", "singles", "parts", "ranks")}
    names |= {"weekday": weekdays, "month": months}
    rules = _rules(table.get("times", ()), names, numerals)
    clock_words = frozenset(calendar.get("clock_words", ()))
    return Timing(
        numerals=numerals,
        weekdays=weekdays,
        months=months,
        shared_weekdays=frozenset(calendar.get("shared_weekdays", ())),
        units={**names["unit"], **names["single"]},
        parts=dict(names["part"]),
        ranks=dict(names["rank"]),
        zones=dict(calendar.get("zones", {})),
        rules=rules,
        clock=_clock(calendar, alternation(names["part"])),
        clock_words=clock_words,
        clock_joint=_joint(calendar.get("clock_from_day", "(?!)")),
        day_joint=_joint(calendar.get("day_from_clock", "(?!)")),
        part_after=_beside(calendar, "part_after", r"\s{{0,2}},?\s{{1,2}}(?:{})"),
        part_before=_beside(calendar, "part_before", r"\b(?:{})\s{{0,2}}\Z"),
        triggers=frozenset({*rules, *clock_words} - {"0"}),
        near=frozenset({*months, *names["unit"]}),
    )


def _names(calendar: Mapping[str, Any], names: Mapping[str, Any]) -> tuple[dict[str, int], dict[str, int]]:
    """Weekdays (Monday is 0) and months (January is 1) by name, out of CLDR and the language's further spellings."""
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    if "locale" in calendar:
        weekdays, months = names["weekdays"], names["months"]
    return {**weekdays, **calendar.get("weekdays", {})}, {**months, **calendar.get("months", {})}


def _rules(
    entries: Iterable[Mapping[str, Any]], names: Mapping[str, Mapping[str, Any]], numerals: Numerals
) -> dict[str, tuple[Rule, ...]]:
    spelled = alternation([*numerals.words, *numerals.add, *numerals.multiply, *numerals.half])
    number = rf"(?:\d{{1,3}}(?:[.,]\d)?|(?:{spelled})(?:[\s-]{{1,3}}(?:{spelled})){{0,3}})(?!\w)"
    places = _FIXED | {"n": number} | {name: rf"(?:{alternation(table)})(?!\w)" for name, table in names.items()}
    begins = {name: [*names[name]] for name in ("weekday", "month", "single", "rank")}
    begins["n"] = ["0", *numerals.words, *numerals.half]
    found: dict[str, list[Rule]] = {}
    for entry in entries:
        first = _PLACE.match(entry["pattern"])
        rule = _rule(entry, places)
        for word in entry.get("on") or begins.get(first.group(1) if first else "", ["0"]):
            key = "0" if word[0].isdigit() else word.split()[0]
            if rule not in found.setdefault(key, []):
                found[key].append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _rule(entry: Mapping[str, Any], places: Mapping[str, str]) -> Rule:
    seen: dict[str, int] = {}

    def place(match: re.Match[str]) -> str:
        name = match.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{seen[name] if seen[name] > 1 else ''}>{places[name]})"

    pattern = _PLACE.sub(place, entry["pattern"].replace(" ", r"\s{0,3}"))
    from_last = entry.get("anchor") == "last"
    return Rule(
        entry["means"],
        pattern,
        entry.get("way"),
        entry.get("unit", "day"),
        entry.get("by", 0),
        from_last,
        entry.get("loose", False),
    )


def _clock(calendar: Mapping[str, Any], part: str) -> re.Pattern[str]:
    """A time of day: after a clock word, or with minutes and a zone, or with a suffix such as "a.m."."""
    zones, to, blank = alternation(calendar.get("zones", {})), calendar.get("clock_to", "-"), r"\s{0,2}"
    word, half, suffix = calendar.get("clock", "(?!)"), calendar.get("half_hour", "(?!)"), calendar.get("clock_after", "(?!)")
    return re.compile(
        rf"(?:(?P<word>{word}){blank}(?P<half>{half})?{blank}(?P<a>{_TIME})(?:-an)?"
        rf"(?:{blank}(?P<za>{zones}))?(?:{blank}{to}{blank}(?:{word}{blank})?(?P<b>{_TIME}))?"
        rf"|(?P<a2>{_MINUTES})(?:{blank}{to}{blank}(?P<b2>{_MINUTES}))?(?={blank}(?:{zones}|{suffix}))"
        rf"|(?P<a3>{_TIME})(?={blank}(?:{suffix})))"
        rf"(?:{blank}(?P<suffix>{suffix}))?(?:{blank}\(?(?P<z1>{zones})(?!\w)\)?)?"
        rf"(?:{blank}(?P<part>{part})(?!\w))?(?:{blank}(?P<z2>{zones})(?!\w))?",
        re.IGNORECASE,
    )


def _beside(calendar: Mapping[str, Any], name: str, frame: str) -> re.Pattern[str]:
    """The pattern of that name in its frame, with `<part>` for the parts of the day."""
    part = f"(?P<part>{alternation(calendar.get('parts', {}))})(?!\\w)"
    return re.compile(frame.format(calendar.get(name, "(?!)(?P<part>)").replace("<part>", part).replace(" ", r"\s{1,2}")), re.I)


def _joint(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{0,2}}(?:{words})){{0,3}}\s{{0,2}}", re.IGNORECASE)
