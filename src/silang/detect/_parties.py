"""Each side's account: what it says, what only it says, and on what it is silent."""

from __future__ import annotations

from collections import defaultdict

from silang.detect._lineup import Lineup
from silang.types import Entity, Party, Statement

KINDS = frozenset({"person", "organisation", "country"})


def parties(lineup: Lineup) -> tuple[Party, ...]:
    """Who speaks in the reports: persons, bodies and countries, those who say most first."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for line in lineup.lines:
        party = lineup.party(line.statement.speaker)
        if party and _speaks(lineup.cast[party]):
            said[party].append(line.statement)
    speaks = {party: {s.id for s in statements} for party, statements in said.items()}
    rows = {p.id: frozenset(p.statements) for p in lineup.points}
    voices = {point: {party for party, ids in speaks.items() if ids & row} for point, row in rows.items()}
    out = []
    for party in sorted(said, key=lambda p: (-len(said[p]), p)):
        only = tuple(p.id for p in lineup.points if voices[p.id] == {party})
        silent = tuple(p.id for p in lineup.points if voices[p.id] and party not in voices[p.id])
        out.append(Party(party, tuple(s.id for s in said[party]), only, silent))
    return tuple(out)


def _speaks(entity: Entity) -> bool:
    """Whether an entity can be a side: a person, body or country with a name, not a phrase taken for one."""
    words = [w for w in entity.name.split() if w[:1].isalpha()]
    named = sum(w[:1].isupper() for w in words)
    return entity.kind in KINDS and bool(words) and 2 * named > len(words)
