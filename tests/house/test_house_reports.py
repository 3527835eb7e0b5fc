"""The reports written for silang: every label stands on words of its reports, and those held out are told apart."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "training" / "reports"
EVENTS = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
with (FOLDER / "reports.jsonl").open(encoding="utf-8") as lines:
    TEXTS = {record["id"]: record["text"] for record in map(json.loads, lines)}


def test_every_report_is_of_one_event() -> None:
    assert sorted(a for event in EVENTS for a in event["articles"]) == sorted(TEXTS)


def test_every_label_stands_on_words_of_two_reports_of_its_event() -> None:
    for event in EVENTS:
        for label in event["conflicts"] + event["traps"]:
            (a, first, end), (b, second, close) = label["mentions"]
            assert a != b
            assert {a, b} <= set(event["articles"])
            assert TEXTS[a][first:end].strip() == TEXTS[a][first:end] != ""
            assert TEXTS[b][second:close].strip() == TEXTS[b][second:close] != ""


def test_some_events_are_held_out() -> None:
    assert 0 < sum(event["held"] for event in EVENTS) < len(EVENTS) / 2
