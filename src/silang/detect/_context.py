"""How alike the surroundings of two values are: whether both sides speak of the same thing."""

from __future__ import annotations

from silang.detect._lines import Change, Line, Pair
from silang.types import Slot, Span

WINDOW = 6
"""Words on either side of a value that say what it is of."""
TWIN_ALIKE = 0.5
"""Two lines are twins around a change from this share of equal words on."""
TWIN_WORDS = 4
"""Equal words that stand next to a change in twins, both sides together."""


def twin(pair: Pair, change: Change) -> bool:
    """Whether two lines are worded alike around a change, so that the change alone tells them apart."""
    near = min(change.left, TWIN_WORDS) + min(change.right, TWIN_WORDS)
    short = min(len(pair.a.words), len(pair.b.words))
    return near >= min(TWIN_WORDS, short - 1) and near > 1 and pair.alike >= TWIN_ALIKE


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
    """Share of the words around two values that both have, 0..1; the better side counts more."""
    x = around(pair.a, a if isinstance(a, Span) else a.span)
    y = around(pair.b, b if isinstance(b, Span) else b.span)
    sides = sorted((_overlap(x[0], y[0]), _overlap(x[1], y[1])), reverse=True)
    return round(0.65 * sides[0] + 0.35 * sides[1], 4)


def _content(line: Line, first: int, last: int) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[max(0, first) : max(0, last)] if w.stem in line.content)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
