"""Fits how sure a conflict is: the two figures of `silang/detect/_confidence.py`.

    python training/detect.py

The labels are those beside the checkout and `labels/points.json`; texts come from the stream beside the checkout. The
detectors are run with lower limits than those that ship, so that the labels speak of doubtful conflicts too. Prints the
fitted figures and the Brier score by cross-validation over events, beside that of a constant.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

import labels
import quality
from silang import Article, align, entities, read
from silang.detect import DETECTORS, Difference, _findings, clock, date, lineup, negation, number, status
from silang.detect import _rivals as rivals

STEADY = 10.0
"""Inverse strength of the regularisation: there are few labels."""


class Row(NamedTuple):
    """A conflict that a detector offers: its event, its context, and whether a labelled conflict is meant."""

    event: str
    context: float
    right: bool


def loosen() -> None:
    """Lower the limits under which the detectors offer nothing."""
    number.LOOSE = date.LOOSE = clock.LOOSE = status.NEAR = rivals.NEAR = 0.3
    date.ANYWHERE = clock.ANYWHERE = 0.4
    rivals.SHARED, negation.NEAR = 0.2, 0.5


def rows() -> Iterator[Row]:
    """Every conflict offered on the labelled events, joined as findings are."""
    score = quality.scorer()
    stream = score.load_articles(quality.SHARED / "bench" / "stream.jsonl")
    names = Article.__dataclass_fields__
    for event in quality.gold([]) + labels.labels("points", stream):
        articles = [Article(**{k: v for k, v in stream[a].items() if k in names}) for a in event["articles"]]
        cast, merged = entities.merge(tuple(read(articles)))
        laid = lineup(merged, cast, align.points(merged, cast))
        offered = [d for detector in DETECTORS for d in detector.differences(laid) if d.relation == "conflict"]
        for group in _findings.joined([d for d in offered if not _findings.no_difference(laid, d)]):
            best = max(d.context for d in group)
            yield Row(event["event"], best, any(labelled(score, event, d, stream) for d in group))


def labelled(score: ModuleType, gold: dict[str, Any], d: Difference, stream: dict[str, dict[str, Any]]) -> bool:
    """Whether both places of a difference touch mentions of one labelled conflict."""
    for point in gold["points"]:
        if point["relation"] == "conflict":
            found = [(m["article"], score.locate(stream[m["article"]]["text"], m)) for m in point["mentions"]]
            sides = ((s.span.article, (s.span.start, s.span.end)) for s in (d.a, d.b))
            if all(any(article == a and score.touches(span, x) for a, x in found) for article, span in sides):
                return True
    return False


def fit(found: list[Row]) -> LogisticRegression:
    return LogisticRegression(C=STEADY).fit([[r.context] for r in found], [r.right for r in found])


def main() -> None:
    if not (quality.SHARED / "bench" / "stream.jsonl").exists():
        sys.exit(f"no texts and labels at {quality.SHARED}")
    loosen()
    found = list(rows())
    right = np.array([r.right for r in found], dtype=float)
    chances = np.zeros(len(found))
    for event in sorted({r.event for r in found}):
        rest = [r for r in found if r.event != event]
        model = fit(rest)
        for i, row in enumerate(found):
            if row.event == event:
                chances[i] = model.predict_proba([[row.context]])[0, 1]
    model = fit(found)
    print(f"{len(found)} offered, {int(right.sum())} labelled")
    print(f"BIAS = {model.intercept_[0]:.2f}  CONTEXT = {model.coef_[0, 0]:.2f}")
    print(
        f"Brier {np.mean((chances - right) ** 2):.3f}, of the share of labelled ones {np.mean((right.mean() - right) ** 2):.3f}"
    )


if __name__ == "__main__":
    main()
