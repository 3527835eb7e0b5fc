"""A document as units with their cues and what stands around each: what both reading and learning look at."""

from __future__ import annotations

from collections.abc import Iterator

from silang.attribution.cues import Cue, cues
from silang.attribution.lexicon import Lexicon
from silang.attribution.quotes import quotes
from silang.attribution.signals import Around
from silang.attribution.units import Unit, units
from silang.types import Document


def report(document: Document, lexicon: Lexicon) -> Iterator[tuple[Unit, list[Cue], Around]]:
    """The units of a document in order, each with its cues and what is known of the report around it."""
    found = units(document, quotes(document.article.text), lexicon)
    quoted = any(unit.quotes for unit in found)
    for number, unit in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        yield unit, cues(unit, lexicon), Around(after is not None and after.quote[0] >= 0, quoted, number / len(found))
