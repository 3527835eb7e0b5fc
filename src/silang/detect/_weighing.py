"""What stands around two values of two reports, and how far apart they are, as figures that a scorer weighs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import log2

import numpy as np
import numpy.typing as npt

from silang.align.scorer import Trees, trees
from silang.detect import _calendar, _context, _likeness, _scope
from silang.detect._grid import Cell, Grid
from silang.detect._lineup import Lineup
from silang.detect._values import KINDS, TIMES, Value, unit
from silang.detect._wordsets import Words, cosine, jaccard, over, weight
from silang.types import Slot

MANY = 20
"""Values of one unit in a report from which on it makes no difference how many there are."""
OPENING = 40
"""Words of a report that tell what it is about."""
FAR = 12.0
"""Doublings from which on it makes no difference how far apart two values are."""
LONG = 2000.0
"""Code points of a report after which it makes no difference how far down a value stands."""
FEATURES = (
    *("reports", "row", "line_over", "line_jaccard", "line_weight", "line_vector"),
    *("before", "behind", "before_near", "around", "around_weight", "around_vector", "governor"),
    *("nouns", "noun_over", "noun_vector"),
    *("kind", "units_alike", "contrasts_alike", "contrasts_apart"),
    *("least_in_line", "most_in_line", "least_in_report", "most_in_report"),
    *("names", "names_share", "persons_shared", "persons_apart", "least_headline", "most_headline"),
    *("first", "last", "distance", "shorter", "longer"),
    *("likeness", "least_margin", "most_margin", "least_open", "most_open", "gap", "swapped"),
)
"""What two values are weighed by, in the order of the columns."""

Table = npt.NDArray[np.float32]


def table(lineup: Lineup, grid: Grid, cells: Sequence[Cell]) -> Table:
    """Features of cells of a grid: a row a cell, the columns of `FEATURES`."""
    rows = [_features(lineup, grid, cell) for cell in cells]
    return np.array(rows, dtype=np.float32).reshape(len(cells), len(FEATURES))


@cache
def scorer() -> Trees:
    """The scorer that ships, loaded once."""
    return trees(files("silang.detect") / "referents.npz")


def _unlike(a: Slot, b: Slot) -> tuple[float, bool]:
    """How far apart two values are, in doublings, hours or days, and whether their figures are the same in another order."""
    x, y = _figures(a), _figures(b)
    swapped = x != y and sorted(x) == sorted(y)
    if isinstance(a.value, str) and a.kind not in TIMES:
        return 0.0, swapped
    if a.kind not in TIMES:
        return min(abs(log2(_size(a) / _size(b))), FAR), swapped
    first, second = (_calendar.minutes(str(s.value)) for s in (a, b))
    if first is not None and second is not None:
        return min(log2(1 + abs(first - second) / 10), FAR), swapped
    days = _calendar.days(str(a.value)), _calendar.days(str(b.value))
    return (min(log2(1 + _calendar.apart(days[0][0], days[1][0])), FAR) if days[0] and days[1] else FAR), swapped


def _size(slot: Slot) -> float:
    """A number, the middle of a range; next to nothing for nought."""
    low, high = slot.value if isinstance(slot.value, tuple) else (float(slot.value), float(slot.value))
    return max(abs(low + high) / 2, 1e-9)


def _figures(slot: Slot) -> str:
    return "".join(c for c in str(slot.value) if c.isdigit())


def _features(lineup: Lineup, grid: Grid, cell: Cell) -> list[float]:
    x, y = grid.xs[cell[0]], grid.ys[cell[1]]
    counts = *sorted((x.alone, y.alone)), *sorted((min(len(grid.xs), MANY), min(len(grid.ys), MANY)))
    return [
        *_of_lines(lineup, x, y),
        *_of_words(x, y),
        *(bool(x.nouns) + bool(y.nouns), over(x.nouns, y.nouns), cosine(x.nouns, y.nouns)),
        *_of_kind(x, y),
        *counts,
        *_of_company(x, y, _headline(lineup, x) | _headline(lineup, y)),
        *_of_place(x, y),
        *(grid.likeness[cell[0]][cell[1]], *grid.margins(cell), *sorted(grid.left), *_unlike(x.slot, y.slot)),
    ]


def _of_lines(lineup: Lineup, x: Value, y: Value) -> tuple[float, ...]:
    row = any(line is y.line for line in lineup.beside(x.line))
    shared = weight(x.content & y.content)
    reports = _likeness.likeness(lineup, *sorted((x.line.article.id, y.line.article.id)))
    return reports, row, over(x.content, y.content), jaccard(x.content, y.content), shared, cosine(x.content, y.content)


def _of_words(x: Value, y: Value) -> tuple[float, ...]:
    return (
        over(x.before, y.before),
        over(x.behind, y.behind),
        over(x.before_near, y.before_near),
        jaccard(x.around, y.around),
        weight(x.around & y.around),
        cosine(x.around | x.nouns, y.around | y.nouns),
        bool(x.governor) and x.governor == y.governor,
    )


def _of_kind(x: Value, y: Value) -> tuple[float, ...]:
    first, second = _scope.kinds(x.line, x.slot.span), _scope.kinds(y.line, y.slot.span)
    shared = [name for name in first if name in second]
    alike = sum(first[name] == second[name] for name in shared)
    return KINDS.index(unit(x.slot)[0]), x.slot.unit == y.slot.unit != "", alike, len(shared) - alike


def _of_company(x: Value, y: Value, headline: Words) -> tuple[float, ...]:
    first, second = _context.names(x.line), _context.names(y.line)
    shared = len(first & second)
    return (
        shared,
        shared / max(1, min(len(first), len(second))),
        len(x.persons & y.persons),
        bool(x.persons and y.persons) and not x.persons & y.persons,
        *sorted(over(v.content, headline) for v in (x, y)),
    )


@lru_cache(maxsize=1)
def _titled(lineup: Lineup) -> dict[str, Words]:
    """Content stems of the headline and the first line of each report: what it is about."""
    first = {line.article.id: line for line in reversed(lineup.paragraphs)}
    return {
        article: frozenset(w.stem for w in line.words[:OPENING] if w.stem in line.content) for article, line in first.items()
    }


def _headline(lineup: Lineup, value: Value) -> Words:
    return _titled(lineup).get(value.line.article.id, frozenset())


def _of_place(x: Value, y: Value) -> tuple[float, ...]:
    at = sorted(min(v.slot.span.start, LONG) / LONG for v in (x, y))
    return *at, at[1] - at[0], *sorted((len(x.content), len(y.content)))
