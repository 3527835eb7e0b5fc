"""The head of a body and a member of it with a task of its own: one person called the one here and the other there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

LONGEST = 10
"""Words of an office, at most."""
HEAD = 3
"""Words of the head of an office, at most."""
BODY = 2
"""Words of the body that both offices name, at least."""
NEAR = 4
"""Words on either side of an office that may tell of another time."""
PEOPLE = 60
"""Names that are looked at."""
MOST = 60
"""Offices beside one name that are laid side by side."""
PLACES = 8
"""Places of one name in one sentence that are looked at."""
SURE = 0.75
"""Context of two such offices of one name."""


class Office(NamedTuple):
    """An office beside a name: where, and its words folded, the head first."""

    line: Line
    span: Span
    head: tuple[str, ...]
    rest: tuple[str, ...]


def offices(lineup: Lineup) -> Iterator[Difference]:
    """Two such offices beside one full name, each in reports that give it no other of the two."""
    for name in _names(lineup):
        held = [o for line in lineup.sentences for o in _beside(line, name)][:MOST]
        for x, y in combinations(held, 2):
            own = x.span.article != y.span.article and not any(_own(held, a, b) for a, b in ((x, y), (y, x)))
            if own and any(_apart(x.line.lexicon, a, b) for a, b in ((x, y), (y, x))):
                a, b = sorted((x, y), key=lambda o: o.span)
                what = " ".join(name).title()
                yield Difference("role", "conflict", Side(a.line, a.span), Side(b.line, b.span), "role.office", SURE, what=what)


def _names(lineup: Lineup) -> list[tuple[str, ...]]:
    """Full names of people, folded; of one that ends another, the shorter."""
    found = {
        tuple(entity.name.casefold().split())
        for reading in lineup.readings
        for entity in reading.cast.entities
        if entity.kind == "person" and " " in entity.name
    }
    return sorted(n for n in found if not any(n[i:] in found for i in range(1, len(n) - 1)))[:PEOPLE]


def _own(held: list[Office], x: Office, y: Office) -> bool:
    """Whether the report of one has the head of the other beside the name too."""
    return any(o.span.article == x.span.article and o.head == y.head for o in held)


def _beside(line: Line, name: tuple[str, ...]) -> Iterator[Office]:
    """Offices right before a name, a comma between them or not, or behind its comma."""
    words = tuple(line.wording)
    for at in [i for i in range(len(words) - len(name) + 1) if words[i : i + len(name)] == name][:PLACES]:
        for first, last in (_before(line, at), _behind(line, at + len(name))):
            office = _office(line, first, last)
            if office:
                yield office


def _before(line: Line, at: int) -> tuple[int, int]:
    """The words before a name up to the first that stops an office: a sign, or a small word that is none."""
    first = at
    while first > max(0, at - LONGEST) and _joined(line, first - 1, first, first == at) and _titled(line, first - 1):
        first -= 1
    return first, at


def _behind(line: Line, at: int) -> tuple[int, int]:
    text, words = line.article.text, line.words
    if at >= len(words) or text[words[at - 1].end : words[at].start].strip() != "," or not _titled(line, at):
        return at, at
    last = at + 1
    while last < min(len(words), at + LONGEST) and _joined(line, last - 1, last, False) and _titled(line, last):
        last += 1
    return at, last


def _joined(line: Line, x: int, y: int, comma: bool) -> bool:
    """Whether nothing stands between two words, or a comma where one may."""
    between = line.article.text[line.words[x].end : line.words[y].start].strip(" \u00a0")
    return between in (("", ",") if comma else ("",))


def _titled(line: Line, at: int) -> bool:
    word = line.words[at]
    return word.text[:1].isupper() or word.fold in line.lexicon.list("offices")


def _office(line: Line, first: int, last: int) -> Office | None:
    """The office in these words, from the first head that stands there; none where something tells of another time."""
    near = line.wording[max(0, first - NEAR) : last + NEAR]
    if line.lexicon.has("provisional", near) or line.lexicon.has("succession", near):
        return None
    heads = line.lexicon.list("tops") | line.lexicon.list("members") | line.lexicon.list("directors")
    for at in range(first, last):
        for size in range(min(HEAD, last - at), 0, -1):
            head = tuple(line.wording[at : at + size])
            if " ".join(head) in heads:
                span = Span(line.article.id, line.words[at].start, line.words[last - 1].end)
                return Office(line, span, head, tuple(line.wording[at + size : last]))
    return None


def _apart(lexicon: Lexicon, x: Office, y: Office) -> bool:
    """Whether one is the head of a body, and the other a member or director of it with a task beside the body's name."""
    body, own = frozenset(x.rest), [w for w in y.rest if w not in x.rest]
    if " ".join(x.head) not in lexicon.list("tops") or len(body) < BODY or not body <= set(y.rest):
        return False
    member, director = (" ".join(y.head) in lexicon.list(name) for name in ("members", "directors"))
    return (member and lexicon.has("tasks", own)) or (director and own[:1] == list(y.rest[:1]))
