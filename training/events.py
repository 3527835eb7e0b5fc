"""Learns the scorer of pairs of reports: makes `silang/events/scorer.json`.

    python training/events.py SHARED [--ship]

SHARED holds `bench/stream.jsonl` and `bench/clusters/dev.json`. Prints B-cubed by cross-validation over events, with the
labelled articles alone and among the whole stream; with --ship the scorer learned from all labels is written.
"""

from __future__ import annotations

import argparse
import json
import random
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from silang.events import scorer
from silang.events.duplicates import copy
from silang.events.features import FEATURES, cosine, features, view
from silang.events.join import groups
from silang.events.lexicon import digest
from silang.events.pairing import Archive, Pairing
from silang.events.sketch import DATE, NAME, NUMBER, PAIR, Sketch, sketch
from silang.types import Article

FOLDS = 5
TREES = 150
DEPTH = 3
SEEDS = 1
TWIN = 0.3
"""What a made-up pair counts against a labelled one."""


@dataclass
class Pairs:
    """Scored pairs of a set of sketches, by id."""

    ids: list[tuple[str, str]]
    rows: np.ndarray
    copies: np.ndarray


def stream(shared: Path) -> list[Article]:
    """The articles of the stream."""
    names = Article.__dataclass_fields__
    with (shared / "bench" / "stream.jsonl").open(encoding="utf-8") as lines:
        return [Article(**{k: v for k, v in json.loads(line).items() if k in names}) for line in lines]


def labels(shared: Path) -> dict[str, str]:
    """Event of each labelled article."""
    gold = json.loads((shared / "bench" / "clusters" / "dev.json").read_text(encoding="utf-8"))
    return {article: event["event"] for event in gold["events"] for article in event["articles"]}


def paired(sketches: Iterable[Sketch]) -> Pairs:
    """The pairs that a stream of these sketches would score."""
    archive = Archive()
    numbers = [archive.add(one) for one in sorted(sketches, key=lambda s: (s.day or 0, s.id))]
    pairs = Pairing(archive).pairs(numbers)
    rows = np.array(list(pairs.values()))
    found = archive.sketches
    copies = np.array([copy(found[a], found[b]) is not None for a, b in pairs])
    return Pairs([(found[a].id, found[b].id) for a, b in pairs], np.round(rows, scorer.DECIMALS), copies)


def twins(sketches: Sequence[Sketch]) -> Pairs:
    """Each sketch with twins of it that report something else in the same words: other names, numbers and dates; or the
    same names on a day soon after, with other numbers and dates. No label has enough of these."""
    archive = Archive()
    for one in sorted(sketches, key=lambda s: (s.day or 0, s.id)):
        archive.add(one)
    pairing = Pairing(archive)
    pairing.pairs(range(len(sketches)))
    ids, rows = [], []
    for number, one in enumerate(archive.sketches):
        for place, (bits, days) in enumerate(((NAME | NUMBER | DATE | PAIR, 0), (NUMBER | DATE, 1 + number % 3))):
            here, there = pairing.view(number), view(_twin(one, place, bits, days), pairing.standing(one.day))
            alike = cosine(here, there)
            rows.append(features(here, there, alike, (max(alike, archive.nearest[number]),) * 2))
            ids.append((one.id, one.id))
    return Pairs(ids, np.array(rows).round(scorer.DECIMALS), np.zeros(len(ids), bool))


def _twin(one: Sketch, place: int, bits: int, days: int) -> Sketch:
    terms = [digest(f"{place} {term}") if kind & bits else term for term, kind in zip(one.terms, one.kinds, strict=True)]
    packed = struct.pack(f"<{len(terms)}I", *terms)
    return replace(one, packed_terms=packed, packed_shingles=b"", day=(one.day or 0) + days, url=0, content=place)


def folds(label: dict[str, str], shuffle: int = 0) -> dict[str, int]:
    """A fold for each labelled article: events whole, large ones spread; another `shuffle` gives another division."""
    size = Counter(label.values())
    chance = random.Random(shuffle)
    drawn = {event: chance.random() for event in sorted(size)}
    order = {event: place for place, event in enumerate(sorted(size, key=lambda e: (-size[e], drawn[e])))}
    return {article: order[event] % FOLDS for article, event in label.items()}


