"""What a line says made the mishap that its report opens with, and how firmly it says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from silang.align.background import background
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._words import words
from silang.types import Span

OPENING = 400
"""Code points of a report in which its mishap is named."""
LONGEST = 9
"""Words of a cause before its verb, and of an effect between "the cause of" and "is"."""
FAR = 60
"""Words of a sentence before and behind a word that are looked at."""
NEAR = 3
"""Words behind "caused" among which its effect begins."""


class Made(NamedTuple):
    """What a line says made a mishap: the kinds it may be of, the words of the cause, and their place with the verb or mark."""

    line: Line
    mishaps: frozenset[int]
    cause: frozenset[str]
    span: Span
    firm: bool
    """Whether it is called the cause, by a noun or a verb, and not only told with "because"."""
    denied: bool = False
    """Whether it is said not to be the cause."""

    @property
    def folds(self) -> list[str]:
        """The words of the cause in their forms."""
        found = self.line.words[slice(*self.line.within(self.span))]
        return [w.fold for w in found if w.stem in self.cause]

    def told(self, lineup: Lineup, article: str) -> float:
        """Share of the words of the cause, by weight, that another report has, 0..1."""
        weights = [(background().weight(self.line.lexicon.stem(f)), lineup.has(article, f)) for f in self.folds]
        return round(sum(w for w, known in weights if known) / (sum(w for w, _ in weights) or 1.0), 4)

    @property
    def supposed(self) -> bool:
        """Whether it is only supposed."""
        return self.line.statement.modality != "asserted" or self.line.lexicon.has("rumours", self.line.wording)


class Blame(NamedTuple):
    """Indexes of the words of a cause, of all that names it, and the kinds of mishap that it is said to have made."""

    cause: tuple[int, int]
    place: tuple[int, int]
    mishaps: frozenset[int]
    firm: bool


def made(line: Line, opened: frozenset[int]) -> Made | None:
    """The one cause that a line gives of a mishap of the kinds that its report opens with."""
    if line.statement.strength in ("deny", "ask"):
        return None
    first, last = line.within(line.statement.content)
    for at in range(first, last) if opened else ():
        begin, end = _sentence(line, at, first, last)
        for blame in (*_named(line, at, begin, end, opened), *_behind(line, at, begin, end), *_before(line, at, begin, end)):
            kinds = blame.mishaps & opened
            cause = _stems(line, *blame.cause)
            if kinds and cause and not _vague(line, blame, begin, end):
                denied = _denied(line, blame)
                low, high = blame.place[0] - denied, blame.place[1]
                span = Span(line.article.id, line.words[low].start, line.words[high - 1].end)
                return Made(line, kinds, cause, span, blame.firm, denied)
    return None


def _vague(line: Line, blame: Blame, begin: int, end: int) -> bool:
    """Whether a cause is denied, not known yet, one of several, of such mishaps in general, or spoken of before."""
    known, cause = line.lexicon, line.wording[slice(*blame.cause)]
    before = line.wording[begin : blame.cause[1]]
    if _denied(line, blame):
        before = (*line.wording[begin : blame.place[0] - 1], *cause)
    back = len(cause) < NEAR and any(w in known.list("definite") for w in cause)
    unclear = any(w in known.negators for w in before) or known.has("unknown", before)
    return back or unclear or known.has("partly", line.wording[begin:end])


def _denied(line: Line, blame: Blame) -> bool:
    """Whether a negator stands right before a cause."""
    at = blame.place[0]
    return at > 0 and line.wording[at - 1] in line.lexicon.negators


def _named(line: Line, at: int, begin: int, end: int, opened: frozenset[int]) -> Iterator[Blame]:
    """The cause behind "the cause of the fire is" or, where the language says it in one word, "its cause"."""
    known = line.lexicon
    if line.wording[at] not in known.list("blamed") or at + 1 >= end or _stop(line, at + 1):
        return
    being = next((i for i in range(at + 1, min(end, at + LONGEST)) if line.wording[i] in known.list("being")), None)
    own = line.wording[at] in known.list("itscause")
    if own and (at > begin and not _stop(line, at)):
        return
    if being is None and not own:
        return
    first = at + 1 if being is None or (own and being > at + 1) else being + 1
    effect = range(at + 1, first if being is None else max(at + 1, first - 1))
    kinds = frozenset(k for _, _, k in _mishaps(line, effect.start, effect.stop))
    bare = not any(line.words[i].stem in line.content for i in effect)
    if first < end and (kinds or bare):
        last = _clause(line, first, end)
        yield Blame((first, last), (at, last), kinds or opened, True)


def _behind(line: Line, at: int, begin: int, end: int) -> Iterator[Blame]:
    """The cause behind a mark such as "because of", and what is before it."""
    known = line.lexicon
    for size in (3, 2, 1):
        mark = " ".join(line.wording[at : at + size])
        if mark in known.list("causes") and at + size < end:
            firm = mark in known.list("firmly")
            kinds = _effect(line, max(begin, _cut(line, at, begin)), at, firm=firm)
            last = _clause(line, at + size, end)
            yield Blame((at + size, last), (at, last), kinds, firm)
            return


def _before(line: Line, at: int, begin: int, end: int) -> Iterator[Blame]:
    """The cause before a verb such as "caused", and what is behind it."""
    pair = " ".join(line.wording[at : at + 2])
    if line.wording[at] in line.lexicon.list("causing") and pair not in line.lexicon.list("causes"):
        first = max(_cut(line, at, begin), at - LONGEST)
        kinds = frozenset(k for start, _, k in _mishaps(line, at + 1, _clause(line, at + 1, end)) if start <= at + NEAR)
        if first < at:
            yield Blame((first, at), (first, at + 1), kinds, True)


def _effect(line: Line, begin: int, at: int, *, firm: bool) -> frozenset[int]:
    """The mishaps that the clause before a mark tells of: its subject or its verb, where it has no other."""
    known = line.lexicon
    if begin >= at or line.wording[at - 1] in known.list("relative"):
        return frozenset()
    small = known.list("occurring") | known.negators
    weighty = [i for i in range(begin, at) if line.words[i].stem in line.content and line.wording[i] not in small]
    found = set()
    for start, stop, kind in _mishaps(line, begin, at):
        rest = [i for i in weighty if not start <= i < stop]
        acts = any(line.wording[i].startswith(tuple(sorted(known.list("verbal")))) for i in rest)
        subject = not [i for i in rest if i < start]
        last = not [i for i in rest if i >= stop] and line.wording[start - 1] not in known.list("inside")
        if (subject and (firm or not acts)) or (last and not acts):
            found.add(kind)
    return frozenset(found)


def _mishaps(line: Line, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Where a mishap is named among some words, and its kind."""
    kinds = line.lexicon.groups("mishaps")
    for at in range(first, last):
        for size in (2, 1):
            name = " ".join(line.wording[at : at + size])
            yield from ((at, at + size, i) for i, kind in enumerate(kinds) if at + size <= last and name in kind)


