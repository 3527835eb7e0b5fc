"""Which statements of a role are of one person: the same entity, or names and titles that hardly differ."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from silang.align.units import Unit
from silang.types import Entity

SAME, LIKE = 0.9, 0.6
_ALIKE = 85.0


def roles(units: Sequence[Unit], cast: Sequence[Entity]) -> dict[tuple[int, int], float]:
    """Scores of pairs of role statements, lower index first; roles are compared with roles alone."""
    people = {entity.id for entity in cast if entity.kind == "person"}
    held = [(index, unit) for index, unit in enumerate(units) if unit.statement.grain == "role"]
    out = {}
    for number, (a, x) in enumerate(held):
        for b, y in held[number + 1 :]:
            if people.intersection(x.statement.entities, y.statement.entities):
                out[a, b] = SAME
            elif fuzz.token_set_ratio(x.whole.text, y.whole.text) >= _ALIKE:
                out[a, b] = LIKE
    return out
