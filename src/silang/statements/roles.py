"""Roles named beside a name, each of which states that somebody holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from silang.types import Cast, Document, Role, Span

_FARTHEST = 24
_LONGEST = 200


def roles(document: Document, cast: Cast) -> Iterator[Span]:
    """Title and name, where a sentence has them side by side: once for each title an entity is given."""
    names: dict[str, list[Span]] = defaultdict(list)
    for mention in cast.mentions:
        if mention.form == "name":
            names[mention.entity].append(mention.span)
    starts = [sentence.start for sentence in document.sentences]
    for entity in cast.entities:
        if entity.kind != "person":
            continue
        given = set()
        for role in sorted(entity.roles, key=lambda role: role.span):
            if role.title.casefold() not in given and role.span.article == document.article.id:
                span = _beside(role, names[entity.id])
                if span is not None and bisect_right(starts, span.start) == bisect_right(starts, span.end - 1):
                    given.add(role.title.casefold())
                    yield span


def _beside(role: Role, names: list[Span]) -> Span | None:
    """The title with the nearest name, when hardly anything stands between them."""
    gaps = [(max(name.start - role.span.end, role.span.start - name.end), name) for name in names]
    near = min((gap for gap in gaps if gap[0] <= _FARTHEST), default=None)
    if near is None:
        return None
    start, end = min(role.span.start, near[1].start), max(role.span.end, near[1].end)
    return Span(role.span.article, start, end) if end - start <= _LONGEST else None
