"""Two reports give one office, which one person holds at a time, to two people.

## What it finds
The same office of the same body beside two names: "Menteri Sekretaris Negara Rania Wiratama" and "Menteri Sekretaris Negara
Doni Prakoso", in two reports or in one. Also any office of one body beside two names of which one word is the same.

## Why it matters
One of the two has a title that is not his, or words that are not his are given to him.

## When it stays silent
When the office can have several holders, when the body is not named or another one, when the names may be of one person, when
ministers of several countries are spoken of, and when somebody is a former or a coming holder or the text tells of a change.

## Example
> A: Menteri Keuangan Rania Wiratama hadir dalam rapat itu. B: Menteri Keuangan Doni Prakoso hadir dalam rapat itu.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _posts, _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Entity, Mention, Role, Span

CODE = "holder"
GAP = 24
"""Code points between an office and the name of its holder, at most: a rank may stand there."""
MOST = 40
"""Places of one office that are laid side by side."""
SURE = 0.75
"""Context of one office with two holders."""


class Held(NamedTuple):
    """An office, who has it, and the words that say so."""

    entity: Entity
    side: Side


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Offices that two people are said to hold."""
    yield from _posts.namesakes(lineup)
    held: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for name in sorted(lineup.cast):
        for role in sorted(lineup.cast[name].roles, key=lambda r: r.span):
            line = lineup.paragraph(role.span)
            office = _office(line.lexicon, role) if line and lineup.cast[name].kind == "person" else None
            named = _named(lineup, line, role, name) if line and office else None
            if office and named and len(held[office]) < MOST:
                held[office].append(Held(lineup.cast[name], named))
    for office in sorted(held):
        for x, y in combinations(sorted(held[office], key=lambda h: h.side.span), 2):
            if x.entity.id != y.entity.id and not _namesakes(x.entity, y.entity) and (office[1] or _one_country(lineup, x, y)):
                yield Difference(CODE, "conflict", x.side, y.side, "holder.differ", SURE)


def _office(lexicon: Lexicon, role: Role) -> tuple[str, str] | None:
    """Title and body of an office that has one holder; of a minister whose body is told by the title, no body."""
    title = " ".join(role.title.casefold().split())
    if len(title.split()) > 1 and title.split()[0] in lexicon.list("ministers"):
        return title, ""
    return (title, role.of) if title in lexicon.list("single") and role.of else None


def _one_country(lineup: Lineup, x: Held, y: Held) -> bool:
    """Whether two ministers may be thought of as of one country: the same is named around both, and no two countries."""
    near = [lineup.cast_in(h.side.line.statement.span) - {x.entity.id, y.entity.id} for h in (x, y)]
    countries = {name for name in near[0] | near[1] if lineup.cast[name].kind == "country"}
    known = sum(e.kind == "country" for e in lineup.cast.values())
    return len(countries) < 2 and (known < 2 or bool(near[0] & near[1]))


def _named(lineup: Lineup, line: Line, role: Role, name: str) -> Side | None:
    """The office with the name behind it, where nothing says that the office has changed hands."""
    end = role.span.end
    if line.lexicon.has("succession", line.wording) or line.lexicon.has("provisional", line.wording):
        return None
    for mention in _mentions(lineup, role.span.article):
        behind = mention.form == "name" and mention.entity == name and end <= mention.span.start <= end + GAP
        if behind and _blank(line, end, mention.span.start):
            return Side(line, Span(role.span.article, role.span.start, mention.span.end))
    return None


def _blank(line: Line, first: int, last: int) -> bool:
    """Whether nothing but ranks and blanks stands between an office and a name."""
    between = [w for w in line.words if first <= w.start < last]
    known = line.lexicon.list("branches") | frozenset(line.lexicon.order("ranks"))
    return all(w.fold in known for w in between) and not set('();"') & set(line.article.text[first:last])


def _mentions(lineup: Lineup, article: str) -> tuple[Mention, ...]:
    return next(r.cast.mentions for r in lineup.readings if r.article.id == article)


def _namesakes(a: Entity, b: Entity) -> bool:
    """Whether two names have a word in common, or nearly."""
    x, y = ({w for n in (e.name, *e.aliases) for w in n.casefold().split()} for e in (a, b))
    return any(_spelling.near(v, w) or (min(len(v), len(w)) > 2 and (v in w or w in v)) for v in x for w in y)
