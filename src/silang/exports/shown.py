"""What a reader is shown, as nouns: reports with their letters, wordings, rows, differences, accounts, chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from silang.exports.wording import Run
from silang.types import Entity, Finding, Point, Reading, Span, Statement

_PLAIN = frozenset({"", "say", "add", "stress"})
"""Classes of verbs after which the content alone says what was said."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as the reader knows it: a letter for tight places, and the outlet or id."""

    key: str
    label: str
    reading: Reading

    @property
    def id(self) -> str:
        """Id of its article."""
        return self.reading.article.id

    @property
    def told(self) -> tuple[Statement, ...]:
        """Its statements that tell something: no headline again, no bare office of a name, no words on when somebody spoke."""
        article = self.reading.article
        title = article.title.split()
        clauses = [s for s in self.reading.statements if s.grain == "clause"]
        return tuple(s for s in clauses if not title or s.span.of(article.text).split() != title)


@dataclass(frozen=True, slots=True)
class Wording:
    """What one report says on something: its words, who says them, through whom, and the place they lead to."""

    report: Report
    span: Span
    runs: tuple[Run, ...]
    statement: Statement | None = None
    speaker: str = ""
    via: tuple[str, ...] = ()
    marks: tuple[Span, ...] = ()

    @property
    def quoted(self) -> bool:
        """Whether the words are somebody's own, word for word."""
        return self.statement is not None and self.statement.form == "direct" and self.span == self.statement.content

    @property
    def headline(self) -> bool:
        """Whether the words are the headline of their report, which stands at the head already."""
        article = self.report.reading.article
        return bool(article.title) and self.span.of(article.text).split() == article.title.split()


@dataclass(frozen=True, slots=True)
class Row:
    """A point with its cell for each report, in the order of the reports; an empty cell is silence.

    `lead` is which of its wordings stands for it where there is room for one, `other` which differs much from that one.
    """

    point: Point
    cells: tuple[tuple[Wording, ...], ...]
    origins: int
    weight: float = 1.0
    lead: int = 0
    other: int | None = None

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every wording of it, in the order of the reports."""
        return tuple(w for cell in self.cells for w in cell)

    @property
    def first(self) -> Wording:
        """The wording that stands for it."""
        return self.wordings[self.lead]

    @property
    def second(self) -> Wording | None:
        """A wording of another report that differs much from the first, where there is one."""
        return None if self.other is None else self.wordings[self.other]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that have it."""
        return tuple(cell[0].report for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding with the wordings it rests on, a group a report; `why` names reports of one outlet apart.

    `label` is what it is about; `both` is whom the reports quote for all of its wordings, if it is one and the same.
    """

    finding: Finding
    label: str
    sides: tuple[tuple[Wording, ...], ...]
    why: tuple[str, Mapping[str, str]]
    both: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What one party says, whichever outlet carried it; what only it speaks of; what it is silent on."""

    entity: Entity
    rows: tuple[Row, ...]
    only: tuple[Row, ...]
    silent: tuple[Row, ...]

    @property
    def only_points(self) -> frozenset[str]:
        """Ids of the points that only it speaks of, where that tells some of what it says from the rest."""
        own = frozenset(row.point.id for row in self.only)
        return own if 2 * len(own) <= len(self.rows) else frozenset()


@dataclass(frozen=True, slots=True)
class Chain:
    """A way by which words came to reports: the speaker, the relays nearest to the speaker first, the wordings."""

    speaker: str
    via: tuple[str, ...]
    wordings: tuple[Wording, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports at its end, each once."""
        return tuple({w.report.id: w.report for w in self.wordings}.values())


def telling(statement: Statement) -> Span:
    """What of a statement tells it to a reader: its content, or the whole where the verb means more than that it was said.

    What somebody denies or asks for is not what somebody says.
    """
    plain = statement.form in ("direct", "narrated") or statement.strength in _PLAIN
    return statement.content if plain else statement.span


def reports(readings: Iterable[Reading]) -> tuple[Report, ...]:
    """Readings with a letter and a label each; labels that would be the same are told apart by a number."""
    found = tuple(readings)
    labels = [r.article.outlet or r.article.id for r in found]
    seen: dict[str, int] = {}
    out = []
    for n, (reading, label) in enumerate(zip(found, labels, strict=True)):
        seen[label] = seen.get(label, 0) + 1
        out.append(Report(letter(n), f"{label} ({seen[label]})" if labels.count(label) > 1 else label, reading))
    return tuple(out)


def letter(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    return (letter(number // 26 - 1) if number > 25 else "") + chr(65 + number % 26)
