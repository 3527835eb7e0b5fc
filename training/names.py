"""Train the name tagger that ships: `training/names.py --data DIR --stream FILE` writes models/names-id.npz and prints scores.

Three stages, each deterministic: clusters of word types from how they are used in running text; a linear model of the
letters of names from lists of names; and a conditional random field over capitalised stretches that has both as features.
Only weights and tables of word types leave this script.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
import scipy.sparse as sparse
from sklearn.cluster import MiniBatchKMeans
from sklearn.linear_model import SGDClassifier
from sklearn.utils.extmath import randomized_svd
from threadpoolctl import threadpool_limits

from silang import languages
from silang.models import features
from silang.models.tagger import Tagger
from silang.text.lexicon import lexicon
from silang.text.tokens import tokens
from silang.types import Sentence

OUT = Path(__file__).resolve().parents[1] / "src" / "silang" / "models" / "names-id.npz"
LABELS = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
CLASSES = ("PER", "LOC", "ORG", "COM")
NEWS, WIKI = "I:", "N:"
TESTS = ("idner-dev.txt", "nergrit-valid.txt")
SHARE = 0.5
"""How much of the weights that only news has the file takes; the rest comes from those that only the encyclopaedia has."""
LINKS = features.LINKS | set("dan de al el von van der den du la le bin binti for in di da dos e s t".split())  # noqa: SIM905
OPENERS = """
desa kecamatan kota kabupaten jalan dusun pulau provinsi sungai pantai kampung kementerian gedung kantor partai pemerintah
harian tim timnas klub stasiun danau distrik kelurahan wilayah kawasan gunung bandara hotel komplek kompleks universitas
""".split()  # noqa: SIM905
LEXICON = lexicon(languages.load("id"))

Tagged = tuple[list[str], list[str]]


def cut(text: str) -> list[str]:
    """Words of a text, as silang cuts it."""
    return tokens(text, 0, len(text), LEXICON)[0]


def corpus(path: Path) -> list[Tagged]:
    """Sentences of a file of words and labels, cut as silang cuts them; brackets part names."""
    found: list[Tagged] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words: list[str] = []
        labels: list[str] = []
        for line in block.splitlines():
            if line.strip():
                columns = line.split("\t") if "\t" in line else line.split(" ")
                for word, label in _pieces(columns[0], columns[-1].strip()):
                    words.append(word)
                    labels.append(label)
        if words:
            found.append((words, _sound(labels)))
    return found


def _pieces(word: str, label: str) -> Iterator[tuple[str, str]]:
    if label != "O":
        label = f"{label[:2]}{LABELS.get(label[2:], label[2:])}"
    pieces = cut(word) or [word]
    for piece in pieces:
        if label != "O" and not piece[0].isalnum() and len(pieces) > 1:
            yield piece, "O"
            label = f"B{label[1:]}"
        else:
            yield piece, label
            label = label if label == "O" else f"I{label[1:]}"


def _sound(labels: list[str]) -> list[str]:
    """A name starts with B, also after one of another kind."""
    before = "O"
    for i, label in enumerate(labels):
        if label[0] == "I" and before[2:] != label[2:]:
            labels[i] = f"B{label[1:]}"
        before = labels[i]
    return labels


def running(data: Path, stream: Path) -> Iterator[list[str]]:
    """Sentences or paragraphs of text without labels."""
    for name in ("indosum.txt", "wikipedia-id.txt"):
        with (data / "text" / name).open(encoding="utf-8") as lines:
            yield from (cut(line) for line in lines)
    with stream.open(encoding="utf-8") as lines:
        for line in lines:
            yield from (cut(part) for part in json.loads(line)["text"].split("\n"))


def embed(sentences: Sequence[list[str]], contexts: int = 6000) -> tuple[list[str], np.ndarray]:
    """Word types and vectors: positive pointwise mutual information with the words around, reduced (Levy & Goldberg 2014)."""
    counts = Counter(word for sentence in sentences for word in sentence)
    types = [word for word, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= 4 and "\n" not in word][:40000]
    index = {word: i for i, word in enumerate(types)}
    rows, columns = [], []
    for sentence in sentences:
        ids = [contexts - 1, *(index.get(word, -1) for word in sentence), contexts - 2]
        for shift, offset in enumerate((-1, 1, -2, 2)):
            for i in range(1, len(ids) - 1):
                j = i + offset
                if ids[i] >= 0 and 0 <= j < len(ids) and 0 <= ids[j] < contexts:
                    rows.append(ids[i])
                    columns.append(shift * contexts + ids[j])
    ones = np.ones(len(rows), dtype=np.float32)
    table = sparse.coo_matrix((ones, (rows, columns)), shape=(len(types), 4 * contexts)).tocsr().tocoo()
    total = table.data.sum()
    left = np.asarray(table.sum(axis=1)).ravel()
    right = np.asarray(table.sum(axis=0)).ravel() ** 0.75
    right *= total / right.sum()
    mutual = np.log(table.data * total / (left[table.row] * right[table.col]))
    kept = mutual > 0
    positive = sparse.csr_matrix((mutual[kept], (table.row[kept], table.col[kept])), shape=table.shape)
    u, s, _ = randomized_svd(positive, 64, n_iter=3, random_state=0)
    vectors = u * np.sqrt(s)
    return types, vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def letters(data: Path, types: Sequence[str], counts: Counter[str]) -> dict[str, np.ndarray]:
    """Weights of letter runs for person, place, organisation and common word, from lists of names and running text."""
    seen: Counter[tuple[str, int]] = Counter()
    for kind, name in enumerate(("person.txt", "place.txt", "organization.txt")):
        for line in (data / "names" / name).read_text(encoding="utf-8", errors="replace").splitlines():
            seen.update((word, kind) for word in cut(line) if word[0].isupper() and len(word) > 1)
    for word in types:
        if word[0].islower():
            seen[word.capitalize(), 3] += counts[word]
    items = sorted(seen.items())
    share = np.array([(1 + np.log(n)) * (1, 1, 3, 1.5)[kind] for (_, kind), n in items])
    grams = [(i, gram) for i, ((word, _), _) in enumerate(items) for gram in sorted(features.grams(word))]
    rows, columns = zip(*grams, strict=True)
    table = sparse.csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(items), features.BUCKETS))
    model = SGDClassifier(loss="log_loss", alpha=3e-6, max_iter=12, tol=None, random_state=0, average=True)
    model.fit(table, [kind for (_, kind), _ in items], sample_weight=share / share.mean())
    scale = np.abs(model.coef_).max(axis=1) / 127
    return {
        "letters": np.round(model.coef_ / scale[:, None]).astype(np.int8).T,
        "letters_scale": scale.astype(np.float32),
        "letters_bias": model.intercept_.astype(np.float32),
    }


def blob(lines: Sequence[str]) -> np.ndarray:
    """Lines as bytes, so that no pickle is needed to load them."""
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def tables(data: Path, stream: Path, train: Sequence[Tagged]) -> dict[str, np.ndarray]:
    """What the features need: clusters of word types, and the weights of letters."""
    sentences = [[features.folded(word) for word in words] for words in running(data, stream) if words]
    sentences += [[features.folded(word) for word in words] for words, _ in train]
    counts = Counter(word for sentence in sentences for word in sentence)
    types, vectors = embed(sentences)
    found = {"words": blob(types), **letters(data, types, counts)}
    for name, size in (("coarse", 100), ("fine", 500)):
        groups = MiniBatchKMeans(size, random_state=0, n_init=3, batch_size=4096).fit(vectors)
        found[name] = groups.labels_.astype(np.uint16)
    found["word_letters"] = np.zeros((len(types), 4), dtype=np.int8)
    found["links"], found["openers"] = blob(sorted(LINKS)), blob(sorted(OPENERS))
    bare = Tagger({**found, "words": blob(["\n"]), "coarse": found["coarse"][:2], "fine": found["fine"][:2], **empty()})
    found["word_letters"] = np.array([bare.letters(word) for word in types], dtype=np.int8)
    return found


def empty() -> dict[str, np.ndarray]:
    """A model without weights."""
    return {
        "labels": blob(["O"]),
        "features": blob(["b"]),
        "weights": np.zeros((1, 1), dtype=np.float16),
        "transitions": np.zeros((1, 1), dtype=np.float32),
    }


def described(tagger: Tagger, words: Sequence[str], first: int, last: int, domain: str) -> list[list[str]]:
    """Features of each word of a stretch, some of them doubled for the kind of text (Daumé 2007)."""
    padded = [features.START, features.START, *words, features.END, features.END]
    found = []
    for at in range(first, last):
        word, previous = words[at], padded[at + 1]
        row = features.own(word, tagger.clusters, tagger.letters)
        for offset in (-1, 1, -2, 2):
            row += features.given(features.near(padded[at + 2 + offset], tagger.clusters, tagger.letters), offset)
        row += [features.place(at, first, last), features.edge("B", padded[first + 1]), features.edge("A", padded[last + 2])]
        if previous[0].isupper():
            row.append(features.pair(previous, word))
        if at == 0:
            row.append(features.opening(word))
        found.append([*row, *(domain + f for f in row if f[0] in "bsnUcd" or f.startswith(("w=", "-1w=", "1w=")))])
    return found


def fit(tagger: Tagger, parts: Sequence[tuple[str, Sequence[Tagged]]], path: Path) -> None:
    """Train on the stretches of every part, each with its domain."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True})
    for domain, sentences in parts:
        for words, labels in sentences:
            marks = features.active(words, tagger.links, tagger.openers)
            for first, last in features.stretches(marks):
                trainer.append(described(tagger, words, first, last, domain), _sound(["O", *labels[first:last]])[1:])
    trainer.train(str(path))


