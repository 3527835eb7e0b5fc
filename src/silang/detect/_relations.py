"""What the findings make of each point: agree, conflict, compatible or only."""

from __future__ import annotations

from dataclasses import replace

from silang.types import Finding, Point, PointRelation


def related(points: tuple[Point, ...], findings: tuple[Finding, ...]) -> tuple[Point, ...]:
    """The points with the relation that the findings on them give."""
    worst: dict[str, PointRelation] = {}
    for finding in findings:
        if finding.point and worst.get(finding.point) != "conflict":
            worst[finding.point] = finding.relation
    return tuple(replace(p, relation=worst.get(p.id, "agree" if len(p.articles) > 1 else "only")) for p in points)
