"""The labels that have offsets alone (`training/labels`), brought to the shape of the shared ones with the texts at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "training" / "labels"
REPORTS = FOLDER.parent / "reports"
"""Reports written for silang; their points have the same shape."""


def labels(name: str, stream: Mapping[str, Mapping[str, Any]], folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The events of `points.json` (points alone) or `held.json` (some whole), `stream` giving the records by id."""
    found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return [_event(event, {a: stream[a]["text"] for a in event["articles"]}) for event in found]


def _event(event: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    def anchor(article: str, start: int, end: int) -> dict[str, Any]:
        return {"article": article, **_anchor(texts[article], start, end)}

    points = [_point(p, [anchor(*m) for m in p["mentions"]]) for p in event["points"]]
    shaped = {"event": "-".join(event["articles"]), "articles": event["articles"], "points": points}
    if "attributions" not in event:
        return shaped
    return shaped | {
        "attributions": [_attribution(x, texts[x["article"]]) for x in event["attributions"]],
        "times": [anchor(*x[:3]) | {"value": x[3]} for x in event["times"]],
        "quantities": [anchor(*x[:3]) | {"value": x[3], "unit": x[4], "of": x[5]} for x in event["quantities"]],
    }


def _point(point: Mapping[str, Any], mentions: list[dict[str, Any]]) -> dict[str, Any]:
    """A point under the words of its first mention, for it has no name of its own."""
    return {"kind": "", **point, "mentions": mentions, "label": mentions[0]["text"]}


def _attribution(found: Mapping[str, Any], text: str) -> dict[str, Any]:
    spans = {name: found[name] and _anchor(text, *found[name]) for name in ("content", "cue", "source")}
    return {**found, **spans}


def _anchor(text: str, start: int, end: int) -> dict[str, Any]:
    """Words by what they are and how many times they stood before, overlapping ones counted too."""
    words, nth, at = text[start:end], 0, -1
    while (at := text.find(words, at + 1)) < start:
        nth += 1
    return {"text": words, "nth": nth}
