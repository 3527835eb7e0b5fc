"""How likely two statements say the same thing: boosted trees, trained on labelled events, walked with numpy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

_ROWS = 256
"""Rows walked at once, so that their nodes stay in the cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """A sum of regression trees of one depth in log-odds: node arrays, all trees one after the other."""

    start: float
    roots: npt.NDArray[np.intp]
    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float32]
    children: npt.NDArray[np.intp]
    """By node the one to the right, then the one to the left."""
    value: npt.NDArray[np.float32]
    depth: int

    def probabilities(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """One probability a row of features, rounded so that no machine's last bit decides."""
        if not len(table):
            return np.zeros(0)
        odds = np.concatenate([self._odds(table[at : at + _ROWS]) for at in range(0, len(table), _ROWS)])
        found: npt.NDArray[np.float64] = np.round(1.0 / (1.0 + np.exp(-odds)), 4)
        return found

    def _odds(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        flat, first = table.ravel(), np.arange(0, table.size, table.shape[1])[:, None]
        node = np.broadcast_to(self.roots, (len(table), len(self.roots)))
        for _ in range(self.depth):
            under = flat.take(first + self.feature.take(node)) <= self.threshold.take(node)
            node = self.children.take(2 * node + under)
        total: npt.NDArray[np.float64] = self.value.take(node).sum(axis=1, dtype=np.float64)
        return total + self.start


@cache
def scorer() -> Trees:
    """The scorer that ships, loaded once."""
    return trees(files("silang.align") / "scorer.npz")


def trees(where: Traversable) -> Trees:
    """Trees from an archive of their node arrays: start, roots, feature, threshold, right, left, value, depth."""
    with where.open("rb") as file, np.load(file) as data:
        return Trees(
            float(data["start"]),
            data["roots"].astype(np.intp),
            data["feature"].astype(np.intp),
            data["threshold"],
            np.column_stack([data["right"], data["left"]]).ravel().astype(np.intp),
            data["value"],
            int(data["depth"]),
        )
