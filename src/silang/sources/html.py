"""HTML pages: the article of a page, by Trafilatura, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from silang.errors import InputError
from silang.settings import MAX_PAGE_BYTES, MAX_PAGE_PARTS, MAX_PARTS_IN_ONE
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
    try:
        text, known = extracted(page)
    except ValueError as error:
        yield InputError(where, str(error))
        return
    if len(text.split()) < _LEAST_WORDS:
        yield InputError(where, "is an HTML page without an article")
        return
    yield article(where, text, known)


def extracted(page: str) -> tuple[str, dict[str, str]]:
    """The article's text on a page, and title, author, published, outlet and url where the page has them; "" where it has none.

    Raises ValueError, with the cause, for a page of more parts than an article has. Source of the method: Trafilatura
    (Barbaresi 2021), its fast path.
    """
    import trafilatura
    from trafilatura.meta import reset_caches

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    tree = trafilatura.load_html(page)
    if tree is None:
        return "", {}
    if max(map(len, tree.iter()), default=0) > MAX_PARTS_IN_ONE or sum(1 for _ in tree.iter()) > MAX_PAGE_PARTS:
        raise ValueError("is an HTML page of too many parts to be an article")
    try:
        found = trafilatura.bare_extraction(
            tree,
            fast=True,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # a page is hostile: whatever it breaks in the extraction ends this page alone
        raise ValueError(f"cannot be read as a page ({type(error).__name__})") from error
    finally:
        reset_caches()
    if found is None or isinstance(found, dict):
        return "", {}
    names = {"title": found.title, "author": found.author, "published": found.date, "url": found.url}
    outlet = found.sitename or found.hostname
    return found.text or "", {name: value or "" for name, value in (*names.items(), ("outlet", outlet))}


SOURCE = Source((".html", ".htm", ".xhtml"), lambda head: bool(_START.match(head)), read)
