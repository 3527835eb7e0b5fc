"""Two reports give one person different standings before the law.

## What it finds
The same person as a witness in one line and as a suspect, defendant or convict in another line of the same point; wherever
they stand, two standings before one name, or in which one person is questioned or named, in reports of one day; and the two
sides of a case, one put for the other.

## Why it matters
A witness called a suspect has a case against the newsroom.

## When it stays silent
When one standing follows the other in the course of a case (suspect, defendant, convict): that is compatible, as is a
standing on another day; nobody is suspect and defendant of one day, unless each of the two reports has both words.

## Example
> A: Bendahara itu diperiksa sebagai saksi. B: Bendahara itu diperiksa sebagai tersangka.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect import _accused, _context
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "status"
NEAR = 0.6
"""Least share of words around two standings for them to be of one person where the sentences are not worded alike."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Standings of one person that differ."""
    yield from _accused.standings(lineup)
    for pair in lineup.pairs:
        for a in _standings(pair.a):
            for b in _standings(pair.b):
                yield from _difference(lineup, pair, a, b)
        yield from _parts(pair)


def _parts(pair: Pair) -> Iterator[Difference]:
    """Two sides of one case in the same place of two lines: who brought it, and against whom."""
    for change in pair.changes:
        x, y = pair.a.words[slice(*change.a)], pair.b.words[slice(*change.b)]
        one = len(x) == len(y) == 1 and any({x[0].fold, y[0].fold} <= row for row in pair.a.lexicon.groups("parts"))
        if one and _context.twin(pair, change):
            a, b = Span(pair.a.article.id, x[0].start, x[0].end), Span(pair.b.article.id, y[0].start, y[0].end)
            yield Difference(CODE, "conflict", Side(pair.a, a), Side(pair.b, b), "status.part", 1.0, pair.point)


def _difference(lineup: Lineup, pair: Pair, a: int, b: int) -> Iterator[Difference]:
    ranks = pair.a.lexicon.order("standings")
    x, y = pair.a.words[a], pair.b.words[b]
    if ranks[x.fold] == ranks.get(y.fold):
        return
    one, other = Span(pair.a.article.id, x.start, x.end), Span(pair.b.article.id, y.start, y.end)
    change = _context.change_at(pair, one, other)
    twin = change is not None and _context.twin(pair, change)
    context = 1.0 if twin else _context.nearness(pair, one, other)
    if not twin and (context < NEAR or _both(pair.a, y.fold) or _both(pair.b, x.fold)):
        return
    known = lineup.has(one.article, y.fold) or lineup.has(other.article, x.fold)
    sure = twin and not known and _accused.settled(pair.a, x.fold, pair.b, y.fold)
    course = min(ranks[x.fold], ranks[y.fold]) > 0 and not sure
    relation, why = ("compatible", "status.course") if course else ("conflict", "status.differ")
    yield Difference(CODE, relation, Side(pair.a, one), Side(pair.b, other), why, context, pair.point)  # type: ignore[arg-type]


def _standings(line: Line) -> list[int]:
    ranks = line.lexicon.order("standings")
    return [i for i, w in enumerate(line.words) if w.fold in ranks]


def _both(line: Line, fold: str) -> bool:
    return fold in line.wording
