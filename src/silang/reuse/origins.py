"""How many independent origins a point has: copies, one relay's text and one speaker's words count once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from silang.types import Passage, Point, Reading, Span, Statement

_MOST = 0.5


def origins(points: Sequence[Point], readings: Sequence[Reading], passages: Sequence[Passage]) -> Mapping[str, int]:
    """By point id: the number of its origins, at least one.

    A statement's origin is its speaker; without one, the first link it came through; without that, the outlet. Where a
    report both tells a thing and quotes somebody for it, the one quoted is the origin. Outlets whose sentences on the
    point are shared text count as one, be it a copy or the text of a third.
    """
    statements = {statement.id: statement for reading in readings for statement in reading.statements}
    copied = _by_article([passage for passage in passages if passage.kind != "quotation"])
    return {point.id: _count([statements[s] for s in point.statements if s in statements], copied) for point in points}


def _by_article(passages: Sequence[Passage]) -> dict[str, list[tuple[Span, Span]]]:
    out: dict[str, list[tuple[Span, Span]]] = {}
    for passage in passages:
        out.setdefault(passage.a.article, []).append((passage.a, passage.b))
        out.setdefault(passage.b.article, []).append((passage.b, passage.a))
    return out


def _count(statements: Sequence[Statement], copied: Mapping[str, list[tuple[Span, Span]]]) -> int:
    keys: dict[str, set[str]] = {}
    for statement in statements:
        keys.setdefault(statement.span.article, set()).update(_told_by(statement))
    told = {article: found or {f"outlet:{article}"} for article, found in keys.items()}
    parent = {key: key for found in told.values() for key in found}
    for statement in statements:
        own = f"outlet:{statement.span.article}"
        for mine, other in copied.get(statement.span.article, ()):
            theirs = f"outlet:{other.article}"
            if own in parent and theirs in parent and _covers(mine, statement.span):
                parent[_root(parent, own)] = _root(parent, theirs)
    return max(1, len({_root(parent, key) for key in parent}))


def _told_by(statement: Statement) -> set[str]:
    if statement.speaker is not None:
        return {f"speaker:{statement.speaker}"}
    if statement.via:
        return {f"via:{statement.via[0].entity}"}
    return set()


def _covers(mine: Span, span: Span) -> bool:
    return min(mine.end, span.end) - max(mine.start, span.start) >= _MOST * (span.end - span.start)


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key
