"""Numbers that rival each other though their lines are of no common point: one quantity, that each report gives once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _context, _quantity, _scope
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Slot

NEAR = 0.6
"""Least share of words around two counts or amounts."""
SHARED = 0.4
"""Least share of the shorter line's content, for counts and amounts."""
COMMON = 3
"""Words around two measures that both have, where their nouns differ."""
SEVERAL = 2
"""Words of a noun that says by itself what is counted."""
LITTLE = 0.2
"""Least share of words around two counts under such a noun, or of the words of their lines."""
OPENING = 400
"""Code points of a report, its title and first sentences, in which a number under a noun is the number of the event."""
MOST = 120
"""Numbers of one unit that are laid side by side."""


class Figure(NamedTuple):
    """A number with the words that say what it is of."""

    line: Line
    slot: Slot
    labels: frozenset[str]
    around: frozenset[str]
    governor: str


def rivals(lineup: Lineup) -> Iterator[tuple[Pair, Slot, Slot, float]]:
    """Pairs of numbers of one quantity in two reports, with how surely they are of one, 0..1."""
    units: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for line, slot in lineup.slots:
        aged = line.lexicon.has("age", slot.of.split())
        if isinstance(slot.value, int | float) and (slot.unit or slot.of) and not aged:
            units[slot.kind, slot.unit].append(
                Figure(
                    line, slot, labels(line, slot), frozenset().union(*_context.around(line, slot.span)), governor(line, slot)
                )
            )
    for unit in sorted(units):
        figures = _first(units[unit])
        for a, b in combinations(sorted(figures, key=lambda f: f.slot.span), 2):
            if not _quantity.equal(a.slot, b.slot) and not _scope.apart(a.line, a.slot.span, b.line, b.slot.span):
                pair = Pair(a.line, b.line, "")
                if not pair.inside and (lineup.others(a.line, b.line) or lineup.apart(a.line.article.id, b.line.article.id)):
                    continue
                context = (_itself if pair.inside else _sure)(pair, a, b, figures)
                if context:
                    yield pair, a.slot, b.slot, context


def _first(figures: list[Figure]) -> list[Figure]:
    """The first of every report, in turn, at most `MOST`."""
    return sorted(figures, key=lambda f: (f.slot.span.start, f.slot.span))[:MOST]


def governor(line: Line, slot: Slot) -> str:
    """The stem of the content word that stands directly before a value, at most one small word between."""
    first, _ = line.within(slot.span)
    return next((w.stem for w in reversed(line.words[max(0, first - 2) : first]) if w.stem in line.content), "")


def labels(line: Line, slot: Slot) -> frozenset[str]:
    """Stems of the noun that a number counts or measures, and of the unit where it stands for one axis ("LS")."""
    own = [w.fold for w in line.words[slice(*line.within(slot.span))] if w.fold.isalpha()]
    named = own if slot.unit == "degree" else line.lexicon.noun(slot.of)
    return frozenset(line.lexicon.stem(w) for w in named if w not in line.lexicon.function)


def _sure(pair: Pair, a: Figure, b: Figure, others: list[Figure]) -> float:
    """By the noun, where each report gives one value of it; else by the words around, three and more."""
    if _same_noun(a, b) and _once(a, others) and _once(b, others):
        near = _context.nearness(pair, a.slot, b.slot)
        if a.slot.kind == "measure" or (a.slot.kind == "money" and a.governor and a.governor == b.governor):
            return round(0.6 + 0.3 * near, 4)
        if near >= NEAR and pair.shared >= SHARED:
            return round(near * 0.9, 4)
        return _opening(a, b, near)
    if a.slot.kind == "measure" and len(a.around & b.around) >= COMMON:
        return round(0.9 * _context.nearness(pair, a.slot, b.slot), 4)
    return _noun_alone(pair, a, b, others)


def _opening(a: Figure, b: Figure, near: float) -> float:
    """By a noun that both reports open with: it says what is counted."""
    opens = all(f.line.statement.span.start < OPENING for f in (a, b))
    same = a.labels == b.labels and a.labels and a.slot.kind in ("number", "money")
    return round(0.65 + 0.25 * near, 4) if opens and same else 0.0


def _noun_alone(pair: Pair, a: Figure, b: Figure, others: list[Figure]) -> float:
    """By a noun of several words, under which each report counts once: it alone says what is counted."""
    if a.labels != b.labels or len(a.labels) < SEVERAL or a.slot.kind != "number":
        return 0.0
    near = max(_context.nearness(pair, a.slot, b.slot), pair.shared)
    if near < LITTLE or not all(_quantity.equal(f.slot, o.slot) for f in (a, b) for o in others if _same(f, o)):
        return 0.0
    return round(0.6 + 0.3 * near, 4)


def _same(a: Figure, b: Figure) -> bool:
    return a.line.article.id == b.line.article.id and a.labels == b.labels


def _itself(pair: Pair, a: Figure, b: Figure, others: list[Figure]) -> float:
    """Of one report that quotes two numbers, where some other report gives just one of the two."""
    said = a.line.statement.speaker and b.line.statement.speaker
    if not said or not a.labels or a.labels != b.labels or a.line is b.line:
        return 0.0
    near = _context.nearness(pair, a.slot, b.slot)
    kept = [o for o in others if o.line.article.id != a.line.article.id and o.labels == a.labels]
    first, second = ({o.line.article.id for o in kept if _quantity.equal(o.slot, f.slot)} for f in (a, b))
    return round(near, 4) if near >= NEAR and first ^ second and not first & second else 0.0


def _same_noun(a: Figure, b: Figure) -> bool:
    """Whether half of the words of the longer noun are in the other."""
    return 2 * len(a.labels & b.labels) >= max(len(a.labels), len(b.labels), 1)


def _once(figure: Figure, others: list[Figure]) -> bool:
    """Whether the report gives one value under these labels."""
    return all(
        _quantity.equal(figure.slot, other.slot)
        for other in others
        if other.line.article.id == figure.line.article.id and other.labels & figure.labels
    )
