"""How likely two reports are of one event: boosted trees over readable features, learned from labelled pairs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from silang.events.features import FEATURES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "scorer.json"
_CHUNK = 1_024
DECIMALS = 6
"""Features and probabilities are rounded to this, so that the last bit of a machine's logarithm decides nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """Trees of one depth, as complete binary trees: the node n has the children 2n+1 and 2n+2.

    `feature` and `threshold` are trees x inner nodes, `value` trees x leaves; right where feature > threshold.
    """

    start: float
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    value: NDArray[np.float64]

    def probabilities(self, rows: Sequence[tuple[float, ...]]) -> list[float]:
        """One probability for each row of FEATURES."""
        import numpy as np

        found: list[float] = []
        for begin in range(0, len(rows), _CHUNK):
            matrix: NDArray[np.float64] = np.array(rows[begin : begin + _CHUNK], np.float64).round(DECIMALS)
            total = np.clip(self.start + self._leaves(matrix).sum(axis=1), -30, 30)
            found.extend(np.round(1 / (1 + np.exp(-total)), DECIMALS).tolist())
        return found

    def _leaves(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        import numpy as np

        trees, inner = self.feature.shape
        right = (matrix[:, self.feature.ravel()] > self.threshold.ravel()).reshape(len(matrix), trees, inner)
        node = np.zeros((len(matrix), trees), np.int64)
        while int(node.flat[0]) < inner:
            turn = np.take_along_axis(right, node[:, :, None], axis=2)[:, :, 0]
            node = 2 * node + 1 + turn
        leaves: NDArray[np.float64] = self.value[np.arange(trees)[None, :], node - inner]
        return leaves


@cache
def shipped() -> Scorer:
    """The scorer that ships with silang. Raises ValueError when its features are not the ones of this code."""
    return parsed(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def parsed(text: str) -> Scorer:
    """A scorer from its JSON."""
    import numpy as np

    model = json.loads(text)
    if tuple(model["features"]) != FEATURES:
        raise ValueError("the scorer was learned over other features")
    trees = model["trees"]
    return Scorer(
        float(model["start"]),
        np.array([tree["feature"] for tree in trees], np.int64),
        np.array([tree["threshold"] for tree in trees], np.float64),
        np.array([tree["value"] for tree in trees], np.float64),
    )
