"""Nobody dead, hurt, missing or displaced in one report, and somebody in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from silang.detect import _calendar
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

FAR = 4
"""Words between "no" and the word for what happened to nobody, and before that word in which somebody is named or denied."""
SURE = 0.75
"""Context of nobody and somebody."""
SOON = 90.0
"""Minutes between two reports after which somebody may have been found."""
OLD = 4
"""Days before its report that a day of which a line tells may lie, for it to be of the happening itself."""
MOST = 40
"""Lines of either kind that are looked at."""


class Fate(NamedTuple):
    """What a line says has happened to somebody, or to nobody: its kind, and where."""

    line: Line
    kind: int
    span: Span


def nobody(lineup: Lineup) -> Iterator[tuple[Fate, Fate]]:
    """Lines of two reports of which one has nobody where the other has somebody."""
    lines = [line for line in lineup.lines if line.statement.grain == "clause"]
    denied = [fate for line in lines if (fate := _none(line))][:MOST]
    told = [fate for line in lines if denied and (fate := _some(line))][:MOST]
    both = {(fate.line.article.id, fate.kind) for fate in denied} & {(fate.line.article.id, fate.kind) for fate in told}
    for no in denied:
        for some in told:
            x, y = (no.line.article.id, no.kind), (some.line.article.id, some.kind)
            if (
                x[0] != y[0]
                and x[1] == y[1]
                and not {x, y} & both
                and _one_time(no.line, some.line)
                and _here(lineup, no, some)
            ):
                yield no, some


def _none(line: Line) -> Fate | None:
    """Where a line says that there is nobody of a kind."""
    none = line.lexicon.list("none")
    for at, fold in enumerate(line.wording):
        size = 2 if " ".join(line.wording[at : at + 2]) in none else int(fold in none)
        found = next(_kinds(line, at + size, at + size + FAR), None) if size else None
        if found:
            return Fate(line, found[0], Span(line.article.id, line.words[at].start, line.words[found[1] - 1].end))
    return None


def _some(line: Line) -> Fate | None:
    """Where a line tells, as a fact of these days, of somebody of a kind."""
    words, known = line.wording, line.lexicon
    if line.statement.modality != "asserted" or known.has("conditions", words) or known.has("rumours", words) or _old(line):
        return None
    for kind, last in _kinds(line, 0, len(words)):
        first = max(0, last - 1 - FAR)
        if any(w in known.negators or w in known.list("none") for w in words[first:last]):
            return None
        who = next((i for i in range(first, last) if words[i] in known.list("somebody") or _counted(line, i)), None)
        if who is not None:
            return Fate(line, kind, Span(line.article.id, line.words[who].start, line.words[last - 1].end))
    return None


def _counted(line: Line, at: int) -> bool:
    """Whether a word is part of a number of people."""
    word = line.words[at]
    return any(s.unit == "person" and s.span.start <= word.start < s.span.end for s in line.slots)


def _kinds(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Words of some words for what happens to people: which kind, and the index behind."""
    for at in range(first, min(last, len(line.words))):
        for size in (2, 1):
            for name, kind in line.lexicon.contrasts.get(" ".join(line.wording[at : at + size]), ()):
                if name == "fate" and kind in HARM and at + size <= len(line.words):
                    yield kind, at + size


HARM = frozenset({0, 1, 2, 4})
"""Kinds of the contrast `fate` that are harm, by their order: the dead, the hurt, the missing and the displaced."""


def _one_time(a: Line, b: Line) -> bool:
    """Whether two reports came out about one time, as far as that is known."""
    return (_calendar.later(a.article.published, b.article.published) or 0.0) < SOON


def _old(line: Line) -> bool:
    """Whether a line tells of days before those of its report."""
    published = line.article.published[:10]
    days = [d for s in line.slots if s.kind in ("date", "time") and (d := _calendar.days(str(s.value)))]
    return any(published and day[1] < published and _calendar.apart(day[1], published) > OLD for day in days)


def _here(lineup: Lineup, no: Fate, some: Fate) -> bool:
    """Whether the place where somebody came to harm is one that the other report names too."""
    line, other = some.line, no.line.article.id
    spoken = line.words[slice(*line.within(line.statement.content))]
    places = [w for w in spoken if lineup.kind_at(Span(line.article.id, w.start, w.end)) == "place"]
    return all(
        lineup.has(other, w.fold) for w in places if w.fold not in line.lexicon.list("townships") and w.text[:1].isupper()
    )
