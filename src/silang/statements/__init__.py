"""Sentences and attributions become statements: one thing one article says, with polarity, modality and values."""

from __future__ import annotations

from silang.types import Attribution, Cast, Document, Slot, Span, Statement


def statements(
    document: Document, cast: Cast, slots: tuple[Slot, ...], attributions: tuple[Attribution, ...]
) -> tuple[Statement, ...]:
    """Every statement of a document, in text order."""
    article = document.article.id
    out = []
    for number, sentence in enumerate(document.sentences):
        span = Span(article, sentence.start, sentence.end)
        inside = tuple(slot for slot in slots if span.start <= slot.span.start and slot.span.end <= span.end)
        out.append(Statement(f"{article}:{number}", span, "narrated", span, slots=inside))
    return tuple(out)
