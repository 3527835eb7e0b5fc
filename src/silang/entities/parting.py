"""Two names that were taken for one: where a rank, a conjunction or a verb stands between them, or a blank was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from silang.entities import glue
from silang.entities.lexicon import BODY, CAPITAL, HEAD, HONORIFIC, INSIDE, JOINT, LINK, NAMELIKE, PLACE, RANK, STATE, Lexicon
from silang.entities.line import Line, Seen
from silang.types import EntityKind, Sentence

_LONGEST = 8
"""Words of an office before the place it is of."""
_OPENS = BODY | PLACE | HEAD | STATE


class Report:
    """The words of a report, and which of them follow which across a blank."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.words = {word for sentence in sentences for word in sentence.words}

    @cached_property
    def spaced(self) -> dict[str, set[str]]:
        """The words before each word, where a blank stands between them; "" before the first of a sentence."""
        found: dict[str, set[str]] = {}
        for sentence in self.sentences:
            for before, word in _pairs(sentence):
                found.setdefault(word, set()).add(before)
        return found


def _pairs(sentence: Sentence) -> Iterator[tuple[str, str]]:
    word, last = "", -1
    for after, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
        if last != start:
            yield word, after
        word, last = after, end


def apart(line: Line, first: int, last: int, kind: EntityKind, lexicon: Lexicon, report: Report) -> Sequence[tuple[int, int]]:
    """The tokens of each of two names that the tagger took for one, or of the one."""
    starts, ends = line.sentence.starts, line.sentence.ends
    for i in range(first, last - 1):
        word, mark = line.words[i], line.marks[i]
        lost = ends[i] == starts[i + 1] and _ran_on(line, first, i, report)
        if lost or glue.stuck(word, lexicon, report.words):
            return (first, i + 1), (i + 1, last)
        if i == first:
            continue
        if mark & JOINT and not mark & LINK and last - first == 3 and not (line.marks[first] | line.marks[last - 1]) & _OPENS:
            return (first, i), (i + 1, last)
        if kind != "person":
            continue
        if (mark & JOINT and not mark & LINK) or word.lower() in lexicon.verbs:
            return (first, i), (i + 1, last)
        if mark & RANK and stands_before(mark):
            return (first, i), (i, last)
    return ((first, last),)


def settle(lines: Sequence[Line]) -> None:
    """Part a person from the place or body of his office, where the report names that by itself: "Kepala Pos X Rina Y"."""
    known = {x.text: x.kind for line in lines for x in line.names if x.kind in ("place", "organisation")}
    for line in lines:
        for item in [x for x in line.names if x.last - x.first > 2 and not x.name and x.kind in ("place", "person")]:
            cut = next((i for i in range(item.last - 1, item.first, -1) if _text(line, item.first, i) in known), None)
            if cut is not None and item.last - cut < 4 and _in_office(line, item.first):
                place = line.seen(item.first, cut, known[_text(line, item.first, cut)])
                kept = [x for x in line.names if x is not item]
                line.names = sorted([*kept, place, line.seen(cut, item.last, "person")], key=lambda x: x.start)


def _text(line: Line, first: int, last: int) -> str:
    return line.text[line.sentence.starts[first] : line.sentence.ends[last - 1]]


def _in_office(line: Line, at: int) -> bool:
    """Whether an office opens in the run of capitals before a token."""
    i = at
    while i > 0 and at - i < _LONGEST and line.mark(i - 1) & (CAPITAL | HEAD | INSIDE):
        i -= 1
        if line.marks[i] & HEAD:
            return True
    return False


def _ran_on(line: Line, first: int, at: int, report: Report) -> bool:
    """Whether a name was run together with the next: "Barat" and "Rina" in "Jawa BaratRina", where the report has the
    second word by itself, and never after the first.
    """
    left, right = line.words[at], line.words[at + 1]
    if not (left.isalpha() and right.isalpha()) or (at == first and line.marks[at] & _OPENS):
        return False
    before = report.spaced.get(right)
    return before is not None and left not in before


def stands_before(mark: int) -> bool:
    """Whether a word stands before names and is in none."""
    return bool(mark & (RANK | HONORIFIC)) and not mark & NAMELIKE


def parted(line: Line, over: list[Seen], first: int, last: int) -> list[Seen]:
    """What overlaps a known name, where the tagger took two names that are joined for one: "Sky News dan Reuters"."""
    if len(over) != 1 or over[0].kind == "person":
        return over
    name = over[0]
    left = first - 1 > name.first and line.mark(first - 1) & JOINT
    right = last + 1 < name.last and line.mark(last) & JOINT
    if not left and not right:
        return over
    rest = [(name.first, first - 1)] if left else []
    rest += [(last + 1, name.last)] if right else []
    line.names.remove(name)
    line.names += [line.seen(a, b, name.kind) for a, b in rest]
    return []
