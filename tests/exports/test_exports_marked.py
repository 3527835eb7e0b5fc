"""The whole text in runs: nothing added, nothing lost, every statement with one place to lead to."""

from __future__ import annotations

from dataclasses import replace

from comparison_factory import comparison, drafts
from hypothesis import given
from hypothesis import strategies as st

from silang.exports import marked
from silang.types import Article, Aside, Cast, Reading, Span, Statement


def shown(found: tuple[tuple[marked.Piecewise, ...], ...]) -> list[str]:
    return ["".join(piece.text for run in paragraph for piece in run.pieces) for paragraph in found]


def test_the_text_is_all_there_and_in_order() -> None:
    for draft in drafts():
        reading = draft.reading()
        assert shown(marked.paragraphs(reading, {}, {})) == [x for x in reading.article.text.split("\n") if x.strip()]


def test_a_run_knows_its_points_and_the_relation_to_show() -> None:
    reading = comparison().readings[0]
    points = {"p2": ("pt1", "pt2")}
    found = marked.paragraphs(reading, points, {"pt1": "agree", "pt2": "conflict"}, comparison().findings)
    run = next(run for paragraph in found for run in paragraph if "p2" in run.statements)
    assert (run.points, run.relation, run.anchors) == (("pt1", "pt2"), "conflict", ("p2",))
    assert [piece.text for piece in run.pieces if piece.mark == "conflict"] == ["112"]
    assert {piece.part for piece in run.pieces} == {"", "cue", "source"}


def test_asides_are_named() -> None:
    found = marked.paragraphs(comparison().readings[0], {}, {})
    assert [run.aside for paragraph in found for run in paragraph if run.aside] == ["dateline", "link"]


def test_a_statement_inside_another_keeps_both() -> None:
    text = "Wahyu berkata kapal aman. Ia pulang."
    outer = Statement("a", Span("x", 0, 25), "indirect", Span("x", 14, 24))
    inner = replace(outer, id="b", span=Span("x", 14, 24))
    (paragraph,) = marked.paragraphs(Reading(Article("x", text), (), Cast((), ()), (outer, inner)), {}, {})
    assert [run.statements for run in paragraph] == [("a",), ("b", "a"), ("a",), ()]
    assert [run.anchors for run in paragraph] == [("a",), ("b",), (), ()]


@given(st.text(alphabet="ab \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=6))
def test_any_spans_over_any_text(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span("x", start, min(len(text), start + size)) for start, size in places if start < len(text)]
    said = tuple(Statement(str(n), span, "narrated", span) for n, span in enumerate(spans[1:]))
    asides = tuple(Aside(span, "link") for span in spans[:1])
    found = marked.paragraphs(Reading(Article("x", text), asides, Cast((), ()), said), {}, {})
    assert shown(found) == [line for line in text.split("\n") if line.strip()]
    anchors = [a for paragraph in found for run in paragraph for a in run.anchors]
    assert len(anchors) == len(set(anchors))
