"""Counts in how many documents each term stands: makes `silang/events/background.bin`.

    python training/events_background.py SHARED

SHARED holds `data/text` (IndoSum, Wikipedia passages, NTREX) and `bench/stream.jsonl` with `bench/clusters/dev.json`:
the labelled articles are left out, so that what is measured on them is not counted from them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from silang import languages
from silang.events import background
from silang.events.lexicon import compiled
from silang.events.sketch import Scan

_SENTENCES = 18
"""Of a document, where a corpus is a run of sentences: the mean length of an IndoSum article."""
_NTREX_SENTENCES = 16


def documents(shared: Path) -> Iterator[tuple[str, str, str]]:
    """Language, title and text of every document."""
    texts = shared / "data" / "text"
    for name, code, size in (
        ("indosum", "id", _SENTENCES),
        ("wikipedia-id", "id", 1),
        ("ntrex-id", "id", _NTREX_SENTENCES),
        ("ntrex-ms", "ms", _NTREX_SENTENCES),
        ("ntrex-en", "en", _NTREX_SENTENCES),
    ):
        with (texts / f"{name}.txt").open(encoding="utf-8") as lines:
            while chunk := "".join(islice(lines, size)):
                yield code, "", chunk
    labelled = json.loads((shared / "bench" / "clusters" / "dev.json").read_text(encoding="utf-8"))
    held = {article for event in labelled["events"] for article in event["articles"]}
    with (shared / "bench" / "stream.jsonl").open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"] not in held:
                yield "id", article["title"], article["text"]


def main() -> None:
    frequencies: Counter[int] = Counter()
    count = 0
    for code, title, text in documents(Path(sys.argv[1])):
        scan = Scan(compiled(languages.load(code)))
        scan.read(title, heading=True)
        scan.read(text, heading=False)
        frequencies.update({term for term, _, _ in scan.found()})
        count += 1
    packed = background.packed(count, frequencies)
    target = Path(background.__file__).with_name(background.FILE)
    target.write_bytes(packed)
    print(f"{count} documents, {sum(n > 1 for n in frequencies.values())} terms, {len(packed)} bytes")


if __name__ == "__main__":
    main()
