"""How well sentences are found, on the corpora of sentences at hand: `python bench/sentences.py [--errors]`.

The sentences of each file are joined by single blanks, and the ends that are found are compared with the real ones. The
last end of the file is not counted. pysbd is measured on the same text where it is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SHARED = Path(os.environ.get("SILANG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
CHUNK = 40


def corpus(file: Path) -> list[str]:
    """The sentences of a file in CoNLL-U."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]


def ends(sentences: list[str]) -> set[int]:
    """How many characters that are no blanks stand before each end but the last."""
    found, at = set(), 0
    for sentence in sentences:
        at += len(re.sub(r"\s", "", sentence))
        found.add(at)
    return found - {at}


def silang() -> Callable[[str], list[str]]:
    from silang import languages, text
    from silang.types import Article

    language = languages.load("id")

    def cut(joined: str) -> list[str]:
        document = text.document(Article("a", joined), language)
        starts = [sentence.start for sentence in document.sentences[1:]]
        return [joined[a:b] for a, b in zip([0, *starts], [*starts, len(joined)], strict=True)]

    return cut


def peers() -> Iterator[tuple[str, Callable[[str], list[str]]]]:
    yield "silang", silang()
    try:
        import pysbd
    except ImportError:
        return
    yield "pysbd", pysbd.Segmenter(language="en", clean=False).segment


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list where silang differs")
    args = parser.parse_args()
    files = sorted((SHARED / "data" / "ud").glob("*.conllu"))
    if not files:
        print(f"no sentences at {SHARED}", file=sys.stderr)
        return 0
    for name, cut in peers():
        for file in files:
            hit = wanted = got = 0
            begun = time.process_time()
            sentences = corpus(file)
            for at in range(0, len(sentences), CHUNK):
                chunk = sentences[at : at + CHUNK]
                joined = " ".join(chunk)
                gold, found = ends(chunk), ends(cut(joined))
                hit, wanted, got = hit + len(gold & found), wanted + len(gold), got + len(found)
                if args.errors and name == "silang":
                    bare = [i for i, c in enumerate(joined) if not c.isspace()]
                    for end in sorted(gold ^ found):
                        mark = "missed" if end in gold else "extra"
                        print(f"{mark:7} {joined[max(0, bare[end - 1] - 50) : bare[end - 1] + 1]!r} | {joined[bare[end - 1] + 1 :][:30]!r}")
            spent = time.process_time() - begun
            print(f"{name:8}{file.stem:26} P {hit / got:.4f}  R {hit / wanted:.4f}  F {2 * hit / (got + wanted):.4f}  {spent:7.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
