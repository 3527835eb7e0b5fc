"""When what happened and when it was reported, as few lines: the times of the happening, and of publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from silang.exports.layout import Layout
from silang.exports.likeness import leans
from silang.exports.shown import Report, Wording
from silang.types import Span

MINUTE, MONTH = len("2025-06-18T15:24"), 31
CLEAR = 40
"""Code points of a wording that is clear on its own."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the happening (ISO 8601), the wording that tells it best, and the reports that give this time."""

    when: str
    wording: Wording
    reports: tuple[Report, ...]
    weight: float


def happening(layout: Layout, most: int) -> tuple[Time, ...]:
    """The days and months that most reports give of what weighs most, in their order; none where there is only one.

    A year or half of one is the scope of a figure as a rule, and tells of no happening. Neither does what says too
    little, nor words that only tell when somebody spoke.
    """
    found = list(_times(layout))
    ranked = sorted(found, key=lambda t: (-len(t.reports), -t.weight, t.when))[:most]
    return tuple(t for t in found if t in ranked) if len(found) > 1 else ()


def reporting(layout: Layout) -> tuple[tuple[str, tuple[Report, ...]], ...]:
    """The times of publication in order with the reports of each; none where they are all of one time."""
    dated = sorted(
        (r for r in layout.reports if r.reading.article.published), key=lambda r: (r.reading.article.published, r.key)
    )
    found = [(when, tuple(same)) for when, same in groupby(dated, key=lambda r: r.reading.article.published)]
    return tuple(found) if len(found) > 1 else ()


def _times(layout: Layout) -> Iterable[Time]:
    moments = [m for m in layout.result.timeline if _tells(layout, m.statement) and _close(m.when)]
    told: set[str] = set()
    for when, same in groupby(moments, key=lambda m: m.when[:MINUTE] if "/" not in m.when else m.when):
        group = list(same)
        fresh = [m.statement for m in group if m.statement not in told]
        if fresh:
            best = min((layout.says(layout.statements[s]) for s in fresh), key=lambda w: _clarity(layout, w))
            told.update(m.statement for m in group)
            articles = {m.span.article for m in group}
            reports = tuple(r for r in layout.reports if r.id in articles)
            yield Time(when, best, reports, max(_weight(layout, m.statement) for m in group))


def _close(when: str) -> bool:
    """Whether a time is a month or less."""
    try:
        first, last = (date.fromisoformat(part[:10]) for part in when.split("/")) if "/" in when else (date.min, date.min)
    except ValueError:
        return False
    return len(when) > len("2025") and (last - first).days <= MONTH


def _tells(layout: Layout, statement: str) -> bool:
    found = layout.statements.get(statement)
    return found is not None and found.grain == "clause" and statement not in layout.result.thin


def _weight(layout: Layout, statement: str) -> float:
    points = layout.points_of.get(statement, ())
    return max((layout.result.weights.get(p, 1.0) for p in points), default=0.0)


def _clarity(layout: Layout, w: Wording) -> tuple[bool, bool, float, int, Span]:
    """What tells a time best: a sentence that stands alone, of the report itself, of weight, and short."""
    size, told = w.span.end - w.span.start, w.statement
    weight = _weight(layout, told.id) if told else 0.0
    return (leans(w) or size < CLEAR, told is None or told.form != "narrated", -round(weight, 1), size, w.span)
