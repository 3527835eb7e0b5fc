"""How much two sets of words have in common: by their weight, by their vectors."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from silang.align.background import background

Words = frozenset[str]
PARTS = 10_000
"""Parts of a nat that the weight of a word is given in."""


def part(x: Words, y: Words) -> float:
    """Share of the words of the longer noun that both have."""
    return len(x & y) / max(1, len(x), len(y))


def weight(words: Words) -> float:
    """How rare words are together, in nats: whole ten-thousandths are added, so that no order of them matters."""
    return sum(map(_parts, words)) / PARTS


@lru_cache(maxsize=65536)
def _parts(word: str) -> int:
    return round(background().weight(word) * PARTS)


def over(x: Words, y: Words) -> float:
    """Share of the weight of the lighter words that both have."""
    shared = x & y
    return weight(shared) / min(weight(x), weight(y)) if shared else 0.0


def jaccard(x: Words, y: Words) -> float:
    shared = x & y
    return weight(shared) / weight(x | y) if shared else 0.0


def cosine(x: Words, y: Words) -> float:
    """Cosine of the weighted means of the vectors of two sets of words, rounded so that no machine's last bit decides."""
    return round(float(_vector(x) @ _vector(y)), 4)


@lru_cache(maxsize=8192)
def _vector(words: Words) -> npt.NDArray[np.float32]:
    known = background()
    rows = sorted(known.rows[w] for w in words if w in known.rows)
    total = (known.vectors[rows] * np.array([known.weights[r] for r in rows], dtype=np.float32)[:, None]).sum(axis=0)
    size = float(np.sqrt((total * total).sum())) if rows else 0.0
    found: npt.NDArray[np.float32] = total / size if size else np.zeros(known.vectors.shape[1], np.float32)
    return found
