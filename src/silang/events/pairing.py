"""The reports of a stream by day, and which of them are compared with a new one, under what weights."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from silang.events import background
from silang.events.features import Rarity, View, view
from silang.events.index import WINDOW, DayIndex, candidates
from silang.events.minhash import bands
from silang.events.sketch import Sketch

_STREAM_COUNTS = 3.0
"""A report of the window says this much more about how rare a term is now than one of the background."""
_DAYS_AT_HAND = 64
"""Days whose index is kept ready; that of another is made anew from its sketches when a late report asks for it."""

Day = int | None


class Archive:
    """Every sketch of a stream, by number and by day."""

    def __init__(self) -> None:
        self.sketches: list[Sketch] = []
        self.days: dict[Day, list[int]] = {}
        self._indexes: OrderedDict[Day, DayIndex] = OrderedDict()

    def add(self, sketch: Sketch) -> int:
        """Take a sketch in; its number in the stream."""
        number = len(self.sketches)
        self.sketches.append(sketch)
        self.days.setdefault(sketch.day, []).append(number)
        if sketch.day in self._indexes:
            self._indexes[sketch.day].add(number, sketch)
        return number

    def window(self, day: Day, width: int = WINDOW) -> list[Day]:
        """The days whose reports are compared with one of this day: those around it, and the undated ones.

        An undated report is compared with the undated ones and the newest days.
        """
        if day is None:
            dated = sorted((d for d in self.days if d is not None), reverse=True)
            return [*dated[: 2 * width + 1], *([None] if None in self.days else [])]
        return [d for d in (*range(day - width, day + width + 1), None) if d in self.days]

    def index(self, day: Day) -> DayIndex:
        """The index of a day."""
        found = self._indexes.get(day)
        if found is None:
            found = DayIndex()
            for number in self.days.get(day, ()):
                found.add(number, self.sketches[number])
            self._indexes[day] = found
            while len(self._indexes) > _DAYS_AT_HAND:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(day)
        return found


class Pairing:
    """What a batch is compared under: the weights of terms as they are once the batch is in."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._rarity: dict[Day, Rarity] = {}
        self._views: dict[int, View] = {}

    def pairs(self, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """The pairs to score, smaller number first, sorted, for the reports with these numbers."""
        found: set[tuple[int, int]] = set()
        for number in numbers:
            found.update((min(number, other), max(number, other)) for other in self._candidates(number))
        return sorted(found)

    def _candidates(self, number: int) -> list[int]:
        sketch = self.archive.sketches[number]
        rarity = self.rarity(sketch.day)
        weights = [(t, w * rarity(t) ** 2) for t, w in zip(sketch.terms, sketch.weights, strict=True)]
        days = [self.archive.index(day) for day in self.archive.window(sketch.day)]
        return candidates(number, weights, bands(sketch.shingles), days)

    def view(self, number: int) -> View:
        """A report's sketch under the weights of its day."""
        found = self._views.get(number)
        if found is None:
            sketch = self.archive.sketches[number]
            found = self._views[number] = view(sketch, self.rarity(sketch.day))
        return found

    def rarity(self, day: Day) -> Rarity:
        """How rare a term is around a day: the background's and the window's documents, counted together."""
        found = self._rarity.get(day)
        if found is None:
            found = self._rarity[day] = _rarity([self.archive.index(near) for near in self.archive.window(day)])
        return found


def _rarity(days: Sequence[DayIndex]) -> Rarity:
    documents = background.documents() + _STREAM_COUNTS * sum(day.size for day in days)
    known: dict[int, float] = {}

    def rarity(term: int) -> float:
        found = known.get(term)
        if found is None:
            seen = sum(day.frequency.get(term, 0) for day in days)
            found = known[term] = math.log((documents + 1) / (background.frequency(term) + _STREAM_COUNTS * seen + 0.5))
        return found

    return rarity
