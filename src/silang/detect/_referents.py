"""Unlike values of two reports that are of one thing by all that is said around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from silang.detect import _scope
from silang.detect._grid import Cell, Grid
from silang.detect._lines import Pair
from silang.detect._lineup import Lineup
from silang.detect._values import values
from silang.detect._weighing import scorer, table
from silang.types import Slot

SHORT, SURE = 400, 0.9
"""Code points of a report that says too little for more than what is nearly sure, and the chance that it then takes."""
LEAST = 0.6
"""Chance from which on two values are taken to be of one thing."""


@lru_cache(maxsize=1)
def referents(lineup: Lineup) -> tuple[tuple[Pair, Slot, Slot, float], ...]:
    """Pairs of unlike values of two reports that are of one thing by all that is said around them, with the chance of it.

    Neither report gives the other's value, and neither value has a likelier one in the other report.
    """
    return tuple(_referents(lineup))


def _referents(lineup: Lineup) -> Iterator[tuple[Pair, Slot, Slot, float]]:
    found = values(lineup)
    length = {r.article.id: len(r.article.text) for r in lineup.readings}
    for a, b in combinations(sorted({article for article, _ in found}), 2):
        least = SURE if min(length[a], length[b]) < SHORT else LEAST
        for unit in sorted({unit for article, unit in found if article == a}):
            grid = Grid(found[a, unit], found.get((b, unit), ()))
            for (i, j), chance in _likeliest(lineup, grid):
                x, y = grid.xs[i], grid.ys[j]
                if chance >= least and not _scope.apart(x.line, x.slot.span, y.line, y.slot.span):
                    yield Pair(x.line, y.line, ""), x.slot, y.slot, chance


def _likeliest(lineup: Lineup, grid: Grid) -> Iterator[tuple[Cell, float]]:
    """Cells that are of one thing, the likeliest of their row and of their column, and the chance that they are."""
    cells = grid.rivals
    if not cells:
        return
    chances = scorer().probabilities(table(lineup, grid, cells)).tolist()
    rows: dict[int, list[tuple[str, float]]] = defaultdict(list)
    columns: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for (i, j), chance in zip(cells, chances, strict=True):
        rows[i].append((grid.ys[j].told, chance))
        columns[j].append((grid.xs[i].told, chance))
    for (i, j), chance in zip(cells, chances, strict=True):
        others = [c for value, c in rows[i] if value != grid.ys[j].told]
        others += [c for value, c in columns[j] if value != grid.xs[i].told]
        if chance >= LEAST and all(chance > other for other in others):
            yield (i, j), chance
