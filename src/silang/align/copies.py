"""Statements in the same words, however few they are: they say the same whatever a scorer thinks of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from silang.align.units import Unit

SURE = 0.98
_MOST = 100
PAIRS = 40_000
"""Pairs of the same words in one comparison; where there would be more, as in a column of marks, each keeps fewer."""


def copies(units: Sequence[Unit]) -> dict[tuple[int, int], float]:
    """Scores of pairs of statements of the same words, lower index first; of very many, each with the first few."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        if unit.statement.grain != "role":
            alike[unit.whole.stems].append(index)
    most = _MOST
    while most > 1 and sum(_pairs(len(row), most) for row in alike.values()) > PAIRS:
        most //= 2
    out = {}
    for row in alike.values():
        row.sort(key=lambda index: units[index].statement.id)
        for number, a in enumerate(row[:most]):
            for b in row[number + 1 :]:
                out[min(a, b), max(a, b)] = SURE
    return out


def _pairs(size: int, most: int) -> int:
    """How many pairs the first of a row make with those behind them."""
    first = min(size, most)
    return first * size - first * (first + 1) // 2
