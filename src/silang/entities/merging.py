"""One cast for the readings of several reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from silang.entities.register import misspelt, plain
from silang.entities.slug import slug
from silang.types import Cast, Entity, Reading, Role, Statement

Key = tuple[int, str]


def merge(readings: tuple[Reading, ...]) -> tuple[tuple[Entity, ...], tuple[Reading, ...]]:
    """One cast for several readings, and the readings with their statements referring to it.

    The result does not depend on the order of the readings, but for the order they are given back in.
    """
    order = sorted(range(len(readings)), key=lambda i: (readings[i].article.id, readings[i].article.text, i))
    members = [((place, e.id), e) for place, i in enumerate(order) for e in readings[i].cast.entities]
    groups = _groups(members)
    ids = _ids([[entity for _, entity in group] for group in groups])
    mapping = {key: ids[number] for number, group in enumerate(groups) for key, _ in group}
    cast = tuple(_entity(ids[n], group, mapping) for n, group in enumerate(groups))
    renamed = {i: _reading(readings[i], place, mapping) for place, i in enumerate(order)}
    return tuple(sorted(cast, key=lambda e: e.id)), tuple(renamed[i] for i in range(len(readings)))


def _groups(members: Sequence[tuple[Key, Entity]]) -> list[list[tuple[Key, Entity]]]:
    """Members that are one: by a name both have, then by longer names that have it, then by spelling."""
    parent = list(range(len(members)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    sides = [{key[0]} for key, _ in members]
    for _, a, b in sorted(_links(members)):
        x, y = find(a), find(b)
        if x != y and not sides[x] & sides[y]:
            low, high = min(x, y), max(x, y)
            parent[high] = low
            sides[low] |= sides[high]
    groups: dict[int, list[tuple[Key, Entity]]] = {}
    for i, member in enumerate(members):
        groups.setdefault(find(i), []).append(member)
    return list(groups.values())


def _links(members: Sequence[tuple[Key, Entity]]) -> Iterable[tuple[int, int, int]]:
    names = [{plain(n) for n in (e.name, *e.aliases)} for _, e in members]
    holders: dict[str, list[int]] = {}
    for i, (_, entity) in enumerate(members):
        for word in {w for name in (plain(entity.name), *names[i]) for w in name}:
            holders.setdefault(word, []).append(i)
    pairs = {(a, b) for found in holders.values() for n, a in enumerate(found) for b in found[n + 1 :]}
    people = [i for i, (_, entity) in enumerate(members) if entity.kind == "person"]
    pairs |= {(a, b) for n, a in enumerate(people) for b in people[n + 1 :] if _one_letter(members[a][1], members[b][1])}
    for a, b in pairs:
        strength = _strength(members[a], members[b], names[a], names[b])
        if strength:
            yield (-strength, a, b)


def _one_letter(a: Entity, b: Entity) -> bool:
    return a.kind == b.kind == "person" and a.name[:1] == b.name[:1] and misspelt(plain(a.name), plain(b.name))


def _strength(a: tuple[Key, Entity], b: tuple[Key, Entity], ours: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> int:
    """How surely two entities of two readings are one; 0 where nothing says so."""
    (side, x), (other, y) = a, b
    if side == other or not _compatible(x, y):
        return 0
    if plain(x.name) == plain(y.name):
        return 4
    if ours & theirs and not _apart(x, y):
        return 3
    if x.kind == "person":
        small, large = sorted((set(plain(x.name)), set(plain(y.name))), key=len)
        if small and small < large:
            return 2
        return 1 if misspelt(plain(x.name), plain(y.name)) else 0
    return 0


def _compatible(x: Entity, y: Entity) -> bool:
    return x.kind == y.kind or {x.kind, y.kind} <= {"organisation", "place", "outlet"}


def _apart(x: Entity, y: Entity) -> bool:
    """Two people with full names that share no more than one name."""
    a, b = plain(x.name), plain(y.name)
    return x.kind == "person" and len(a) > 1 and len(b) > 1 and not (set(a) <= set(b) or set(b) <= set(a) or misspelt(a, b))


def _ids(groups: Sequence[Sequence[Entity]]) -> list[str]:
    taken: dict[str, int] = {}
    names = sorted((_name(group), n) for n, group in enumerate(groups))
    ids = [""] * len(groups)
    for name, n in names:
        ids[n] = slug(name, taken)
        taken[ids[n]] = n
    return ids


def _name(group: Sequence[Entity]) -> str:
    """The fullest name, of those the one most reports use."""
    names = [entity.name for entity in group]
    return min(names, key=lambda name: (-len(plain(name)), -names.count(name), name))


def _entity(identifier: str, group: Sequence[tuple[Key, Entity]], mapping: dict[Key, str]) -> Entity:
    name = _name([entity for _, entity in group])
    aliases = {text for _, e in group for text in (e.name, *e.aliases)} - {name}
    roles = [_role(role, key[0], mapping) for key, e in group for role in e.roles]
    parties = [mapping[key[0], e.party] for key, e in group if e.party is not None]
    kinds = [e.kind for _, e in group]
    return Entity(
        identifier,
        name,
        min(kinds, key=lambda kind: (-kinds.count(kind), kind)),
        tuple(sorted(aliases)),
        tuple(sorted(roles, key=lambda role: (role.span, role.title))),
        min(parties, key=lambda party: (-parties.count(party), party)) if parties else None,
    )


def _role(role: Role, side: int, mapping: dict[Key, str]) -> Role:
    return role if role.of is None else replace(role, of=mapping[side, role.of])


def _reading(reading: Reading, side: int, mapping: dict[Key, str]) -> Reading:
    cast = Cast(
        tuple(sorted((_renamed(e, side, mapping) for e in reading.cast.entities), key=lambda e: e.id)),
        tuple(replace(m, entity=mapping[side, m.entity]) for m in reading.cast.mentions),
    )
    return replace(reading, cast=cast, statements=tuple(_statement(s, side, mapping) for s in reading.statements))


def _renamed(entity: Entity, side: int, mapping: dict[Key, str]) -> Entity:
    return replace(
        entity,
        id=mapping[side, entity.id],
        roles=tuple(_role(role, side, mapping) for role in entity.roles),
        party=None if entity.party is None else mapping[side, entity.party],
    )


def _statement(statement: Statement, side: int, mapping: dict[Key, str]) -> Statement:
    return replace(
        statement,
        speaker=None if statement.speaker is None else mapping[side, statement.speaker],
        via=tuple(replace(relay, entity=mapping[side, relay.entity]) for relay in statement.via),
        entities=tuple(sorted({mapping[side, e] for e in statement.entities})),
    )
