"""Offices over whole reports: one of two namesakes, and one person in two posts of one office that are a syllable apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from silang.detect._difference import Difference, Side
from silang.detect._lineup import Lineup
from silang.types import Entity, Role, Span

MOST = 40
"""Holders of one office, and posts of one person, that are laid side by side."""
NAME = 4
"""Letters of a word that two names share."""
HEAD, TAIL, WHOLE = 2, 5, 9
"""Letters that two posts begin and end with, and letters that either has: Kasipenkum, Kapuspenkum."""
GAP = 12
"""Code points between an office and the name beside it, at most."""
SURE = 0.8
"""Context of one office beside two names that share a word, and of two such posts of one person."""


def namesakes(lineup: Lineup) -> Iterator[Difference]:
    """One office of one body beside two names of which a word is the same and another not, each in reports of its own."""
    held: dict[tuple[str, str], list[tuple[Entity, Role]]] = {}
    for name in sorted(lineup.cast):
        entity = lineup.cast[name]
        for role in sorted(entity.roles, key=lambda r: r.span) if entity.kind == "person" else ():
            office = (role.title.casefold(), role.of or "")
            if role.of and len(held.setdefault(office, [])) < MOST:
                held[office].append((entity, role))
    for office in sorted(held):
        for (one, x), (other, y) in combinations(held[office], 2):
            if x.span.article != y.span.article and _alike(one, other) and not _met(lineup, one, other):
                yield from _difference(lineup, "holder", "holder.differ", (one, x), (other, y))


def posts(lineup: Lineup) -> Iterator[Difference]:
    """Two posts of one person whose names begin and end alike, each in reports of its own."""
    for name in sorted(lineup.cast):
        entity = lineup.cast[name]
        roles = sorted(entity.roles, key=lambda r: r.span)[:MOST] if entity.kind == "person" else []
        said = {(r.span.article, _letters(r)) for r in roles}
        for x, y in combinations(roles, 2):
            own = (x.span.article, _letters(y)) not in said and (y.span.article, _letters(x)) not in said
            if own and _sisters(_letters(x), _letters(y)):
                yield from _difference(lineup, "role", "role.office", (entity, x), (entity, y))


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two names of as many words have one in common and the rest not."""
    x, y = one.name.casefold().split(), other.name.casefold().split()
    same = [v for v, w in zip(x, y, strict=False) if v == w]
    return one.id != other.id and len(x) == len(y) > len(same) > 0 and max(map(len, same)) >= NAME


def _met(lineup: Lineup, one: Entity, other: Entity) -> bool:
    """Whether a report has both names: then they are two people."""
    return any({one.id, other.id} <= {m.entity for m in r.cast.mentions} for r in lineup.readings)


def _letters(role: Role) -> str:
    return "".join(role.title.casefold().split())


def _sisters(a: str, b: str) -> bool:
    """Whether two posts are named by abbreviations that differ in the middle."""
    if a == b or min(len(a), len(b)) < WHOLE or not (a.isalpha() and b.isalpha()):
        return False
    head, tail = _common(a, b), _common(a[::-1], b[::-1])
    return head >= HEAD and tail >= TAIL and max(len(a), len(b)) - tail <= TAIL


def _common(a: str, b: str) -> int:
    """Letters with which both begin."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _difference(lineup: Lineup, code: str, why: str, *held: tuple[Entity, Role]) -> Iterator[Difference]:
    sides = []
    for entity, role in held:
        line = lineup.paragraph(role.span)
        if line is None:
            return
        sides.append(Side(line, _with_name(lineup, entity, role) if code == "holder" else role.span))
    a, b = sorted(sides, key=lambda side: side.span)
    yield Difference(code, "conflict", a, b, why, SURE, what=held[0][0].name)


def _with_name(lineup: Lineup, entity: Entity, role: Role) -> Span:
    """An office and the name of its holder, where that stands beside it; else the office."""
    reading = next(r for r in lineup.readings if r.article.id == role.span.article)
    names = [m.span for m in reading.cast.mentions if m.entity == entity.id and m.form == "name"]
    gaps = [(max(n.start - role.span.end, role.span.start - n.end), n) for n in names]
    near = min(((gap, n) for gap, n in gaps if gap >= 0), default=None)
    if near is None or near[0] > 4 * GAP or "\n" in reading.article.text[min(near[1].start, role.span.start) : role.span.end]:
        return role.span
    return Span(role.span.article, min(near[1].start, role.span.start), max(near[1].end, role.span.end))
