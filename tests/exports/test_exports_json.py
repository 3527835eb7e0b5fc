"""The JSON documents: as their schemas say, nothing that no schema tells of, and blind to the order of the reports."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from comparison_factory import comparison
from comparison_variants import many, one, same
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from silang.exports import Listed, Look, find
from silang.exports import json as out
from silang.types import Comparison, Event

SCHEMAS = {
    name: json.loads((files("silang.exports") / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("comparison", "reading", "events")
}
REGISTRY: Registry[Any] = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values())


def check(name: str, document: dict[str, Any]) -> None:
    """Against the schema, and that the schema knows every key."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    Draft202012Validator(SCHEMAS[name], registry=REGISTRY).validate(document)
    assert not list(unknown(document, SCHEMAS[name], SCHEMAS[name]))


def unknown(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    """Keys of a document that its schema says nothing of."""
    if "$ref" in schema:
        base, _, path = schema["$ref"].partition("#/$defs/")
        root = next(s for s in SCHEMAS.values() if s["$id"] == base) if base else root
        return unknown(value, root["$defs"][path], root)
    if "anyOf" in schema and isinstance(value, dict):
        return unknown(value, schema["anyOf"][0], root)
    if isinstance(value, list):
        return [x for item in value for x in unknown(item, schema.get("items", {}), root)]
    if isinstance(value, dict) and "properties" in schema:
        inner = [x for k, v in value.items() if k in schema["properties"] for x in unknown(v, schema["properties"][k], root)]
        return inner + [k for k in value if k not in schema["properties"]]
    return []


@pytest.mark.parametrize("result", [comparison(), one(), same(), many(20), Comparison("", None, *[()] * 10)], ids=str)
def test_a_comparison_is_as_its_schema_says(result: Comparison) -> None:
    check("comparison", out.comparison(result))


def test_a_reading_is_as_its_schema_says() -> None:
    result = comparison()
    document = out.reading(result.readings, result.entities)
    check("reading", document)
    assert [m["when"] for m in document["timeline"]] == ["2025-03-04", "2025-03-04T18:00", "2025-01", "2025-03-04T23:00"]


def test_events_are_as_their_schema_says() -> None:
    check("events", out.events([Event("e", "Feri kandas", None, ("a",))]))


def test_the_order_of_the_reports_changes_nothing_but_the_order_of_articles() -> None:
    a, b = out.comparison(comparison()), out.comparison(comparison((2, 0, 1)))
    assert [x["id"] for x in a.pop("articles")] != [x["id"] for x in b.pop("articles")]
    assert out.text(a) == out.text(b)


def test_every_span_is_of_the_words_it_claims() -> None:
    document = out.comparison(comparison())
    texts = {a["id"]: a["text"] for a in document["articles"]}
    (finding,) = [f for f in document["findings"] if f["code"] == "number" and f["relation"] == "conflict"]
    said = {e["article"]: texts[e["article"]][e["start"] : e["end"]] for e in finding["evidence"]}
    assert said == finding["values"]


def test_one_document_and_nothing_else() -> None:
    result = comparison()
    writer = find("json")
    for text in (
        writer.comparison_text(result, Look()),
        writer.reading_text(result.readings, result.entities, Look()),
        writer.events_text([Listed(Event("e", "x", None, ()), ())], Look()),
    ):
        assert text.endswith("}\n")
        json.loads(text)


def test_a_format_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        find("docx")
