"""Names by place: all that may overlap a stretch, and few others."""

from __future__ import annotations

from silang.detect._named import Named
from silang.types import Article, Cast, Mention, Reading, Span


def report(*places: tuple[int, int]) -> Reading:
    mentions = tuple(Mention(Span("a", start, end), f"e{start}", "name") for start, end in places)
    other = Mention(Span("a", 3, 5), "someone", "pronoun")
    return Reading(Article("a", "x" * 1000), (), Cast((), (*mentions, other)), ())


def test_nothing_is_near_in_a_report_without_names() -> None:
    assert Named([report()]).near(Span("a", 0, 100)) == []
    assert Named([]).near(Span("b", 0, 100)) == []


def test_all_that_overlap_are_near() -> None:
    named = Named([report((40, 50), (0, 9), (5, 25), (24, 30))])
    assert [place[:2] for place in named.near(Span("a", 20, 40))] == [(0, 9), (5, 25), (24, 30)]


def test_a_long_report_is_not_gone_through_for_each_stretch() -> None:
    named = Named([report(*((at, at + 4) for at in range(0, 1000, 5)))])
    assert len(named.near(Span("a", 500, 520))) < 6
