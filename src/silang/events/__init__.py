"""A stream of articles falls into events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from silang.events.sketch import Sketch, sketch
from silang.events.stream import Stream
from silang.types import Article, Event

__all__ = ["Sketch", "Stream", "group", "sketch"]


def group(articles: Iterable[Article]) -> Iterator[Event]:
    """Events of a stream; every article is in exactly one. Texts are let go one by one, only their sketches are kept."""
    stream = Stream()
    stream.add(articles)
    return stream.events()
