"""One pass over the sentences of a document: the first reader that understands a token makes the slot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from silang.types import Document, Sentence, Slot, Span
from silang.values.calendar import Calendar
from silang.values.dated import Dater
from silang.values.grammar import Grammar
from silang.values.quantities import Reader

__all__ = ["read", "reference"]

_WHOLE = len("2025-06-18")
_SIDE_BY_SIDE = re.compile(r"[\s,(]{0,3}")


def read(document: Document, grammar: Grammar, now: Calendar) -> Iterator[Slot]:
    """The slots of a document, in text order."""
    scale = 1.0
    previous: Slot | None = None
    for sentence in document.sentences:
        now.within = None
        lows = [*map(str.lower, sentence.words)]
        dater = Dater(document.article.text, sentence, lows, grammar, now)
        places = _places(dater)
        if not places:
            continue
        reader = Reader(document.article.text, sentence, lows, grammar, scale)
        for slot in _sentence(document.article.id, sentence, places, dater, reader):
            joined = _joined(previous, slot, document.article.text)
            if previous and not joined:
                yield previous
            previous = joined or slot
        scale = reader.scale
    if previous:
        yield previous


def reference(document: Document, grammar: Grammar) -> date | None:
    """The day that an undated report speaks from: of the days with their weekday the one named most, then the latest."""
    days: Counter[date] = Counter()
    named: Counter[date] = Counter()
    for sentence in document.sentences:
        lows = [*map(str.lower, sentence.words)]
        dater = Dater(document.article.text, sentence, lows, grammar, Calendar(None))
        for i, low in enumerate(lows):
            found = dater.at(i) if low in grammar.timing.weekdays or low[0].isdigit() else None
            if found and found[0].day:
                days[found[0].day] += 1
                named[found[0].day] += low in grammar.timing.weekdays
    pool = +named or days
    return max(pool, key=lambda day: (pool[day], day), default=None)


def _sentence(article: str, sentence: Sentence, places: list[int], dater: Dater, reader: Reader) -> Iterator[Slot]:
    past = 0
    for i in places:
        start = sentence.starts[i]
        if start < past:
            continue
        time = dater.at(i)
        if time:
            found, start, past = time
            yield Slot("time" if "T" in found.value else "date", Span(article, start, past), found.value, note=found.note)
            continue
        quantity = reader.at(i)
        if quantity:
            start, past = sentence.starts[quantity.first], sentence.ends[quantity.last - 1]
            value, unit, of = quantity.value, quantity.unit, quantity.of
            yield Slot(quantity.kind, Span(article, start, past), value, unit, of, quantity.bound, quantity.note)


def _places(dater: Dater) -> list[int]:
    """The tokens at which a value can begin."""
    triggers, lows = dater.grammar.triggers, dater.lows
    if dater.has_joints():
        return [i for i, low in enumerate(lows) if low in triggers or low[0].isdigit() or dater.begins(low)]
    return [i for i, low in enumerate(lows) if low in triggers or low[0].isdigit()]


def _joined(before: Slot | None, slot: Slot, text: str) -> Slot | None:
    """One slot for two that say the same day side by side: "this morning, Wednesday (18/6)"."""
    if before is None or before.kind != "date" or slot.kind != "date" or before.value != slot.value:
        return None
    if len(str(slot.value)) < _WHOLE or (before.note and slot.note):
        return None
    if _SIDE_BY_SIDE.fullmatch(text, before.span.end, slot.span.start) is None:
        return None
    return Slot("date", Span(slot.span.article, before.span.start, slot.span.end), slot.value, note=slot.note or before.note)
