"""Words of running text that a lost blank stuck to the end of a name."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from silang.entities.lexicon import COMMON, Lexicon
from silang.entities.line import Line, Seen

_SURE = 6
"""Letters of a word that is cut off any name; a shorter one only off a name that stands alone elsewhere."""
_LONGEST = 13
_LEAST, _NAME = 4, 5
"""Letters of an ending, and of the name before it, where the tagger knows that name by itself."""


def stuck(word: str, lexicon: Lexicon, report: Container[str]) -> int:
    """Letters of the running text at the end of a word: 8 in "Thohirmengatakan" given "Thohir"; 0 where there are none.

    `report` has the words of the report: a short ending ("Wongsodan") is one only where the rest is a word by itself, there
    or to the tagger ("Yusufbakal").
    """
    if len(word) < 7 or not word[0].isupper() or word.isupper():
        return 0
    for size in range(min(_LONGEST, len(word) - 3), 2, -1):
        ending, rest = word[-size:], word[:-size]
        if rest.isalpha() and ending in lexicon.calling:
            return size
        known = len(rest) >= _NAME and rest in lexicon.typed and word not in lexicon.typed
        if known and size >= _SURE and ending in lexicon.running:
            return size
        if not rest.isalpha() or ending not in lexicon.endings:
            continue
        if (size >= _SURE and not lexicon.marks[ending] & COMMON) or rest in report or rest in lexicon.known:
            return size
        if known and size >= _LEAST:
            return size
    return 0


def cut(line: Line, lexicon: Lexicon, report: Container[str]) -> None:
    """Cut off what is stuck to the names of a line."""
    for item in line.names:
        if item.kind in ("person", "organisation", "place") and not item.name:
            size = stuck(line.words[item.last - 1], lexicon, report) if item.text.endswith(line.words[item.last - 1]) else 0
            if size:
                item.end, item.text = item.end - size, item.text[:-size]
                _known(item, lexicon)


def _known(item: Seen, lexicon: Lexicon) -> None:
    """What is left may be a name that the language knows."""
    phrase = next((p for p in lexicon.known.get(item.text, ()) if not p.rest), None)
    if phrase is not None:
        item.kind, item.name, item.party = phrase.kind, phrase.name, phrase.party


def part(line: Line) -> None:
    """Give the words of a name that has lost a blank their blank back: "OtoritasIran" is called "Otoritas Iran"."""
    starts, ends = line.sentence.starts, line.sentence.ends
    for item in line.names:
        inner = range(item.first, item.last - 1)
        lost = [i for i in inner if ends[i] == starts[i + 1] and line.words[i][-1].isalpha() and line.words[i + 1][0].isalpha()]
        if lost and not item.name and item.end > starts[lost[-1] + 1]:
            cuts = [item.start, *(ends[i] for i in lost), item.end]
            item.name = " ".join(line.text[a:b] for a, b in pairwise(cuts))
