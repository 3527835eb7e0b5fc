"""Words of a stretch of text, folded and stemmed, with their places: what two wordings are compared by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|%")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")


class Word(NamedTuple):
    """A word as written, its code points in the article, and the forms it is compared by."""

    start: int
    end: int
    text: str
    fold: str
    stem: str


def words(text: str, start: int, end: int, affixes: Affixes) -> tuple[Word, ...]:
    """The words of `text[start:end]`; words glued together at a change of case, and two words with a hyphen, are cut."""
    out = []
    for found in _WORD.finditer(text, start, end):
        at = found.start()
        for piece in _pieces(found.group()):
            at = text.index(piece, at)
            fold = piece.casefold()
            out.append(Word(at, at + len(piece), piece, fold, stem(fold, affixes)))
            at += len(piece)
    return tuple(out)


class Affixes(NamedTuple):
    """Affixes that a language puts on its words, longest first, and the letters a stem must keep."""

    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    keep: int


@lru_cache(maxsize=65536)
def stem(fold: str, affixes: Affixes) -> str:
    """A rough root, good enough to tell that two words are one: at most two suffixes and two prefixes are taken off."""
    root = fold
    for _ in range(2):
        root = next(
            (root[: -len(s)] for s in affixes.suffixes if root.endswith(s) and len(root) - len(s) >= affixes.keep), root
        )
    for _ in range(2):
        root = next(
            (root[len(p) :] for p in affixes.prefixes if root.startswith(p) and len(root) - len(p) >= affixes.keep), root
        )
    return root


def _pieces(word: str) -> list[str]:
    parts = word.split("-")
    if len(parts) > 1:
        return [piece for part in parts for piece in _pieces(part)]
    if word.islower() or word.isupper() or len(word) < 5:
        return [word]
    return _GLUED.split(word)
