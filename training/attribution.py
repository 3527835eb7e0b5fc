"""Learn the weights of `silang.attribution` from labelled reports: `python training/attribution.py [--check] [--gold]`.

Reads `bench/attributions/labels.json` and `bench/stream.jsonl` beside the checkout (or where SILANG_SHARED points) and
writes `src/silang/attribution/weights.json`. `--check` scores instead: five folds over the labelled reports, and the
labelled events of `bench/gold`, which the weights never saw. `--gold` learns from those events as well.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, deque
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from silang import Article, attribution, entities, languages, text
from silang.attribution import drafts, signals
from silang.attribution.continuation import Line, continued, lines
from silang.attribution.judge import Judge
from silang.attribution.lexicon import compiled
from silang.attribution.reports import scenes
from silang.types import Cast, Document

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
from quality import SHARED, scorer

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "silang" / "attribution" / "weights.json"
FOLDS = 5
STRENGTH = {"cue": 0.35, "choice": 0.4, "line": 0.3}
"""Inverse of the L2 penalty, by question."""
TILT = {"cue": 0.7, "choice": 0.0, "line": 1.0}
"""Added to the log odds: what is right more often than this is worth saying."""
NEVER = 8
"""Times that a cue is seen without ever marking speech until it is passed over."""
LEXICAL = ("w=", "wb=", "wa=", "wi=", "wp=", "ws=", "x=", "x4=", "aw=", "bw=", "ow=", "sh=", "st=", "ap=", "as=", "op=",
           "bew=", "ew=", "ba=", "fw=", "fw2=", "h=")  # fmt: skip
"""Features that know a word of the language, by their beginnings."""
BLIND = 0.4
"""Weight of a second copy of each example without them: what is learned must hold for words, and languages, not seen."""
RARE = 2
"""Features seen less often are left out."""

Item = dict[str, Any]
Examples = dict[str, list[tuple[list[str], bool]]]
SCORE = scorer()


class Reports:
    """The labelled articles, cut once."""

    def __init__(self) -> None:
        self.records: dict[str, Item] = SCORE.load_articles(SHARED / "bench" / "stream.jsonl")
        self.cut: dict[str, tuple[Document, Cast]] = {}

    def __call__(self, identifier: str) -> tuple[Document, Cast]:
        """The document and the cast of an article."""
        if identifier not in self.cut:
            record = self.records[identifier]
            article = Article(**{k: v for k, v in record.items() if k in Article.__dataclass_fields__})
            document = text.document(article, languages.of(article))
            self.cut[identifier] = document, entities.recognise(document)
        return self.cut[identifier]


def labelled() -> list[Item]:
    """The articles that have attributions alone."""
    found: list[Item] = json.loads((SHARED / "bench" / "attributions" / "labels.json").read_text(encoding="utf-8"))
    return found


def gold() -> list[Item]:
    """The articles of the labelled events."""
    events = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((SHARED / "bench" / "gold").glob("*.json"))]
    return [
        {"article": article, "attributions": [x for x in event["attributions"] if x["article"] == article]}
        for event in events
        for article in event["articles"]
    ]


def examples(item: Item, reports: Reports) -> Examples:
    """What one article teaches: for every question lists of features with the right answer."""
    document, _ = reports(item["article"])
    body, lexicon = document.article.text, compiled(document.language)
    known = []
    for label in item["attributions"]:
        content = SCORE.locate(body, label["content"])
        cue = SCORE.locate_near(body, label["cue"], content) if label.get("cue") else None
        known.append((content, cue, label["form"]))
    out: Examples = {question: [] for question in STRENGTH}
    read: list[Line] = []
    for scene in scenes(document, lexicon):
        unit, said = scene.unit, list(scene.direct)
        for case in drafts.cases(unit, scene.cues, scene.direct, lexicon):
            start, end = unit.starts[case.cue.start], unit.ends[case.cue.end - 1]
            right = [x for x, cue, form in known if cue and cue[0] < end and start < cue[1] and form != "direct"]
            names = signals.of_cue(unit, case.cue, case.sayer, case.options, scene.around, lexicon)
            out["cue"].append((names, bool(right)))
            spans = [(unit.starts[option.tokens[0]], unit.ends[option.tokens[1] - 1]) for option in case.options]
            overlaps = [max((SCORE.iou(span, x) for x in right), default=0.0) for span in spans]
            if right:
                said.append(drafts.Draft(case.options[0].tokens, case.cue, case.sayer))
            if max(overlaps) >= SCORE.OVERLAP:
                best = max(overlaps) - 0.05
                for option, overlap in zip(case.options, overlaps, strict=True):
                    names = signals.of_choice(unit, case.cue, option, case.options, lexicon)
                    out["choice"].append((names, overlap >= max(best, SCORE.OVERLAP)))
        read += lines(unit, said)
    bare = [content for content, cue, form in known if cue is None and form != "direct"]

    def goes_on(names: list[str], number: int) -> bool:
        start, end = (read[number].unit.starts[read[number].tokens[0]], read[number].unit.ends[read[number].tokens[1] - 1])
        answer = any(SCORE.iou((start, end), content) >= SCORE.OVERLAP for content in bare)
        out["line"].append((names, answer))
        return answer

    deque(continued(read, lexicon, goes_on), maxlen=0)
    return out


def fitted(question: str, found: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Weights of a logistic regression by feature, the bias under ""."""
    seen = Counter(name for names, _ in found for name in set(names))
    known = [[name for name in names if seen[name] >= RARE] for names, _ in found]
    blind = [[name for name in names if not name.startswith(LEXICAL)] for names in known]
    vectors = DictVectorizer()
    rows = vectors.fit_transform([dict.fromkeys(names, 1) for names in [*known, *blind]]).tocsr()
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    answers = np.array([answer for _, answer in found] * 2)
    weight = np.repeat([1.0, BLIND], len(found))
    model = LogisticRegression(C=STRENGTH[question], max_iter=300, solver="liblinear", random_state=0)
    model.fit(rows, answers, sample_weight=weight)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    bias = float(model.intercept_[0]) + TILT[question]
    return {"": round(bias, 3)} | {name: round(float(x), 3) for name, x in sorted(weights.items()) if abs(x) >= 5e-3}


