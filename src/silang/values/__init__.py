"""Numbers, money, percents, measures, dates and times of a text, as slots with normalised values."""

from __future__ import annotations

from silang.types import Document, Slot
from silang.values.calendar import Calendar, published
from silang.values.grammar import grammar
from silang.values.reader import read, reference

__all__ = ["slots"]


def slots(document: Document) -> tuple[Slot, ...]:
    """Every value a document gives, in text order; none overlaps another.

    Times are resolved against the article's publication date or, without one, against the day that its full dates speak
    for. What can't be put on a calendar is left out.
    """
    known = grammar(document.language)
    today = published(document.article.published) or reference(document, known)
    return tuple(read(document, known, Calendar(today)))
