"""Lines of one point in pairs, each pair once."""

from __future__ import annotations

from itertools import combinations

from silang import settings
from silang.detect._lines import Line, Pair
from silang.types import Point


def pairs(lines: tuple[Line, ...], points: tuple[Point, ...]) -> tuple[Pair, ...]:
    by_id = {x.statement.id: x for x in lines}
    seen: set[tuple[str, str]] = set()
    out = []
    for point in sorted(points, key=lambda p: p.id):
        row = sorted((by_id[s] for s in set(point.statements) if s in by_id), key=lambda x: x.key)
        for a, b in combinations(_distinct(row)[: settings.MAX_REPORTS], 2):
            if (a.statement.id, b.statement.id) not in seen and not _nested(a, b):
                seen.add((a.statement.id, b.statement.id))
                out.append(Pair(a, b, point.id))
    return tuple(out)


def _nested(a: Line, b: Line) -> bool:
    """Whether one line is a part of the other in one report."""
    x, y = a.statement.span, b.statement.span
    return x.article == y.article and x.start < y.end and y.start < x.end


def _distinct(row: list[Line]) -> list[Line]:
    """Lines whose words no earlier line of the row has: a copy adds nothing to compare."""
    seen: set[tuple[str, ...]] = set()
    out = []
    for item in row:
        if item.wording not in seen:
            seen.add(item.wording)
            out.append(item)
    return out
