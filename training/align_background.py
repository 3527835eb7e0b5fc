"""Make `align/background.npz`: how common words are, and small word vectors, from public text.

    python training/align_background.py DATA_FOLDER STREAM.jsonl [--without GOLD_FOLDER]

Counts stems over articles of the corpora, and factors their positive pointwise mutual information within a window
(Levy and Goldberg 2014) by a truncated singular value decomposition. Articles that the labels use are left out, so that
figures by cross-validation over the labelled events are not helped by them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix
from sklearn.utils.extmath import randomized_svd

from silang import languages
from silang.align.terms import Stemmer, words

VOCABULARY = 15_000
DIMENSIONS = 64
WINDOW = 6
BLOCK = 17
"""Lines of the news corpus taken for one document: it marks no ends, and this is its mean."""
OUT = Path(__file__).resolve().parents[1] / "src" / "silang" / "align" / "background.npz"


def documents(data: Path, stream: Path, without: set[str]) -> Iterator[tuple[str, str]]:
    """Language and text of every document."""
    block: list[str] = []
    for line in (data / "text" / "indosum.txt").open(encoding="utf-8"):
        block.append(line)
        if len(block) == BLOCK:
            yield "id", " ".join(block)
            block = []
    if block:
        yield "id", " ".join(block)
    for line in (data / "text" / "wikipedia-id.txt").open(encoding="utf-8"):
        yield "id", line
    for line in stream.open(encoding="utf-8"):
        record = json.loads(line)
        if record["id"] not in without:
            yield "id", record["text"]


def parallel(data: Path) -> Iterator[tuple[tuple[str, str], ...]]:
    """Sentences that are translations of one another: together they are one context."""
    files = [(data / "text" / f"ntrex-{code}.txt").open(encoding="utf-8") for code in ("id", "ms", "en")]
    for row in zip(*files, strict=True):
        yield tuple(zip(("id", "ms", "en"), row, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("stream", type=Path)
    parser.add_argument("--without", type=Path)
    args = parser.parse_args()
    without = set()
    if args.without:
        for file in args.without.glob("*.json"):
            without |= set(json.loads(file.read_text(encoding="utf-8"))["articles"])
    plain = [(code, list(words(text))) for code, text in documents(args.data, args.stream, without)]
    pairs = [[(code, list(words(text))) for code, text in row] for row in parallel(args.data)]
    raw = Counter(w for _, text in plain for w in text)
    raw.update(w for row in pairs for _, text in row for w in text)
    attested = frozenset(w for w, n in raw.items() if n >= 6 and w.isalpha())
    roots = attested | implied(raw, attested)
    for _ in range(2):
        stemmers = {code: Stemmer(languages.load(code), roots) for code in ("id", "ms", "en")}
        stemmed = [[stemmers[code].stem(w) for w in text if not w[0].isdigit()] for code, text in plain]
        joined = [[stemmers[code].stem(w) for code, text in row for w in text if not w[0].isdigit()] for row in pairs]
        counts = Counter(w for text in stemmed + joined for w in text)
        vocabulary = [w for w, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:VOCABULARY]]
        roots = frozenset(vocabulary)
    spread = Counter(w for text in stemmed + joined for w in set(text))
    total = len(stemmed) + len(joined)
    index = {w: i for i, w in enumerate(vocabulary)}
    vectors = factor(stemmed, joined, index)
    frequency = np.array([spread[w] for w in vocabulary], dtype=np.int32)
    np.savez_compressed(
        OUT,
        words=np.array("\n".join(vocabulary).encode()),
        frequency=frequency,
        total=np.int64(total),
        vectors=vectors,
    )
    print(OUT, OUT.stat().st_size, total)
    norm = vectors.astype(np.float32)
    norm /= np.linalg.norm(norm, axis=1, keepdims=True) + 1e-9
    for probe in ("polisi", "gempa", "bantu", "harga", "hakim", "pesawat", "dead", "gabungan", "tewas"):
        if probe in index:
            near = np.argsort(-norm @ norm[index[probe]])[:9]
            print(probe, [vocabulary[i] for i in near])


def implied(raw: Counter[str], attested: frozenset[str]) -> frozenset[str]:
    """Roots that never stand alone, told by three different words that are made of them and of no other."""
    stemmer = Stemmer(languages.load("id"), frozenset())
    made: Counter[str] = Counter()
    for word, n in raw.items():
        if n >= 3 and len(word) >= 6 and word.isalpha():
            forms = {form for form in stemmer.forms(word) if 4 <= len(form) < len(word)}
            if not forms & attested:
                made.update(form for form in forms if len(form) <= len(word) - 2)
    return frozenset(form for form, n in made.items() if n >= 3)


def factor(texts: list[list[str]], joined: list[list[str]], index: dict[str, int]) -> np.ndarray:
    """Vectors of the vocabulary as int8 rows, each scaled to its largest value."""
    size = len(index)
    table = coo_matrix((size, size), dtype=np.float32).tocsr()
    for first in range(0, len(texts), 1500):
        table = table + near(texts[first : first + 1500], index)
    table = table + together(joined, index)
    table = (table + table.T).tocsr()
    sums = np.asarray(table.sum(axis=1)).ravel()
    context = sums**0.75
    found = table.tocoo()
    value = np.log(found.data * context.sum() / (sums[found.row] * context[found.col] + 1e-9) + 1e-9)
    kept = value > 0
    positive = coo_matrix((value[kept].astype(np.float32), (found.row[kept], found.col[kept])), shape=(size, size)).tocsr()
    u, s, _ = randomized_svd(positive, DIMENSIONS, n_iter=4, random_state=0)
    vectors = u * s**0.5
    vectors -= vectors.mean(axis=0)
    scale = np.abs(vectors).max(axis=1, keepdims=True) + 1e-9
    return np.round(vectors / scale * 127).astype(np.int8)


def near(texts: list[list[str]], index: dict[str, int]) -> coo_matrix:
    """Counts of words within the window, nearer ones more."""
    rows, columns, values = [], [], []
    for text in texts:
        ids = np.array([index.get(w, -1) for w in text])
        for gap in range(1, WINDOW + 1):
            a, b = ids[:-gap], ids[gap:]
            kept = (a >= 0) & (b >= 0)
            rows.append(a[kept])
            columns.append(b[kept])
            values.append(np.full(kept.sum(), 1.0 / gap, dtype=np.float32))
    shape = (len(index), len(index))
    return coo_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape).tocsr()


def together(rows: list[list[str]], index: dict[str, int]) -> coo_matrix:
    """Counts of words in one translated sentence."""
    first, second = [], []
    for text in rows:
        ids = sorted({index[w] for w in text if w in index})
        first += [a for a in ids for _ in ids]
        second += ids * len(ids)
    values = np.full(len(first), 0.2, dtype=np.float32)
    return coo_matrix((values, (first, second)), shape=(len(index), len(index))).tocsr()


if __name__ == "__main__":
    main()
