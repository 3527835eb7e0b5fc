"""The shape of an input format, and how what it found becomes an Article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO

import xxhash

from silang.errors import InputError
from silang.settings import MAX_ARTICLE_CHARS, MAX_METADATA_CHARS
from silang.types import Article

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Source:
    """An input format.

    `suffixes` are the lower-case endings of its files, with the dot. `claims` says from the first 4096 bytes whether
    a stream without a known ending is of this format. `read` yields the articles of a binary stream; `where` names it
    in messages. A record that cannot be used is yielded as an InputError in its place, so that the others still come.
    """

    suffixes: tuple[str, ...]
    claims: Callable[[bytes], bool]
    read: Callable[[BinaryIO, str], Iterator[Article | InputError]]


def article(where: str, text: str, known: Mapping[str, str]) -> Article | InputError:
    """An Article of this text and what is known of it (field names of Article), or why it cannot be one.

    Lone surrogates, which no encoding can carry, become U+FFFD one for one; nothing else of the text changes. Without an
    id it gets one from its content, so the same text has the same id everywhere.
    """
    text = _SURROGATE.sub("\ufffd", text)
    if len(text) > MAX_ARTICLE_CHARS:
        return InputError(where, f"is longer than a report may be ({len(text):,} characters, at most {MAX_ARTICLE_CHARS:,})")
    if not any(map(str.isalnum, text)):
        return InputError(where, "has no text")
    fields = {name: one_line(value) for name, value in known.items()}
    fields["published"] = moment(fields.get("published", ""))
    fields["language"] = re.split("[-_]", fields.get("language", "").lower())[0]
    fields["id"] = fields.get("id") or content_id(text)
    return Article(text=text, **fields)


def content_id(text: str) -> str:
    """The id of an article that came without one: 16 hexadecimal digits of its text's xxHash (XXH3, 64 bits)."""
    return xxhash.xxh3_64_hexdigest(text.encode("utf-8", "replace"))


def one_line(value: str) -> str:
    """A field of metadata on one line, bounded, printable."""
    plain = "".join(c if c.isprintable() else " " for c in _SURROGATE.sub("\ufffd", value[: 4 * MAX_METADATA_CHARS]))
    return " ".join(plain.split())[:MAX_METADATA_CHARS].rstrip()


def moment(value: str) -> str:
    """A time of publication as ISO 8601 (date or date-time), or "" where it cannot be read."""
    if _DAY.fullmatch(value):
        return value
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(value).isoformat()
        except ValueError:
            continue
    return ""
