"""Two reports put two happenings in opposite order.

## What it finds
Two lines of one point that join the same two happenings, one with "before" and the other with "after", or with the same
word the other way round. The words nearest to "before" and "after" are enough: the rest of a sentence is each report's own.

## Why it matters
What came first is often who is to blame.

## When it stays silent
When only one of the two happenings is in both lines, and when the same word joins them in the same order.

## Example
> A: Pintu air dibuka sebelum warga dipindahkan. B: Pintu air dibuka setelah warga dipindahkan.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "sequence"
SHARED = 0.6
"""Least share of the content words of each happening that both lines have."""
NEAR = 0.5
"""The same of the words nearest to "before" alone."""
BEFORE = 4
"""Content words before "before" that tell what happened; the rest of a sentence is each report's own."""
BEHIND = 6
"""The same behind it."""
FAR = 200
"""Words of a half that are looked at, where all of it is."""
WORDS = 2
"""Content words of each happening that both lines have, at least, where it has as many."""


class Order(NamedTuple):
    """Two happenings of a line in the order it puts them, and the word that does."""

    first: frozenset[str]
    second: frozenset[str]
    mark: Span


def differences(lineup: Lineup) -> Iterator[Difference]:
    """The same two happenings in opposite order."""
    for pair in lineup.pairs:
        found = _turned(pair, near=False) or _turned(pair, near=True)
        if found:
            a, b, turned = found
            sides = Side(pair.a, a.mark), Side(pair.b, b.mark)
            yield Difference(CODE, "conflict", *sides, "sequence.turned", max(SHARED, turned), pair.point)


def _turned(pair: Pair, *, near: bool) -> tuple[Order, Order, float] | None:
    """The orders of two lines of which one is the other's turned round, by all words or the nearest, and how alike they are."""
    a, b = _order(pair.a, near), _order(pair.b, near)
    if not (a and b):
        return None
    same = min(_share(a.first, b.first), _share(a.second, b.second))
    turned = min(_share(a.first, b.second), _share(a.second, b.first))
    return (a, b, round(turned, 4)) if turned >= (NEAR if near else SHARED) and same < turned else None


@lru_cache(maxsize=2048)
def _order(line: Line, near: bool) -> Order | None:
    """The order that the first "before" or "after" of a line gives, if both halves say something."""
    befores, afters = line.lexicon.list("before"), line.lexicon.list("after")
    for at, word in enumerate(line.words):
        before = word.fold in befores
        if not before and word.fold not in afters:
            continue
        main, other = _halves(line, at, (BEFORE, BEHIND) if near else (FAR, FAR))
        if main and other:
            mark = Span(line.article.id, word.start, line.words[min(at + 2, len(line.words) - 1)].end)
            return Order(main, other, mark) if before else Order(other, main, mark)
    return None


def _halves(line: Line, at: int, most: tuple[int, int]) -> tuple[frozenset[str], frozenset[str]]:
    """Content of the main clause and of the one that the word at `at` opens, which a comma ends where it stands first."""
    cut = len(line.words)
    if at < 2:
        text = line.article.text
        stops = [i for i in range(at + 2, cut) if "," in text[line.words[i - 1].end : line.words[i].start]]
        cut = stops[0] if stops else cut
        return _stems(line, range(cut, len(line.words)), most[1]), _stems(line, range(at + 1, cut), most[1])
    return _stems(line, range(at - 1, -1, -1), most[0]), _stems(line, range(at + 1, cut), most[1])


def _stems(line: Line, places: range, most: int) -> frozenset[str]:
    """The first content stems at some places."""
    found = (line.words[i].stem for i in places if line.words[i].stem in line.content)
    return frozenset(islice(found, most))


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    less = min(len(a), len(b))
    return len(a & b) / less if less and len(a & b) >= min(WORDS, less) else 0.0
