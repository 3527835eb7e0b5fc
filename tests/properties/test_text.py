"""Properties of the text room over any text: nothing is lost, nothing overlaps, every offset slices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silang import languages, settings, text
from silang.text import Offsets
from silang.types import Article, Document

PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        ". ",
        ".",
        "\n",
        "Baca juga: ",
        "Advertisement\n",
        "(foto: A)",
        "JAKARTA - ",
        "Kata Rina",
        " dr. ",
        "GunungApi",
        "...",
        "(abc)",
        "\u00a0",
        "1. ",
        "kabar.com",
        ",",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join))
LANGUAGES = st.sampled_from(["id", "en", "ms"])


def read(body: str, code: str) -> Document:
    return text.document(Article("a", body), languages.load(code))


@given(TEXTS, LANGUAGES)
def test_every_character_is_in_one_sentence_or_aside(body: str, code: str) -> None:
    document = read(body, code)
    spans = [(s.start, s.end) for s in document.sentences] + [(a.span.start, a.span.end) for a in document.asides]
    at = 0
    for start, end in sorted(spans):
        assert at <= start < end <= len(body)
        assert not body[at:start].strip()
        at = end
    assert not body[at:].strip()


@given(TEXTS, LANGUAGES)
def test_words_are_slices_and_leave_only_blanks(body: str, code: str) -> None:
    for sentence in read(body, code).sentences:
        assert 0 < len(sentence.words) <= settings.MAX_SENTENCE_TOKENS
        assert sentence.words == tuple(body[a:b] for a, b in zip(sentence.starts, sentence.ends, strict=True))
        assert all(sentence.words)
        at = sentence.start
        for start, end in zip(sentence.starts, sentence.ends, strict=True):
            assert not body[at:start].strip()
            at = end
        assert at == sentence.end


def test_a_sentence_without_an_end_is_cut() -> None:
    document = read("kata " * 1000, "id")
    assert [len(s.words) for s in document.sentences] == [400, 400, 200]


@given(st.text(), st.data())
def test_offsets_round_trip(body: str, data: st.DataObject) -> None:
    offsets = Offsets(body)
    point = data.draw(st.integers(0, len(body)))
    assert offsets.from_utf16(offsets.utf16(point)) == point
    assert offsets.from_byte(offsets.byte(point)) == point
    assert offsets.byte(point) == len(body[:point].encode("utf-8", "surrogatepass"))
    assert offsets.utf16(point) == len(body[:point].encode("utf-16-le", "surrogatepass")) // 2


def test_offsets_outside_the_text_are_refused() -> None:
    offsets = Offsets("aé🙂")
    assert [offsets.utf16(3), offsets.byte(3), offsets.from_utf16(3), offsets.from_byte(5)] == [4, 7, 2, 2]
    with pytest.raises(IndexError):
        offsets.utf16(4)
    with pytest.raises(IndexError):
        offsets.from_byte(8)
