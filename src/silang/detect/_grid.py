"""Values of one unit in two reports, each of the one beside each of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from silang.detect._values import NEARER, Value, given
from silang.detect._wordsets import jaccard, part

LEFT = 2
"""Values that only one of two reports gives, up to which any two of them may rival each other."""
LIKELY = 0.04
"""Likeness of the surroundings, 0..1, from which on two values may."""
BEST = 3
"""How many of the other report's values a value may rival, the likest."""
YEARS = "year"

Cell = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Grid:
    """Values of one unit, `xs` of one report and `ys` of the other; a cell is a pair of indexes."""

    xs: Sequence[Value]
    ys: Sequence[Value]

    @cached_property
    def open(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Values of either report that the other does not give."""
        held = [[given(x, y) for y in self.ys] for x in self.xs]
        left = tuple(i for i, row in enumerate(held) if not any(row))
        return left, tuple(j for j in range(len(self.ys)) if not any(row[j] for row in held))

    @cached_property
    def left(self) -> tuple[int, int]:
        """How many unlike values either report has alone."""
        return tuple(len({row[k].told for k in at}) for row, at in zip((self.xs, self.ys), self.open, strict=True))  # type: ignore[return-value]

    @cached_property
    def likeness(self) -> list[list[float]]:
        """How alike the surroundings of each two values are, 0..1."""
        return [[_alike(x, y) for y in self.ys] for x in self.xs]

    @cached_property
    def rivals(self) -> tuple[Cell, ...]:
        """Cells of values of which neither has its like in the other report, and which may be of one thing."""
        rows, columns = self.open
        if not rows or not columns:
            return ()
        if max(self.left) <= LEFT:
            cells = [(i, j) for i in rows for j in columns]
        else:
            best = {(i, j) for i in rows for j in sorted(columns, key=lambda j: (-self.likeness[i][j], j))[:BEST]}
            back = {(i, j) for j in columns for i in sorted(rows, key=lambda i: (-self.likeness[i][j], i))[:BEST]}
            cells = sorted((i, j) for i, j in best & back if self.likeness[i][j] >= LIKELY)
        return tuple((i, j) for i, j in cells if not of_two_people(self.xs[i], self.ys[j]))

    def margins(self, cell: Cell) -> tuple[float, float]:
        """How much liker a cell is than any with another value in its row and in its column, the lesser first."""
        i, j = cell
        row = max((v for v, o in zip(self.likeness[i], self.ys, strict=True) if o.told != self.ys[j].told), default=0.0)
        column = max((v[j] for v, o in zip(self.likeness, self.xs, strict=True) if o.told != self.xs[i].told), default=0.0)
        like = self.likeness[i][j]
        return like - max(row, column), like - min(row, column)


def _alike(x: Value, y: Value) -> float:
    """How alike the surroundings of two values are, 0..1: words near by, the lines, the nouns."""
    lines = 0.5 * jaccard(x.around | x.nouns, y.around | y.nouns) + 0.3 * jaccard(x.content, y.content)
    return lines + 0.2 * part(x.nouns, y.nouns)


def of_two_people(x: Value, y: Value) -> bool:
    """Whether two values that are somebody's own, an age, a sentence, a fine, stand where different people are spoken of."""
    if x.slot.unit == y.slot.unit == YEARS:
        first, second = x.persons, y.persons
    elif _personal(x) and _personal(y):
        first, second = x.named, y.named
    else:
        return False
    return bool(first and second) and not first & second


def _personal(value: Value) -> bool:
    first, _ = value.line.within(value.slot.span)
    return value.line.lexicon.has("personal", value.line.wording[max(0, first - NEARER) : first])
