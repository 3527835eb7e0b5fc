"""Words of statements brought to a common form: folded, stripped of affixes, variants joined, numbers normalised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from silang.types import Language

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\d")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_SHORTEST = 4
_LONGEST_PLAIN = 7
_KNOWN = 50_000


class Stemmer:
    """Common forms of the words of one language.

    A stripped form is taken only when it is among `roots`, the words that the background corpus knows: the shortest one
    of at least four letters, which is enough to bring the forms of one word together and needs no list of roots.
    """

    def __init__(self, language: Language, roots: frozenset[str]) -> None:
        table = language.tables.get("align", {})
        stems, words = table.get("stems", {}), table.get("words", {})
        self._ends = tuple(stems.get("particles", ())), tuple(stems.get("possessives", ())), tuple(stems.get("suffixes", ()))
        self._begins = tuple((begin, tuple(instead)) for begin, instead in stems.get("prefixes", ()))
        self._same: dict[str, str] = dict(words.get("same", {}))
        self._roots = roots
        self._seen: dict[str, tuple[str, ...]] = {}
        self._single: dict[str, str] = {}
        self.empty = frozenset(words.get("empty", ()))

    def stem(self, word: str) -> str:
        """The common form of a folded word."""
        known = self._single.get(word)
        if known is None:
            known = self._found(word)
            if len(self._single) < _KNOWN:
                self._single[word] = known
        return known

    def _found(self, word: str) -> str:
        if word in self._same:
            return self._same[word]
        known = [form for form in self.forms(word) if len(form) >= _SHORTEST and form in self._roots]
        best = min(known, key=lambda form: (len(form), form), default=word)
        return self._same.get(best, best)

    def variant(self, word: str) -> str:
        """A folded word in the common one of its spellings and everyday forms, affixes kept."""
        return self._same.get(word, word)

    def stems(self, word: str) -> tuple[str, ...]:
        """The common forms of a folded word, two where it is two known words run together; none of an empty word."""
        known = self._seen.get(word)
        if known is None:
            known = tuple(self.stem(part) for part in self._parts(word) if part not in self.empty)
            if len(self._seen) < _KNOWN:
                self._seen[word] = known
        return known

    def _parts(self, word: str) -> tuple[str, ...]:
        if len(word) <= _LONGEST_PLAIN or self._knows(word):
            return (word,)
        cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 2)]
        fitting = [pair for pair in cuts if self._knows(pair[0]) and self._knows(pair[1])]
        return max(fitting, key=lambda pair: (min(map(len, pair)), pair), default=(word,))

    def _knows(self, word: str) -> bool:
        return word in self.empty or word in self._same or (len(word) >= _SHORTEST and self.stem(word) in self._roots)

    def forms(self, word: str) -> set[str]:
        """A word and everything it may be made of: up to two beginnings and three ends taken off."""
        forms = {word}
        for ends in self._ends:
            forms |= {form[: -len(end)] for form in forms for end in ends if form.endswith(end)}
        for _ in range(2):
            forms |= {
                start + form[len(begin) :]
                for form in forms
                for begin, instead in self._begins
                if form.startswith(begin)
                for start in instead
            }
        return forms


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def words(text: str) -> Iterator[str]:
    """Words and numbers of a text, folded; a number is written without grouping and with a point."""
    for found in _WORD.finditer(fold(_GLUED.sub(" ", text))):
        word = found.group()
        yield number(word) if word[0].isdigit() else word


@cache
def number(word: str) -> str:
    """A number as written, in one way: 1.323.459 is 1323459, and 5,50 is 5.5."""
    if _GROUPED.fullmatch(word):
        return word.replace(".", "").replace(",", "")
    whole, _, part = word.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{part}" if part else whole.lstrip("0") or "0"
