"""A stream of articles falls into events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from silang.types import Article, Event


def group(articles: Iterable[Article]) -> Iterator[Event]:
    """Events of a stream; every article is in exactly one."""
    for article in articles:
        yield Event(article.id, article.title, article.published[:10] or None, (article.id,))
