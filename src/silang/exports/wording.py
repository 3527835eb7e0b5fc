"""Words of a report cut to what a row can hold, with the words that matter marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from silang.types import Span

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_STOP = re.compile(r"[.?!][\"”’)]?\s+")
_AROUND = 160
"""Code points around a place in which its sentence is looked for."""
_BROAD = 0.6
"""Evidence over more than this part of a wording marks nothing in particular: the words the others lack are marked instead."""

_SCRAP = 3
"""Of the words that the others lack, a stretch so many times shorter than the longest is not marked."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a wording; `marked` where it is what differs."""

    text: str
    marked: bool = False


def runs(text: str, span: Span, marks: Iterable[Span], limit: int) -> tuple[Run, ...]:
    """The words of `span` on one line with the parts in `marks` marked; cut to about `limit` around the first mark."""
    inside = [(max(m.start, span.start), min(m.end, span.end)) for m in marks if m.article == span.article]
    kept = _joined(sorted((a, b) for a, b in inside if a < b))
    start, end = _window(text, span, kept, limit)
    out, at = [Run("…")] if start > span.start else [], start
    for a, b in kept:
        a, b = max(a, start), min(b, end)
        if a < b:
            out += [Run(text[at:a]), Run(text[a:b], marked=True)]
            at = b
    out += [Run(text[at:end]), Run("…")] if end < span.end else [Run(text[at:end])]
    return _tidy(out)


def plain(pieces: Iterable[Run]) -> str:
    """The words of a wording without its marks."""
    return "".join(run.text for run in pieces)


def vocabulary(pieces: Iterable[Run]) -> frozenset[str]:
    """The longer words of a wording, folded: what it speaks of."""
    return frozenset(w.casefold() for w in _WORD.findall(plain(pieces)) if len(w) > 3 or w[0].isdigit())


def shorten(text: str, limit: int) -> str:
    """Text on one line, cut at a word with an ellipsis where it is longer than `limit` code points."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", limit // 2, limit)
    return line[: cut if cut > 0 else limit - 1] + "…"


def sentence(text: str, span: Span) -> Span:
    """The sentence around a place that no statement holds, as far as `_AROUND` code points to either side; one line of it."""
    first, last = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = max(text.rfind("\n", first, span.start), first - 1) + 1
    stops = [m.end() for m in _STOP.finditer(text, before, span.start)]
    start = stops[-1] if stops else before
    line = text.find("\n", span.end, last)
    behind = line if line >= 0 else last
    stop = _STOP.search(text, span.end, behind)
    end = stop.start() + 1 if stop else behind
    if start == first > 0:
        start = _break(text, start, span.start)
    if end == last < len(text):
        end = max(span.end, text.rfind(" ", span.end, end))
    return Span(span.article, start, end)


def narrow(text: str, span: Span, marks: Sequence[Span], others: Iterable[str]) -> tuple[Span, ...]:
    """Marks that point at something: those given, or the words that `others` lack where they cover nearly all of `span`."""
    covered = sum(max(0, min(m.end, span.end) - max(m.start, span.start)) for m in marks)
    if covered <= _BROAD * (span.end - span.start):
        return tuple(marks)
    theirs = {word.casefold() for other in others for word in _WORD.findall(other)}
    found = [(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end) if m[0].casefold() not in theirs]
    longest = max((b - a for a, b in _joined(found)), default=0)
    return tuple(Span(span.article, a, b) for a, b in _joined(found) if _SCRAP * (b - a) >= longest) or tuple(marks)


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted ranges, those that touch or are a space apart made one."""
    out: list[tuple[int, int]] = []
    for a, b in ranges:
        if out and a <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _window(text: str, span: Span, marks: list[tuple[int, int]], limit: int) -> tuple[int, int]:
    """What of a long span to show: from a word's start near the first mark, to a word's end."""
    if span.end - span.start <= limit:
        return span.start, span.end
    first = marks[0][0] if marks else span.start
    start = span.start if first - span.start < limit * 2 // 3 else _break(text, max(span.start, first - limit // 3), span.end)
    end = min(span.end, start + limit)
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return start, end if end == span.end or cut <= start + limit // 2 else cut


def _break(text: str, at: int, end: int) -> int:
    """The start of the next word from `at` on, if it comes soon."""
    space = text.find(" ", at, min(end, at + 30))
    return at if space < 0 else space + 1


def _tidy(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with white space collapsed, none empty, no space at either edge."""
    out: list[Run] = []
    for run in pieces:
        words = re.sub(r"\s+", " ", run.text)
        if not out or out[-1].text.endswith(" "):
            words = words.lstrip(" ")
        if words:
            out.append(Run(words, run.marked))
    if out:
        out[-1] = Run(out[-1].text.rstrip(" "), out[-1].marked)
    return tuple(run for run in out if run.text)
