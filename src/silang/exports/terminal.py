"""The report on a terminal: read top to bottom in a minute, differences first, long lists cut with a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import StringIO
from typing import TypeVar

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from silang.exports import phrases, safe, words
from silang.exports._format import Listed, Look
from silang.exports.layout import Layout
from silang.exports.shown import Account, Difference, Report, Row, Wording, reports, telling
from silang.exports.wording import plain
from silang.types import Comparison, Entity, Passage, Reading, Span, Statement

_LONG = 8
"""Items of a list that the terminal shows; the rest is counted."""
_SIDES = 2
"""Wordings of one report that the terminal shows of a conflict; of a near miss it shows one."""
_NEAR = 6
"""Near misses that the terminal shows."""
_PARTIES, _SAYS, _SILENT = 4, 2, 3
"""Parties whose accounts the terminal shows, what each says, and what it does not answer."""
_MISSING = 5
"""Points that the terminal shows of those that a report leaves out, or that only one of two has."""
_OWN = 2
"""Points that the terminal shows of those that only one of several reports has, or that one of many leaves out."""
_FEW = 4
"""Reports from which on less of each is shown."""
_COPIED = 3
"""Passages that the terminal shows."""
_BRIEF = 90
"""Code points of a row that the terminal shows at least; more where the line has room."""
_WORDS = 240
"""Code points of a wording of a difference that the terminal shows."""
_Item = TypeVar("_Item")
_HUES = ("cyan", "magenta", "green", "blue", "yellow", "red")


def comparison_text(result: Comparison, look: Look) -> str:
    """A comparison for a person at a terminal."""
    return _Page(look).comparison(Layout(result))


def reading_text(readings: Sequence[Reading], entities: Sequence[Entity], look: Look) -> str:
    """What each report says, one after the other."""
    return _Page(look).readings(readings, {e.id: e.name for e in entities})


def events_text(found: Iterable[Listed], look: Look) -> str:
    """Events as a table: day, title, outlets, number of reports."""
    return _Page(look).events(tuple(found))


class _Page:
    """Writes onto one console; every text from outside goes through `safe.line`."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.words = words.screen(look.lang)
        self.out = StringIO()
        self.cut = False
        self.told: set[Span] = set()
        self.console = Console(
            file=self.out,
            width=max(40, look.width),
            force_terminal=look.colour,
            color_system="standard" if look.colour else None,
            no_color=not look.colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    # --- the comparison

    def comparison(self, layout: Layout) -> str:
        self.layout = layout
        self._head()
        self._differences()
        self._agreed()
        self._parties()
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
        names = [phrases.introduced(e, layout.entities) for e in layout.participants]
        facts = {
            "report.who": "; ".join(names),
            "report.where": "; ".join(e.name for e in layout.where),
            "report.when": words.day(result.when, self.look.lang) if result.when else "",
        }
        for key, value in facts.items():
            if value:
                self._print(Text.assemble((f"{self.words(key)}: ", "dim"), safe.line(value)))
        self._print()
        for r in layout.reports:
            about = words.day(r.reading.article.published, self.look.lang)
            line = self._label(r)
            line.append(f"  {safe.line(r.reading.article.title)}" if r.reading.article.title else "")
            line.append(f"  ({about})" if about else "", "dim")
            self._print(line)
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
        near = [d for d in near if d.finding.side != "parties"]
        if near:
            self._section("report.near")
            self._list(near, self._difference, _NEAR)

    def _difference(self, d: Difference) -> RenderableType:
        head = Text.assemble((phrases.named("code", d.finding.code, self.look.lang), "bold"))
        if d.label:
            head.append(f" · {safe.line(d.label)}")
        why = Text(safe.line(words.say(*d.why, self.look.lang)), "italic")
        if d.both:
            why.append(f" {self.words('report.both', name=safe.line(d.both))}")
        most = _SIDES if d.finding.relation == "conflict" else 1
        self.cut = self.cut or any(len(side) > most for side in d.sides)
        return Group(head, why, self._wordings(tuple(side[:most] for side in d.sides)), Text())

    def _agreed(self) -> None:
        self._section("report.same")
        if not self.layout.agreed:
            self._note("report.same_none")
        self._list(self.layout.agreed, self._shared)

    def _shared(self, row: Row) -> RenderableType:
        line = self._told(row, f" {self._keys(row.reports)} · {self.words('report.origins', n=row.origins)}")
        if row.second:
            line.append(f"\n{row.second.report.key}: ", "dim")
            line.append_text(self._words(row.second, self._room()))
        return self._hung(line, "=")

    def _parties(self) -> None:
        if not self.layout.accounts:
            return
        self._section("report.parties")
        for account in self.layout.accounts[:_PARTIES]:
            self._subhead(safe.line(account.entity.name))
            self._list(account.rows, partial(self._of_party, account), _SAYS)
            if account.silent:
                self._print(Padding(Text(f"{self.words('report.party_silent')}:", "italic"), (0, 0, 0, 2)))
                self._list(account.silent, lambda row: self._hung(Text(self._brief(row), "dim"), indent=4), _SILENT)
        self._more(len(self.layout.accounts) - _PARTIES)

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

    def _room(self, tail: str = "") -> int:
        return max(_BRIEF, self.console.width - len(tail) - 8)

    def _source(self, w: Wording) -> str:
        """Who says a wording, followed by a blank; nothing for the newsroom, which says the rest."""
        return f"{self._said(w)} " if w.speaker or w.via else ""

    def _alone(self) -> None:
        """What one of two reports has, or what one lacks that several others have; what is told already comes last."""
        self._section("report.alone_head")
        size = len(self.layout.reports)
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
        if not any(rows for _, rows in self.layout.alone):
            self._note("report.alone_none")

    def _absent(self, row: Row, reason: str) -> RenderableType:
        why = f" ({self.words('report.missing_earlier')})" if reason == "earlier" else ""
        return self._hung(self._told(row, f" {self._keys(row.reports)}{why}"))

    def _copied(self) -> None:
        if self.layout.shared:
            self._section("report.copied")
            self._list(self.layout.shared, lambda item: self._copy(*item), _COPIED)

    def _copy(self, passage: Passage, a: Wording, b: Wording) -> RenderableType:
        size = len(self.layout.text(a.span).split())
        about = [phrases.named("reuse", passage.kind, self.look.lang), self.words("report.words", n=size)]
        if passage.origin in self.layout.by_id:
            about.append(self.words("reuse.origin", label=self.layout.by_id[passage.origin].label))
        line = Text(f"{safe.line(', '.join(about))}: ", "dim")
        line.append(safe.line(plain(self.layout.cut(a, self._room(line.plain)))))
        return self._hung(line.append(f" {self._keys((a.report, b.report))}", "dim"))

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

    # --- readings

    def readings(self, readings: Sequence[Reading], names: dict[str, str]) -> str:
        for r in reports(readings):
            article = r.reading.article
            self._print(Text(safe.line(article.title) or self.words("reading.untitled"), "bold"))
            when = [words.day(article.published, self.look.lang)] if article.published else []
            count = self.words("report.statements", n=len(r.reading.statements))
            self._print(Text(safe.line(" · ".join([r.label, *when, count])), "dim"))
            self._print()
            grid = self._grid(24)
            for s in r.reading.statements:
                grid.add_row(self._speaker(s, names), self._content(r, s))
            self._print(grid if r.reading.statements else Text(self.words("reading.none")))
            self._print()
        return self._done()

    def _speaker(self, s: Statement, names: dict[str, str]) -> Text:
        if s.form == "narrated":
            return Text(self.words("reading.nobody"), "dim")
        out = Text(safe.line(names.get(s.speaker or "", "") or self.words("report.unnamed")), "bold")
        via = [names[v.entity] for v in s.via if v.entity in names]
        return out.append(f"\n← {safe.line(' ← '.join(reversed(via)))}", "dim not bold") if via else out

    def _content(self, r: Report, s: Statement) -> Text:
        text = " ".join(telling(s).of(r.reading.article.text).split())
        out = Text(safe.line(f"“{text}”" if s.form == "direct" else text))
        marks = [self.words("reading.negated")] if s.polarity == "negated" else []
        marks += [self.words(f"reading.{s.modality}")] if s.modality != "asserted" else []
        marks += [phrases.value(slot, self.look.lang, r.reading.article.text) for slot in s.slots]
        return out.append("\n" + safe.line(" · ".join(marks)), "dim") if marks else out

    # --- events

    def events(self, events: Sequence[Listed]) -> str:
        total = sum(len(e.event.articles) for e in events)
        self._print(Text(self.words("events.count", n=len(events), of=total), "dim"))
        table = Table(box=None, pad_edge=False, header_style="dim", show_edge=False, expand=True)
        table.add_column(self.words("events.day"), no_wrap=True)
        table.add_column(self.words("events.event"), ratio=3)
        table.add_column(self.words("events.outlets"), ratio=2)
        table.add_column(self.words("events.reports"), justify="right", no_wrap=True)
        for e in events:
            day = e.event.when or self.words("events.no_day")
            style = "bold" if len(e.outlets) > 1 else ""
            names = safe.line(", ".join(e.outlets))
            table.add_row(Text(day, "dim"), Text(safe.line(e.event.title), style), Text(names), str(len(e.event.articles)))
        self._print(table)
        return self._done()

    # --- pieces

    def _wordings(self, sides: Iterable[tuple[Wording, ...]]) -> Table:
        grid = self._grid(3 + max(len(r.label) for r in self.layout.reports))
        for side in sides:
            for number, w in enumerate(side):
                line = self._words(w)
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

    def _list(self, items: Sequence[_Item], show: Callable[[_Item], RenderableType], limit: int = _LONG) -> None:
        for item in items[:limit]:
            self._print(show(item))
        self._more(len(items) - limit)

    def _more(self, count: int) -> None:
        if count > 0:
            self.cut = True
            self._print(Padding(Text(self.words("report.more", n=count), "dim"), (0, 0, 0, 2)))

    def _hung(self, text: Text, bullet: str = "-", indent: int = 2) -> RenderableType:
        grid = Table.grid(padding=(0, 1), expand=True)
        grid.add_column(width=len(bullet))
        grid.add_column(ratio=1)
        grid.add_row(Text(bullet), text)
        return Padding(grid, (0, 0, 0, indent))

    def _grid(self, first: int) -> Table:
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=min(first, self.console.width // 3))
        grid.add_column(ratio=1)
        return grid

    def _section(self, key: str) -> None:
        self._print()
        self._print(Text(self.words(key).upper(), "bold reverse" if self.look.colour else ""))

    def _subhead(self, text: str) -> None:
        self._print(Text(text, "underline"))

    def _note(self, key: str) -> None:
        self._print(Padding(Text(self.words(key), "dim"), (0, 0, 0, 2)))

    def _print(self, thing: RenderableType = "") -> None:
        self.console.print(thing)

    def _done(self) -> str:
        rows = self.out.getvalue().rstrip("\n").split("\n")
        return "\n".join(row.rstrip() for row in rows) + "\n"
