"""Sentences and attributions become statements: one thing one article says, with polarity, modality and values."""

from __future__ import annotations

from bisect import bisect_left

from silang.statements import pieces
from silang.statements.stance import modality, polarity, stance
from silang.types import Attribution, Cast, Document, Mention, Slot, Statement

__all__ = ["statements"]


def statements(
    document: Document, cast: Cast, slots: tuple[Slot, ...], attributions: tuple[Attribution, ...]
) -> tuple[Statement, ...]:
    """Every statement of a document, in text order.

    One for each attribution, and narrated ones for what no attribution covers: a sentence, a clause of it, or the words
    that say when and where something was said. Every slot that stands in a sentence hangs on at least one statement.
    """
    article = document.article
    cues = stance(document.language)
    named = sorted(cast.mentions, key=lambda mention: (mention.span.start, mention.span.end))
    starts = [mention.span.start for mention in named]
    ordered = tuple(sorted(slots, key=lambda slot: (slot.span.start, slot.span.end)))
    placed = [slot.span.start for slot in ordered]
    out = []
    for number, piece in enumerate(pieces.pieces(document, cast, ordered, attributions)):
        said = piece.said
        content = article.text[piece.content.start : piece.content.end]
        strength = said.strength if said else ""
        out.append(
            Statement(
                f"{article.id}:{number}",
                piece.span,
                said.form if said else "narrated",
                piece.content,
                said.cue if said else None,
                said.source if said else None,
                said.speaker if said else None,
                said.via if said else (),
                polarity(content, strength, cues),
                modality(content, strength, cues),
                _inside(ordered, placed, piece.span.start, piece.span.end),
                _entities(named, starts, piece.content.start, piece.content.end),
                strength,
                piece.grain,
            )
        )
    return tuple(out)


def _inside(slots: tuple[Slot, ...], starts: list[int], start: int, end: int) -> tuple[Slot, ...]:
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return tuple(slot for slot in slots[first:last] if slot.span.end <= end)


def _entities(mentions: list[Mention], starts: list[int], start: int, end: int) -> tuple[str, ...]:
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return tuple(sorted({mention.entity for mention in mentions[first:last] if mention.span.end <= end}))
