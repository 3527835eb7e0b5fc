"""Points of weight that a report does not have."""

from __future__ import annotations

from collections.abc import Mapping

from silang.detect import _calendar
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Article, Omission

LEAST = 0.42
"""A point of less weight than this is not missed."""


def omissions(lineup: Lineup, weights: Mapping[str, float]) -> tuple[Omission, ...]:
    """What each report leaves out, the weightiest first."""
    by_id = {line.statement.id: line for line in lineup.lines}
    articles = [r.article for r in lineup.readings]
    out: list[Omission] = []
    for point in sorted(lineup.points, key=lambda p: (-weights[p.id], p.id)):
        lines = [by_id[s] for s in point.statements if s in by_id]
        if lines and len(articles) > 1 and weights[point.id] >= LEAST:
            out += [_omission(a, point.id, lines) for a in articles if a.id not in point.articles]
    return tuple(out)


def _omission(article: Article, point: str, lines: list[Line]) -> Omission:
    return Omission(article.id, point, "earlier" if _earlier(article.published, lines) else "silent")


def _earlier(published: str, lines: list[Line]) -> bool:
    """Whether a report came out on an earlier day than all that have the thing, and the thing is of a later day itself."""
    carriers = [line.article.published for line in lines]
    if not published or not all(carriers) or min(carriers)[:10] <= published[:10]:
        return False
    slots = [s for line in lines for s in line.statement.slots if s.kind in ("date", "time")]
    times = [found[0] for slot in slots if (found := _calendar.days(str(slot.value)))]
    return bool(times) and min(times) > published[:10]
