"""Where sentences end: full stops that are not abbreviations, numbers, initials or list marks, with their closing quotes."""

from __future__ import annotations

import re

from silang.text.lexicon import Lexicon

__all__ = ["items", "split"]

_END = re.compile(r"(?:[.!?…]+)[\"'”’»)\]]*")
_WORD = re.compile(r"[^\s\"“”'‘’(\[]*$")
_DOMAINS = re.compile(r"(?:com|co|id|net|org)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|[a-z]/[a-z]", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ROMAN = re.compile(r"\s[IVXLC]{1,6}\b")
_NEXT = re.compile(r"\s{1,3}\(?(\w+)")
_ITEM = re.compile(r"[0-9]{1,2}[.)](?:\s{0,2}(?=[^\W\d_])|\s)")
_NOT_GLUED = frozenset("0123456789 \t\n\xa0.,([")
_NUMBERED = re.compile(r"\b\w{1,3}\.\s?$")
_OPENING = "\"“‘«'(["


def items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a numbered list that was run together ("1. Beras2. Gula"), or the whole stretch."""
    if text.find("2.", start, end) < 0 and text.find("2)", start, end) < 0:
        return [(start, end)]
    cuts, wanted = [start], 0
    for match in _ITEM.finditer(text, start, end):
        number = int(match.group()[:2].rstrip(".)"))
        if number not in {1, wanted} or (match.start() > start and text[match.start() - 1] in _NOT_GLUED):
            continue
        wanted = number + 1
        if match.start() > start:
            cuts.append(match.start())
    if wanted <= 2:
        return [(start, end)]
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def split(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The sentences of one stretch of running text, as offsets without the blanks around them."""
    found = []
    at = _skip(text, start, end)
    for match in _END.finditer(text, start, end):
        if match.end() <= at:
            continue
        cut = _boundary(text, at, match, end, lexicon)
        if cut:
            found.append((at, cut))
            at = _skip(text, cut, end)
    last = len(text[at:end].rstrip()) + at
    if last > at:
        found.append((at, last))
    return found


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _boundary(text: str, start: int, match: re.Match[str], end: int, lexicon: Lexicon) -> int:
    """Where the sentence ends at this mark, or 0 when it goes on."""
    cut = match.end()
    following = _skip(text, cut, end)
    if following >= end:
        return cut
    mark = match.group()
    if following == cut:
        return _glued(text, start, match, end, lexicon)
    char = text[following]
    if char.islower() or char in ",;:%)]”’»":
        return 0
    if char in "\"'" and _closes(text, following + 1) and _inside(text, start, following):
        return 0
    if mark[0] == "." and _goes_on(text, start, match.start(), char, len(mark), lexicon):
        return 0
    return cut


def _closes(text: str, at: int) -> bool:
    """Whether a quotation mark before this place closes: a small letter, a comma or a full stop follows."""
    return text[at : at + 1].islower() or text[at : at + 1] in {",", "."}


def _goes_on(text: str, start: int, dot: int, char: str, marks: int, lexicon: Lexicon) -> bool:
    """Whether the full stop belongs to the word before it."""
    found = _WORD.search(text, max(start, dot - 20), dot)
    word = found.group() if found else ""
    if not word:
        return marks > 1
    if not text[start : dot - len(word)].strip(" \t\"“‘'(•-") and (word.isdigit() or (len(word) == 1 and word.isalnum())):
        return True
    folded = word.casefold()
    if folded.lstrip("0123456789.:") in lexicon.hours:
        following = _NEXT.match(text, dot + 1)
        return following is not None and following.group(1).casefold() in lexicon.after_hours
    if folded in lexicon.abbreviations:
        return True
    if (char.isdigit() or _ROMAN.match(text, dot + 1)) and folded in lexicon.numbered:
        return True
    if word.isupper() and _NUMBERED.search(text[max(start, dot - len(word) - 12) : dot - len(word)]):
        return char.isupper()
    if char == "(":
        return folded in lexicon.companies
    return char.isupper() and _INITIALS.fullmatch(word) is not None and not _is_class(text, start, dot - len(word), lexicon)


def _is_class(text: str, start: int, letter: int, lexicon: Lexicon) -> bool:
    """Whether a lone capital names a class ("group A") and is no initial."""
    before = text[max(start, letter - 24) : letter].split()
    return bool(before) and before[-1].strip("\"“('").casefold() in lexicon.lettered


def _glued(text: str, start: int, match: re.Match[str], end: int, lexicon: Lexicon) -> int:
    """A sentence that the next one follows without a blank between."""
    mark, cut = match.group(), match.end()
    closers = mark.lstrip(".!?…")
    if closers.endswith('"') and not _inside(text, start, match.start()):
        cut -= 1  # the straight quotation mark opens the next sentence
    elif not _opens(text, cut, end):
        return 0
    found = _WORD.search(text, max(start, match.start() - 30), match.start())
    word = found.group() if found else ""
    if "." in word or "@" in word or _ADDRESS.search(word) or word.casefold() in lexicon.abbreviations:
        return 0
    if len(word) < 3 and not (closers or word.endswith((")", "%")) or word.isdigit()):
        return 0
    return cut if cut > match.start() else 0


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a sentence can begin here: a capital with a word behind it, or an opening quotation mark."""
    if text[at] in _OPENING:
        return at + 1 < end and text[at + 1].isupper()
    if not text[at].isupper() or at + 1 >= end or _DOMAINS.match(text, at):
        return False
    return text[at + 1].isalpha() or text[at + 1] == " "


def _inside(text: str, start: int, at: int) -> bool:
    """Whether an odd number of straight quotation marks stands between."""
    return text.count('"', start, at) % 2 == 1