def openings(lineup: Lineup) -> dict[str, frozenset[int]]:
    """The kinds of mishap that the title or the opening of each report names, by its id."""
    told: dict[str, list[str]] = {}
    for x in lineup.paragraphs:
        if x.article.id not in told:
            title = words(x.article.title, 0, len(x.article.title), x.lexicon.stem)
            told[x.article.id] = [*(w.fold for w in title), "."]
        if x.statement.span.start < OPENING:
            told[x.article.id] += x.wording
    kinds = {x.article.id: x.lexicon.groups("mishaps") for x in lineup.paragraphs}
    rows = {name: f" {' '.join(folds)} " for name, folds in told.items()}
    return {a: frozenset(i for i, kind in enumerate(kinds[a]) if any(f" {w} " in row for w in kind)) for a, row in rows.items()}


def _sentence(line: Line, at: int, first: int, last: int) -> tuple[int, int]:
    """The words of the sentence around a word, `FAR` each way at most."""
    first, last = max(first, at - FAR), min(last, at + FAR)
    begin = next((i for i in range(at, first, -1) if _stop(line, i, ".?!")), first)
    return begin, next((i for i in range(at + 1, last) if _stop(line, i, ".?!")), last)


def _cut(line: Line, at: int, begin: int) -> int:
    """Where the clause before a word begins."""
    return next((i for i in range(at - 1, begin, -1) if _stop(line, i)), begin)


def _clause(line: Line, first: int, end: int) -> int:
    """The end of the clause that begins at a word, or of what is before its relative clause."""
    relative = line.lexicon.list("relative")
    return next((i for i in range(first + 1, end) if _stop(line, i) or line.wording[i] in relative), end)


def _stop(line: Line, at: int, marks: str = ',;.":”?!') -> bool:
    """Whether a mark stands before a word."""
    before, word = line.words[at - 1 : at + 1]
    between = set(line.article.text[before.end : word.start]) & set(marks)
    return bool(between) and (len(before.fold) > 1 or between != {"."})


def _stems(line: Line, first: int, last: int) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[first:last] if w.stem in line.content)
