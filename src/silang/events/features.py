"""What speaks for and against two reports being of one event: numbers a person can read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

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
    "dates_clash",
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


Worth = tuple[float, float, float, float, float, float, float]
"""What a term is worth in a report: its rarity and crowd at that time; its share of the unit vectors of the whole text, of
bursts, of title and lead, of the title, and of names. A plain tuple: millions of them are made."""


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
    rows = [_row(standing(term), weight, kind) for term, weight, kind in terms]
    columns = list(zip(*rows, strict=True))[2:] or [()] * 5
    full, burst, head, title, names = (math.sqrt(sum([v * v for v in column])) or 1.0 for column in columns)
    worth = {
        term: (rarity, crowd, f / full, b / burst, h / head, t / title, n / names)
        for (term, _, _), (rarity, crowd, f, b, h, t, n) in zip(terms, rows, strict=True)
    }

    def marked(bits: int) -> frozenset[int]:
        return frozenset(term for term, _, kind in terms if kind & bits == bits)

    heading = frozenset(term for term, _, kind in terms if kind & TITLE and not kind & PAIR)
    return View(sketch, sketch.shingles, worth, heading, marked(TITLE | NAME), marked(NUMBER), marked(DATE))


def features(left: View, right: View, cosine: float, best: tuple[float, float]) -> tuple[float, ...]:
    """The FEATURES of two reports with this cosine, the same whichever comes first.

    `best` is the cosine of each with the report most like it.
    """
    a, b = left.sketch, right.sketch
    shared = sorted(left.worth.keys() & right.worth.keys())
    bursts = heads = titles = names = numbers = untitled = heading = 0.0
    rarest, weightiest = [], []
    for term in shared:
        rarity, crowd, full, burst, head, title, name = left.worth[term]
        _, _, full_, burst_, head_, title_, name_ = right.worth[term]
        bursts += burst * burst_
        heads += head * head_
        titles += title * title_
        names += name * name_
        rarest.append(rarity)
        weightiest.append((full * full_, crowd))
        if title and title_:
            heading = max(heading, rarity)
        if name and name_ and not title and not title_:
            untitled += rarity
        if term in left.numbers and term in right.numbers:
            numbers += rarity
    rarest.sort(reverse=True)
    weightiest.sort(reverse=True)
    missing = (left.title_names | right.title_names).difference(shared)
    return (
        cosine,
        titles,
        heads,
        names,
        bursts,
        *sorted((_covered(left.title, left, right), _covered(right.title, right, left))),
        *sorted((_covered(left.title_names, left, right), _covered(right.title_names, right, left))),
        sum(sorted((left.worth.get(term) or right.worth[term])[0] for term in missing)),
        rarest[0] if rarest else 0.0,
        sum(rarest[:3]),
        heading,
        untitled,
        numbers,
        _clash(left.title & left.numbers, right.title & right.numbers),
        _clash(left.title & left.dates, right.title & right.dates),
        float(len(left.dates & right.dates)),
        _clash(left.dates, right.dates),
        _mean([math.log1p(crowd) for _, crowd in weightiest[:5]]),
        _gap(a, b),
        float(a.outlet == b.outlet and a.outlet != ""),
        minhash.similarity(left.shingles, right.shingles),
        *sorted(cosine / most if most > 0 else 0.0 for most in best),
        *_genres(a, b),
    )


def cosine(left: View, right: View) -> float:
    """The first feature alone."""
    return sum([left.worth[t][2] * right.worth[t][2] for t in left.worth.keys() & right.worth.keys()])


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


def _row(standing: Standing, weight: int, kind: int) -> Worth:
    """A term's worth before the vectors are brought to unit length."""
    rarity = standing.rarity
    heading = 0 if kind & PAIR else 2 if kind & TITLE else 1 if kind & LEAD else 0
    return (
        rarity,
        standing.crowd,
        weight * rarity,
        weight * standing.burst,
        heading * rarity,
        rarity if heading == 2 else 0.0,
        weight * rarity if kind & (NAME | PAIR) else 0.0,
    )


def _covered(terms: Iterable[int], left: View, right: View) -> float:
    """Of what these terms of one report are worth, how much the other has; half where there are none."""
    whole = inside = 0.0
    for term in terms:
        worth = left.worth[term][0]
        whole += worth
        inside += worth if term in right.worth else 0.0
    return inside / whole if whole else 0.5


def _clash(left: frozenset[int], right: frozenset[int]) -> float:
    return float(bool(left and right) and not left & right)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _gap(a: Sketch, b: Sketch) -> float:
    return float(min(abs(a.day - b.day), 30)) if a.day is not None and b.day is not None else 1.0
