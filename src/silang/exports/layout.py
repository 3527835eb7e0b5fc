"""A comparison arranged for a reader: what the terminal and the page show, in the order they show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from silang.exports import ordering, wording
from silang.exports.likeness import Likeness, leans
from silang.exports.shown import Account, Chain, Difference, Report, Row, Wording, reports, telling
from silang.exports.wording import Run
from silang.types import Aside, Comparison, Entity, Finding, Point, Span, Statement

_WIDE = 600
"""Code points of a statement that a row shows at most."""
_LED = 160
"""Code points of the words that stand for a point in a table."""
_SPEAKER = "attribution"
"""The kind of difference that lies in who says a thing, not in its words."""
_REASON = "cause"
"""The kind of difference whose words name whom a reason is about, not what it is the reason of."""
_ACTORS = ("person", "organisation", "country")
_LABEL = 60
"""Code points of the label of a difference that nothing names better."""


class Layout:
    """Looks things up in a comparison and arranges them. Reports keep the order they were given in."""

    def __init__(self, result: Comparison) -> None:
        self.result = result
        self.entities = {e.id: e for e in result.entities}
        self.reports = reports(result.readings)
        self.by_id = {r.id: r for r in self.reports}
        self.statements = {s.id: s for r in result.readings for s in r.statements}
        self.points = tuple(p for p in result.points if any(s not in result.thin for s in p.statements))

    @cached_property
    def likeness(self) -> Likeness:
        """Compares wordings of these reports."""
        return Likeness(self.result.readings)

    @cached_property
    def title(self) -> str:
        """Title of the event; where no report has one, what is told first of what they agree on."""
        told = [row.first for row in self.shared if row.first.statement and row.first.statement.form == "narrated"]
        first = min(told, key=lambda w: (w.span.start, w.report.id), default=None)
        return self.result.title or (wording.plain(self.cut(first, 120)) if first else "")

    @cached_property
    def headline_of(self) -> Report | None:
        """The report whose headline the title is."""
        titles = [" ".join(r.reading.article.title.split()) for r in self.reports]
        title = " ".join(self.result.title.split())
        return self.reports[titles.index(title)] if title and title in titles else None

    def name(self, entity: str | None) -> str:
        """Name of an entity by its id."""
        return self.entities[entity].name if entity in self.entities else ""

    def text(self, span: Span) -> str:
        """The words of a span."""
        return span.of(self.by_id[span.article].reading.article.text)

    def says(self, statement: Statement, marks: Iterable[Span] = (), limit: int = _WIDE) -> Wording:
        """A statement as a wording: what tells it, or the whole of it where a mark lies outside that."""
        marks, span = tuple(marks), telling(statement)
        inside = all(_holds(span, mark) for mark in marks)
        return self._wording(span if inside else statement.span, statement, marks, limit)

    def cut(self, w: Wording, limit: int) -> tuple[Run, ...]:
        """The words of a wording again, in a tighter place."""
        return self._cut(w.report, w.span, w.statement, w.marks, limit)

    def words(self, span: Span) -> Wording:
        """The words of a span, whoever says them."""
        return self._wording(span, None, (), _WIDE)

    def place(self, span: Span, point: str | None = None) -> Wording:
        """A wording around a piece of evidence: the narrowest statement that holds it, of its point if one does."""
        holding = [s for s in self.by_id[span.article].reading.statements if _holds(s.span, span)]
        if not holding:
            return self._wording(wording.sentence(self.by_id[span.article].reading.article.text, span), None, (span,), _WIDE)
        own = [s for s in holding if point in self.points_of.get(s.id, ())]
        return self.says(min(own or holding, key=lambda s: (s.span.end - s.span.start, s.span.start)), (span,))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every point of the comparison, in its order."""
        return tuple(self._row(point) for point in self.points)

    @cached_property
    def row(self) -> dict[str, Row]:
        """Rows by the id of their point."""
        return {row.point.id: row for row in self.rows}

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every finding with its wordings: conflicts first, between outlets before between parties before inside one."""
        rank = {"outlets": 0, "parties": 1, "inside": 2}
        found = sorted(self.result.findings, key=lambda f: (f.relation != "conflict", rank[f.side]))
        return tuple(self._difference(finding) for finding in found)

    @cached_property
    def agreed(self) -> tuple[Row, ...]:
        """What reports agree on, what most of them have first, the weightier first among those."""
        return tuple(row for row in self.shared if not self._doubtful(row))

    @cached_property
    def akin(self) -> tuple[Row, ...]:
        """Rows taken for the same that hold together by little, in which one report denies or two differ: the reader judges."""
        return tuple(ordering.paired(row) for row in self.shared if self._doubtful(row))

    @cached_property
    def shared(self) -> tuple[Row, ...]:
        """What is taken for the same, sure or not; loose rows come last."""
        found = [row for row in self.rows if row.point.relation == "agree" and row.reports]
        rows = sorted(found, key=lambda row: -row.weight)
        disputed = {w.span for d in self.differences if d.finding.relation == "conflict" for side in d.sides for w in side}
        home = ordering.homes(rows, self.likeness)
        fresh = sorted(ordering.fresh_first(rows, home, disputed), key=self.likeness.loose)
        return tuple(ordering.told_apart(fresh, home, self.likeness))

    def _doubtful(self, row: Row) -> bool:
        doubtful = self.likeness.loose(row) or ordering.denied_by_some(row)
        return doubtful or ordering.contested(row, self.result.findings)

    @cached_property
    def alone(self) -> tuple[tuple[Report, tuple[Row, ...]], ...]:
        """For each report the points that only it has, the weightier first; last what another has in other rows."""
        own = [row for row in self.rows if len(row.reports) == 1]
        rows = sorted(own, key=lambda row: (self._held_elsewhere(row), leans(row.first), -row.weight))
        shared = [w for row in self.shared for w in row.wordings] + [
            w for d in self.differences for side in d.sides for w in side
        ]
        rows = [row for row in ordering.once(rows, shared) if not row.first.headline]
        return tuple((r, tuple(row for row in rows if row.reports[0].id == r.id)) for r in self.reports)

    def _held_elsewhere(self, row: Row) -> bool:
        others = [r.id for r in self.reports if r.id != row.first.report.id]
        return any(self.likeness.held(row.first, r) for r in others)

    @property
    def alone_count(self) -> int:
        """How many points are of one report."""
        return sum(len(rows) for _, rows in self.alone)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """By point the words that stand for it where there is room for few: those that lead its row, else its label."""
        led = {row.point.id: wording.plain(self.cut(row.first, _LED)) for row in self.shared}
        return {p.id: led.get(p.id, wording.shorten(p.label, _LED)) for p in self.points}

    @property
    def where(self) -> tuple[Entity, ...]:
        """Places of the event."""
        return tuple(self.entities[e] for e in self.result.where if e in self.entities)

    @property
    def participants(self) -> tuple[Entity, ...]:
        """Those who take part in the event."""
        return tuple(self.entities[e] for e in self.result.participants if e in self.entities)

    @cached_property
    def missing(self) -> tuple[tuple[Report, tuple[tuple[Row, str], ...]], ...]:
        """For each report the points it does not have though two or more others do, and why it may not."""
        known = [(o.article, self.row[o.point], o.reason) for o in self.result.omissions if o.point in self.row]
        shared = {
            r.id: [
                (row, reason)
                for article, row, reason in known
                if article == r.id and len(row.reports) > 1 and not self.likeness.loose(row)
            ]
            for r in self.reports
        }
        return tuple((r, tuple(ordering.apart(shared[r.id]))) for r in self.reports)

    @cached_property
    def earlier(self) -> frozenset[tuple[str, str]]:
        """Pairs of article and point where the report came out before the thing was known."""
        return frozenset((o.article, o.point) for o in self.result.omissions if o.reason == "earlier")

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """What each side says, the one that says most first: those with two statements, or that stand in a conflict."""
        found = []
        for p in self.result.parties:
            rows = self._said(p.statements)
            if p.entity in self.entities and rows and (len(p.statements) > 1 or set(p.statements) & self._disputed):
                silent = tuple(ordering.once(map(ordering.voiced, self._rows(p.silent))))
                found.append(Account(self.entities[p.entity], rows, self._rows(p.only), silent))
        return tuple(sorted(found, key=lambda account: -len(account.rows)))

    @cached_property
    def _disputed(self) -> frozenset[str]:
        """Statements on which parties differ."""
        told = {f.point for f in self.result.findings if f.side == "parties"}
        return frozenset(s for p in self.points if p.id in told for s in p.statements)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """Who through whom: each way from a speaker to a report, the longest and the most used first."""
        said = [self.says(s) for r in self.result.readings for s in r.statements if s.speaker or s.via]
        found: dict[tuple[str, tuple[str, ...]], list[Wording]] = {}
        for w in said:
            found.setdefault((w.speaker, w.via), []).append(w)
        ways = [Chain(speaker, via, tuple(words)) for (speaker, via), words in found.items()]
        return tuple(sorted(ways, key=lambda c: (-len(c.via), -len(c.wordings), c.speaker, c.via)))

    @cached_property
    def timeline(self) -> tuple[tuple[str, tuple[Wording, ...]], ...]:
        """The times of the happening in their order, and what each report says of each; one wording a report and point."""
        thin, said = self.result.thin, self.statements
        told = [m for m in self.result.timeline if m.statement in said and m.statement not in thin]
        moments = [m for m in told if said[m.statement].grain == "clause"]
        out = []
        for when, same in groupby(moments, key=lambda m: m.when):
            words: dict[tuple[str, str], Wording] = {}
            for m in same:
                point = next(iter(self.points_of.get(m.statement, ())), m.statement)
                words.setdefault((m.span.article, point), self.says(self.statements[m.statement], (m.span,)))
            out.append((when, tuple(words.values())))
        return tuple(out)

    @cached_property
    def points_of(self) -> dict[str, tuple[str, ...]]:
        """Points that a statement is in, by its id."""
        found: dict[str, tuple[str, ...]] = {}
        for point in self.points:
            for s in point.statements:
                found[s] = (*found.get(s, ()), point.id)
        return found

    @cached_property
    def asides(self) -> tuple[tuple[Report, Aside, str], ...]:
        """What was set aside, in order."""
        return tuple((r, aside, " ".join(self.text(aside.span).split())) for r in self.reports for aside in r.reading.asides)

    def _row(self, point: Point) -> Row:
        said = [self.statements[s] for s in point.statements if s in self.statements and s not in self.result.thin]
        cells = tuple(tuple(self.says(s) for s in said if s.span.article == r.id) for r in self.reports)
        if point.relation == "agree" and sum(map(bool, cells)) < 2 and self.result.thin:
            point = replace(point, relation="only")
        weight, size = self.result.weights.get(point.id, 1.0), max(1, sum(map(bool, cells)))
        return Row(point, cells, min(size, self.result.origins.get(point.id, size)), weight)

    def _rows(self, points: Iterable[str]) -> tuple[Row, ...]:
        return tuple(self.row[p] for p in points if p in self.row and self.row[p].wordings)

    def _said(self, statements: Iterable[str]) -> tuple[Row, ...]:
        """Statements of a party as rows: those on one point together, with only the wordings that are the party's."""
        together: dict[str, list[Statement]] = {}
        for s in statements:
            if s in self.statements and s not in self.result.thin:
                together.setdefault(next(iter(self.points_of.get(s, ())), s), []).append(self.statements[s])
        rows = [self._own(key, said) for key, said in together.items()]
        return tuple(ordering.once(sorted(rows, key=lambda row: -row.weight)))

    def _own(self, key: str, said: list[Statement]) -> Row:
        articles = tuple(sorted({s.span.article for s in said}))
        point = self.row[key].point if key in self.row else Point(key, "", tuple(s.id for s in said), articles)
        cells = tuple(tuple(self.says(s) for s in said if s.span.article == r.id) for r in self.reports)
        return Row(point, cells, self.result.origins.get(key, len(articles)), self.result.weights.get(key, 1.0))

    def _difference(self, finding: Finding) -> Difference:
        order = {r.id: n for n, r in enumerate(self.reports)}
        places = sorted((e for e in finding.evidence if e.article in order), key=lambda e: (order[e.article], e.start))
        found = self._merged([self.place(e, finding.point) for e in places], places, finding.code != _SPEAKER)
        sides = tuple(tuple(group) for _, group in groupby(found, key=lambda w: w.report.id))
        return Difference(finding, self._about(finding, found), sides, self._why(finding), self._both(finding, found))

    def _about(self, finding: Finding, found: Iterable[Wording]) -> str:
        """What a finding is about: the thing where the detector names it, who is in all of its wordings, or its point.

        Who stands beside the words that differ goes before who stands in them.
        """
        what = finding.why[1].get("what", "")
        named = [frozenset(w.statement.entities) - {w.statement.speaker} for w in found if w.statement]
        whole = frozenset.intersection(*named) if named and not what else frozenset()
        differ = " ".join(self.text(e) for e in finding.evidence if e.article in self.by_id).casefold()
        known = [self.entities[e] for e in sorted(whole) if e in self.entities and self.entities[e].kind in _ACTORS]
        beside = [e for e in known if not any(name.casefold() in differ for name in (e.name, *e.aliases))]
        inside = [e for e in known if e.kind != "country" and finding.code != _REASON]
        people = sorted(e.name for e in beside) or sorted(e.name for e in inside)
        if what or len(people) == 1:
            return what or people[0]
        label = self.row[finding.point].point.label if finding.point in self.row else ""
        return wording.shorten(label, _LABEL)

    def _both(self, finding: Finding, found: Iterable[Wording]) -> str:
        """Whom the reports quote for both sides of a conflict between them, if it is one and the same."""
        speakers = {w.speaker for w in found}
        told = finding.side == "outlets" and finding.relation == "conflict" and len(speakers) == 1
        return speakers.pop() if told and not speakers & {value for _, value in finding.values} else ""

    def _why(self, finding: Finding) -> tuple[str, Mapping[str, str]]:
        """The message of a finding with reports named by their labels, the one that is shown first named first."""
        key, args = finding.why[0], dict(finding.why[1])
        order = {r.id: n for n, r in enumerate(self.reports)}
        said = {name: self._saying(finding, args, name) for name in args if name.startswith("report")}
        first, second = (min((order[r] for r in said.get(name, ())), default=-1) for name in ("report_a", "report_b"))
        if 0 <= second < first:
            args = {_other(name): value for name, value in args.items()}
            said = {_other(name): value for name, value in said.items()}
        named = {
            name: " & ".join(self.by_id[r].label for r in sorted(found, key=order.__getitem__)) for name, found in said.items()
        }
        return key, args | {name: label for name, label in named.items() if label} | {"side": finding.side}

    def _saying(self, finding: Finding, args: Mapping[str, str], name: str) -> list[str]:
        """Ids of the reports that say what the one named by an argument says: of its outlet, and of others in evidence."""
        value = args.get(name.removeprefix("report_"), "")
        there = [a for a in finding.articles if a in self.by_id]
        outlet = [a for a in there if args[name] in (*self._called(a), a)]
        same = [a for a, words in finding.values if a in self.by_id and value in words.split(" / ")]
        return same if set(same) & set(outlet) else outlet

    def _called(self, article: str) -> tuple[str, str]:
        known = self.by_id[article].reading.article
        return known.outlet, known.title

    def _merged(self, found: list[Wording], places: list[Span], marked: bool) -> tuple[Wording, ...]:
        """Evidence in one statement as one wording, `marked` with the words that the others lack."""
        together: dict[tuple[Span, str], list[Span]] = {}
        for w, place in zip(found, places, strict=True):
            together.setdefault((w.span, w.statement.id if w.statement else ""), []).append(place)
        out = []
        for (span, identifier), marks in together.items():
            others = [self.text(s) for s, _ in together if s != span]
            text = self.by_id[span.article].reading.article.text
            narrowed = wording.narrow(text, span, marks, others) if marked else ()
            out.append(self._wording(span, self.statements.get(identifier), narrowed, _WIDE))
        return tuple(out)

    def _cut(
        self, report: Report, span: Span, statement: Statement | None, marks: Iterable[Span], limit: int
    ) -> tuple[Run, ...]:
        """The words of a span; an ellipsis goes before what an outlet tells from the middle of a sentence on."""
        text = report.reading.article.text
        found = wording.runs(text, span, marks, limit)
        inner = statement is not None and statement.form == "narrated" and text[span.start : span.start + 1].islower()
        return (Run("… "), *found) if inner and not wording.plain(found).startswith("…") else found

    def _wording(self, span: Span, statement: Statement | None, marks: Iterable[Span], limit: int) -> Wording:
        report, marks = self.by_id[span.article], tuple(marks)
        cut = self._cut(report, span, statement, marks, limit)
        if statement is None:
            return Wording(report, span, cut, marks=marks)
        via = tuple(self.name(v.entity) for v in statement.via if self.name(v.entity))
        return Wording(report, span, cut, statement, self.name(statement.speaker), via, marks)


def _other(name: str) -> str:
    """The argument of the other side: `report_a` for `report_b`, `a` for `b`."""
    swapped = {"a": "b", "b": "a"}
    head, mark, side = name.rpartition("_")
    return f"{head}{mark}{swapped[side]}" if side in swapped else name


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
