"""Where the reports of an event name somebody or something, found by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from silang.types import Reading, Span

Place = tuple[int, int, str]
"""Start and end of a name in the text of its article, and the entity it is of."""


class Named:
    """The names of several reports, sorted by place."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._places: dict[str, list[Place]] = {
            r.article.id: sorted((m.span.start, m.span.end, m.entity) for m in r.cast.mentions if m.form == "name")
            for r in readings
        }
        self._widest = {article: max((b - a for a, b, _ in found), default=0) for article, found in self._places.items()}

    def near(self, span: Span) -> list[Place]:
        """The names that begin before the end of a stretch, and no farther before it than a name is long."""
        places = self._places.get(span.article, [])
        first = bisect_left(places, span.start - self._widest.get(span.article, 0), key=itemgetter(0))
        return places[first : bisect_left(places, span.end, key=itemgetter(0))]
