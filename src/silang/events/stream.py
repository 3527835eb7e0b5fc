"""A stream that grows batch by batch: its sketches, the pairs found alike, and the events they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import xxhash

from silang.errors import InputError
from silang.events import state
from silang.events.duplicates import copy
from silang.events.index import WINDOW
from silang.events.join import ALIKE, groups
from silang.events.pairing import Archive, Day, Pairing
from silang.events.scorer import shipped
from silang.events.sketch import Sketch, sketch
from silang.types import Article, Event

_KEPT = 0.1
"""A pair less likely than this is not remembered."""
_REACH = 2 * WINDOW
"""Days around a new report within which events may change: merge, split, or take it in."""


class Stream:
    """Events of a stream of reports. Within a batch the order changes nothing; a later batch may merge and split events."""

    def __init__(self) -> None:
        self._archive = Archive()
        self._arrival: list[int] = []
        self._known: dict[str, int] = {}
        self._edges: dict[int, dict[int, float]] = defaultdict(dict)
        self._home: list[int] = []
        self._members: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._home)

    def add(self, articles: Iterable[Article]) -> list[Event]:
        """Take in a batch of reports; the events that they are in. A report whose id is known is passed over."""
        return self.add_sketches(map(sketch, articles))

    def add_sketches(self, sketches: Iterable[Sketch]) -> list[Event]:
        """Take in a batch of sketches; the events that they are in."""
        fresh: dict[str, tuple[int, Sketch]] = {}
        for arrival, one in enumerate(sketches, len(self._home)):
            held = fresh.get(one.id)
            if one.id not in self._known and (held is None or one.content < held[1].content):
                fresh[one.id] = (held[0] if held else arrival, one)
        batch = sorted(fresh.values(), key=lambda item: (item[1].day or 0, item[1].id))
        numbers = [self._enter(arrival, one) for arrival, one in batch]
        self._score(numbers)
        self._settle(numbers)
        return [self._event(self._members[home]) for home in sorted({self._home[number] for number in numbers})]

    def _enter(self, arrival: int, one: Sketch) -> int:
        number = self._archive.add(one)
        self._known[one.id] = number
        self._arrival.append(arrival)
        self._home.append(number)
        self._members[number] = [number]
        return number

    def _score(self, numbers: list[int]) -> None:
        pairs = Pairing(self._archive).pairs(numbers)
        sketches = self._archive.sketches
        for (a, b), probability in zip(pairs, shipped().probabilities(list(pairs.values())), strict=True):
            p = 1.0 if copy(sketches[a], sketches[b]) else probability
            if p >= _KEPT:
                self._edges[a][b] = self._edges[b][a] = p

    def _settle(self, numbers: list[int]) -> None:
        """Group anew what the new reports are linked with, near them in time; events reaching further keep together."""
        near = self._near({self._archive.sketches[number].day for number in numbers})
        linked = self._linked(numbers, near)
        beyond = {self._home[n] for n in linked if any(m not in linked for m in self._members[self._home[n]])}
        outside = {home: [m for m in self._members[home] if m not in linked] for home in sorted(beyond)}
        units = [frozenset(m for m in self._members[home] if m in linked) for home in sorted(beyond)]
        for home in {self._home[n] for n in linked}:
            del self._members[home]
        anchor = {n: home for home, unit in zip(sorted(beyond), units, strict=True) for n in unit}
        for group in groups(linked, self._edges, units):
            far = {anchor[n] for n in group if n in anchor}
            self._seat(sorted([*group, *(m for home in sorted(far) for m in outside[home])]))

    def _seat(self, group: list[int]) -> None:
        self._members[group[0]] = group
        for number in group:
            self._home[number] = group[0]

    def _near(self, days: set[Day]) -> set[Day]:
        return {near for day in days for near in self._archive.window(day, _REACH)}

    def _linked(self, numbers: list[int], days: set[Day]) -> set[int]:
        found, queue = set(numbers), list(numbers)
        while queue:
            number = queue.pop()
            near = [other for other, p in self._edges.get(number, {}).items() if p >= ALIKE]
            for other in (*near, *self._members[self._home[number]]):
                if other not in found and self._archive.sketches[other].day in days:
                    found.add(other)
                    queue.append(other)
        return found

    def dump(self) -> bytes:
        """The stream as bytes, to be resumed by `load`."""
        return state.dumped(map(self._row, range(len(self))))

    def _row(self, number: int) -> state.Row:
        links = {other: p for other, p in self._edges.get(number, {}).items() if other > number}
        archive = self._archive
        return state.Row(archive.sketches[number], self._arrival[number], self._home[number], archive.nearest[number], links)

    @classmethod
    def load(cls, saved: bytes) -> Stream:
        """The stream that was dumped. Raises InputError for bytes that are none, or of another version."""
        stream = cls()
        members: dict[int, list[int]] = defaultdict(list)
        for row in state.loaded(saved):
            number = stream._enter(row.arrival, row.sketch)
            stream._archive.nearest[number] = row.nearest
            members[row.home].append(number)
            for other, p in row.links.items():
                stream._edges[number][other] = stream._edges[other][number] = p
        if any(home >= len(stream) for home in (*members, *stream._edges)):
            raise InputError("stream", "breaks off before its last report")
        stream._members = {}
        for group in members.values():
            stream._seat(group)
        return stream

    def events(self) -> Iterator[Event]:
        """The events as they stand, by the arrival of their first report."""
        arrived = sorted(self._members.values(), key=lambda group: min(self._arrival[n] for n in group))
        return map(self._event, arrived)

    def _event(self, group: list[int]) -> Event:
        sketches = self._archive.sketches
        first = min(group, key=lambda n: (sketches[n].day or 0, sketches[n].id))
        day = sketches[first].day
        name = "e" + xxhash.xxh64_hexdigest(sketches[first].id.encode("utf-8", "surrogatepass"))[:12]
        ids = tuple(sketches[n].id for n in sorted(group, key=self._arrival.__getitem__))
        return Event(name, sketches[self._central(group)].title, date.fromordinal(day).isoformat() if day else None, ids)

    def _central(self, group: list[int]) -> int:
        """The report most like the others of its group; of equals the earliest."""
        inside = set(group)
        sketches = self._archive.sketches
        return min(
            group,
            key=lambda n: (
                -round(sum(p for other, p in self._edges.get(n, {}).items() if other in inside), 4),
                sketches[n].day or 0,
                sketches[n].id,
            ),
        )
