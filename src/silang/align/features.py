"""What is measured of two statements: how far their words, values, names, speakers and places in the report agree."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from silang.align.overlap import Overlaps
from silang.align.units import Bag, Unit

Table = npt.NDArray[np.float32]
Rows = npt.NDArray[np.float64]
Pair = tuple[int, int]

_ROUNDED = 0.05
_LIKE = 0.4

_BAG = (
    "covered_least", "covered_most", "dice", "local_least", "local_most", "local_dice", "soft_least", "soft_most", "meaning",
    "trigrams", "numbers_shared", "numbers_apart", "numbers_lone", "run", "ratio", "token_set", "rarest", "shared",
    "short", "long",
)  # fmt: skip
NAMES = (
    *_BAG, *(f"part_{name}" for name in _BAG), "parts", "parts_more", "matched_least", "matched_most",
    "values_shared", "values_apart", "names_shared", "names_dice", "entities_shared", "entities_dice", "speaker",
    "both_direct", "one_direct", "both_narrated", "one_narrated", "place_apart", "place_first",
    "rank", "rank_back", "of_best", "of_best_back", "polarity", "modality", "before", "after", "same_article", "score",
    "both_saying", "one_saying", "amounts_near", "dates_shared", "dates_apart",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What the features of a pair are taken from; but for its rank nothing of a third report is in them."""

    units: Sequence[Unit]
    pairs: Mapping[Pair, float]


def table(ground: Ground) -> tuple[list[Pair], Table]:
    """Every candidate pair in order, and its features, a row a pair with the columns `NAMES`."""
    order = sorted(ground.pairs)
    if not order:
        return order, np.zeros((0, len(NAMES)), dtype=np.float32)
    ranks, lay = _ranks(ground), Overlaps(ground.units)
    whole = _bags(lay, [(_whole(ground.units[a]), _whole(ground.units[b])) for a, b in order])
    part, matched = _parts(ground.units, order, lay, whole)
    rest = np.array([_row(ground, pair, ranks) for pair in order])
    return order, np.hstack([whole, part, matched, rest]).astype(np.float32)


def _ranks(ground: Ground) -> dict[Pair, tuple[int, float]]:
    """For each unit and each other one: its rank among the candidates of that article, and its score beside the next best."""
    lists: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), score in ground.pairs.items():
        lists[a, ground.units[b].article].append((-score, b))
        lists[b, ground.units[a].article].append((-score, a))
    out = {}
    for (unit, _), row in lists.items():
        row.sort()
        for rank, (score, other) in enumerate(row):
            better = row[0][0] if rank else (row[1][0] if len(row) > 1 else 0.0)
            out[unit, other] = (rank, min(3.0, score / better) if better else 3.0)
    return out


def _row(ground: Ground, pair: Pair, ranks: Mapping[Pair, tuple[int, float]]) -> list[float]:
    a, b = pair
    x, y = ground.units[a], ground.units[b]
    s, t = x.statement, y.statement
    rank, best = ranks[a, b]
    back, best_back = ranks[b, a]
    entities = frozenset(s.entities), frozenset(t.entities)
    return [
        *_values(x.values, y.values), len(x.names & y.names), _dice(x.names, y.names),
        len(entities[0] & entities[1]), _dice(*entities),
        0.0 if s.speaker is None or t.speaker is None else 1.0 if s.speaker == t.speaker else -1.0,
        float(s.form == t.form == "direct"), float((s.form == "direct") != (t.form == "direct")),
        float(s.form == t.form == "narrated"), float((s.form == "narrated") != (t.form == "narrated")),
        abs(x.place - y.place), min(x.place, y.place), *_both(rank, back), *_both(best, best_back),
        float(s.polarity != t.polarity), float(s.modality != t.modality),
        ground.pairs.get((a - 1, b - 1), 0.0), ground.pairs.get((a + 1, b + 1), 0.0),
        float(x.article == y.article), ground.pairs[pair],
        float(s.grain == t.grain == "saying"), float((s.grain == "saying") != (t.grain == "saying")),
        _near(x.amounts, y.amounts), *_dates(x.values, y.values),
    ]  # fmt: skip


def _parts(units: Sequence[Unit], order: Sequence[Pair], lay: Overlaps, whole: Rows) -> tuple[Rows, Rows]:
    """The features of the two clauses of each pair that agree best (the wholes where neither has clauses); then how many
    clauses each has, and the share of the clauses of each that find their like.
    """
    part, matched = whole.copy(), np.ones((len(order), 4))
    fits = sorted(_fitting(units, order, lay))
    if fits:
        rows = [fit.row for fit in fits]
        firsts = [_clauses(units[fit.unit])[fit.first] for fit in fits]
        seconds = [_clauses(units[order[fit.row][1]])[fit.second] for fit in fits]
        part[rows] = _bags(lay, list(zip(firsts, seconds, strict=True)))
        matched[rows] = [fit.matched for fit in fits]
    return part, matched


