"""The readings of an event laid side by side for the detectors: lines of one point, in pairs, with what differs marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from silang import languages
from silang.detect import _calendar, _echo, _kinship, _pairing, _stretches
from silang.detect._lexicon import lexicon
from silang.detect._lines import Line, Pair, line
from silang.detect._named import Named
from silang.detect._words import words
from silang.types import Entity, Point, Reading, Slot, Span, Statement

OPENING = 500
"""Code points of a report in which it names what it is about."""
TELLING = 8
"""Words of a line that is known again in another report by its words."""
COPIED = 0.85
"""Share of equal words of two lines of which one is a copy."""
WORD = 4
"""Letters of a word of a name that tells it from others."""
HOUR = 60.0
"""Minutes between two reports from which on what goes up and down may have moved."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!.*/)")


@dataclass(frozen=True, eq=False)
class Lineup:
    """What every detector is given. Nothing in it depends on the order of the reports."""

    readings: tuple[Reading, ...]
    """One an article, sorted by its id."""
    cast: Mapping[str, Entity]
    points: tuple[Point, ...]
    lines: tuple[Line, ...]

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Lines of one point, and sentences that two reports have nearly word for word."""
        echoes = tuple(Pair(a, b, "") for a, b in _echo.echoes(self.sentences))
        return (*_pairing.pairs(self.lines, self.points), *echoes)

    @cached_property
    def _told(self) -> Mapping[str, tuple[Line, ...]]:
        return _by_article(self.lines)

    @cached_property
    def worded(self) -> Mapping[tuple[str, ...], tuple[Line, ...]]:
        """Lines and sentences by their folded words."""
        out: dict[tuple[str, ...], list[Line]] = {}
        for item in (*self.lines, *self.sentences):
            out.setdefault(item.wording, []).append(item)
        return {key: tuple(row) for key, row in out.items()}

    @cached_property
    def _named(self) -> Named:
        return Named(self.readings)

    def named(self, span: Span) -> Entity | None:
        """The entity whose name overlaps a place most."""
        over = [
            (min(end, span.end) - max(start, span.start), -start, name)
            for start, end, name in self._named.near(span)
            if start < span.end and span.start < end and name in self.cast
        ]
        return self.cast[max(over)[2]] if over else None

    def cast_in(self, span: Span) -> frozenset[str]:
        """Ids of the entities named in a stretch of text."""
        return frozenset(name for start, end, name in self._named.near(span) if span.start <= start and end <= span.end)

    def kind_at(self, span: Span) -> str:
        """What kind of entity is named at a place, "" where none is."""
        entity = self.named(span)
        return entity.kind if entity else ""

    def strangers(self, a: Line, b: Line) -> bool:
        """Whether both lines speak of people, and of nobody in common."""
        x, y = (self._people(line.statement.entities) for line in (a, b))
        return bool(x and y) and not x & y

    def namesakes(self, a: Line, b: Line) -> bool:
        """Whether people are named in both lines, speakers too, and somebody in common, or in one of them nobody."""
        x, y = (self._people(self.cast_in(line.statement.span)) for line in (a, b))
        return not (x and y) or bool(x & y)

    def _people(self, names: Iterable[str]) -> set[str]:
        return {name for name in names if name in self.cast and self.cast[name].kind == "person"}

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """All that is report, a paragraph a line: for what does not depend on who says it."""
        return tuple(
            line(r.article, Statement(f"{r.article.id}:{start}", span, "narrated", span))
            for r in self.readings
            for start, end in _stretches.paragraphs(r)
            for span in (Span(r.article.id, start, end),)
        )

    @cached_property
    def sentences(self) -> tuple[Line, ...]:
        """All that is report cut at full stops, with the values that stand there."""
        slots = {r.article.id: _slots(r) for r in self.readings}
        return tuple(
            line(item.article, replace(item.statement, span=span, content=span, slots=_inside(slots[span.article], span)))
            for item in self.paragraphs
            for span in _stretches.sentences(item)
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

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Line, ...]]:
        by_id = {item.statement.id: item for item in self.lines}
        rows = {p.id: tuple(by_id[s] for s in p.statements if s in by_id) for p in self.points}
        out: dict[str, tuple[Line, ...]] = {}
        for point in sorted(rows):
            for item in rows[point]:
                out[item.statement.id] = (*out.get(item.statement.id, ()), *rows[point])
        return out

    def beside(self, item: Line) -> tuple[Line, ...]:
        """Lines that a point has beside this one."""
        return self._rows.get(item.statement.id, ())

    def point_at(self, places: tuple[Span, ...]) -> str | None:
        """The point whose lines cover most of these places; the first by id among equals."""
        rows = {p.id: set(p.statements) for p in self.points}
        told = {place: self._told.get(place.article, ()) for place in places}
        over = {place: {x.statement.id for x in told[place] if _covers(x.statement.span, place)} for place in places}
        count = {point: sum(bool(rows[point] & over[place]) for place in places) for point in rows}
        best = min(count, key=lambda point: (-count[point], point), default=None)
        return best if best is not None and count[best] > 1 else None

    @cached_property
    def _first_day(self) -> Mapping[str, str]:
        """The first single day that each report names."""
        out: dict[str, str] = {}
        for item, slot in sorted(self.slots, key=lambda found: found[1].span):
            if slot.kind in ("date", "time") and _DAY.match(str(slot.value)):
                out.setdefault(item.article.id, str(slot.value)[:10])
        return out

    def other_day(self, a: Line, b: Line) -> bool:
        """Whether two reports came out on different days and each tells of a day of its own: a price, another eruption."""
        x, y = a.article.published[:10], b.article.published[:10]
        p, q = (self._first_day.get(line.article.id, "") for line in (a, b))
        return bool(x and y and p and q) and x != y and p != q

    def fluid(self, pair: Pair) -> bool:
        """Whether both lines, or reports, tell of what goes up and down by the hour (a share, an index), not surely of one.

        Where the hour of publication is not known, only lines that have all else in common are of one. What two reports tell
        of the close of a day's trade moves no more.
        """
        if not all(line.article.id in self._fluid or _moves(line, line.wording) for line in (pair.a, pair.b)):
            return False
        days = {self._first_day.get(line.article.id, "") for line in (pair.a, pair.b)} - {""}
        if len(days) > 1:
            return True
        stages = [self._stage.get(line.article.id, "") for line in (pair.a, pair.b)]
        day = pair.a.article.published[:10]
        if day and day == pair.b.article.published[:10] and "closed" in stages and all(stages):
            return stages[0] != stages[1]
        apart = _calendar.later(pair.a.article.published, pair.b.article.published)
        if apart is not None:
            return apart >= HOUR
        long = min(len(pair.a.words), len(pair.b.words)) >= TELLING
        swapped = long and len(pair.changes) == 1 and (len(pair.a.words) == len(pair.b.words) or pair.alike >= COPIED)
        return not swapped

    @cached_property
    def _stage(self) -> Mapping[str, str]:
        """By report whether its first paragraph tells of the close of trade or of what comes before it, if of one alone."""
        first = {item.article.id: item for item in reversed(self.paragraphs)}
        told = {name: [s for s in ("closed", "opened") if item.lexicon.has(s, item.wording)] for name, item in first.items()}
        return {name: stages[0] for name, stages in told.items() if len(stages) == 1}

    @cached_property
    def _fluid(self) -> frozenset[str]:
        """Reports that open with what goes up and down by the hour."""
        opens: set[str] = set()
        titled: set[str] = set()
        for item in self.sentences:
            article = item.article
            if article.id not in titled:
                titled.add(article.id)
                title = words(article.title, 0, len(article.title), item.lexicon.stem)
                opens |= {article.id} if _moves(item, tuple(w.fold for w in title)) or _moves(item, item.wording) else set()
        return frozenset(opens)

    def apart(self, a: str, b: str) -> bool:
        """Whether two reports open with names of their own, and with none in common: a firm each, a ship each."""
        x, y = self._opening[a], self._opening[b]
        return bool(x and y) and not x & y

    @cached_property
    def _opening(self) -> Mapping[str, frozenset[str]]:
        """By report who and what is named in its first lines."""
        out = {}
        for r in self.readings:
            first = min((x.statement.span.start for x in self.paragraphs if x.article.id == r.article.id), default=0)
            span = Span(r.article.id, first, first + OPENING)
            out[r.article.id] = self._called(span) | self._placed(r, span)
        return out

    def _placed(self, reading: Reading, span: Span) -> frozenset[str]:
        """Words of the names of places in a stretch of text that its title has too, but for those of kinds of places."""
        known = lexicon(languages.of(reading.article))
        title = {w.fold for w in words(reading.article.title, 0, len(reading.article.title), known.stem)}
        places = [self.cast[name].name for name in self.cast_in(span) if self.cast[name].kind == "place"]
        kinds = known.list("landmarks") | known.list("townships")
        return frozenset(w for name in places for w in name.casefold().split() if w in title and w not in kinds)

    @cached_property
    def _callings(self) -> dict[Span, frozenset[str]]:
        return {}

    def _called(self, span: Span) -> frozenset[str]:
        """Words of the names of people and bodies in a stretch of text, looked up once."""
        if span not in self._callings:
            self._callings[span] = self._names_in(span)
        return self._callings[span]

    def _names_in(self, span: Span) -> frozenset[str]:
        named = [self.cast[name] for name in self.cast_in(span) if self.cast[name].kind in ("person", "organisation")]
        return frozenset(w for e in named for name in (e.name, *e.aliases) for w in name.casefold().split() if len(w) >= WORD)

    def others(self, a: Line, b: Line) -> bool:
        """Whether both lines name people or bodies, or write names inside, and have none in common."""
        for x, y in ((self._called(a.statement.span), self._called(b.statement.span)), (_inner(a), _inner(b))):
            if x and y and not x & y:
                return True
        return False

    def own_day(self, line: Line, slot: Slot) -> bool:
        """Whether a date is the day that its report tells of first, or came out on."""
        day = str(slot.value)[:10]
        return day in (line.article.published[:10], self._first_day.get(line.article.id))

    @cached_property
    def _event(self) -> Mapping[str, str]:
        return _kinship.kinship(self.readings, self.points)

    def kin(self, a: str, b: str) -> bool:
        """Whether two reports look like reports of one event."""
        return self._event[a] == self._event[b]

    def alone(self, article: str) -> bool:
        """Whether no other report looks like one of the same event, though there are others."""
        return len(self.readings) > 1 and list(self._event.values()).count(self._event[article]) == 1

    def party(self, entity: str | None) -> str | None:
        """Whom somebody speaks for: his party, else himself."""
        known = self.cast.get(entity or "")
        for _ in range(3):
            known = self.cast.get(known.party or self._country.get(known.id, ""), known) if known else None
        return known.id if known else None

    @cached_property
    def _country(self) -> Mapping[str, str]:
        """Bodies without a party whose name ends in a country's ("Kementerian Luar Negeri Rusia"), and that country."""
        countries = {n.casefold(): e.id for e in self.cast.values() if e.kind == "country" for n in (e.name, *e.aliases)}
        out = {}
        for name in sorted(self.cast):
            entity = self.cast[name]
            words = entity.name.casefold().split()
            ends = [" ".join(words[-size:]) for size in (2, 1) if len(words) > size]
            found = [countries[end] for end in ends if end in countries]
            if found and entity.kind == "organisation" and not entity.party:
                out[name] = found[0]
        return out

    @cached_property
    def _quoted(self) -> Mapping[str, tuple[Span, ...]]:
        out: dict[str, list[Span]] = {}
        for item in self.lines:
            if item.statement.form == "direct":
                out.setdefault(item.article.id, []).append(item.statement.content)
        return {article: tuple(found) for article, found in out.items()}

    def quoted(self, span: Span) -> bool:
        """Whether a place stands in somebody's own words, or in what a newsroom made of them in its language."""
        return any(_covers(content, span) for content in self._quoted.get(span.article, ()))

    def voice(self, span: Span) -> str | None:
        """Who says what stands at a place: the speaker of the narrowest statement whose content it is in."""
        told = self._told.get(span.article, ())
        over = [x.statement for x in told if x.statement.speaker and _covers(x.statement.content, span)]
        return min(over, key=lambda s: (s.content.end - s.content.start, s.id)).speaker if over else None

    def paragraph(self, span: Span) -> Line | None:
        """The paragraph that a place stands in."""
        own = self._paragraphed.get(span.article, ())
        return next((item for item in own if _covers(item.statement.span, span)), None)

    @cached_property
    def _paragraphed(self) -> Mapping[str, tuple[Line, ...]]:
        return _by_article(self.paragraphs)

    def line(self, article: str, at: int) -> Line | None:
        """The narrowest line of an article that covers a place."""
        over = [x for x in self._told.get(article, ()) if x.statement.span.start <= at < x.statement.span.end]
        return min(over, key=lambda x: (x.statement.span.end - x.statement.span.start, x.key), default=None)

    @cached_property
    def slots(self) -> tuple[tuple[Line, Slot], ...]:
        """Every value of every line, once a place."""
        seen: set[Span] = set()
        out = []
        for item in self.lines:
            for slot in item.statement.slots:
                if slot.span not in seen:
                    seen.add(slot.span)
                    out.append((item, slot))
        return tuple(out)

    @cached_property
    def values(self) -> frozenset[tuple[str, str, str, float]]:
        """Numbers that each report gives anywhere: article, kind, unit, value."""
        return frozenset(
            (item.article.id, slot.kind, slot.unit, round(float(slot.value), 6))
            for item, slot in self.slots
            if isinstance(slot.value, int | float)
        )


