"""Properties of the entities room: any text gives a sound cast; a merge does not depend on the order of the reports."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from silang import entities, languages, text
from silang.types import Article, Reading, Statement

PIECES = st.sampled_from(
    [
        "Menteri Luar Negeri Rusia, Anton Belov,",
        "Belov",
        "Kapolsek Sukamaju Kompol Bagas Pratama",
        "Bagas",
        "Badan Pangan Merdeka (BPM)",
        "BPM",
        "pemimpin Rusia itu",
        "Ia",
        "mengatakan",
        "kata",
        "alias",
        "(",
        ")",
        ",",
        ". ",
        "Pengacara",
        "Presiden",
        "Iwan Setiawan",
        "Iwan Kurniawan",
        "Iwan",
        "Sky News",
        "kantornya",
        "\n",
        "'s",
        "Dr.",
        "H.",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=25).map(" ".join))
LANGUAGES = st.sampled_from(["id", "en", "ms"])


def reading(body: str, code: str, identifier: str) -> Reading:
    document = text.document(Article(identifier, body, language=code), languages.load(code))
    cast = entities.recognise(document)
    said = tuple(
        Statement(f"{identifier}-{n}", m.span, "narrated", m.span, speaker=m.entity, entities=(m.entity,))
        for n, m in enumerate(cast.mentions)
    )
    return Reading(document.article, document.asides, cast, said)


@given(TEXTS, LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_sound_cast(body: str, code: str) -> None:
    cast = reading(body, code, "a").cast
    ids = [e.id for e in cast.entities]
    assert len(ids) == len(set(ids))
    assert ids == sorted(ids)
    for mention in cast.mentions:
        assert mention.entity in ids
        assert mention.span.of(body).strip()
    spans = [mention.span for mention in cast.mentions]
    assert spans == sorted(spans)
    for entity in cast.entities:
        assert entity.name
        assert entity.party is None or entity.party in ids
        for role in entity.roles:
            assert role.title
            assert role.of is None or role.of in ids
            assert role.span.of(body).strip()


@given(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
@settings(max_examples=80, deadline=None)
def test_the_order_of_reports_changes_nothing(bodies: list[str]) -> None:
    readings = tuple(reading(body, "id", str(n)) for n, body in enumerate(bodies))
    forward, first = entities.merge(readings)
    backward, second = entities.merge(readings[::-1])
    assert forward == backward
    assert first == second[::-1]
    ids = {e.id for e in forward}
    for merged in first:
        assert {m.entity for m in merged.cast.mentions} | {e.id for e in merged.cast.entities} <= ids
        assert all(s.speaker in ids and set(s.entities) <= ids for s in merged.statements)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_a_report_given_twice_has_one_cast(body: str) -> None:
    once, _ = entities.merge((reading(body, "id", "a"),))
    twice, _ = entities.merge((reading(body, "id", "a"), reading(body, "id", "a")))
    assert [e.id for e in once] == [e.id for e in twice]


@pytest.mark.parametrize("body", ["", " ", "((((", "Dr. Dr. Dr.", "Kompol", "Presiden " * 200, "(A) " * 200, "A'" * 300])
def test_odd_text(body: str) -> None:
    assert reading(body, "id", "a").cast is not None
