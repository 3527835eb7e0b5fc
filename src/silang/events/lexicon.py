"""What the sketcher knows of a language: word stems, words too frequent to tell, months, and kinds of articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

import xxhash

from silang.types import Language

_KEPT_WORDS = 200_000
"""Word forms remembered a language; beyond it the memory starts afresh, so that a hostile stream cannot fill it."""

GENRES = ("digest", "schedule", "listicle", "guide", "profile", "opinion", "fiction", "check", "daily")
"""Kinds of articles that a title can announce; the position is the bit in a sketch."""


def digest(term: str) -> int:
    """32-bit hash of a term: the same on every machine."""
    return xxhash.xxh32_intdigest(term.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word form: the hash of its stem, whether it is too frequent to tell, and its month if it names one."""

    stem: int
    stop: bool
    capital: bool
    month: int


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A language's tables, compiled once."""

    stop: frozenset[str]
    keep: int
    clitics: tuple[str, ...]
    suffixes: tuple[str, ...]
    prefixes: tuple[tuple[str, str], ...]
    months: dict[str, int]
    skip: tuple[str, ...]
    genres: tuple[re.Pattern[str], ...]
    words: dict[str, Word] = field(default_factory=dict)

    def word(self, form: str) -> Word:
        """The word behind a form as written."""
        found = self.words.get(form)
        if found is None:
            if len(self.words) >= _KEPT_WORDS:
                self.words.clear()
            found = self.words[form] = self._word(form)
        return found

    def _word(self, form: str) -> Word:
        plain = form.casefold()
        stem = self.stem(plain)
        stop = len(plain) < 2 or plain in self.stop or stem in self.stop
        return Word(digest(stem), stop, form[:1].isupper(), self.months.get(plain, 0))

    def stem(self, plain: str) -> str:
        """A word in lower case without clitic, suffix and prefix, as far as enough letters stay."""
        for ends in (self.clitics, self.suffixes):
            for end in ends:
                if plain.endswith(end) and len(plain) - len(end) >= self.keep:
                    plain = plain[: -len(end)]
                    break
        for start, becomes in self.prefixes:
            if plain.startswith(start) and len(plain) - len(start) >= self.keep - len(becomes):
                return becomes + plain[len(start) :]
        return plain

    def kinds(self, title: str) -> int:
        """The kinds of article a title announces, as bits in the order of GENRES."""
        plain = title.casefold()
        return sum(1 << bit for bit, pattern in enumerate(self.genres) if pattern.search(plain))

    def report(self, text: str) -> list[str]:
        """The lines of a text that are report."""
        lines = (line.strip() for line in text.split("\n"))
        return [line for line in lines if line and not line[:40].casefold().startswith(self.skip)]


@cache
def compiled(language: Language) -> Lexicon:
    """The lexicon of a language; empty where it has no table for events."""
    table = language.tables.get("events", {})
    genres = table.get("genres", {})
    return Lexicon(
        frozenset(table.get("stop", "").split()),
        table.get("keep", 4),
        tuple(sorted(table.get("clitics", ()), key=len, reverse=True)),
        tuple(sorted(table.get("suffixes", ()), key=len, reverse=True)),
        tuple(sorted((tuple(p) for p in table.get("prefixes", ())), key=lambda p: (-len(p[0]), p))),
        dict(table.get("months", {})),
        tuple(table.get("skip", ())) or ("\0",),
        tuple(re.compile("|".join(genres.get(name, ())) or r"(?!)") for name in GENRES),
    )
