"""Common nouns that mean the one body of its kind in a report: "polisi" for "Polres Sukamaju"."""

from __future__ import annotations

from collections.abc import Sequence

from silang.entities.coreference import Referred
from silang.entities.lexicon import SPEAKING
from silang.entities.line import Line
from silang.entities.register import Register


def called(lines: Sequence[Line], register: Register) -> list[Referred]:
    """Where such a noun stands by itself beside a verb of saying, and the report names just one body that it can mean."""
    meant = {noun: at for noun, heads in register.lexicon.called.items() if (at := _only(heads, register)) is not None}
    found: list[Referred] = []
    for line in lines if meant else ():
        for i, word in enumerate(line.words):
            if word.lower() in meant and (line.mark(i - 1) | line.mark(i + 1)) & SPEAKING and _alone(line, i):
                found.append(Referred(line.number, i, i + 1, meant[word.lower()], "role"))
                register.name(meant[word.lower()], word)
    return found


def _only(heads: frozenset[str], register: Register) -> int | None:
    """The one body of a report whose name begins with one of these words."""
    found = {at for head in heads for at in register.holders(head) if register.clusters[at].words[0] == head}
    return found.pop() if len(found) == 1 else None


def _alone(line: Line, at: int) -> bool:
    return not any(x.first <= at + 1 and at <= x.last for x in line.names)
