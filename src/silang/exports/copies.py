"""Text that reports share, each text once: what several pairs of reports have is one passage of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from silang.exports.layout import Layout
from silang.exports.shown import Report, Wording
from silang.types import Passage, Reading, Span

SAME = 0.6
"""Share of the shorter of two passages of a report that lies in the other, from which they are one text."""
BROKEN = 30
"""Code points at the end of a passage within which a bracket that is left open is cut off."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text with its wording in each report that has it; its longest passage gives kind and origin."""

    passage: Passage
    wordings: tuple[Wording, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that have it."""
        return tuple(w.report for w in self.wordings)


@dataclass
class _Text:
    passage: Passage
    spans: dict[str, Span] = field(default_factory=dict)


def copies(layout: Layout) -> tuple[Copy, ...]:
    """What is shared, by how many reports have it and how long it is."""
    found: list[_Text] = []
    for p in sorted(layout.result.reuse, key=lambda p: (-_size(p.a), p.a, p.b)):
        text = next((t for t in found if _in(p, t)), None)
        if text is None:
            text = _Text(p)
            found.append(text)
        for span in (p.a, p.b):
            text.spans.setdefault(span.article, span)
    made = [Copy(t.passage, tuple(_wordings(layout, t.spans))) for t in found]
    return tuple(sorted(made, key=lambda c: (-len(c.wordings), -_size(c.passage.a), c.passage.a)))


def _size(span: Span) -> int:
    return span.end - span.start


def _in(p: Passage, text: _Text) -> bool:
    return any(_overlap(span, text.spans[span.article]) for span in (p.a, p.b) if span.article in text.spans)


def _overlap(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) >= SAME * min(_size(a), _size(b))


def _wordings(layout: Layout, spans: dict[str, Span]) -> Iterable[Wording]:
    for report in layout.reports:
        if report.id in spans:
            yield layout.words(_clean(report.reading, spans[report.id]))


def _clean(reading: Reading, span: Span) -> Span:
    """The longest stretch of a span without what is set aside, and without a bracket left open at its end."""
    pieces, at = [], span.start
    for aside in sorted(a.span for a in reading.asides if a.span.start < span.end and span.start < a.span.end):
        pieces.append((at, max(at, aside.start)))
        at = max(at, aside.end)
    pieces.append((at, max(at, span.end)))
    start, end = max(pieces, key=lambda piece: (piece[1] - piece[0], -piece[0]))
    text = reading.article.text
    opened = text.rfind("(", max(start, end - BROKEN), end)
    if opened > start and ")" not in text[opened:end]:
        end = opened
    words = text[start:end]
    return Span(span.article, start + len(words) - len(words.lstrip()), start + len(words.rstrip())) if words.strip() else span
