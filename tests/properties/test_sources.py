"""Whatever bytes come in: articles or one clear sentence each, never a traceback; and every text can be written out again."""

from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from silang.errors import InputError
from silang.sources import FORMATS
from silang.sources._source import Source, content_id
from silang.sources.decoding import decoded
from silang.sources.files import read_stream
from silang.types import Article

PLAIN = [FORMATS[name] for name in ("text", "records", "lines")]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["text", "title", "id", "articles", "author"]), inner)
    ),
    max_leaves=12,
)


def usable(found: Article | InputError) -> bool:
    if isinstance(found, InputError):
        return bool(found.where and found.cause and "\n" not in str(found))
    lines = (found.id, found.outlet, found.url, found.title, found.author, found.published, found.language)
    return bool(found.text and found.id and json.dumps(found.text, ensure_ascii=False).encode()) and all(
        value.isprintable() and value.encode() is not None for value in lines
    )


@given(st.binary(max_size=400), st.sampled_from(PLAIN))
def test_any_bytes(data: bytes, source: Source) -> None:
    assert all(map(usable, source.read(io.BufferedReader(io.BytesIO(data)), "x")))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<script>", "<!--", "&#xd800;", "\0", "<b>", "kata ", "<meta "]) | st.text()
    )
)
def test_any_page(parts: list[str]) -> None:
    data = "".join(["<html>", *parts]).encode("utf-8", "surrogatepass")
    assert all(map(usable, FORMATS["html"].read(io.BufferedReader(io.BytesIO(data)), "x")))


@given(st.binary(max_size=100))
def test_any_bytes_of_no_known_ending(data: bytes) -> None:
    plain = {name: FORMATS[name] for name in ("records", "lines", "text")}
    assert all(map(usable, read_stream(io.BufferedReader(io.BytesIO(data)), "x", "", plain)))


@given(VALUES)
def test_any_json(value: object) -> None:
    data = json.dumps(value).encode()
    found = list(FORMATS["records"].read(io.BufferedReader(io.BytesIO(data)), "x"))
    assert found
    assert all(map(usable, found))


@given(st.lists(st.dictionaries(st.sampled_from(["text", "id"]), st.text()), max_size=6))
def test_no_line_is_lost(rows: list[dict[str, str]]) -> None:
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    found = list(FORMATS["lines"].read(io.BufferedReader(io.BytesIO(data)), "x"))
    assert len(found) == max(len(rows), 1)


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_unicode_text_comes_through_unchanged(text: str, codec: str) -> None:
    if not text.startswith("\ufeff"):
        assert decoded(text.encode(codec)) == text


@given(st.text())
def test_an_id_is_of_the_content_alone(text: str) -> None:
    assert content_id(text) == content_id(str(text))
    assert len(content_id(text)) == 16
