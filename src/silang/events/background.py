"""How frequent a term is in news at large: a small hashed table of document frequencies that ships with silang."""

from __future__ import annotations

import math
import zlib
from functools import cache
from importlib.resources import files

BITS = 18
MASK = (1 << BITS) - 1
STEP = 4
"""Buckets hold round(STEP * log2(1 + frequency)), so that a byte is enough."""
FILE = "background.bin"


@cache
def _table() -> tuple[int, bytes]:
    raw = files(__package__).joinpath(FILE).read_bytes()
    return int.from_bytes(raw[:4], "little"), zlib.decompress(raw[4:])


@cache
def _frequencies() -> tuple[float, ...]:
    return tuple(2 ** (step / STEP) - 1 for step in range(256))


@cache
def _rarities() -> tuple[float, ...]:
    return tuple(round(math.log((documents() + 1) / (seen + 0.5)), 4) for seen in _frequencies())


def rarity(term: int) -> float:
    """Logarithm of how rare a term is at large."""
    return _rarities()[_table()[1][term & MASK]]


def documents() -> int:
    """How many documents the table was counted over."""
    return _table()[0]


def frequency(term: int) -> float:
    """In how many of those documents a term (its 32-bit hash) stands, about; 0 where it was not seen."""
    return _frequencies()[_table()[1][term & MASK]]


def packed(count: int, frequencies: dict[int, int]) -> bytes:
    """The file for these document frequencies by term; terms of one document are left out."""
    buckets = bytearray(1 << BITS)
    for term, seen in frequencies.items():
        if seen > 1:
            step = min(255, round(STEP * math.log2(1 + seen)))
            buckets[term & MASK] = max(buckets[term & MASK], step)
    return count.to_bytes(4, "little") + zlib.compress(bytes(buckets), 9)
