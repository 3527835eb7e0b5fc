"""Passages that articles share, quotation told apart from copying, the likely origin, and how many origins a point has."""

from __future__ import annotations

from silang.reuse.origin import origin
from silang.reuse.origins import origins
from silang.types import Passage, Reading, Span

__all__ = ["origins", "passages"]

_QUOTED = 0.8


def passages(readings: tuple[Reading, ...]) -> tuple[Passage, ...]:
    """Passages of eight words and more that two readings share, word for word or with small edits, in order.

    A passage goes as far as the wordings agree. It is a `quotation` when both sides lie inside quoted speech, whose
    sameness is no copying. The order of the readings changes nothing.
    """
    from silang.reuse.chains import chains, seeds
    from silang.reuse.wording import wording

    ordered = sorted(readings, key=lambda reading: reading.article.id)
    worded = [wording(reading) for reading in ordered]
    out = []
    for (a, b), places in seeds(worded).items():
        x, y = worded[a], worded[b]
        found = []
        for chain in chains(x, y, places):
            first = Span(x.article, x.starts[chain.a[0]], x.ends[chain.a[1] - 1])
            second = Span(y.article, y.starts[chain.b[0]], y.ends[chain.b[1] - 1])
            exact = x.words[slice(*chain.a)] == y.words[slice(*chain.b)]
            quoted = _quoted(ordered[a], first) and _quoted(ordered[b], second)
            found.append(Passage(first, second, "quotation" if quoted else "verbatim" if exact else "near"))
        out += origin(ordered[a], ordered[b], found)
    return tuple(sorted(out, key=lambda passage: (passage.a, passage.b)))


def _quoted(reading: Reading, span: Span) -> bool:
    """Whether nearly all of a span lies in words given as direct speech."""
    inside = sum(
        max(0, min(span.end, s.content.end) - max(span.start, s.content.start))
        for s in reading.statements
        if s.form in ("direct", "mixed")
    )
    return inside >= _QUOTED * (span.end - span.start)
