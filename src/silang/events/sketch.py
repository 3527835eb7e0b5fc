"""A report becomes a sketch of a few hundred bytes: all that grouping needs of it."""

from __future__ import annotations

import math
import re
import struct
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import xxhash

from silang import languages
from silang.events import background, minhash
from silang.events.lexicon import Lexicon, compiled, digest
from silang.types import Article

VERSION = 1
"""Of the way a sketch is made; sketches of two versions are not compared."""

TITLE, LEAD, NAME, NUMBER, DATE, PAIR = 1, 2, 4, 8, 16, 32
"""Bits that say where a term stands in a report, and what it is."""

_TERMS = 72
_CHARS = 5_000
_LEAD = 60
_SHOWN = 200
_TOLD = 20
_LOGARITHMS = (0.0, *(1 + math.log2(count) for count in range(1, 256)))
_TOKEN = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[.!?:;,()\"“”\n]")
_DATELINE = re.compile(r"[^\n]{2,60}?\s?[-–—]+\s?(?=[\w\"“'])")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What grouping knows of a report: parallel `terms`, `weights`, `kinds`, by falling weight, packed in bytes.

    `terms` are 32-bit hashes of stems, names, numbers, dates and pairs of name words; `weights` say how much a report
    makes of each (1 to 255); `kinds` are bits. `day` is a proleptic ordinal. `url` and `content` are 64-bit hashes.
    """

    id: str
    title: str
    outlet: str
    url: int
    content: int
    day: int | None
    genres: int
    packed_terms: bytes
    weights: bytes
    kinds: bytes
    packed_shingles: bytes

    @property
    def terms(self) -> tuple[int, ...]:
        """Hashes of the terms, the weightiest first."""
        return struct.unpack(f"<{len(self.packed_terms) // 4}I", self.packed_terms)

    @property
    def shingles(self) -> tuple[int, ...]:
        """The MinHash signature; empty for a text too short to have one."""
        return struct.unpack(f"<{len(self.packed_shingles) // 2}H", self.packed_shingles)


def sketch(article: Article) -> Sketch:
    """The sketch of a report. Any text has one; what it costs is bounded whatever the text's length."""
    lexicon = compiled(languages.of(article))
    lines = lexicon.report(article.text[:_CHARS])
    if lines:
        lines[0] = _undated(lines[0])
    title = " ".join(article.title.split()) or (lines[0] if lines else "")
    scan = Scan(lexicon)
    scan.read(title[:_SHOWN], heading=True)
    scan.read("\n".join(lines), heading=False)
    terms = scan.terms()
    return Sketch(
        article.id,
        title[:_SHOWN],
        article.outlet,
        _hash64(_address(article.url)) if article.url else 0,
        _content(article),
        _published(article.published) or scan.day(),
        lexicon.kinds(title[:_SHOWN]),
        struct.pack(f"<{len(terms)}I", *(term for term, _, _ in terms)),
        bytes(weight for _, weight, _ in terms),
        bytes(kind for _, _, kind in terms),
        minhash.packed(scan.sequence),
    )


def sketches(articles: Iterable[Article]) -> Iterable[Sketch]:
    """Sketch each article; memory is bounded by one."""
    return map(sketch, articles)


