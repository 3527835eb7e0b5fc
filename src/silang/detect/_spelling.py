"""Whether two words are one word spelled in two ways."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from rapidfuzz.distance import DamerauLevenshtein

from silang.detect._lexicon import Lexicon

SHORTEST = 4
"""Letters of a word under which one letter more or less makes another word."""

ALIKE = 0.5
"""Least share of letters in order that two spellings of one word have."""


def respelled(a: str, b: str, function: frozenset[str]) -> bool:
    """Whether two folded words are one letter more, less or other, or two swapped, apart; no inflection, nothing glued on."""
    if a == b or min(len(a), len(b)) < SHORTEST or not (a.isalpha() and b.isalpha()):
        return False
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and (
        long[len(short) :] in function or long[len(short) :] in ("nya", "ku", "mu", "s", "an", "kan")
    ):
        return False
    if long.endswith(short) and (len(long) - len(short) == 1 or long[: len(long) - len(short)] in function):
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1


def plain(word: str) -> str:
    """A folded word without accents."""
    return "".join(c for c in normalize("NFKD", word) if not combining(c)).replace("ı", "i")


def same_letters(a: str, b: str) -> bool:
    """Whether two names as written are one without blanks and accents, or without signs that are no letters of the alphabet."""
    x, y = ("".join(name.split()).casefold() for name in (a, b))
    bare = ["".join(c for c in name if c.isascii() and c.isalpha()) for name in (x, y)]
    return plain(x) == plain(y) or (not (x.isascii() and y.isascii()) and bare[0] == bare[1] and len(bare[0]) > 1)


def nearly(a: str, b: str) -> bool:
    """Whether two folded names are a letter apart at most, their blanks left out."""
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def conventional(lexicon: Lexicon, a: str, b: str) -> bool:
    """Whether two folded words are known spellings of one name, or one in the letters of two conventions."""
    return any({a, b} <= group for group in lexicon.groups("variants")) or _newer(lexicon, a) == _newer(lexicon, b)


def _newer(lexicon: Lexicon, word: str) -> str:
    """A word without accents, in the letters of the newer of two conventions."""
    bare = plain(word)
    for group in lexicon.groups("letters"):
        new, old = sorted(group, key=lambda letters: (len(letters), letters))
        bare = bare.replace(old, new)
    return bare


def contracted(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one folded word stands for several: their initials, or letters of theirs in order (jakpus: jakarta pusat)."""
    if len(one) != 1 or not other:
        return False
    short, joined = one[0], "".join(other)
    if len(other) == 1:
        return len(short) < len(joined) and joined.startswith(short)
    if short == "".join(word[0] for word in other):
        return True
    letters = iter(joined)
    return len(short) < len(joined) and short[0] == joined[0] and all(letter in letters for letter in short)


def shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each folded word of one stands for one or more of the other's in order (kabid humas); a few words each."""
    if not short:
        return not long
    heads = (long[:size] for size in range(1, len(long) - len(short) + 2))
    return any(
        (list(head) == [short[0]] or contracted(short[:1], head)) and shortened(short[1:], long[len(head) :]) for head in heads
    )


def near(a: str, b: str) -> bool:
    """Whether two folded words are spellings of one word, a few letters apart."""
    alike = DamerauLevenshtein.normalized_similarity(a, b) >= ALIKE
    return alike and a[:1] == b[:1] and abs(len(a) - len(b)) <= 2
