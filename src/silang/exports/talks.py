"""One meeting of two sides arranged for a reader: who sought it, each side's topics in order, verbs that differ in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from silang.exports.layout import Layout
from silang.exports.shown import Account, Row, Wording
from silang.types import Entity, Point, Readout, Span, Statement, Telling, Topic

FIRM = 2
"""The step of a ladder from which a verb says more than the usual one."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A topic of a side: its place in the side's order, from 1, and its wordings with the verb marked."""

    number: int
    topic: Topic
    row: Row

    @property
    def weighty(self) -> bool:
        """Whether it is told before others where there is room for few: a promise, a firm verb, or a common topic."""
        return self.topic.assured or self.topic.shared or self.topic.force >= FIRM


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says of the meeting, in its order, and on what of the other side it is silent."""

    entity: Entity
    topics: tuple[Raised, ...]
    silent: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting or call as two sides tell it; `opened` pairs who sought it with the words that say so, one a report."""

    kind: str
    opened: tuple[tuple[Entity, tuple[Wording, ...]], ...]
    sides: tuple[Side, ...]
    verbs: tuple[tuple[Wording, ...], ...]

    @property
    def points(self) -> frozenset[tuple[str, str]]:
        """Pairs of side and point that are told here."""
        return frozenset((side.entity.id, raised.topic.point) for side in self.sides for raised in side.topics)


def talk(layout: Layout) -> Talk | None:
    """The readout of a comparison, or None where there is none."""
    found = layout.result.readout
    if found is None or any(t.party not in layout.entities for t in found.tellings):
        return None
    sides = tuple(_side(layout, telling) for telling in found.tellings)
    return Talk(found.kind, _opened(layout, found), sides, tuple(_places(layout, group) for group in found.verbs))


def left(accounts: Iterable[Account], found: Talk | None) -> tuple[Account, ...]:
    """What sides say beside what the account of the meeting shows of it; those of whom nothing is left are left out."""
    if found is None:
        return tuple(accounts)
    met = {side.entity.id for side in found.sides}
    out = [replace(a, rows=tuple(r for r in a.rows if (a.entity.id, r.point.id) not in found.points)) for a in accounts]
    return tuple(replace(a, silent=() if a.entity.id in met else a.silent) for a in out if a.rows)


def few(side: Side, most: int) -> tuple[Raised, ...]:
    """The weightier topics of a side, in its order."""
    ranked = sorted(side.topics, key=lambda raised: (not raised.weighty, raised.number))
    return tuple(sorted(ranked[:most], key=lambda raised: raised.number))


def _opened(layout: Layout, found: Readout) -> tuple[tuple[Entity, tuple[Wording, ...]], ...]:
    out = []
    for party in sorted({party for party, _ in found.opened if party in layout.entities}):
        first = {span.article: span for name, span in reversed(found.opened) if name == party}
        out.append((layout.entities[party], _places(layout, sorted(first.values()))))
    return tuple(out)


def _places(layout: Layout, spans: Iterable[Span]) -> tuple[Wording, ...]:
    found = [layout.place(span) for span in spans if span.article in layout.by_id]
    order = {r.id: n for n, r in enumerate(layout.reports)}
    return tuple(sorted(found, key=lambda w: (order[w.report.id], w.span.start)))


def _side(layout: Layout, telling: Telling) -> Side:
    found = []
    for number, topic in enumerate(telling.topics, 1):
        said = [layout.statements[s] for s in topic.statements if s in layout.statements]
        if said:
            found.append(Raised(number, topic, _row(layout, topic, said)))
    silent = [row for a in layout.accounts if a.entity.id == telling.party for row in a.silent]
    return Side(layout.entities[telling.party], tuple(found), tuple(silent))


def _row(layout: Layout, topic: Topic, said: list[Statement]) -> Row:
    """A row of the side's own wordings, led by the one with the verb."""

    def marks(s: Statement) -> tuple[Span, ...]:
        return (topic.verb,) if topic.verb and _in(topic.verb, s) else ()

    cells = tuple(tuple(layout.says(s, marks(s)) for s in said if s.span.article == r.id) for r in layout.reports)
    articles = tuple(sorted({s.span.article for s in said}))
    row = Row(Point(topic.point, "", topic.statements, articles), cells, len(articles))
    lead = min(range(len(row.wordings)), key=lambda n: (not row.wordings[n].marks, len(row.wordings[n].runs)))
    return Row(row.point, row.cells, row.origins, row.weight, lead)


def _in(span: Span, s: Statement) -> bool:
    return s.span.article == span.article and s.span.start <= span.start and span.end <= s.span.end
