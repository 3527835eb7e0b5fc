"""Rows in the order in which a reader takes them in, each led by a wording that no row before it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from silang.exports.likeness import LOOSE, Likeness, leans
from silang.exports.shown import Row, Wording
from silang.exports.wording import vocabulary
from silang.types import Finding, Span

_DENIAL = "deny"
"""The class of speech act that denies what it speaks of."""
_STALE = 0.2
"""How much less a row weighs that brings together what stands in other rows, or in a difference."""
_CENTRAL = 0.7
"""Share of the best likeness in a row from which a wording may lead it."""
_CLEAR = 40
"""Code points of a wording that is clear on its own; a shorter one leads a row only for want of it."""


def homes(rows: Iterable[Row], likeness: Likeness) -> dict[Span, str]:
    """By wording the row whose other wordings it is most like, of those it is in: the point that it states best."""
    best: dict[Span, tuple[float, str]] = {}
    for row in rows:
        for w, like in zip(row.wordings, likeness.among(row), strict=True):
            best[w.span] = max(best.get(w.span, (-1.0, "")), (like, row.point.id))
    return {span: point for span, (_, point) in best.items()}


def fresh_first(rows: Sequence[Row], home: Mapping[Span, str], shown: Iterable[Span] = ()) -> list[Row]:
    """Rows by how many reports have them, the weightier first; what other rows or differences show better weighs less."""
    taken = set(shown)

    def weight(row: Row) -> float:
        own = {w.report.id for w in row.wordings if home.get(w.span) == row.point.id}
        new = {w.report.id for w in row.wordings if w.span not in taken}
        return round(row.weight - _STALE * (len(own) < 2) - _STALE * (len(new) < 2), 4)

    return sorted(rows, key=lambda row: (-len(row.reports), -weight(row)))


def voiced(row: Row) -> Row:
    """A row led by the shortest clear wording of somebody."""
    sizes = [w.span.end - w.span.start for w in row.wordings]
    rank = [(not w.speaker, size < _CLEAR, size) for w, size in zip(row.wordings, sizes, strict=True)]
    return replace(row, lead=rank.index(min(rank)))


def told_apart(rows: Iterable[Row], home: Mapping[Span, str], likeness: Likeness) -> Iterator[Row]:
    """Rows each led by a clear wording that leads none before it and is like the others, and with another that differs much.

    A sentence may state two points; it leads the one it states best.
    """
    leading: set[Span] = set()
    for row in rows:
        among = likeness.among(row)
        least = max(LOOSE, _CENTRAL * max(among, default=0.0))
        ranks = [
            ((w.span in leading or w.headline, home.get(w.span) != row.point.id, *_clarity(w, like < least)), n)
            for n, (w, like) in enumerate(zip(row.wordings, among, strict=True))
        ]
        ranked = [n for _, n in sorted(ranks)]
        lead = ranked[0]
        leading.add(row.wordings[lead].span)
        yield replace(row, lead=lead, other=_unlike(row.wordings, lead, ranked))


def _clarity(w: Wording, far: bool) -> tuple[bool, bool, bool, bool, int]:
    size = w.span.end - w.span.start
    broken = any(not c.isprintable() for c in w.span.of(w.report.reading.article.text) if c != "\n")
    return (broken, far, size < _CLEAR, leans(w), size)


def paired(row: Row) -> Row:
    """A row with a wording of another report beside the one that leads it."""
    others = (n for n, w in enumerate(row.wordings) if w.report != row.first.report)
    return replace(row, other=next(others, None)) if row.other is None else row


def denied_by_some(row: Row) -> bool:
    """Whether all that one report has of a row is a denial, and nothing that another has of it."""
    denies = [[w.statement is not None and w.statement.strength == _DENIAL for w in cell] for cell in row.cells if cell]
    return any(map(all, denies)) and not all(map(any, denies))


def contested(row: Row, findings: Iterable[Finding]) -> bool:
    """Whether the words of a row have two sides of a conflict in them: then its reports are not at one in all of it."""
    return any(_divides(finding, row) for finding in findings if finding.relation == "conflict")


def _divides(finding: Finding, row: Row) -> bool:
    said = dict(finding.values)
    inside = {e.article for e in finding.evidence for w in row.wordings if _covers(w.span, e)}
    return len({said.get(article, "").casefold() for article in inside}) > 1


def _covers(whole: Span, part: Span) -> bool:
    return whole.article == part.article and whole.start <= part.start and part.end <= whole.end


def once(rows: Iterable[Row], shown: Iterable[Wording] = ()) -> Iterator[Row]:
    """Rows whose words are not part of what is shown already, or the other way round."""
    taken = [w.span for w in shown]
    for row in rows:
        if row.weight and not any(_same(w.span, span) for w in row.wordings for span in taken):
            taken += [w.span for w in row.wordings]
            yield row


def apart(found: Iterable[tuple[Row, str]]) -> Iterator[tuple[Row, str]]:
    """Rows each led by a wording of its own; those that have none left are left out."""
    taken: list[Span] = []
    for row, reason in found:
        free = [n for n, w in enumerate(row.wordings) if not any(_same(w.span, span) for span in taken)]
        if free:
            taken += [w.span for w in row.wordings]
            yield replace(row, lead=free[0]), reason


def distinct(side: Iterable[Wording]) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """Wordings of a report in a difference, those whose marked words none before them has, and the rest."""
    first: list[Wording] = []
    rest: list[Wording] = []
    seen: set[tuple[str, ...]] = set()
    for w in side:
        marked = tuple("".join(c for c in run.text.casefold() if c.isalnum()) for run in w.runs if run.marked)
        (rest if marked in seen else first).append(w)
        seen.add(marked)
    return tuple(first), tuple(rest)


def _same(a: Span, b: Span) -> bool:
    """Whether most of the shorter of two spans lies in the other."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return a.article == b.article and 2 * shared > min(a.end - a.start, b.end - b.start)


def _unlike(wordings: tuple[Wording, ...], lead: int, ranked: Iterable[int]) -> int | None:
    """The shortest wording of another report of whose words the first lacks half or more."""
    first = wordings[lead]
    known = vocabulary(first.runs)
    for n in ranked:
        own = vocabulary(wordings[n].runs)
        if wordings[n].report != first.report and own and 2 * len(own & known) < min(len(own), len(known)):
            return n
    return None
