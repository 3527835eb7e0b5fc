"""Stretches of a report that are looked at together: its paragraphs and, roughly, its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from silang.detect._lines import Line
from silang.types import Reading, Span

LONGEST = 4000
"""Code points of a paragraph that are looked at together, so that no line is unbounded."""
SENTENCE = 800
"""The same of a sentence."""

_STOP = re.compile(r"(?<=[.?!])[\"”’)]?\s+(?=[\"“(\w])")
_PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")


def sentences(paragraph: Line) -> Iterator[Span]:
    """The sentences of a paragraph, roughly: where a stop and a blank are."""
    span, text = paragraph.statement.span, paragraph.article.text
    at = span.start
    for stop in [m.start() for m in _STOP.finditer(text, span.start, span.end)] + [span.end]:
        if text[at:stop].strip():
            yield from (Span(span.article, *piece) for piece in _pieces(text, at, stop, SENTENCE))
        at = stop


def paragraphs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches of the text between line ends and what is set aside."""
    at = 0
    for start, end in [*sorted((a.span.start, a.span.end) for a in reading.asides), (len(reading.article.text),) * 2]:
        for found in _PARAGRAPH.finditer(reading.article.text, at, max(at, start)):
            yield from _pieces(reading.article.text, found.start(), found.end(), LONGEST)
        at = max(at, end)


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces of at most so many code points, cut at a blank where there is one."""
    while end - start > longest:
        cut = text.rfind(" ", start + 1, start + longest)
        cut = cut if cut > 0 else start + longest
        yield start, cut
        start = cut
    yield start, end
