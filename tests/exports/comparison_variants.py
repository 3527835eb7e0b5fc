"""Comparisons made from the ferry's: one report, one report twice, and as many as asked for."""

from __future__ import annotations

from dataclasses import replace

from comparison_factory import comparison

from silang.types import Comparison, Passage, Point, Reading, Span


def one() -> Comparison:
    """One report only: everything it says is its own."""
    whole = comparison()
    points = tuple(replace(p, relation="only") for p in whole.points if p.articles == ("pesisir",))
    return replace(bare(whole), readings=whole.readings[:1], points=points, timeline=whole.timeline[:1])


def same() -> Comparison:
    """One report given twice: they agree on everything, by one origin."""
    whole, (first, *_) = comparison(), comparison().readings
    second = renamed(first, "~2")
    points = tuple(
        Point(f"q{n}", s.content.of(first.article.text), (s.id, f"{s.id}~2"), ("pesisir", "pesisir~2"), "agree")
        for n, s in enumerate(first.statements)
    )
    size = len(first.article.text)
    copied = (Passage(Span("pesisir", 0, size), Span("pesisir~2", 0, size), "verbatim", "pesisir"),)
    origins = dict.fromkeys((p.id for p in points), 1)
    return replace(bare(whole), readings=(first, second), points=points, reuse=copied, origins=origins)


def many(count: int) -> Comparison:
    """The three reports over and over, as `count` reports of one event."""
    whole = comparison()
    readings = tuple(renamed(whole.readings[n % 3], f"-{n}") for n in range(count))
    said: dict[str, list[tuple[str, str]]] = {}
    for r in readings:
        for s in r.statements:
            said.setdefault(s.id.split("-")[0], []).append((s.id, r.article.id))
    points = tuple(
        replace(p, statements=tuple(s for s, _ in found), articles=tuple(sorted({a for _, a in found})))
        for p in whole.points
        for found in [[pair for s in p.statements for pair in said[s]]]
    )
    single = tuple(
        Point(f"own{n}", s.content.of(r.article.text), (s.id,), (r.article.id,), "only")
        for n, (r, s) in enumerate((r, s) for r in readings for s in r.statements)
    )
    return replace(bare(whole), readings=readings, points=points + single)


def renamed(reading: Reading, suffix: str) -> Reading:
    """The same report under another id."""

    def moved(span: Span | None) -> Span | None:
        return None if span is None else replace(span, article=span.article + suffix)

    statements = tuple(
        replace(
            s,
            id=s.id + suffix,
            span=moved(s.span),
            content=moved(s.content),
            cue=moved(s.cue),
            source=moved(s.source),
            via=tuple(replace(v, span=moved(v.span)) for v in s.via),
            slots=tuple(replace(x, span=moved(x.span)) for x in s.slots),
        )
        for s in reading.statements
    )
    asides = tuple(replace(a, span=moved(a.span)) for a in reading.asides)
    return Reading(replace(reading.article, id=reading.article.id + suffix), asides, reading.cast, statements)


def bare(whole: Comparison) -> Comparison:
    """A comparison without what refers to statements by their ids."""
    return replace(whole, findings=(), omissions=(), parties=(), timeline=(), reuse=())
