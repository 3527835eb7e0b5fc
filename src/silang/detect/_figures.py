"""Numbers of one thing known otherwise than by their nouns: by the name behind, by the quotation, by the sum they are worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from silang.detect import _quantity, _rivals, _scope
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Slot

BEHIND = 3
"""Words between a counted noun and the name of whose it is, at most."""
NAME = 3
"""Words of such a name that are looked at."""
COUNT = 10
"""The least number that says of itself that much was counted: of two or three there are many."""
NAMED = 0.8
"""Context of two counts of one noun before one name."""
QUOTED = 0.7
"""Context of one measure in a quotation of one row, where the lines have no other word in common."""
WORDS = 3
"""Content words that two such quotations share, at least."""
BETWEEN = 4
"""Words between a sum and what it is worth in another currency."""
WORTH = 0.8
"""Context of what one sum is worth."""
KINDS = frozenset({"number", "money", "percent", "measure"})
PHRASE, PLAIN = 4, 2
"""Words behind two numbers that are the same, and how many of them are no small words."""
BEFORE = 10
"""Words before such a number that may say of what it is."""
PHRASED = 0.8
"""Context of two numbers that the same words go on from."""
MOST = 80
"""Values of one kind that are laid side by side."""

Found = tuple[Pair, Slot, Slot, float]


class Value(NamedTuple):
    """A value and the line it is in."""

    line: Line
    slot: Slot


def figures(lineup: Lineup) -> Iterator[Found]:
    """Pairs of values of two reports that are of one thing, with how surely they are, 0..1."""
    yield from _named(lineup)
    yield from _quoted(lineup)
    yield from _worth(lineup)
    yield from _phrased(lineup)


def _named(lineup: Lineup) -> Iterator[Found]:
    """Counts of one noun with one name behind it, of which each report gives one."""
    held: dict[tuple[str, ...], list[Value]] = defaultdict(list)
    for line, slot in lineup.slots:
        if slot.kind == "number" and isinstance(slot.value, int | float) and slot.value >= COUNT and slot.of and not slot.bound:
            noun, name = line.lexicon.stem(slot.of.casefold().split()[0]), owner(line, slot)
            if name:
                held[noun, slot.unit, *name].append(Value(line, slot))
    for key in sorted(held):
        yield from ((pair, a, b, NAMED) for pair, a, b in _rivalling(held[key]))


def owner(line: Line, slot: Slot) -> tuple[str, ...]:
    """The name behind a counted noun, nothing but words without a capital between."""
    _, last = line.within(slot.span)
    words, text = line.words, line.article.text
    first = next((i for i in range(last, min(last + BEHIND, len(words))) if words[i].text[:1].isupper()), len(words))
    if first == len(words) or text[words[last - 1].end : words[first].start].strip(" ").count(","):
        return ()
    end = first
    while end < min(first + NAME, len(words)) and words[end].text[:1].isupper():
        end += 1
    return tuple(w.fold for w in words[first:end])


def _rivalling(values: list[Value], *, scoped: bool = True) -> Iterator[tuple[Pair, Slot, Slot]]:
    """Values of two reports that differ, where each report gives one."""
    said: dict[str, set[str]] = defaultdict(set)
    for v in values:
        said[v.line.article.id].add(str(v.slot.value))
    for x, y in combinations(sorted(values, key=lambda v: v.slot.span)[:MOST], 2):
        one = all(len(said[v.line.article.id]) == 1 for v in (x, y)) and x.line.article.id != y.line.article.id
        if not one or _quantity.equal(x.slot, y.slot):
            continue
        if not (scoped and _scope.apart(x.line, x.slot.span, y.line, y.slot.span)):
            yield Pair(x.line, y.line, ""), x.slot, y.slot


def _quoted(lineup: Lineup) -> Iterator[Found]:
    """Measures of one unit in two quotations of one row, each the only one of its line and without a noun of its own."""
    for pair in lineup.pairs:
        forms = {pair.a.statement.form, pair.b.statement.form}
        if pair.point and not pair.inside and forms == {"direct"} and len(pair.a.content & pair.b.content) >= WORDS:
            for a, b in _sole(pair):
                if not (_rivals.labels(pair.a, a) or _rivals.labels(pair.b, b) or _quantity.equal(a, b)):
                    yield pair, a, b, round(QUOTED + 0.25 * pair.shared, 4)


def _sole(pair: Pair) -> Iterator[tuple[Slot, Slot]]:
    """Measures of one unit of which each line has one."""
    x, y = ([s for s in line.slots if s.kind == "measure"] for line in (pair.a, pair.b))
    if len(x) == len(y) == 1 and x[0].unit == y[0].unit:
        yield x[0], y[0]


def _phrased(lineup: Lineup) -> Iterator[Found]:
    """Numbers of one unit that the same words go on from, of which each report gives one."""
    held: dict[tuple[str, ...], list[Value]] = defaultdict(list)
    for line, slot in lineup.slots:
        if isinstance(slot.value, int | float) and slot.kind in KINDS and not slot.bound and (slot.unit or slot.of):
            _, last = line.within(slot.span)
            words = line.words[last : last + PHRASE]
            if len(words) == PHRASE and sum(w.stem in line.content for w in words) >= PLAIN:
                held[slot.kind, slot.unit, *(w.stem for w in words)].append(Value(line, slot))
    for key in sorted(held):
        for pair, a, b in _rivalling(held[key], scoped=False):
            one = _rivals.labels(pair.a, a) == _rivals.labels(pair.b, b)
            if one and not _before(pair.a, a, pair.b, b):
                yield pair, a, b, PHRASED


def _before(a: Line, x: Slot, b: Line, y: Slot) -> bool:
    """Whether words of one contrast in the clauses before two numbers are of two of its kinds: asked for and given."""
    first, second = _kinds(a, x), _kinds(b, y)
    return any(not first[name] & second[name] for name in first if name in second)


def _kinds(line: Line, slot: Slot) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    first, _ = line.within(slot.span)
    for word in line.words[max(0, first - BEFORE) : first]:
        if "," not in line.article.text[word.end : slot.span.start]:
            for name, kind in line.lexicon.contrasts.get(word.fold, ()):
                found.setdefault(name, set()).add(kind)
    return found


def _worth(lineup: Lineup) -> Iterator[Found]:
    """What one sum is worth in another currency, where two reports come to sums that no rounding explains.

    "More than" is no excuse here: who gives a round sum for an exact one gives the nearest.
    """
    held: dict[tuple[str, str, str], list[Value]] = defaultdict(list)
    for line, slot in lineup.slots:
        if slot.kind == "money" and isinstance(slot.value, int | float):
            for other in (s for s in line.slots if _given_for(line, s, slot)):
                held[slot.unit, str(slot.value), other.unit].append(Value(line, other))
    for key in sorted(held):
        for pair, a, b in _rivalling(held[key]):
            if not _quantity.close(float(a.value), float(b.value)):  # type: ignore[arg-type]
                yield pair, replace(a, bound=""), replace(b, bound=""), WORTH


def _given_for(line: Line, other: Slot, slot: Slot) -> bool:
    """Whether a sum stands right behind another of another currency: what that is worth."""
    _, last = line.within(slot.span)
    first, _ = line.within(other.span)
    money = other.kind == "money" and other.unit != slot.unit and isinstance(other.value, int | float)
    return money and slot.span.end <= other.span.start and first - last <= BETWEEN
