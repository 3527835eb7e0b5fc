"""The reports of a stream by day, and which of them are compared with a new one, under what weights."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from silang.events import background
from silang.events.features import Standing, View, cosine, features, view
from silang.events.index import WINDOW, Count, DayIndex, candidates
from silang.events.minhash import bands
from silang.events.sketch import Sketch

_STREAM_COUNTS = 3.0
"""A report of these weeks says this much more about how rare a term is now than one of the background."""
_ALIKE = 0.06
"""Two reports whose cosine is less are never of one event: no labelled pair comes near it."""
_AT_HAND = 64
"""Days and weeks kept ready; another is made anew from its sketches when a late report asks for it."""
_WEEK = 7

Day = int | None
Ready = TypeVar("Ready", DayIndex, Count)


class Archive:
    """Every sketch of a stream, by number and by day."""

    def __init__(self) -> None:
        self.sketches: list[Sketch] = []
        self.days: dict[Day, list[int]] = {}
        self.nearest: list[float] = []
        """The cosine of each report with the one most like it."""
        self._indexes: OrderedDict[Day, DayIndex] = OrderedDict()
        self._counts: OrderedDict[Day, Count] = OrderedDict()

    def add(self, sketch: Sketch) -> int:
        """Take a sketch in; its number in the stream."""
        number = len(self.sketches)
        self.sketches.append(sketch)
        self.nearest.append(0.0)
        self.days.setdefault(sketch.day, []).append(number)
        if sketch.day in self._indexes:
            self._indexes[sketch.day].add(number, sketch)
        if week(sketch.day) in self._counts:
            self._counts[week(sketch.day)].add(number, sketch)
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
        return self._ready(self._indexes, day, DayIndex, [day])

    def count(self, which: Day) -> Count:
        """The counts of a week, or of the undated reports."""
        days = [None] if which is None else list(range(which * _WEEK, (which + 1) * _WEEK))
        return self._ready(self._counts, which, Count, days)

    def _ready(self, held: OrderedDict[Day, Ready], key: Day, make: Callable[[], Ready], days: Sequence[Day]) -> Ready:
        found = held.get(key)
        if found is None:
            found = make()
            for day in days:
                for number in self.days.get(day, ()):
                    found.add(number, self.sketches[number])
            held[key] = found
            if len(held) > _AT_HAND:
                held.popitem(last=False)
        held.move_to_end(key)
        return found


def week(day: Day) -> Day:
    """The week a day is in."""
    return None if day is None else day // _WEEK


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
        """What a term is worth around a day: documents of the background, of its week and of those next to it, together."""
        key = week(day)
        found = self._standing.get(key)
        if found is None:
            weeks = [None] if key is None else [key - 1, key, key + 1, None]
            found = self._standing[key] = _standing([self.archive.count(near) for near in weeks])
        return found


def _standing(weeks: Sequence[Count]) -> Callable[[int], Standing]:
    usual = background.documents()
    here = sum(near.size for near in weeks)
    documents = usual + _STREAM_COUNTS * here
    counts = [near.frequency for near in weeks if near.size]
    known: dict[int, Standing] = {}

    def standing(term: int) -> Standing:
        found = known.get(term)
        if found is None:
            seen = sum([count.get(term, 0) for count in counts])
            before = background.frequency(term)
            rarity = math.log((documents + 1) / (before + _STREAM_COUNTS * seen + 0.5))
            burst = math.log1p((seen / max(here, 50)) / ((before + 1) / usual))
            found = known[term] = Standing(rarity, burst, seen)
        return found

    return standing