def lineup(readings: tuple[Reading, ...], cast: tuple[Entity, ...], points: tuple[Point, ...]) -> Lineup:
    """Lay the readings out. Articles of one id count once."""
    distinct = {r.article.id: r for r in sorted(readings, key=lambda r: (r.article.id, r.article.text))}
    ordered = tuple(distinct[name] for name in sorted(distinct))
    lines = tuple(sorted((line(r.article, s) for r in ordered for s in r.statements), key=lambda x: x.key))
    return Lineup(ordered, {e.id: e for e in cast}, points, lines)


def _by_article(lines: Iterable[Line]) -> Mapping[str, tuple[Line, ...]]:
    out: dict[str, list[Line]] = {}
    for item in lines:
        out.setdefault(item.article.id, []).append(item)
    return {article: tuple(row) for article, row in out.items()}


@lru_cache(maxsize=4096)
def _inner(item: Line) -> frozenset[str]:
    """Words with a capital that are not the first of a line and in no value."""
    places = [s.span for s in item.statement.slots]
    named = (w for w in item.words[1:] if w.text[:1].isupper() and w.fold not in item.lexicon.function and len(w.fold) >= WORD)
    return frozenset(w.fold for w in named if not any(p.start <= w.start < p.end for p in places))


def _moves(item: Line, wording: tuple[str, ...]) -> bool:
    """Whether a wording has a word for what goes up and down by the hour, in the language of a line."""
    phrases = [" ".join(pair) for pair in pairwise(wording)]
    steady = {at + i for at, phrase in enumerate(phrases) if phrase in item.lexicon.list("steady") for i in (0, 1)}
    return item.lexicon.has("fluid", (*(w for at, w in enumerate(wording) if at not in steady), *phrases))


def _covers(whole: Span, part: Span) -> bool:
    return whole.article == part.article and whole.start <= part.start and part.end <= whole.end


def _slots(reading: Reading) -> list[Slot]:
    found = {slot.span: slot for statement in reading.statements for slot in statement.slots}
    return [found[span] for span in sorted(found)]


def _inside(slots: list[Slot], span: Span) -> tuple[Slot, ...]:
    return tuple(s for s in slots if span.start <= s.span.start and s.span.end <= span.end)
