"""Scored pairs become groups: agglomeration from the likeliest pair down, whatever order the pairs come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", int, str)
Edges = Mapping[Node, Mapping[Node, float]]

ALIKE = 0.5
"""A mean probability from which on two groups are one."""
_LINKS = 4
"""Of the best links between two groups, how many must hold on average."""


def groups(members: Iterable[Node], edges: Edges[Node], units: Iterable[frozenset[Node]] = ()) -> list[list[Node]]:
    """Groups of members, which must be sortable; each in exactly one, all sorted.

    `edges` gives the probability of each scored pair, both ways round; a pair that was not scored counts as 0.
    `units` are sets of members that stay together.
    """
    names: list[Node] = sorted(members)
    home: dict[Node, Node] = {name: name for name in names}
    inside: dict[Node, list[Node]] = {name: [name] for name in names}
    for unit in units:
        together: list[Node] = sorted(unit)
        for other in together[1:]:
            _merge(home[together[0]], home[other], home, inside)
    links = sorted((-p, a, b) for a in names for b, p in edges.get(a, {}).items() if a < b and p >= ALIKE and b in home)
    moved = True
    while moved:
        moved = False
        for _, a, b in links:
            left, right = home[a], home[b]
            if left != right and _support(inside[left], inside[right], home, edges) >= ALIKE:
                _merge(left, right, home, inside)
                moved = True
    return sorted(sorted(group) for group in inside.values())


def _support(left: list[Node], right: list[Node], home: dict[Node, Node], edges: Edges[Node]) -> float:
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    target = home[large[0]]
    found = sorted((p for a in small for b, p in edges.get(a, {}).items() if home.get(b) == target), reverse=True)
    wanted = min(_LINKS, len(small) * len(large))
    return round(sum(found[:wanted]) / wanted, 6)


def _merge(left: Node, right: Node, home: dict[Node, Node], inside: dict[Node, list[Node]]) -> None:
    if left == right:
        return
    if len(inside[left]) < len(inside[right]):
        left, right = right, left
    for name in inside[right]:
        home[name] = left
    inside[left].extend(inside.pop(right))
