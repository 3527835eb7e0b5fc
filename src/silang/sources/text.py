"""Plain text files: one report a file, its title and outlet read off its first lines where they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from silang.errors import InputError
from silang.settings import MAX_ARTICLE_CHARS
from silang.sources._source import Source, article
from silang.sources.decoding import decoded
from silang.types import Article

_MAX_BYTES = 4 * MAX_ARTICLE_CHARS + 4
"""No report of allowed length takes more, whatever its encoding."""
_TITLE_CHARS = 150
_LEAD_LINES = 6
_DASH = re.compile(r"\s*(?:-{1,2}|–|—)\s|\s(?:-{1,2}|–|—)\s*")
_SITE = re.compile(r"(?<![\w.@/-])([^\W\d_][\w-]{1,30}(?:\.[A-Za-z]{2,6}){1,2})(?![\w.@/-])")
_AGENCY = re.compile(r"[^()\n]{2,40}\(([^\W\d_][^\W\d_ ]{1,20}(?: [^\W\d_]{2,20}){0,2})\)\s*$")


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The one report of a text file."""
    data = stream.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        yield InputError(where, f"is larger than a report may be (at most {MAX_ARTICLE_CHARS:,} characters)")
        return
    try:
        text = decoded(data)
    except ValueError as error:
        yield InputError(where, str(error))
        return
    yield article(where, text, {"title": title(text), "outlet": outlet(text)})


def title(text: str) -> str:
    """The first line, where it stands apart as a title does: short, without an end mark, a blank line below. Else ""."""
    lines = text.lstrip("\ufeff\r\n\t ")[: 4 * _TITLE_CHARS].splitlines()
    if len(lines) < 3 or lines[1].strip() or not any(map(str.strip, lines[2:])):
        return ""
    first = lines[0].strip()
    return first if len(first) <= _TITLE_CHARS and len(first.split()) >= 3 and first[-1] not in ".,;:" else ""


def outlet(text: str) -> str:
    """The outlet that an opening dateline names: a site ("Contoh.com, Bogor -"), an agency ("Bogor (Kabar) -"). Else ""."""
    for line in text[:2000].splitlines()[:_LEAD_LINES]:
        found = _DASH.search(line[:120])
        if found is None:
            continue
        dateline = line[: found.start()].strip()
        site = _SITE.search(dateline)
        if site and len(dateline) <= 80:
            return site[1].lower()
        agency = _AGENCY.fullmatch(dateline)
        if agency:
            return agency[1]
    return ""


SOURCE = Source((".txt", ".text", ".md"), bool, read)
