"""Words of a stretch of text, folded and stemmed, with their places: what two wordings are compared by."""

from __future__ import annotations

import re
from collections.abc import Callable
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


def words(text: str, start: int, end: int, stem: Callable[[str], str]) -> tuple[Word, ...]:
    """The words of `text[start:end]`; words glued together at a change of case, and two words with a hyphen, are cut."""
    out = []
    for found in _WORD.finditer(text, start, end):
        at = found.start()
        for piece in _pieces(found.group()):
            at = text.index(piece, at)
            fold = piece.casefold()
            out.append(Word(at, at + len(piece), piece, fold, stem(fold)))
            at += len(piece)
    return tuple(out)


def _pieces(word: str) -> list[str]:
    parts = word.split("-")
    if len(parts) > 1:
        return [piece for part in parts for piece in _pieces(part)]
    if word.islower() or word.isupper() or len(word) < 5:
        return [word]
    return _GLUED.split(word)
