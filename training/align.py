"""Train `align/scorer.npz` on labelled events, and say how good it is by cross-validation over them.

    python training/align.py [--folds N] [--write]

The labels are those beside the checkout, and `labels/points.json`, which has offsets alone; texts come from the stream
beside the checkout, without which there is nothing to learn from and the script says so.
Every pair of statements of two reports that the labels speak of is an example: how many pairs of labelled mentions of
one point, and of two points, it would join. Pairs that no label speaks of count a little as not joined.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

import labels  # noqa: E402
import quality  # noqa: E402
from silang import (  # noqa: E402
    Article,
    align,
    entities,
    read,
)
from silang.align import candidates, features, units  # noqa: E402
from silang.align.copies import copies, repeats  # noqa: E402
from silang.align.join import groups, spread  # noqa: E402
from silang.align.roles import roles  # noqa: E402
from silang.types import Statement  # noqa: E402

OUT = ROOT / "src" / "silang" / "align" / "scorer.npz"
UNLABELLED = 0.3
"""Weight of a pair that no label speaks of."""


@dataclass(frozen=True)
class Examples:
    """The candidate pairs of one event, their features, and how many labelled pairs each would join rightly and wrongly."""

    keys: list[str]
    roles: dict[tuple[int, int], float]
    same: dict[tuple[int, int], float]
    order: list[tuple[int, int]]
    table: np.ndarray
    right: np.ndarray
    wrong: np.ndarray
    all_right: Counter[frozenset[str]]
    all_wrong: Counter[frozenset[str]]
    wanted: int


def stranger(event: dict[str, Any], other: dict[str, Any], score: ModuleType, stream: dict[str, Any]) -> Examples:
    """What two reports of different events teach: that nothing in them is the same."""
    pair = {"event": event["event"], "articles": [event["articles"][0], other["articles"][-1]], "points": []}
    return examples(pair, score, stream)


def examples(event: dict[str, Any], score: ModuleType, stream: dict[str, Any]) -> Examples:
    """What one labelled event teaches."""
    names = Article.__dataclass_fields__
    articles = [Article(**{k: v for k, v in stream[a].items() if k in names}) for a in event["articles"]]
    cast, readings = entities.merge(tuple(read(articles)))
    found = units.units(readings)
    order, table = features.table(features.Ground(found, candidates.candidates(found, cast)))
    texts = {reading.article.id: reading.article.text for reading in readings}
    right, wrong, wanted = judged([s for r in readings for s in r.statements], event, texts, score)
    pairs = [frozenset((found[a].statement.id, found[b].statement.id)) for a, b in order]
    return Examples(
        [unit.statement.id for unit in found],
        roles(found, cast),
        repeats(found, order) | copies(found),
        order,
        table,
        np.array([right[k] for k in pairs], float),
        np.array([wrong[k] for k in pairs], float),
        right,
        wrong,
        wanted,
    )


def judged(
    statements: list[Statement], event: dict[str, Any], texts: dict[str, str], score: ModuleType
) -> tuple[Counter[frozenset[str]], Counter[frozenset[str]], int]:
    """By pair of statement ids: pairs of mentions of one point, and of two points; and how many of the first there are."""
    placed = []
    for number, point in enumerate(event["points"]):
        for mention in point["mentions"]:
            span = score.locate(texts[mention["article"]], mention)
            near = [
                (score.iou((s.span.start, s.span.end), span), s.id)
                for s in statements
                if s.span.article == mention["article"] and score.touches((s.span.start, s.span.end), span)
            ]
            placed.append((number, mention["article"], max(near)[1] if near else ""))
    shared = {frozenset((a[0], b[0])) for a, b in combinations(placed, 2) if a[0] != b[0] and a[2] and a[2] == b[2]}
    right: Counter[frozenset[str]] = Counter()
    wrong: Counter[frozenset[str]] = Counter()
    wanted = 0
    for a, b in combinations(placed, 2):
        if a[1] != b[1] and frozenset((a[0], b[0])) not in shared:
            wanted += a[0] == b[0]
            if a[2] and b[2]:
                (right if a[0] == b[0] else wrong)[frozenset((a[2], b[2]))] += 1
    return right, wrong, wanted


def fit(rows: list[Examples], make: Callable[[], GradientBoostingClassifier]) -> GradientBoostingClassifier:
    """A classifier of pairs; a pair with several labelled mentions weighs by the root of their number."""
    table = np.vstack([x.table for x in rows])
    right, wrong = np.concatenate([x.right for x in rows]), np.concatenate([x.wrong for x in rows])
    scale = np.where(right + wrong > 0, np.maximum(right + wrong, 1) ** -0.5, 0)
    yes, no = right * scale, wrong * scale + np.where(right + wrong == 0, UNLABELLED, 0)
    stacked = np.vstack([table[yes > 0], table[no > 0]])
    truth = np.r_[np.ones((yes > 0).sum()), np.zeros((no > 0).sum())]
    return make().fit(stacked, truth, sample_weight=np.r_[yes[yes > 0], no[no > 0]])


def trees() -> GradientBoostingClassifier:
    """The classifier as it ships."""
    return GradientBoostingClassifier(
        n_estimators=300, max_depth=4, learning_rate=0.025, subsample=0.5, min_samples_leaf=20, max_features=8, random_state=1
    )


def crossed(rows: list[Examples], strangers: list[Examples], folds: int) -> list[np.ndarray]:
    """For each event, probabilities by a classifier that never saw it."""
    out: list[np.ndarray] = [np.zeros(0)] * len(rows)
    for fold in range(folds):
        model = fit([x for kind in (rows, strangers) for i, x in enumerate(kind) if i % folds != fold], trees)
        for i in range(fold, len(rows), folds):
            out[i] = model.predict_proba(rows[i].table)[:, 1]
    return out


def report(rows: list[Examples], given: list[np.ndarray]) -> None:
    """Precision, recall and F1 of joined pairs at several thresholds, before anything is grouped."""
    wanted = sum(x.wanted for x in rows)
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        hit = sum(x.right[p >= least].sum() for x, p in zip(rows, given, strict=True))
        miss = sum(x.wrong[p >= least].sum() for x, p in zip(rows, given, strict=True))
        f1 = 2 * hit / (hit + miss + wanted)
        print(f"from {least:.2f}: precision {hit / (hit + miss):.3f} recall {hit / wanted:.3f} F1 {f1:.3f}")


def joined(name: str, rows: list[Examples], given: list[np.ndarray]) -> None:
    """Precision, recall and F1 of pairs of labelled mentions that the points as they ship put together."""
    hit = miss = 0
    for x, p in zip(rows, given, strict=True):
        scores = {pair: score for pair, score in zip(x.order, np.round(p, 4).tolist(), strict=True) if score > 0.02} | x.roles
        scores |= x.same
        points = spread(x.keys, scores, groups(x.keys, scores, align.LEAST), align.PAIR, align.MEAN)
        held = {frozenset((x.keys[a], x.keys[b])) for group in points for a, b in combinations(group, 2)}
        hit += sum(x.all_right[pair] for pair in held)
        miss += sum(x.all_wrong[pair] for pair in held)
    wanted = sum(x.wanted for x in rows)
    f1 = 2 * hit / (hit + miss + wanted)
    print(f"{name}: precision {hit / (hit + miss):.3f} recall {hit / wanted:.3f} F1 {f1:.3f}")


def write(model: GradientBoostingClassifier, out: Path) -> None:
    """The trees as arrays, leaves holding log-odds."""
    parts: dict[str, list[np.ndarray]] = {name: [] for name in ("feature", "threshold", "left", "right", "value")}
    roots, at = [], 0
    for tree in (row[0].tree_ for row in model.estimators_):
        size, leaf = tree.node_count, tree.children_left < 0
        own = np.arange(size)
        roots.append(at)
        parts["feature"].append(np.where(leaf, 0, tree.feature).astype(np.int16))
        parts["threshold"].append(tree.threshold.astype(np.float32))
        parts["left"].append((np.where(leaf, own, tree.children_left) + at).astype(np.int32))
        parts["right"].append((np.where(leaf, own, tree.children_right) + at).astype(np.int32))
        parts["value"].append((tree.value[:, 0, 0] * model.learning_rate).astype(np.float32))
        at += size
    prior = model.init_.class_prior_[1]
    arrays = {name: np.concatenate(rows) for name, rows in parts.items()}
    np.savez_compressed(
        out,
        start=np.log(prior / (1 - prior)),
        roots=np.array(roots, np.int32),
        depth=model.max_depth,
        **arrays,
    )
    print(out.name, out.stat().st_size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=13)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if not (quality.SHARED / "bench" / "stream.jsonl").exists():
        sys.exit(f"no texts and labels at {quality.SHARED}")
    score = quality.scorer()
    stream = score.load_articles(quality.SHARED / "bench" / "stream.jsonl")
    first = quality.gold([])
    events = first + labels.labels("points", stream)
    rows = [examples(event, score, stream) for event in events]
    strangers = [stranger(a, b, score, stream) for a, b in zip(events, events[1:] + events[:1], strict=True)]
    if args.folds:
        given = crossed(rows, strangers, args.folds)
        report(rows, given)
        for name, part in (("first", slice(len(first))), ("further", slice(len(first), None)), ("all", slice(None))):
            joined(name, rows[part], given[part])
    if args.write:
        model = fit(rows + strangers, trees)
        print(
            json.dumps(
                {
                    n: round(float(v), 3)
                    for v, n in sorted(zip(model.feature_importances_, features.NAMES, strict=True))[::-1][:20]
                }
            )
        )
        write(model, OUT)


if __name__ == "__main__":
    main()
