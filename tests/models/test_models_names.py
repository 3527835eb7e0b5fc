"""The name taggers: spans, kinds, and that what ships loads and does not depend on what it saw before."""

from __future__ import annotations

from silang import languages, models, text
from silang.models import capitals
from silang.models.tagger import Tagger, tagger
from silang.types import Article

BODY = "Rina Hapsari dari Universitas Airlangga terbang ke Surabaya. Hujan turun deras di sana."


def tags(body: str, code: str) -> list[tuple[str, str]]:
    document = text.document(Article("a", body, language=code), languages.load(code))
    found = models.names(document.sentences, document.language)
    assert len(found) == len(document.sentences)
    return [(body[name.start : name.end], name.kind) for names in found for name in names]


def test_nothing_is_found_where_nothing_is_named() -> None:
    assert tags("hujan turun deras di sana. air naik.", "id") == []
    assert models.names((), languages.load("id")) == []


def test_person_body_and_place() -> None:
    assert tags(BODY, "id") == [
        ("Rina Hapsari", "person"),
        ("Universitas Airlangga", "organisation"),
        ("Surabaya", "place"),
    ]


def test_the_same_words_are_tagged_the_same_after_a_long_stream() -> None:
    before = tags(BODY, "id")
    for number in range(50):
        tags(f"Menurut Nama{number} Orang{number}, kapal Kapal{number} tiba di Kota{number}.", "id")
    assert tags(BODY, "id") == before


def test_a_sentence_of_capitals_is_cut() -> None:
    assert tags(" ".join(["NAMA"] * 300), "id") is not None


def test_a_language_without_a_model_is_read_by_capitals() -> None:
    assert tagger("en") is None
    assert isinstance(tagger("id"), Tagger)
    assert ("Jane Miller", "person") in tags("The mayor met Jane Miller on Sunday.", "en")
    assert "Sunday" not in dict(tags("The mayor met Jane Miller on Sunday.", "en"))
    assert "October" in capitals.calendar(languages.load("en"))
