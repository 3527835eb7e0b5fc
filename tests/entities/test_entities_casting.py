"""Looking up a cast and adding to it: sayers, whole phrases, sources no recogniser saw."""

from __future__ import annotations

from silang import entities, languages, text
from silang.types import Article, Cast, Document, Span

BODY = "Kapolsek Sukamaju Kompol Bagas Pratama menahan warga setempat. Pengacara Vina, Yoga Hasibuan, membantah."


def read() -> tuple[Document, Cast]:
    document = text.document(Article("a", BODY), languages.load("id"))
    return document, entities.recognise(document)


def span(words: str) -> Span:
    start = BODY.index(words)
    return Span("a", start, start + len(words))


def test_mentions_inside_a_span_are_found() -> None:
    _, cast = read()
    where = span("Kapolsek Sukamaju Kompol Bagas Pratama")
    assert "Bagas Pratama" in [m.span.of(BODY) for m in entities.at(cast, where.start, where.end)]
    assert entities.at(cast, 0, 3) == ()


def test_the_sayer_is_not_the_one_in_his_title() -> None:
    _, cast = read()
    where = span("Pengacara Vina, Yoga Hasibuan")
    assert entities.source(cast, where.start, where.end) == "yoga-hasibuan"
    assert entities.source(cast, 0, 3) is None


def test_a_mention_with_its_titles() -> None:
    _, cast = read()
    mention = next(m for m in cast.mentions if m.span == span("Bagas Pratama"))
    assert entities.whole(cast, mention, BODY) == span("Kapolsek Sukamaju Kompol Bagas Pratama")


def test_a_source_that_nobody_saw_is_added_once() -> None:
    document, cast = read()
    larger, identifier = entities.extend(cast, document, span("warga setempat"))
    assert identifier == "warga-setempat"
    assert entities.entity(larger, identifier) is not None
    again, same = entities.extend(larger, document, span("warga setempat"))
    assert (again, same) == (larger, identifier)


def test_a_source_that_is_part_of_a_name_is_that_one() -> None:
    document, cast = read()
    larger, identifier = entities.extend(cast, document, span("Bagas"))
    assert identifier == "bagas-pratama"
    assert larger.entities == cast.entities
    assert entities.entity(cast, "nobody") is None
