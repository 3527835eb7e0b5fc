"""What speaks for and against two reports being of one event: numbers a person can read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from silang.events import minhash
from silang.events.lexicon import GENRES
from silang.events.sketch import DATE, LEAD, NAME, NUMBER, PAIR, TITLE, Sketch

Rarity = Callable[[int], float]
Weights = Mapping[int, float]

FEATURES = (
    "cosine",
    "title_cosine",
    "head_cosine",
    "names_cosine",
    "burst_cosine",
    "title_in_text_less",
    "title_in_text_more",
    "title_names_in_text_less",
    "title_names_in_text_more",
    "title_names_missing",
    "rarest_shared",
    "rarest_shared_three",
    "title_rarest_shared",
    "names_shared",
    "numbers_shared",
    "title_numbers_clash",
    "title_dates_clash",
    "dates_shared",
    "crowd",
    "days_apart",
    "same_outlet",
    "shingles",
    "nearest_less",
    "nearest_more",
    "schedule_both",
    "schedule_one",
    "daily_both",
    "daily_one",
    "profile_one",
    "gathered_one",
    "gathered_both",
    "apart_any",
)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sketch with its weights made ready for comparing; the weights are of unit length but `rarity`, `burst`, `crowd`."""

    sketch: Sketch
    shingles: tuple[int, ...]
    rarity: Weights
    crowd: Weights
    full: Weights
    burst: Weights
    head: Weights
    title: Weights
    names: Weights
    title_names: frozenset[int]
    numbers: frozenset[int]
    title_numbers: frozenset[int]
    dates: frozenset[int]
    title_dates: frozenset[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a term is worth around a day: how rare it is, how far above its usual level, in how many reports."""

    rarity: float
    burst: float
    crowd: float


def view(sketch: Sketch, standing: Callable[[int], Standing]) -> View:
    """A sketch seen with what each term is worth at present."""
    terms = list(zip(sketch.terms, sketch.weights, sketch.kinds, strict=True))
    worth = {term: standing(term) for term, _, _ in terms}
    rarity = {term: one.rarity for term, one in worth.items()}

    def having(bits: int, without: int = 0) -> Iterable[tuple[int, int, int]]:
        return (item for item in terms if item[2] & bits and not item[2] & without)

    def marked(bits: int) -> frozenset[int]:
        return frozenset(term for term, _, kind in terms if kind & bits == bits)

    return View(
        sketch,
        sketch.shingles,
        rarity,
        {term: one.crowd for term, one in worth.items()},
        _unit({term: weight * rarity[term] for term, weight, _ in terms}),
        _unit({term: weight * worth[term].burst for term, weight, _ in terms}),
        _unit({term: rarity[term] * (2 if kind & TITLE else 1) for term, _, kind in having(TITLE | LEAD, PAIR)}),
        _unit({term: rarity[term] for term, _, _ in having(TITLE, PAIR)}),
        _unit({term: weight * rarity[term] for term, weight, _ in having(NAME | PAIR)}),
        marked(TITLE | NAME),
        marked(NUMBER),
        marked(TITLE | NUMBER),
        marked(DATE),
        marked(TITLE | DATE),
    )


def features(left: View, right: View, best: tuple[float, float]) -> tuple[float, ...]:
    """The FEATURES of two reports, the same whichever comes first.

    `best` is the cosine of each with the report most like it.
    """
    a, b = left.sketch, right.sketch
    shared = left.full.keys() & right.full.keys()
    products = sorted(((left.full[t] * right.full[t], t) for t in shared), reverse=True)
    cosine = sum(product for product, _ in products)
    rarest = sorted((left.rarity[t] for t in shared), reverse=True)[:3]
    title_shared = left.title.keys() & right.title.keys()
    names = left.title_names | right.title_names
    untitled = (left.names.keys() & right.names.keys()) - left.title.keys() - right.title.keys()
    near = sorted(cosine / most if most > 0 else 0.0 for most in best)
    return (
        cosine,
        _dot(left.title, right.title),
        _dot(left.head, right.head),
        _dot(left.names, right.names),
        _dot(left.burst, right.burst),
        *sorted((_covered(left.title, left, right), _covered(right.title, right, left))),
        *sorted((_covered(left.title_names, left, right), _covered(right.title_names, right, left))),
        sum(sorted(max(left.rarity.get(t, 0.0), right.rarity.get(t, 0.0)) for t in names - shared)),
        rarest[0] if rarest else 0.0,
        sum(rarest),
        max((left.rarity[t] for t in title_shared), default=0.0),
        sum(sorted(left.rarity[t] for t in untitled)),
        sum(sorted(left.rarity[t] for t in left.numbers & right.numbers)),
        _clash(left.title_numbers, right.title_numbers),
        _clash(left.title_dates, right.title_dates),
        float(len(left.dates & right.dates)),
        _mean([math.log1p(left.crowd[t]) for _, t in products[:5]]),
        _gap(a, b),
        float(a.outlet == b.outlet and a.outlet != ""),
        minhash.similarity(left.shingles, right.shingles),
        *near,
        *_genres(a, b),
    )


def cosine(left: View, right: View) -> float:
    """The first feature alone."""
    return _dot(left.full, right.full)


def _genres(a: Sketch, b: Sketch) -> tuple[float, ...]:
    def count(bits: int) -> int:
        return bool(a.genres & bits) + bool(b.genres & bits)

    schedule, daily, gathered = count(_SCHEDULE), count(_DAILY), count(_GATHERED)
    return (
        float(schedule == 2),
        float(schedule == 1),
        float(daily == 2),
        float(daily == 1),
        float(count(_PROFILE) == 1),
        float(gathered == 1),
        float(gathered == 2),
        float(count(_APART) > 0),
    )


def _bits(*names: str) -> int:
    return sum(1 << GENRES.index(name) for name in names)


_SCHEDULE = _bits("schedule")
_DAILY = _bits("daily")
_PROFILE = _bits("profile")
_GATHERED = _bits("listicle", "guide")
_APART = _bits("digest", "opinion", "fiction", "check")


def _unit(weights: Weights) -> Weights:
    size = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {term: value / size for term, value in weights.items()}


def _dot(left: Weights, right: Weights) -> float:
    return sum(left[term] * right[term] for term in left.keys() & right.keys())


def _covered(terms: Iterable[int], left: View, right: View) -> float:
    """Of what these terms of one report are worth, how much the other has; half where there are none."""
    whole = inside = 0.0
    for term in terms:
        whole += left.rarity[term]
        inside += left.rarity[term] if term in right.full else 0.0
    return inside / whole if whole else 0.5


def _clash(left: frozenset[int], right: frozenset[int]) -> float:
    return float(bool(left and right) and not left & right)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _gap(a: Sketch, b: Sketch) -> float:
    return float(min(abs(a.day - b.day), 30)) if a.day is not None and b.day is not None else 1.0
