"""Which reports are of one event: how many points and entities two of them share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from silang.types import Point, Reading

FEW = 4
"""Points of a report that are too few to tell by."""
KIN = 0.25
"""Least share of points, with half the share of entities, that two reports of one event have in common."""


def kinship(readings: tuple[Reading, ...], points: tuple[Point, ...]) -> Mapping[str, str]:
    """By report the first report, by id, of those that look like reports of the same event, directly or through others."""
    mine = {r.article.id: {p.id for p in points if r.article.id in p.articles} for r in readings}
    cast: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for statement in reading.statements:
            cast[reading.article.id].update(statement.entities)
    first = {name: name for name in sorted(mine)}
    for a, b in combinations(sorted(mine), 2):
        few = min(len(mine[a]), len(mine[b])) < FEW
        if few or _share(mine[a], mine[b]) + 0.5 * _share(cast[a], cast[b]) >= KIN:
            x, y = sorted((first[a], first[b]))
            first = {name: x if head == y else head for name, head in first.items()}
    return first


def _share(a: set[str], b: set[str]) -> float:
    return round(len(a & b) / max(1, min(len(a), len(b))), 4)
