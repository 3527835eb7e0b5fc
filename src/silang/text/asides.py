"""What is not report: lines of page furniture, datelines, credits, captions and cross-heads, named by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from silang.text.datelines import dateline
from silang.text.lexicon import Lexicon
from silang.text.lists import debris
from silang.text.sentences import items
from silang.types import Article, Aside, Span

__all__ = ["set_aside"]

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_DIVIDER = re.compile(r"[-–—_=*~.•·#]{2,}$|\*$")
_SIGNED = re.compile(
    r"[\(\[](?:[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){0,4}|[A-Z]{2,10}|[A-Z]\w+(?: [A-Z][\w.]*){1,3}|[\w.]+@[\w.]+) ?[\)\]]$"
)
_PHOTO = re.compile(r"\((?:[Ff]oto|FOTO|[Pp]hoto|[Vv]ideo|[Gg]ambar|[Dd]ok\.?)\s?:?\s?[^()\n]{2,80}\)")
_LIST = re.compile(r"\s*(?:[-–—•·*+▪●]|\d{1,3}[.)]|[A-Za-z][.)]\s|â\x80¢)")
_ENDED = '.!?…:;,"”’»)'
_MARKS = frozenset({".", "!", "?", '"', "”", ")", ""})
_BARE = 20
_TITLE_LENGTH = 130
_CAPITAL_SHARE = 0.65
_MARK = re.compile(r"[.!?]\s")
_OPENING_WORDS = 24
_CREDIT_LENGTH = 240
_HEAD_LENGTH = 90
_HEAD_WORDS = 12
_LONGEST_ABBREVIATION = 12


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    kind: str = ""


def set_aside(article: Article, lexicon: Lexicon) -> tuple[tuple[Aside, ...], list[tuple[int, int]]]:
    """The asides of an article in text order, and the stretches of running text between them.

    A sentence that a line break cut (a comma or no mark before it, a small letter after it) is one stretch.
    """
    text = article.text
    lines = [line for line in _lines(text) if line.end > line.start]
    for line in lines:
        line.kind = _kind(text, line, lexicon)
    _titles(text, lines)
    _crossheads(text, lines)
    asides = [(line.start, line.end, line.kind) for line in lines if line.kind]
    pieces: list[tuple[int, int]] = []
    report = [line for line in lines if not line.kind]
    opened = True
    for line in report:
        start, end = line.start, line.end
        if opened:
            opening = dateline(text, start, end, lexicon)
            opened = not opening and (text[start:end] == article.title or _is_headline(text[start:end]))
            if opening:
                asides.append((start, opening, "dateline"))
                start = opening
        if line is report[-1]:
            end = _unsigned(text, start, end, asides)
        _inline(text, start, end, lexicon, pieces, asides)
    pieces, listed = debris(text, [item for piece in pieces for item in items(text, *piece)])
    asides += ((start, end, "list") for start, end in listed)
    spans = sorted(Aside(Span(article.id, start, start + len(text[start:end].rstrip())), kind) for start, end, kind in asides)
    return tuple(spans), _stitched(text, pieces, lexicon)


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        yield _Line(start, max(start, match.start() + len(raw.rstrip())))


def _kind(text: str, line: _Line, lexicon: Lexicon) -> str:
    """What kind of furniture the line is, or ""."""
    raw = text[line.start : line.end]
    if len(raw) > _CREDIT_LENGTH:
        return ""
    if _DIVIDER.match(raw):
        return "divider"
    found = lexicon.furniture.match(raw)
    if found:
        kind = found.lastgroup or ""
        if kind == "advertisement":
            return kind if len(raw) <= found.end() + 3 else ""
        return kind
    if raw[0] in "([" and _SIGNED.match(raw):
        return "credit"
    return "caption" if _PHOTO.fullmatch(raw) else ""


def _is_headline(raw: str) -> bool:
    """Whether a line may be a headline, under which the dateline stands."""
    return len(raw) <= _TITLE_LENGTH and raw[-1] not in ".,;:" and not _LIST.match(raw)


def _titles(text: str, lines: list[_Line]) -> None:
    """Name the headlines of other reports that are listed, two or more of them, under a bare "read also"."""
    run: list[_Line] | None = None
    for line in [*lines, _Line(0, 0, "end")]:
        if run is not None and not line.kind and _is_title(text[line.start : line.end]):
            run.append(line)
            continue
        for title in run if run and len(run) > 1 else ():
            title.kind = "link"
        run = [] if line.kind == "link" and line.end - line.start <= _BARE else None


def _is_title(raw: str) -> bool:
    if raw[-1] in _ENDED or len(raw) > _TITLE_LENGTH or _LIST.match(raw):
        return False
    words = [word for word in raw.split() if word[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= _CAPITAL_SHARE * len(words)


def _crossheads(text: str, lines: list[_Line]) -> None:
    """Name the short lines without an end mark that stand over a paragraph, or after the last one."""
    report = [line for line in lines if not line.kind]
    for before, line, after in zip([None, *report], report, [*report[1:], None], strict=False):
        if before is not None and _is_head(text, line) and _is_ended(text, before) and (after is None or _is_body(text, after)):
            line.kind = "crosshead"


def _is_head(text: str, line: _Line) -> bool:
    raw = text[line.start : line.end]
    if (
        len(raw) > _HEAD_LENGTH
        or raw.rstrip('"”’')[-1:] in ".…:;,?!"
        or raw.count('"') == 1
        or _LIST.match(raw)
        or "http" in raw
    ):
        return False
    return (raw[0].isupper() or raw[0] in "\"“'‘") and len(raw.split()) <= _HEAD_WORDS and ":" not in raw


def _is_ended(text: str, line: _Line) -> bool:
    raw = text[line.start : line.end]
    return raw[-1] in '.!?…"”’)' or len(raw) > 2 * _HEAD_LENGTH or bool(line.kind)


def _is_body(text: str, line: _Line) -> bool:
    raw = text[line.start : line.end]
    return len(raw) > 60 and not raw[0].islower() and not _LIST.match(raw) and any(mark in raw for mark in ".!?,")


def _unsigned(text: str, start: int, end: int, asides: list[tuple[int, int, str]]) -> int:
    """Where the report ends before the initials of those who wrote it."""
    at = max(text.rfind("(", start, end), text.rfind("[", start, end))
    if at <= start or not _SIGNED.match(text, at, end):
        return end
    body = text[start:at].rstrip()
    if not body or body[-1] not in '.!?…"”':
        return end
    asides.append((at, end, "credit"))
    return start + len(body)


def _inline(
    text: str, start: int, end: int, lexicon: Lexicon, pieces: list[tuple[int, int]], asides: list[tuple[int, int, str]]
) -> None:
    """Cut photo credits and run-together links out of a line."""
    for match in _cuts(text, start, end, lexicon):
        at = match.start()
        if at < start:
            continue
        if match.re is _PHOTO:
            if match.end() < end and text[start:at].rstrip()[-1:] not in _MARKS:
                continue  # in the middle of a sentence, which would fall in two
            stop, kind = match.end(), "caption"
        else:
            tail = match.lastgroup == "tail"
            if at > start and (text[start:at].rstrip()[-1:] if tail else text[at - 1]) not in _MARKS:
                continue
            stop, kind = (end, "newsletter") if tail else (_link_end(text, match.end(), end), "link")
        if at > start:
            pieces.append((start, at))
        asides.append((at, stop, kind))
        start = stop
    if start < end:
        pieces.append((start, end))


def _cuts(text: str, start: int, end: int, lexicon: Lexicon) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    if text.find("(", start, end) >= 0:
        found += _PHOTO.finditer(text, start, end)
    low = text[start:end].lower()
    if any(word in low for word in lexicon.inline_words):
        found += lexicon.inline.finditer(text, start, end)
    return sorted(found, key=lambda match: match.span())


_RUNNING = re.compile(r"\s[a-z][a-z-]{4,}")
_SEAM = re.compile(r"(?<=[a-z0-9?)])(?=[A-Z“])")


def _link_end(text: str, start: int, end: int) -> int:
    """Where titles that were run together end: at the last seam before running text begins."""
    running = _RUNNING.search(text, start, end)
    limit = running.start() if running else end
    seams = [match.start() for match in _SEAM.finditer(text, start, limit)]
    return seams[-1] if seams else limit if running is None else start


def _stitched(text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The pieces without blanks around them, those joined that one sentence runs over."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        raw = text[start:end]
        start, end = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
        if start >= end:
            continue
        if found and _continues(text, found[-1][0], found[-1][1], start, lexicon):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_opening_phrase(text: str, begun: int, end: int) -> bool:
    """Whether the last sentence is short and quotes nobody, as a phrase is that waits for its clause."""
    clause = _MARK.split(text[begun:end])[-1]
    return len(clause.split()) <= _OPENING_WORDS and not any(quote in clause for quote in '"”“')


def _continues(text: str, begun: int, end: int, start: int, lexicon: Lexicon) -> bool:
    """Whether the stretch that begins here goes on with the sentence that the one before left open."""
    if text[end:start].strip() or _LIST.match(text, start):
        return False
    last = text[end - 1]
    if last == ",":
        return text[start].islower() or (text[start].isupper() and _is_opening_phrase(text, begun, end))
    if last == "." and text[start].islower():
        word = text[max(begun, end - _LONGEST_ABBREVIATION) : end - 1].split()[-1:]
        return bool(word) and (word[0].casefold() in lexicon.hours or word[0].casefold() in lexicon.abbreviations)
    return last not in _ENDED and text[start].islower() and not _LIST.match(text, begun) and not text.startswith("http", start)
