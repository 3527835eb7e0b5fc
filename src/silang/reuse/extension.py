"""How far two texts go on being the same, word by word with small edits, from a place where they are."""

from __future__ import annotations

from collections.abc import Sequence

_SHIFT = 10
_PLACES = (1 << _SHIFT) - 1
_SAME = (5 << _SHIFT) + 1
_EDIT = 4 << _SHIFT
_DROP = 10
_BAND = 6
_FURTHEST = 400
_LOST = 3
"""Words in a row without a like from which the score has fallen too far."""
_NONE = -(1 << 40)


def extent(x: Sequence[str], y: Sequence[str], i: int, j: int, way: int) -> tuple[int, int, int]:
    """How many words of each to take, and how many of them are the same, going `way` (1 or -1) from `x[i]` and `y[j]`.

    A banded local alignment: a shared word counts five, an edit costs four, and it ends where the score has fallen by more
    than `_DROP` from its best (the X-drop of Zhang et al. 2000). Time is linear in how far it goes. A cell is one integer,
    the score above the number of words that are the same, so that the greater of two is the better one.
    """
    mine, other = _onward(x, i, way, _FURTHEST - 1), ("", *_onward(y, j, way, _FURTHEST + _BAND))
    best, reached = 0, (0, 0, 0)
    if not mine or not set(mine[:_LOST]).intersection(other[1 : _LOST + _BAND + 1]):
        return reached
    row = [_NONE] * _BAND + [-_EDIT * k for k in range(_BAND + 1)] + [_NONE]
    for taken, word in enumerate(mine, 1):
        row = _next(row, word, other, taken)
        score = max(row) >> _SHIFT
        if score > best:
            place = next(place for place, cell in enumerate(row) if cell >> _SHIFT == score)
            best, reached = score, (taken, taken + place - _BAND, row[place] & _PLACES)
        elif score < best - _DROP:
            break
    return reached


def _onward(words: Sequence[str], at: int, way: int, most: int) -> Sequence[str]:
    """At most so many words from a place on, in the order in which they are met."""
    return words[at : at + most] if way > 0 else words[max(0, at + 1 - most) : at + 1][::-1]


def _next(row: list[int], word: str, other: Sequence[str], taken: int) -> list[int]:
    """The next row of the alignment: a cell for each number of words taken of the other text, those of the band."""
    out = [_NONE] * (2 * _BAND + 2)
    left = _NONE
    first = taken - _BAND
    for place in range(max(0, -first), min(2 * _BAND + 1, len(other) - first)):
        cell = row[place] + (_SAME if other[first + place] == word else -_EDIT)
        above = row[place + 1]
        if left > above:
            above = left
        if above - _EDIT > cell:
            cell = above - _EDIT
        out[place] = left = cell
    return out
