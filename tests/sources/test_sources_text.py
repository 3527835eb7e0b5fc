"""Plain text: what is read off it, the encodings told apart, and what is refused."""

from __future__ import annotations

import io

import pytest

from cases_runner import Case, cases
from silang.errors import InputError
from silang.settings import MAX_ARTICLE_CHARS
from silang.sources import text
from silang.sources.decoding import decoded
from silang.types import Article

WORDS = "Rumah itu seharga €90.000 – kata “Rina”.\r\nSelesai\n"


def only(data: bytes) -> Article | InputError:
    (found,) = text.read(io.BytesIO(data), "berita.txt")
    return found


@pytest.mark.parametrize("case", cases("sources"), ids=str)
def test_first_lines(case: Case) -> None:
    assert text.title(case["report"]) == "".join(case.all("title"))
    assert text.outlet(case["report"]) == "".join(case.all("outlet"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(codec: str) -> None:
    assert decoded(WORDS.encode(codec)) == WORDS


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    assert decoded("“Satu” dan “dua”".encode()[:-1]) == "“Satu” dan “dua\ufffd"


def test_line_ends_stay() -> None:
    found = only(b"Satu.\r\nDua.\r\n")
    assert isinstance(found, Article)
    assert found.text == "Satu.\r\nDua.\r\n"


def test_the_same_text_has_the_same_id_in_any_encoding() -> None:
    found = [only(WORDS.encode(codec)) for codec in ("utf-8", "utf-16", "cp1252")]
    assert len({item.id for item in found if isinstance(item, Article)}) == 1
    assert len(found) == 3


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b" \n\t\n", "has no text"),
        (b"... --- ...", "has no text"),
        (b"%PDF-1.7\n\x00\x01", "is binary, not text"),
        (bytes(range(1, 256)) * 9, "is not text in UTF-8, UTF-16 or Windows-1252"),
        (b"a" * (MAX_ARTICLE_CHARS + 1), "is longer than a report may be (400,001 characters, at most 400,000)"),
        (b"kata " * 10_000_000, "is larger than a report may be (at most 400,000 characters)"),
    ],
    ids=["blank", "marks", "pdf", "noise", "long", "huge"],
)
def test_what_is_no_report_is_refused_with_its_cause(data: bytes, cause: str) -> None:
    found = only(data)
    assert isinstance(found, InputError)
    assert str(found) == f"berita.txt: {cause}"