def exported(path: Path, share: float) -> dict[str, np.ndarray]:
    """The weights of a trained model: what both kinds of text share, and the weights of each by its part."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = sorted(info.labels)
    parts = {NEWS: share, WIKI: 1 - share}
    weights: dict[str, np.ndarray] = {}
    for (feature, label), weight in sorted(info.state_features.items()):
        part = parts.get(feature[:2], 1.0)
        name = feature[2:] if feature[:2] in parts else feature
        weights.setdefault(name, np.zeros(len(labels)))[labels.index(label)] += part * weight
    names = sorted(name for name, row in weights.items() if np.abs(row).max() > 0.01 and "\n" not in name)
    transitions = np.zeros((len(labels), len(labels)))
    for (a, b), weight in info.transitions.items():
        transitions[labels.index(a), labels.index(b)] = weight
    return {
        "labels": blob(labels),
        "features": blob(names),
        "weights": np.array([weights[name] for name in names], dtype=np.float16),
        "transitions": transitions.astype(np.float32),
    }


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names as (first, last, kind) of a row of labels."""
    found, first = set(), 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i][0] != "I":
            if labels[first] != "O":
                found.add((first, i, labels[first][2:]))
            first = i
    return found


def scores(tagger: Tagger, sentences: Sequence[Tagged]) -> dict[str, float]:
    """Entity F1 by kind and over all, exact spans and kinds."""
    kinds = {"person": "PER", "organisation": "ORG", "place": "LOC"}
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for words, labels in sentences:
        places = tuple(range(len(words)))
        sentence = Sentence(0, len(words), 0, tuple(words), places, tuple(i + 1 for i in places))
        wanted = spans(labels)
        found = {(name.start, name.end, kinds[name.kind]) for name in tagger.names([sentence])[0]}
        for counter, items in ((gold, wanted), (predicted, found), (hits, wanted & found)):
            for item in items:
                counter.update([item[2], "all"])
    return {kind: round(2 * hits[kind] / (gold[kind] + predicted[kind]), 3) for kind in ("PER", "ORG", "LOC", "all")}


