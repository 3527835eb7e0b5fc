"""The shape of an output format, and how its reader wants to see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from silang.types import Article, Comparison, Entity, Event, Reading


@dataclass(frozen=True, slots=True)
class Look:
    """How the reader wants to see it: language of the screen, width in columns, colour."""

    lang: str = "id"
    width: int = 100
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An event of a stream with its articles, and the page its comparison was written to, if any."""

    event: Event
    articles: tuple[Article, ...]
    page: str = ""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets that report it, sorted, each once."""
        return tuple(sorted({article.outlet for article in self.articles if article.outlet}))

    @property
    def several(self) -> bool:
        """Whether two outlets or more report it."""
        return len(self.outlets) > 1


class Format(Protocol):
    """A module or object that writes the three documents of silang, each as one text ending in a newline."""

    def comparison_text(self, result: Comparison, look: Look) -> str:
        """Reports of one event side by side."""
        ...

    def reading_text(self, readings: Sequence[Reading], entities: Sequence[Entity], look: Look) -> str:
        """What each report says."""
        ...

    def events_text(self, found: Iterable[Listed], look: Look) -> str:
        """The events of a stream, in the order given."""
        ...
