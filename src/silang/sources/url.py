"""Web addresses: one page, fetched so that no address can lead silang into a private network or keep it there."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from silang.errors import InputError
from silang.settings import FETCH_SECONDS, MAX_PAGE_BYTES, MAX_REDIRECTS
from silang.sources import network
from silang.sources._source import Source
from silang.sources.files import read_stream
from silang.types import Article

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}
"""The media types that carry reports, as the file endings of their formats."""
_MOVED = (301, 302, 303, 307, 308)
_ROBOTS_BYTES = 512 * 1024


def read(url: str, formats: Mapping[str, Source]) -> Iterator[Article | InputError]:
    """The reports at a web address; with the address it stood at, and the host where the page names no outlet."""
    try:
        final, answer = fetched(url)
        if answer.media_type not in _ENDINGS:
            raise network.NetworkError(f"is not a page, a text or JSON (its type is {answer.media_type or 'not told'})")
    except network.NetworkError as error:
        yield InputError(url, str(error))
        return
    host = (urlsplit(final).hostname or "").removeprefix("www.")
    ending = _ENDINGS[answer.media_type]
    for found in read_stream(io.BufferedReader(io.BytesIO(answer.body)), url, ending, formats):
        if isinstance(found, Article):
            found = replace(
                found, url=found.url if ending.startswith(".json") and found.url else final, outlet=found.outlet or host
            )
        yield found


def fetched(url: str) -> tuple[str, network.Answer]:
    """Where an address leads in the end, and what stands there. Every hop is checked as the first was. Raises NetworkError."""
    deadline = time.monotonic() + FETCH_SECONDS
    asked: dict[str, str] = {}
    for _ in range(MAX_REDIRECTS + 1):
        site = "{0.scheme}://{0.netloc}".format(network.checked(url))
        if site not in asked:
            asked[site] = _robots(site, deadline)
        if not _allowed(asked[site], url):
            raise network.NetworkError("the site asks programs not to read this page (robots.txt)")
        answer = network.get(url, deadline, MAX_PAGE_BYTES)
        if answer.status == 200:
            return url, answer
        if answer.status not in _MOVED or not answer.location:
            raise network.NetworkError(f"the site answered {answer.status}")
        url = urljoin(url, answer.location)
    raise network.NetworkError(f"leads from one address to the next (more than {MAX_REDIRECTS} times)")


def _robots(site: str, deadline: float) -> str:
    """The rules a site has for programs: none where it has no such file, all forbidden where it fails (RFC 9309)."""
    url = f"{site}/robots.txt"
    for _ in range(MAX_REDIRECTS + 1):
        answer = network.get(url, deadline, _ROBOTS_BYTES)
        if answer.status not in _MOVED:
            break
        url = urljoin(url, answer.location)
    if answer.status == 200:
        return answer.body.decode("utf-8", "replace")
    return "User-agent: *\nDisallow: /\n" if answer.status >= 500 else ""


def _allowed(rules: str, url: str) -> bool:
    from protego import Protego

    return bool(Protego.parse(rules).can_fetch(url, network.AGENT))
