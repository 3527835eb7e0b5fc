"""The weights learned from labelled reports, and what they say of a list of features."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic regression a question: weights by feature, in log odds."""

    weights: Mapping[str, Mapping[str, float]]
    never: frozenset[str] = frozenset()
    """Cues that never marked speech where they were seen often."""

    def odds(self, question: str, names: Iterable[str]) -> float:
        """Log odds that the answer is yes, rounded so that every machine decides alike."""
        weights = self.weights[question]
        return round(sum(map(weights.get, names, repeat(0.0)), weights[""]), 4)


@cache
def learned() -> Judge:
    """The weights that ship."""
    found = json.loads((files("silang.attribution") / "weights.json").read_text(encoding="utf-8"))
    return Judge(found["weights"], frozenset(found["never"]))
