"""How exactly a number is written: a nought behind the comma is a figure like others."""

from __future__ import annotations

import re

from silang.detect._lines import Line
from silang.types import Slot

_FIGURES = re.compile(r"\d+[.,](\d*[1-9])?0+(?![\d.,]*\d)")


def apart(a: Line, x: Slot, b: Line, y: Slot) -> bool:
    """Whether one of two numbers is written with a nought behind the comma, and the other is no rounding to that."""
    return any(_off(line, slot, other) for line, slot, other in ((a, x, y), (b, y, x)))


def _off(line: Line, slot: Slot, other: Slot) -> bool:
    """Whether another number is farther off than the last figure written, 1,20 million from 1,210,211."""
    text = slot.span.of(line.article.text)
    found = _FIGURES.search(text)
    if found is None or isinstance(slot.value, str | tuple) or isinstance(other.value, str | tuple):
        return False
    whole, _, behind = found[0].replace(".", ",").partition(",")
    written = float(f"{whole}.{behind}")
    if len(behind) > 2 or not written:
        return False
    return abs(slot.value - other.value) > slot.value / written * 10.0 ** -len(behind)
