"""How time and memory grow with the stream: `python bench/million.py [--sizes 10000 100000 1000000] [--plot FILE.svg]`.

A stream of any length is made from the real one by drawing its events again and again, a thousand reports a day, with the
names, numbers and dates of each draw replaced (the same way in all its reports, so that an event stays one). What stands
before the measured part is filled in as sketches with the links the real event has, replaced in the same manner; the
measured part, the next 1,000 reports, goes in as texts: sketched, compared, grouped. Exits with 1 when the next 1,000 at
the largest size take more than twice the time or memory of those at the smallest. Needs the stream (see quality.py).
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import statistics
import struct
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from quality import SHARED
from silang.events import Stream
from silang.events.lexicon import digest
from silang.events.sketch import DATE, NAME, NUMBER, PAIR, Sketch
from silang.types import Article

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
import events as learning

A_DAY = 1_000
BATCH = 1_000
BATCHES = 3
MOST = 2.0
"""Times that the next 1,000 may cost at the largest size what they cost at the smallest."""
_SYLLABLES = tuple(a + b for a in "bdfghjklmnprst" for b in "aeiou")
_PLACES = re.compile(r"(?<=[a-z,] )[A-Z][a-zA-Z]{2,}|\d+")


@dataclass(frozen=True)
class Pattern:
    """An event of the real stream: its articles, their sketches, and the links among them by place."""

    articles: list[Article]
    sketches: list[Sketch]
    links: list[tuple[int, int, float]]


def patterns() -> list[Pattern]:
    """The events of the real stream."""
    articles = {article.id: article for article in learning.stream(SHARED)}
    real = Stream()
    real.add(articles.values())
    found = []
    for event in real.events():
        numbers = [real._known[a] for a in event.articles]
        place = {number: at for at, number in enumerate(numbers)}
        links = [(place[n], place[m], p) for n in numbers for m, p in real._edges.get(n, {}).items() if m in place and n < m]
        found.append(Pattern([articles[a] for a in event.articles], [real._archive.sketches[n] for n in numbers], links))
    return found


class Draws:
    """Events drawn again and again, each with a number that decides what its names and numbers become."""

    def __init__(self, patterns: list[Pattern], seed: int) -> None:
        self.patterns = patterns
        self.chance = random.Random(seed)
        self.count = 0
        self.reports = 0

    def next(self) -> tuple[Pattern, int, int]:
        """An event, its number, and the day it falls on."""
        pattern = self.chance.choice(self.patterns)
        self.count += 1
        self.reports += len(pattern.articles)
        return pattern, self.count, date(2000, 1, 1).toordinal() + self.reports // A_DAY


def texts(draws: Draws, size: int) -> list[Article]:
    """As many reports as asked, as texts."""
    found: list[Article] = []
    while len(found) < size:
        pattern, number, day = draws.next()
        first = min(s.day or 0 for s in pattern.sketches)
        for at, (article, one) in enumerate(zip(pattern.articles, pattern.sketches, strict=True)):
            when = date.fromordinal(day + min((one.day or first) - first, 5)).isoformat()
            text, title = _rewritten(article.text, number), _rewritten(article.title, number)
            found.append(replace(article, id=f"{number}-{at}", url="", title=title, text=text, published=when))
    return found[:size]


def _rewritten(text: str, number: int) -> str:
    return _PLACES.sub(lambda found: _replaced(found[0], number), text)


def _replaced(word: str, number: int) -> str:
    seed = digest(f"{number} {word}")
    if word[0].isdigit():
        return str(seed)[: len(word)] if len(word) > 1 else word
    return "".join(_SYLLABLES[(seed >> (8 * k)) % len(_SYLLABLES)] for k in range(3)).capitalize()


def fill(stream: Stream, draws: Draws, size: int) -> None:
    """Bring a stream to a size with sketches and their links, without comparing them."""
    while len(stream) < size:
        pattern, number, day = draws.next()
        first = min(s.day or 0 for s in pattern.sketches)
        numbers = []
        for at, one in enumerate(pattern.sketches):
            when = day + min((one.day or first) - first, 5)
            numbers.append(stream._enter(len(stream), _redrawn(one, f"{number}-{at}", number, when)))
        for a, b, p in pattern.links:
            stream._edges[numbers[a]][numbers[b]] = stream._edges[numbers[b]][numbers[a]] = p
        for other in numbers:
            stream._members.pop(other, None)
        stream._seat(sorted(numbers))


def _redrawn(one: Sketch, name: str, number: int, day: int) -> Sketch:
    mixed = [
        (term * 2654435761 + number) & 0xFFFFFFFF if kind & (NAME | NUMBER | DATE | PAIR) else term
        for term, kind in zip(one.terms, one.kinds, strict=True)
    ]
    shingles = [(value * 40503 + number) & 0xFFFF for value in one.shingles]
    return replace(
        one,
        id=name,
        title=f"{one.title} {number}",
        content=digest(name),
        day=day,
        packed_terms=struct.pack(f"<{len(mixed)}I", *mixed),
        packed_shingles=struct.pack(f"<{len(shingles)}H", *shingles),
    )


def resident() -> float:
    """Memory of this process in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


