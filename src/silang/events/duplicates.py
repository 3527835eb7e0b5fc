"""Reports that are one text: copies to the letter, near copies, and newer versions of one address."""

from __future__ import annotations

from typing import Literal

from silang.events import minhash
from silang.events.sketch import Sketch

NEAR = 0.8
"""Share of shingles (estimated) from which on two reports are near copies."""
_VERSION = 0.2
"""Share of shingles from which on two texts at one address are versions: an address that is filled anew each day is not."""

Copy = Literal["exact", "near", "version"]


def copy(left: Sketch, right: Sketch) -> Copy | None:
    """In what way one of two reports is the other over again, if it is."""
    if left.content == right.content:
        return "exact"
    shared = minhash.similarity(left.shingles, right.shingles)
    if shared >= NEAR:
        return "near"
    if left.url and left.url == right.url and shared >= _VERSION:
        return "version"
    return None
