"""Which reports could be of one event: an inverted index over the weightiest terms of each day, and MinHash bands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import itemgetter

from silang.events import minhash
from silang.events.sketch import Sketch

WINDOW = 7
"""Days that two reports of one event may be apart."""
_KEYS = 40
"""Terms of a report under which it can be found: its weightiest."""
_LISTED = 400
"""A term files no more reports of one day than this: it is what the day is about, not an event."""
_FOLLOWED = 1_500
"""Entries of the index that are looked at for one report."""
_CANDIDATES = 30
"""Others that one report is compared with."""
_LIKE_ITSELF = 0.05
"""A report is compared with those that score at least this share of what it scores with itself: no labelled pair has less
than 0.083."""
_SURE = 1e9
"""What a shared MinHash band counts: more than any terms."""


class DayIndex:
    """The reports of one day: by term, with the weight it has in each, and by MinHash band."""

    def __init__(self) -> None:
        self.terms: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.bands: dict[int, list[int]] = defaultdict(list)

    def add(self, number: int, sketch: Sketch) -> None:
        """File a report under its number in the stream."""
        for term, weight in zip(sketch.terms[:_KEYS], sketch.weights, strict=False):
            listed = self.terms[term]
            if len(listed) < _LISTED:
                listed.append((number, weight))
        for band in minhash.bands(sketch.shingles):
            listed_band = self.bands[band]
            if len(listed_band) < _CANDIDATES:
                listed_band.append(number)


class Count:
    """How many reports of a week have each term."""

    def __init__(self) -> None:
        self.size = 0
        self.frequency: Counter[int] = Counter()

    def add(self, _: int, sketch: Sketch) -> None:
        """Count a report."""
        self.size += 1
        self.frequency.update(sketch.terms)


def candidates(number: int, weights: Sequence[tuple[int, float]], bands: Sequence[int], days: Sequence[DayIndex]) -> list[int]:
    """Numbers of the reports most like one: near duplicates first, then by the weights of the terms shared.

    `weights` are the report's terms, the weightiest first, each with weight times squared rarity. The terms of the
    fewest reports are followed first, and no more than _FOLLOWED reports in all, so that the cost does not grow with
    the stream.
    """
    score: dict[int, float] = defaultdict(float)
    for day in days:
        for band in bands:
            for other in day.bands.get(band, ()):
                score[other] += _SURE if other != number else 0.0
    found = []
    for place, (term, weight) in enumerate(weights[:_KEYS]):
        lists = [day.terms[term] for day in days if term in day.terms]
        found.append((sum(map(len, lists)), place, weight, lists))
    left = _FOLLOWED
    for size, _, weight, lists in sorted(found, key=itemgetter(0, 1)):
        left -= size
        if left < 0:
            break
        for listed in lists:
            for other, there in listed:
                score[other] += weight * there
    least = _LIKE_ITSELF * score.pop(number, 0.0)
    best = sorted(((other, alike) for other, alike in score.items() if alike >= least), key=itemgetter(1), reverse=True)
    return [other for other, _ in best[:_CANDIDATES]]
