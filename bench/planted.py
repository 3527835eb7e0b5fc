"""Differences planted in the example reports, and what is found of them: `python bench/planted.py`.

The examples ship, so this figure can be had anywhere. They are few and were written for silang: a smoke test and a
demonstration, not a measure of quality on the news.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from silang import Comparison, compare, read, sources
from silang.types import Finding

HERE = Path(__file__).resolve().parent
PLANTED: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "planted.toml").read_text(encoding="utf-8"))


def shows(finding: Finding, planted: dict[str, Any], result: Comparison) -> bool:
    """Whether a finding of the planted relation has the planted words in its evidence, each in another report."""
    if planted.get("relation", "conflict") not in (finding.relation, "either"):
        return False
    texts = {reading.article.id: reading.article.text for reading in result.readings}
    said: dict[str, str] = {}
    for span in finding.evidence:
        line = next((s.span for r in result.readings for s in r.statements if _inside(span.start, s.span, span.article)), span)
        said[span.article] = (
            f"{said.get(span.article, '')} {line.of(texts[span.article])} {dict(finding.values).get(span.article, '')}"
        )
    a, b = planted["says"]
    return any(_has(said[x], a) and _has(said[y], b) for x in said for y in said if x != y)


def _inside(at: int, span: Any, article: str) -> bool:
    return bool(span.article == article and span.start <= at < span.end)


def _has(said: str, words: str) -> bool:
    return words.casefold() in said.casefold()


def measured() -> tuple[int, int, int, list[str]]:
    """Planted, found of them, conflicts that were not planted, and the misses and alarms in words."""
    found = planted = alarms = 0
    told = []
    for event, rows in PLANTED.items():
        result = compare(read(sources.articles([str(HERE.parent / "examples" / event)])))
        hits = {row["what"]: [f for f in result.findings if shows(f, row, result)] for row in rows}
        found += sum(map(bool, hits.values()))
        planted += len(rows)
        told += [f"{event}: missed: {what} {rows[n]['says']}" for n, (what, hit) in enumerate(hits.items()) if not hit]
        known = [f for hit in hits.values() for f in hit]
        extra = [f for f in result.findings if f.relation == "conflict" and f not in known]
        alarms += len(extra)
        told += [f"{event}: not planted: {f.code} {[value for _, value in f.values]}" for f in extra]
    return planted, found, alarms, told


def main() -> int:
    planted, found, alarms, told = measured()
    print("\n".join([*told, f"{found} of {planted} planted differences found, {alarms} conflicts that were not planted"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
