"""Articles a second that `read` takes in on one core, beside spaCy: `python bench/speed.py [REPORTS ...]`.

Without REPORTS it reads the labelled stream where that is at hand, else the shipped examples over and over. Processor time,
after a warm-up. The yardstick is spaCy's blank Indonesian pipeline with its sentencizer on the same texts, where spaCy is
installed: it cuts sentences and tokens and does nothing else.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path

from quality import SHARED
from silang import Article, read, sources

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
COUNT = 1000
WARM = 50


def articles(paths: list[str]) -> list[Article]:
    """The articles to be read: those of the paths, of the stream, or the examples repeated."""
    stream = SHARED / "bench" / "stream.jsonl"
    if not paths and stream.exists():
        paths = [str(stream)]
    found = list(islice(sources.articles(paths or [str(EXAMPLES / "telepon"), str(EXAMPLES / "putusan")]), COUNT + WARM))
    return list(islice(cycle(found), COUNT + WARM))


def rate(work: Callable[[Iterable[Article]], Iterable[object]], found: list[Article]) -> float:
    """Articles a second of processor time, after a warm-up on the first ones."""
    for _ in work(found[:WARM]):
        pass
    start = time.process_time()
    done = sum(1 for _ in work(found[WARM:]))
    return done / (time.process_time() - start)


def main() -> int:
    found = articles(sys.argv[1:])
    mean = sum(len(article.text) for article in found) / len(found)
    print(f"{len(found) - WARM} articles of {mean:,.0f} characters")
    print(f"silang.read       {rate(read, found):8.0f} articles/s")
    print(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    try:
        import spacy
    except ImportError:
        print("spaCy is not installed: no yardstick")
        return 0
    pipeline = spacy.blank("id")
    pipeline.add_pipe("sentencizer")
    print(f"spaCy, sentences  {rate(lambda some: pipeline.pipe(a.text for a in some), found):8.0f} articles/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
