"""The shape of a detector: what it is given, what it yields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import FindingRelation, Span


@dataclass(frozen=True, slots=True)
class Side:
    """What one line says where the two differ: the place, and the words as written."""

    line: Line
    span: Span

    @property
    def value(self) -> str:
        """The words themselves, on one line."""
        return " ".join(self.span.of(self.line.article.text).split())


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides that differ. `why` is a key of the screen's messages, `what` the thing they differ on, if it has a name.

    `context` is how surely both speak of the same thing, 0..1: the words around the two values, not the values.
    """

    code: str
    relation: FindingRelation
    a: Side
    b: Side
    why: str
    context: float
    point: str | None = None
    what: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    weighed: bool = False
    """Whether the two sides were found to be of one thing by all that stands around them, the two reports weighed too."""


class Detector(Protocol):
    """A kind of difference: a module with a page of the manual as its docstring, a `CODE`, and `differences`."""

    CODE: str

    def differences(self, lineup: Lineup) -> Iterable[Difference]:
        """Every difference of this kind, in any order; the two sides of each ordered by article and place."""
        ...
