"""Words beside two values that say they are of two things: a sentence asked for and one given, the first and the second."""

from __future__ import annotations

from functools import lru_cache

from silang.detect._lines import Line
from silang.types import Span

BEFORE, BEHIND = 8, 6
"""Words on either side of a value that may say what it is of."""
MARK = 3
"""Words that a comma or a stop between a value and a word counts for: it is more likely of something else."""
NOUN = 2
"""Words behind a value in which its noun and what qualifies it stand."""
HALF = 0.5
"""What a word before a value is further away than one as near behind it, where the counted noun stands."""


def apart(a: Line, x: Span, b: Line, y: Span) -> bool:
    """Whether the nearest words of one contrast around two values are of two of its kinds."""
    first, second = kinds(a, x), kinds(b, y)
    other = any(first[name] != second[name] for name in first if name in second)
    return other or _turned(a, x, b) or _turned(b, y, a) or _further(a, x) != _further(b, y)


def levels(line: Line, x: list[str], y: list[str]) -> bool:
    """Whether two places are of two levels, a district and its regency: then the one may be in the other."""
    known = line.lexicon.order("levels")
    first, second = ({known[w] for w in words if w in known} for words in (x, y))
    return bool(first or second) and first != second


def _further(line: Line, span: Span) -> bool:
    """Whether a counted noun or a word directly behind it says that others are counted: new ones, somebody's companions."""
    first, last = line.within(span)
    return line.lexicon.has("further", line.wording[first : last + NOUN])


def _turned(line: Line, span: Span, other: Line) -> bool:
    """Whether a word near a value is denied that the other line has, and that line denies nothing."""
    no = line.lexicon.negators
    if no.isdisjoint(line.wording) or not no.isdisjoint(other.wording):
        return False
    first, last = line.within(span)
    near = range(max(0, first - BEFORE), min(len(line.words) - 1, last + BEHIND))
    return any(line.wording[i] in no and _next(line, i + 1) in other.content for i in near)


def _next(line: Line, at: int) -> str:
    """The stem of the next word of weight."""
    return next((w.stem for w in line.words[at : at + NOUN + 1] if w.stem in line.content), "")


@lru_cache(maxsize=4096)
def kinds(line: Line, span: Span) -> dict[str, int]:
    """By contrast (`contrasts` in `detect.toml`): which of its kinds the word nearest to a value is of."""
    first, last = line.within(span)
    near: dict[str, tuple[float, int]] = {}
    for at in range(max(0, first - BEFORE), min(len(line.words), last + BEHIND)):
        known = line.lexicon.contrasts
        for name, kind in (*known.get(line.wording[at], ()), *known.get(" ".join(line.wording[at : at + 2]), ())):
            far = _distance(line, at, first, last)
            near[name] = min(near.get(name, (far, kind)), (far, kind))
    return {name: kind for name, (_, kind) in near.items()}


def _distance(line: Line, at: int, first: int, last: int) -> float:
    """Words between a word and a value `first:last`, more where a mark stands between."""
    if first <= at < last:
        return 0.0
    low, high = (at, first) if at < first else (last - 1, at)
    text = line.article.text[line.words[low].end : line.words[high].start]
    marks = sum(text.count(mark) for mark in (", ", "; ", ". ", "("))
    return high - low + MARK * marks + (HALF if at < first else 0.0)
