"""Two reports give one happening different times of day.

## What it finds
Times of day that stand for the same thing in two statements and are not the same: a landing at 10.44 and at 10.55. Also of
reports worded otherwise, by all that stands around the times (`_referents.py`).

## Why it matters
Minutes decide who was warned when, and which of two accounts of an emergency can be right.

## When it stays silent
When the days differ, when one time is an hour or a part of the day and the other lies in it, or when "about" covers what
lies between them: those are given as compatible, where the sentences are worded alike.

## Example
> A: Pesawat mendarat pukul 10.44 WIB. B: Pesawat mendarat pukul 10.55 WIB.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import combinations

from silang.detect import _calendar, _context, _referents, _scope
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Slot

CODE = "time"
LOOSE = 0.5
"""Least share of words around two times for them to be of one thing when the sentences are not worded alike."""
ANYWHERE = 0.6
"""The same, for lines of no common point: of the content of the shorter line."""
WORDS = 3
"""Words that both have there, at least."""
APART = 60
"""Minutes between two times there, at most: more are two happenings."""
MOST = 120
"""Times that are laid side by side."""
PARTS = {"dawn": (0, 6), "morning": (4, 11), "noon": (10, 15), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 24)}
"""Hours that a part of the day may mean."""
ABOUT = 10
"""Minutes that "about" covers; a quarter of an hour more where no minutes are given."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Times of day of one thing that differ, in lines of one point and in lines of any that have the words around in common."""
    for pair in lineup.pairs:
        for a in pair.a.slots:
            for b in pair.b.slots:
                yield from _difference(pair, a, b, _in_row(pair))
                yield from _parts(pair, a, b)
    for pair, a, b, chance in _referents.referents(lineup):
        yield from (replace(d, weighed=True) for d in _difference(pair, a, b, _context.weighed(chance)))
    timed = [(x, s) for x, s in lineup.slots if _calendar.minutes(str(s.value)) is not None and _alone(x)][:MOST]
    for (x, a), (y, b) in combinations(sorted(timed, key=lambda t: t[1].span), 2):
        if x is not y and _gap(a, b) <= APART:
            share, words = _context.together(Pair(x, y, ""), a.span, b.span)
            near = _context.nearness(Pair(x, y, ""), a.span, b.span)
            if (share >= ANYWHERE and words >= WORDS) or (near >= ANYWHERE and words >= WORDS):
                yield from _difference(Pair(x, y, ""), a, b, round(0.8 * max(share, near), 4))


def _difference(pair: Pair, a: Slot, b: Slot, anywhere: float = 0.0) -> Iterator[Difference]:
    x, y = _calendar.minutes(str(a.value)), _calendar.minutes(str(b.value))
    if x is None or y is None or x == y or not _same_day(a, b) or _scope.apart(pair.a, a.span, pair.b, b.span):
        return
    if _one_instant(a, b):
        return
    change = _context.change_at(pair, a.span, b.span)
    twin = change is not None and _context.twin(pair, change)
    if twin and change is not None and _context.listed(pair, change):
        return
    context = 1.0 if twin else max(anywhere, _context.nearness(pair, a, b))
    if not twin and (context < LOOSE or _matched(pair, a, b) or _context.consecutive(pair)):
        return
    rough = 0 if a.bound == b.bound and twin else _tolerance(a, x) + _tolerance(b, y)
    relation, why = ("compatible", "time.about") if abs(x - y) <= rough else ("conflict", "time.differ")
    yield Difference(CODE, relation, Side(pair.a, a.span), Side(pair.b, b.span), why, context, pair.point or None)  # type: ignore[arg-type]


def _one_instant(a: Slot, b: Slot) -> bool:
    """Whether two hours with their zones are one instant."""
    try:
        return datetime.fromisoformat(str(a.value)) == datetime.fromisoformat(str(b.value))
    except ValueError:
        return False


def _in_row(pair: Pair) -> float:
    """How surely two lines of one row, each with one time, tell the hour of one thing; 0 where they may not."""
    lone = pair.point and not pair.inside and _alone(pair.a) and _alone(pair.b)
    return pair.shared if lone else 0.0


def _parts(pair: Pair, a: Slot, b: Slot) -> Iterator[Difference]:
    """Parts of one day that have no hour in common: morning and night."""
    if a.value != b.value or {a.kind, b.kind} != {"date"} or not _apart(a, b):
        return
    change = _context.change_at(pair, a.span, b.span)
    twin = change is not None and _context.twin(pair, change)
    context = 1.0 if twin else max(_context.nearness(pair, a, b), pair.shared)
    if twin or (context >= LOOSE and not pair.inside and not _context.strangers(pair)):
        sides = Side(pair.a, a.span), Side(pair.b, b.span)
        yield Difference(CODE, "conflict", *sides, "time.differ", context, pair.point or None)


def _apart(a: Slot, b: Slot) -> bool:
    """Whether two parts of the day do not touch."""
    x, y = PARTS.get(a.note), PARTS.get(b.note)
    return x is not None and y is not None and (x[1] < y[0] or y[1] < x[0])


def _alone(line: Line) -> bool:
    """Whether a line gives one time."""
    return sum(s.kind == "time" for s in line.statement.slots) == 1


def _gap(a: Slot, b: Slot) -> int:
    return abs((_calendar.minutes(str(a.value)) or 0) - (_calendar.minutes(str(b.value)) or 0))


def _same_day(a: Slot, b: Slot) -> bool:
    x, y = _calendar.days(str(a.value)), _calendar.days(str(b.value))
    return x is None or y is None or x == y


def _tolerance(slot: Slot, at: int) -> int:
    whole = 15 if at % 60 == 0 else 0
    return (ABOUT if slot.bound else 0) + (whole if slot.bound else 0)


def _matched(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether either line also gives the other's time."""
    x = {_calendar.minutes(str(s.value)) for s in pair.a.statement.slots}
    y = {_calendar.minutes(str(s.value)) for s in pair.b.statement.slots}
    return _calendar.minutes(str(b.value)) in x or _calendar.minutes(str(a.value)) in y
