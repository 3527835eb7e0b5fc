"""Statements of several articles that say the same thing of the same happening become one point."""

from __future__ import annotations

from silang.types import Entity, Point, Reading


def points(readings: tuple[Reading, ...], cast: tuple[Entity, ...]) -> tuple[Point, ...]:
    """The points of several readings, whatever their order; `relation` is `agree` or `only` until differences are known."""
    return tuple(
        Point(f"p:{s.id}", s.span.of(r.article.text), (s.id,), (r.article.id,)) for r in readings for s in r.statements
    )
