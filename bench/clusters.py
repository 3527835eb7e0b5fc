"""Events beside four peers on the same labelled articles in the same run: `python bench/clusters.py [--whole]`.

What is learned or tuned is judged by cross-validation over events: a peer's threshold is chosen on the articles of the
other folds, silang's scorer sees no pair with an article of the fold. Exits with 1 when silang falls below its floor.
With --whole the labelled articles are also grouped among the whole stream. Needs the labels (see quality.py).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.cluster import HDBSCAN
from sklearn.feature_extraction.text import TfidfVectorizer

from quality import SHARED

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
import events as learning

FLOOR = 0.90
"""B-cubed F1 by cross-validation over events below which this gate fails."""
WINDOW = 7
Grouping = Callable[[float], list[int]]
Peer = Callable[[np.ndarray], Grouping]


def vectors(texts: list[str]) -> np.ndarray:
    """Unit TF-IDF vectors."""
    return TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform(texts).toarray()


def single_pass(matrix: np.ndarray, days: np.ndarray) -> Grouping:
    """Each article in order of time joins the cluster whose centre is nearest, among those touched within the window."""
    order = np.argsort(days, kind="stable")

    def grouping(threshold: float) -> list[int]:
        sums, last, found = [], [], [0] * len(matrix)
        for item in order:
            near = [
                float(matrix[item] @ centre) / (float(np.linalg.norm(centre)) or 1.0) if days[item] - day <= WINDOW else -1.0
                for centre, day in zip(sums, last, strict=True)
            ]
            best = int(np.argmax(near)) if near else -1
            if best < 0 or near[best] < 1 - threshold:
                best = len(sums)
                sums.append(np.zeros(matrix.shape[1]))
                last.append(days[item])
            sums[best] += matrix[item]
            last[best] = days[item]
            found[item] = best
        return found

    return grouping


def agglomerative(distance: np.ndarray, link: str) -> Grouping:
    """What AgglomerativeClustering does, with one tree cut at every threshold."""
    tree = linkage(squareform(distance, checks=False), link)
    return lambda threshold: fcluster(tree, threshold, "distance").tolist()


def hdbscan(distance: np.ndarray) -> Grouping:
    """HDBSCAN from clusters of two; what it calls noise are events of their own. An option is a choice of its settings."""

    def grouping(option: float) -> list[int]:
        method, samples = ("leaf", "eom")[int(option) // 3], 1 + int(option) % 3
        settings = {"min_cluster_size": 2, "min_samples": samples, "cluster_selection_method": method}
        found = HDBSCAN(metric="precomputed", copy=True, **settings).fit_predict(distance)
        return [int(c) if c >= 0 else -1 - place for place, c in enumerate(found)]

    return grouping


def tuned(make: Peer, thresholds: Sequence[float], label: dict[str, str], fold: dict[str, int]) -> list[float]:
    """Precision, recall, F1: each fold's articles under the threshold that is best on the others."""
    ids = sorted(label)
    everything = make(np.arange(len(ids)))
    grouped = [dict(zip(ids, map(str, everything(t)), strict=True)) for t in thresholds]
    sums = np.zeros(2)
    for k in range(learning.FOLDS):
        rest = np.array([place for place, article in enumerate(ids) if fold[article] != k])
        known = {ids[place]: label[ids[place]] for place in rest}
        grouping = make(rest)
        scores = [learning.b_cubed(dict(zip(known, map(str, grouping(t)), strict=True)), known)[2] for t in thresholds]
        held = [article for article in ids if fold[article] == k]
        sums += items(grouped[int(np.argmax(scores))], label, held)
    p, r = sums / len(ids)
    return [p, r, 2 * p * r / (p + r)]


def items(predicted: dict[str, str], label: dict[str, str], held: list[str]) -> np.ndarray:
    """Sums of B-cubed precision and recall over some of the articles."""
    sums = np.zeros(2)
    for article in held:
        found = {a for a in label if predicted[a] == predicted[article]}
        gold = {a for a in label if label[a] == label[article]}
        sums += np.array([len(found & gold) / len(found), len(found & gold) / len(gold)])
    return sums


def peers(label: dict[str, str], fold: dict[str, int]) -> dict[str, list[float]]:
    """The figures of each peer."""
    articles = {a.id: a for a in learning.stream(SHARED) if a.id in label}
    ids = sorted(articles)
    matrix = vectors([f"{articles[i].title}\n{articles[i].text}" for i in ids])
    days = np.array([learning.sketch(articles[i]).day or 0 for i in ids])
    distance = np.clip(1 - matrix @ matrix.T, 0, 2)
    np.fill_diagonal(distance, 0)
    thresholds = np.arange(0.3, 0.96, 0.025).tolist()
    makers: dict[str, tuple[Peer, Sequence[float]]] = {
        "single-pass TF-IDF, time window": (lambda x: single_pass(matrix[x], days[x]), thresholds),
        "agglomerative, average link": (lambda x: agglomerative(distance[np.ix_(x, x)], "average"), thresholds),
        "agglomerative, single link": (lambda x: agglomerative(distance[np.ix_(x, x)], "single"), thresholds),
        "HDBSCAN": (lambda x: hdbscan(distance[np.ix_(x, x)]), range(6)),
    }
    return {name: tuned(make, choices, label, fold) for name, (make, choices) in makers.items()}


def ours(label: dict[str, str], fold: dict[str, int], whole: bool) -> dict[str, tuple[float, float, float]]:
    """The figures of silang, alone and, if asked, with the labelled articles among the whole stream."""
    sketches = {article.id: learning.sketch(article) for article in learning.stream(SHARED)}
    alone, every = learning.paired(sketches[a] for a in label), learning.paired(sketches.values())
    apart = learning.twins([sketches[a] for a in label])
    models = [learning.learned((alone, every), apart, label, {a for a in label if fold[a] == k}) for k in range(learning.FOLDS)]
    runs = [("silang", alone, list(label)), *([("silang, among the whole stream", every, list(sketches))] if whole else [])]
    return {
        name: learning.b_cubed(learning.clustered(pairs, learning.judged(pairs, models, fold), members), label)
        for name, pairs, members in runs
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", action="store_true", help="group the labelled articles among the whole stream too")
    args = parser.parse_args()
    if not (SHARED / "bench").exists():
        print(f"no labels at {SHARED}", file=sys.stderr)
        return 0
    began = time.process_time()
    label = learning.labels(SHARED)
    fold = learning.folds(label)
    figures = {**ours(label, fold, args.whole), **peers(label, fold)}
    print(f"{'':36}{'precision':>10}{'recall':>8}{'f1':>8}")
    for name, (p, r, f) in figures.items():
        print(f"{name:36}{p:10.3f}{r:8.3f}{f:8.3f}")
    print(f"{len(label)} articles in {len(set(label.values()))} events, {time.process_time() - began:.0f} s")
    return int(figures["silang"][2] < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
