"""Who is in a report, and which of several reports speak of the same one."""

from __future__ import annotations

from silang.types import Cast, Document, Entity, Reading


def recognise(document: Document) -> Cast:
    """Who one document speaks of: entities with aliases and roles, and every mention of them."""
    return Cast((), ())


def merge(readings: tuple[Reading, ...]) -> tuple[tuple[Entity, ...], tuple[Reading, ...]]:
    """One cast for several readings, and the readings with their statements referring to it.

    The result does not depend on the order of the readings, but for the order they are given back in.
    """
    return (), readings
