"""Statements in the same words, however few they are: they say the same whatever a scorer thinks of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from silang.align.units import Bag, Unit

SURE = 0.98
AGAIN = 0.9
"""Score of what one report says again."""
_ALMOST = 0.8
"""Shared weight of two statements over their mean weight, from which they are almost the same words."""
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


def repeats(units: Sequence[Unit], pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Of these pairs the scores of those of one report in almost the same words, as pasted or reworked paragraphs are.

    Two that each have a number or a name which the other has not are entries of a list, not a repeat.
    """
    return {(a, b): AGAIN for a, b in pairs if units[a].article == units[b].article and _again(units[a], units[b])}


def _again(x: Unit, y: Unit) -> bool:
    if x.statement.polarity != y.statement.polarity or "role" in (x.statement.grain, y.statement.grain):
        return False
    if (x.whole.numbers - y.whole.numbers and y.whole.numbers - x.whole.numbers) or (x.names - y.names and y.names - x.names):
        return False
    return _shared(x.whole, y.whole) >= _ALMOST * (x.whole.total + y.whole.total) / 2


def _shared(x: Bag, y: Bag) -> float:
    return sum(weight for stem, weight in x.weights.items() if stem in y.weights)


def _pairs(size: int, most: int) -> int:
    """How many pairs the first of a row make with those behind them."""
    first = min(size, most)
    return first * size - first * (first + 1) // 2
