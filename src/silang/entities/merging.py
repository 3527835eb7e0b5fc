"""One cast for the readings of several reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from silang.entities.register import glued, misspelt, plain
from silang.entities.slug import slug
from silang.types import Cast, Entity, Reading, Role, Statement

Key = tuple[int, str]
Ids = Mapping[Key, str]
_COMPARED = 200
"""Entities with one word in common that are compared with each other."""
_SAME, _ALIAS, _PART, _SPELLING = 4, 3, 2, 1
"""How surely two entities are one: one name; a name both have; one name is part of the other; a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Member:
    """An entity of one reading, with the words of its names."""

    side: int
    entity: Entity
    words: tuple[str, ...]
    names: frozenset[tuple[str, ...]]


def merge(readings: tuple[Reading, ...]) -> tuple[tuple[Entity, ...], tuple[Reading, ...]]:
    """One cast for several readings, and the readings with their casts and statements referring to it.

    Entities are one by a name, an alias or an abbreviation that both have, by a short form of a full name, or by a slip
    in spelling; two people with different full names are never one. The result does not depend on the order of the
    readings, but for the order they are given back in.
    """
    order = sorted(range(len(readings)), key=lambda i: (readings[i].article.id, readings[i].article.text, i))
    members = [_member(side, entity) for side, i in enumerate(order) for entity in readings[i].cast.entities]
    groups = _groups(members)
    ids = _ids(groups)
    mapping = {(member.side, member.entity.id): ids[n] for n, group in enumerate(groups) for member in group}
    cast = tuple(_entity(ids[n], group, mapping) for n, group in enumerate(groups))
    renamed = {i: _reading(readings[i], side, mapping) for side, i in enumerate(order)}
    return tuple(sorted(cast, key=lambda e: e.id)), tuple(renamed[i] for i in range(len(readings)))


def _member(side: int, entity: Entity) -> Member:
    names = frozenset(plain(name) for name in (entity.name, *entity.aliases))
    return Member(side, entity, plain(entity.name), names)


class _Union:
    """Groups of members; two of one reading are in one group only where another reading calls them one."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self.parent = list(range(len(members)))
        self.groups = [[i] for i in range(len(members))]

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        if low != high and self._may(self.groups[low], self.groups[high]):
            self.parent[high] = low
            self.groups[low] += self.groups[high]

    def _may(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        both = [self.members[i] for i in (*ours, *theirs)]
        return all(
            any(x.words in other.names and y.words in other.names for other in both if other not in (x, y))
            for x in (self.members[i] for i in ours)
            for y in (self.members[i] for i in theirs)
            if x.side == y.side
        )


def _groups(members: Sequence[Member]) -> list[list[Member]]:
    union = _Union(members)
    links = sorted(_links(members))
    for strength, a, b in links:
        if -strength >= _ALIAS:
            union.join(a, b)
    weak = [(strength, a, b) for strength, a, b in links if -strength < _ALIAS]
    rivals: dict[int, set[int]] = {}
    for _, a, b in weak:
        for i, other in ((a, b), (b, a)):
            rivals.setdefault(union.root(i), set()).add(union.root(other))
    for _, a, b in weak:
        sure = all(_clear(members[i], len(rivals[union.root(i)])) for i in (a, b))
        if sure or _same_role(members[a], members[b]):
            union.join(a, b)
    groups: dict[int, list[Member]] = {}
    for i, member in enumerate(members):
        groups.setdefault(union.root(i), []).append(member)
    return list(groups.values())


def _clear(member: Member, rivals: int) -> bool:
    """Whether a weak link may hold: a person's full name, or the only link there is."""
    return rivals < 2 or (len(member.words) > 1 and member.entity.kind == "person")


def _links(members: Sequence[Member]) -> Iterator[tuple[int, int, int]]:
    holders: dict[str, list[int]] = {}
    for i, member in enumerate(members):
        for word in {word for name in member.names for word in name}:
            holders.setdefault(word, []).append(i)
        if member.entity.kind == "person" and member.words:
            holders.setdefault(f"\n{member.words[0][0]}{len(member.words)}", []).append(i)
    shared = (found[:_COMPARED] for found in holders.values())
    pairs = {(a, b) for found in shared for n, a in enumerate(found) for b in found[n + 1 :]}
    for a, b in pairs:
        strength = _strength(members[a], members[b])
        if strength:
            yield -strength, a, b


