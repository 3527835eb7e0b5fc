"""Cases of points: what reports say together, and what they do not."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import align, core, entities
from silang.types import Article, Point, Reading


def laid(case: Case) -> tuple[tuple[Reading, ...], tuple[Point, ...]]:
    reports = [(info.removeprefix("report "), body) for info, body in case.blocks if info.startswith("report ")]
    articles = [Article(name, body.strip("\n"), language="id", published="2025-06-04") for name, body in reports]
    cast, merged = entities.merge(tuple(map(core.reading, articles)))
    return merged, align.points(merged, cast)


def joined(case: Case, line: str, other_report: int = 1) -> bool:
    """Whether a point holds what the first report says before `~`, and what another says after."""
    readings, points = laid(case)
    first, second = (part.strip() for part in line.split("~"))
    texts = {reading.article.id: reading.article.text for reading in readings}
    said = {s.id: (s.span.article, s.span.of(texts[s.span.article])) for r in readings for s in r.statements}
    one, two = readings[0].article.id, readings[other_report].article.id
    mine = {s for s, (article, words) in said.items() if article == one and first in words}
    other = {s for s, (article, words) in said.items() if article == two and second in words}
    assert mine, line
    assert other, line
    return any(mine & set(point.statements) and other & set(point.statements) for point in points)


ALL = cases("align")


@pytest.mark.parametrize(("case", "line"), [(c, line) for c in ALL for line in c.lines("apart")], ids=str)
def test_silent(case: Case, line: str) -> None:
    assert not joined(case, line)


@pytest.mark.parametrize(("case", "line"), [(c, line) for c in ALL for line in c.lines("together")], ids=str)
def test_joined(case: Case, line: str) -> None:
    assert joined(case, line)


@pytest.mark.parametrize(("case", "line"), [(c, line) for c in ALL for line in c.lines("entries")], ids=str)
def test_silent_within_one_report(case: Case, line: str) -> None:
    assert not joined(case, line, other_report=0)


@pytest.mark.parametrize(("case", "line"), [(c, line) for c in ALL for line in c.lines("again")], ids=str)
def test_said_again_in_one_report(case: Case, line: str) -> None:
    assert joined(case, line, other_report=0)
