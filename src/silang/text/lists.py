"""Debris of ranked lists: items with nothing in them but a number and a name, which state nothing."""

from __future__ import annotations

import re

__all__ = ["debris"]

_BARE = re.compile(r"#?\d{1,3}[.)]?$")
_RANKED = re.compile(r"#?\d{1,3}[.)]\s{0,3}")
_NAME = re.compile(r"[^\W\d_a-z][\w.&'’-]*(?:\s(?:[^\W\d_a-z][\w.&'’-]*|&)){0,5}$")
_MARKS = frozenset("0123456789#")
_LONGEST = 60
_FEWEST = 3

Pieces = list[tuple[int, int]]


def debris(text: str, pieces: Pieces) -> tuple[Pieces, Pieces]:
    """The pieces of running text, and apart from them the items of ranked lists that only name something.

    A list is three items or more, one below the other, that are ranked or bare; an item with a verb, a value, a role or
    a bracket stays.
    """
    if sum(text[start : start + 2].strip()[:1] in _MARKS for start, _ in pieces) < _FEWEST:
        return pieces, []
    kept: Pieces = []
    listed: Pieces = []
    run: list[tuple[tuple[int, int], bool]] = []
    for piece in [*pieces, (0, 0)]:
        ranked, empty = _item(text[piece[0] : piece[1]].strip())
        if ranked or empty:
            run.append((piece, empty))
            continue
        is_list = len(run) >= _FEWEST and any(
            _RANKED.match(text, at) or _BARE.match(text[at:end].strip()) for (at, end), _ in run
        )
        for item, bare in run:
            (listed if bare and is_list else kept).append(item)
        run = []
        if piece[1]:
            kept.append(piece)
    return kept, listed


def _item(raw: str) -> tuple[bool, bool]:
    """Whether a piece is an item with its rank, and whether nothing but a rank and a name is in it."""
    if not raw or len(raw) > _LONGEST:
        return bool(_RANKED.match(raw)), False
    rank = _RANKED.match(raw)
    if rank is None:
        return False, _BARE.fullmatch(raw) is not None
    return True, _NAME.fullmatch(raw, rank.end()) is not None
