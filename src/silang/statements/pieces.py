"""The text of a document shared out: what is attributed, what is narrated, and what tells when and where it was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from silang.statements.clauses import Grammar, Tokens, clauses, grammar
from silang.statements.roles import roles
from silang.types import Attribution, Cast, Document, Grain, Sentence, Slot, Span

_CLOSERS = "\"”’')»]"
_OPENERS = "\"“‘'(«["
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that becomes a statement: the whole of it, what is said, and the attribution if there is one."""

    span: Span
    content: Span
    said: Attribution | None = None
    grain: Grain = "clause"


def pieces(document: Document, cast: Cast, slots: tuple[Slot, ...], attributions: tuple[Attribution, ...]) -> list[Piece]:
    """Every piece of a document in text order: attributed ones first where two begin together."""
    spoken = [Piece(_hull(document.article.text, said), said.content, said) for said in attributions]
    spoken.sort(key=lambda piece: (piece.span.start, piece.span.end))
    found = list(spoken)
    rules = grammar(document.language)
    taken = _union(spoken)
    ends = [end for _, end in taken]
    placed = [slot.span.start for slot in slots]
    for sentence in document.sentences:
        near = taken[bisect_right(ends, sentence.start) :]
        for start, end in _gaps(sentence, near):
            held = slots[bisect_left(placed, start) : bisect_left(placed, end)]
            found += _narrated(document, rules, sentence, (start, end), held, spoken)
    found += [Piece(span, span, None, "role") for span in roles(document, cast)]
    found.sort(key=lambda piece: (piece.span.start, piece.said is None, piece.span.end, piece.grain))
    return found


def _hull(text: str, said: Attribution) -> Span:
    """From the first to the last of content, cue and source, with the quotation marks around them."""
    parts = [part for part in (said.content, said.cue, said.source) if part is not None]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    if start and text[start - 1] in _OPENERS:
        start -= 1
    while end < len(text) and text[end] in _CLOSERS:
        end += 1
    return Span(said.content.article, start, end)


def _union(spoken: list[Piece]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for piece in spoken:
        if out and piece.span.start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], piece.span.end))
        else:
            out.append((piece.span.start, piece.span.end))
    return out


def _gaps(sentence: Sentence, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of a sentence lies in no attributed piece."""
    out, at = [], sentence.start
    for start, end in taken:
        if start >= sentence.end:
            break
        if start > at:
            out.append((at, start))
        at = max(at, end)
    if at < sentence.end:
        out.append((at, sentence.end))
    return out


def _narrated(
    document: Document,
    rules: Grammar,
    sentence: Sentence,
    gap: tuple[int, int],
    slots: tuple[Slot, ...],
    spoken: list[Piece],
) -> list[Piece]:
    first, last = bisect_left(sentence.starts, gap[0]), bisect_left(sentence.starts, gap[1])
    kept = [i for i in range(first, last) if sentence.words[i][0].isalnum()]
    if not kept:
        return []
    lowered = [sentence.words[i].lower() for i in kept]
    words = Tokens(lowered, [sentence.starts[i] for i in kept], [sentence.ends[i] for i in kept])
    whole = (kept[0], kept[-1]) == (first, last - 1) or gap == (sentence.start, sentence.end)
    beside = None if gap == (sentence.start, sentence.end) else _beside(gap, spoken)
    if beside is not None and (slots or _thin(words, rules)):
        return [_circumstance(document, words, beside)] if slots else []
    if not whole and not slots and _thin(words, rules):
        return []
    text = document.article.text
    return [_plain(document, start, end) for start, end in _whole_slots(list(clauses(text, words, rules)), slots)]


def _thin(words: Tokens, rules: Grammar) -> bool:
    """Whether words say nothing by themselves: they are few, or there is no verb among them."""
    return len(words.words) < _LEAST_WORDS or not any(map(rules.verb, words.words))


def _beside(gap: tuple[int, int], spoken: list[Piece]) -> Attribution | None:
    """The attribution whose cue or source the gap touches."""
    for piece in spoken:
        if piece.span.end == gap[0] or piece.span.start == gap[1]:
            said = piece.said
            assert said is not None
            for part in (said.cue, said.source):
                if part is not None and (abs(part.end - gap[0]) <= 2 or abs(part.start - gap[1]) <= 2):
                    return said
    return None


def _circumstance(document: Document, words: Tokens, said: Attribution) -> Piece:
    """Cue and source with the words beside them that tell when or where it was said."""
    parts = [part for part in (said.cue, said.source) if part is not None]
    start, end = words.starts[0], words.ends[-1]
    for part in parts:
        if part.start >= end or part.end <= start:
            outside = part.end <= said.content.start or part.start >= said.content.end
            if outside:
                start, end = min(start, part.start), max(end, part.end)
    if start <= said.content.start and said.content.end <= end:
        start, end = words.starts[0], words.ends[-1]
    return _plain(document, start, end, "saying")


def _plain(document: Document, start: int, end: int, grain: Grain = "clause") -> Piece:
    text = document.article.text
    while end < len(text) and text[end] in ')%”"':
        end += 1
    span = Span(document.article.id, start, end)
    return Piece(span, span, None, grain)


def _whole_slots(cut: list[tuple[int, int]], slots: tuple[Slot, ...]) -> list[tuple[int, int]]:
    """Clauses joined again where a cut would fall inside a value."""
    out: list[tuple[int, int]] = []
    for start, end in cut:
        if out and any(slot.span.start < start < slot.span.end for slot in slots):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
