"""Names of one person or body that the text itself says are one: in brackets, after "alias", "yang akrab disapa"."""

from __future__ import annotations

from collections.abc import Sequence

from silang.entities.lexicon import CALLING, CAPITAL, JOINT
from silang.entities.line import Line, Seen
from silang.entities.register import Register

_OPEN = {"(": ")", '"': '"', "“": "”", "'": "'", "‘": "’"}
_NEAR = 5
"""Tokens that may lie between two names of one."""


def join(lines: Sequence[Line], text: str, register: Register) -> None:
    """Let names that the text says are one have one cluster."""
    before: Seen | None = None
    for line in lines:
        for at, item in enumerate(line.names):
            if item.kind == "person":
                if before is not None and _nicknamed(line, at):
                    _same(before, item, register)
                elif item.last - item.first > 1:
                    before = item
                twin = _called(line, at, register.lexicon.calling)
                if twin is not None:
                    _same(item, twin, register)
            if (
                item.kind in ("person", "organisation")
                and line.words[item.last : item.last + 1]
                and line.words[item.last] in _OPEN
            ):
                _bracket(line, item, text, register)


def _bracket(line: Line, item: Seen, text: str, register: Register) -> None:
    inside = _bracketed(line, item)
    if inside is None:
        return
    first, last = inside
    twin = next((x for x in line.names if x.first >= first and x.last <= last), None)
    if twin is None:
        item.entity = register.find(item) if item.entity < 0 else item.entity
        register.name(item.entity, text[line.sentence.starts[first] : line.sentence.ends[last - 1]])
    elif twin.entity < 0 and not (twin.name and item.kind == "person") and _may_be_one(item, twin):
        _same(item, twin, register)


def _may_be_one(item: Seen, twin: Seen) -> bool:
    """A person's other name is no body's, unless it is made of the initials."""
    initials = "".join(word[0] for word in item.text.split())
    return item.kind == twin.kind or (twin.text.isupper() and (item.kind != "person" or initials.upper() == twin.text))


def _same(item: Seen, twin: Seen, register: Register) -> None:
    """Two names of one: the fuller one is its name."""
    if twin.kind == "person" == item.kind and len(twin.text.split()) > len(item.text.split()):
        item, twin = twin, item
    item.entity = register.find(item) if item.entity < 0 else item.entity
    register.name(item.entity, twin.text)
    twin.entity, twin.kind = item.entity, item.kind


def _called(line: Line, at: int, calling: Sequence[str]) -> Seen | None:
    """The name that a word such as "alias" or "disapa" gives the same person, right after a name."""
    if at + 1 == len(line.names):
        return None
    name, other = line.names[at], line.names[at + 1]
    between = range(name.last, other.first)
    if not between:
        cut = line.sentence.ends[name.last - 1] - name.end
        return other if cut and line.words[name.last - 1][-cut:].lower() in calling else None
    if len(between) > _NEAR or other.kind != "person":
        return None
    if len(between) == 1 and line.marks[name.last] & CALLING and line.marks[name.last] & JOINT:
        return other if name.last - name.first > 1 else None
    if not any(line.marks[i] & CALLING for i in between):
        return None
    return other if all(line.words[i][0] in ",\"“'" or line.words[i].islower() for i in between) else None


def _nicknamed(line: Line, at: int) -> bool:
    """Whether somebody spoken of before is given a nickname: "pria yang akrab disapa X ini"."""
    first = line.names[at].first
    if first < 2 or not line.marks[first - 1] & CALLING or line.names[at].last - first > 2:
        return False
    if line.marks[first - 2] & CAPITAL:
        return False  # somebody else, known by initials: "N alias X"
    return not any(first - _NEAR - 1 <= x.first < first for x in line.names[:at])


def _bracketed(line: Line, item: Seen) -> tuple[int, int] | None:
    """Tokens of the abbreviation or nickname in brackets or quotation marks right after a name."""
    words, i = line.words, item.last
    close = _OPEN[words[i]]
    for j in range(i + 1, min(i + _NEAR + 1, len(words))):
        if words[j] == close:
            inside = words[i + 1 : j]
            return (i + 1, j) if inside and all(w[0].isupper() or not w[0].isalnum() for w in inside) else None
    return None
