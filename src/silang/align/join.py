"""Scored pairs become groups: average-link agglomeration, then a place in a second group for what says two things."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from math import fsum


def groups(keys: Sequence[str], scores: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Items joined while the mean score between two groups, absent pairs counting as zero, is at least `least`.

    `keys` names the items in a way that does not depend on the order of the reports: it breaks ties.
    """
    links: dict[int, dict[int, float]] = {index: {} for index in range(len(keys))}
    for (a, b), score in scores.items():
        links[a][b] = links[b][a] = score
    members = {index: [index] for index in range(len(keys))}
    first = dict(enumerate(keys))
    heap = [_entry(score, keys[a], keys[b], a, b) for (a, b), score in scores.items() if score >= least]
    heapq.heapify(heap)
    fresh = len(keys)
    while heap:
        mean, _, _, a, b = heapq.heappop(heap)
        if a not in members or b not in members or abs(_mean(links, members, a, b) + mean) > 1e-9:
            continue
        members[fresh] = members.pop(a) + members.pop(b)
        first[fresh] = min(first[a], first[b])
        links[fresh] = {}
        for other in {*links.pop(a), *links.pop(b)} - {a, b}:
            row = links[other]
            total = row.pop(a, 0.0) + row.pop(b, 0.0)
            links[fresh][other] = row[fresh] = total
            mean = round(total / (len(members[fresh]) * len(members[other])), 6)
            if mean >= least:
                heapq.heappush(heap, _entry(mean, first[fresh], first[other], fresh, other))
        fresh += 1
    return sorted((sorted(group) for group in members.values()), key=lambda group: [keys[index] for index in group])


def spread(
    keys: Sequence[str], scores: Mapping[tuple[int, int], float], joined: Sequence[Sequence[int]], pair: float, mean: float
) -> list[list[int]]:
    """The groups with items added that belong to a second one: a long quotation speaks of several things.

    For each pair of at least `pair` that no group has, the item goes into the other's group with which its mean score is
    higher, where that is at least `mean`. Means are taken over the groups as they were, so that no order matters.
    """
    own = {index: number for number, group in enumerate(joined) for index in group}
    shares: dict[tuple[int, int], list[float]] = {}
    for (a, b), score in scores.items():
        shares.setdefault((a, own[b]), []).append(score)
        shares.setdefault((b, own[a]), []).append(score)
    means = {key: round(fsum(found) / len(joined[key[1]]), 6) for key, found in shares.items()}
    out = [set(group) for group in joined]
    for (a, b), score in scores.items():
        if score >= pair and own[a] != own[b]:
            options = [(means[u, own[v]], keys[u], u, own[v]) for u, v in ((a, b), (b, a))]
            best, _, index, number = max(options)
            if best >= mean:
                out[number].add(index)
    holders: dict[int, list[int]] = {}
    for number, items in enumerate(out):
        for index in items:
            holders.setdefault(index, []).append(number)
    return [sorted(items) for number, items in enumerate(out) if not _held(number, out, holders)]


def _held(number: int, out: Sequence[set[int]], holders: Mapping[int, Sequence[int]]) -> bool:
    """Whether everything in a group stands in another one as well, which leaves nothing that it alone says."""
    items = out[number]
    others = [other for other in holders[min(items)] if other != number and items <= out[other]]
    return any(out[other] != items or other < number for other in others)


def _entry(score: float, first: str, second: str, a: int, b: int) -> tuple[float, str, str, int, int]:
    return -score, min(first, second), max(first, second), a, b


def _mean(links: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], a: int, b: int) -> float:
    return round(links[a].get(b, 0.0) / (len(members[a]) * len(members[b])), 6)
