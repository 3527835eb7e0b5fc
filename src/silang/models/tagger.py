"""A linear-chain tagger of names: trained weights, and the best labels of every stretch of an article at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import chain, filterfalse, repeat
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

_OFFSETS = (-1, 1, -2, 2)
"""Where a word may stand from the one that is judged."""
_PARTS = 1 + len(_OFFSETS)
"""Rows of scores that a word type has: for itself, then for the word that has it at each offset."""
_AROUND, _EACH = np.array((0, *_OFFSETS)), np.arange(_PARTS)
_SPARE = 4096
"""Rows kept free for word types that are not in the tables, at first and whenever they are used up."""

Floats = NDArray[np.float32]


class Tagger:
    """A trained model, with the scores of the word types seen so far.

    The model is a conditional random field over the capitalised stretches of a sentence (Lafferty et al. 2001); words
    outside of them are never names. Training: `training/names.py`.
    """

    def __init__(self, model: Mapping[str, Any]) -> None:
        self._labels: list[str] = _lines(model["labels"])
        self._features = {feature: i for i, feature in enumerate(_lines(model["features"]))}
        weights = model["weights"].astype(np.float32)
        self._weights = _with_zeros(weights)
        self._transitions: Floats = model["transitions"].astype(np.float32)
        words = _lines(model["words"])
        self._words = dict(zip(words, range(len(words)), strict=True))
        self._clusters = model["coarse"], model["fine"]
        self._known_letters = model["word_letters"]
        self._letters = _with_zeros(model["letters"].astype(np.float32) * model["letters_scale"].astype(np.float32))
        self._letters_bias: Floats = model["letters_bias"].astype(np.float32)
        ready = model["rows"] if "rows" in model else np.zeros((0, _PARTS, len(self._labels)), np.float32)
        self._ready = len(ready)
        self._rows: Floats = np.concatenate([ready, np.zeros((_SPARE, *ready.shape[1:]), np.float32)], dtype=np.float32)
        self.links = frozenset(_lines(model["links"]))
        self.openers = frozenset(_lines(model["openers"]))
        self._none = len(self._features)
        self._paired = frozenset(feature.partition("|")[0] for feature in self._features if "|" in feature)
        number = {label: i for i, label in enumerate(self._labels)}
        self._goes_on = [number.get(f"I-{label[2:]}") for label in self._labels]
        self._forget()

    def _forget(self) -> None:
        self._index = dict(self._words) if self._ready else {}
        self._near: dict[str, tuple[int, ...]] = {}
        self._spelt: dict[str, tuple[int, ...]] = {}
        self._order: dict[tuple[int, bool], list[int]] = {}
        self._edges: dict[str, tuple[int, int]] = {}

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The word types of its tables, most frequent first."""
        return tuple(self._words)

    def clusters(self, word: str) -> tuple[int, int] | None:
        """Coarse and fine cluster of a word, from how it is used in running text."""
        at = self._words.get(features.folded(word), self._words.get(word.lower()))
        if at is None:
            return None
        coarse, fine = self._clusters
        return int(coarse[at]), int(fine[at])

    def letters(self, word: str) -> tuple[int, ...]:
        """What its letters speak for; known words have it in store."""
        if word not in self._spelt:
            self._spell([word])
        return self._spelt[word]

    def _spell(self, words: Sequence[str]) -> None:
        """Work out what the letters of words speak for, all of them at once."""
        stored = {word: self._known_letters[self._words[word]].tolist() for word in words if word in self._words}
        others = [word for word in words if word not in stored]
        if others:
            total = _summed(self._letters, [sorted(features.grams(word)) for word in others], features.BUCKETS)
            rounded = np.clip(np.rint((total + self._letters_bias) / 1.2), -3, 3).astype(int).tolist()
            stored.update(zip(others, rounded, strict=True))
        self._spelt.update((word, tuple(found)) for word, found in stored.items())

    def _see(self, words: Sequence[str]) -> None:
        """Give rows to word types that were not seen before."""
        first, last = len(self._index), len(self._index) + len(words)
        while last > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows[:_SPARE])])
        self._rows[first:last] = self._scores(words, [word for word in words if self._may_belong(word)])
        self._index.update(zip(words, range(first, last), strict=True))

    def _may_belong(self, word: str) -> bool:
        """Whether a word may stand in a stretch, and not just beside one."""
        return not word.islower() or word in self.links or word in self.openers or word[0].isdigit()

    def _scores(self, words: Sequence[str], inside: Sequence[str]) -> Floats:
        """The rows of word types: label scores for itself (of those that may be `inside` a stretch), and for the word that has
        it at each offset.
        """
        self._spell([word for word in inside if word[0].isalpha()])
        known, none = self._features.get, self._none
        own = {word: [known(x, none) for x in features.own(word, self.clusters, self.letters)] for word in inside}
        near = [self._given(*features.near(word, self.clusters, self.letters)) for word in words]
        found = np.empty((len(words), _PARTS, len(self._labels)), np.float32)
        found[:, 0] = _summed(self._weights, [own.get(word, ()) for word in words], none)
        found[:, 1:] = _summed(self._weights, near, (none,) * len(_OFFSETS))
        return found

    def _given(self, far: Sequence[str], close: Sequence[str]) -> list[tuple[int, ...]]:
        """Numbers of what a word gives to those around it."""
        return [*(self._placed(feature, 2) for feature in far), *(self._placed(feature, 1) for feature in close)]

    def _placed(self, feature: str, reach: int) -> tuple[int, ...]:
        """Numbers of a feature as seen from each offset within reach."""
        found = self._near.get(feature)
        if found is None:
            names = [features.placed(feature, offset) if abs(offset) <= reach else "" for offset in _OFFSETS]
            found = self._near[feature] = tuple(self._features.get(name, self._none) for name in names)
        return found

    def rows(self) -> Floats:
        """The rows of every word type of the tables: what a model stores to have them ready."""
        words = [*self._words]
        parts = [words[first : first + _SPARE] for first in range(0, len(words), _SPARE)]
        return np.concatenate([self._scores(part, part) for part in parts])

    def names(self, sentences: Sequence[Sentence]) -> list[tuple[Name, ...]]:
        """The names of each sentence: person, organisation or place."""
        if len(self._index) > _REMEMBERED:
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
        windows = [_window(sentences[n].words, first, last) for n, first, last in spots]
        words = [*chain.from_iterable(windows)]
        fresh = dict.fromkeys(filterfalse(self._index.__contains__, words))
        if fresh:
            self._see([*fresh])
        places: list[int] = []
        extra: list[int] = []
        for window, (_, first, last) in zip(windows, spots, strict=True):
            begin = places[-1] + 5 if places else 2
            places += range(begin, begin + last - first)
            extra += self._extra(window, first)
        total: Floats = np.add.reduce(self._weights[np.array(extra).reshape(len(places), -1)], axis=1)
        rows = np.array([*map(self._index.__getitem__, words)])
        beside = rows[np.array(places)[:, None] + _AROUND]
        scores = self._rows.reshape(-1, len(self._labels))[beside * _PARTS + _EACH]
        for part in range(_PARTS):
            total += scores[:, part]
        return total

    def _extra(self, window: Sequence[str], first: int) -> list[int]:
        """Numbers of what each word of a stretch has from its place in it, and from the word before, five each; `first` is the
        place of the stretch.
        """
        none, last = self._none, len(window) - 2
        before, after = self._edge(window[1])[0], self._edge(window[last])[1]
        places = self._places(last - 2, first == 0)
        one = self._features.get(features.opening(window[2]), none) if first == 0 else none
        found: list[int] = []
        for at in range(2, last):
            found += (before, after, places[at - 2], self._two(window[at - 1], window[at]), one)
            one = none
        return found

    def _edge(self, word: str) -> tuple[int, int]:
        """Numbers of a word as the one before and as the one after a stretch."""
        found = self._edges.get(word)
        if found is None:
            known, none = self._features.get, self._none
            found = self._edges[word] = known(features.edge("B", word), none), known(features.edge("A", word), none)
        return found

    def _two(self, before: str, word: str) -> int:
        """Number of two words in a row: few words are known to open a pair."""
        if not before[0].isupper() or features.pair_opener(before) not in self._paired:
            return self._none
        return self._features.get(features.pair(before, word), self._none)

    def _places(self, size: int, opens: bool) -> list[int]:
        """Numbers of the places in a stretch of some words, that opens its sentence or does not."""
        found = self._order.get((size, opens))
        if found is None:
            first = 0 if opens else 1
            names = [features.place(at, first, first + size) for at in range(first, first + size)]
            found = self._order[size, opens] = [self._features.get(name, self._none) for name in names]
        return found

    def _decode(self, emissions: Floats, sizes: Sequence[int]) -> list[list[int]]:
        """The best path of every stretch (Viterbi 1967), all of them a step at a time."""
        order = sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True)
        starts = np.cumsum([0, *sizes[:-1]])[order]
        longest, count = sizes[order[0]], len(sizes)
        score = emissions[starts]
        steps: list[NDArray[np.intp]] = []
        finals = score
        for step in range(1, longest):
            while sizes[order[count - 1]] <= step:
                count -= 1
            through = score[:count, :, None] + self._transitions
            steps.append(through.argmax(axis=1))
            score = np.maximum.reduce(through, axis=1) + emissions[starts[:count] + step]
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
        i = 0
        while i < len(path):
            j, inside = i + 1, self._goes_on[path[i]]
            if inside is not None:
                while j < len(path) and path[j] == inside:
                    j += 1
                yield Name(sentence.starts[first + i], sentence.ends[first + j - 1], _KINDS[self._labels[inside][2:]])
            i = j


def _with_zeros(table: Floats) -> Floats:
    """A table with one more row, of zeros."""
    return np.concatenate([table, np.zeros((1, *table.shape[1:]), np.float32)])


def _summed(table: Floats, rows: Sequence[Sequence[object]], none: object) -> Floats:
    """Sums of rows of a table, one sum for each list of their numbers; `none` is the number of a row of zeros.

    The rows are added one after the other, so that a sum does not depend on those beside it.
    """
    most = max(map(len, rows))
    padded = np.array([[*row, *repeat(none, most - len(row))] for row in rows], np.intp)
    found: Floats = np.add.reduce(table[padded], axis=1)
    return found


def _window(words: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
    """The words of a stretch with two before and two after it."""
    padded = (features.START, features.START, *words[max(0, first - 2) : last + 2], features.END, features.END)
    begin = min(first, 2)
    return padded[begin : begin + last - first + 4]


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