class Scan:
    """One pass over a report's words, counting as it goes: a term's count, kind, and how far it is written as a name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.entries: dict[int, list[int]] = {}
        self.neighbours: Counter[tuple[int, int]] = Counter()
        self.dates: Counter[date] = Counter()
        self.sequence: list[int] = []

    def read(self, text: str, heading: bool) -> None:
        """Count the words of a title or of a body."""
        fresh, last, number = True, 0, ""
        known = self.lexicon.words.get
        for place, form in enumerate(_TOKEN.findall(text)):
            kind = TITLE if heading else LEAD if place < _LEAD else 0
            word = known(form)
            if word is None:
                if form[0].isdecimal():
                    number = self._number(form, kind)
                    fresh, last = False, 0
                    continue
                if not form[0].isalpha():
                    fresh, last, number = fresh or form not in ",()", 0, ""
                    continue
                word = self.lexicon.word(form)
            if not heading:
                self.sequence.append(word.stem)
            if number and word.month:
                self._date(number, word.month, 0, kind)
            if word.stop:
                last = 0
            else:
                self._count(word.stem, kind, 0 if heading or (fresh and not last) else 1 if word.capital else -2)
                if last and word.capital:
                    self.neighbours[last, word.stem] += 1
                last = word.stem if word.capital else 0
            fresh, number = False, ""

    def _count(self, term: int, kind: int, named: int = 0) -> None:
        entry = self.entries.get(term)
        if entry is None:
            self.entries[term] = [1, kind, named]
        else:
            entry[0] += 1
            entry[1] |= kind
            entry[2] += named

    def _number(self, token: str, kind: int) -> str:
        parts = re.split(r"[/-]", token)
        if len(parts) == 3:
            year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
            self._date(parts[0], int(parts[1]), year, kind)
            return ""
        self._count(digest("#" + token.replace(",", ".")), kind | NUMBER)
        return token

    def _date(self, number: str, month: int, year: int, kind: int) -> None:
        if len(number) > 2 or not (0 < int(number) < 32 and 0 < month < 13):
            return
        self._count(digest(f"@{month}-{int(number)}"), kind | DATE)
        if year:
            try:
                self.dates[date(year, month, int(number))] += 1
            except ValueError:
                return

    def day(self) -> int | None:
        """The day that the report's own dates speak for: the one it writes most often, the latest of equals."""
        if not self.dates:
            return None
        return max(self.dates, key=lambda day: (self.dates[day], day)).toordinal()

    def terms(self) -> list[tuple[int, int, int]]:
        """The terms that say most about the report, with weight and kind, the weightiest first."""
        weighed = [(term, _weight(count, kind), kind) for term, count, kind in self.found()]
        weighed.sort(key=lambda item: (-item[1] * background.rarity(item[0]), item[0]))
        return weighed[:_TERMS]

    def found(self) -> list[tuple[int, int, int]]:
        """Every term with its count and kind."""
        found = [(term, count, kind | NAME if named > 0 else kind) for term, (count, kind, named) in self.entries.items()]
        for (left, right), count in self.neighbours.items():
            one, other = self.entries[left], self.entries[right]
            if one[2] > 0 and other[2] > 0:
                found.append((digest(f"{left} {right}"), count, PAIR | (one[1] & other[1] & (TITLE | LEAD))))
        return found


def _weight(count: int, kind: int) -> int:
    size = _LOGARITHMS[min(count, 255)] + (2 if kind & TITLE else 0) + (1 if kind & LEAD else 0)
    return min(255, round((8 if kind & PAIR else 16) * size))


def _undated(line: str) -> str:
    found = _DATELINE.match(line)
    if found is None:
        return line
    words = found.group().strip(" -–—").split()
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return line[found.end() :] if len(words) <= 6 and 2 * capitals > len(words) else line


def _published(text: str) -> int | None:
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups())).toordinal()
    except ValueError:
        return None


def _content(article: Article) -> int:
    words = article.text.split()
    # A caption or a line of boilerplate is no text to be a copy by: there the title has to agree too.
    told = words if len(words) >= _TOLD else [*article.title.split(), *words]
    return _hash64(" ".join(told).casefold())


def _address(url: str) -> str:
    plain = url.split("#", 1)[0].split("?", 1)[0].rstrip("/").casefold()
    return re.sub(r"^[a-z]{2,6}://(?:www\.|m\.|amp\.)?", "", plain)


def _hash64(text: str) -> int:
    return xxhash.xxh64_intdigest(text.encode("utf-8", "surrogatepass"))
