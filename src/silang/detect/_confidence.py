"""How sure a difference is: a logistic function of how alike the words around its two values are."""

from __future__ import annotations

from math import exp

from silang.detect._difference import Difference

BIAS = -3.22
CONTEXT = 6.13
"""Fitted by `training/detect.py`; docs/models/detect.md says to what, and how well."""


def of(d: Difference) -> float:
    """Chance that an annotator would call this a difference, 0..1, two digits."""
    return round(1.0 / (1.0 + exp(-(BIAS + CONTEXT * d.context))), 2)
