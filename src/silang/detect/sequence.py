"""Two reports put two happenings in opposite order.

## What it finds
Two lines of one point that join the same two happenings, one with "before" and the other with "after", or with the same
word the other way round.

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
from typing import NamedTuple

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "sequence"
SHARED = 0.6
"""Least share of the content words of each happening that both lines have."""


class Order(NamedTuple):
    """Two happenings of a line in the order it puts them, and the word that does."""

    first: frozenset[str]
    second: frozenset[str]
    mark: Span


def differences(lineup: Lineup) -> Iterator[Difference]:
    """The same two happenings in opposite order."""
    for pair in lineup.pairs:
        a, b = _order(pair.a), _order(pair.b)
        if a and b:
            same = min(_share(a.first, b.first), _share(a.second, b.second))
            turned = min(_share(a.first, b.second), _share(a.second, b.first))
            if turned >= SHARED and same < turned:
                yield Difference(
                    CODE,
                    "conflict",
                    Side(pair.a, a.mark),
                    Side(pair.b, b.mark),
                    "sequence.turned",
                    round(turned, 4),
                    pair.point,
                )


@lru_cache(maxsize=2048)
def _order(line: Line) -> Order | None:
    """The order that the first "before" or "after" of a line gives, if both halves say something."""
    befores, afters = line.lexicon.list("before"), line.lexicon.list("after")
    for at, word in enumerate(line.words):
        before = word.fold in befores
        if not before and word.fold not in afters:
            continue
        main, other = _halves(line, at)
        if main and other:
            mark = Span(line.article.id, word.start, line.words[min(at + 2, len(line.words) - 1)].end)
            return Order(main, other, mark) if before else Order(other, main, mark)
    return None


def _halves(line: Line, at: int) -> tuple[frozenset[str], frozenset[str]]:
    """Content of the main clause and of the one that the word at `at` opens, which a comma ends where it stands first."""
    cut = len(line.words)
    if at < 2:
        text = line.article.text
        stops = [i for i in range(at + 2, cut) if "," in text[line.words[i - 1].end : line.words[i].start]]
        cut = stops[0] if stops else cut
        return _stems(line, cut, len(line.words)), _stems(line, at + 1, cut)
    return _stems(line, 0, at), _stems(line, at + 1, cut)


def _stems(line: Line, first: int, last: int) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[first:last] if w.stem in line.content)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
