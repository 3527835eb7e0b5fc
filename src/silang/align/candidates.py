"""Which statements of two reports are worth comparing: an inverted index over their weighted words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from silang.align.units import Unit
from silang.types import Entity

PER_ARTICLE = 12
PER_UNIT = 48
PAIRS = 40_000
"""Pairs that one comparison scores; where it has so many statements that there would be more, each keeps fewer."""
LONGEST = 1_000
"""A word that more statements have says nothing of any two of them; following it would cost their number squared."""
STEPS = 2_500_000
"""Times that two statements are met under one word; where there would be more, the words that most statements have are left."""
LEAST = 0.1
"""Pairs that share less are never joined: the scorer gives none of them a chance."""
MATTER = 5.0
"""Weight, in nats, of what two statements must share besides dates: a day is shared by everything that happened on it."""
_LITTLE = LEAST - 1e-6
"""Below this no rounding brings a share to the least."""
_SETTLED = 15.0
"""Weight, in nats, that keeps a statement of two words from being covered by everything."""

_DAYS, _YEAR, _YEARS = 31, 4, range(1990, 2050)


def candidates(units: Sequence[Unit], cast: Sequence[Entity]) -> dict[tuple[int, int], float]:
    """Pairs of units worth comparing, lower index first, each with how much of the shorter the longer has.

    Of each other article a unit keeps the best few, and of all articles together a bounded number, so that the work grows
    with the number of units and not with its square. Units of one article are compared too. When and where two people
    spoke is not compared: only the same one's sayings are of one happening.
    """
    people = frozenset(entity.id for entity in cast if entity.kind == "person")
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, unit in enumerate(units):
        if unit.statement.grain == "role":
            continue
        for stem, weight in unit.whole.weights.items():
            postings[stem].append((index, weight))
    _thin(postings)
    found: dict[tuple[int, int], float] = {}
    most = min(PER_UNIT, max(1, PAIRS // max(1, len(units))))
    for index, unit in enumerate(units):
        if unit.statement.grain == "role":
            continue
        common: dict[int, float] = defaultdict(float)
        matter: dict[int, float] = defaultdict(float)
        for stem in unit.whole.weights:
            counted = common if _dated(stem) else matter
            for other, weight in postings[stem]:
                counted[other] += weight
        matter.pop(index, None)
        common = {other: weight + common[other] for other, weight in matter.items() if weight >= MATTER}
        if unit.statement.grain == "saying":
            common = {other: weight for other, weight in common.items() if not _strangers(unit, units[other], people)}
        for other, score in _best(common, units, unit.whole.total, most):
            found[min(index, other), max(index, other)] = score
    return found


def _thin(postings: dict[str, list[tuple[int, float]]]) -> None:
    """Leave the words that very many statements have, and those that would cost too many steps."""
    steps = 0
    for stem in sorted(postings, key=lambda stem: (len(postings[stem]), stem)):
        steps += len(postings[stem]) ** 2
        if len(postings[stem]) > LONGEST or steps > STEPS:
            del postings[stem]


@lru_cache(maxsize=8192)
def _dated(stem: str) -> bool:
    """A date or time, or a number that may be the day or year of one."""
    if stem.startswith(("#date", "#time")):
        return True
    return stem.isascii() and stem.isdigit() and len(stem) <= _YEAR and (int(stem) <= _DAYS or int(stem) in _YEARS)


def _strangers(x: Unit, y: Unit, people: frozenset[str]) -> bool:
    if y.statement.grain != "saying":
        return False
    mine, other = people.intersection(x.statement.entities), people.intersection(y.statement.entities)
    return bool(mine and other) and not mine & other


def _best(common: dict[int, float], units: Sequence[Unit], total: float, most: int) -> list[tuple[int, float]]:
    rated = [
        (-round(weight / (min(total, units[other].whole.total) + _SETTLED), 6), units[other].statement.id, other)
        for other, weight in common.items()
        if weight >= _LITTLE * (min(total, units[other].whole.total) + _SETTLED)
    ]
    taken: dict[int, int] = defaultdict(int)
    out: list[tuple[int, float]] = []
    for minus, _, other in sorted(rated):
        if len(out) == most or -minus < LEAST:
            break
        article = units[other].article
        if taken[article] < PER_ARTICLE:
            taken[article] += 1
            out.append((other, -minus))
    return out