def folds(tagger_tables: dict[str, Any], news: Sequence[Tagged], wiki: Sequence[Tagged], work: Path, count: int = 5) -> float:
    """F1 over news sentences by cross-validation, with the weights that ship."""
    results = []
    for fold in range(count):
        rest = [s for i, s in enumerate(news) if i % count != fold]
        bare = Tagger({**tagger_tables, **empty()})
        fit(bare, [(NEWS, rest), (WIKI, wiki)], work / "fold.crf")
        trained = Tagger({**tagger_tables, **exported(work / "fold.crf", SHARE)})
        results.append(scores(trained, [s for i, s in enumerate(news) if i % count == fold])["all"])
    return sum(results) / count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with ner/, names/ and text/")
    parser.add_argument("--stream", type=Path, required=True, help="news articles as JSON Lines, for clusters of words")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", action="store_true", help="also cross-validate over the news sentences (minutes)")
    args = parser.parse_args()
    with threadpool_limits(1):  # several threads add numbers up in another order, and clusters change
        train(args.data, args.stream, args.out, args.folds)
    print(args.out.name, args.out.stat().st_size)


def train(data: Path, stream: Path, out: Path, cross: bool) -> None:
    """Write the model that ships and print its scores, and those of the weights for either kind of text alone."""
    ner = data / "ner"
    news, wiki = corpus(ner / "idner-train.txt"), corpus(ner / "nergrit-train.txt")
    shared = tables(data, stream, [*news, *wiki])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        fit(Tagger({**shared, **empty()}), [(NEWS, news), (WIKI, wiki)], work / "model.crf")
        for share in (1.0, 0.0, SHARE):
            model = {**shared, **exported(work / "model.crf", share)}
            print("share of news", share, {name: scores(Tagger(model), corpus(ner / name)) for name in TESTS})
        np.savez(out, **model, rows=Tagger(model).rows().astype(np.float16))  # not compressed: start-up waits for it
        if cross:
            print("folds over news", folds(shared, news, wiki, work))


if __name__ == "__main__":
    main()
