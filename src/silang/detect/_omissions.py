"""Points of weight that a report does not have."""

from __future__ import annotations

from silang.detect import _calendar
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Article, Omission, Point

LEAST = 0.42
"""A point of less weight than this is not missed."""


def omissions(lineup: Lineup) -> tuple[Omission, ...]:
    """What each report leaves out, in the order of the points."""
    by_id = {line.statement.id: line for line in lineup.lines}
    articles = [r.article for r in lineup.readings]
    out: list[Omission] = []
    for point in lineup.points:
        lines = [by_id[s] for s in point.statements if s in by_id]
        if lines and len(articles) > 1 and weight(lineup, point, lines) >= LEAST:
            out += [_omission(a, point, lines) for a in articles if a.id not in point.articles]
    return tuple(out)


def weight(lineup: Lineup, point: Point, lines: list[Line]) -> float:
    """How much a point weighs, 0..1: who carries it, how early it stands, who and what is in it."""
    carried = (len(point.articles) - 1) / max(1, len(lineup.readings) - 1)
    high = max(1.0 - line.statement.span.start / max(1, len(line.article.text)) for line in lines)
    named = min(1.0, len({e for line in lines for e in line.statement.entities}) / 3)
    valued = min(1.0, max(len(line.statement.slots) for line in lines) / 2)
    return round(0.35 * carried + 0.3 * high + 0.2 * named + 0.15 * valued, 4)


def _omission(article: Article, point: Point, lines: list[Line]) -> Omission:
    return Omission(article.id, point.id, "earlier" if _earlier(article.published, lines) else "silent")


def _earlier(published: str, lines: list[Line]) -> bool:
    """Whether a report came out before the thing was known: before all that have it, or before its first time."""
    if not published:
        return False
    carriers = [line.article.published for line in lines]
    if all(carriers) and all(c[:10] > published[:10] for c in carriers):
        return True
    times = [
        found[0] for line in lines for s in line.statement.slots if s.kind == "date" and (found := _calendar.days(str(s.value)))
    ]
    return bool(times) and min(times) > published[:10] and all(line.statement.modality == "asserted" for line in lines)