@dataclass(frozen=True)
class Growth:
    """What the next 1,000 reports cost at a size."""

    size: int
    seconds: float
    grown: float
    memory: float
    events: int


def measured(patterns: list[Pattern], sizes: list[int]) -> Iterator[Growth]:
    """The growth at each size, in one stream that is filled up further from size to size."""
    stream, draws = Stream(), Draws(patterns, 1)
    for size in sizes:
        fill(stream, draws, size)
        stream.add(texts(draws, BATCH))
        seconds, grown, events = [], [], 0
        for _ in range(BATCHES):
            batch = texts(draws, BATCH)
            before, began = resident(), time.process_time()
            touched = stream.add(batch)
            seconds.append(time.process_time() - began)
            del batch
            grown.append(resident() - before)
            events = len(touched)
        yield Growth(size, statistics.median(seconds), statistics.mean(grown), resident(), events)


def plot(rows: list[Growth]) -> str:
    """An SVG of two panels: seconds for, and memory taken by, the next 1,000 reports at each size."""
    panels = [
        ("seconds for the next 1,000 reports", [r.seconds for r in rows]),
        ("MB taken by the next 1,000 reports", [r.grown for r in rows]),
    ]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 260" font-family="sans-serif" font-size="13">']
    parts.append('<rect width="720" height="260" fill="white"/>')
    for at, (name, values) in enumerate(panels):
        left, top = 60 + 350 * at, max(values) * 1.25 or 1.0
        step = 260 / max(1, len(rows) - 1)
        points = [(left + 10 + step * k, 210 - 160 * max(v, 0) / top) for k, v in enumerate(values)]
        parts.append(f'<text x="{left}" y="28">{name}</text>')
        parts.append(f'<path d="M{left} 45V210H{left + 285}" fill="none" stroke="#888"/>')
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="#1b6ca8" stroke-width="2"/>')
        for (x, y), value, row in zip(points, values, rows, strict=True):
            parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="#1b6ca8"/>')
            parts.append(f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{value:.2f}</text>')
            parts.append(f'<text x="{x:.0f}" y="230" text-anchor="middle">{row.size:,}</text>')
        parts.append(f'<text x="{left + 142}" y="250" text-anchor="middle">reports in the stream</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--plot", type=Path, help="write the growth here as SVG")
    args = parser.parse_args()
    if not (SHARED / "bench").exists():
        print(f"no stream at {SHARED}", file=sys.stderr)
        return 0
    rows = []
    for row in measured(patterns(), sorted(args.sizes)):
        rows.append(row)
        print(
            f"{row.size:>9,} reports: the next 1,000 take {row.seconds:.2f} s and {row.grown:.2f} MB, "
            f"fall into {row.events} events; {row.memory:,.0f} MB in all",
            flush=True,
        )
    if args.plot:
        args.plot.write_text(plot(rows), encoding="utf-8")
    return int(rows[-1].seconds > MOST * rows[0].seconds or rows[-1].grown > MOST * max(rows[0].grown, 0.1))


if __name__ == "__main__":
    sys.exit(main())
