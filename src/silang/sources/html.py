"""HTML pages: the article of a page, by Trafilatura, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from silang.errors import InputError
from silang.settings import MAX_PAGE_BYTES
from silang.sources._source import Source, article
from silang.sources.decoding import decoded
from silang.types import Article

_LEAST_WORDS = 20
"""What is left of a page with fewer words is its furniture, not a report."""
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype\s+html|html|head|body|!--)", re.I)


def read(stream: BinaryIO, where: str) -> Iterator[Article | InputError]:
    """The one report of a page."""
    data = stream.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        yield InputError(where, f"is larger than a page may be (at most {MAX_PAGE_BYTES // 1024 // 1024} MB)")
        return
    try:
        page = decoded(data)
    except ValueError as error:
        yield InputError(where, str(error))
        return
    text, known = extracted(page)
    if len(text.split()) < _LEAST_WORDS:
        yield InputError(where, "is an HTML page without an article")
        return
    yield article(where, text, known)


def extracted(page: str) -> tuple[str, dict[str, str]]:
    """The article's text on a page, and title, author, published, outlet and url where the page has them; "" where it has none.

    Takes at most MAX_PAGE_BYTES of a page. Source of the method: Trafilatura (Barbaresi 2021), its fast path.
    """
    import trafilatura
    from trafilatura.meta import reset_caches

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.bare_extraction(
            page,
            fast=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    finally:
        reset_caches()
    if found is None or isinstance(found, dict):
        return "", {}
    names = {"title": found.title, "author": found.author, "published": found.date, "url": found.url}
    outlet = found.sitename or found.hostname
    return found.text or "", {name: value or "" for name, value in (*names.items(), ("outlet", outlet))}


SOURCE = Source((".html", ".htm", ".xhtml"), lambda head: bool(_START.match(head)), read)
