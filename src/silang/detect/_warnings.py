"""What a reader should know before the comparison: that the reports may be of two events, or in two languages."""

from __future__ import annotations

from collections.abc import Mapping

from silang import languages
from silang.types import Point, Reading

LEAST_SHARED = 0.06
"""Least share of the smaller report's points that the other carries, for the two to be of one event."""


def warnings(readings: tuple[Reading, ...], points: tuple[Point, ...]) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Message keys with their arguments."""
    out: list[tuple[str, Mapping[str, str]]] = []
    if two_events(readings, points):
        out.append(("two_events", {}))
    codes = sorted({languages.of(r.article).code for r in readings})
    if len(codes) > 1:
        out.append(("two_languages", {"languages": ", ".join(codes)}))
    return tuple(out)


def two_events(readings: tuple[Reading, ...], points: tuple[Point, ...]) -> bool:
    """Whether some report shares next to nothing with any other."""
    if len(readings) < 2:
        return False
    for reading in readings:
        mine = [p for p in points if reading.article.id in p.articles]
        if mine and sum(len(p.articles) > 1 for p in mine) / len(mine) < LEAST_SHARED:
            return True
    return False
