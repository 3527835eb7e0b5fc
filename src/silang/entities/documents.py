"""Laws and rulings by their names: "Undang-Undang Nomor 11 Tahun 2010 tentang Cagar Budaya", "Pasal 38 ayat 2"."""

from __future__ import annotations

from silang.entities.lexicon import CAPITAL, COMMON, DOCUMENT, JOINT, NUMBERING, SPEAKING
from silang.entities.line import Line

_LONGEST = 30
_MARKS = frozenset("./-")


def find(line: Line) -> None:
    """Put the documents that a sentence names into its line, over any name the tagger saw inside them."""
    end = 0
    for i in line.places(DOCUMENT):
        if i >= end and line.marks[i] & CAPITAL and not _inside(line, i):
            end = _end(line, i)
            if end - i > 1 or line.words[i].isupper():
                line.replace(i, end, "document")


def _inside(line: Line, at: int) -> bool:
    before = line.mark(at - 1)
    return bool(before & CAPITAL) and not before & (COMMON | SPEAKING)


def _end(line: Line, first: int) -> int:
    """Where the name ends: capitals, numbers, the words that number, what it is about."""
    i = last = first + 1
    while i < len(line.words) and i - first < _LONGEST:
        word, mark = line.words[i], line.marks[i]
        if mark & CAPITAL or word[0].isdigit() or (len(word) == 1 and word.isalpha()):
            last = i + 1
        elif not (mark & (NUMBERING | JOINT) or word in _MARKS):
            break
        i += 1
    return last
