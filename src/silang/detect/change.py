"""One report takes for the size of a change what the other takes for its outcome.

## What it finds
The same figure behind "rose to" in one report and behind "rose by" in the other: sales that rise 4 percent to 92 units, and
sales that rise by 92 units.

## Why it matters
The figure is right in both, and one of the two sentences is wrong by the whole size of the thing.

## When it stays silent
When no verb of change stands before the figure, and when both give the outcome or both the change.

## Example
> A: Produksi meningkat menjadi 92 ton. B: Produksi meningkat sebesar 92 ton.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect import _context, _quantity
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Slot, Span

CODE = "change"
FAR = 3
"""Words between "to" or "by" and the figure."""
VERB = 8
"""Words before it in which the verb of change stands."""
NEAR = 0.3
"""Least share of words around the figure that both have."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Equal figures of which one is an outcome and the other a change."""
    for pair in lineup.pairs:
        first = [(slot, mark) for slot in pair.a.slots if (mark := _marked(pair.a, slot))]
        second = [(slot, mark) for slot in pair.b.slots if (mark := _marked(pair.b, slot))] if first else []
        for a, x in first:
            for b, y in second:
                if x[0] != y[0] and a.kind == b.kind and a.unit == b.unit and _quantity.equal(a, b):
                    yield from _difference(pair, a, b, (x[1], y[1]))


def _difference(pair: Pair, a: Slot, b: Slot, places: tuple[Span, Span]) -> Iterator[Difference]:
    context = _context.nearness(pair, a, b)
    if context >= NEAR:
        sides = Side(pair.a, places[0]), Side(pair.b, places[1])
        yield Difference(CODE, "conflict", *sides, "number.change", max(0.7, context), pair.point, a.of or b.of)


def _marked(line: Line, slot: Slot) -> tuple[str, Span] | None:
    """`to` or `by`, whichever stands before a figure behind a verb of change, and its place with the figure."""
    if slot.kind in ("date", "time"):
        return None
    first, last = line.within(slot.span)
    before = range(first - 1, max(-1, first - 1 - FAR), -1)
    for kind in ("to", "by"):
        at = next((i for i in before if line.words[i].fold in line.lexicon.list(kind)), None)
        if at is not None:
            begun = line.lexicon.has("changing", line.wording[max(0, at - VERB) : at])
            return (kind, Span(line.article.id, line.words[at].start, line.words[last - 1].end)) if begun else None
    return None