def _strength(a: Member, b: Member) -> int:
    """How surely two entities of two readings are one; 0 where nothing says so."""
    if a.side == b.side or not _compatible(a.entity, b.entity):
        return 0
    if a.words == b.words:
        return _SAME
    if a.entity.kind != "person":
        return _ALIAS if a.names & b.names else _PART if _longer(a, b) or _longer(b, a) else 0
    small, large = sorted((set(a.words), set(b.words)), key=len)
    part = bool(small) and small < large and not _somebodys(a, b) and not _somebodys(b, a)
    slip = misspelt(a.words, b.words) or glued(a.words, b.words)
    if a.names & b.names and (part or slip or 1 in (len(a.words), len(b.words))):
        return _ALIAS
    return _PART if part else _SPELLING if slip else 0


def _longer(a: Member, b: Member) -> bool:
    """Whether a body's name is the other's with a country or place after it: "Garda Revolusi Iran"."""
    long, short = a.words, b.words
    one = a.entity.kind == b.entity.kind == "organisation"
    return one and len(short) > 1 and len(long) == len(short) + 1 and long[:-1] == short


def _somebodys(a: Member, b: Member) -> bool:
    """Whether one is known as somebody's, "istri Budi", and the other is not."""
    return a.entity.name[:1].islower() and a.words[0] not in b.words


def _compatible(x: Entity, y: Entity) -> bool:
    return x.kind == y.kind or {x.kind, y.kind} <= {"organisation", "place", "outlet"}


def _same_role(a: Member, b: Member) -> bool:
    ours, theirs = ({(role.title.casefold(), role.of) for role in member.entity.roles} for member in (a, b))
    return bool(ours & theirs)


def _ids(groups: Sequence[Sequence[Member]]) -> list[str]:
    taken: set[str] = set()
    ids = [""] * len(groups)
    for name, n in sorted((_name(group), n) for n, group in enumerate(groups)):
        ids[n] = slug(name, taken)
        taken.add(ids[n])
    return ids


def _name(group: Sequence[Member]) -> str:
    """The fullest name; of those that differ in a letter the one most reports have; never one with a word stuck to it."""
    names = [member.entity.name for member in group]
    clean = [n for n in names if not any(len(n) > len(other) and glued(plain(n), plain(other)) for other in names)]
    return min(clean, key=lambda name: (-len(plain(name)), sum(len(w) == 1 for w in plain(name)), -clean.count(name), name))


def _entity(identifier: str, group: Sequence[Member], mapping: Ids) -> Entity:
    name = _name(group)
    aliases = {text for m in group for text in (m.entity.name, *m.entity.aliases)} - {name}
    roles = [_role(role, m.side, mapping) for m in group for role in m.entity.roles]
    parties = [mapping[m.side, m.entity.party] for m in group if m.entity.party is not None]
    kinds = [m.entity.kind for m in group]
    return Entity(
        identifier,
        name,
        min(kinds, key=lambda kind: (-kinds.count(kind), kind)),
        tuple(sorted(aliases)),
        tuple(sorted(roles, key=lambda role: (role.span, role.title))),
        min(parties, key=lambda party: (-parties.count(party), party)) if parties else None,
    )


def _role(role: Role, side: int, mapping: Ids) -> Role:
    return role if role.of is None else replace(role, of=mapping[side, role.of])


def _reading(reading: Reading, side: int, mapping: Ids) -> Reading:
    found: dict[str, Entity] = {}
    for entity in reading.cast.entities:
        renamed = _renamed(entity, side, mapping)
        found[renamed.id] = _both(found[renamed.id], renamed) if renamed.id in found else renamed
    cast = Cast(
        tuple(sorted(found.values(), key=lambda e: e.id)),
        tuple(replace(m, entity=mapping[side, m.entity]) for m in reading.cast.mentions),
    )
    return replace(reading, cast=cast, statements=tuple(_statement(s, side, mapping) for s in reading.statements))


def _both(x: Entity, y: Entity) -> Entity:
    """Two entities of one reading that another reading calls one."""
    name = min((x.name, y.name), key=lambda n: (-len(plain(n)), n))
    aliases = {x.name, y.name, *x.aliases, *y.aliases} - {name}
    roles = tuple(sorted((*x.roles, *y.roles), key=lambda role: (role.span, role.title)))
    return replace(x, name=name, aliases=tuple(sorted(aliases)), roles=roles, party=x.party or y.party)


def _renamed(entity: Entity, side: int, mapping: Ids) -> Entity:
    return replace(
        entity,
        id=mapping[side, entity.id],
        roles=tuple(_role(role, side, mapping) for role in entity.roles),
        party=None if entity.party is None else mapping[side, entity.party],
    )


def _statement(statement: Statement, side: int, mapping: Ids) -> Statement:
    return replace(
        statement,
        speaker=None if statement.speaker is None else mapping[side, statement.speaker],
        via=tuple(replace(relay, entity=mapping[side, relay.entity]) for relay in statement.via),
        entities=tuple(sorted({mapping[side, e] for e in statement.entities})),
    )
