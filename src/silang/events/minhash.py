"""MinHash signatures of word shingles, in numpy: how much text two reports share (Broder 1997)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = 1
"""Of the way a signature is made; two versions are not compared."""
SIZE = 64
BANDS = 16
"""A band is SIZE // BANDS values that must all agree for two reports to meet."""
_SHINGLE = 4
_WORDS = 1_500


@cache
def _constants() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    # A fixed linear congruential walk: the same permutations on every machine and every numpy.
    state, values = 0x9E3779B97F4A7C15, []
    for _ in range(2 * SIZE):
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        values.append(state >> 32)
    return np.array(values[:SIZE], np.uint64) | np.uint64(1), np.array(values[SIZE:], np.uint64)


def packed(words: Sequence[int]) -> bytes:
    """SIZE little-endian 16-bit values over the shingles of a sequence of word hashes; empty where there is no shingle."""
    if len(words) < _SHINGLE:
        return b""
    import numpy as np

    hashes = np.array(words[:_WORDS], np.uint64)
    mixed = np.zeros(len(hashes) - _SHINGLE + 1, np.uint64)
    for shift in range(_SHINGLE):
        mixed = mixed * np.uint64(0x100000001B3) + hashes[shift : shift + len(mixed)]
    mixed = (mixed ^ (mixed >> np.uint64(29))) & np.uint64(0xFFFFFFFF)
    scale, offset = _constants()
    least = ((mixed[None, :] * scale[:, None] + offset[:, None]) & np.uint64(0xFFFFFFFF)).min(axis=1)
    low: NDArray[np.uint16] = ((least ^ (least >> np.uint64(16))) & np.uint64(0xFFFF)).astype("<u2")
    return low.tobytes()


def similarity(left: Sequence[int], right: Sequence[int]) -> float:
    """Estimated Jaccard similarity of two signatures' reports, 0 to 1; 0 where either has none."""
    if not left or not right:
        return 0.0
    return int(sum(map(eq, left, right))) / SIZE


def bands(values: Sequence[int]) -> list[int]:
    """Keys under which near duplicates meet: BANDS of them, 64 bits each; none for an empty signature."""
    if not values:
        return []
    rows = SIZE // BANDS
    return [_key(band, values[band * rows : (band + 1) * rows]) for band in range(BANDS)]


def _key(band: int, values: Sequence[int]) -> int:
    key = band
    for value in values:
        key = (key * 0x100000001B3 + value + 1) & 0xFFFFFFFFFFFFFFFF
    return key
