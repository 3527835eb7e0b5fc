"""How well sentences are found, on the corpora of sentences at hand: `python bench/sentences.py [--errors]`.

The sentences of each file are joined by line ends, as reports have them, and by blanks, and the ends that are found are
compared with the real ones. The last end of the file is not counted. pysbd is measured on the same text where it is installed.
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
        pieces = [sentence.start for sentence in document.sentences] + [aside.span.start for aside in document.asides]
        starts = sorted(pieces)[1:]
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
            for joint in ("\n", " "):
                begun = time.process_time()
                hit, wanted, got = measure(corpus(file), joint, cut, args.errors and name == "silang")
                print(
                    f"{name:8}{file.stem:26}{'lines' if joint != ' ' else 'blanks':8}"
                    f"P {hit / got:.4f}  R {hit / wanted:.4f}  F {2 * hit / (got + wanted):.4f}"
                    f"  {time.process_time() - begun:7.2f} s"
                )
    return 0


def measure(sentences: list[str], joint: str, cut: Callable[[str], list[str]], show: bool) -> tuple[int, int, int]:
    """How many ends are right, how many there are, how many were found."""
    hit = wanted = got = 0
    for at in range(0, len(sentences), CHUNK):
        chunk = sentences[at : at + CHUNK]
        joined = joint.join(chunk)
        gold, found = ends(chunk), ends(cut(joined))
        hit, wanted, got = hit + len(gold & found), wanted + len(gold), got + len(found)
        if show:
            bare = [i for i, c in enumerate(joined) if not c.isspace()]
            for end in sorted(gold ^ found):
                stop = bare[end - 1] + 1
                print(
                    "missed" if end in gold else "extra",
                    repr(joined[max(0, stop - 50) : stop]),
                    "|",
                    repr(joined[stop : stop + 30]),
                )
    return hit, wanted, got


if __name__ == "__main__":
    sys.exit(main())
