"""One file a kind of difference, and what they make of a row of points together."""

from __future__ import annotations

from silang import plugins
from silang.detect import (
    _findings,
    _header,
    _omissions,
    _parties,
    _relations,
    _thin,
    _timeline,
    _warnings,
    abbreviation,
    age,
    attribution,
    cause,
    change,
    clock,
    code,
    date,
    holder,
    name,
    negation,
    number,
    place,
    rank,
    role,
    sequence,
    sex,
    spelling,
    status,
    title,
    weekday,
    wording,
)
from silang.detect._difference import Detector, Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup, lineup
from silang.types import Comparison, Entity, Passage, Point, Reading

__all__ = ["DETECTORS", "Detector", "Difference", "Line", "Lineup", "Pair", "Side", "comparison", "lineup"]

DETECTORS: tuple[Detector, ...] = (
    number,
    change,
    date,
    clock,
    weekday,
    age,
    code,
    role,
    title,
    holder,
    rank,
    status,
    sex,
    name,
    spelling,
    abbreviation,
    place,
    negation,
    sequence,
    cause,
    attribution,
    wording,
)
"""The detectors that ship, in the order of the manual."""


def comparison(
    readings: tuple[Reading, ...], cast: tuple[Entity, ...], points: tuple[Point, ...], shared: tuple[Passage, ...]
) -> Comparison:
    """Everything a comparison says: relations of points, findings, omissions, parties, timeline."""
    laid = lineup(readings, cast, points)
    detectors = plugins.load("detectors", {d.CODE: d for d in DETECTORS})
    found = [d for code in detectors for d in detectors[code].differences(laid)]
    findings = _findings.findings(laid, found)
    weights = _thin.weights(laid)
    return Comparison(
        title=_header.title(laid, findings),
        when=_header.when(laid),
        where=_header.where(laid),
        participants=_header.who(laid),
        readings=readings,
        entities=cast,
        points=_relations.related(points, findings),
        findings=findings,
        omissions=_omissions.omissions(laid, weights, findings),
        parties=_parties.parties(laid, weights),
        timeline=_timeline.timeline(laid),
        reuse=shared,
        warnings=_warnings.warnings(laid, weights),
        weights=weights,
        thin=frozenset(line.statement.id for line in laid.lines if _thin.thin(line)),
    )
