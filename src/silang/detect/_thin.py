"""Statements that say too little to stand in a row, and how much a point weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from silang import languages
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._words import words
from silang.types import Language, Point

FEWEST = 4
"""A statement of fewer words says nothing on its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """The compiled `report.toml` of a language; its comments say what each list is for."""

    former: frozenset[str]
    sides: frozenset[str]
    never: frozenset[str]
    unfinished: frozenset[str]
    wide: frozenset[str]
    when: frozenset[str]
    stands: Mapping[str, frozenset[str]]


@cache
def known(language: Language) -> Known:
    """What a language knows of sides and of unfinished statements."""
    table = language.tables.get("report", {})
    lists = {name: frozenset(table.get(name, ())) for name in ("former", "sides", "never", "unfinished", "wide", "when")}
    return Known(**lists, stands={noun: frozenset(bodies) for noun, bodies in table.get("stands", {}).items()})


def thin(line: Line) -> bool:
    """Whether a statement is a fragment, a bare name, a clause that only says who spoke, a question, or breaks off."""
    said = line.words[slice(*line.within(line.statement.content))]
    if line.statement.grain != "clause" or len(said) < FEWEST:
        return True
    sayings = line.lexicon.list("sayings") | line.lexicon.list("relays")
    if line.statement.form == "narrated" and (said[0].fold in sayings or said[1].fold in line.lexicon.list("relays")):
        return True
    text = line.statement.content.of(line.article.text).rstrip()
    ends = known(languages.of(line.article)).unfinished
    if (
        line.statement.form == "narrated"
        and {said[0].fold, f"{said[0].fold} {said[1].fold}"} & known(languages.of(line.article)).when
    ):
        return True
    if text.endswith("?") or said[-1].fold in ends or f"{said[-2].fold} {said[-1].fold}" in ends:
        return True
    return not any(w.text.islower() and w.fold not in line.lexicon.function for w in said)


def weights(lineup: Lineup) -> Mapping[str, float]:
    """How much each point weighs, 0..1, by its id; 0 where all its statements are thin."""
    titles = _titles(lineup)
    rows: dict[str, list[Line]] = {p.id: [] for p in lineup.points}
    by_id = {line.statement.id: line for line in lineup.lines if not thin(line)}
    for point in lineup.points:
        rows[point.id] = [by_id[s] for s in point.statements if s in by_id]
    return {p.id: _weight(lineup, p, rows[p.id], titles) if rows[p.id] else 0.0 for p in lineup.points}


def _weight(lineup: Lineup, point: Point, lines: list[Line], titles: frozenset[str]) -> float:
    """Who carries it, how early it stands, who and what is in it, and how much of it the headlines have."""
    carried = (len(point.articles) - 1) / max(1, len(lineup.readings) - 1)
    high = max(1.0 - line.statement.span.start / max(1, len(line.article.text)) for line in lines)
    named = min(1.0, len({e for line in lines for e in line.statement.entities}) / 3)
    valued = min(1.0, max(len(line.statement.slots) for line in lines) / 2)
    titled = max(min(1.0, len(line.content & titles) / 4) for line in lines)
    return round(0.3 * carried + 0.25 * high + 0.12 * named + 0.13 * valued + 0.2 * titled, 4)


def _titles(lineup: Lineup) -> frozenset[str]:
    """Content stems of the headlines."""
    out: set[str] = set()
    for line in {r.article.id: x for x in lineup.lines for r in lineup.readings if x.article.id == r.article.id}.values():
        title = line.article.title
        found = words(title, 0, len(title), line.lexicon.stem)
        out |= {w.stem for w in found if w.fold not in line.lexicon.function and len(w.fold) > 2}
    return frozenset(out)
