"""Abbreviations that the report itself writes out: "Pajak Kendaraan Bermotor (PKB)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from silang.entities.lexicon import JOINT, Lexicon
from silang.types import Sentence

_MOST = 8
"""Letters of an abbreviation."""


def stated(sentences: Sequence[Sentence], lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """What each abbreviation in brackets is short for, by the initials of the words before it."""
    found: dict[str, tuple[str, ...]] = {}
    for sentence in sentences:
        words = sentence.words
        for i in range(2, len(words) - 2):
            short = words[i + 1]
            if words[i] == "(" and words[i + 2] == ")" and short.isupper() and 2 <= len(short) <= _MOST:
                long = _spelt(words, i, short, lexicon)
                if long:
                    found.setdefault(short, long)
    return found


def _spelt(words: tuple[str, ...], end: int, short: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words before `end` whose initials the abbreviation has; words that join may lack theirs."""
    at = end
    for letter in reversed(short.casefold()):
        at -= 1
        while at > 0 and words[at][0].casefold() != letter and lexicon.marks[words[at]] & JOINT:
            at -= 1
        if at < 0 or words[at][0].casefold() != letter:
            return ()
    return words[at:end]


def another(word: str, name: str, known: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the report means something else by an abbreviation than the name that everybody knows it for."""
    long = known.get(word)
    return long is not None and long[0].casefold() != name.split()[0].casefold()
