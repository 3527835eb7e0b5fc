"""A weekday that is not the one of its date.

## What it finds
One date with two weekdays ("Rabu (18/6/2025)" and "Selasa (18/6/2025)"), and a weekday that the calendar contradicts.

## Why it matters
One of the two is a slip, and a reader can't tell whether the day or the date is wrong.

## When it stays silent
When a weekday stands without a date. A weekday that only the calendar contradicts, and no other report, is a slip inside
one report and no contradiction between reports: it is given as compatible.

## Example
> A: dilihat Rabu (18/6/2025). B: dikutip Selasa (18/6/2025).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from silang.detect import _calendar
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Slot, Span

CODE = "weekday"
SURE = 0.95
"""Context of two weekdays of one date: the date itself says that they are of one thing."""


class Named(NamedTuple):
    """A date with the weekday that stands beside it."""

    line: Line
    day: int
    date: str
    weekday: Span
    numerals: Span


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Weekdays that contradict their date, beside one that does not where there is one."""
    named = [n for line, slot in lineup.slots if slot.kind in ("date", "time") for n in _named(line, slot)]
    right: dict[tuple[str, str], Named] = {}
    for n in named:
        if n.day == _calendar.weekday(n.date):
            right.setdefault((n.date, n.line.article.id), n)
    for wrong in named:
        if wrong.day != _calendar.weekday(wrong.date):
            others = [n for (day, _), n in sorted(right.items(), key=lambda item: item[0]) if day == wrong.date]
            yield from (_difference(wrong, other) for other in others)
            if not others:
                yield _contradiction(wrong)


def _named(line: Line, slot: Slot) -> Iterator[Named]:
    """The weekday written in a date's own words, where numerals of the date stand there too."""
    date = str(slot.value)[:10]
    days = line.lexicon.order("weekdays")
    first, last = line.within(slot.span)
    here = [w for w in line.words[max(0, first - 1) : last] if w.fold in days]
    numerals = [w for w in line.words[first:last] if w.fold[0].isdigit()]
    if here and numerals and _calendar.weekday(date) is not None:
        spans = (Span(line.article.id, w.start, w.end) for w in (here[0], numerals[0]))
        yield Named(line, days[here[0].fold], date, *spans)


def _difference(wrong: Named, right: Named) -> Difference:
    a, b = sorted((wrong, right), key=lambda n: n.weekday)
    return Difference(
        CODE,
        "conflict",
        Side(a.line, _joined(a)),
        Side(b.line, _joined(b)),
        "weekday.differ",
        SURE,
        extra={"date": wrong.date, "wrong": _text(wrong)},
    )


def _contradiction(wrong: Named) -> Difference:
    a, b = sorted((wrong.weekday, wrong.numerals))
    sides = Side(wrong.line, a), Side(wrong.line, b)
    return Difference(CODE, "compatible", *sides, "weekday.calendar", SURE, extra={"date": wrong.date, "wrong": _text(wrong)})


def _joined(n: Named) -> Span:
    return Span(n.weekday.article, min(n.weekday.start, n.numerals.start), max(n.weekday.end, n.numerals.end))


def _text(n: Named) -> str:
    return n.weekday.of(n.line.article.text)