def learned(sets: Sequence[Pairs], apart: Pairs, label: dict[str, str], held: set[str]) -> list[GradientBoostingClassifier]:
    """Trees over the labelled pairs and the twins in which nothing held out stands.

    A large event counts by its articles, not its pairs.
    """
    size = Counter(label.values())
    rows, same, weight = [], [], []
    for pairs in sets:
        for (a, b), row in zip(pairs.ids, pairs.rows, strict=True):
            if a in label and b in label and a not in held and b not in held:
                alike = label[a] == label[b]
                rows.append(row)
                same.append(alike)
                weight.append(1 / (size[label[a]] - 1) ** 0.8 if alike else 1.0)
    kept = [row for (a, _), row in zip(apart.ids, apart.rows, strict=True) if a not in held]
    rows, same, weight = rows + kept, same + [False] * len(kept), weight + [TWIN] * len(kept)
    models = []
    for seed in range(SEEDS):
        model = GradientBoostingClassifier(
            n_estimators=TREES,
            max_depth=DEPTH,
            learning_rate=0.07,
            subsample=0.6,
            min_samples_leaf=15,
            max_features=8,
            random_state=seed,
        )
        models.append(model.fit(np.array(rows), np.array(same), sample_weight=np.array(weight)))
    return models


def probability(models: Sequence[GradientBoostingClassifier], rows: np.ndarray) -> np.ndarray:
    """Mean log-odds of several models, as a probability."""
    odds = np.mean([model.decision_function(rows) for model in models], axis=0)
    return np.asarray(1 / (1 + np.exp(-odds)))


def judged(pairs: Pairs, models: list[list[GradientBoostingClassifier]], fold: dict[str, int]) -> np.ndarray:
    """A probability a pair, of models that saw neither article: over both folds of a pair, over all where unlabelled."""
    every = np.array([probability(m, pairs.rows) for m in models])
    asked = [sorted({fold[x] for x in ids if x in fold}) or list(range(FOLDS)) for ids in pairs.ids]
    found = np.array([every[which, place].mean() for place, which in enumerate(asked)])
    return np.where(pairs.copies, 1.0, found)


def clustered(pairs: Pairs, chance: np.ndarray, members: Iterable[str]) -> dict[str, str]:
    """A group for each article."""
    edges: dict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), p in zip(pairs.ids, chance.tolist(), strict=True):
        if p >= 0.1:
            edges[a][b] = edges[b][a] = p
    return {article: group[0] for group in groups(members, edges) for article in group}


def b_cubed(predicted: dict[str, str], label: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the labelled articles (Bagga and Baldwin 1998)."""
    found, gold = defaultdict(set), defaultdict(set)
    for article in label:
        found[predicted[article]].add(article)
        gold[label[article]].add(article)
    p = r = 0.0
    for article in label:
        both = len(found[predicted[article]] & gold[label[article]])
        p += both / len(found[predicted[article]]) / len(label)
        r += both / len(gold[label[article]]) / len(label)
    return p, r, 2 * p * r / (p + r)


def written(models: Sequence[GradientBoostingClassifier]) -> str:
    """The JSON of `silang.events.scorer`: every tree filled up to a complete one of DEPTH."""
    start = float(np.mean([m.decision_function(np.zeros((1, len(FEATURES))))[0] - _raw(m) for m in models]))
    trees = [_complete(t[0].tree_, m.learning_rate / len(models)) for m in models for t in m.estimators_]
    return json.dumps({"features": FEATURES, "start": round(start, 6), "trees": trees}) + "\n"


def _raw(model: GradientBoostingClassifier) -> float:
    zero = np.zeros((1, len(FEATURES)))
    return float(sum(model.learning_rate * t[0].predict(zero)[0] for t in model.estimators_))


def _complete(tree: Any, rate: float) -> dict[str, list[float]]:
    feature, threshold, value = [0] * (2**DEPTH - 1), [1e9] * (2**DEPTH - 1), [0.0] * 2**DEPTH
    queue = [(0, 0)]
    while queue:
        place, node = queue.pop()
        if place >= 2**DEPTH - 1:
            value[place - 2**DEPTH + 1] = round(float(tree.value[node][0][0]) * rate, 6)
        elif tree.children_left[node] < 0:
            queue += [(2 * place + 1, node), (2 * place + 2, node)]
        else:
            feature[place], threshold[place] = int(tree.feature[node]), round(float(tree.threshold[node]), 7)
            queue += [(2 * place + 1, tree.children_left[node]), (2 * place + 2, tree.children_right[node])]
    return {"feature": feature, "threshold": threshold, "value": value}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--ship", action="store_true")
    args = parser.parse_args()
    label = labels(args.shared)
    sketches = {article.id: sketch(article) for article in stream(args.shared)}
    alone, whole = paired(sketches[a] for a in label), paired(sketches.values())
    fold = folds(label)
    apart = twins([sketches[a] for a in label])
    models = [learned((alone, whole), apart, label, {a for a in label if fold[a] == k}) for k in range(FOLDS)]
    for name, pairs, members in (("labelled alone", alone, list(label)), ("whole stream", whole, list(sketches))):
        found = clustered(pairs, judged(pairs, models, fold), members)
        print(name, *(f"{x:.4f}" for x in b_cubed(found, label)), len(pairs.ids), "pairs")
    if args.ship:
        target = Path(scorer.__file__).with_name(scorer.FILE)
        target.write_text(written(learned((alone, whole), apart, label, set())), encoding="utf-8")
        print(target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
