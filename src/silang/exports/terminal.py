"""The report on a terminal: read top to bottom in a minute, differences first, long lists cut with a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from silang.exports import copies, moments, ordering, phrases, safe, talks, words
from silang.exports._format import Listed, Look
from silang.exports.layout import Layout
from silang.exports.listing import Listing
from silang.exports.paper import Paper
from silang.exports.shown import Account, Difference, Report, Row, Wording
from silang.exports.wording import plain
from silang.types import Comparison, Entity, Reading, Span

_SIDES = 2
"""Wordings of one report that the terminal shows of a conflict; of a near miss between reports it shows one."""
_NEAR = 6
"""Near misses that the terminal shows."""
_PARTIES, _SAYS, _SILENT = 4, 2, 3
"""Parties whose accounts the terminal shows, what each says, and what it does not answer."""
_RAISED = 4
"""Topics of each side of a meeting that the terminal shows, the weightier of them, in its order."""
_MISSING = 5
"""Points that the terminal shows of those that a report leaves out, or that only one of two has."""
_OWN = 2
"""Points that the terminal shows of those that only one of several reports has, or that one of many leaves out."""
_AKIN = 3
"""Rows that the terminal shows of those that may not be the same."""
_FEW = 4
"""Reports from which on less of each is shown."""
_TIMES = 5
"""Times of the happening that the terminal shows."""
_COPIED = 3
"""Passages that the terminal shows."""
_BRIEF = 90
"""Code points of a row that the terminal shows at least; more where the line has room."""
_WORDS = 240
"""Code points of a wording of a difference that the terminal shows."""
_SHORT, _AROUND = 40, 140
"""Marks so short need no more around them than so many code points."""
_HUES = ("cyan", "magenta", "green", "blue", "yellow", "red")


def comparison_text(result: Comparison, look: Look) -> str:
    """A comparison for a person at a terminal."""
    return _Page(look).comparison(Layout(result))


def reading_text(readings: Sequence[Reading], entities: Sequence[Entity], look: Look) -> str:
    """What each report says, one after the other."""
    return Listing(look).readings(readings, {e.id: e.name for e in entities})


def events_text(found: Iterable[Listed], look: Look) -> str:
    """Events as a table: day, title, outlets, number of reports."""
    return Listing(look).events(tuple(found))


class _Page(Paper):
    """Writes a comparison; every text from outside goes through `safe.line`."""

    def comparison(self, layout: Layout) -> str:
        self.layout = layout
        self.talk = talks.talk(layout)
        self.told: set[Span] = set()
        self._head()
        self._differences()
        self._agreed()
        self._talk()
        self._parties()
        self._timeline()
        self._alone()
        self._copied()
        self._asides()
        return self._done()

    def _head(self) -> None:
        result, layout = self.layout.result, self.layout
        line = Text(safe.line(layout.title) or self.words("report.unknown_event"), "bold")
        if layout.headline_of:
            line.append(f"  ({self.words('report.headline_of', label=safe.line(layout.headline_of.label))})", "dim not bold")
        self._print(line)
        names = [phrases.introduced(e, layout.reports) for e in layout.participants]
        facts = {
            "report.who": "; ".join(names),
            "report.where": "; ".join(e.name for e in layout.where),
            "report.when": words.day(result.when, self.look.lang) if result.when else "",
        }
        for key, value in facts.items():
            if value:
                self._print(Text.assemble((f"{self.words(key)}: ", "dim"), safe.line(value)))
        self._print()
        grid = self._grid(2 + max((cell_len(safe.line(r.label)) for r in layout.reports), default=0))
        for r in layout.reports:
            about = words.day(r.reading.article.published, self.look.lang)
            title = safe.line(r.reading.article.title)
            grid.add_row(self._label(r), Text.assemble(title, (f"{'  ' * bool(title)}({about})" if about else "", "dim")))
        self._print(grid)
        self._print(Text(self._counts(), "bold"))
        for code, args in result.warnings:
            self._print(Text(f"! {safe.line(words.say(code, args, self.look.lang))}", "yellow"))

    def _counts(self) -> str:
        """What there is, in words; kinds of which there is nothing are left out but for conflicts."""
        layout = self.layout
        parties = sum(d.finding.side == "parties" for d in layout.differences)
        conflicts = sum(d.finding.relation == "conflict" and d.finding.side != "parties" for d in layout.differences)
        near = len(layout.differences) - conflicts - parties
        numbers = {
            "report.between": parties,
            "report.compatibles": near,
            "report.agreed": len(layout.agreed),
            "report.akin_count": len(layout.akin),
            "report.alone": layout.alone_count,
        }
        first = self.words("report.conflicts", n=conflicts) if conflicts else self.words("report.conflicts_none")
        shown = [first, *(self.words(key, n=n) for key, n in numbers.items() if n)]
        return f"{self.words('report.counts', reports=len(layout.reports))}: {', '.join(shown)}."

    def _differences(self) -> None:
        conflicts = [d for d in self.layout.differences if d.finding.relation == "conflict"]
        near = [d for d in self.layout.differences if d.finding.relation != "conflict"]
        self._section("report.differ")
        if not conflicts:
            self._note("report.differ_none")
        for side in ("outlets", "parties", "inside"):
            found = [d for d in conflicts if d.finding.side == side]
            found += [d for d in near if d.finding.side == side == "parties"]
            if found:
                self._subhead(self.words(f"report.differ_{side}"))
                self._list(found, self._difference, 12)
        alike = phrases.alike(d for d in near if d.finding.side != "parties")
        if alike:
            self._section("report.near")
            self._list(alike, lambda same: self._difference(same[0], len(same) - 1), _NEAR)

    def _difference(self, d: Difference, more: int = 0) -> RenderableType:
        head = Text.assemble((phrases.named("code", d.finding.code, self.look.lang), "bold"))
        if d.label:
            head.append(f" · {safe.line(d.label)}")
        why = Text(safe.line(words.say(*d.why, self.look.lang)), "italic")
        if d.both:
            why.append(f" {self.words('report.both', name=safe.line(d.both))}")
        most = _SIDES if d.finding.relation == "conflict" or len(d.sides) == 1 else 1
        self.cut = self.cut or any(len(side) > len(_chosen(side, d)[:most]) for side in d.sides)
        again = [Text(self.words("report.alike", n=more), "dim")] if more else []
        self.cut = self.cut or more > 0
        return Group(head, why, self._wordings(tuple(_chosen(side, d)[:most] for side in d.sides)), *again, Text())

    def _agreed(self) -> None:
        self._section("report.same")
        if not self.layout.shared:
            self._note("report.same_none")
        self._list(self.layout.agreed, self._shared)
        if self.layout.akin:
            self._subhead(self.words("report.akin"))
            self._list(self.layout.akin, self._akin, _AKIN)

    def _shared(self, row: Row) -> RenderableType:
        line = self._told(row, f" {self._keys(row.reports)} · {self.words('report.origins', n=row.origins)}")
        return self._hung(self._beside(line, row), "=")

    def _akin(self, row: Row) -> RenderableType:
        return self._hung(self._beside(self._told(row, f" {self._keys(row.reports)}"), row), "~")

    def _beside(self, line: Text, row: Row) -> Text:
        if row.second:
            line.append(f"\n{row.second.report.key}: ", "dim")
            line.append_text(self._words(row.second, self._room()))
        return line

    def _talk(self) -> None:
        """The meeting of two sides as each tells it, where there is one."""
        found = self.talk
        if found is None:
            return
        self._section(f"talk.{found.kind}")
        for entity, wordings in found.opened:
            line = Text.assemble((f"{self.words(f'talk.by_{found.kind}')}: ", "dim"), safe.line(entity.name))
            line.append(f" [{' '.join(w.report.key for w in wordings)}]", "dim")
            self._print(line.append(f" ({self.words('talk.by_differs')})", "yellow") if len(found.opened) > 1 else line)
        self._note("talk.order")
        for side in found.sides:
            self._subhead(safe.line(side.entity.name))
            for raised in talks.few(side, _RAISED):
                self._print(self._hung(self._told(raised.row, self._tail(raised)), f"{raised.number}."))
            self._more(len(side.topics) - _RAISED)
            self._silent(side.silent)
        if found.verbs:
            self._subhead(self.words("talk.verbs"))
            for group in found.verbs[:_SIDES]:
                self._print(self._wordings((w,) for w in group))

    def _tail(self, raised: talks.Raised) -> str:
        mark = "talk.shared" if raised.topic.shared else "talk.assured" if raised.topic.assured else ""
        return f" {self._keys(raised.row.reports)}{f' ({self.words(mark)})' if mark else ''}"

    def _parties(self) -> None:
        shown = talks.left(self.layout.accounts, self.talk)
        if not shown:
            return
        self._section("report.parties")
        for account in shown[:_PARTIES]:
            self._subhead(safe.line(account.entity.name))
            self._list(account.rows, partial(self._of_party, account), _SAYS)
            self._silent(account.silent)
        self._more(len(shown) - _PARTIES)

    def _silent(self, rows: Sequence[Row]) -> None:
        if rows:
            self._print(Padding(Text(f"{self.words('report.party_silent')}:", "italic"), (0, 0, 0, 2)))
            self._list(rows, lambda row: self._hung(Text(self._brief(row), "dim"), indent=4), _SILENT)

    def _of_party(self, account: Account, row: Row) -> RenderableType:
        own = row.first.speaker == account.entity.name and not row.first.via
        mark = f" ({self.words('report.party_only')})" if row.point.id in account.only_points else ""
        return self._hung(self._told(row, f" {'' if own else self._source(row.first)}{self._keys(row.reports)}{mark}"))

    def _carried(self, row: Row) -> RenderableType:
        return self._hung(self._told(row, f" {self._source(row.first)}{self._keys(row.reports)}"))

    def _told(self, row: Row, tail: str) -> Text:
        """The words that stand for a row, as many as go on a line with what follows them."""
        self.told.add(row.first.span)
        return self._words(row.first, self._room(tail)).append(tail, "dim")

    def _room(self, tail: str = "", beside: int = 0) -> int:
        return max(_BRIEF - beside, self.console.width - len(tail) - beside - 8)

    def _source(self, w: Wording) -> str:
        """Who says a wording, followed by a blank; nothing for the newsroom, which says the rest."""
        return f"{self._said(w)} " if w.speaker or w.via else ""

    def _alone(self) -> None:
        """What one of two reports has, or what one lacks that several others have; what is told already comes last."""
        size = len(self.layout.reports)
        if self.layout.alone_count or (size > 2 and any(found for _, found in self.layout.missing)):
            self._section("report.alone_head")
        missed, own = (_MISSING, _OWN) if size < _FEW else (_OWN, 1)
        for r, missing in self.layout.missing:
            if missing and size > 2:
                self._subhead(self.words("report.missing_in", label=safe.line(r.label)))
                self._list(missing, lambda item: self._absent(*item), missed)
        for r, rows in self.layout.alone:
            if rows:
                self._subhead(self.words("report.alone_in", label=safe.line(r.label)))
                rows = tuple(sorted(rows, key=lambda row: row.first.span in self.told))
                self._list(rows, self._carried, own if size > 2 else _MISSING)

    def _absent(self, row: Row, reason: str) -> RenderableType:
        why = f" ({self.words('report.missing_earlier')})" if reason == "earlier" else ""
        return self._hung(self._told(row, f" {self._keys(row.reports)}{why}"))

    def _timeline(self) -> None:
        """When what happened, and when it was reported; nothing where one time is all there is."""
        happened, reported = moments.happening(self.layout, _TIMES), moments.reporting(self.layout)
        if not happened and not reported:
            return
        self._section("report.timeline")
        days = [words.day(t.when, self.look.lang) for t in happened]
        grid = self._grid(max(map(len, days), default=0))
        for day, t in zip(days, happened, strict=True):
            tail = f" {self._source(t.wording)}{self._keys(t.reports)}"
            grid.add_row(Text(day), self._words(t.wording, self._room(tail, grid.columns[0].width or 0)).append(tail, "dim"))
        if happened:
            self._print(grid)
        shown = [f"{words.day(when, self.look.lang)} {self._keys(found)}" for when, found in reported]
        if shown:
            self._print(Text(f"{self.words('report.published')}: {' → '.join(shown)}", "dim"))

    def _copied(self) -> None:
        found = copies.copies(self.layout)
        if found:
            self._section("report.copied")
            self._list(found, self._copy, _COPIED)

    def _copy(self, copy: copies.Copy) -> RenderableType:
        passage, first = copy.passage, copy.wordings[0]
        size = len(self.layout.text(first.span).split())
        about = [phrases.named("reuse", passage.kind, self.look.lang), self.words("report.words", n=size)]
        if passage.origin in self.layout.by_id:
            about.append(self.words("reuse.origin", label=self.layout.by_id[passage.origin].label))
        line = Text(f"{safe.line(', '.join(about))}: ", "dim")
        line.append(safe.line(plain(self.layout.cut(first, self._room(line.plain)))))
        return self._hung(line.append(f" {self._keys(copy.reports)}", "dim"))

    def _asides(self) -> None:
        """What was set aside, counted by kind; and where all of it stands."""
        kinds = Counter(aside.kind for _, aside, _ in self.layout.asides)
        if kinds or self.cut:
            self._print()
        if kinds:
            named = [f"{phrases.named('aside', kind, self.look.lang)} ({n})" for kind, n in sorted(kinds.items())]
            self._print(Text(safe.line(self.words("report.aside_counts", kinds=", ".join(named))), "dim"))
        if self.cut:
            self._print(Text(self.words("report.more_html"), "dim"))

    # --- pieces

    def _wordings(self, sides: Iterable[tuple[Wording, ...]]) -> Table:
        grid = self._grid(3 + max(len(r.label) for r in self.layout.reports))
        for side in sides:
            for number, w in enumerate(side):
                short = all(m.end - m.start < _SHORT for m in w.marks) and w.marks
                line = self._words(w, _AROUND if short else _WORDS)
                line.append(f" {self._said(w)}", "dim")
                grid.add_row("" if number else self._label(w.report), line)
        return grid

    def _words(self, w: Wording, limit: int = _WORDS) -> Text:
        out = Text("“" if w.quoted else "")
        for run in self.layout.cut(w, limit):
            out.append(*self._marked(safe.line(run.text), run.marked))
        return out.append("”" if w.quoted else "")

    def _marked(self, text: str, marked: bool) -> tuple[str, str]:
        if not marked:
            return text, ""
        return (text, "bold yellow") if self.look.colour else (f"[{text}]", "")

    def _brief(self, row: Row) -> str:
        return safe.line(plain(self.layout.cut(row.first, self._room())))

    def _said(self, w: Wording) -> str:
        return safe.line(phrases.attribution(w, self.words))

    def _label(self, r: Report) -> Text:
        hue = _HUES[(len(r.key) - 1 + ord(r.key[-1]) - 65) % len(_HUES)]
        return Text.assemble((f"{r.key} ", f"bold {hue}"), (safe.line(r.label), hue))

    def _keys(self, found: Iterable[Report]) -> str:
        return f"[{' '.join(r.key for r in found)}]"


def _chosen(side: tuple[Wording, ...], d: Difference) -> tuple[Wording, ...]:
    """The wordings of a report with those first whose marked words the sentence of the difference names."""
    named = {str(value).casefold() for value in d.why[1].values()}
    side, _ = ordering.distinct(side)
    return tuple(sorted(side, key=lambda w: not any(run.marked and run.text.casefold().strip() in named for run in w.runs)))
