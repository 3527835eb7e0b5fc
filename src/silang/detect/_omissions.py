"""Points of weight that a report does not have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from silang.detect import _calendar
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Article, Finding, Omission

PARAGRAPHS = 500
"""Paragraphs of a report that are looked through."""
HELD = 0.75
"""Share of the content of a line from which a place says it."""
LEAST = 0.42
"""A point of less weight than this is not missed."""


def omissions(lineup: Lineup, weights: Mapping[str, float], findings: Iterable[Finding]) -> tuple[Omission, ...]:
    """What each report leaves out, the weightiest first.

    A report lacks nothing that it has in another row, in a difference that it takes part in, or nearly word for word in one
    place.
    """
    by_id = {line.statement.id: line for line in lineup.lines}
    articles = [r.article for r in lineup.readings]
    beside = _beside(lineup, findings)
    places = {a.id: _places(lineup, a.id) for a in articles}
    out: list[Omission] = []
    for point in sorted(lineup.points, key=lambda p: (-weights[p.id], p.id)):
        lines = [by_id[s] for s in point.statements if s in by_id]
        if lines and len(articles) > 1 and weights[point.id] >= LEAST:
            there = set(point.articles).union(*(beside.get(line.statement.id, ()) for line in lines))
            lacking = [a for a in articles if a.id not in there and not _held(lines, places[a.id])]
            out += [_omission(a, point.id, lines) for a in lacking]
    return tuple(out)


def _beside(lineup: Lineup, findings: Iterable[Finding]) -> Mapping[str, set[str]]:
    """By statement the articles that share a row with it, or a difference that it is evidence of."""
    out: dict[str, set[str]] = {}
    for point in lineup.points:
        for s in point.statements:
            out.setdefault(s, set()).update(point.articles)
    shown = [(span, found.articles) for found in findings for span in found.evidence]
    for line in lineup.lines:
        whole = line.statement.span
        for span, known in shown:
            if span.article == whole.article and whole.start <= span.start and span.end <= whole.end:
                out.setdefault(line.statement.id, set()).update(known)
    return out


def _places(lineup: Lineup, article: str) -> list[frozenset[str]]:
    """The content of each two neighbouring paragraphs of a report."""
    found = [line.content for line in lineup.paragraphs if line.article.id == article][:PARAGRAPHS]
    return [a | b for a, b in pairwise([*found, frozenset[str]()])]


def _held(lines: list[Line], places: list[frozenset[str]]) -> bool:
    """Whether some place has nearly all of the content of a line."""
    return any(len(line.content & there) >= HELD * len(line.content) > 0 for line in lines for there in places)


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
