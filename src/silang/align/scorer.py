"""How likely two statements say the same thing: boosted trees, trained on labelled events, walked with numpy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

_ROWS = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """A sum of regression trees of one depth in log-odds: node arrays, all trees one after the other."""

    start: float
    roots: npt.NDArray[np.int32]
    feature: npt.NDArray[np.int16]
    threshold: npt.NDArray[np.float32]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
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
        rows = np.arange(len(table))[:, None]
        node = np.broadcast_to(self.roots, (len(table), len(self.roots)))
        for _ in range(self.depth):
            under = table[rows, self.feature[node]] <= self.threshold[node]
            node = np.where(under, self.left[node], self.right[node])
        total: npt.NDArray[np.float64] = self.value[node].sum(axis=1, dtype=np.float64)
        return total + self.start


@cache
def scorer() -> Trees:
    """The scorer that ships, loaded once."""
    with (files("silang.align") / "scorer.npz").open("rb") as file, np.load(file) as data:
        return Trees(
            float(data["start"]),
            data["roots"],
            data["feature"],
            data["threshold"],
            data["left"],
            data["right"],
            data["value"],
            int(data["depth"]),
        )
