"""How much of their words stretches of text have in common: one laid against many at once, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from silang.align.units import Bag, Unit

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]

_NEAR = 0.5
_AT_ONCE = 300_000
"""Products of one multiplication: of more, numpy's library makes several threads, which cost more than they save."""
_SETTLED = 6.0
"""Weight, in nats, that keeps clauses of two words from being alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """Bags laid end to end: words by number, weights, vectors, the bag of each; by bag its start, article, total and mean."""

    words: Ints
    weights: Floats
    vectors: npt.NDArray[np.float32]
    starts: Ints
    owners: Ints
    articles: Ints
    totals: Floats
    means: npt.NDArray[np.float32]


class Overlaps:
    """Lays bags against bags. A word counts by how rare it is within the two reports at hand as well: words that every
    sentence of the event has tell little."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._numbers: dict[str, int] = {}
        self._rows: dict[int, tuple[Ints, Floats]] = {}
        for unit in units:
            for bag in (unit.whole, *unit.parts):
                self._rows[id(bag)] = self._numbered(bag), np.array(list(bag.weights.values()))
        reports = 1 + max((unit.article for unit in units), default=0)
        self._counts = np.zeros((reports, len(self._numbers)), dtype=np.int32)
        self._sizes = np.bincount([unit.article for unit in units], minlength=reports)
        for unit in units:
            self._counts[unit.article, self._rows[id(unit.whole)][0]] += 1

    def _numbered(self, bag: Bag) -> Ints:
        known = self._numbers
        return np.array([known.setdefault(stem, len(known)) for stem in bag.weights], dtype=np.int32)

    def stock(self, bags: Sequence[tuple[Bag, int]]) -> Stock:
        """Bags, each with the index of its article, laid end to end."""
        rows = [self._rows[id(bag)] for bag, _ in bags]
        sizes = [len(words) for words, _ in rows]
        return Stock(
            np.concatenate([words for words, _ in rows]),
            np.concatenate([weights for _, weights in rows]),
            np.concatenate([bag.vectors for bag, _ in bags]),
            np.array([0, *accumulate(sizes[:-1])], dtype=np.int32),
            np.repeat(np.arange(len(bags), dtype=np.int32), sizes),
            np.array([article for _, article in bags], dtype=np.int32),
            np.array([bag.total for bag, _ in bags]),
            np.stack([bag.mean for bag, _ in bags]),
        )

    def columns(self, one: Stock, many: Stock) -> Floats:
        """Of a stock of one bag against each of many, a row a bag: shares of weight that either has of the other, least, most
        and mean; the same by rareness in the two reports; by words that are near in meaning, least and most; likeness of the
        means; weight of the rarest shared word; number of shared words."""
        mine, theirs = _shared(one, many)
        common, first, second = one.weights @ mine, one.totals[0], many.totals
        near_x, near_y = self._rarity(one, many), self._rarity_of(one, many)
        near = (near_x * mine).sum(axis=0)
        sx, sy = near_x.sum(axis=0) + 1e-6, np.add.reduceat(near_y, many.starts) + 1e-6
        return np.column_stack((
            *_both(common / first, common / second), 2 * common / (first + second),
            *_both(near / sx, near / sy), 2 * near / (sx + sy),
            *_both(*_soft(one, many, mine, theirs)), many.means @ one.means[0],
            (one.weights[:, None] * mine).max(axis=0), mine.sum(axis=0),
        ))  # fmt: skip

    def alike(self, parts: Stock, many: Stock) -> Floats:
        """How far each clause of one unit and each of many agree by words rare in the two reports, 0..1, rounded."""
        mine, _ = _shared(parts, many)
        weights = self._rarity(parts, many)
        shared = np.add.reduceat(weights * mine, parts.starts, axis=0)
        sums = np.add.reduceat(weights, parts.starts, axis=0) + np.add.reduceat(self._rarity_of(parts, many), many.starts)
        found: Floats = np.round(2 * shared / (sums + _SETTLED), 6)
        return found

    def _rarity(self, one: Stock, many: Stock) -> Floats:
        """Weights of the words of one unit beside each of many: a row a word, a column a bag."""
        article = one.articles[0]
        held = self._counts[article, one.words][:, None] + self._counts[many.articles[None, :], one.words[:, None]]
        found: Floats = one.weights[:, None] * np.log(self._size(article, many.articles) / (held + 0.5))
        return found

    def _rarity_of(self, one: Stock, many: Stock) -> Floats:
        """Weights of the words of many beside one unit."""
        article, articles = one.articles[0], many.articles[many.owners]
        held = self._counts[article, many.words] + self._counts[articles, many.words]
        found: Floats = many.weights * np.log(self._size(article, articles) / (held + 0.5))
        return found

    def _size(self, article: np.int32, others: Ints) -> npt.NDArray[np.int64]:
        """Units of two reports together, and one."""
        found: npt.NDArray[np.int64] = self._sizes[article] + self._sizes[others] + 1
        return found


def _shared(one: Stock, many: Stock) -> tuple[Marks, Marks]:
    """Which words of the one each bag of many has (a row a word, a column a bag), and which words of many the one has."""
    equal = one.words[:, None] == many.words
    return np.logical_or.reduceat(equal, many.starts, axis=1), equal.any(axis=0)


def _soft(one: Stock, many: Stock, mine: Marks, theirs: Marks) -> tuple[Floats, Floats]:
    """Weight of the words that the other bag has, or has a near one of, as a share of all; each way."""
    table = _cosines(one, many)
    near, back = np.maximum.reduceat(table, many.starts, axis=1), table.max(axis=0)
    have = one.weights @ np.where(mine, 1.0, near * (near > _NEAR))
    had = np.add.reduceat(many.weights * np.where(theirs, 1.0, back * (back > _NEAR)), many.starts)
    return have / one.totals[0], had / many.totals


def _cosines(one: Stock, many: Stock) -> npt.NDArray[np.float32]:
    """Of each word of the one with each of many."""
    step = max(1, _AT_ONCE // one.vectors.size)
    return np.hstack([one.vectors @ many.vectors[at : at + step].T for at in range(0, len(many.words), step)])


def _both(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    return np.minimum(a, b), np.maximum(a, b)
