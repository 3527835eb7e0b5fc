"""Quotation marks of a text paired, whatever is missing or mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile('["“”„‟″«»]')
_LINE = re.compile(r"[^\n]+")
_SINGLE = re.compile(r"(?<![\w'’‘])['‘](?=[^\W_])([^'‘’\"“”\n]{0,600}(?:(?<=\w)['’](?=\w)[^'‘’\"“”\n]{0,200}){0,8})['’](?!\w)")
_SPACE = " \t\xa0\u202f"
_STOPS = ".,!?;:…"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start:end` is what stands inside the marks, `left:right` takes them in. Code points of the text."""

    left: int
    start: int
    end: int
    right: int
    single: bool = False


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of a text in order: those in double marks, none inside another, and those in single marks.

    A quotation that is not closed runs to the end of its paragraph; a closing mark alone, after punctuation, closes
    what its paragraph opened with, a straight mark the sentence it ends.
    """
    found = [quote for line in _LINE.finditer(text) for quote in _paired(text, line.start(), line.end())]
    if "'" in text or "‘" in text:
        found += [_trimmed(text, m.start(), m.end(), single=True) for m in _SINGLE.finditer(text) if " " in m.group(1)]
    return tuple(sorted((quote for quote in found if quote.start < quote.end), key=lambda quote: (quote.left, -quote.right)))


def _trimmed(text: str, left: int, right: int, *, single: bool = False, opened: bool = True, closed: bool = True) -> Quote:
    start, end = left + opened, right - closed
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return Quote(left, start, end, right, single)


def _paired(text: str, begin: int, finish: int) -> Iterator[Quote]:
    marks = [m.start() for m in _MARK.finditer(text, begin, finish)]
    opened, depth, last = -1, 0, begin
    for number, at in enumerate(marks):
        before = text[at - 1] if at > begin else " "
        after = text[at + 1] if at + 1 < finish else " "
        opens = _opens(text[at], before, after)
        if opened < 0:
            closing = text[at] in "”»" or (text[at] == '"' and after in _SPACE and at > begin)
            if closing and not opens and before in _STOPS:
                sentence = text.rfind(". ", last, at - 1) + 2 if text[at] == '"' else 0
                yield _trimmed(text, max(last, sentence), at + 1, opened=False)
                last = at + 1
            else:
                opened, depth = at, 0
        elif opens and not (len(marks) - number) % 2:
            # What is left pairs up without the open quotation: its closing mark is missing.
            yield _trimmed(text, opened, at, closed=False)
            opened, depth, last = at, 0, at
        elif opens:
            depth += 1
        elif depth:
            depth -= 1
        else:
            yield _trimmed(text, opened, at + 1)
            opened, last = -1, at + 1
    if opened >= 0:
        yield _trimmed(text, opened, finish, closed=False)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in "“„«":
        return after not in _SPACE or before in _SPACE
    loose = before in _SPACE or before in "([-–—/"
    return loose and after not in _SPACE and after not in ",.;:!?)"
