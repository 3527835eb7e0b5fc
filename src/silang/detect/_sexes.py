"""Words for a woman or a man that stand beside a name, over whole reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

SURE = 0.8
"""Context of a word for a woman and one for a man beside one name."""
SEXES = ("female", "male")
CLOSED = (",", "(", ".", ")")
"""Signs behind a name that stands between commas: what goes on without one is said of him by a verb."""

Held = dict[str, dict[str, dict[str, Side]]]
"""By person, report and sex: where it is first said."""


def sexes(lineup: Lineup) -> Iterator[Difference]:
    """People whom one report calls women alone, and another men alone."""
    held: Held = defaultdict(lambda: defaultdict(dict))
    for line in lineup.paragraphs:
        for who, sex, side in _said(lineup, line):
            held[who][line.article.id].setdefault(sex, side)
    for who in sorted(held):
        alone = [(article, *next(iter(said.items()))) for article, said in sorted(held[who].items()) if len(said) == 1]
        for (a, one, x), (b, other, y) in product(alone, alone):
            if a < b and one != other:
                yield Difference("sex", "conflict", x, y, "sex.differ", SURE, what=lineup.cast[who].name)


def _said(lineup: Lineup, line: Line) -> Iterator[tuple[str, str, Side]]:
    """Who is called a woman or a man in a line, and by which word."""
    lexicon, words = line.lexicon, line.words
    for i, word in enumerate(words):
        sex = next((s for s in SEXES if word.fold in lexicon.list(s) | lexicon.list(f"{s}_titles")), None)
        who = _whose(lineup, line, i) if sex else None
        if sex and who:
            yield who, sex, Side(line, Span(line.article.id, word.start, word.end))


def _whose(lineup: Lineup, line: Line, at: int) -> str | None:
    """Whom a word is of: the name right behind it, behind "called", or between commas.

    A word of kinship right before a name is of somebody else, whose kin has that name.
    """
    lexicon, words, text = line.lexicon, line.words, line.article.text
    word, behind = words[at], at + 1
    while behind < len(words) and words[behind].fold in lexicon.list("called"):
        behind += 1
    loose = behind > at + 1 and words[behind - 1].fold in lexicon.function
    if behind == len(words) or loose or not words[behind].text[:1].isupper():
        return None
    name = _name(lineup, line, words[behind].start)
    between = text[words[behind - 1].end : words[behind].start].strip()
    title = word.text[:1].isupper() and any(word.fold in lexicon.list(f"{s}_titles") for s in SEXES)
    open_ = between == "" and (title or behind > at + 1 or word.fold not in lexicon.list("kin"))
    if name is None or not (open_ or (between == "," and text[name[1] :].lstrip()[:1] in CLOSED)):
        return None
    return name[0]


def _name(lineup: Lineup, line: Line, at: int) -> tuple[str, int] | None:
    """The person whose name begins at a place, and where it ends."""
    reading = next(r for r in lineup.readings if r.article.id == line.article.id)
    ends = [m.span.end for m in reading.cast.mentions if m.form == "name" and m.span.start == at]
    known = lineup.named(Span(line.article.id, at, max(ends))) if ends else None
    return (known.id, max(ends)) if known and known.kind == "person" else None
