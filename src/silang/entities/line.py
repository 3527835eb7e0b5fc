"""A sentence while names are looked for in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from silang.types import EntityKind, Sentence


@dataclass(slots=True)
class Seen:
    """A name at its place: tokens `first:last` of a sentence; `entity` is its cluster once there is one."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    kind: EntityKind
    name: str = ""
    """Canonical name, where the language knows one."""
    party: str | None = None
    entity: int = -1


@dataclass(slots=True)
class Line:
    """A sentence with what its words are and the names in it, in text order."""

    number: int
    text: str
    """The text of the article."""
    sentence: Sentence
    words: tuple[str, ...]
    marks: list[int]
    holds: int
    """Every flag that one of its words has."""
    names: list[Seen] = field(default_factory=list)
    headline: bool = False

    def mark(self, at: int) -> int:
        """Flags of a word; 0 outside of the sentence."""
        return self.marks[at] if 0 <= at < len(self.marks) else 0

    def places(self, flags: int) -> list[int]:
        """The words that have any of these flags."""
        return [at for at, mark in enumerate(self.marks) if mark & flags] if self.holds & flags else []

    def seen(self, first: int, last: int, kind: EntityKind) -> Seen:
        """A name over these tokens."""
        start, end = self.sentence.starts[first], self.sentence.ends[last - 1]
        return Seen(self.number, first, last, start, end, self.text[start:end], kind)

    def replace(self, first: int, last: int, kind: EntityKind) -> None:
        """Put a name over these tokens in the place of those that it overlaps."""
        kept = [x for x in self.names if x.last <= first or last <= x.first]
        self.names = sorted([*kept, self.seen(first, last, kind)], key=lambda x: x.start)
