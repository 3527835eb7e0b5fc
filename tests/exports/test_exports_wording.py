"""Words cut for a row: whole words, marks kept, hostile text made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silang.exports import safe, wording
from silang.exports.wording import Run
from silang.types import Span

TEXT = "Kapal itu membawa 112 penumpang\ndari Meranti ke  Bengkalis."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span("a", start, start + len(words))


def test_what_matters_is_marked_and_white_space_is_one_space() -> None:
    runs = wording.runs(TEXT, Span("a", 0, len(TEXT)), [at("112"), at("Bengkalis")], 200)
    assert wording.plain(runs) == "Kapal itu membawa 112 penumpang dari Meranti ke Bengkalis."
    assert [run.text for run in runs if run.marked] == ["112", "Bengkalis"]


def test_marks_of_another_article_or_outside_the_span_mark_nothing() -> None:
    runs = wording.runs(TEXT, at("membawa 112"), [Span("b", 10, 14), at("Bengkalis")], 200)
    assert runs == (Run("membawa 112"),)


def test_a_long_wording_is_cut_at_words_around_its_first_mark() -> None:
    text = "satu " * 60 + "PENTING " + "dua " * 60
    runs = wording.runs(text, Span("a", 0, len(text)), [at("PENTING", text)], 100)
    shown = wording.plain(runs)
    assert shown.startswith("…satu")
    assert shown.endswith("dua…")
    assert Run("PENTING", marked=True) in runs
    assert len(shown) < 110


def test_broad_evidence_marks_the_words_that_the_other_lacks() -> None:
    text = "kapal kandas karena arus kuat"
    marks = wording.narrow(text, Span("a", 0, len(text)), [Span("a", 0, len(text))], ["kapal kandas karena nakhoda lalai"])
    assert [m.of(text) for m in marks] == ["arus kuat"]
    text = "izin ditunda karena musim pemijahan ikan sarden"
    marks = wording.narrow(text, Span("a", 0, len(text)), [Span("a", 0, len(text))], ["izin diundur karena sengketa"])
    assert [m.of(text) for m in marks] == ["musim pemijahan ikan sarden"]


def test_broad_evidence_of_words_that_the_other_has_too_stays_marked() -> None:
    text = "Perdana Menteri Rusia"
    whole = Span("a", 0, len(text))
    assert wording.narrow(text, whole, [whole], ["Presiden Rusia dan Perdana Menteri Israel"]) == (whole,)


def test_narrow_evidence_stays_as_it_is() -> None:
    assert wording.narrow(TEXT, Span("a", 0, len(TEXT)), [at("112")], ["112"]) == (at("112"),)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(1, 40))
def test_any_span_of_any_text_can_be_cut(text: str, start: int, end: int, limit: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    mark = Span("a", start, min(end, start + 3))
    shown = wording.plain(wording.runs(text, Span("a", start, end), [mark], limit))
    assert all(word in text for word in shown.replace("…", " ").split())


HOSTILE = {"a\x1b[31mb": "a␛[31mb", "x\u202ey": "x\ufffdy", "a\r\n\tb": "a   b", "é 1 ✓": "é 1 ✓", "\x9b2J": "\ufffd2J"}
NO_LINKS = [
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "file:///x",
    "//x.example",
    "http://",
    "http://[",
    "",
    "x",
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE.items())
def test_no_escape_sequence_reaches_a_terminal(text: str, shown: str) -> None:
    assert safe.line(text) == shown


@pytest.mark.parametrize("url", NO_LINKS)
def test_only_web_addresses_are_linked(url: str) -> None:
    assert safe.link(url) == ""


def test_a_web_address_is_linked() -> None:
    assert safe.link(" https://kabar.example/a?b=1 ") == "https://kabar.example/a?b=1"
