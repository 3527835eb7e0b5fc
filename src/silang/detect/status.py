"""Two reports give one person different standings before the law.

## What it finds
The same person as a witness in one line and as a suspect, defendant or convict in another line of the same point.

## Why it matters
A witness called a suspect has a case against the newsroom.

## When it stays silent
When one standing follows the other in the course of a case (suspect, defendant, convict): that is compatible, as is a
standing on another day.

## Example
> A: Bendahara itu diperiksa sebagai saksi. B: Bendahara itu diperiksa sebagai tersangka.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect import _context
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "status"
NEAR = 0.6
"""Least share of words around two standings for them to be of one person where the sentences are not worded alike."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Standings of one person that differ."""
    for pair in lineup.pairs:
        for a in _standings(pair.a):
            for b in _standings(pair.b):
                yield from _difference(pair, a, b)


def _difference(pair: Pair, a: int, b: int) -> Iterator[Difference]:
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
    course = min(ranks[x.fold], ranks[y.fold]) > 0
    relation, why = ("compatible", "status.course") if course else ("conflict", "status.differ")
    yield Difference(CODE, relation, Side(pair.a, one), Side(pair.b, other), why, context, pair.point)  # type: ignore[arg-type]


def _standings(line: Line) -> list[int]:
    ranks = line.lexicon.order("standings")
    return [i for i, w in enumerate(line.words) if w.fold in ranks]


def _both(line: Line, fold: str) -> bool:
    return fold in line.wording
