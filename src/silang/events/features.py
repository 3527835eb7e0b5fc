"""What speaks for and against two reports being of one event: numbers a person can read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from silang.events import minhash
from silang.events.lexicon import GENRES
from silang.events.sketch import DATE, LEAD, NAME, NUMBER, PAIR, TITLE, Sketch

Rarity = Callable[[int], float]

FEATURES = (
    "cosine",
    "title_cosine",
    "title_in_text",
    "title_in_text_other",
    "head_cosine",
    "names_cosine",
    "title_names_shared",
    "title_names_missing",
    "rarest_shared",
    "rarest_shared_three",
    "title_rarest_shared",
    "pairs_shared",
    "numbers_shared",
    "title_numbers_clash",
    "dates_shared",
    "days_apart",
    "same_outlet",
    "shingles",
    "recurring_both",
    "recurring_one",
    "digest_any",
    "genre_differs",
    "evergreen_any",
)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sketch with its weights made ready for comparing."""

    sketch: Sketch
    shingles: tuple[int, ...]
    full: dict[int, float]
    head: dict[int, float]
    title: dict[int, float]
    names: dict[int, float]
    numbers: frozenset[int]
    dates: frozenset[int]
    rarity: dict[int, float]
    title_names: dict[int, float]
    title_numbers: frozenset[int]


def view(sketch: Sketch, rarity: Rarity) -> View:
    """A sketch seen with how rare each term is at present."""
    full, head, title, names, rare, title_names = {}, {}, {}, {}, {}, {}
    numbers, dates, title_numbers = set(), set(), set()
    for term, weight, kind in zip(sketch.terms, sketch.weights, sketch.kinds, strict=True):
        idf = rare[term] = rarity(term)
        full[term] = weight * idf
        if kind & (TITLE | LEAD) and not kind & PAIR:
            head[term] = idf * (2 if kind & TITLE else 1)
        if kind & TITLE and not kind & PAIR:
            title[term] = idf
            if kind & NAME:
                title_names[term] = idf
        if kind & NAME or kind & PAIR:
            names[term] = weight * idf
        if kind & NUMBER:
            numbers.add(term)
            if kind & TITLE:
                title_numbers.add(term)
        if kind & DATE:
            dates.add(term)
    return View(
        sketch,
        sketch.shingles,
        _unit(full),
        _unit(head),
        _unit(title),
        _unit(names),
        frozenset(numbers),
        frozenset(dates),
        rare,
        title_names,
        frozenset(title_numbers),
    )


def features(left: View, right: View) -> tuple[float, ...]:
    """The FEATURES of two reports, the same whichever comes first."""
    a, b = left.sketch, right.sketch
    shared = left.full.keys() & right.full.keys()
    rarest = sorted(((left.rarity[t] + right.rarity[t]) / 2 for t in shared), reverse=True)[:3]
    title_shared = left.title.keys() & right.title.keys()
    inside, outside = sorted((_covered(left, right), _covered(right, left)))
    names = left.title_names.keys() | right.title_names.keys()
    met = sum(max(left.rarity.get(t, 0), right.rarity.get(t, 0)) for t in names if t in shared)
    missing = sum(max(left.rarity.get(t, 0), right.rarity.get(t, 0)) for t in names if t not in shared)
    untitled = (left.names.keys() & right.names.keys()) - left.title.keys() - right.title.keys()
    pairs = sum(left.rarity[t] for t in sorted(untitled))
    recurring = [bool(s.genres & _RECURRING) for s in (a, b)]
    evergreen = [bool(s.genres & _EVERGREEN) for s in (a, b)]
    gap = abs(a.day - b.day) if a.day is not None and b.day is not None else 3
    return (
        _dot(left.full, right.full),
        _dot(left.title, right.title),
        inside,
        outside,
        _dot(left.head, right.head),
        _dot(left.names, right.names),
        met,
        missing,
        rarest[0] if rarest else 0.0,
        sum(rarest),
        max((left.rarity[t] for t in title_shared), default=0.0),
        pairs,
        sum(left.rarity[t] for t in left.numbers & right.numbers),
        float(bool(left.title_numbers and right.title_numbers and not left.title_numbers & right.title_numbers)),
        float(len(left.dates & right.dates) > 0),
        math.log1p(min(gap, 30)),
        float(a.outlet == b.outlet and a.outlet != ""),
        minhash.similarity(left.shingles, right.shingles),
        float(all(recurring)),
        float(recurring[0] != recurring[1]),
        float(bool((a.genres | b.genres) & _DIGEST)),
        float(a.genres != b.genres),
        float(any(evergreen)),
    )


def _bits(*names: str) -> int:
    return sum(1 << GENRES.index(name) for name in names)


_DIGEST = _bits("digest")
_RECURRING = _bits("schedule", "daily", "fiction")
_EVERGREEN = _bits("listicle", "guide", "profile", "opinion")


def _unit(weights: dict[int, float]) -> dict[int, float]:
    size = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {term: value / size for term, value in weights.items()}


def _dot(left: dict[int, float], right: dict[int, float]) -> float:
    return sum(left[term] * right[term] for term in left.keys() & right.keys())


def _covered(left: View, right: View) -> float:
    whole = sum(left.rarity[t] for t in left.title)
    return sum(left.rarity[t] for t in left.title if t in right.full) / whole if whole else 0.0
