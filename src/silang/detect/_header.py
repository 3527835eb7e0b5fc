"""What the event is: its title, the day of the happening, where, and who takes part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from silang.detect._lineup import Lineup
from silang.types import Entity

LONGEST = 120
"""Code points of a title made from the text."""
MOST = 8
"""Participants and places named at the head of a comparison."""


def title(lineup: Lineup) -> str:
    """The title that shares most words with the others; the first by id where none is better."""
    titles = [(r.article.id, r.article.title) for r in lineup.readings if r.article.title]
    common = Counter(word for _, text in titles for word in {w.casefold() for w in text.split()})
    ranked = sorted(titles, key=lambda x: (-sum(common[w.casefold()] for w in x[1].split()) / (len(x[1].split()) + 3), x[0]))
    return ranked[0][1] if ranked else _opening(lineup)


def _opening(lineup: Lineup) -> str:
    """The first sentence of the first report, cut at a blank where it is long."""
    line = next(iter(lineup.sentences), None)
    words = line.statement.span.of(line.article.text).split() if line else []
    while len(" ".join(words)) > LONGEST:
        words.pop()
    return " ".join(words)


def when(lineup: Lineup) -> str | None:
    """The day that most reports name, the one named most and earliest in the texts among equals."""
    reports: dict[str, set[str]] = {}
    times: Counter[str] = Counter()
    first: dict[str, float] = {}
    for line, slot in lineup.slots:
        day = str(slot.value)[:10]
        if slot.kind in ("date", "time") and len(day) == 10 and day[7] == "-" and "/" not in str(slot.value):
            reports.setdefault(day, set()).add(line.article.id)
            times[day] += 1
            place = slot.span.start / max(1, len(line.article.text))
            first[day] = min(first.get(day, 1.0), place)
    return min(reports, key=lambda d: (-len(reports[d]), -times[d], round(first[d], 4), d), default=None)


def who(lineup: Lineup) -> tuple[str, ...]:
    """Persons, bodies and countries that most reports speak of, most mentioned first."""
    return _ranked(lineup, lambda e: e.kind in ("person", "organisation", "country"))


def where(lineup: Lineup) -> tuple[str, ...]:
    """Places that most reports speak of."""
    return _ranked(lineup, lambda e: e.kind == "place")


def _ranked(lineup: Lineup, wanted: Callable[[Entity], bool]) -> tuple[str, ...]:
    reports: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for line in lineup.lines:
        for name in {*line.statement.entities, *([line.statement.speaker] if line.statement.speaker else [])}:
            entity: Entity | None = lineup.cast.get(name)
            if entity and wanted(entity):
                reports.setdefault(name, set()).add(line.article.id)
                counts[name] += 1
    least = 2 if len(lineup.readings) > 1 else 1
    found = [name for name in reports if len(reports[name]) >= least]
    return tuple(sorted(found, key=lambda n: (-len(reports[n]), -counts[n], n))[:MOST])
