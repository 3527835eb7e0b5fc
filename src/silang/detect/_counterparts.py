"""One thing of which two reports name two kinds or sides that exclude each other: left and right, jail and detention."""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Slot, Span

LEAST = 0.5
"""Least share of the shorter line's content that the other has, for two sides named in them to be of one thing."""
NEAR = 3
"""Words between a value and the word of its kind."""
SURE = 0.75
"""Context of one value under two kinds, and of two sides of one noun."""


def counterparts(lineup: Lineup) -> Iterator[Difference]:
    """One value under two kinds in lines of one point, and one noun of two sides in lines that say much the same."""
    for pair in lineup.pairs:
        if not pair.inside:
            if pair.point:
                yield from _kinds(lineup, pair)
            if pair.shared >= LEAST:
                yield from _sides(lineup, pair)


def _kinds(lineup: Lineup, pair: Pair) -> Iterator[Difference]:
    """The same value that either report gives under one kind alone: six months of jail, six months of detention."""
    for x in pair.a.slots:
        for y in pair.b.slots:
            if _same(x, y) and not _apart(pair.a, pair.b):
                for kinds in pair.a.lexicon.groups("kinds"):
                    own = _kind(pair.a, x, kinds), _kind(pair.b, y, kinds)
                    if not all(own) or own[0] == own[1] or not (_instead(pair.a) and _instead(pair.b)):
                        continue
                    given = _given(lineup, pair.a, pair, x, kinds), _given(lineup, pair.b, pair, y, kinds)
                    if given == ({own[0]}, {own[1]}) and not _beside_others(lineup, pair):
                        yield _difference(pair, _whole(pair.a, x, own[0]), _whole(pair.b, y, own[1]))


def _instead(line: Line) -> bool:
    """Whether a line speaks of what is served instead of a fine: elsewhere the two kinds are loosely told for each other."""
    return line.lexicon.has("instead", line.wording)


def _same(a: Slot, b: Slot) -> bool:
    return (a.kind, a.unit, a.value) == (b.kind, b.unit, b.value)


def _beside_others(lineup: Lineup, pair: Pair) -> bool:
    """Whether the paragraphs of two lines give sums, and none in common: two sentences, two contracts."""
    x, y = (_sums(lineup, line) for line in (pair.a, pair.b))
    return bool(x and y) and not x & y


def _sums(lineup: Lineup, line: Line) -> set[str]:
    whole = lineup.paragraph(line.statement.span) or line
    near = whole.statement.span
    return {
        f"{s.value} {s.unit}"
        for x, s in lineup.slots
        if s.kind == "money" and x.article.id == near.article and near.start <= s.span.start and s.span.end <= near.end
    }


def _given(lineup: Lineup, line: Line, pair: Pair, value: Slot, kinds: frozenset[str]) -> set[str]:
    """Under which kinds a report gives a value of the same thing: what is asked for is another than what is given."""
    same = [(x, s) for x, s in lineup.slots if x.article.id == line.article.id and _same(s, value)]
    return {kind for x, s in same if (kind := _kind(x, s, kinds)) and not (_apart(x, pair.a) or _apart(x, pair.b))}


def _apart(a: Line, b: Line) -> bool:
    """Whether two lines speak of two things, by words of one contrast anywhere in them: what is asked for and what is given."""
    first, second = _contrasts(a), _contrasts(b)
    return any(not first[name] & second[name] for name in first if name in second)


def _contrasts(line: Line) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for fold in line.wording:
        for name, kind in line.lexicon.contrasts.get(fold, ()):
            found.setdefault(name, set()).add(kind)
    return found


def _whole(line: Line, slot: Slot, kind: str) -> Span:
    """A value with the word of its kind, where that stands beside it."""
    first, last = line.within(slot.span)
    near = [w for w in line.words[max(0, first - NEAR) : last + NEAR] if w.fold == kind]
    ends = [(w.start, w.end) for w in near[:1]] + [(slot.span.start, slot.span.end)]
    return Span(line.article.id, min(start for start, _ in ends), max(end for _, end in ends))


def _kind(line: Line, slot: Slot, kinds: frozenset[str]) -> str:
    """The kind that a value is counted under, "" where it is none of them or two stand beside it."""
    first, last = line.within(slot.span)
    near = kinds & set(line.wording[max(0, first - NEAR) : last + NEAR])
    own = next((w for w in line.lexicon.noun(slot.of) if w in kinds), "")
    return own if near <= {own} else ""


def _sides(lineup: Lineup, pair: Pair) -> Iterator[Difference]:
    """One side of a noun in one line, the other in the other; neither report speaks of both sides of it."""
    for sides in pair.a.lexicon.groups("sides"):
        x, y = _lone(pair.a, sides), _lone(pair.b, sides)
        if x is not None and y is not None and pair.a.words[x].fold != pair.b.words[y].fold:
            for way in (-1, 1):
                first, second = _phrase(pair.a, x, way), _phrase(pair.b, y, way)
                if first and second and _one(lineup, pair, first, second, way):
                    yield _difference(pair, _span(pair.a, first), _span(pair.b, second))
                    break


def _lone(line: Line, sides: frozenset[str]) -> int | None:
    """Where the one word of a side stands in a line."""
    at = [i for i, w in enumerate(line.words) if w.fold in sides]
    return at[0] if len(at) == 1 else None


def _phrase(line: Line, at: int, way: int) -> tuple[Word, ...]:
    """A side with the noun on one side of it."""
    first = at + min(way, 0)
    words = line.words[first : first + 2] if first >= 0 else ()
    return words if len(words) == 2 and words[0 if way < 0 else 1].stem in line.content else ()


def _one(lineup: Lineup, pair: Pair, first: tuple[Word, ...], second: tuple[Word, ...], way: int) -> bool:
    """Whether two phrases have one noun, and no report has both."""
    noun = 0 if way < 0 else 1
    x, y = (tuple(w.fold for w in words) for words in (first, second))
    both = lineup.has(pair.a.article.id, *y) or lineup.has(pair.b.article.id, *x)
    return first[noun].stem == second[noun].stem and not both


def _span(line: Line, words: tuple[Word, ...]) -> Span:
    return Span(line.article.id, words[0].start, words[-1].end)


def _difference(pair: Pair, x: Span, y: Span) -> Difference:
    return Difference("negation", "conflict", Side(pair.a, x), Side(pair.b, y), "negation.opposite", SURE, pair.point or None)