class _Fit(NamedTuple):
    """Of the pair in a row of the table, which clause of its first unit and which of its second agree best."""

    unit: int
    first: int
    row: int
    second: int
    matched: tuple[float, float, float, float]


def _fitting(units: Sequence[Unit], order: Sequence[Pair], lay: Overlaps) -> Iterator[_Fit]:
    """The clauses that agree best of each pair that has clauses; all that the pairs of one unit have are compared at once."""
    for a, group in groupby(range(len(order)), key=lambda row: order[row][0]):
        x = units[a]
        others = [(row, units[order[row][1]]) for row in group]
        cut = [(row, y) for row, y in others if len(x.parts) > 1 or len(y.parts) > 1]
        if cut:
            found = lay.alike(lay.stock(_clauses(x)), lay.stock([clause for _, y in cut for clause in _clauses(y)]))
            bounds = accumulate(len(y.parts) for _, y in cut)
            for (row, y), end in zip(cut, bounds, strict=True):
                alike = found[:, end - len(y.parts) : end]
                first, second = divmod(int(alike.argmax()), len(y.parts))
                like = alike > _LIKE
                shares = _both(float(like.any(axis=1).mean()), float(like.any(axis=0).mean()))
                yield _Fit(a, first, row, second, (*_both(len(x.parts), len(y.parts)), *shares))


def _whole(unit: Unit) -> tuple[Bag, int]:
    return unit.whole, unit.article


def _clauses(unit: Unit) -> list[tuple[Bag, int]]:
    return [(part, unit.article) for part in unit.parts]


def _bags(lay: Overlaps, pairs: Sequence[tuple[tuple[Bag, int], tuple[Bag, int]]]) -> Rows:
    """The columns `_BAG` of pairs of bags, each with its article; those with the same first bag stand together."""
    shared = [
        lay.columns(lay.stock([row[0][0]]), lay.stock([other for _, other in row]))
        for row in (list(rows) for _, rows in groupby(pairs, key=lambda pair: id(pair[0][0])))
    ]
    own = np.array([_bag(x, y) for (x, _), (y, _) in pairs])
    columns = np.concatenate(shared)
    return np.hstack([columns[:, :-2], own[:, :-2], columns[:, -2:], own[:, -2:]])


def _bag(x: Bag, y: Bag) -> list[float]:
    """What is measured of two bags one by one."""
    numbers = len(x.numbers & y.numbers)
    return [
        2 * len(x.trigrams & y.trigrams) / (len(x.trigrams) + len(y.trigrams)),
        numbers, min(len(x.numbers), len(y.numbers)) - numbers, float(bool(x.numbers) != bool(y.numbers)),
        _run(x, y), fuzz.ratio(x.text, y.text) / 100, fuzz.token_set_ratio(x.text, y.text) / 100,
        *_both(math.log(x.total), math.log(y.total)),
    ]  # fmt: skip


def _both(a: float, b: float) -> tuple[float, float]:
    return (a, b) if a <= b else (b, a)


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _values(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> tuple[float, float]:
    kinds = {kind for kind, _ in a - b} & {kind for kind, _ in b - a}
    return float(len(a & b)), float(len(kinds))


def _near(a: Sequence[float], b: Sequence[float]) -> float:
    """How many amounts of one are the other's but for rounding."""
    return float(sum(any(x != y and abs(x - y) <= _ROUNDED * max(abs(x), abs(y)) for y in b) for x in a if abs(x) >= 10))


def _dates(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> tuple[float, float]:
    mine = {value[:10] for kind, value in a if kind in ("date", "time")}
    other = {value[:10] for kind, value in b if kind in ("date", "time")}
    return float(len(mine & other)), float(bool(mine and other and not mine & other))


def _run(x: Bag, y: Bag) -> float:
    """Length of the longest run of stems that both have."""
    best = 0
    ending: dict[int, int] = {}
    for stem in x.stems:
        places = y.places.get(stem)
        if places is None:
            ending = {}
        elif ending:
            ending = {at: ending.get(at - 1, 0) + 1 for at in places}
            best = max(best, *ending.values())
        else:
            ending = dict.fromkeys(places, 1)
            best = best or 1
    return float(best)
