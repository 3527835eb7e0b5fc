"""Differences in reports written for silang: `python bench/written.py [--held] [--errors]`.

The reports and their labels ship in `training/reports`: two or three reports of each of 150 made-up events, each in its own
words, with conflicts and with values that differ and can both hold (traps); their writers had not seen the tool. So the
figures can be had anywhere; how it does on the news is told by `bench/quality.py`. `--held` takes the events that nothing is
learned from or mended by; look at their figures, never at their misses.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from silang import Article, compare, read
from silang.types import Finding

FOLDER = Path(__file__).resolve().parents[1] / "training" / "reports"
Mention = tuple[str, int, int]


def events(*, held: bool) -> list[dict[str, Any]]:
    """The labelled events, those held out or the others."""
    found = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
    return [event for event in found if event["held"] == held]


def articles() -> dict[str, Article]:
    """The reports by id."""
    with (FOLDER / "reports.jsonl").open(encoding="utf-8") as lines:
        return {article.id: article for article in (Article(**json.loads(line)) for line in lines)}


def meets(finding: Finding, mentions: list[Mention]) -> bool:
    """Whether a finding has evidence in every one of these places."""
    return all(any(s.article == a and s.start < end and start < s.end for s in finding.evidence) for a, start, end in mentions)


def counted(chosen: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Labelled conflicts and those found, by kind; conflicts told, and told of what is none; and each miss in words."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    reports = articles()
    for event in chosen:
        told = [f for f in compare(read(reports[a] for a in event["articles"])).findings if f.relation == "conflict"]
        right: list[Finding] = []
        for label in event["conflicts"]:
            hits = [f for f in told if meets(f, label["mentions"])]
            right += hits
            found = bool(hits)
            counts.update({f"{label['kind']} labelled": 1, f"{label['kind']} found": found, "labelled": 1, "found": found})
            if not hits:
                errors.append(f"{event['event']} missed {label['kind']}: {_words(label, reports)}")
        wrong = [f for f in told if f not in right]
        counts.update({"told": len(told), "right": len(told) - len(wrong)})
        errors += [f"{event['event']} extra {f.code}: {dict(f.values)}" for f in wrong]
    return counts, errors


def _words(label: dict[str, Any], reports: dict[str, Article]) -> str:
    return " || ".join(reports[a].text[start:end] for a, start, end in label["mentions"])


def figures(*, held: bool) -> dict[str, float]:
    """Recall and precision of the conflicts told."""
    counts, _ = counted(events(held=held))
    return {"recall": counts["found"] / counts["labelled"], "precision": counts["right"] / max(1, counts["told"])}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="the events held out")
    parser.add_argument("--errors", action="store_true", help="list every miss")
    args = parser.parse_args()
    counts, errors = counted(events(held=args.held))
    if args.errors:
        print("\n".join(errors))
    for name in sorted(n for n in counts if n.endswith(" labelled")):
        kind = name.removesuffix(" labelled")
        print(f"{kind:12} {counts[f'{kind} found']:3} of {counts[name]:3} found")
    print(f"{counts['found']} of {counts['labelled']} labelled conflicts found")
    print(f"{counts['right']} of {counts['told']} told are labelled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
