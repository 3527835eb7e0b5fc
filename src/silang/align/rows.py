"""Groups of statements become points: a label out of the texts, an id and an order that no argument order changes."""

from __future__ import annotations

from collections.abc import Sequence

import xxhash

from silang.types import Point, Reading, Statement

_CLEAR = 30
"""A label shorter than this many characters is taken only when there is no longer one."""


def ordered(readings: Sequence[Reading], groups: Sequence[Sequence[Statement]]) -> tuple[Point, ...]:
    """Points in order: what more reports carry first, then what stands earlier in them."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    ranked = [(_rank(group, texts), _point(group, texts)) for group in groups if group]
    return tuple(point for _, point in sorted(ranked, key=lambda pair: (pair[0], pair[1].id)))


def _rank(group: Sequence[Statement], texts: dict[str, str]) -> tuple[int, float, str]:
    articles = {statement.span.article for statement in group}
    places = [statement.span.start / max(1, len(texts[statement.span.article])) for statement in group]
    return -len(articles), round(sum(places) / len(places), 4), min(statement.id for statement in group)


def _point(group: Sequence[Statement], texts: dict[str, str]) -> Point:
    members = sorted(group, key=lambda statement: (statement.span, statement.id))
    said = [(s.span.article, s.span.start, s.content.of(texts[s.span.article])) for s in members]
    articles = tuple(sorted({statement.span.article for statement in members}))
    return Point(
        "p:" + xxhash.xxh64_hexdigest(repr(said).encode())[:10],
        _label([text for _, _, text in said]),
        tuple(statement.id for statement in members),
        articles,
        "agree" if len(articles) > 1 else "only",
    )


def _label(said: Sequence[str]) -> str:
    """The shortest wording that is long enough to be clear."""
    return min(said, key=lambda text: (len(text) < _CLEAR, len(text) if len(text) >= _CLEAR else -len(text), text))
