"""What is known of words before any report is read: how common they are, and which are near in meaning."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from silang.align.terms import Stemmer
from silang.types import Language

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Stems of the background corpus: row of each, its weight, and unit vectors by row (the last row is zero)."""

    rows: dict[str, int]
    weights: list[float]
    vectors: Vectors
    rarest: float

    def weight(self, stem: str) -> float:
        """Inverse document frequency of a stem, in nats; that of an unseen one where it is not known."""
        row = self.rows.get(stem)
        return self.rarest if row is None else self.weights[row]


@cache
def background() -> Background:
    """The background that ships, loaded once."""
    with (files("silang.align") / "background.npz").open("rb") as file, np.load(file) as data:
        words = bytes(data["words"]).decode("utf-8").split("\n")
        total = int(data["total"])
        frequency = data["frequency"]
        vectors = data["vectors"].astype(np.float32)
    weights = np.log((total + 1) / (frequency + 1)).round(4).tolist()
    norms = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    vectors = np.vstack([vectors / np.maximum(norms, 1e-6), np.zeros((1, vectors.shape[1]), np.float32)])
    rows = {word: row for row, word in enumerate(words)}
    return Background(rows, weights, vectors, round(math.log(total + 1), 4))


@cache
def stemmer(language: Language) -> Stemmer:
    """The stemmer of a language, with the background's words as its roots."""
    return Stemmer(language, frozenset(background().rows))
