"""Whether two quantities can both hold: equal, rounded, bounded, overlapping."""

from __future__ import annotations

from math import floor, log10

from silang.types import Slot

TRILLION = 1e12
"""No word says more than this many: "trillions" may be any number of them."""
NEAR = 0.05
"""The most that rounding changes a value, as a share of it."""
EXACT = 3
"""Significant digits from which on a number is given exactly."""
SCALES = frozenset({1e3, 1e6, 1e9, 1e12})
"""What "thousands" or "millions" begin with; they go on to the next such word, tens and hundreds of them included."""


def bounds(slot: Slot) -> tuple[float, float] | None:
    """The least and the greatest a numeric slot allows; None where its value is no number."""
    value = slot.value
    if isinstance(value, str):
        return None
    low, high = value if isinstance(value, tuple) else (float(value), float(value))
    if isinstance(value, tuple) and low >= TRILLION:
        high = float("inf")
    if isinstance(value, tuple) and slot.bound == "about" and low in SCALES and high < 10 * low:
        return low, 1000 * low
    if slot.bound == "atleast":
        return low, float("inf")
    if slot.bound == "atmost":
        return float("-inf"), high
    return low, high


def equal(a: Slot, b: Slot) -> bool:
    """Whether two slots give one value."""
    if isinstance(a.value, str) or isinstance(b.value, str) or isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return a.value == b.value
    if isinstance(a.value, int) and isinstance(b.value, int):
        return a.value == b.value
    return abs(a.value - b.value) <= 1e-9 * max(1.0, abs(a.value), abs(b.value))


def reconciled(a: Slot, b: Slot) -> str:
    """Why two values that differ may both hold: `bound`, `range`, `rounding`, `approximate`; "" where they can't."""
    x, y = bounds(a), bounds(b)
    if x is None or y is None:
        return ""
    if x[0] <= y[1] and y[0] <= x[1]:
        return "bound" if a.bound or b.bound else "range"
    about = a.bound or b.bound
    if isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return "approximate" if about and any(close(p, q) for p in x for q in y) else ""
    if rounds(float(a.value), float(b.value)):
        return "rounding"
    return "approximate" if about and close(float(a.value), float(b.value)) else ""


def rounds(a: float, b: float) -> bool:
    """Whether one is the other rounded or cut to fewer digits, with at least two digits dropped or one after the comma."""
    coarse, fine = sorted((a, b), key=lambda v: (_digits(v), abs(v)))
    dropped = _digits(fine) - _digits(coarse)
    if not close(a, b) or dropped < 1:
        return False
    unit = 10.0 ** (floor(log10(abs(coarse))) - _digits(coarse) + 1) if coarse else 1.0
    if abs(coarse - fine) >= unit:
        return False
    return dropped >= 2 or (coarse == int(coarse) and fine != int(fine)) or abs(coarse) >= 1e5


def figures(slot: Slot) -> str:
    """The significant digits of a single number in their order, "" of others."""
    return _written(float(slot.value)) if isinstance(slot.value, int | float) else ""


def slip(a: float, b: float) -> bool:
    """Whether two numbers written exactly, and as long, have one figure unlike, or two that changed places."""
    x, y = (_written(v) for v in (a, b))
    unlike = [(p, q) for p, q in zip(x, y, strict=False) if p != q]
    swapped = len(unlike) == 2 and unlike[0] == unlike[1][::-1]
    return len(x) == len(y) >= EXACT and (len(unlike) == 1 or swapped)


def close(a: float, b: float) -> bool:
    """Whether two values are within what rounding changes."""
    return abs(a - b) <= NEAR * max(abs(a), abs(b))


def _digits(value: float) -> int:
    """Significant digits of a value, zeros at its end not counted."""
    return max(1, len(_written(value)))


def _written(value: float) -> str:
    """The significant digits themselves."""
    if value == int(value):
        return str(abs(int(value))).rstrip("0")
    return f"{abs(value):.6f}".rstrip("0").replace(".", "").strip("0")
