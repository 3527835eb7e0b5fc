"""The people that a report gives a full name, and where."""

from __future__ import annotations

from typing import NamedTuple

from silang.types import Entity, Reading, Span

MOST = 60
"""People of one report that are looked at."""
PLACES = 8
"""Places of one of them that are looked at."""


class Person(NamedTuple):
    """Somebody with a full name in one report: its words, and where they stand."""

    entity: Entity
    words: tuple[str, ...]
    full: tuple[Span, ...]
    places: tuple[Span, ...]


def people(reading: Reading, small: frozenset[str]) -> tuple[Person, ...]:
    """The people of a report with full names; initials and small words are no part of them."""
    out = []
    for entity in reading.cast.entities:
        folds = (w.strip(".,’'").casefold() for w in entity.name.split())
        words = tuple(w for w in folds if len(w) > 1 and w not in small)
        if entity.kind != "person" or len(words) < 2 or not entity.name[:1].isupper():
            continue
        places = tuple(m.span for m in reading.cast.mentions if m.entity == entity.id and m.form == "name")
        full = tuple(p for p in places if " " in p.of(reading.article.text))
        if full:
            out.append(Person(entity, words, full[:PLACES], places[:PLACES]))
    return tuple(sorted(out, key=lambda p: p.places))[:MOST]
