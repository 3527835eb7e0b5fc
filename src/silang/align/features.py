"""What is measured of two statements: how far their words, values, names, speakers and places in the report agree."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from silang.align.units import Bag, Unit

Table = npt.NDArray[np.float32]
Pair = tuple[int, int]

_ROUNDED = 0.05

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
    ranks = _ranks(ground)
    local = _Local(ground)
    rows = [_row(ground, pair, ranks, local) for pair in order]
    return order, np.array(rows, dtype=np.float32).reshape(len(rows), len(NAMES))


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


class _Local:
    """How rare a word is within the two reports at hand: words that every sentence of the event has tell little."""

    def __init__(self, ground: Ground) -> None:
        self._counts: list[Counter[str]] = []
        self._sizes: Counter[int] = Counter()
        self._known: dict[tuple[int, int], dict[str, float]] = {}
        for unit in ground.units:
            while len(self._counts) <= unit.article:
                self._counts.append(Counter())
            self._counts[unit.article].update(unit.whole.weights.keys())
            self._sizes[unit.article] += 1

    def weights(self, bag: Bag, article: int, other: int) -> dict[str, float]:
        """The weights of a bag's stems times their inverse frequency among the units of its article and the other."""
        key = (id(bag), other)
        found = self._known.get(key)
        if found is None:
            first, second, size = self._counts[article], self._counts[other], self._sizes[article] + self._sizes[other] + 1
            found = {stem: weight * _rarity(size, first[stem] + second[stem]) for stem, weight in bag.weights.items()}
            self._known[key] = found
        return found


@lru_cache(maxsize=65536)
def _rarity(size: int, held: int) -> float:
    return math.log(size / (held + 0.5))


def _row(ground: Ground, pair: Pair, ranks: Mapping[Pair, tuple[int, float]], local: _Local) -> list[float]:
    a, b = pair
    x, y = ground.units[a], ground.units[b]
    s, t = x.statement, y.statement
    whole = _bags(x.whole, y.whole, local.weights(x.whole, x.article, y.article), local.weights(y.whole, y.article, x.article))
    part, matched = whole, (1.0, 1.0)
    if len(x.parts) > 1 or len(y.parts) > 1:
        part, matched = _parts(x, y, local)
    rank, best = ranks[a, b]
    back, best_back = ranks[b, a]
    entities = frozenset(s.entities), frozenset(t.entities)
    return [
        *whole, *part, *_both(len(x.parts), len(y.parts)), *_both(*matched),
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


def _parts(x: Unit, y: Unit, local: _Local) -> tuple[list[float], tuple[float, float]]:
    """The features of the two clauses that agree best, and the share of the clauses of each that find their like."""
    mine = [(part, local.weights(part, x.article, y.article)) for part in x.parts]
    other = [(part, local.weights(part, y.article, x.article)) for part in y.parts]
    scores = [[_local_dice(p, q) for _, q in other] for _, p in mine]
    _, i, j = max((score, -i, -j) for i, row in enumerate(scores) for j, score in enumerate(row))
    found = sum(max(row) > 0.4 for row in scores) / len(mine)
    back = sum(max(row[j] for row in scores) > 0.4 for j in range(len(other))) / len(other)
    return _bags(mine[-i][0], other[-j][0], mine[-i][1], other[-j][1]), (found, back)


def _local_dice(p: Mapping[str, float], q: Mapping[str, float]) -> float:
    shared = sum(p[stem] for stem in p if stem in q)
    return round(2 * shared / (sum(p.values()) + sum(q.values()) + 6.0), 6)


def _bags(x: Bag, y: Bag, lx: Mapping[str, float], ly: Mapping[str, float]) -> list[float]:
    ordered = [stem for stem in x.weights if stem in y.weights]
    common = sum(x.weights[stem] for stem in ordered)
    near = sum(lx[stem] for stem in ordered)
    sx, sy = sum(lx.values()) + 1e-6, sum(ly.values()) + 1e-6
    numbers = len(x.numbers & y.numbers)
    return [
        *_both(common / x.total, common / y.total), 2 * common / (x.total + y.total),
        *_both(near / sx, near / sy), 2 * near / (sx + sy),
        *_both(*_soft(x, y, ordered)), float(x.mean @ y.mean),
        2 * len(x.trigrams & y.trigrams) / (len(x.trigrams) + len(y.trigrams)),
        numbers, min(len(x.numbers), len(y.numbers)) - numbers, float(bool(x.numbers) != bool(y.numbers)),
        _run(x, y), fuzz.ratio(x.text, y.text) / 100, fuzz.token_set_ratio(x.text, y.text) / 100,
        max((x.weights[stem] for stem in ordered), default=0.0), len(ordered), *_both(math.log(x.total), math.log(y.total)),
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


def _soft(x: Bag, y: Bag, shared: Sequence[str]) -> tuple[float, float]:
    """Weight of the words that the other bag has, or has a near one of, as a share of all; each way."""
    table = x.vectors @ y.vectors.T
    out = []
    for bag, best in ((x, table.max(axis=1)), (y, table.max(axis=0))):
        near = best.tolist()
        have = sum(
            w if stem in shared else w * v
            for (stem, w), v in zip(bag.weights.items(), near, strict=True)
            if stem in shared or v > 0.5
        )
        out.append(have / bag.total)
    return out[0], out[1]


def _run(x: Bag, y: Bag) -> float:
    """Length of the longest run of stems that both have."""
    best = 0
    ending: dict[int, int] = {}
    for stem in x.stems:
        ending = {at: ending.get(at - 1, 0) + 1 for at in y.places.get(stem, ())}
        for length in ending.values():
            best = max(best, length)
    return float(best)