def learned(found: Iterable[Examples]) -> Judge:
    """The weights that some articles teach."""
    listed = list(found)
    seen: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for names, answer in (x for each in listed for x in each["cue"]):
        seen[names[0][2:]] += 1
        said[names[0][2:]] += answer
    never = frozenset(word for word, times in seen.items() if times >= NEVER and not said[word])
    return Judge({question: fitted(question, [x for each in listed for x in each[question]]) for question in STRENGTH}, never)


def scored(items: list[Item], judges: dict[str, Judge], reports: Reports) -> None:
    """Print the scorer's table for the articles, each read by its judge."""
    tally, errors = SCORE.Tally(), []
    for item in items:
        document, cast = reports(item["article"])
        cast, said = attribution.read(document, cast, judges[item["article"]])
        SCORE.score_reading(as_event(item), as_result(document, cast, said), tally, errors)
    for name in sorted(set(tally.gold) | set(tally.predicted)):
        row = tally.row(name)
        print(
            f"{name:24}{row['precision']:8.3f}{row['recall']:8.3f}{row['f1']:8.3f}{row['hit']:7}{row['predicted']:7}{row['gold']:7}"
        )


def as_event(item: Item) -> Item:
    """An article with its labels in the shape of an event."""
    said = [dict(x, article=item["article"]) for x in item["attributions"]]
    return {"event": "", "articles": [item["article"]], "attributions": said}


def as_result(document: Document, cast: Cast, said: Iterable[Any]) -> Item:
    """What was read, in the shape of the contract."""

    def span(found: Any) -> Item | None:
        return {"start": found.start, "end": found.end} if found else None

    identifier = document.article.id
    return {
        "articles": [{"id": identifier, "text": document.article.text}],
        "entities": [{"id": e.id, "name": e.name, "aliases": list(e.aliases)} for e in cast.entities],
        "statements": [
            {
                "article": identifier,
                "form": x.form,
                "content": span(x.content),
                "cue": span(x.cue),
                "source": span(x.source),
                "speaker": x.speaker,
                "via": [{"entity": relay.entity} for relay in x.via],
            }
            for x in said
        ],
    }


def check(items: list[Item], held: list[Item], reports: Reports) -> None:
    """Cross-validate over the articles, then score the events with weights from all of them."""
    taught = {item["article"]: examples(item, reports) for item in items}
    order = sorted(taught)
    random.Random(0).shuffle(order)
    judges = {}
    for fold in range(FOLDS):
        judge = learned(taught[x] for n, x in enumerate(order) if n % FOLDS != fold)
        judges |= {x: judge for n, x in enumerate(order) if n % FOLDS == fold}
    print(f"{FOLDS} folds over {len(items)} articles")
    scored(items, judges, reports)
    if held:
        judge = learned(taught[x] for x in sorted(taught))
        print(f"{len(held)} articles of events that taught nothing")
        scored(held, {item["article"]: judge for item in held}, reports)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="score by cross-validation instead of writing the weights")
    parser.add_argument("--gold", action="store_true", help="learn from the labelled events as well")
    args = parser.parse_args()
    reports, items = Reports(), labelled() + (gold() if args.gold else [])
    if args.check:
        check(items, [] if args.gold else gold(), reports)
        return 0
    judge = learned(examples(item, reports) for item in items)
    shipped = {"never": sorted(judge.never), "weights": judge.weights}
    WEIGHTS.write_text(json.dumps(shipped, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(WEIGHTS.name, {question: len(weights) for question, weights in judge.weights.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
