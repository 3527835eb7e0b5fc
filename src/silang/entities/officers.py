"""People whom the tagger took for something else, found by the office or rank that stands before them."""

from __future__ import annotations

from silang.entities.lexicon import BODY, CAPITAL, COMMON, DATE, HEAD, HONORIFIC, INSIDE, NAMELIKE, PLACE, RANK, Lexicon
from silang.entities.line import Line, Seen

_LONGEST = 5
"""Words that the name of a person has."""
_REACH = 12
"""Words of an office before the name."""


def find(line: Line, lexicon: Lexicon) -> None:
    """Put people into a line: "Presiden Rusia X Y", "Menteri Sosial (Mensos) X Y", "Kompol X"."""
    for i in line.places(HEAD | RANK):
        _after(line, i, lexicon)


def _after(line: Line, at: int, lexicon: Lexicon) -> None:
    i, sure, ranked = at + 1, False, bool(line.marks[at] & RANK)
    while i < len(line.words) and i - at < _REACH:
        item, mark = _starting(line, i), line.marks[i]
        if mark & (RANK | HONORIFIC) and not mark & NAMELIKE:
            ranked, i = ranked or bool(mark & RANK), i + 1
        elif mark & (HEAD | INSIDE) and not (mark & NAMELIKE and item):
            i += 1
        elif item is not None and _owner(line, item):
            sure, i = sure or item.kind == "country", item.last
        elif line.words[i] == "(" and line.words[i + 2 : i + 3] == (")",) and line.mark(i + 1) & CAPITAL:
            sure, i = True, i + 3
        else:
            break
    last = _run(line, i)
    sure = sure or _no_place(line, at, i, last, lexicon)
    if (sure and last - i > 1) or (ranked and last > i):
        _put(line, i, last)


def _no_place(line: Line, at: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether what the tagger took for a place stands after an office that is of none: "Menteri Sosial X Y", "Menhub X Y"."""
    item = _starting(line, first)
    if item is None or item.kind != "place" or item.name or item.last != last or not line.marks[at] & CAPITAL:
        return False
    low = line.words[at].lower()
    whole = first == at + 1 and low in lexicon.body and low not in lexicon.unit
    office = line.marks[first - 1]
    return whole or (first > at + 1 and bool(office & INSIDE) and not office & (PLACE | BODY | HEAD))


def _owner(line: Line, item: Seen) -> bool:
    """Whether an office can be of this: a country, or a body that is surely one."""
    return item.kind == "country" or (item.kind == "organisation" and bool(item.name or line.marks[item.first] & BODY))


def _starting(line: Line, at: int) -> Seen | None:
    return next((x for x in line.names if x.first == at), None)


def _run(line: Line, first: int) -> int:
    """Where the capitalised words that may be a person's name end."""
    i = first
    while i < len(line.words) and i - first < _LONGEST:
        word, mark = line.words[i], line.marks[i]
        if not mark & CAPITAL or (mark & (BODY | HEAD | COMMON | DATE | PLACE | INSIDE | RANK) and not mark & NAMELIKE):
            break
        if not word[0].isalpha() or (word.isupper() and 2 < len(word) < 6):
            break
        i += 1
    return i


def _put(line: Line, first: int, last: int) -> None:
    over = [x for x in line.names if x.first < last and first < x.last]
    if any(x.name or x.last > last or x.kind == "person" for x in over):
        return
    line.replace(first, last, "person")
