"""How alike the surroundings of two values are: whether both sides speak of the same thing."""

from __future__ import annotations

from functools import lru_cache

from silang.align.background import background
from silang.detect._lines import Change, Line, Pair
from silang.detect._words import Word
from silang.types import Slot, Span

WINDOW = 6
"""Words on either side of a value that say what it is of."""
ALONE = 3
"""Words on one side that both have, for that side to do where the other is bare."""
CLOSE = 250
"""Code points between two lines of one report that are told one after the other."""
GLUED = 6
"""Letters of a word that is known again when it is glued to another."""
KINDRED = 0.6
"""Cosine of the vectors of two words from which on they are of one kind, and so two things."""
TWIN_ALIKE = 0.5
"""Two lines are twins around a change from this share of equal words on."""
TWIN_WORDS = 4
"""Equal words that stand next to a change in twins, both sides together."""


def twin(pair: Pair, change: Change) -> bool:
    """Whether two lines are worded alike around a change, so that the change alone tells them apart."""
    near = min(change.left, TWIN_WORDS) + min(change.right, TWIN_WORDS)
    short = min(len(pair.a.words), len(pair.b.words))
    return near >= min(TWIN_WORDS, short - 1) and near > 1 and pair.alike >= TWIN_ALIKE


def listed(pair: Pair, change: Change) -> bool:
    """Whether the lines differ in a name elsewhere too: two subjects or two entries of a list, not one thing told twice."""
    return any(o is not change and _capitals(pair.a, o.a) and _capitals(pair.b, o.b) for o in pair.changes)


def others(pair: Pair, change: Change) -> bool:
    """Whether a common noun elsewhere in the lines has another of its kind in its place: chillies and onions."""
    return any(o is not change and _kindred(pair, o) for o in pair.changes)


def _kindred(pair: Pair, change: Change) -> bool:
    x, y = pair.a.words[slice(*change.a)], pair.b.words[slice(*change.b)]
    if len(x) != 1 or len(y) != 1 or not (x[0].text.islower() and y[0].text.islower()) or x[0].stem == y[0].stem:
        return False
    return {x[0].stem, y[0].stem} <= pair.a.content | pair.b.content and kindred(pair.a, x[0].stem, y[0].stem)


def kindred(line: Line, x: str, y: str) -> bool:
    """Whether two stems are of words of one kind, and not of one thing."""
    known, noun = background(), line.lexicon.noun
    if x not in known.rows or y not in known.rows or noun(x) == noun(y):
        return False
    return float(known.vectors[known.rows[x]] @ known.vectors[known.rows[y]]) >= KINDRED


def _capitals(line: Line, at: tuple[int, int]) -> bool:
    return any(w.text[:1].isupper() for i, w in enumerate(line.words[slice(*at)], at[0]) if i > 0)


def change_at(pair: Pair, a: Span, b: Span) -> Change | None:
    """The change that lies in both of these spans, if there is one."""
    x, y = pair.a.within(a), pair.b.within(b)
    for change in pair.changes:
        if _meet(change.a, x) and _meet(change.b, y):
            return change
    return None


def around(line: Line, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Content stems before and after a span in its line, `WINDOW` words each way, function words and numbers left out."""
    first, last = line.within(span)
    return _content(line, first - WINDOW, first), _content(line, last, last + WINDOW)


def nearness(pair: Pair, a: Slot | Span, b: Slot | Span) -> float:
    """Share of the words around two values that both have, 0..1; the better side counts more, alone where one side is bare."""
    x = around(pair.a, a if isinstance(a, Span) else a.span)
    y = around(pair.b, b if isinstance(b, Span) else b.span)
    sides = sorted((share(x[0], y[0]), share(x[1], y[1])), reverse=True)
    bare = not (x[0] and y[0] and x[1] and y[1])
    if bare and max(len(x[0] & y[0]), len(x[1] & y[1])) >= ALONE:
        return round(0.85 * sides[0], 4)
    return round(0.65 * sides[0] + 0.35 * sides[1], 4)


def _content(line: Line, first: int, last: int) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[max(0, first) : max(0, last)] if w.stem in line.content)


def together(pair: Pair, a: Span, b: Span) -> tuple[float, int]:
    """Share of the shorter line's content, the two values left out, that both lines have, 0..1, and how many words that is."""
    x, y = pair.a.content - _own(pair.a, a), pair.b.content - _own(pair.b, b)
    part = share(x, y)
    return round(part, 4), round(part * min(len(x), len(y)))


def weighed(chance: float) -> float:
    """Context of two values that are of one thing with this chance, 0..1."""
    return round(0.6 + 0.3 * chance, 4)


def strangers(pair: Pair) -> bool:
    """Whether both lines name somebody or something, and nothing in common: then they hardly speak of one thing."""
    x, y = names(pair.a), names(pair.b)
    return bool(x and y) and not x & y


def entries(pair: Pair) -> bool:
    """Whether each line names somebody or something that the other does not."""
    x, y = names(pair.a), names(pair.b)
    return bool(x - y and y - x)


@lru_cache(maxsize=2048)
def names(line: Line) -> frozenset[str]:
    """Capitalised words of a line that are no value and no small word; its first word only where the line names somebody."""
    found = [w for w in line.words if w.text[:1].isupper() and w.fold not in line.lexicon.function and not valued(line, w)]
    inner = frozenset(w.fold for w in found if w is not line.words[0])
    return inner or frozenset(w.fold for w in found if line.statement.entities)


def valued(line: Line, word: Word) -> bool:
    """Whether a word is part of a value that is read."""
    return any(s.span.start <= word.start and word.end <= s.span.end for s in line.statement.slots)


def consecutive(pair: Pair) -> bool:
    """Whether one report tells both lines close to each other: then one goes on from the other."""
    x, y = pair.a.statement.span, pair.b.statement.span
    return pair.inside and y.start - x.end < CLOSE


def _own(line: Line, span: Span) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[slice(*line.within(span))])


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other has; a word glued to another counts."""
    few, many = sorted((a, b), key=len)
    if not few:
        return 0.0
    rest = [y for y in many - few if len(y) >= GLUED]
    glued = sum(any(x in y or y in x for y in rest) for x in few - many if len(x) >= GLUED)
    return (len(few & many) + glued) / len(few)


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
