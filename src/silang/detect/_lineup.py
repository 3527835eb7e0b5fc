"""The readings of an event laid side by side for the detectors: lines of one point, in pairs, with what differs marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from silang import languages, settings
from silang.detect._lexicon import Lexicon, lexicon
from silang.detect._words import Word, words
from silang.types import Article, Entity, Point, Reading, Slot, Span, Statement

_PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A statement with its words, for comparing."""

    article: Article
    statement: Statement
    words: tuple[Word, ...]
    lexicon: Lexicon
    content: frozenset[str]
    """Stems of its content words: no function words, no numbers."""

    @property
    def wording(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(w.fold for w in self.words)

    @property
    def key(self) -> tuple[str, int, int]:
        """Where it stands: sorts lines without regard to the order of the reports."""
        return (self.article.id, self.statement.span.start, self.statement.span.end)

    def within(self, span: Span) -> tuple[int, int]:
        """Indexes of the words that a span of the article covers, as `first:last`."""
        inside = [i for i, w in enumerate(self.words) if w.end > span.start and w.start < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


class Change(NamedTuple):
    """Words `a` of one line stand where words `b` of the other do; `left` and `right` count the equal words around them."""

    a: tuple[int, int]
    b: tuple[int, int]
    left: int
    right: int


@dataclass(frozen=True, eq=False)
class Pair:
    """Two lines of one point. `a` comes before `b` by article and place."""

    a: Line
    b: Line
    point: str

    @property
    def inside(self) -> bool:
        """Whether one report says both."""
        return self.a.article.id == self.b.article.id

    @cached_property
    def alike(self) -> float:
        """Share of words the two have in order, 0..1, rounded."""
        return round(Levenshtein.normalized_similarity([w.fold for w in self.a.words], [w.fold for w in self.b.words]), 4)

    @cached_property
    def shared(self) -> float:
        """Share of the shorter line's content stems that the other has, 0..1, rounded."""
        less = min(len(self.a.content), len(self.b.content))
        return round(len(self.a.content & self.b.content) / less, 4) if less else 0.0

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Where the wording differs, with the equal words on either side counted."""
        steps = Levenshtein.opcodes([w.fold for w in self.a.words], [w.fold for w in self.b.words])
        blocks = _blocks([(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps])
        out = []
        for number, (equal, a, b) in enumerate(blocks):
            if not equal:
                left = blocks[number - 1][1] if number else (0, 0)
                right = blocks[number + 1][1] if number + 1 < len(blocks) else (0, 0)
                out.append(Change(a, b, left[1] - left[0], right[1] - right[0]))
        return tuple(out)


def _blocks(steps: list[tuple[str, int, int, int, int]]) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Edit steps joined so that equal and changed stretches take turns."""
    out: list[tuple[bool, tuple[int, int], tuple[int, int]]] = []
    for tag, a0, a1, b0, b1 in steps:
        equal = tag == "equal"
        if out and out[-1][0] == equal:
            _, a, b = out.pop()
            out.append((equal, (a[0], a1), (b[0], b1)))
        else:
            out.append((equal, (a0, a1), (b0, b1)))
    return out


@dataclass(frozen=True, eq=False)
class Lineup:
    """What every detector is given. Nothing in it depends on the order of the reports."""

    readings: tuple[Reading, ...]
    """One an article, sorted by its id."""
    cast: Mapping[str, Entity]
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    pairs: tuple[Pair, ...]
    two_events: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def worded(self) -> Mapping[tuple[str, ...], tuple[Line, ...]]:
        """Lines by their folded words."""
        out: dict[tuple[str, ...], list[Line]] = {}
        for item in self.lines:
            out.setdefault(item.wording, []).append(item)
        return {key: tuple(row) for key, row in out.items()}

    @cached_property
    def _named(self) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
        return {
            r.article.id: tuple((m.span.start, m.span.end, m.entity) for m in r.cast.mentions if m.form == "name")
            for r in self.readings
        }

    def named(self, span: Span) -> Entity | None:
        """The entity whose name overlaps a place most."""
        over = [
            (min(end, span.end) - max(start, span.start), -start, name)
            for start, end, name in self._named.get(span.article, ())
            if start < span.end and span.start < end and name in self.cast
        ]
        return self.cast[max(over)[2]] if over else None

    def kind_at(self, span: Span) -> str:
        """What kind of entity is named at a place, "" where none is."""
        entity = self.named(span)
        return entity.kind if entity else ""

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """All that is report, a paragraph a line: for what does not depend on who says it."""
        return tuple(
            line(r.article, Statement(f"{r.article.id}:{start}", span, "narrated", span))
            for r in self.readings
            for start, end in _paragraphs(r)
            for span in (Span(r.article.id, start, end),)
        )

    @cached_property
    def running(self) -> Mapping[str, str]:
        """Folded words of each report in a row, blanks between and around."""
        out: dict[str, list[str]] = {r.article.id: [""] for r in self.readings}
        for item in self.paragraphs:
            out[item.article.id] += item.wording
        return {article: " ".join([*found, ""]) for article, found in out.items()}

    def times(self, article: str, *folds: str) -> int:
        """How often a report has these folded words in a row."""
        return self.running[article].count(f" {' '.join(folds)} ")

    @cached_property
    def lowercase(self) -> frozenset[str]:
        """Words that some report writes without a capital."""
        return frozenset(w.text for item in self.paragraphs for w in item.words if w.text.islower())

    def has(self, article: str, *folds: str) -> bool:
        """Whether a report has these folded words in a row."""
        return f" {' '.join(folds)} " in self.running[article]

    def party(self, entity: str | None) -> str | None:
        """Whom somebody speaks for: his party, else himself."""
        known = self.cast.get(entity or "")
        return (known.party or known.id) if known else None

    def line(self, article: str, at: int) -> Line | None:
        """The narrowest line of an article that covers a place."""
        over = [x for x in self.lines if x.article.id == article and x.statement.span.start <= at < x.statement.span.end]
        return min(over, key=lambda x: (x.statement.span.end - x.statement.span.start, x.key), default=None)

    @cached_property
    def slots(self) -> tuple[tuple[Line, Slot], ...]:
        """Every value of every line, once a place."""
        seen: set[Span] = set()
        out = []
        for line in self.lines:
            for slot in line.statement.slots:
                if slot.span not in seen:
                    seen.add(slot.span)
                    out.append((line, slot))
        return tuple(out)

    @cached_property
    def values(self) -> frozenset[tuple[str, str, str, float]]:
        """Numbers that each report gives anywhere: article, kind, unit, value."""
        return frozenset(
            (line.article.id, slot.kind, slot.unit, round(float(slot.value), 6))
            for line, slot in self.slots
            if isinstance(slot.value, int | float)
        )


def lineup(readings: tuple[Reading, ...], cast: tuple[Entity, ...], points: tuple[Point, ...]) -> Lineup:
    """Lay the readings out. Articles of one id count once."""
    distinct = {r.article.id: r for r in sorted(readings, key=lambda r: (r.article.id, r.article.text))}
    ordered = tuple(distinct[name] for name in sorted(distinct))
    lines = tuple(sorted((line(r.article, s) for r in ordered for s in r.statements), key=lambda x: x.key))
    texts = {r.article.id: r.article.text for r in ordered}
    return Lineup(ordered, {e.id: e for e in cast}, points, lines, _pairs(lines, points), texts=texts)


def line(article: Article, statement: Statement) -> Line:
    """One statement with its words."""
    known = lexicon(languages.of(article))
    found = words(article.text, statement.span.start, statement.span.end, known.affixes)
    content = frozenset(w.stem for w in found if w.fold not in known.function and not w.fold[0].isdigit() and len(w.fold) > 1)
    return Line(article, statement, found, known, content)


def _paragraphs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Stretches of the text between line ends and what is set aside."""
    at = 0
    for start, end in [*sorted((a.span.start, a.span.end) for a in reading.asides), (len(reading.article.text),) * 2]:
        for found in _PARAGRAPH.finditer(reading.article.text, at, max(at, start)):
            yield found.start(), found.end()
        at = max(at, end)


def _pairs(lines: tuple[Line, ...], points: tuple[Point, ...]) -> tuple[Pair, ...]:
    by_id = {x.statement.id: x for x in lines}
    seen: set[tuple[str, str]] = set()
    out = []
    for point in sorted(points, key=lambda p: p.id):
        row = sorted((by_id[s] for s in set(point.statements) if s in by_id), key=lambda x: x.key)
        for a, b in combinations(_distinct(row)[: settings.MAX_REPORTS], 2):
            if (a.statement.id, b.statement.id) not in seen and not _nested(a, b):
                seen.add((a.statement.id, b.statement.id))
                out.append(Pair(a, b, point.id))
    return tuple(out)


def _nested(a: Line, b: Line) -> bool:
    """Whether one line is a part of the other in one report."""
    x, y = a.statement.span, b.statement.span
    return x.article == y.article and x.start < y.end and y.start < x.end


def _distinct(row: list[Line]) -> list[Line]:
    """Lines whose words no earlier line of the row has: a copy adds nothing to compare."""
    seen: set[tuple[str, ...]] = set()
    out = []
    for item in row:
        if item.wording not in seen:
            seen.add(item.wording)
            out.append(item)
    return out
