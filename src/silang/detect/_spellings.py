"""Spellings that stand beside the same words of a name, or are names of one person, and where each does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from silang.detect import _runs, _spelling
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

SINGLE = 6
"""Letters of a name of one word, at least."""
LONGEST = 40
"""Letters of a word of a name, at most."""
MOST = 200
"""Names of one word that are laid side by side."""


class Place(NamedTuple):
    """A word of a name: the widest stretch of it whose other words are elsewhere too, and the words beyond the open end."""

    line: Line
    span: Span
    words: int
    beyond: tuple[str, str] = ("", "")


Variants = tuple[str, str]
Places = dict[Span, Place]


@lru_cache(maxsize=1)
def respelled(lineup: Lineup) -> dict[Variants, tuple[Places, Places]]:
    """Pairs of spellings of one word of a name, with their places; kept for the next kind of difference that asks."""
    out: dict[Variants, tuple[Places, Places]] = {}
    for places in (*_open(lineup).values(), *_single(lineup)):
        for a, b in _near(places):
            if _spelling.respelled(a, b, next(iter(places[a].values())).line.lexicon.function):
                for side, word in zip(out.setdefault((a, b), ({}, {})), (a, b), strict=True):
                    for hole, place in places[word].items():
                        side[hole] = max(side.get(hole, place), place, key=lambda p: p.words)
    return out


def _near(words: Iterable[str]) -> list[Variants]:
    """The pairs of words that are one when a letter of either or of both is left out, in order: all that are a letter apart."""
    without: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) <= LONGEST:
            for key in (word, *(word[:i] + word[i + 1 :] for i in range(len(word)))):
                without[key].add(word)
    return sorted({pair for same in without.values() for pair in combinations(sorted(same), 2)})


def agree(a: Place, b: Place) -> bool:
    """Whether what stands beyond the word in two names, where both go on, is the same."""
    return all(not x or not y or x == y for x, y in zip(a.beyond, b.beyond, strict=True))


def _open(lineup: Lineup) -> dict[tuple[str, ...], dict[str, Places]]:
    """For two and three words of a name with one left open: what stands in the open place, and where."""
    out: dict[tuple[str, ...], dict[str, Places]] = defaultdict(lambda: defaultdict(dict))
    for line in lineup.paragraphs:
        for run in _runs.runs(line):
            folds = [w.fold for w in run.words]
            for size, start in product((2, 3), range(len(folds))):
                for hole in range(start, start + size if start + size <= len(folds) else start):
                    key = tuple("" if i == hole else folds[i] for i in range(start, start + size))
                    beyond = _beyond(folds, hole, start, start + size)
                    out[key][folds[hole]][run.span(hole, hole + 1)] = Place(line, run.span(start, start + size), size, beyond)
    return {key: places for key, places in out.items() if len(places) > 1 and max(map(len, key)) > 2}


def _beyond(folds: list[str], hole: int, first: int, last: int) -> tuple[str, str]:
    """The words of the name before and behind an open word that stands at an end of the stretch."""
    before = folds[hole - 1] if hole == first and hole > 0 else ""
    behind = folds[hole + 1] if hole == last - 1 and hole + 1 < len(folds) else ""
    return before, behind


def _single(lineup: Lineup) -> list[dict[str, Places]]:
    """Names of one word, by the person that the cast takes them for."""
    out: dict[str, dict[str, Places]] = defaultdict(lambda: defaultdict(dict))
    for line in lineup.paragraphs:
        for run in _runs.runs(line):
            entity = lineup.named(run.span()) if len(run.words) == 1 and len(run.words[0].fold) >= SINGLE else None
            if entity and entity.kind == "person" and len(out) < MOST:
                out[entity.id][run.words[0].fold][run.span()] = Place(line, run.span(), 1)
    return [out[name] for name in sorted(out) if len(out[name]) > 1]
