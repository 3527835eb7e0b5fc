"""How many independent origins carry each point: reports that share its text count once."""

from __future__ import annotations

from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Passage, Span

COVERED = 0.6
"""Share of a line that a shared passage covers for two reports to be one origin on it."""


def origins(lineup: Lineup, shared: tuple[Passage, ...]) -> dict[str, int]:
    """Independent origins by point id."""
    by_id = {line.statement.id: line for line in lineup.lines}
    links: dict[frozenset[str], list[Passage]] = {}
    for passage in shared:
        links.setdefault(frozenset((passage.a.article, passage.b.article)), []).append(passage)
    return {p.id: _count([by_id[s] for s in p.statements if s in by_id], links) for p in lineup.points}


def _count(lines: list[Line], links: dict[frozenset[str], list[Passage]]) -> int:
    articles = sorted({line.article.id for line in lines})
    parent = {a: a for a in articles}

    def root(a: str) -> str:
        while parent[a] != a:
            a = parent[a]
        return a

    for i, a in enumerate(articles):
        for b in articles[i + 1 :]:
            if any(_carries(line, passage) for passage in links.get(frozenset((a, b)), ()) for line in lines):
                parent[root(b)] = root(a)
    return len({root(a) for a in articles})


def _carries(line: Line, passage: Passage) -> bool:
    return any(_covered(line.statement.content, side) >= COVERED for side in (passage.a, passage.b))


def _covered(whole: Span, part: Span) -> float:
    if whole.article != part.article:
        return 0.0
    return max(0, min(whole.end, part.end) - max(whole.start, part.start)) / max(1, whole.end - whole.start)
