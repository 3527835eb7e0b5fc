"""A linear-chain tagger of names: trained weights, and the best labels of every stretch of an article at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from silang.models import features
from silang.types import EntityKind, Name, Sentence

_KINDS: Mapping[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_REMEMBERED = 150_000
"""Word types whose scores are kept; then the store starts anew, so that memory stays flat over any stream."""
_LONGEST = 24
"""A stretch is cut after this many words."""

Floats = NDArray[np.float32]
_SLOTS = (0, -1, 1, -2, 2)


class _Scores:
    """Rows of label scores by key, worked out when first asked for."""

    def __init__(self, words: Mapping[str, int], rows: Floats) -> None:
        self.index = dict(words)
        self.rows = np.vstack([rows, np.zeros((4096, rows.shape[1]), dtype=np.float32)])

    def add(self, key: str, row: Floats) -> int:
        at = len(self.index)
        if at == len(self.rows):
            self.rows = np.vstack([self.rows, np.zeros_like(self.rows)])
        self.rows[at] = row
        self.index[key] = at
        return at


class Tagger:
    """A trained model, with the scores of the word types seen so far.

    The model is a conditional random field over the capitalised stretches of a sentence (Lafferty et al. 2001); words
    outside of them are never names. Training: `training/names.py`.
    """

    def __init__(self, model: Mapping[str, Any]) -> None:
        self._labels: list[str] = _lines(model["labels"])
        self._features = {feature: i for i, feature in enumerate(_lines(model["features"]))}
        weights = model["weights"].astype(np.float32)
        self._weights: Floats = np.vstack([weights, np.zeros((1, weights.shape[1]), dtype=np.float32)])
        self._transitions: Floats = model["transitions"].astype(np.float32)
        self._words = {word: i for i, word in enumerate(_lines(model["words"]))}
        self._clusters: list[tuple[int, int]] = list(zip(model["coarse"].tolist(), model["fine"].tolist(), strict=True))
        self._known_letters: list[list[int]] = model["word_letters"].tolist()
        self._letters: Floats = model["letters"].astype(np.float32) * model["letters_scale"].astype(np.float32)
        self._letters_bias: Floats = model["letters_bias"].astype(np.float32)
        width = len(self._labels)
        self._ready: Floats = (
            model["rows"].astype(np.float32) if "rows" in model else np.zeros((len(_SLOTS), 0, width), np.float32)
        )
        self.links = frozenset(_lines(model["links"]))
        self.openers = frozenset(_lines(model["openers"]))
        self._forget()

    def _forget(self) -> None:
        known = self._words if self._ready.shape[1] else {}
        self._scores = [_Scores(known, rows) for rows in self._ready]
        self._near: dict[str, tuple[list[str], list[str]]] = {}
        self._spelt: dict[str, tuple[int, ...]] = {}
        self._none = len(self._features)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The word types of its tables, most frequent first."""
        return tuple(self._words)

    def clusters(self, word: str) -> tuple[int, int] | None:
        """Coarse and fine cluster of a word, from how it is used in running text."""
        at = self._words.get(features.folded(word), self._words.get(word.lower()))
        return None if at is None else self._clusters[at]

    def letters(self, word: str) -> tuple[int, ...]:
        """What its letters speak for; known words have it in store."""
        at = self._words.get(word)
        if at is not None:
            return tuple(self._known_letters[at])
        found = self._spelt.get(word)
        if found is None:
            total = self._letters[sorted(features.grams(word))].sum(axis=0) + self._letters_bias
            found = self._spelt[word] = tuple(np.clip(np.round(total / 1.2), -3, 3).astype(int).tolist())
        return found

    def _row(self, slot: int, word: str) -> int:
        return self._scores[slot].add(word, self._score(slot, word))

    def _score(self, slot: int, word: str) -> Floats:
        offset = _SLOTS[slot]
        if offset == 0:
            found = features.own(word, self.clusters, self.letters)
        else:
            both = self._near.get(word)
            if both is None:
                both = self._near[word] = features.near(word, self.clusters, self.letters)
            found = features.given(both, offset)
        index = self._features
        known = [index[feature] for feature in found if feature in index]
        total: Floats = np.add.reduce(self._weights[known]) if known else self._weights[-1]
        return total

    def rows(self) -> Floats:
        """Scores of every word type of the tables in every slot: what a model stores to have them ready."""
        return np.array([[self._score(slot, word) for word in self._words] for slot in range(len(_SLOTS))])

    def names(self, sentences: Sequence[Sentence]) -> list[tuple[Name, ...]]:
        """The names of each sentence: person, organisation or place."""
        if len(self._scores[0].index) > _REMEMBERED:
            self._forget()
        spots = [(n, *spot) for n, sentence in enumerate(sentences) for spot in self._stretches(sentence.words)]
        result: list[list[Name]] = [[] for _ in sentences]
        if spots:
            labels = self._decode(self._emissions(sentences, spots), [last - first for _, first, last in spots])
            for (n, first, _), path in zip(spots, labels, strict=True):
                result[n] += self._spans(sentences[n], first, path)
        return [tuple(row) for row in result]

    def _stretches(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        for first, last in features.stretches(features.active(words, self.links, self.openers)):
            for start in range(first, last, _LONGEST):
                yield start, min(start + _LONGEST, last)

    def _emissions(self, sentences: Sequence[Sentence], spots: Sequence[tuple[int, int, int]]) -> Floats:
        """Label scores of every word of every stretch, one after the other."""
        slots: tuple[list[int], ...] = ([], [], [], [], [])
        extra: list[list[int]] = []
        known, none = self._features.get, self._none
        stores = [store.index for store in self._scores]
        for n, first, last in spots:
            words = sentences[n].words
            padded = (features.START, features.START, *words[max(0, first - 2) : last + 2], features.END, features.END)
            base = 2 + min(first, 2) - first
            before, after = padded[base + first - 1], padded[base + last]
            sides = [known(features.edge("B", before), none), known(features.edge("A", after), none)]
            for at in range(first, last):
                word = padded[base + at]
                for slot, offset in enumerate(_SLOTS):
                    key = padded[base + at + offset]
                    row = stores[slot].get(key)
                    slots[slot].append(self._row(slot, key) if row is None else row)
                previous = padded[base + at - 1]
                two = known(features.pair(previous, word), none) if previous[0].isupper() else none
                one = known(features.opening(word), none) if at == 0 else none
                extra.append([*sides, known(features.place(at, first, last), none), two, one])
        total: Floats = self._weights[np.array(extra)].sum(axis=1)
        for store, rows in zip(self._scores, slots, strict=True):
            total += store.rows[rows]
        return total

    def _decode(self, emissions: Floats, sizes: Sequence[int]) -> list[list[int]]:
        """The best path of every stretch (Viterbi 1967), all of them a step at a time."""
        order = sorted(range(len(sizes)), key=lambda i: (-sizes[i], i))
        starts = np.cumsum([0, *sizes[:-1]])[order]
        ranked = np.array(sizes)[order]
        score = emissions[starts]
        steps: list[NDArray[np.intp]] = []
        finals = score
        for step in range(1, int(ranked[0])):
            count = int((ranked > step).sum())
            through = score[:count, :, None] + self._transitions
            steps.append(through.argmax(axis=1))
            score = through.max(axis=1) + emissions[starts[:count] + step]
            finals[:count] = score
        best = finals.argmax(axis=1).tolist()
        back = [step.tolist() for step in steps]
        paths: list[list[int]] = [[] for _ in sizes]
        for rank, i in enumerate(order):
            path = [best[rank]]
            for step in range(sizes[i] - 2, -1, -1):
                path.append(back[step][rank][path[-1]])
            paths[i] = path[::-1]
        return paths

    def _spans(self, sentence: Sentence, first: int, path: Sequence[int]) -> Iterator[Name]:
        labels = [self._labels[label] for label in path]
        i = 0
        while i < len(labels):
            label = labels[i]
            j = i + 1
            if label != "O":
                while j < len(labels) and labels[j] == f"I-{label[2:]}":
                    j += 1
                yield Name(sentence.starts[first + i], sentence.ends[first + j - 1], _KINDS[label[2:]])
            i = j


def _lines(blob: NDArray[np.uint8]) -> list[str]:
    return bytes(blob).decode("utf-8").split("\n")


@cache
def tagger(code: str) -> Tagger | None:
    """The shipped tagger of a language, or None where there is none."""
    resource = files("silang.models") / f"names-{code}.npz"
    if not resource.is_file():
        return None
    with as_file(resource) as path, np.load(path, allow_pickle=False) as model:
        return Tagger(model)
