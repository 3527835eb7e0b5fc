"""A document as units with their cues and what stands around each: what both reading and learning look at."""

from __future__ import annotations

from dataclasses import dataclass

from silang.attribution.cues import Cue, cues
from silang.attribution.drafts import Draft, quoted
from silang.attribution.lexicon import Lexicon
from silang.attribution.quotes import quotes
from silang.attribution.signals import Around, stems
from silang.attribution.units import Unit, units
from silang.types import Document


@dataclass(frozen=True, slots=True)
class Scene:
    """A unit with its cues, its direct speech and what is known of the report around it."""

    unit: Unit
    cues: list[Cue]
    direct: list[Draft]
    around: Around


def scenes(document: Document, lexicon: Lexicon) -> list[Scene]:
    """The units of a document in order."""
    found = units(document, quotes(document.article.text), lexicon)
    cued = [cues(unit, lexicon) for unit in found]
    direct = [quoted(unit, cue, lexicon) if unit.quotes else [] for unit, cue in zip(found, cued, strict=True)]
    heard = frozenset(word for unit, said in zip(found, direct, strict=True) for word in _heard(unit, said))
    out = []
    for number, unit in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        first = after.spans[after.quote[0]] if after is not None and after.quote[0] >= 0 else None
        quote = stems(after, first) if after is not None and first else frozenset()
        around = Around(first is not None, bool(heard), number / len(found), quote, heard)
        out.append(Scene(unit, cued[number], direct[number], around))
    return out


def _heard(unit: Unit, said: list[Draft]) -> set[str]:
    sayers = [draft.sayer for draft in said if draft.sayer]
    return {unit.low[at] for sayer in sayers for at in range(*sayer) if unit.words[at][:1].isupper()}
