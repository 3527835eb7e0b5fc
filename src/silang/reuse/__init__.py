"""Passages that articles share, quotation told apart from copying, and the likely origin."""

from __future__ import annotations

from silang.types import Passage, Reading


def passages(readings: tuple[Reading, ...]) -> tuple[Passage, ...]:
    """Passages of eight words and more that two readings share."""
    return ()
