"""How many independent origins a point has: copies, one relay's text and one speaker's words count once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from silang.types import Passage, Point, Reading, Span, Statement

_MOST = 0.5


def origins(points: Sequence[Point], readings: Sequence[Reading], passages: Sequence[Passage]) -> Mapping[str, int]:
    """By point id: the number of its origins, at least one.

    Reports that have a thing from one speaker, through one relay, of one outlet, or as one shared text have it from one
    origin; so there are never more origins than reports. The same words quoted by both are of one origin too, whomever they
    give them to: a sentence is said once.
    """
    statements = {statement.id: statement for reading in readings for statement in reading.statements}
    copied = _by_article(passages)
    outlets = {reading.article.id: reading.article.outlet.casefold() for reading in readings}
    rows = {point.id: [statements[s] for s in point.statements if s in statements] for point in points}
    return {name: _count(row, outlets, copied) for name, row in rows.items()}


def _by_article(passages: Sequence[Passage]) -> dict[str, list[tuple[Span, Span]]]:
    out: dict[str, list[tuple[Span, Span]]] = {}
    for passage in passages:
        out.setdefault(passage.a.article, []).append((passage.a, passage.b))
        out.setdefault(passage.b.article, []).append((passage.b, passage.a))
    return out


def _count(statements: Sequence[Statement], outlets: Mapping[str, str], copied: Mapping[str, list[tuple[Span, Span]]]) -> int:
    told: dict[str, set[str]] = {}
    for statement in statements:
        told.setdefault(statement.span.article, set()).update(_from(statement))
    parent = {key: key for article, found in told.items() for key in (f"article:{article}", *found)}
    for article, found in sorted(told.items()):
        if outlets.get(article):
            parent.setdefault(f"outlet:{outlets[article]}", f"outlet:{outlets[article]}")
            found.add(f"outlet:{outlets[article]}")
        for key in sorted(found):
            parent[_root(parent, key)] = _root(parent, f"article:{article}")
    for statement in statements:
        for mine, other in copied.get(statement.span.article, ()):
            if other.article in told and _covers(mine, statement.span):
                parent[_root(parent, f"article:{statement.span.article}")] = _root(parent, f"article:{other.article}")
    return max(1, len({_root(parent, f"article:{article}") for article in told}))


def _from(statement: Statement) -> set[str]:
    """Whom a report has a statement from: its speaker, and every link it came through."""
    links = {f"source:{relay.entity}" for relay in statement.via}
    return links | {f"source:{statement.speaker}"} if statement.speaker is not None else links


def _covers(mine: Span, span: Span) -> bool:
    return min(mine.end, span.end) - max(mine.start, span.start) >= _MOST * (span.end - span.start)


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key
