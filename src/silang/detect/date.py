"""Two reports put one thing on different days.

## What it finds
Days, months, quarters and years that stand for the same thing in two statements of one point and have no day in common:
a decree signed on 6 May and on 16 May, growth that returns in the second quarter and in the second half. Also the day of one
quotation of one speaker, where each report has him speak on one day alone, and days that are of one thing by all that stands
around them (`_referents.py`).

## Why it matters
A wrong day moves an event in front of or behind another one, and a chronology built on it falls.

## When it stays silent
When one date lies in the other ("2016" and "20 October 2016"): that is given as compatible where the sentences are worded
alike, as less and more specific. When the dates belong to different verbs, or say when each newsroom saw or quoted its source.
When one is written as a weekday alone that the other falls on too. When each is the day that its report, of another day, tells
of, or the day up to which it counts a number that has grown. When the words before a date stand before other dates of a
report too, or one report gives the two one after the other: a list.

## Example
> A: Perpres itu diteken pada 6 Mei 2025. B: Perpres itu diteken pada 16 Mei 2025.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from silang.detect import _calendar, _context, _referents, _sayings, _scope
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Slot

CODE = "date"
KINDS = frozenset({"date", "time"})
ANYWHERE = 0.65
"""Least share of the shorter line's content that both have, for lines of no common point."""
WORDS = 4
"""Words that is, at least."""
MOST = 120
"""Dates that are laid side by side."""
RELAY = 10
"""Words before a date in which it may say that a source was seen or quoted then."""
DAY = 10
"""Characters of a day in ISO 8601."""
PERIOD = 0.3
"""Least share of the shorter line's content, for two periods that have one end in common."""
SLIP = 2
"""Content words that two lines have, of which one may give the month of the other by a slip."""
SLIPPED = 0.75
"""Context of such a month."""
SPAN = 0.85
"""Context of two such periods: the end in common says that they are of one thing."""
EDITION = 5
"""Words of the name of a contest that may stand before its year."""
LOOSE = 0.6
"""Least share of words around two dates for them to be of one thing when the sentences are not worded alike."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Dates of one thing that have no day in common, in lines of one point."""
    for pair in lineup.pairs:
        for a in pair.a.slots:
            for b in pair.b.slots:
                if a.kind in KINDS and b.kind in KINDS and not _other_time(lineup, pair, a, b):
                    yield from _difference(pair, a, b)

    yield from _referring(lineup)
    yield from _sayings.sayings(lineup)
    yield from _slips(lineup)
    dated = [(x, s) for x, s in lineup.slots if s.kind == "date" and _alone(x) and not _said_then(x, s)][:MOST]
    for (x, a), (y, b) in combinations(sorted(dated, key=lambda d: d[1].span), 2):
        if x.article.id != y.article.id and a.value != b.value:
            pair = Pair(x, y, "")
            share, words = _context.together(pair, a.span, b.span)
            if share >= ANYWHERE and words >= WORDS and not _other_time(lineup, pair, a, b):
                yield from _difference(pair, a, b)


def _referring(lineup: Lineup) -> Iterator[Difference]:
    """Days that are of one thing by all that is said around them, and not of when newsrooms saw or quoted their sources."""
    for pair, a, b, chance in _referents.referents(lineup):
        x, y = _calendar.days(str(a.value)), _calendar.days(str(b.value))
        timed = any(_calendar.minutes(str(s.value)) is not None for s in (a, b))
        told = lineup.fluid(pair) or _seen(pair, a, b) or (_counted(pair.a, a) and _counted(pair.b, b) and _counts_differ(pair))
        if a.kind not in KINDS or timed or x is None or y is None or told:
            continue
        if (x[1] < y[0] or y[1] < x[0] or _ends(a, b, x, y)) and not _editions(pair, a, b) and not _of_weekdays(pair, a, b):
            context = _context.weighed(chance)
            sides = Side(pair.a, a.span), Side(pair.b, b.span)
            yield Difference(CODE, "conflict", *sides, "date.differ", context, weighed=True)


def _of_weekdays(pair: Pair, a: Slot, b: Slot) -> bool:
    return _of_weekday(pair.a, a, str(b.value)) or _of_weekday(pair.b, b, str(a.value))


def _slips(lineup: Lineup) -> Iterator[Difference]:
    """A day to come, in a report that tells of it as past, with the same day of another month in another report alone."""
    dated = [(x, s, str(s.value)) for x, s in lineup.slots if s.kind == "date" and len(str(s.value)) == DAY][:MOST]
    known = {(x.article.id, day) for x, _, day in dated}
    for x, a, day in dated:
        if x.statement.modality != "asserted" or not "" < x.article.published[:DAY] < day:
            continue
        for y, b, other in dated:
            if (other[:4], other[8:]) == (day[:4], day[8:]) and other < day and (x.article.id, other) not in known:
                (p, first), (q, second) = sorted(((x, a), (y, b)), key=lambda found: found[1].span)
                if _context.together(Pair(p, q, ""), first.span, second.span)[1] >= SLIP:
                    yield Difference(CODE, "conflict", Side(p, first.span), Side(q, second.span), "date.differ", SLIPPED)


