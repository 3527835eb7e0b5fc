"""The reports of a stream by day, and which of them are compared with a new one, under what weights."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from silang.events import background
from silang.events.features import Standing, View, cosine, features, view
from silang.events.index import WINDOW, DayIndex, candidates
from silang.events.minhash import bands
from silang.events.sketch import Sketch

_STREAM_COUNTS = 3.0
"""A report of the window says this much more about how rare a term is now than one of the background."""
_ALIKE = 0.06
"""Two reports whose cosine is less are never of one event: no labelled pair comes near it."""
_DAYS_AT_HAND = 64
"""Days whose index is kept ready; that of another is made anew from its sketches when a late report asks for it."""

Day = int | None


class Archive:
    """Every sketch of a stream, by number and by day."""

    def __init__(self) -> None:
        self.sketches: list[Sketch] = []
        self.days: dict[Day, list[int]] = {}
        self.nearest: list[float] = []
        self._indexes: OrderedDict[Day, DayIndex] = OrderedDict()

    def add(self, sketch: Sketch) -> int:
        """Take a sketch in; its number in the stream."""
        number = len(self.sketches)
        self.sketches.append(sketch)
        self.nearest.append(0.0)
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
        self._standing: dict[Day, Callable[[int], Standing]] = {}
        self._views: dict[int, View] = {}

    def pairs(self, numbers: Iterable[int]) -> dict[tuple[int, int], tuple[float, ...]]:
        """The pairs to score for the reports with these numbers, smaller number first, and the FEATURES of each."""
        found = sorted({(min(number, other), max(number, other)) for number in numbers for other in self._candidates(number)})
        near = {(a, b): cosine(self.view(a), self.view(b)) for a, b in found}
        best = self.archive.nearest
        for pair, alike in near.items():
            for number in pair:
                best[number] = max(best[number], alike)
        return {
            (a, b): features(self.view(a), self.view(b), alike, (best[a], best[b]))
            for (a, b), alike in near.items()
            if alike >= _ALIKE
        }

    def _candidates(self, number: int) -> list[int]:
        sketch = self.archive.sketches[number]
        standing = self.standing(sketch.day)
        weights = [(t, w * standing(t).rarity ** 2) for t, w in zip(sketch.terms, sketch.weights, strict=True)]
        days = [self.archive.index(day) for day in self.archive.window(sketch.day)]
        return candidates(number, weights, bands(sketch.shingles), days)

    def view(self, number: int) -> View:
        """A report's sketch under the weights of its day."""
        found = self._views.get(number)
        if found is None:
            sketch = self.archive.sketches[number]
            found = self._views[number] = view(sketch, self.standing(sketch.day))
        return found

    def standing(self, day: Day) -> Callable[[int], Standing]:
        """What a term is worth around a day: the background's and the window's documents, counted together."""
        found = self._standing.get(day)
        if found is None:
            found = self._standing[day] = _standing([self.archive.index(near) for near in self.archive.window(day)])
        return found


def _standing(days: Sequence[DayIndex]) -> Callable[[int], Standing]:
    usual = background.documents()
    here = sum(day.size for day in days)
    documents = usual + _STREAM_COUNTS * here
    known: dict[int, Standing] = {}

    def standing(term: int) -> Standing:
        found = known.get(term)
        if found is None:
            seen = sum(day.frequency.get(term, 0) for day in days)
            before = background.frequency(term)
            rarity = math.log((documents + 1) / (before + _STREAM_COUNTS * seen + 0.5))
            burst = math.log1p((seen / max(here, 50)) / ((before + 1) / usual))
            found = known[term] = Standing(rarity, burst, seen)
        return found

    return standing
