"""One file a kind of difference, and what they make of a row of points together."""

from __future__ import annotations

from silang.types import Comparison, Entity, Passage, Point, Reading


def comparison(
    readings: tuple[Reading, ...], cast: tuple[Entity, ...], points: tuple[Point, ...], shared: tuple[Passage, ...]
) -> Comparison:
    """Everything a comparison says: relations of points, findings, omissions, parties, timeline."""
    title = readings[0].article.title if readings else ""
    return Comparison(title, None, (), (), readings, cast, points, (), (), (), (), shared)
