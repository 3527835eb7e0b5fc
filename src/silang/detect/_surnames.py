"""Speakers called by one word that is a letter apart from a word of the full name of somebody in the report."""

from __future__ import annotations

from collections.abc import Iterator

from silang.align.background import background
from silang.detect import _spelling
from silang.detect._difference import Side
from silang.detect._lineup import Lineup
from silang.types import Mention, Reading, Span

SHORTEST = 5
"""Letters of such a word, at least: many short names are a letter apart."""
MOST = 200
"""Names of one report that are looked at."""


def surnames(lineup: Lineup) -> Iterator[tuple[Side, Side]]:
    """The word in a full name and the misprinted one of the speaker, each with its place, the earlier first."""
    for reading in lineup.readings:
        full = [m for m in reading.cast.mentions[:MOST] if _person(lineup, m) and " " in m.span.of(reading.article.text)]
        known = {w: span for m in reversed(full) for w, span in _words(reading, m.span)}
        sources = {s.source for s in reading.statements if s.source is not None}
        for source in sorted(sources):
            for word in _alone(lineup, reading, source):
                near = [v for v in sorted(known) if _slip(lineup, word, v)]
                if word not in known and len(near) == 1:
                    yield from _sides(lineup, known[near[0]], source)


def _person(lineup: Lineup, mention: Mention) -> bool:
    known = lineup.cast.get(mention.entity)
    return mention.form == "name" and known is not None and known.kind == "person"


def _words(reading: Reading, span: Span) -> Iterator[tuple[str, Span]]:
    """Folded words of a name, with their places."""
    at = span.start
    for word in span.of(reading.article.text).split():
        at = reading.article.text.index(word, at)
        yield word.casefold(), Span(span.article, at, at + len(word))
        at += len(word)


def _alone(lineup: Lineup, reading: Reading, source: Span) -> Iterator[str]:
    """The one word of a source, written as a name, once in the report and never as a common word."""
    text = source.of(reading.article.text)
    fold = text.casefold()
    name = text.istitle() and text.isalpha() and len(text) >= SHORTEST and fold not in lineup.lowercase
    if name and lineup.times(reading.article.id, fold) == 1 == sum(lineup.has(r.article.id, fold) for r in lineup.readings):
        yield fold


def _slip(lineup: Lineup, a: str, b: str) -> bool:
    """Whether two words are a letter apart, begin alike, and are neither two known words nor two conventions."""
    lexicon = lineup.paragraphs[0].lexicon
    known = background().rows.keys()
    apart = a[0] == b[0] and min(len(a), len(b)) >= SHORTEST and not {a, b} <= known
    return apart and _spelling.respelled(a, b, lexicon.function) and not _spelling.conventional(lexicon, a, b)


def _sides(lineup: Lineup, one: Span, other: Span) -> Iterator[tuple[Side, Side]]:
    first, second = sorted((one, other))
    x, y = lineup.paragraph(first), lineup.paragraph(second)
    if x is not None and y is not None:
        yield Side(x, first), Side(y, second)
