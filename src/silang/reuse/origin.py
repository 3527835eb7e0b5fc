"""Which of two articles a shared text came from, where their own words or times tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from silang.align.terms import fold
from silang.types import Passage, Reading

_COPIED = 0.5
"""Share of the later article that must be shared text before times alone tell the origin."""


def origin(x: Reading, y: Reading, found: Sequence[Passage]) -> list[Passage]:
    """The passages of two articles with their origin named where there is evidence, else as they are."""
    source = credited(x, y)
    if source is None:
        source = _earlier(x, y, [passage for passage in found if passage.kind != "quotation"])
        return [passage if passage.kind == "quotation" else replace(passage, origin=source) for passage in found]
    return [replace(passage, origin=source) for passage in found]


def credited(x: Reading, y: Reading) -> str | None:
    """The article whose outlet the other names, in a credit line or as the one it quotes from; None when both or neither do."""
    by_x, by_y = _names(x, y), _names(y, x)
    if by_x == by_y:
        return None
    return y.article.id if by_x else x.article.id


def _names(reader: Reading, other: Reading) -> bool:
    """Whether a reading credits the outlet of another, not being of that outlet itself."""
    outlet = _plain(other.article.outlet)
    if len(outlet) < 4 or outlet == _plain(reader.article.outlet):
        return False
    text = reader.article.text
    lines = [aside.span.of(text) for aside in reader.asides if aside.kind == "credit"]
    relays = [relay.span.of(text) for statement in reader.statements for relay in statement.via]
    return any(outlet in _squeezed(line) for line in [*lines, *relays])


def _plain(outlet: str) -> str:
    """An outlet's name without its domain's end, so that "Tempo.co" is found as "Tempo"."""
    name = fold(outlet).removeprefix("www.")
    return _squeezed(name.split(".")[0] if "." in name and " " not in name else name)


def _squeezed(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _earlier(x: Reading, y: Reading, copied: Sequence[Passage]) -> str | None:
    """The article that came out first and is the more complete, when most of the other one is text of it."""
    if not copied or len(x.article.published) < 16 or len(y.article.published) < 16:
        return None
    first, last = sorted((x, y), key=lambda reading: reading.article.published)
    if first.article.published == last.article.published or len(first.article.text) < len(last.article.text):
        return None
    spans = [passage.a if passage.a.article == last.article.id else passage.b for passage in copied]
    shared = sum(span.end - span.start for span in spans)
    return first.article.id if shared >= _COPIED * len(last.article.text) else None
