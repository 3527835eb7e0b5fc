"""Properties of attribution: whatever the text, spans lie in it and a quotation carries no marks of its own."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from silang import attribution, entities, languages, text
from silang.attribution.quotes import quotes
from silang.types import Article, Attribution, Cast

VOCABULARY = "kata Rina mengatakan bahwa menurut dia ujarnya jembatan ditutup Hal ini disampaikan oleh dikutip dari Antara"
WORDS = st.sampled_from([*VOCABULARY.split(), *[",", ".", '"', "“", "”", "'", "(3/6)", "said", "he", ":"], "\n"])
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=300))


def read(body: str, code: str = "id") -> tuple[Cast, tuple[Attribution, ...]]:
    document = text.document(Article("x", body, language=code), languages.load(code))
    return attribution.attributions(document, entities.recognise(document), ())


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(languages.INSTALLED))
def test_any_text_is_read_and_every_span_lies_in_it(body: str, code: str) -> None:
    cast, said = read(body, code)
    known = {entity.id for entity in cast.entities}
    for each in said:
        spans = [each.content, each.cue, each.source, *(relay.span for relay in each.via)]
        assert all(0 <= span.start < span.end <= len(body) for span in spans if span)
        assert {each.speaker, *(relay.entity for relay in each.via)} <= known | {None}


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_direct_speech_carries_no_marks_around_it(body: str) -> None:
    for each in read(body)[1]:
        said = each.content.of(body)
        assert each.form != "direct" or said.strip('"“”«»') == said


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,?\n\"“”„«»'‘’", max_size=80))
def test_quotations_are_in_order_and_do_not_cross(body: str) -> None:
    found = [quote for quote in quotes(body) if not quote.single]
    assert all(quote.left <= quote.start < quote.end <= quote.right for quote in found)
    assert all(before.right <= after.left for before, after in pairwise(found))


def test_reading_twice_gives_the_same() -> None:
    body = '"Kami siap," kata Rina Hartono, dikutip dari Antara. Rina mengatakan jembatan dibuka lusa.'
    assert read(body) == read(body)


@pytest.mark.parametrize(
    "piece", ["kata ", '"a" ', "'a b' ", '"mengatakan bahwa menurut ', 'Rina mengatakan "ya", ujar Bagas. ']
)
def test_no_text_takes_more_than_its_length(piece: str) -> None:
    document = text.document(Article("x", piece * 1500, language="id"), languages.load("id"))
    before = process_time()
    attribution.attributions(document, Cast((), ()), ())
    assert process_time() - before < 3
