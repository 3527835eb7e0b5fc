"""Standings before the law that stand before a name, or in which somebody is questioned or named, over whole reports."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

BACK = 10
"""Words before a standing in which the verb stands that gives it."""
MOST = 200
"""Standings that are laid side by side."""
SURE = 0.7
"""Context of two standings of one person."""


class Standing(NamedTuple):
    """A standing: where, which, of whom as far as is known, and by which kind of verb it is given, -1 before a name."""

    line: Line
    span: Span
    fold: str
    rank: int
    whose: frozenset[str]
    verb: int


def standings(lineup: Lineup) -> Iterator[Difference]:
    """Two standings of one person on one day, each in a report that does not give the other so."""
    found = [s for line in lineup.sentences for s in _found(lineup, line)][:MOST]
    for a, b in combinations(sorted(found, key=lambda s: s.span), 2):
        rivals = a.span.article != b.span.article and a.rank != b.rank and a.verb == b.verb and _one(lineup, a, b)
        if rivals and not (_gives(found, a, b) or _gives(found, b, a)) and _exclude(lineup, a, b):
            yield Difference("status", "conflict", Side(a.line, a.span), Side(b.line, b.span), "status.differ", SURE)


def _found(lineup: Lineup, line: Line) -> Iterator[Standing]:
    ranks = line.lexicon.order("standings")
    for i, word in enumerate(line.words):
        if word.fold not in ranks:
            continue
        span = Span(line.article.id, word.start, word.end)
        behind = line.words[i + 1] if i + 1 < len(line.words) else None
        named = lineup.named(Span(span.article, behind.start, behind.end)) if behind else None
        if named and named.kind == "person" and behind and not line.article.text[word.end : behind.start].strip():
            yield Standing(line, span, word.fold, ranks[word.fold], frozenset({named.id}), -1)
        verb = _verb(line, i)
        if verb is not None:
            yield Standing(line, span, word.fold, ranks[word.fold], _people(lineup, line), verb)


def _people(lineup: Lineup, line: Line) -> frozenset[str]:
    """Ids of the people that a sentence names or calls by a pronoun."""
    span = line.statement.span
    reading = next(r for r in lineup.readings if r.article.id == span.article)
    inside = {m.entity for m in reading.cast.mentions if span.start <= m.span.start and m.span.end <= span.end}
    return frozenset(e for e in inside if e in lineup.cast and lineup.cast[e].kind == "person")


def _verb(line: Line, at: int) -> int | None:
    """The kind of the verb that gives a standing, where a word for "as" stands between the two or nothing does."""
    kinds = line.lexicon.groups("charges")
    for i in range(at - 1, max(-1, at - 1 - BACK), -1):
        kind = next((n for n, row in enumerate(kinds) if line.wording[i] in row), None)
        if kind is not None:
            return kind if i == at - 1 or line.wording[at - 1] in line.lexicon.list("as") else None
    return None


def _one(lineup: Lineup, a: Standing, b: Standing) -> bool:
    """Whether two standings are of one person: of a name that both have, or in lines of one point of which one names nobody."""
    if a.verb < 0 or (a.whose and b.whose):
        return bool(a.whose & b.whose) and min(len(a.whose), len(b.whose)) == 1
    rows = {line.statement.id for line in _lines(lineup, b)}
    return any(other.statement.id in rows for line in _lines(lineup, a) for other in lineup.beside(line))


def _lines(lineup: Lineup, standing: Standing) -> list[Line]:
    line = lineup.line(standing.span.article, standing.span.start)
    return [line] if line else []


def _gives(found: list[Standing], a: Standing, b: Standing) -> bool:
    """Whether the report of one gives the standing of the other by such a verb too."""
    return a.verb >= 0 and any(s.span.article == a.span.article and s.fold == b.fold and s.verb == a.verb for s in found)


def _exclude(lineup: Lineup, a: Standing, b: Standing) -> bool:
    """Whether one of two reports of one day has no word of the other's standing, and the one becomes not the other in it."""
    known = lineup.has(a.span.article, b.fold) and lineup.has(b.span.article, a.fold)
    return not known and (min(a.rank, b.rank) == 0 or settled(a.line, a.fold, b.line, b.fold)) and _one_day(a.line, b.line)


def _one_day(a: Line, b: Line) -> bool:
    return a.article.published[:10] == b.article.published[:10]


def settled(a: Line, x: str, b: Line, y: str) -> bool:
    """Whether two standings, in reports of one day, are two that do not follow each other within one."""
    return _one_day(a, b) and any({x, y} <= row for row in a.lexicon.groups("settled"))
