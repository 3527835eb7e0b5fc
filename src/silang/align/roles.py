"""Which statements of a role are of one person: the same entity, or names that hardly differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from silang.align.units import Unit
from silang.types import Entity

SAME, LIKE = 0.9, 0.6
_ALIKE = 85.0


def roles(units: Sequence[Unit], cast: Sequence[Entity]) -> dict[tuple[int, int], float]:
    """Scores of pairs of role statements, lower index first; roles are compared with roles alone."""
    people = {entity.id: entity.name.casefold() for entity in cast if entity.kind == "person"}
    held = [(index, _held(unit, people)) for index, unit in enumerate(units) if unit.statement.grain == "role"]
    out = {}
    for number, (a, x) in enumerate(held):
        for b, y in held[number + 1 :]:
            if x & y:
                out[a, b] = SAME
            elif any(fuzz.ratio(people[i], people[j]) >= _ALIKE for i in x for j in y):
                out[a, b] = LIKE
    return out


def _held(unit: Unit, people: Mapping[str, str]) -> frozenset[str]:
    return frozenset(entity for entity in unit.statement.entities if entity in people)
