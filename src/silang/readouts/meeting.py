"""The talk between two sides that the reports open with: where it is told, of what kind it is, and who sought it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from silang import languages
from silang.readouts.lexicon import Lexicon, lexicon
from silang.types import Comparison, Entity, Mention, Reading, Span, Statement

LEAD = 700
"""Code points of a report within which it tells of the meeting, if the meeting is what it is about."""
NEAR = 7
"""Days from the happening within which a statement's date can be that of the meeting."""
REACH = 90
"""Code points from a verb of seeking to the one who is sought."""
MOST = 6
"""Sides that say most, among which the two are looked for."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMED = ("person", "organisation", "country")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two sides, sorted, the people of each who took part, and where the reports tell of the meeting."""

    kind: Literal["call", "meeting"]
    sides: tuple[str, str]
    people: frozenset[str]
    side: Mapping[str, str]
    """The side that an entity speaks for."""
    evidence: tuple[Span, ...]
    opened: tuple[tuple[str, Span], ...]


def meeting(result: Comparison) -> Meeting | None:
    """The meeting of the two sides that most reports open with; None where it is not that of at least half of them."""
    side = sides(result)
    told = [found for r in result.readings for s in r.statements for found in _told(result, r, s, side)]
    reports = {pair: {t.statement.span.article for t in told if t.sides == pair} for pair in {t.sides for t in told}}
    pair = min(reports, key=lambda p: (-len(reports[p]), p), default=None)
    if pair is None or 2 * len(reports[pair]) < len(result.readings):
        return None
    own = sorted((t for t in told if t.sides == pair), key=lambda t: (t.statement.span, t.statement.id))
    calls = sum(t.kind == "call" for t in own)
    opened = {found for t in own for found in _opened(t, side)}
    return Meeting(
        "call" if 2 * calls >= len(own) else "meeting",
        pair,
        frozenset(e for t in own for e in t.people),
        side,
        tuple(dict.fromkeys(t.statement.span for t in own)),
        tuple(sorted(opened, key=lambda found: (found[1], found[0]))),
    )


def sides(result: Comparison) -> Mapping[str, str]:
    """By entity the side it speaks for: as its statements are counted, or as the party that it has."""
    said = {s.id: s.speaker for r in result.readings for s in r.statements}
    out = {p.entity: p.entity for p in result.parties[:MOST]}
    out |= {name: p.entity for p in result.parties[:MOST] for s in p.statements if (name := said.get(s))}
    cast = {e.id: e for e in result.entities}
    for entity in result.entities:
        above: Entity | None = entity
        for _ in range(3):
            above = cast.get(above.party or "") if above else None
            if above and above.id in out and entity.id not in out:
                out[entity.id] = out[above.id]
    return out


@dataclass(frozen=True, slots=True)
class _Told:
    statement: Statement
    kind: Literal["call", "meeting"]
    sides: tuple[str, str]
    people: frozenset[str]
    mentions: tuple[Mention, ...]
    reading: Reading


def _told(result: Comparison, reading: Reading, statement: Statement, side: Mapping[str, str]) -> Iterator[_Told]:
    """What a statement of the lead tells of a meeting, by pairs of the sides named in it."""
    if statement.span.start > LEAD or statement.grain != "clause" or statement.modality != "asserted":
        return
    if statement.polarity == "negated" or _elsewhen(statement, result.when):
        return
    known = lexicon(languages.of(reading.article))
    folded = statement.span.of(reading.article.text).lower()
    call, met = known.call.search(folded), known.meeting.search(folded)
    if (not call and not met) or known.before.search(folded):
        return
    named = tuple(m for m in reading.cast.mentions if _within(m.span, statement.span) and m.entity in side)
    kinds = {e.id: e.kind for e in result.entities}
    people = {m.entity for m in named if kinds.get(m.entity) == "person"}
    there = sorted({side[m.entity] for m in named if kinds.get(m.entity) in _NAMED})
    for pair in combinations(there, 2):
        both = frozenset(e for e in people if side[e] in pair)
        if {side[e] for e in both} == set(pair):
            yield _Told(statement, "call" if call else "meeting", pair, both, named, reading)


def _elsewhen(statement: Statement, when: str | None) -> bool:
    """Whether all dates of a statement are far from the day of the happening."""
    days = [str(s.value)[:10] for s in statement.slots if s.kind in ("date", "time") and _DAY.match(str(s.value))]
    if not days or when is None:
        return False
    return all(abs((_day(day) - _day(when)).days) > NEAR for day in days)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return date.min


def _opened(told: _Told, side: Mapping[str, str]) -> Iterator[tuple[str, Span]]:
    """Who sought the meeting as a statement has it: the side named last before the verb, with the other named behind it."""
    span, text = told.statement.span, told.reading.article.text
    known: Lexicon = lexicon(languages.of(told.reading.article))
    folded = span.of(text).lower()
    for pattern, seeking in ((known.sought, False), (known.seeks, True)):
        for found in pattern.finditer(folded):
            start, end = span.start + found.start(), span.start + found.end()
            before = [m for m in told.mentions if m.span.end <= start]
            behind = [m for m in told.mentions if end <= m.span.start <= end + REACH]
            if not before or not behind:
                continue
            subject, other = side[before[-1].entity], side[behind[0].entity]
            if subject != other and {subject, other} == set(told.sides):
                yield (subject if seeking else other), Span(span.article, start, end)
                return


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
