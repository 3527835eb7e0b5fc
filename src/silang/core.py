"""The program on one page: `compare(group(read(articles)))`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from silang import align, attribution, detect, entities, languages, readouts, reuse, statements, text, values
from silang.types import Article, Comparison, Event, Reading


def read(articles: Iterable[Article]) -> Iterator[Reading]:
    """Turn each article into what it says. One reading an article, in order; memory is bounded by one article."""
    return map(reading, articles)


def reading(article: Article) -> Reading:
    """Read one article: its sentences, who is in it, the values it gives, who said what, and its statements."""
    language = languages.of(article)
    document = text.document(replace(article, language=language.code), language)
    cast = entities.recognise(document)
    slots = values.slots(document)
    cast, attributions = attribution.attributions(document, cast, slots)
    said = statements.statements(document, cast, slots, attributions)
    return Reading(document.article, document.asides, cast, said)


def group(articles: Iterable[Article]) -> Iterator[Event]:
    """Put a stream of articles into events. Every article comes out in exactly one event."""
    from silang import events  # a comparison of two reports does not wait for it

    return events.group(articles)


def compare(readings: Iterable[Reading]) -> Comparison:
    """Lay the readings of one event side by side: points, findings, omissions, parties, timeline, reuse."""
    cast, merged = entities.merge(tuple(readings))
    points = align.points(merged, cast)
    shared = reuse.passages(merged)
    found = detect.comparison(merged, cast, points, shared)
    return replace(found, origins=reuse.origins(found.points, merged, shared), readout=readouts.readout(found))
