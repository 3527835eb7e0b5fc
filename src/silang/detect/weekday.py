"""A weekday that is not the one of its date.

## What it finds
One date with two weekdays ("Rabu (18/6/2025)" and "Selasa (18/6/2025)"), and a date that the calendar gives another weekday
("Rabu (18/5/2025)", a month off), beside the date it seems to be meant for where another report gives that one.

## Why it matters
One of the two is a slip, and a reader can't tell whether the day or the date is wrong.

## When it stays silent
When a weekday stands without a date, or beside a stretch of days. What only the calendar contradicts, and no other report, is
a contradiction inside one report, one for all such dates of it.

## Example
> A: dilihat Rabu (18/6/2025). B: dikutip Selasa (18/6/2025).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from silang.detect import _calendar
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Slot, Span

CODE = "weekday"
SURE = 0.95
"""Context of two weekdays of one date: the date itself says that they are of one thing."""
SHARED = 0.4
"""Least share of the shorter line's words that another line has, for its day to be of the same happening."""
MOST = 40
"""Wrong dates that are looked at."""
RECENT = 7
"""Days between a date and the publication of its report, for it to be one of these days."""
WHY = (
    "weekday.monday",
    "weekday.tuesday",
    "weekday.wednesday",
    "weekday.thursday",
    "weekday.friday",
    "weekday.saturday",
    "weekday.sunday",
)


class Named(NamedTuple):
    """A date with the weekday that stands beside it."""

    line: Line
    day: int
    date: str
    weekday: Span
    numerals: Span
    place: Span
    """The whole of it."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Dates with another weekday than theirs, beside right ones of the same or of the meant day where there are any."""
    dated = [(line, slot) for line, slot in lineup.slots if slot.kind in ("date", "time")]
    named = [n for line, slot in dated for n in _named(line, slot)]
    right: dict[tuple[str, str], Named] = {}
    for n in named:
        if n.day == _calendar.weekday(n.date):
            right.setdefault((n.date, n.line.article.id), n)
    first: dict[str, Named] = {}
    for wrong in [n for n in named if n.day != _calendar.weekday(n.date)][:MOST]:
        same = [n for (day, _), n in sorted(right.items(), key=lambda item: item[0]) if day == wrong.date]
        meant = list(_meant(lineup, dated, wrong)) or ([] if same else list(_that_week(right, wrong)))
        yield from (_difference(wrong, other) for other in ([] if meant else same))
        yield from (_slip(wrong, Side(wrong.line, wrong.place), other) for other in meant)
        if not same and not meant:
            yield _alone(first.setdefault(wrong.line.article.id, wrong), wrong)


def _alone(first: Named, wrong: Named) -> Difference:
    """A date that only the calendar contradicts, joined to the first such of its report: a list repeats its slip."""
    other = Side(wrong.line, wrong.numerals if wrong is first else wrong.place)
    return _slip(first, Side(first.line, first.weekday), other)


def _that_week(right: Mapping[tuple[str, str], Named], wrong: Named) -> Iterator[Side]:
    """Right dates of the weekday, a few days off, in other reports of these days: the day meant if the weekday is right."""
    for (date, article), other in sorted(right.items(), key=lambda item: item[0]):
        near = other.day == wrong.day and _calendar.apart(date, wrong.date) < RECENT
        if near and article != wrong.line.article.id and _calendar.apart(date, other.line.article.published[:10]) <= RECENT:
            yield Side(other.line, other.place)


def _meant(lineup: Lineup, dated: list[tuple[Line, Slot]], wrong: Named) -> Iterator[Side]:
    """Dates of other reports that have the weekday: of the same happening, or a month or a year off and of these days."""
    beside = _beside(lineup, wrong)
    for line, slot in dated:
        date = str(slot.value)[:10]
        if line.article.id == wrong.line.article.id or _calendar.weekday(date) != wrong.day or not _written(line, slot):
            continue
        near = any(_covers(x, slot.span) for x in beside)
        if near or (_off(date, wrong.date) and _calendar.apart(date, line.article.published[:10]) <= RECENT):
            yield Side(line, slot.span)


def _beside(lineup: Lineup, wrong: Named) -> tuple[Span, ...]:
    """Places of lines that a point has beside what the sentence of the wrong date says, in much the same words."""
    sentence = next((x.statement.span for x in lineup.sentences if _covers(x.statement.span, wrong.place)), wrong.place)
    return tuple(
        other.statement.span
        for pair in lineup.pairs
        for own, other in ((pair.a, pair.b), (pair.b, pair.a))
        if pair.shared >= SHARED and _covers(sentence, own.statement.span)
    )


def _covers(whole: Span, part: Span) -> bool:
    return whole.article == part.article and whole.start <= part.start and part.end <= whole.end


def _written(line: Line, slot: Slot) -> bool:
    """Whether a date is written with its weekday or in figures, not told from the day of the report."""
    words = line.wording[slice(*line.within(slot.span))]
    return any(w in line.lexicon.order("weekdays") or w[0].isdigit() for w in words)


def _off(a: str, b: str) -> bool:
    """Whether two dates differ in the month alone or in the year alone."""
    return a[8:] == b[8:] and (a[:4] == b[:4]) != (a[5:7] == b[5:7])


def _named(line: Line, slot: Slot) -> Iterator[Named]:
    """The weekday written in a date's own words, where numerals of the date stand there too."""
    date = str(slot.value)[:10]
    days = line.lexicon.order("weekdays")
    first, last = line.within(slot.span)
    here = [w for w in line.words[max(0, first - 1) : last] if w.fold in days]
    numerals = [w for w in line.words[first:last] if w.fold[0].isdigit()]
    if here and numerals and _calendar.weekday(date) is not None:
        weekday = Span(line.article.id, here[0].start, here[0].end)
        numeral = Span(line.article.id, numerals[0].start, _end(line, line.words.index(numerals[0]), last))
        place = Span(line.article.id, min(slot.span.start, weekday.start), slot.span.end)
        yield Named(line, days[here[0].fold], date, weekday, numeral, place)


def _end(line: Line, at: int, last: int) -> int:
    """Where a date ends that begins with these figures: the month and the year are behind them with blanks between."""
    while at + 1 < last and not line.article.text[line.words[at].end : line.words[at + 1].start].strip():
        at += 1
    return line.words[at].end


def _difference(wrong: Named, right: Named) -> Difference:
    a, b = sorted((wrong, right), key=lambda n: n.weekday)
    return Difference(
        CODE,
        "conflict",
        Side(a.line, a.place),
        Side(b.line, b.place),
        "weekday.differ",
        SURE,
        extra={"date": wrong.date, "wrong": _text(wrong)},
    )


def _slip(wrong: Named, a: Side, b: Side) -> Difference:
    """A date that the calendar gives another weekday: in its own words, or beside the date that is meant."""
    report, own = wrong.line.article, Side(wrong.line, wrong.place).value
    extra = {"date": wrong.date, "wrong": own, "report": report.outlet or report.title or report.id}
    a, b = sorted((a, b), key=lambda side: side.span)
    return Difference(CODE, "conflict", a, b, WHY[_calendar.weekday(wrong.date) or 0], SURE, extra=extra)


def _text(n: Named) -> str:
    return n.weekday.of(n.line.article.text)
