"""Train `detect/referents.npz`, which tells whether two values are of one thing, and say how good it is.

    python training/referents.py [--folds 5] [--write]

Hardly a label is needed: where two reports of one event give one and the same value, it nearly always is of one thing. So each
such value is either altered in one of the two, a figure for a figure, or taken out of one; the reports are laid side by side as
they then are; and what the scorer has to learn is which unlike values were alike before. Pairs of reports of different events
have none. Labelled conflicts of the reports in `training/reports` are added as they stand, and count more. Texts of news come
from the stream beside the checkout; reports of `labels/held.json` and events of `reports` that are held out are left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score, roc_auc_score

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

import align as points  # noqa: E402
import quality  # noqa: E402
import written  # noqa: E402
from silang import Article, align, entities, group, read  # noqa: E402
from silang.detect import _quantity, lineup  # noqa: E402
from silang.detect import _referents as referents  # noqa: E402
from silang.detect import _values as values  # noqa: E402
from silang.detect import _weighing as weighing  # noqa: E402
from silang.detect._grid import Grid  # noqa: E402
from silang.types import Reading, Slot  # noqa: E402

OUT = ROOT / "src" / "silang" / "detect" / "referents.npz"
MOST = 5
"""Reports of an event that are laid side by side."""
SMALL = 10
"""Counts below this are of many things: alike, they are of one thing only under one noun or in lines that are alike."""
LIKE = 0.2
"""Share of words of two such lines, and of lines with days close to publication."""
COPY = 0.9
"""Share of words from which on a line is a copy, of which there is nothing to learn."""
SWAPPED, OFF = 0.3, 4
"""Share of altered values in which two figures are swapped, and how far a figure is off in the others."""
TOLD, TIMED = 4.0, 12.0
"""What a pair that is labelled counts for, and one of days or hours, of which altered values tell less."""
STRANGERS = 300
"""Pairs of reports of different events to learn from."""
ROUNDS = 4
"""How often each pair of reports is altered, each time otherwise."""


class Example(NamedTuple):
    """Two unlike values: event, features, kind, and whether they were alike before one was altered."""

    event: str
    features: np.ndarray
    kind: str
    right: bool
    weight: float = 1.0


def events(least: int = 2) -> Iterator[tuple[str, list[Article]]]:
    """Groups of reports of one event in the stream, reports held out left out."""
    stream = quality.scorer().load_articles(quality.SHARED / "bench" / "stream.jsonl")
    held = {a for e in json.loads((ROOT / "training" / "labels" / "held.json").read_text()) for a in e["articles"]}
    names = Article.__dataclass_fields__
    articles = {a: Article(**{k: v for k, v in r.items() if k in names}) for a, r in stream.items() if a not in held}
    for event in group(articles.values()):
        if len(event.articles) >= least:
            yield event.id, [articles[a] for a in event.articles[:MOST]]


def examples(event: str, articles: list[Article]) -> Iterator[Example]:
    """Pairs of values of each two reports, as if each value that both have were altered in one or missing from one."""
    readings = {a.id: next(iter(read([a]))) for a in articles}
    for a, b in combinations(sorted(readings), 2):
        for turn in range(ROUNDS):
            kept, changed = (a, b) if turn % 2 else (b, a)
            fates = Fates(f"{a} {b} {turn}")
            other, before = altered(readings[changed], fates)
            yield from laid(event, readings[kept], other, before, fates)


def apart(event: str, articles: list[Article]) -> Iterator[Example]:
    """Pairs of values of two reports of different events: none is of one thing."""
    first, second = read(articles)
    yield from (row._replace(right=False) for row in laid(event, first, second, {}, Fates("")))


def labelled(event: dict[str, Any], articles: dict[str, Article]) -> Iterator[Example]:
    """Pairs of values of reports written for silang as they stand: labelled conflicts are of one thing, all else is not."""
    readings = [next(iter(read([articles[a]]))) for a in event["articles"]]
    wanted = [{m[0]: m[1:] for m in label["mentions"]} for label in event["conflicts"]]
    for first, second in combinations(readings, 2):
        cast, merged = entities.merge((first, second))
        side = lineup(merged, cast, align.points(merged, cast))
        found = values.values(side)
        for unit in sorted({u for article, u in found if article == first.article.id}):
            xs, ys = found[first.article.id, unit], found.get((second.article.id, unit), ())
            grid = Grid(xs, ys)
            right = {(i, j): any(meant(xs[i], w) and meant(ys[j], w) for w in wanted) for i, j in grid.rivals}
            cells = [(i, j) for i, j in grid.rivals if right[i, j] or not reconciled(xs[i].slot, ys[j].slot)]
            for cell, row in zip(cells, weighing.table(side, grid, cells), strict=True):
                yield Example(event["event"], row, unit[0], right[cell], TIMED if unit[0] in values.TIMES else TOLD)


def meant(value: values.Value, places: dict[str, list[int]]) -> bool:
    """Whether a value stands in the place that a label gives in its report."""
    start, end = places.get(value.line.article.id, (0, 0))
    return start <= value.slot.span.start < end


def reconciled(a: Slot, b: Slot) -> bool:
    """Whether two numbers can both hold of one thing: then it is not known whether they are."""
    return a.kind not in values.TIMES and bool(_quantity.reconciled(a, b))


class Fates:
    """What becomes of a value that both reports have: altered in one, or missing from one."""

    def __init__(self, seed: str) -> None:
        self.seed = seed

    def of(self, slot: Slot) -> str:
        """`altered`, `here` where the report that is kept has it alone, `there` where the other has."""
        return random.Random(f"{self.seed} {slot.kind} {slot.value}").choice(["altered", "altered", "here", "there"])


def strangers() -> Iterator[tuple[str, list[Article]]]:
    """Pairs of reports of two events that are as alike as such reports get, each pair an event of its own."""
    found = dict(events(least=1))
    home = {a.id: event for event, articles in found.items() for a in articles}
    articles = {a.id: a for row in found.values() for a in row}
    names = sorted(articles)
    table = TfidfVectorizer(sublinear_tf=True).fit_transform([articles[a].text for a in names])
    near = (table @ table.T).tocoo()
    pairs = [(-v, i, j) for v, i, j in zip(near.data, near.row, near.col, strict=True) if i < j]
    apart = [(i, j) for _, i, j in sorted(pairs) if home[names[i]] != home[names[j]]]
    for i, j in apart[:STRANGERS]:
        yield f"{home[names[i]]} {home[names[j]]}", [articles[names[i]], articles[names[j]]]


def altered(reading: Reading, fates: Fates) -> tuple[Reading, dict[int, Slot]]:
    """A report with some values altered, and what was there by where it begins."""
    slots = {slot.span.start: slot for s in reading.statements for slot in s.slots}
    text = reading.article.text
    for start, slot in slots.items():
        if fates.of(slot) == "altered":
            chance = random.Random(f"{fates.seed} {slot.kind} {slot.value}")
            text = text[:start] + slip(slot.span.of(text), chance) + text[slot.span.end :]
    return next(iter(read([replace(reading.article, text=text)]))), slots


def slip(words: str, chance: random.Random) -> str:
    """A value with a slip of the kind that newsrooms make: two figures swapped, or one a little off."""
    at = [m.start() for m in re.finditer(r"\d", words)]
    swaps = [i for i in at if i + 1 in at and words[i + 1] not in ("0", words[i])]
    if swaps and chance.random() < SWAPPED:
        i = chance.choice(swaps)
        return words[:i] + words[i + 1] + words[i] + words[i + 2 :]
    if not at:
        return words
    i = chance.choice(at)
    near = [c for c in "123456789" if c != words[i] and abs(int(c) - int(words[i])) <= OFF]
    return words[:i] + chance.choice(near) + words[i + 1 :]


def laid(event: str, kept: Reading, other: Reading, before: dict[int, Slot], fates: Fates) -> Iterator[Example]:
    """Unlike values of two reports, of which neither has its like in the other."""
    cast, merged = entities.merge((kept, other))
    side = lineup(merged, cast, align.points(merged, cast))
    found = values.values(side)
    for unit in sorted({u for article, u in found if article == kept.article.id}):
        xs, ys = found[kept.article.id, unit], found.get((other.article.id, unit), ())
        old = {y: before.get(y.slot.span.start, y.slot) for y in ys}
        shared = {str(x.slot.value) for x in xs} & {str(w.value) for w in old.values()}
        xs = [x for x in xs if not (str(x.slot.value) in shared and fates.of(x.slot) == "there")]
        ys = [y for y in ys if not (str(old[y].value) in shared and fates.of(old[y]) == "here")]
        grid = Grid(xs, ys)
        alike = {(i, j): values.unit(old[ys[j]]) == unit and xs[i].told == values.told(old[ys[j]]) for i, j in grid.rivals}
        cells = [c for c in grid.rivals if known(xs[c[0]], ys[c[1]], old[ys[c[1]]], alike[c])]
        for cell, row in zip(cells, weighing.table(side, grid, cells), strict=True):
            yield Example(event, row, unit[0], alike[cell])


def known(x: values.Value, y: values.Value, old: Slot, alike: bool) -> bool:
    """Whether it is known if two values are of one thing, `old` being what stood in place of the second."""
    if not alike:
        return not reconciled(x.slot, old)
    share = len(x.content & y.content) / max(1, len(x.content | y.content))
    few = x.slot.kind == "number" and isinstance(x.slot.value, int | float) and x.slot.value < SMALL and not x.nouns & y.nouns
    day = x.slot.kind == "date" and str(x.slot.value)[:7] == x.line.article.published[:7]
    return share < COPY and not ((few or day) and share < LIKE)


def fit(rows: list[Example]) -> GradientBoostingClassifier:
    model = GradientBoostingClassifier(n_estimators=300, max_depth=3, subsample=0.7, learning_rate=0.07, random_state=0)
    return model.fit(np.array([r.features for r in rows]), [r.right for r in rows], sample_weight=[r.weight for r in rows])


def crossed(rows: list[Example], folds: int) -> np.ndarray:
    """Chances by a model that did not see the event."""
    names = sorted({r.event for r in rows})
    random.Random(0).shuffle(names)
    fold = {name: i % folds for i, name in enumerate(names)}
    out = np.zeros(len(rows))
    for k in range(folds):
        model = fit([r for r in rows if fold[r.event] != k])
        own = [i for i, r in enumerate(rows) if fold[r.event] == k]
        out[own] = model.predict_proba(np.array([rows[i].features for i in own]))[:, 1]
    return out


def report(rows: list[Example], chances: np.ndarray) -> None:
    right = np.array([r.right for r in rows])
    print(f"{len(rows)} pairs, {right.sum()} of one thing: AUC {roc_auc_score(right, chances):.3f}", end=" ")
    print(f"average precision {average_precision_score(right, chances):.3f}")
    for least in (0.5, 0.6, 0.7, 0.8, 0.9):
        told = chances >= least
        print(f"from {least:.2f}: recall {told[right].mean():.3f} precision {right[told].mean():.3f}")
    for kind in sorted({r.kind for r in rows}):
        own = np.array([r.kind == kind for r in rows])
        told = own & (chances >= referents.LEAST)
        found = right[told].mean() if told.any() else float("nan")
        recall = told[own & right].sum() / max(1, right[own].sum())
        print(f"{kind}: {own.sum()} pairs, recall {recall:.3f} precision {found:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if not (quality.SHARED / "bench" / "stream.jsonl").exists():
        sys.exit(f"no texts at {quality.SHARED}")
    rows = [row for event, articles in events() for row in examples(event, articles)]
    own = written.articles()
    for event in written.events(held=False):
        rows += labelled(event, own)
    rows += [row for event, articles in strangers() for row in apart(event, articles)]
    if args.folds:
        chances = crossed(rows, args.folds)
        for name, told in (("altered", False), ("written for silang, labelled", True)):
            chosen = [i for i, row in enumerate(rows) if (row.weight > 1) == told]
            print(name)
            report([rows[i] for i in chosen], chances[chosen])
    if args.write:
        model = fit(rows)
        order = sorted(zip(model.feature_importances_, weighing.FEATURES, strict=True), reverse=True)
        print(json.dumps({name: round(float(value), 3) for value, name in order}))
        points.write(model, OUT)


if __name__ == "__main__":
    main()
