"""What speaks for and against two reports being of one event: numbers a person can read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from silang.events import minhash
from silang.events.lexicon import GENRES
from silang.events.sketch import DATE, LEAD, NAME, NUMBER, PAIR, TITLE, Sketch

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


class Worth(NamedTuple):
    """What a term is worth in a report: first its standing around that day, then its share of five unit vectors."""

    rarity: float
    crowd: float
    full: float
    burst: float
    head: float
    title: float
    names: float


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sketch made ready for comparing."""

    sketch: Sketch
    shingles: tuple[int, ...]
    worth: Mapping[int, Worth]
    title: frozenset[int]
    title_names: frozenset[int]
    numbers: frozenset[int]
    dates: frozenset[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a term is worth around a day: how rare it is, how far above its usual level, in how many reports."""

    rarity: float
    burst: float
    crowd: float


def view(sketch: Sketch, standing: Callable[[int], Standing]) -> View:
    """A sketch seen with what each term is worth at present."""
    terms = list(zip(sketch.terms, sketch.weights, sketch.kinds, strict=True))
    found = [(standing(term), weight, kind) for term, weight, kind in terms]
    columns = (
        _unit([weight * one.rarity for one, weight, _ in found]),
        _unit([weight * one.burst for one, weight, _ in found]),
        _unit([_heading(kind) * one.rarity for one, _, kind in found]),
        _unit([one.rarity if _heading(kind) == 2 else 0.0 for one, _, kind in found]),
        _unit([weight * one.rarity if kind & (NAME | PAIR) else 0.0 for one, weight, kind in found]),
    )
    worth = {
        term: Worth(one.rarity, one.crowd, *shares)
        for (term, _, _), (one, _, _), *shares in zip(terms, found, *columns, strict=True)
    }

    def marked(bits: int) -> frozenset[int]:
        return frozenset(term for term, _, kind in terms if kind & bits == bits)

    title = frozenset(term for term, _, kind in terms if kind & TITLE and not kind & PAIR)
    return View(sketch, sketch.shingles, worth, title, marked(TITLE | NAME), marked(NUMBER), marked(DATE))


def features(left: View, right: View, cosine: float, best: tuple[float, float]) -> tuple[float, ...]:
    """The FEATURES of two reports with this cosine, the same whichever comes first.

    `best` is the cosine of each with the report most like it.
    """
    a, b = left.sketch, right.sketch
    shared = sorted(left.worth.keys() & right.worth.keys())
    sides = [(left.worth[t], right.worth[t]) for t in shared]
    rarest = sorted((x.rarity for x, _ in sides), reverse=True)[:3]
    weightiest = sorted(((x.full * y.full, x.crowd) for x, y in sides), reverse=True)[:5]
    missing = (left.title_names | right.title_names).difference(shared)
    return (
        cosine,
        sum([x.title * y.title for x, y in sides]),
        sum([x.head * y.head for x, y in sides]),
        sum([x.names * y.names for x, y in sides]),
        sum([x.burst * y.burst for x, y in sides]),
        *sorted((_covered(left.title, left, right), _covered(right.title, right, left))),
        *sorted((_covered(left.title_names, left, right), _covered(right.title_names, right, left))),
        sum(sorted(left.worth[t].rarity if t in left.worth else right.worth[t].rarity for t in missing)),
        rarest[0] if rarest else 0.0,
        sum(rarest),
        max((x.rarity for x, y in sides if x.title and y.title), default=0.0),
        sum([x.rarity for x, y in sides if x.names and y.names and not x.title and not y.title]),
        sum([left.worth[t].rarity for t in shared if t in left.numbers and t in right.numbers]),
        _clash(left.title & left.numbers, right.title & right.numbers),
        _clash(left.title & left.dates, right.title & right.dates),
        float(len(left.dates & right.dates)),
        _mean([math.log1p(crowd) for _, crowd in weightiest]),
        _gap(a, b),
        float(a.outlet == b.outlet and a.outlet != ""),
        minhash.similarity(left.shingles, right.shingles),
        *sorted(cosine / most if most > 0 else 0.0 for most in best),
        *_genres(a, b),
    )


def cosine(left: View, right: View) -> float:
    """The first feature alone."""
    return sum([left.worth[t].full * right.worth[t].full for t in left.worth.keys() & right.worth.keys()])


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


def _heading(kind: int) -> int:
    return 0 if kind & PAIR else 2 if kind & TITLE else 1 if kind & LEAD else 0


def _unit(weights: list[float]) -> list[float]:
    size = math.sqrt(sum([value * value for value in weights])) or 1.0
    return [value / size for value in weights]


def _covered(terms: Iterable[int], left: View, right: View) -> float:
    """Of what these terms of one report are worth, how much the other has; half where there are none."""
    whole = inside = 0.0
    for term in terms:
        worth = left.worth[term].rarity
        whole += worth
        inside += worth if term in right.worth else 0.0
    return inside / whole if whole else 0.5


def _clash(left: frozenset[int], right: frozenset[int]) -> float:
    return float(bool(left and right) and not left & right)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _gap(a: Sketch, b: Sketch) -> float:
    return float(min(abs(a.day - b.day), 30)) if a.day is not None and b.day is not None else 1.0
