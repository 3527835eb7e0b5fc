"""Sentences that two reports have nearly word for word, whatever statements and points they fall into."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from silang.detect._lines import Line

SHINGLE = 3
"""Words in a row that two sentences are found by."""
SHARED = 0.3
"""Least share of the shorter sentence's shingles that both have."""
COMMON = 60
"""Sentences with one shingle, above which it tells nothing."""


def echoes(sentences: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Pairs of sentences of two reports, each the other's nearest, with something between them that differs."""
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    shingles = [_shingles(line.wording) for line in sentences]
    for number, found in enumerate(shingles):
        for shingle in sorted(found):
            held[shingle].append(number)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for number, line in enumerate(sentences):
        for other, share in _near(number, sentences, shingles, held):
            key = (number, sentences[other].article.id)
            if line.article.id != sentences[other].article.id and (share, -other) > best.get(key, (0.0, 0)):
                best[key] = (share, -other)
    for (number, _), (_, other) in sorted(best.items()):
        if number < -other and best.get((-other, sentences[number].article.id), (0.0, 0))[1] == -number:
            a, b = sentences[number], sentences[-other]
            if a.wording != b.wording:
                yield a, b


def _near(
    number: int,
    sentences: Sequence[Line],
    shingles: list[set[tuple[str, ...]]],
    held: dict[tuple[str, ...], list[int]],
) -> Iterator[tuple[int, float]]:
    counts: Counter[int] = Counter()
    for shingle in shingles[number]:
        if len(held[shingle]) <= COMMON:
            counts.update(held[shingle])
    for other in sorted(counts):
        less = min(len(shingles[number]), len(shingles[other]))
        share = round(counts[other] / less, 4)
        if other != number and share >= SHARED:
            yield other, 1.0 if sentences[number].wording == sentences[other].wording else min(share, 0.99)


def _shingles(folds: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {folds[i : i + SHINGLE] for i in range(len(folds) - SHINGLE + 1)}
