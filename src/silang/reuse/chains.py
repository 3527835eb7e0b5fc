"""Stretches that two wordings share, word for word or with small edits: shared runs of words, carried on both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from silang.reuse.extension import extent
from silang.reuse.wording import Wording

SEED = 4
"""Words in a row that must be the same for a passage to be looked for."""
LEAST = 8
"""Words of the shortest passage."""
_SAME = 0.75
_FRAGMENT = 6
_WHOLE = 0.7
_TELLING = 5
_FEW = 3
_SURE = 12
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Chain:
    """A shared stretch: word ranges in the two wordings, and how many words are the same."""

    a: tuple[int, int]
    b: tuple[int, int]
    same: int


def seeds(wordings: Sequence[Wording]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """By pair of wordings (lower index first): places of runs of `SEED` words that both have, in order.

    A run that stands in very many places (a formula) is passed over, which keeps the cost near linear.
    """
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index, wording in enumerate(wordings):
        for at in range(len(wording.words) - SEED + 1):
            places[wording.words[at : at + SEED]].append((index, at))
    out: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for found in places.values():
        if 1 < len(found) <= _MOST_PLACES:
            for number, (a, i) in enumerate(found):
                for b, j in found[number + 1 :]:
                    if a != b:
                        out[a, b].append((i, j))
    return {pair: sorted(rows) for pair, rows in sorted(out.items())}


def chains(x: Wording, y: Wording, places: Sequence[tuple[int, int]]) -> list[Chain]:
    """The shared stretches of two wordings in order, each as long as it goes; no two overlap in both."""
    out: list[Chain] = []
    for run in sorted(_runs(places), key=lambda run: (-run.same, run.a, run.b)):
        if _hopeful(x, y, run) and not _inside(run, out):
            out.append(_grown(x, y, run))
    whole = [_trimmed(x, y, chain) for chain in out if chain.same >= LEAST - 1]
    return _best([chain for chain in whole if _counts(x, y, chain)])


def _runs(places: Sequence[tuple[int, int]]) -> list[Chain]:
    """Seeds on one diagonal joined into runs of the same words."""
    rows: dict[int, list[int]] = defaultdict(list)
    for i, j in places:
        rows[j - i].append(i)
    out = []
    for shift, found in sorted(rows.items()):
        start = last = found[0]
        for i in [*found[1:], -1]:
            if i != last + 1:
                out.append(Chain((start, last + SEED), (start + shift, last + SEED + shift), last + SEED - start))
                start = i
            last = i
    return out


def _hopeful(x: Wording, y: Wording, run: Chain) -> bool:
    """Whether enough words around a run are shared for a passage to come of it: a cheap look before the alignment."""
    if run.same >= LEAST:
        return True
    mine = x.words[max(0, run.a[0] - _SURE) : run.a[1] + _SURE]
    other = y.words[max(0, run.b[0] - _SURE) : run.b[1] + _SURE]
    return len(set(mine) & set(other)) >= LEAST - 2


def _grown(x: Wording, y: Wording, run: Chain) -> Chain:
    after = extent(x.words, y.words, run.a[1], run.b[1], 1)
    before = extent(x.words, y.words, run.a[0] - 1, run.b[0] - 1, -1)
    return Chain(
        (run.a[0] - before[0], run.a[1] + after[0]),
        (run.b[0] - before[1], run.b[1] + after[1]),
        run.same + before[2] + after[2],
    )


def _trimmed(x: Wording, y: Wording, chain: Chain) -> Chain:
    """A chain without the few last words of a sentence before it, or first words of one after it."""
    first, last = _trim(x, chain.a)
    other_first, other_last = _trim(y, chain.b)
    lost = max(first + last, other_first + other_last)
    if not lost or min(chain.a[1] - chain.a[0] - first - last, chain.b[1] - chain.b[0] - other_first - other_last) < LEAST:
        return chain
    start, end = max(first, other_first), max(last, other_last)
    return Chain((chain.a[0] + start, chain.a[1] - end), (chain.b[0] + start, chain.b[1] - end), chain.same - start - end)


def _trim(wording: Wording, words: tuple[int, int]) -> tuple[int, int]:
    inside = [bound for bound in wording.bounds if words[0] < bound < words[1]]
    begins = words[0] in wording.bounds
    first = inside[0] - words[0] if inside and not begins and inside[0] - words[0] < _FRAGMENT else 0
    after = wording.around(*words)[1]
    last = words[1] - inside[-1] if inside and after != words[1] and words[1] - inside[-1] < _FRAGMENT else 0
    return first, last


def _counts(x: Wording, y: Wording, chain: Chain) -> bool:
    """Long enough and alike enough; and more than a name, a title or a set phrase, unless it is a whole sentence."""
    sizes = chain.a[1] - chain.a[0], chain.b[1] - chain.b[0]
    if min(sizes) < LEAST or chain.same < LEAST - 1 or chain.same < _SAME * max(sizes):
        return False
    whole = _covers(x, chain.a) or _covers(y, chain.b)
    telling = min(sum(x.telling[slice(*chain.a)]), sum(y.telling[slice(*chain.b)]))
    return telling >= (_FEW if whole else _TELLING) and (whole or min(sizes) >= _SURE)


def _covers(wording: Wording, words: tuple[int, int]) -> bool:
    begin, end = wording.around(*words)
    return words[1] - words[0] >= _WHOLE * (end - begin)


def _best(found: list[Chain]) -> list[Chain]:
    """The longest of those that overlap in both wordings, in order."""
    out: list[Chain] = []
    for chain in sorted(found, key=lambda c: (-c.same, c.a, c.b)):
        if not any(_overlap(chain.a, other.a) and _overlap(chain.b, other.b) for other in out):
            out.append(chain)
    return sorted(out, key=lambda c: (c.a, c.b))


def _inside(run: Chain, found: Sequence[Chain]) -> bool:
    """Whether a run lies within one of these in both wordings. Two reports of one wording have very many of both."""
    (a, b), (c, d) = run.a, run.b
    return any(chain.a[0] <= a and b <= chain.a[1] and chain.b[0] <= c and d <= chain.b[1] for chain in found)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return min(a[1], b[1]) > max(a[0], b[0])
