"""Quality on the labelled events where they are at hand: `python bench/quality.py [--errors] [--only TEXT] [EVENT ...]`.

Runs silang in this process, scores it with the labels' own scorer, and prints its table. The labels live beside the
checkout (or where SILANG_SHARED points); without them there is nothing to measure and the script says so. `--labels`
takes others in their stead: of `training/labels` `points`, which models learn from, or `held`, which nothing does; or the
points of the reports `written` for silang (`training/reports`).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import labels
import written

SHARED = Path(os.environ.get("SILANG_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def scorer() -> ModuleType:
    """The labels' own scorer, loaded from where the labels are."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "bench" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(events: list[str]) -> list[dict[str, Any]]:
    """The labelled events, by name; all of them where none is named."""
    files = sorted((SHARED / "bench" / "gold").glob("*.json"))
    found = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return [event for event in found if not events or event["event"] in events]


def labelled() -> list[dict[str, Any]]:
    """The articles with attributions alone, each as an event of one."""
    found = json.loads((SHARED / "bench" / "attributions" / "labels.json").read_text(encoding="utf-8"))
    return [
        {
            "event": "attributions",
            "articles": [x["article"]],
            "attributions": [dict(y, article=x["article"]) for y in x["attributions"]],
        }
        for x in found
    ]


def comparison(articles: list[dict[str, Any]]) -> dict[str, Any]:
    """What `silang compare --format json` gives for these records."""
    from silang import Article, compare, read
    from silang.exports import json as out

    names = Article.__dataclass_fields__
    return out.comparison(compare(read(Article(**{k: v for k, v in a.items() if k in names}) for a in articles)))


def tallied(events: list[dict[str, Any]]) -> tuple[Any, list[str]]:
    """The scorer's tally over these events, and every miss in words."""
    score = scorer()
    stream = records() | score.load_articles(SHARED / "bench" / "stream.jsonl")
    tally, errors = score.Tally(), []
    for event in events:
        result = comparison([stream[a] for a in event["articles"]])
        if "attributions" in event:
            score.score_reading(event, result, tally, errors)
        if "points" in event:
            score.score_comparison(event, result, tally, errors)
    return tally, errors


def records() -> dict[str, dict[str, Any]]:
    """The reports written for silang, by id."""
    return {name: asdict(article) for name, article in written.articles().items()}


def clustered() -> dict[str, float]:
    """B-cubed precision, recall and F1 of the events that `group` makes of the labelled part of the stream."""
    from silang import Article, group

    score = scorer()
    stream = score.load_articles(SHARED / "bench" / "stream.jsonl")
    labels = json.loads((SHARED / "bench" / "clusters" / "dev.json").read_text(encoding="utf-8"))["events"]
    wanted = {article: event["event"] for event in labels for article in event["articles"]}
    names = Article.__dataclass_fields__
    found = group(Article(**{k: v for k, v in stream[a].items() if k in names}) for a in wanted)
    figures: dict[str, float] = score.b_cubed({a: event.id for event in found for a in event.articles}, wanted)
    return figures


def chosen(args: argparse.Namespace) -> list[dict[str, Any]]:
    """The labelled events that the command line asks for."""
    if args.labels == "written":
        return labels.labels("points", records(), labels.REPORTS)
    if args.labels:
        found = labels.labels(args.labels, scorer().load_articles(SHARED / "bench" / "stream.jsonl"))
        return [event for event in found if not args.events or event["event"] in args.events]
    return labelled() if args.attributions else gold(args.events)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="*")
    parser.add_argument("--errors", action="store_true", help="list every miss")
    parser.add_argument("--only", default="", help="of the misses, those that have this text")
    parser.add_argument("--labels", choices=("points", "held", "written"), help="score further labelled events")
    parser.add_argument("--attributions", action="store_true", help="score the articles with attributions alone")
    args = parser.parse_args()
    if not (SHARED / "bench").exists():
        print(f"no labels at {SHARED}", file=sys.stderr)
        return 0
    tally, errors = tallied(chosen(args))
    for name in sorted(set(tally.gold) | set(tally.predicted)):
        row = tally.row(name)
        print(
            f"{name:24}{row['precision']:8.3f}{row['recall']:8.3f}{row['f1']:8.3f}{row['hit']:7}{row['predicted']:7}{row['gold']:7}"
        )
    if args.errors:
        print("\n".join(e for e in errors if args.only in e))
    return 0


if __name__ == "__main__":
    sys.exit(main())
