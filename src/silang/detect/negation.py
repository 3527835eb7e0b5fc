"""One report affirms what the other denies.

## What it finds
Two sentences worded alike of which one has a negator ("tidak", "belum", "bukan") and the other not, or one the opposite
word of the other (accepts and rejects, rises and falls). Also, in sentences of one point that are worded otherwise, the
same verb with a negator ("failed to find" too) and without, or its opposite, where half of the words of weight around either
verb stand in the other sentence; one value under two kinds that exclude each other (six months of jail, six months of
detention); and the left of a thing where the other report has its right. A verb denied in any line, or its opposite, where
another report says the rest in its own words, with another word for the same act too; what one body or person is for in one
report and against in another; nobody dead, hurt, missing or displaced in one report, and somebody in another.

## Why it matters
Nothing turns a report round as one short word does, and nothing is lost as easily.

## When it stays silent
When the reports are of different days or hours ("rose" today, "fell" the day before; nobody hurt so far), when the negator
belongs to another word of the sentence, when the lines name other people, places or agents, when one report tells of both,
when both have a negator, when the one is still to come and the other not yet so, and when what is denied is a rumour that
nobody stands for. What was done once does not become undone, so a deed told first and denied hours later is compared all the
same. A denial of what another party says is a conflict between the two parties: each speaks for itself.

## Example
> A: Pengelola tidak menaikkan tarif parkir tahun ini. B: Pengelola menaikkan tarif parkir tahun ini.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect import _context, _counterparts, _denial, _none, _positions, _stances, _turns
from silang.detect._difference import Difference, Side
from silang.detect._lines import Change, Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "negation"
NEAR = 0.75
"""Least share of the shorter line's content that both have, for a negated verb to contradict the same verb affirmed."""
LEAST = 4
"""Content words of the shorter line."""
COUNTS = frozenset({"number", "percent"})


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Negators and opposites that only one of two lines has, and denials of what another report has said or told."""
    yield from _denial.denials(lineup)
    yield from _counterparts.counterparts(lineup)
    for pair, a, b, why, context in _turns.turns(lineup):
        if not _counts(pair):
            yield Difference(CODE, "conflict", Side(pair.a, a), Side(pair.b, b), why, context)
    for p, q in _positions.positions(lineup):
        yield Difference(CODE, "conflict", Side(p.line, p.span), Side(q.line, q.span), "negation.opposite", _positions.SURE)
    for no, some in _none.nobody(lineup):
        sides = sorted((Side(fate.line, fate.span) for fate in (no, some)), key=lambda side: side.span)
        yield Difference(CODE, "conflict", sides[0], sides[1], "negation.negated", _none.SURE)
    for pair in lineup.pairs:
        for x, y, why, context in () if _counts(pair) else _stances.opposed(lineup, pair):
            behind = _stances.beside(x, y)
            turned = Side(pair.a, x.span(behind)), Side(pair.b, y.span(behind))
            yield Difference(CODE, "conflict", *turned, why, context, pair.point)
        if lineup.other_day(pair.a, pair.b) or lineup.fluid(pair) or _counts(pair):
            continue
        if not lineup.namesakes(pair.a, pair.b):
            continue
        twins = [c for c in pair.changes if _context.twin(pair, c) and not _other(pair, c)]
        found = [d for change in twins for d in _turned(pair, change)]
        yield from found or _denied(pair)


def _other(pair: Pair, change: Change) -> bool:
    """Whether the lines have other names, or another thing of one kind, elsewhere: two subjects."""
    return _context.others(pair, change) or _context.listed(pair, change)


def _counts(pair: Pair) -> bool:
    """Whether both lines count, and come to different numbers of one kind: those who do and those who don't."""
    x, y = ({(s.kind, s.unit, str(s.value)) for s in line.slots if s.kind in COUNTS} for line in (pair.a, pair.b))
    return bool(x and y) and not x & y and bool({v[:2] for v in x} & {v[:2] for v in y})


def _turned(pair: Pair, change: Change) -> Iterator[Difference]:
    """A change that puts in or takes out a negator, or puts the opposite for a word."""
    x, y = pair.a.words[slice(*change.a)], pair.b.words[slice(*change.b)]
    no = pair.a.lexicon.negators | pair.b.lexicon.negators
    first, second = [w for w in x if w.fold in no], [w for w in y if w.fold in no]
    rest = {w.stem for w in x if w.fold not in no}, {w.stem for w in y if w.fold not in no}
    if bool(first) != bool(second) and (rest[0] == rest[1] or not rest[0] or not rest[1]) and max(map(len, rest)) <= 1:
        yield _difference(pair, change, "negation.negated")
    elif not first and not second and _opposite(pair, {w.fold for w in x}, {w.fold for w in y}):
        yield _difference(pair, change, "negation.opposite")


def _opposite(pair: Pair, a: set[str], b: set[str]) -> bool:
    opposites = pair.a.lexicon.opposed
    return any(opposites.get(x, frozenset()) & b for x in a) and len(a) <= 2 and len(b) <= 2


def _denied(pair: Pair) -> Iterator[Difference]:
    """The same verb, negated in one line and not in the other, in lines that have nearly all else in common."""
    if pair.shared < NEAR or min(len(pair.a.content), len(pair.b.content)) < LEAST or _context.strangers(pair):
        return
    if _turns.days_apart(pair) or pair.a.statement.modality != pair.b.statement.modality:
        return
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for at, word in enumerate(one.words):
            denied = word.fold in one.lexicon.negators and not one.lexicon.has("conditions", one.wording[:at])
            verb = _turns.forced(one, at) if denied else None
            here = _plain(other, one.words[verb].stem) if verb is not None else None
            if verb is not None and here is not None and not (_turns.negated(other) or _turns.pending(one, at, other, here)):
                sides = Side(one, _span(one, at, verb + 1)), Side(other, _span(other, here, here + 1))
                a, b = sides if one is pair.a else (sides[1], sides[0])
                yield Difference(CODE, "conflict", a, b, "negation.negated", min(0.9, pair.shared), pair.point)
                return


def _plain(line: Line, stem: str) -> int | None:
    return next((i for i, w in enumerate(line.words) if w.stem == stem), None)


def _difference(pair: Pair, change: Change, why: str) -> Difference:
    return Difference(CODE, "conflict", _side(pair.a, change.a), _side(pair.b, change.b), why, 1.0, pair.point)


def _side(line: Line, at: tuple[int, int]) -> Side:
    """The changed words with the word after them; with both neighbours where nothing stands."""
    first = at[0] if at[1] > at[0] else max(0, at[0] - 1)
    return Side(line, _span(line, first, min(len(line.words), max(at[1], first + 1) + 1)))


def _span(line: Line, first: int, last: int) -> Span:
    return Span(line.article.id, line.words[first].start, line.words[last - 1].end)
