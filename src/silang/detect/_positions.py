"""Where one body or person stands on one thing: for it in one report, against it in another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.align.background import background
from silang.detect import _calendar
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

FORCE = 2
"""Words behind a verb in which what it is of stands."""
BEFORE = 3
"""Words before a verb in which its negator stands."""
LIGHT = 2.0
"""Weight of a word below which it does not tell what a position is on."""
SURE = 0.7
"""Context of two positions of one body on one thing."""
SOON = 90.0
"""Minutes between two reports after which a position may have changed."""
MOST = 60
"""Positions that are laid side by side."""


class Position(NamedTuple):
    """Who is for or against what, by ids and a stem, the names behind that, and where the verb and what it is of stand."""

    line: Line
    verb: str
    holder: frozenset[str]
    thing: str
    names: frozenset[str]
    span: Span


def positions(lineup: Lineup) -> Iterator[tuple[Position, Position]]:
    """Opposite positions of one holder in two reports; of none that some report gives both of."""
    lines = [line for line in lineup.lines if line.statement.grain == "clause"]
    found = {p.span: p for line in lines for p in _positions(lineup, line)}
    held = [found[span] for span in sorted(found)][:MOST]
    pairs = [(a, b) for a, b in combinations(held, 2) if _opposed(a, b)]
    both = {(a.span.article, a.thing) for a, b in pairs if a.span.article == b.span.article}
    for a, b in pairs:
        apart = _calendar.later(a.line.article.published, b.line.article.published) or 0.0
        told = any((z.span.article, z.thing) in both for z in (a, b))
        if a.span.article != b.span.article and not told and (apart < SOON or not lineup.other_day(a.line, b.line)):
            yield a, b


def _opposed(a: Position, b: Position) -> bool:
    other = a.names and b.names and not a.names & b.names
    turned = b.verb in a.line.lexicon.opposed.get(a.verb, ())
    return turned and a.thing == b.thing and bool(a.holder & b.holder) and not other


def _positions(lineup: Lineup, line: Line) -> Iterator[Position]:
    """Verbs of position with a named subject right before them and what they are of behind."""
    known = line.lexicon
    if known.has("conditions", line.wording):
        return
    for at, fold in enumerate(line.wording):
        if fold not in known.list("stands") or any(w in known.negators for w in line.wording[max(0, at - BEFORE) : at]):
            continue
        holder = _holder(lineup, line, at)
        behind = range(at + 1, min(len(line.words), at + 1 + FORCE))
        thing = next((i for i in behind if line.words[i].stem in line.content), None)
        if holder and thing is not None and background().weight(line.words[thing].stem) >= LIGHT:
            span = Span(line.article.id, line.words[at].start, line.words[thing].end)
            yield Position(line, fold, holder, line.words[thing].stem, _names(line, thing), span)


def _names(line: Line, thing: int) -> frozenset[str]:
    """Words with a capital right behind what a position is on: which law it is."""
    return frozenset(w.fold for w in line.words[thing + 1 : thing + 1 + FORCE] if w.text[:1].isupper())


def _holder(lineup: Lineup, line: Line, at: int) -> frozenset[str]:
    """Who is named last before a verb, with nothing but a word of saying between."""
    sayings = line.lexicon.list("stating")
    end = at - 1 if at and line.wording[at - 1] in sayings else at
    if not end:
        return frozenset()
    last = line.words[end - 1]
    entity = lineup.named(Span(line.article.id, last.start, last.end))
    return (
        frozenset({entity.id}) if entity is not None and entity.kind in ("person", "organisation", "country") else frozenset()
    )
