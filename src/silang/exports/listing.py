"""Readings and events on a terminal: what each report says, one after the other, and events as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from silang.exports import phrases, safe, words
from silang.exports._format import Listed
from silang.exports.paper import Paper
from silang.exports.shown import Report, reports, telling
from silang.types import Reading, Statement


class Listing(Paper):
    """Writes lists of readings and of events."""

    def readings(self, readings: Sequence[Reading], names: dict[str, str]) -> str:
        for r in reports(readings):
            article = r.reading.article
            self._print(Text(safe.line(article.title) or self.words("reading.untitled"), "bold"))
            when = [words.day(article.published, self.look.lang)] if article.published else []
            count = self.words("report.statements", n=len(r.told))
            self._print(Text(safe.line(" · ".join([r.label, *when, count])), "dim"))
            self._print()
            grid = self._grid(24)
            for s in r.told:
                grid.add_row(self._speaker(s, names), self._content(r, s))
            self._print(grid if r.told else Text(self.words("reading.none")))
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
