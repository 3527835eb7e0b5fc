"""How far two texts go on being the same, word by word with small edits, from a place where they are."""

from __future__ import annotations

from collections.abc import Sequence

_EDIT = 0.8
_DROP = 2.0
_BAND = 6
_FURTHEST = 400


def extent(x: Sequence[str], y: Sequence[str], i: int, j: int, way: int) -> tuple[int, int, int]:
    """How many words of each to take, and how many of them are the same, going `way` (1 or -1) from `x[i]` and `y[j]`.

    A banded local alignment: a shared word counts one, an edit costs `_EDIT`, and it ends where the score has fallen by
    `_DROP` from its best (the X-drop of Zhang et al. 2000). Time is linear in how far it goes.
    """
    best, reached = 0.0, (0, 0, 0)
    row: dict[int, tuple[float, int]] = {k: (-_EDIT * k, 0) for k in range(_BAND + 1)}
    for taken in range(1, _FURTHEST):
        at = i + way * (taken - 1)
        if not 0 <= at < len(x):
            break
        row, found = _next(row, x[at], y, j, way, taken)
        if not row:
            break
        score, other, same = found
        if score > best:
            best, reached = score, (taken, other, same)
        elif score < best - _DROP:
            break
    return reached


def _next(
    row: dict[int, tuple[float, int]], word: str, y: Sequence[str], j: int, way: int, taken: int
) -> tuple[dict[int, tuple[float, int]], tuple[float, int, int]]:
    """The next row of the alignment, and its best cell: score, words taken of `y`, words that are the same."""
    out: dict[int, tuple[float, int]] = {}
    found = (float("-inf"), 0, 0)
    for other in range(max(0, taken - _BAND), taken + _BAND + 1):
        cells = []
        at = j + way * (other - 1)
        if other in row:
            cells.append((row[other][0] - _EDIT, row[other][1]))
        if other - 1 in out:
            cells.append((out[other - 1][0] - _EDIT, out[other - 1][1]))
        if other and other - 1 in row and 0 <= at < len(y):
            before = row[other - 1]
            cells.append((before[0] + 1, before[1] + 1) if y[at] == word else (before[0] - _EDIT, before[1]))
        if cells and (not other or 0 <= at < len(y)):
            out[other] = max(cells)
            if out[other][0] > found[0]:
                found = (out[other][0], other, out[other][1])
    return out, found
