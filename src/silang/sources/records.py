"""JSON records: JSON Lines, one JSON document, or a JSON array, under the field names that news data comes with."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any, BinaryIO, cast

from silang.errors import InputError
from silang.settings import MAX_INPUT_BYTES, MAX_PAGE_BYTES, MAX_RECORD_BYTES
from silang.sources._source import Source, article
from silang.sources.decoding import decoded
from silang.types import Article

NAMES = {
    "text": ("text", "maintext", "articleBody", "body_text", "raw_text", "bodies", "body", "content"),
    "markup": ("body_xhtml", "body_html"),
    "id": ("id", "uri", "guid", "@id", "fingerprint"),
    "outlet": ("outlet", "publisher", "provider", "infosource", "sitename", "source-hostname", "source_domain", "hostname"),
    "url": ("url", "canonicalurl", "mainEntityOfPage", "source"),
    "title": ("title", "headline", "headlines", "name"),
    "author": ("author", "authors", "byline", "by"),
    "published": (
        "published",
        "date_publish",
        "datePublished",
        "date",
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "versioncreated",
    ),
    "language": ("language", "inLanguage"),
}
"""For each field of Article the names it goes by, in order of trust: the contract's own, then those of news-please,
Trafilatura, IPTC ninjs 1 to 3 and schema.org NewsArticle. `markup` is text with tags."""
_HOLDERS = ("articles", "items", "@graph")
"""Fields of a document that hold records rather than being one."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
_START = re.compile(rb"(?:\xef\xbb\xbf)?[\s\x00\xff\xfe\xef\xbb\xbf]{0,100}(?:\{[\s\x00]{0,100}[\"}]|\[[\s\x00]{0,100}[{\]])")
_INSIDE = ("name", "value", "@id", "url")
"""Of a nested object, the field that stands for it."""


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The reports of a JSON file: a record a line where its first line is a whole record, else one document or array."""
    stream = _recoded(stream)
    number, first = 1, stream.readline(MAX_RECORD_BYTES + 1)
    while first and not first.strip(_BLANK):
        number, first = number + 1, stream.readline(MAX_RECORD_BYTES + 1)
    if not first:
        return iter((InputError(where, "is empty"),))
    return _lines(first, stream, where, number) if _whole(first) else _document(first, stream, where, number)


def read_lines(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The reports of a JSON Lines file: a record a line, blank lines passed over."""
    stream = _recoded(stream)
    return _lines(stream.readline(MAX_RECORD_BYTES + 1), stream, where, 1)


def _lines(line: bytes, stream: BinaryIO, where: str, number: int) -> Iterator[Article | InputError]:
    empty = True
    while line:
        if len(line) > MAX_RECORD_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_RECORD_BYTES)
            yield InputError(f"{where}:{number}", f"the line is longer than a record may be ({_megabytes(MAX_RECORD_BYTES)})")
            empty = False
        elif line.strip(_BLANK):
            yield _parsed(line, f"{where}:{number}")
            empty = False
        line = stream.readline(MAX_RECORD_BYTES + 1)
        number += 1
    if empty:
        yield InputError(where, "is empty")


def _parsed(line: bytes, where: str) -> Article | InputError:
    try:
        return record(_json(line), where)
    except _BrokenError as error:
        return InputError(where, error.cause)


def _document(first: bytes, stream: BinaryIO, where: str, number: int) -> Iterator[Article | InputError]:
    data = first + stream.read(MAX_INPUT_BYTES + 1 - len(first))
    if len(data) > MAX_INPUT_BYTES:
        yield InputError(where, f"is larger than {_megabytes(MAX_INPUT_BYTES)}; put one record on each line (JSON Lines)")
        return
    try:
        found = _json(data)
    except _BrokenError as error:
        yield InputError(f"{where}:{number + error.line - 1}" if error.line else where, error.cause)
        return
    rows = _rows(found)
    if not rows:
        yield InputError(where, "has no records")
    for count, row in enumerate(rows, 1):
        yield record(row, where if len(rows) == 1 else f"{where} (record {count})")


def _rows(found: Any) -> list[Any]:
    """The records of a document: itself, its elements, or those of the field that holds them."""
    if isinstance(found, list):
        return found
    for name in _HOLDERS:
        held = found.get(name) if isinstance(found, dict) else None
        if isinstance(held, list) and not _text(found):
            return [row for row in held if name != "@graph" or (isinstance(row, dict) and _text(row))]
    return [found]


def record(row: Any, where: str) -> Article | InputError:
    """The article of one record, or what is wrong with it."""
    if not isinstance(row, dict):
        return InputError(where, "is not a record (a JSON object with a text)")
    return article(where, _text(row), {name: _field(row, name) for name in NAMES if name not in ("text", "markup")})


def _text(row: dict[str, Any]) -> str:
    plain = _field(row, "text")
    if plain:
        return plain
    marked = _field(row, "markup")
    if not marked:
        return ""
    from silang.sources.html import extracted

    try:
        return extracted(f"<html><body><article>{marked[:MAX_PAGE_BYTES]}</article></body></html>")[0]
    except ValueError:
        return ""


def _field(row: dict[str, Any], name: str) -> str:
    return next((words for known in NAMES[name] if (words := _words(row.get(known)))), "")


def _words(value: Any) -> str:
    """What stands for a value in a field of text: itself, an object's name, the parts of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((value[name] for name in _INSIDE if isinstance(value.get(name), str)), "")
    if isinstance(value, list):
        return ", ".join(words for part in value[:100] if not isinstance(part, list) and (words := _words(part)))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _whole(line: bytes) -> bool:
    """Whether a line is a record by itself, and not a document that holds some."""
    try:
        found = _json(line)
    except _BrokenError:
        return False
    return isinstance(found, dict) and _rows(found) == [found]


def _recoded(stream: BinaryIO) -> BinaryIO:
    """The stream in UTF-8 where its byte order mark says UTF-16, so that lines end where they should."""
    head = stream.peek(2)[:2] if isinstance(stream, BufferedReader) else b""
    if head not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return stream
    return cast(BinaryIO, codecs.EncodedFile(stream, "utf-8", "utf-16", "replace"))


class _BrokenError(Exception):
    """Bytes that are no JSON: the cause as a clause, and the line where it can be told, else 0."""

    def __init__(self, cause: str, line: int = 0) -> None:
        self.cause = cause
        self.line = line
        super().__init__(cause)


def _json(data: bytes) -> Any:
    try:
        text = decoded(data)
    except ValueError as error:
        raise _BrokenError(str(error)) from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        cause = f"is not valid JSON ({error.msg.removesuffix(' at')} at column {error.colno})"
        raise _BrokenError(cause, error.lineno) from error
    except RecursionError as error:
        raise _BrokenError("is nested too deeply") from error
    except ValueError as error:
        raise _BrokenError("has a number with too many digits") from error


def _megabytes(size: int) -> str:
    return f"{size // 1024 // 1024} MB"


SOURCE = Source((".json",), lambda head: bool(_START.match(head)), read)
LINES = Source((".jsonl", ".ndjson"), lambda _: False, read_lines)