def _other_time(lineup: Lineup, pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether two dates say of when each report tells: its own day, or the day up to which it counts another number."""
    if lineup.fluid(pair) or (not pair.inside and lineup.apart(pair.a.article.id, pair.b.article.id)):
        return True
    if lineup.other_day(pair.a, pair.b) and lineup.own_day(pair.a, a) and lineup.own_day(pair.b, b):
        return True
    return _counted(pair.a, a) and _counted(pair.b, b) and _counts_differ(pair)


def _counted(line: Line, slot: Slot) -> bool:
    """Whether a count runs up to this date."""
    first, _ = line.within(slot.span)
    return line.lexicon.has("asof", line.wording[max(0, first - 1) : first])


def _counts_differ(pair: Pair) -> bool:
    """Whether both lines count one thing and come to different numbers."""
    x, y = ({(s.kind, s.unit, str(s.value)) for s in line.slots if s.kind not in KINDS} for line in (pair.a, pair.b))
    return any(p[:2] == q[:2] for p in x - y for q in y - x)


def _difference(pair: Pair, a: Slot, b: Slot) -> Iterator[Difference]:
    x, y = _calendar.days(str(a.value)), _calendar.days(str(b.value))
    if x is None or y is None or x == y or _scope.apart(pair.a, a.span, pair.b, b.span) or _editions(pair, a, b):
        return
    if _half_day(a, b) or _context.consecutive(pair):
        return
    if _of_weekdays(pair, a, b):
        return
    change = _context.change_at(pair, a.span, b.span)
    twin = change is not None and _context.twin(pair, change)
    ends = _ends(a, b, x, y) and pair.shared >= PERIOD
    context = 1.0 if twin else max(_context.nearness(pair, a, b), SPAN if ends else 0.0)
    told = _said_then(pair.a, a) or _said_then(pair.b, b)
    if not twin and (told or context < LOOSE or not (_alone(pair.a) and _alone(pair.b)) or _context.strangers(pair)):
        return
    apart = x[1] < y[0] or y[1] < x[0]
    rival = apart or ends or (twin and (not _within(x, y) or _figures(pair.a, a) == _figures(pair.b, b)))
    seen = _seen(pair, a, b)
    if not (rival or seen or _within(x, y)):
        return
    relation, why = (
        ("conflict", "date.differ") if rival and not seen else ("compatible", "date.seen" if seen else "date.specific")
    )
    yield Difference(CODE, relation, Side(pair.a, a.span), Side(pair.b, b.span), why, context, pair.point or None)  # type: ignore[arg-type]


def _half_day(a: Slot, b: Slot) -> bool:
    """Whether two times are twelve hours apart: eight in the evening is written as eight, too."""
    first, second = (_calendar.minutes(str(s.value)) for s in (a, b))
    return first is not None and second is not None and abs(first - second) == 12 * 60


def _of_weekday(line: Line, slot: Slot, other: str) -> bool:
    """Whether a day is written as a weekday alone, and the other day is one of that name: which week is meant is left open."""
    days = line.lexicon.order("weekdays")
    written = line.wording[slice(*line.within(slot.span))]
    named = [days[fold] for fold in written if fold in days]
    plain = not any(fold[0].isdigit() for fold in written)
    return plain and len(named) == 1 and len(other) >= DAY and "/" not in other and named[0] == _calendar.weekday(other[:DAY])


def _editions(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether either is a year behind the name of a contest: two of its editions are two things."""
    return any(
        len(str(slot.value)) == len("2025") and line.lexicon.has("editions", line.wording[max(0, at - EDITION) : at])
        for line, slot in ((pair.a, a), (pair.b, b))
        for at in (line.within(slot.span)[0],)
    )


def _ends(a: Slot, b: Slot, x: tuple[str, str], y: tuple[str, str]) -> bool:
    """Whether two periods, both given by two days, begin or end on one day and have the other end on another."""
    days = all(len(end) == DAY for s in (a, b) for end in str(s.value).split("/"))
    periods = all("/" in str(s.value) for s in (a, b))
    return days and periods and (x[0] == y[0]) != (x[1] == y[1])


def _seen(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether the two are the days, each with its own right weekday, on which each newsroom saw its source."""
    if not (_relayed(pair.a, a) or _relayed(pair.b, b)):
        return False
    x, y = _weekday(pair.a, a), _weekday(pair.b, b)
    return x is not None and y is not None and x != y


def _weekday(line: Line, slot: Slot) -> int | None:
    """The weekday written in a date, where it is the right one."""
    days = line.lexicon.order("weekdays")
    named = [days[w.fold] for w in line.words[slice(*line.within(slot.span))] if w.fold in days]
    return named[0] if named and named[0] == _calendar.weekday(str(slot.value)) else None


def _relayed(line: Line, slot: Slot) -> bool:
    """Whether a date says when a source was seen or quoted, not when something happened."""
    first, _ = line.within(slot.span)
    return line.lexicon.has("relays", line.wording[max(0, first - RELAY) : first])


def _figures(line: Line, slot: Slot) -> int:
    """How many figures a date is written with: two dates of as many are as exact."""
    return sum(w.fold[0].isdigit() for w in line.words[slice(*line.within(slot.span))])


def _within(x: tuple[str, str], y: tuple[str, str]) -> bool:
    return (x[0] <= y[0] and y[1] <= x[1]) or (y[0] <= x[0] and x[1] <= y[1])


def _said_then(line: Line, slot: Slot) -> bool:
    """Whether a date says when something was said, not when something happened."""
    content = line.statement.content
    outside = line.statement.cue is not None and not (content.start <= slot.span.start and slot.span.end <= content.end)
    return outside or line.lexicon.has("sayings", line.wording[:1])


def _alone(line: Line) -> bool:
    """Whether a line gives one date."""
    return sum(s.kind in KINDS for s in line.statement.slots) == 1
