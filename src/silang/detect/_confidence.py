"""How sure a difference is: a logistic of a few features that can be read."""

from __future__ import annotations

from math import exp

from silang.detect._difference import Difference

BIAS = {"number": -2.2}
CONTEXT = 4.0


def of(d: Difference) -> float:
    """Chance that two annotators would call this a difference, 0..1, two digits."""
    return round(1.0 / (1.0 + exp(-(BIAS.get(d.code, -2.2) + CONTEXT * d.context))), 2)
