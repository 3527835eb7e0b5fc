"""A report's whole text cut into paragraphs and runs, each knowing the statements, marks and asides it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from silang.types import Finding, PointRelation, Reading, Span

_RANK: tuple[PointRelation, ...] = ("conflict", "compatible", "agree", "only")
"""Relations from the one to show first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style: `source` or `cue` of a statement, or evidence of a finding (`conflict`, `compatible`)."""

    text: str
    part: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Piecewise:
    """Words that lie in the same statements (ids, the narrowest first) or the same aside, or in neither.

    `anchors` are the statements that begin here.
    """

    pieces: tuple[Piece, ...]
    statements: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    aside: str = ""
    points: tuple[str, ...] = ()
    relation: str = ""


def paragraphs(
    reading: Reading,
    points: Mapping[str, tuple[str, ...]],
    relations: Mapping[str, PointRelation],
    findings: Iterable[Finding] = (),
) -> tuple[tuple[Piecewise, ...], ...]:
    """The text of a reading by paragraphs, whole but for line ends; `points` by statement, `relations` by point."""
    text = reading.article.text
    owner = _owners(reading, len(text))
    style = _styles(reading, findings, len(text))
    begun: set[str] = set()
    out, at = [], 0
    for line in text.split("\n"):
        end = at + len(line)
        runs = [_run(text, list(same), owner, style, begun) for _, same in groupby(range(at, end), key=lambda n: owner[n])]
        if line.strip():
            out.append(tuple(_pointed(run, points, relations) for run in runs))
        at = end + 1
    return tuple(out)


def _owners(reading: Reading, size: int) -> list[tuple[str, ...]]:
    """For each code point what it lies in: ids of statements, the narrowest first, or ("", kind) of an aside."""
    owner: list[tuple[str, ...]] = [()] * size
    for s in sorted(reading.statements, key=lambda s: (s.span.start - s.span.end, s.span.start, s.id)):
        for n in range(s.span.start, min(s.span.end, size)):
            owner[n] = (s.id, *owner[n])
    for aside in reading.asides:
        owner[aside.span.start : aside.span.end] = [("", aside.kind)] * (min(aside.span.end, size) - aside.span.start)
    return owner


def _styles(reading: Reading, findings: Iterable[Finding], size: int) -> list[tuple[str, str]]:
    parts, marks = [""] * size, [""] * size

    def paint(on: list[str], span: Span | None, name: str) -> None:
        if span is not None:
            on[span.start : span.end] = [name] * (min(span.end, size) - span.start)

    for s in reading.statements:
        paint(parts, s.source, "source")
        paint(parts, s.cue, "cue")
    for finding in sorted(findings, key=lambda f: f.relation == "conflict"):
        for span in finding.evidence:
            paint(marks, span if span.article == reading.article.id else None, finding.relation)
    return list(zip(parts, marks, strict=True))


def _run(
    text: str, places: list[int], owner: list[tuple[str, ...]], style: list[tuple[str, str]], begun: set[str]
) -> Piecewise:
    own = owner[places[0]]
    pieces = []
    for (part, mark), same in groupby(places, key=lambda n: style[n]):
        where = list(same)
        pieces.append(Piece(text[where[0] : where[-1] + 1], part, mark))
    if own and own[0] == "":
        return Piecewise(tuple(pieces), aside=own[1])
    fresh = tuple(s for s in own if s not in begun)
    begun.update(fresh)
    return Piecewise(tuple(pieces), own, fresh)


def _pointed(run: Piecewise, points: Mapping[str, tuple[str, ...]], relations: Mapping[str, PointRelation]) -> Piecewise:
    """A run with the points its statements are in, and the relation of them to show."""
    found = tuple(dict.fromkeys(p for s in run.statements for p in points.get(s, ())))
    if not found:
        return run
    relation = min((relations.get(p, "only") for p in found), key=_RANK.index)
    return Piecewise(run.pieces, run.statements, run.anchors, run.aside, found, relation)
