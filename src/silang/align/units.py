"""Statements made ready to be compared: their words in a common form, as a whole and clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from silang import languages
from silang.align.background import Background, background, stemmer
from silang.align.terms import Stemmer, fold, words
from silang.statements.clauses import FINE, clauses, grammar, tokens
from silang.types import Language, Reading, Statement

Vectors = npt.NDArray[np.float32]

_LEAST_WORDS = 2
_LONGEST = 600
_MOST_PARTS = 12
_ENTITY = 5.0
_VALUE = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """The words of a stretch of text: stems in text order, the places and weight of each, and what else is compared of them."""

    text: str
    stems: tuple[str, ...]
    places: dict[str, list[int]]
    weights: dict[str, float]
    total: float
    numbers: frozenset[str]
    trigrams: frozenset[str]
    vectors: Vectors
    mean: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A statement of an article (by its index), whole and in clauses; `place` is where in the article it stands, 0 to 1."""

    article: int
    statement: Statement
    whole: Bag
    parts: tuple[Bag, ...]
    names: frozenset[str]
    values: frozenset[tuple[str, str]]
    amounts: tuple[float, ...]
    place: float


def units(readings: Sequence[Reading]) -> list[Unit]:
    """The units of several readings in order; a statement without a word has none."""
    known = background()
    out: list[Unit] = []
    for article, reading in enumerate(readings):
        language = languages.of(reading.article)
        for statement in reading.statements:
            unit = _unit(statement, article, reading.article.text, language, known)
            if unit is not None:
                out.append(unit)
    return out


def _unit(statement: Statement, article: int, text: str, language: Language, known: Background) -> Unit | None:
    find = stemmer(language)
    start, end = statement.content.start, statement.content.end
    meant = {f"@{entity}": _ENTITY for entity in statement.entities} | {
        f"#{slot.kind}:{slot.value}": _VALUE for slot in statement.slots if start <= slot.span.start and slot.span.end <= end
    }
    whole = _bag(text[start:end], find, known, meant)
    if not whole.stems:
        return None
    cut = list(clauses(text, tokens(text, start, end), grammar(language), FINE))
    parts = [_bag(text[first:last], find, known, {}) for first, last in _joined(cut, text)][:_MOST_PARTS]
    parts = [part for part in parts if part.stems]
    return Unit(
        article,
        statement,
        whole,
        tuple(parts) if len(parts) > 1 else (whole,),
        frozenset(_names(text[start:end])),
        frozenset((slot.kind, str(slot.value)) for slot in statement.slots),
        tuple(float(slot.value) for slot in statement.slots if isinstance(slot.value, int | float)),
        start / max(1, len(text)),
    )


def _bag(said: str, find: Stemmer, known: Background, meant: dict[str, float]) -> Bag:
    said = said[:_LONGEST]
    plain = tuple(words(said))
    stems = tuple(stem for word in plain for stem in find.stems(word)) or plain
    weights = {stem: known.weight(stem) for stem in stems} | meant
    vectors = known.vectors[[known.rows.get(stem, -1) for stem in weights]]
    mean = np.array(list(weights.values()), dtype=np.float32) @ vectors
    return Bag(
        fold(said),
        stems,
        _places(stems),
        weights,
        sum(weights.values()),
        frozenset(stem for stem in stems if stem[0].isdigit()),
        frozenset(_trigrams(stems)),
        vectors,
        mean / max(float(np.sqrt(mean @ mean)), 1e-6),
    )


def _places(stems: Sequence[str]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for at, stem in enumerate(stems):
        out.setdefault(stem, []).append(at)
    return out


def _joined(cut: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Clauses too short to be compared go with the one before."""
    out: list[tuple[int, int]] = []
    for start, end in cut:
        if out and text.count(" ", start, end) < _LEAST_WORDS:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _names(said: str) -> Iterator[str]:
    for at, word in enumerate(said.split()):
        plain = word.strip("\"“”'‘’().,:;!?-")
        if at and plain[:1].isupper():
            yield fold(plain)


def _trigrams(stems: Sequence[str]) -> Iterator[str]:
    line = " ".join(stems)
    return (line[at : at + 3] for at in range(max(1, len(line) - 2)))
