"""Statements of several articles that say the same thing of the same happening become one point."""

from __future__ import annotations

from silang.align.rows import ordered
from silang.types import Entity, Point, Reading

__all__ = ["points"]

LEAST = 0.22
"""Mean score from which groups are joined: the best of cross-validation over the labelled events."""


def points(readings: tuple[Reading, ...], cast: tuple[Entity, ...]) -> tuple[Point, ...]:  # noqa: ARG001
    """The points of several readings, whatever their order; `relation` is `agree` or `only` until differences are known."""
    from silang.align.candidates import candidates
    from silang.align.features import Ground, table
    from silang.align.join import groups
    from silang.align.scorer import scorer
    from silang.align.units import units

    found = units(readings)
    pairs, features = table(Ground(found, candidates(found)))
    scores = dict(zip(pairs, scorer().probabilities(features).tolist(), strict=True))
    keys = [unit.statement.id for unit in found]
    joined = groups(keys, {pair: score for pair, score in scores.items() if score > 0.02}, LEAST)
    return ordered(readings, [[found[index].statement for index in group] for group in joined])
