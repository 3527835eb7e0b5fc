"""Which reports could be of one event: an inverted index over the weightiest terms of each day, and MinHash bands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from silang.events import minhash
from silang.events.sketch import Sketch

WINDOW = 7
"""Days that two reports of one event may be apart."""
_KEYS = 40
"""Terms of a report under which it can be found: its weightiest."""
_LISTED = 400
"""A term that more reports of one day are filed under finds nothing: it is what the day is about, not an event."""
_CANDIDATES = 40
"""Others that one report is compared with."""
_SURE = 1e9
"""What a shared MinHash band counts: more than any terms."""


class DayIndex:
    """The reports of one day: by term, with the weight it has in each, and by MinHash band; how many have each term."""

    def __init__(self) -> None:
        self.size = 0
        self.frequency: Counter[int] = Counter()
        self.terms: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.bands: dict[int, list[int]] = defaultdict(list)

    def add(self, number: int, sketch: Sketch) -> None:
        """File a report under its number in the stream."""
        self.size += 1
        terms = sketch.terms
        self.frequency.update(terms)
        for term, weight in zip(terms[:_KEYS], sketch.weights, strict=False):
            listed = self.terms[term]
            if len(listed) <= _LISTED:
                listed.append((number, weight))
        for band in minhash.bands(sketch.shingles):
            listed_band = self.bands[band]
            if len(listed_band) < _CANDIDATES:
                listed_band.append(number)


def candidates(number: int, weights: Sequence[tuple[int, float]], bands: Sequence[int], days: Iterable[DayIndex]) -> list[int]:
    """Numbers of the reports most like one: near duplicates first, then by the weights of the terms shared.

    `weights` are the report's terms, the weightiest first, each with weight times squared rarity.
    """
    score: dict[int, float] = defaultdict(float)
    for day in days:
        for band in bands:
            for other in day.bands.get(band, ()):
                score[other] += _SURE
        for term, weight in weights[:_KEYS]:
            listed = day.terms.get(term, ())
            if len(listed) <= _LISTED:
                for other, there in listed:
                    score[other] += weight * there
    score.pop(number, None)
    best = sorted(score.items(), key=itemgetter(1), reverse=True)
    return [other for other, _ in best[:_CANDIDATES]]
