"""What a language knows of differences (`detect.toml`), compiled once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang.align.background import stemmer
from silang.types import Language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of one language, folded; the docstring of the detector that uses a list says what it is for."""

    stem: Callable[[str], str]
    function: frozenset[str]
    negators: frozenset[str]
    tables: Mapping[str, frozenset[str]]
    opposites: Mapping[str, frozenset[str]]
    opposed: Mapping[str, frozenset[str]]
    """The same by folded words, in the forms that are listed: stems of two words may be one ("berhasil", "menghasilkan")."""
    orders: Mapping[str, Mapping[str, int]]
    sets: Mapping[str, tuple[frozenset[str], ...]]
    synonyms: Mapping[str, str]
    """The first phrase of its set, by every phrase that a noun is counted under."""
    contrasts: Mapping[str, tuple[tuple[str, int], ...]]
    """By word the contrasts it is part of and its kind there: words of two kinds speak of two things."""

    def noun(self, of: str) -> tuple[str, ...]:
        """Folded words of a counted noun; the longest known phrase in it by the first of its set."""
        words = of.casefold().split()
        for size in range(len(words), 0, -1):
            for at in range(len(words) - size + 1):
                same = self.synonyms.get(" ".join(words[at : at + size]))
                if same:
                    return (*words[:at], *same.split(), *words[at + size :])
        return tuple(words)

    def has(self, table: str, words: Iterable[str]) -> bool:
        """Whether any of these folded words is in a list."""
        known = self.tables.get(table, frozenset())
        return any(word in known for word in words)

    def order(self, name: str) -> Mapping[str, int]:
        """Ranks of words that stand in an order (weekdays, stages of a trial); several words may have one rank."""
        return self.orders.get(name, {})

    def groups(self, name: str) -> tuple[frozenset[str], ...]:
        """Sets of folded words that stand for one another."""
        return self.sets.get(name, ())

    def list(self, table: str) -> frozenset[str]:
        """A list of folded words or phrases, empty where the language has none."""
        return self.tables.get(table, frozenset())


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled `detect.toml` of a language."""
    table = language.tables.get("detect", {})
    stem = stemmer(language).stem
    lists = {name: frozenset(str(w).casefold() for w in words) for name, words in _lists(table)}
    pairs = [(first.casefold(), second.casefold()) for first, second in table.get("opposites", ())]
    return Lexicon(
        stem,
        lists.get("function", frozenset()),
        lists.get("negators", frozenset()),
        lists,
        _both_ways([(stem(first), stem(second)) for first, second in pairs]),
        _both_ways(pairs),
        {name: {w: rank for rank, row in enumerate(rows) for w in row} for name, rows in table.get("orders", {}).items()},
        {name: tuple(frozenset(row) for row in rows) for name, rows in table.get("groups", {}).items()},
        {phrase: row[0] for row in table.get("groups", {}).get("nouns", ()) for phrase in row},
        _contrasts(table),
    )


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for first, second in pairs:
        held.setdefault(first, set()).add(second)
        held.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in held.items()}


def _contrasts(table: Mapping[str, Any]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    rows: dict[str, dict[str, int]] = {}
    for name, kinds in table.get("contrasts", {}).items():
        for kind, words in enumerate(kinds):
            for word in words:
                rows.setdefault(word.casefold(), {})[name] = kind
    return {word: tuple(sorted(held.items())) for word, held in rows.items()}


def _lists(table: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    return [(name, words) for name, words in table.get("words", {}).items()]
