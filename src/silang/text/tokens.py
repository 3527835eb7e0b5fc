"""Words of a stretch of text with their offsets: numbers and names whole, words that a lost link glued together parted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add

from silang.text.lexicon import Lexicon

__all__ = ["Tokens", "tokens"]

Tokens = tuple[list[str], list[int], list[int]]

_TOKEN = re.compile(
    r"([A-Za-z]++(?=[ ,])"  # most words
    r"|https?://[^\s\"”<>]+|www\.[^\s\"”<>]+"  # addresses
    r"|@[^\W_]\w*(?:\.\w+){1,5}"  # accounts
    r"|[^\W_]++(?:\.[^\W_]+){0,3}\.(?:com|co|id|net|org|tv|info|my|sg)\b"  # outlets by their domain
    r"|(?:Rp|IDR|USD|RM|SGD|MYR|US)(?=[\d$])|M(?=\d[.,]\d)"
    r"|\d+(?:[.,:/]\d+)*(?:[A-Z](?![^\W_]))?"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)*(?=\s[^\W\d_a-z]|,)"  # initials
    r"|[^\W\d_]{4,}(?=(?:19|20)\d\d(?!\d))"  # a year glued on
    r"|[^\W\d_]\w*(?:[-'’‑][^\W_]\w*)*"
    r"|\.{2,}|-{2,}|_+|[^\w\s])"
)
_GLUED = re.compile(r"[A-Z](?:(?<=[a-zà-ÿ][A-Z])|[A-Z](?=[a-z]{2,}))")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_VOWELS = frozenset("AEIOU")
_ONSETS = frozenset("aeiourlhyw")
_RUN = re.compile(r"[A-Z]{2,}(?=[a-z]{2,})")


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """Words, starts and ends between two offsets. Every code point that is no blank is in just one word."""
    body = text[start:end]
    pieces = _TOKEN.split(body)  # every other one is a word
    places = [*accumulate(map(len, pieces), initial=start)]
    words, starts = pieces[1::2], places[1:-1:2]
    for stuck in lexicon.stuck.finditer(text, start, end):
        _unstick(words, starts, stuck.start(1), stuck.end(1))
    for stuck in lexicon.counting.finditer(text, start, end):
        _unstick(words, starts, stuck.start(1), stuck.end(1))
    if _GLUED.search(body) is not None:
        words, starts = _parted(words, starts, lexicon)
    return words, starts, [*map(add, starts, map(len, words))]


def _unstick(words: list[str], starts: list[int], start: int, end: int) -> None:
    """Part the word that begins at an offset at another one, if it reaches over it."""
    at = bisect_left(starts, start)
    if at < len(words) and starts[at] == start and len(words[at]) > end - start:
        words[at : at + 1] = [words[at][: end - start], words[at][end - start :]]
        starts.insert(at + 1, end)


def _parted(words: list[str], starts: list[int], lexicon: Lexicon) -> tuple[list[str], list[int]]:
    found: list[str] = []
    places: list[int] = []
    for word, start in zip(words, starts, strict=True):
        at = start
        for piece in [word] if word.islower() or word.istitle() or word.isupper() else parts(word, lexicon):
            found.append(piece)
            places.append(at)
            at += len(piece)
    return found, places


def parts(word: str, lexicon: Lexicon) -> Sequence[str]:
    """The words that were glued into one, or the word itself. Brands that wear a capital inside stay whole."""
    return [word] if word in lexicon.brands or "." in word or "/" in word or len(word) > 60 else _parts(word, lexicon)


@lru_cache(maxsize=10_000)
def _parts(word: str, lexicon: Lexicon) -> list[str]:
    found = []
    rest = word
    while cut := _cut(rest, lexicon):
        found.append(rest[:cut])
        rest = rest[cut:]
    return [*found, rest]


def _cut(word: str, lexicon: Lexicon) -> int:
    """Where the first glued word ends; 0 where the word is whole."""
    if word in lexicon.brands:
        return 0
    known = lexicon.branded.match(word)
    if known:
        return known.end()
    for brand in lexicon.low_brands:
        at = word.find(brand)
        if at > 0:
            return at
    for hump in _HUMP.finditer(word):
        left, right = word[: hump.start()], word[hump.start() :]
        start = next((x for x in lexicon.brand_starts if len(x) > 3 and left.endswith(x) and left != x), "")
        if start:
            return len(left) - len(start)
        if _parts_here(left, right, lexicon):
            return hump.start()
    return _tail(word, lexicon)


def _parts_here(left: str, right: str, lexicon: Lexicon) -> bool:
    if left in lexicon.before or right in lexicon.brands or right in lexicon.after:
        return True
    if left[0].islower():
        return len(left) > 2 and left not in lexicon.brand_starts
    return len(left) >= 7 or (len(left) >= 6 and len(right) >= 4) or (len(left) >= 5 and len(right) >= 5)


def _after_capitals(word: str, lexicon: Lexicon) -> int:
    """Where capitals end that a word in small letters ("FIFAsempat") or a name ("ASDonald") was glued to."""
    run = _RUN.match(word)
    if run is None:
        return 0
    end, rest = run.end(), word[run.end() :]
    if rest in lexicon.after:
        return end
    if not (rest.isalpha() and rest.islower()):
        return end - 1 if word[: end - 1] in lexicon.before else 0
    clustered = end >= 4 and rest[0] not in _ONSETS and rest[1] not in _ONSETS
    if word[end - 1] in _VOWELS and clustered and len(rest) >= 4:
        return end - 1
    if word[: end - 1] in lexicon.before or (
        end >= 3 and len(rest) >= 4 and rest[0] in _ONSETS and word[end - 1] not in _VOWELS
    ):
        return end - 1
    return end if len(rest) >= 5 else 0


def _tail(word: str, lexicon: Lexicon) -> int:
    """The length of a name that one of the `after` words was glued to."""
    capitals = _after_capitals(word, lexicon)
    if capitals:
        return capitals
    if word[:1].isupper() and len(word) >= 9:
        for size in range(5, min(16, len(word) - 2)):
            if word[-size:] in lexicon.after and word[len(word) - size - 1].islower():
                return len(word) - size
    return 0
