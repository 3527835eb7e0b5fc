"""The contract on the shipped examples: documents are as their schemas say, and all they refer to is in them."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from silang.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
EVENTS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
NAMES = ("comparison", "reading", "events")
SCHEMAS = {name: json.loads((files("silang.exports") / f"{name}.schema.json").read_text(encoding="utf-8")) for name in NAMES}
REGISTRY: Registry[Any] = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values())
Captured = pytest.CaptureFixture[str]
Document = dict[str, Any]


def printed(arguments: list[str], captured: Captured) -> Document:
    """The document that a command prints, checked against its schema."""
    assert app.run([*arguments, "--format", "json"]) == 0
    document: Document = json.loads(captured.readouterr().out)
    name = document["schema"].split("/")[1]
    Draft202012Validator(SCHEMAS[name], registry=REGISTRY).validate(document)
    return document


def spans(value: Any, article: str = "") -> list[tuple[str, int, int]]:
    """Every span of a document with the article it is in."""
    if isinstance(value, list):
        return [x for item in value for x in spans(item, article)]
    if not isinstance(value, dict):
        return []
    article = value.get("article", article if "text" not in value else value["id"])
    own = [(article, value["start"], value["end"])] if "start" in value else []
    return own + [x for item in value.values() for x in spans(item, article)]


def check_references(document: Document) -> None:
    """Ids are given once, and every id that is used is given; spans are of words that are there."""
    texts = {a["id"]: a["text"] for a in document["articles"]}
    entities = [e["id"] for e in document["entities"]]
    statements = [s["id"] for s in document["statements"]]
    for ids in (entities, statements, [a["id"] for a in document["articles"]]):
        assert len(ids) == len(set(ids))
    used = {s["speaker"] for s in document["statements"]} | {v["entity"] for s in document["statements"] for v in s["via"]}
    used |= {e["party"] for e in document["entities"]} | {r["of"] for e in document["entities"] for r in e["roles"]}
    used |= {e for s in document["statements"] for e in s["entities"]}
    assert used - {None} <= set(entities)
    assert {m["statement"] for m in document["timeline"]} <= set(statements)
    for article, start, end in spans(document):
        assert 0 <= start < end <= len(texts[article])


@pytest.mark.parametrize("event", EVENTS)
def test_a_comparison_holds_together(event: str, capsys: Captured) -> None:
    document = printed(["compare", str(EXAMPLES / event)], capsys)
    check_references(document)
    articles, statements = ({x["id"] for x in document[name]} for name in ("articles", "statements"))
    points = {p["id"] for p in document["points"]}
    assert len(points) == len(document["points"])
    for p in document["points"]:
        assert set(p["statements"]) <= statements
        assert set(p["articles"]) <= articles
        assert (p["relation"] == "only") == (len(p["articles"]) == 1)
    assert {f["point"] for f in document["findings"]} <= points | {None}
    assert {o["point"] for o in document["omissions"]} <= points
    for p in document["parties"]:
        assert set(p["statements"]) <= statements
        assert set(p["only"]) | set(p["silent"]) <= points
    entities = {e["id"] for e in document["entities"]}
    assert {*document["event"]["where"], *document["event"]["participants"]} <= entities


@pytest.mark.parametrize("event", EVENTS)
def test_readings_hold_together(event: str, capsys: Captured) -> None:
    check_references(printed(["read", str(EXAMPLES / event)], capsys))


def test_every_example_is_in_one_event(capsys: Captured) -> None:
    found = printed(["cluster", *(str(EXAMPLES / event) for event in EVENTS)], capsys)["events"]
    articles = [a for e in found for a in e["articles"]]
    assert len(articles) == len(set(articles)) >= 2 * len(EVENTS)


def test_the_same_bytes_in_any_order(capsys: Captured) -> None:
    paths = sorted(str(path) for path in (EXAMPLES / "telepon").glob("*.txt"))
    documents = [printed(["compare", *order], capsys) for order in (paths, paths[::-1], paths)]
    assert documents[0] == documents[2]
    first, second = (document.pop("articles") for document in documents[:2])
    assert first == second[::-1]
    assert json.dumps(documents[0]) == json.dumps(documents[1])
