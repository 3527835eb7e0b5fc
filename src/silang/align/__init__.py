"""Statements of several articles that say the same thing of the same happening become one point."""

from __future__ import annotations

from silang.align.rows import ordered
from silang.types import Entity, Point, Reading

__all__ = ["points"]

LEAST = 0.3
"""Mean score from which groups are joined."""
PAIR, MEAN = 0.4, 0.3
"""Score of a pair, and mean score with a group, from which a statement is put into that group as well."""
_SLIGHT = 0.02


def points(readings: tuple[Reading, ...], cast: tuple[Entity, ...]) -> tuple[Point, ...]:
    """The points of several readings, whatever their order; `relation` is `agree` or `only` until differences are known.

    A statement that says several things may be in several points. The thresholds are the best of cross-validation over
    the labelled events.
    """
    from silang.align.candidates import candidates
    from silang.align.copies import copies, repeats
    from silang.align.features import Ground, table
    from silang.align.join import groups, spread
    from silang.align.roles import roles
    from silang.align.scorer import scorer
    from silang.align.units import units

    found = units(readings)
    pairs, features = table(Ground(found, candidates(found, cast)))
    scores = dict(zip(pairs, scorer().probabilities(features).tolist(), strict=True))
    scores |= roles(found, cast) | repeats(found, pairs) | copies(found)
    scores = {pair: score for pair, score in scores.items() if score > _SLIGHT}
    keys = [unit.statement.id for unit in found]
    joined = spread(keys, scores, groups(keys, scores, LEAST), PAIR, MEAN)
    said = [[found[index].statement for index in group] for group in joined]
    wordless = {s.id: s for reading in readings for s in reading.statements}.keys() - set(keys)
    said += [[s] for reading in readings for s in reading.statements if s.id in wordless]
    return ordered(readings, said)
