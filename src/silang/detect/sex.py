"""Two reports give one person another sex.

## What it finds
Two sentences worded alike of which one has a word for a woman where the other has one for a man; and one name that a report
has behind such words for a woman alone, and another behind those for a man alone.

## Why it matters
It is a slip about a person that everybody who knows the person sees at once.

## When it stays silent
Outside sentences that are worded alike, where no name stands beside the word: there the words are mostly of two persons.
A word of kinship right before a name is of somebody else, whose kin has that name.

## Example
> A: Seorang perempuan ditemukan selamat di lereng itu. B: Seorang pria ditemukan selamat di lereng itu.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect import _context, _sexes
from silang.detect._difference import Difference, Side
from silang.detect._lines import Change, Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "sex"


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Words for a woman and for a man in the same place of two lines, and beside one name."""
    yield from _sexes.sexes(lineup)
    for pair in lineup.pairs:
        for change in pair.changes:
            if _context.twin(pair, change):
                yield from _difference(pair, change)


def _difference(pair: Pair, change: Change) -> Iterator[Difference]:
    for one, other in (("female", "male"), ("male", "female")):
        x, y = _word(pair.a, change.a, one), _word(pair.b, change.b, other)
        if x and y:
            yield Difference(CODE, "conflict", Side(pair.a, x), Side(pair.b, y), "sex.differ", 1.0, pair.point)


def _word(line: Line, at: tuple[int, int], table: str) -> Span | None:
    known = line.lexicon.list(table)
    return next((Span(line.article.id, w.start, w.end) for w in line.words[at[0] : at[1]] if w.fold in known), None)
