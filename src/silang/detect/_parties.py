"""Each side's account: what it says, what only it says, and on what it is silent though the side it faces raised it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._omissions import LEAST
from silang.detect._sides import Sides
from silang.types import Party

WEIGHTY = 3
"""Things that a side says that can face another; what several reports have of it is one thing."""
AGAINST = frozenset({"demand", "deny", "refuse", "warn"})
"""Classes of speech acts by which a side sets itself against another that it names; a negated statement is one too."""


def parties(lineup: Lineup, weights: Mapping[str, float]) -> tuple[Party, ...]:
    """Who speaks in the reports: bodies, countries and persons, those who say most first.

    Two sides face each other where both say several things, each speaks of the other, and one demands, denies, refuses or
    warns. Silence is told of such sides alone, on points of weight in which the other one speaks of it by name and which
    no report tells in its own voice, the weightiest first.
    """
    sides = Sides(lineup)
    said: dict[str, list[Line]] = defaultdict(list)
    for line in lineup.lines:
        side = sides.of(line.statement.speaker)
        if side:
            said[side].append(line)
    voices = _voices(lineup, said)
    point = {s: p.id for p in lineup.points for s in p.statements}
    facing = _facing(sides, {side: lines for side, lines in said.items() if _things(point, lines) >= WEIGHTY})
    voiced = _voiced(lineup)
    addressed = {side: _addressed(voiced, sides, side, facing.get(side, set())) for side in said}
    return tuple(
        Party(
            side,
            tuple(line.statement.id for line in said[side]),
            tuple(p.id for p in lineup.points if voices[p.id] == {side}),
            _silent(side, facing.get(side, set()), voices, weights, addressed[side]),
        )
        for side in sorted(said, key=lambda s: (-len(said[s]), s))
    )


def _voices(lineup: Lineup, said: Mapping[str, list[Line]]) -> Mapping[str, set[str]]:
    """By point the sides that speak of it."""
    speaks = {side: {line.statement.id for line in lines} for side, lines in said.items()}
    return {p.id: {side for side, ids in speaks.items() if ids & set(p.statements)} for p in lineup.points}


def _things(point: Mapping[str, str], lines: list[Line]) -> int:
    """How many things statements say: those of one point say the same."""
    return len({point.get(line.statement.id, line.statement.id) for line in lines})


def _facing(sides: Sides, said: Mapping[str, list[Line]]) -> Mapping[str, set[str]]:
    """By side the sides that speak of it and of which it speaks, where one of the two sets itself against the other."""
    names = {side: _spoken_of(sides, side, lines) for side, lines in said.items()}
    against = {side: _spoken_of(sides, side, [x for x in lines if _opposed(x)]) for side, lines in said.items()}
    return {
        side: {o for o in names[side] if side in names.get(o, ()) and (o in against[side] or side in against[o])}
        for side in said
    }


def _spoken_of(sides: Sides, side: str, lines: list[Line]) -> set[str]:
    """The other sides that statements speak of."""
    return {other for line in lines for e in line.statement.entities if (other := sides.of(e))} - {side}


def _opposed(line: Line) -> bool:
    return line.statement.strength in AGAINST or line.statement.polarity == "negated"


def _voiced(lineup: Lineup) -> Mapping[str, list[Line]]:
    """The lines of the points that are somebody's word in every report."""
    lines = {line.statement.id: line for line in lineup.lines}
    rows = {p.id: [lines[s] for s in p.statements if s in lines] for p in lineup.points}
    return {name: row for name, row in rows.items() if row and all(line.statement.speaker for line in row)}


def _addressed(voiced: Mapping[str, list[Line]], sides: Sides, side: str, facing: set[str]) -> set[str]:
    """Those of the points in which somebody who faces a side speaks of it."""
    return {
        name
        for name, row in voiced.items()
        if facing and any(sides.of(x.statement.speaker) in facing and side in _spoken_of(sides, "", [x]) for x in row)
    }


def _silent(
    side: str, facing: set[str], voices: Mapping[str, set[str]], weights: Mapping[str, float], addressed: set[str]
) -> tuple[str, ...]:
    points = [p for p, found in voices.items() if found & facing and side not in found and weights[p] >= LEAST]
    return tuple(sorted((p for p in points if p in addressed), key=lambda p: (-weights[p], p)))
