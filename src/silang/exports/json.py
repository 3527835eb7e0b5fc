"""The JSON documents that other programs rely on: `silang/comparison/1`, `silang/reading/1`, `silang/events/1`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from silang.exports import words
from silang.exports._format import Listed, Look
from silang.types import Aside, Comparison, Entity, Event, Finding, Passage, Reading, Readout, Slot, Span, Statement, Topic


def comparison_text(result: Comparison, look: Look) -> str:
    """A comparison as one JSON document."""
    return text(comparison(result, look.lang))


def reading_text(readings: Sequence[Reading], entities: Sequence[Entity], look: Look) -> str:  # noqa: ARG001
    """Readings as one JSON document."""
    return text(reading(readings, entities))


def events_text(found: Iterable[Listed], look: Look) -> str:  # noqa: ARG001
    """Events as one JSON document."""
    return text(events(listed.event for listed in found))


def comparison(result: Comparison, lang: str = "id") -> dict[str, Any]:
    """A comparison as plain data, in the shape of the contract; sentences in the language `lang`.

    But for `articles`, nothing in it depends on the order of the readings.
    """
    titles = {r.article.id: r.article.title for r in result.readings}
    return {
        "schema": "silang/comparison/1",
        "event": {
            "title": result.title,
            "when": result.when,
            "where": list(result.where),
            "participants": list(result.participants),
        },
        **_readings(result.readings, result.entities),
        "points": [
            {
                "id": p.id,
                "label": p.label,
                "statements": list(p.statements),
                "articles": list(p.articles),
                "relation": p.relation,
                "origins": result.origins.get(p.id, len(p.articles)),
                "weight": result.weights.get(p.id, 1.0),
            }
            for p in result.points
        ],
        "findings": [_finding(f, titles, lang) for f in result.findings],
        "omissions": [
            {"article": o.article, "point": o.point, "reason": o.reason}
            for o in sorted(result.omissions, key=lambda o: (o.article, o.point))
        ],
        "parties": [
            {"entity": p.entity, "statements": list(p.statements), "only": list(p.only), "silent": list(p.silent)}
            for p in result.parties
        ],
        "timeline": [
            {"when": m.when, "article": m.span.article, "statement": m.statement, "start": m.span.start, "end": m.span.end}
            for m in result.timeline
        ],
        "reuse": [_passage(p) for p in result.reuse],
        "warnings": [{"code": key, "why": words.say(key, args, lang)} for key, args in result.warnings],
        **({"readout": _readout(result.readout)} if result.readout else {}),
    }


def reading(readings: Sequence[Reading], entities: Sequence[Entity]) -> dict[str, Any]:
    """Readings as plain data: what each report says, without what is between them."""
    timeline = [
        {"when": slot.value, "article": s.span.article, "statement": s.id, "start": slot.span.start, "end": slot.span.end}
        for r in sorted(readings, key=lambda r: r.article.id)
        for s in r.statements
        for slot in s.slots
        if slot.kind in ("date", "time")
    ]
    return {"schema": "silang/reading/1", **_readings(readings, entities), "timeline": timeline}


def events(found: Iterable[Event]) -> dict[str, Any]:
    """Events as plain data."""
    rows = [{"id": e.id, "title": e.title, "when": e.when, "articles": list(e.articles)} for e in found]
    return {"schema": "silang/events/1", "events": rows}


def text(document: dict[str, Any], indent: int | None = 1) -> str:
    """One JSON document, ending in a newline."""
    return json.dumps(document, ensure_ascii=False, indent=indent) + "\n"


def _readings(readings: Sequence[Reading], entities: Sequence[Entity]) -> dict[str, Any]:
    said = [s for r in readings for s in r.statements]
    return {
        "articles": [_article(r) for r in readings],
        "entities": [_entity(e) for e in entities],
        "statements": [_statement(s) for s in sorted(said, key=lambda s: (s.span, s.id))],
    }


def _article(reading: Reading) -> dict[str, Any]:
    a = reading.article
    return {
        "id": a.id,
        "outlet": a.outlet,
        "url": a.url,
        "title": a.title,
        "author": a.author,
        "published": a.published,
        "language": a.language,
        "text": a.text,
        "set_aside": [_aside(x) for x in reading.asides],
    }


def _aside(aside: Aside) -> dict[str, Any]:
    return {"start": aside.span.start, "end": aside.span.end, "kind": aside.kind}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "roles": [{"title": r.title, "of": r.of, **_place(r.span)} for r in entity.roles],
        "party": entity.party,
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "id": s.id,
        "article": s.span.article,
        "start": s.span.start,
        "end": s.span.end,
        "form": s.form,
        "content": _range(s.content),
        "cue": _range(s.cue),
        "source": _range(s.source),
        "speaker": s.speaker,
        "via": [{"entity": v.entity, "start": v.span.start, "end": v.span.end} for v in s.via],
        "polarity": s.polarity,
        "modality": s.modality,
        "strength": s.strength,
        "entities": list(s.entities),
        "slots": [_slot(x) for x in s.slots],
    }


def _slot(slot: Slot) -> dict[str, Any]:
    value = list(slot.value) if isinstance(slot.value, tuple) else slot.value
    out = {"kind": slot.kind, "start": slot.span.start, "end": slot.span.end, "value": value, "unit": slot.unit, "of": slot.of}
    if slot.bound:
        out["bound"] = slot.bound
    if slot.note:
        out["note"] = slot.note
    return out


def _named(f: Finding, titles: Mapping[str, str]) -> Mapping[str, str]:
    """The arguments of why a finding is one; two reports of one outlet told apart by their titles, else by their ids."""
    args = f.why[1]
    a, b = args.get("article_a", ""), args.get("article_b", "")
    if a == b or args.get("report_a") != args.get("report_b"):
        return args
    x, y = titles.get(a, ""), titles.get(b, "")
    said = (x, y) if x and y and x != y else (a, b)
    return {**args, "report_a": f"{args['report_a']} ({said[0]})", "report_b": f"{args['report_b']} ({said[1]})"}


def _finding(f: Finding, titles: Mapping[str, str], lang: str) -> dict[str, Any]:
    return {
        "code": f.code,
        "relation": f.relation,
        "point": f.point,
        "articles": list(f.articles),
        "values": dict(f.values),
        "evidence": [_place(span) for span in f.evidence],
        "why": words.say(f.why[0], {**_named(f, titles), "side": f.side}, lang),
        "confidence": round(f.confidence, 3),
        "side": f.side,
    }


def _readout(found: Readout) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "evidence": [_place(span) for span in found.evidence],
        "opened": [{"party": party, **_place(span)} for party, span in found.opened],
        "accounts": [{"party": t.party, "topics": [_topic(x) for x in t.topics]} for t in found.tellings],
        "verbs": [[_place(span) for span in group] for group in found.verbs],
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "point": topic.point,
        "statements": list(topic.statements),
        "verb": _place(topic.verb) if topic.verb else None,
        "force": topic.force,
        "shared": topic.shared,
        "assured": topic.assured,
    }


def _passage(p: Passage) -> dict[str, Any]:
    return {"a": _place(p.a), "b": _place(p.b), "kind": p.kind, "origin": p.origin}


def _place(span: Span) -> dict[str, Any]:
    return {"article": span.article, "start": span.start, "end": span.end}


def _range(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}
