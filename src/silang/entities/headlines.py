"""Headlines, where every word has a capital: names in them are told from the rest of the report."""

from __future__ import annotations

from collections.abc import Sequence

from silang.entities.line import Line, Seen

_SHORT = 3
"""Letters of words that have no capital in a headline."""
_LEAST = 5


def settle(lines: Sequence[Line]) -> None:
    """Mark the headlines of a report and leave in their names only words that are no common words of the report."""
    for line in lines:
        line.headline = _headline(line)
    body = [line for line in lines if not line.headline]
    if len(body) == len(lines) or not body:
        return
    proper = {word for line in body for word in line.words[1:] if word[0].isupper()}
    common = {word for line in body for word in line.words if word.islower()}
    for line in lines:
        if line.headline:
            line.names = [x for item in line.names if (x := _trimmed(line, item, proper, common)) is not None]


def _headline(line: Line) -> bool:
    if line.words[-1] in '.?!"”':
        return False
    words = [word for word in line.words if len(word) > _SHORT and word[0].isalpha()]
    if len(words) < _LEAST:
        return False
    return all(word[0].isupper() for word in words) and not all(word.isupper() for word in words)


def _trimmed(line: Line, item: Seen, proper: set[str], common: set[str]) -> Seen | None:
    """A name without the common words at its end or beginning; None where it has nothing else."""
    if item.name or item.kind in ("country", "outlet", "document"):
        return item
    first, last = item.first, item.last
    if any(line.words[i] in proper for i in range(first, last)):
        common = common | {line.words[i].lower() for i in range(first, last)}
    while first < last and _common(line.words[last - 1], proper, common):
        last -= 1
    while first < last and _common(line.words[first], proper, common):
        first += 1
    if first == last:
        return None
    inner = next((i for i in range(first, last) if _common(line.words[i], proper, common)), last)
    return item if (first, inner) == (item.first, item.last) else line.seen(first, inner, item.kind)


def _common(word: str, proper: set[str], common: set[str]) -> bool:
    return word not in proper and word.lower() in common
