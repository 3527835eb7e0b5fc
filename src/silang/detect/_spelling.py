"""Whether two words are one word spelled in two ways."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 4
"""Letters of a word under which one letter more or less makes another word."""


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
