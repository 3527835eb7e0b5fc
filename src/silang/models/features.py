"""What the name tagger looks at: features of words, and the stretches of a sentence that may be names."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

BUCKETS = 1 << 14
"""Into how many numbers the letters of words are hashed."""
_RUN = 5
"""Letters of the longest runs."""
LINKS = frozenset(["-", "–", "'", "’", ".", "&", "/", "of", "the", "and", "y"])
"""Marks and words that may stand inside a name, whatever the language; a language adds its own."""

START, END = "<s>", "</s>"
_REPEAT = re.compile(r"(.)\1+")


class _Outline(dict[int, str]):
    """What each letter is in the outline of a word, worked out when first asked for."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        self[point] = "A" if char.isupper() else "a" if char.islower() else "0" if char.isdigit() else char
        return self[point]


_OUTLINE = _Outline()

Clusters = Callable[[str], tuple[int, int] | None]
"""Numbers of the coarse and the fine cluster of a word, or None where it has none."""
Letters = Callable[[str], tuple[int, ...]]
"""What the letters of a word speak for: person, place, organisation, common word, each from -3 to 3."""


def active(words: Sequence[str], links: frozenset[str], openers: frozenset[str]) -> list[bool]:
    """Which words of a sentence may belong to a name: capitals, what links two of them, what opens or numbers one."""
    capital = [not word.islower() and (word[0].isalpha() or word[0].isupper()) for word in words]
    if True not in capital:
        return capital
    found = capital[:]
    size = len(words)
    for i, word in enumerate(words):
        if capital[i]:
            continue
        if word in links:
            before = i > 0 and (found[i - 1] or (i > 1 and found[i - 2] and words[i - 1] in links))
            after = i + 1 < size and (capital[i + 1] or (i + 2 < size and capital[i + 2] and words[i + 1] in links))
            found[i] = before and after
        elif (i + 1 < size and capital[i + 1] and word in openers) or (i and found[i - 1] and word[0].isdigit()):
            found[i] = True
    return found


def stretches(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Ranges of the marks that are set."""
    first = -1
    for i, mark in enumerate(marks):
        if mark and first < 0:
            first = i
        elif not mark and first >= 0:
            yield first, i
            first = -1
    if first >= 0:
        yield first, len(marks)


def folded(word: str) -> str:
    """A word as the tables have it: numbers by their length alone."""
    return "0" * min(len(word), 5) if word[0].isdigit() else word


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """Its outline: "AFP" and "BPS" -> "A", "iNews" -> "aAa", "U-23" -> "A-0"."""
    return _REPEAT.sub(r"\1", word[:40].translate(_OUTLINE))[:6]


def own(word: str, clusters: Clusters, letters: Letters) -> list[str]:
    """Features of the word itself."""
    low = word.lower()[:40]
    found = ["b", f"w={low}", f"s={shape(word)}"]
    for size in (2, 3, 4):
        if len(low) > size:
            found += [f"p{low[:size]}", f"q{low[-size:]}"]
    if word.isupper():
        found.append(f"U{min(len(word), 6)}")
    both = clusters(word)
    found += ["c?"] if both is None else [f"c{both[0]}", f"d{both[1]}"]
    if word[0].isalpha():
        found += [f"g{kind}{value}" for kind, value in zip("PLOC", letters(word), strict=True)]
    return found


def near(word: str, clusters: Clusters, letters: Letters) -> tuple[list[str], list[str]]:
    """Features that a word gives to those around it, before the offset is put in front: to all, and to its neighbours."""
    low = word.lower()[:40]
    both = clusters(word)
    far = [f"w={low}", f"s={shape(word)}", *(["c?"] if both is None else [f"c{both[0]}", f"d{both[1]}"])]
    close = [f"q{low[-3:]}"] if len(low) > 3 else []
    if word[0].isupper():
        close += [f"g{kind}{value}" for kind, value in zip("PLOC", letters(word), strict=True)]
    return far, close


def given(both: tuple[list[str], list[str]], offset: int) -> list[str]:
    """Features of a word for the one that stands `offset` before or after it."""
    far, close = both
    return [placed(feature, offset) for feature in (far + close if abs(offset) == 1 else far)]


def placed(feature: str, offset: int) -> str:
    """A feature of a word for the one that stands `offset` before or after it."""
    return f"{offset}{feature}"


def place(at: int, first: int, last: int) -> str:
    """Where in its stretch a word stands."""
    return f"n{min(at - first, 3)},{min(last - 1 - at, 3)}{'S' if first == 0 else 's'}"


def pair(before: str, word: str) -> str:
    """Two capitalised words in a row."""
    return f"{pair_opener(before)}|{word.lower()[:40]}"


def pair_opener(before: str) -> str:
    """What every pair with this word as its first begins with, before the bar."""
    return f"x{before.lower()[:40]}"


def edge(side: str, word: str) -> str:
    """The word before (`B`) or after (`A`) the stretch."""
    return f"{side}{word.lower()[:40]}"


def opening(word: str) -> str:
    """The word that opens a sentence."""
    return f"0w={word.lower()[:40]}"


def grams(word: str) -> set[int]:
    """Buckets of the letter runs of a word."""
    marked = [char.encode("utf-8", "surrogatepass") for char in f"^{word.lower()[:40]}$"]
    found = {zlib.crc32(b"=" + b"".join(marked)) % BUCKETS}
    for first in range(len(marked) - 1):
        value = zlib.crc32(marked[first])
        for char in marked[first + 1 : first + _RUN]:
            value = zlib.crc32(char, value)  # goes on from the run that is one letter shorter
            found.add(value % BUCKETS)
    return found
