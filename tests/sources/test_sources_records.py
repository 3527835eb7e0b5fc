"""JSON records: the shapes they come in, the names of their fields, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from silang import sources
from silang.errors import InputError
from silang.settings import MAX_RECORD_BYTES
from silang.types import Article

BODY = "Warga memperbaiki jembatan itu sendiri."


def found(path: Path) -> tuple[list[Article], list[str]]:
    broken: list[InputError] = []
    articles = list(sources.articles([str(path)], broken.append))
    return articles, [str(error).replace(str(path), path.name) for error in broken]


def written(folder: Path, data: Any, name: str = "a.json") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        {"text": BODY},
        [{"text": BODY}],
        {"articles": [{"text": BODY}]},
        {
            "@context": "https://schema.org",
            "@graph": [{"@type": "WebPage", "name": "x"}, {"@type": "NewsArticle", "articleBody": BODY}],
        },
        json.dumps({"text": BODY}, indent=2).encode("utf-16"),
        b"\n\n" + json.dumps({"text": BODY}).encode("utf-8-sig"),
    ],
    ids=["document", "array", "holder", "graph", "utf-16", "mark"],
)
@pytest.mark.parametrize("name", ["a.json", "a"])
def test_shapes(tmp_path: Path, data: Any, name: str) -> None:
    articles, broken = found(written(tmp_path, data, name))
    assert [article.text for article in articles] == [BODY]
    assert not broken


RECORDS = {
    "contract": {
        "id": "a1",
        "text": BODY,
        "outlet": "Kabar",
        "url": "https://kabar.example/1",
        "title": "Jembatan",
        "author": "Rina",
        "published": "2025-03-02",
        "language": "id",
    },
    "news-please": {
        "maintext": BODY,
        "title": "Jembatan",
        "authors": ["Rina"],
        "date_publish": "2025-03-02 00:00:00",
        "source_domain": "Kabar",
        "url": "https://kabar.example/1",
        "language": "id",
        "description": "lain",
    },
    "trafilatura": {
        "text": BODY,
        "title": "Jembatan",
        "author": "Rina",
        "date": "2025-03-02",
        "source-hostname": "Kabar",
        "source": "https://kabar.example/1",
        "language": "id",
        "fingerprint": "ab12",
    },
    "ninjs 1": {
        "uri": "urn:kabar:1",
        "headline": "Jembatan",
        "body_text": BODY,
        "byline": "Rina",
        "versioncreated": "2025-03-02T00:00:00Z",
        "language": "id-ID",
        "provider": "Kabar",
        "url": "https://kabar.example/1",
    },
    "ninjs 3": {
        "uri": "urn:kabar:1",
        "headlines": [{"value": "Jembatan"}],
        "bodies": [{"contenttype": "text/plain", "value": BODY}],
        "by": "Rina",
        "contentcreated": "2025-03-02T00:00:00Z",
        "language": "id",
        "infosource": [{"name": "Kabar", "uri": "https://kabar.example"}],
        "canonicalurl": "https://kabar.example/1",
    },
    "schema.org": {
        "@type": "NewsArticle",
        "@id": "https://kabar.example/1#a",
        "headline": "Jembatan",
        "articleBody": BODY,
        "author": {"@type": "Person", "name": "Rina"},
        "publisher": {"@type": "Organization", "name": "Kabar"},
        "datePublished": "Sun, 02 Mar 2025 00:00:00 +0000",
        "inLanguage": "id_ID",
        "mainEntityOfPage": {"@id": "https://kabar.example/1"},
    },
}


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_names_of_fields(tmp_path: Path, name: str) -> None:
    (article,), _ = found(written(tmp_path, RECORDS[name]))
    assert (article.text, article.title, article.author, article.outlet) == (BODY, "Jembatan", "Rina", "Kabar")
    assert (article.url, article.published[:10], article.language) == ("https://kabar.example/1", "2025-03-02", "id")


def test_markup_is_read_as_a_page(tmp_path: Path) -> None:
    (article,), _ = found(written(tmp_path, {"body_xhtml": f"<p>{BODY}</p><p>Bupati belum menanggapi.</p>"}))
    assert article.text == f"{BODY}\nBupati belum menanggapi."


def test_lines_that_cannot_be_used_are_named_and_the_others_come(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": BODY}).encode(),
        b'{"text": "putus',
        b"",
        b'{"title": "tanpa teks"}',
        b"[1, 2]",
        b"[" * 100_000,
        b'{"text": "' + b"a" * MAX_RECORD_BYTES + b'"}',
        b'{"text": 5e999, "id": 1}',
        b'{"n": ' + b"9" * 5000 + b"}",
        '{"text": "Garis terakhir – selesai."}'.encode("cp1252"),
    ]
    articles, broken = found(written(tmp_path, b"\n".join(lines), "a.jsonl"))
    assert [article.text for article in articles] == [BODY, "Garis terakhir – selesai."]
    assert broken == [
        "a.jsonl:2: is not valid JSON (Invalid control character at column 16)",
        "a.jsonl:4: has no text",
        "a.jsonl:5: is not a record (a JSON object with a text)",
        "a.jsonl:6: is nested too deeply",
        "a.jsonl:7: the line is longer than a record may be (8 MB)",
        "a.jsonl:8: has no text",
        "a.jsonl:9: has a number with too many digits",
    ]


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"[]", "has no records"),
        (b'[\n{"text": "a"},\n{"text" "b"}]', "a.json:3: is not valid JSON (Expecting ':' delimiter at column 9)"),
        (b"\n\n{\n]", "a.json:4: is not valid JSON"),
        (b'"kata"', "is not a record"),
        (b'{"a": "\x00"}', "is binary, not text"),
    ],
)
def test_documents_that_cannot_be_used(tmp_path: Path, data: bytes, cause: str) -> None:
    articles, broken = found(written(tmp_path, data))
    assert not articles
    assert len(broken) == 1
    assert cause in broken[0]


def test_lone_surrogates_can_be_written_out_again(tmp_path: Path) -> None:
    (article,), _ = found(written(tmp_path, b'{"text": "Kata \\ud800 lain", "title": "\\udfff", "id": "x\\ud9ff"}'))
    assert article.text == "Kata \ufffd lain"
    assert "".join((article.text, article.title, article.id)).encode()


def test_published_that_is_no_time_is_left_out(tmp_path: Path) -> None:
    (article,), _ = found(written(tmp_path, {"text": BODY, "published": "kemarin"}))
    assert article.published == ""
