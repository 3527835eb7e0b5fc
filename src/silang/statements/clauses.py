"""Where one sentence says several things: cuts at clause grain, found from connectors and the shape of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from silang.types import Language

WORD = re.compile(r"\w+(?:[-'’.,/]\w+)*")
_STOP = re.compile(r"[.!?…]+[\"”’)»]*\s|[;\n]|[.!?…]+[\"”’)»]*$")
_LEAST = 3
_AHEAD = 5
_AHEAD_UNMARKED = 3

_KINDS = ("coordinate", "joining", "subordinate", "relative")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """What a language says about clauses: connectors by their words, and how its verbs look."""

    connectors: Mapping[str, str]
    heads: frozenset[str]
    """The words that connectors begin with."""
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    verbs: frozenset[str]
    others: frozenset[str]
    seen: dict[str, bool] = field(default_factory=dict)

    def verb(self, word: str) -> bool:
        """Whether a word, in lower case, looks like a verb."""
        known = self.seen.get(word)
        if known is None:
            shaped = len(word) > 4 and (word.startswith(self.beginnings) or word.endswith(self.endings))
            known = word in self.verbs or (shaped and word not in self.others)
            if len(self.seen) < 20_000:
                self.seen[word] = known
        return known


@cache
def grammar(language: Language) -> Grammar:
    """The clause grammar of a language, compiled once; empty where the language has none."""
    table = language.tables.get("statements", {}).get("clauses", {})
    connectors = {word: kind for kind in reversed(_KINDS) for word in table.get(kind, ())}
    return Grammar(
        connectors,
        frozenset(connector.split()[0] for connector in connectors),
        tuple(table.get("verb_beginnings", ())),
        tuple(table.get("verb_endings", ())),
        frozenset(table.get("verbs", ())),
        frozenset(table.get("not_verbs", ())),
    )


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of a stretch of text, lower-cased, with code point offsets."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def tokens(text: str, start: int, end: int) -> Tokens:
    """The words of `text[start:end]`."""
    found = list(WORD.finditer(text, start, end))
    return Tokens([m.group().lower() for m in found], [m.start() for m in found], [m.end() for m in found])


def cuts(text: str, words: Tokens, rules: Grammar, kinds: frozenset[str]) -> list[int]:
    """Indexes of the words at which a new clause begins, the first word's included."""
    out = [0]
    depth = 0
    for index in range(1, len(words.words)):
        gap = text[words.ends[index - 1] : words.starts[index]]
        if gap != " ":
            depth = max(0, depth + gap.count("(") - gap.count(")"))
            if _STOP.match(gap.lstrip('"”’)')) and not depth:
                out.append(index)
                continue
        if words.words[index] in rules.heads and depth == 0 and index - out[-1] >= _LEAST:
            kind = _connector(text, words, index, rules)
            if kind in kinds and _opens(words.words, index, out[-1], rules, (kind, "," in gap)):
                out.append(index)
    return out


def _connector(text: str, words: Tokens, index: int, rules: Grammar) -> str | None:
    """The kind of connector that a word begins; one that only joins is none where a comma closes it off."""
    pair = f"{words.words[index]} {words.words[index + 1]}" if index + 1 < len(words.words) else ""
    kind = rules.connectors.get(pair) or rules.connectors.get(words.words[index])
    if kind == "joining" and pair and "," in text[words.ends[index] : words.starts[index + 1]]:
        return None
    return kind


def _opens(words: Sequence[str], index: int, since: int, rules: Grammar, mark: tuple[str, bool]) -> bool:
    """Whether a clause begins at a connector of this kind, after a comma or not.

    Without a comma a connector may be an adverb or join two nouns, so a verb has to follow close by.
    """
    kind, comma = mark
    if len(words) - index <= _LEAST:
        return False
    if kind == "subordinate" or (kind == "coordinate" and comma):
        return True
    reach = _AHEAD if comma or kind != "joining" else _AHEAD_UNMARKED
    ahead = any(rules.verb(word) for word in words[index + 1 : index + reach])
    if kind == "relative":
        return ahead
    long_enough = index - since > _LEAST and len(words) - index > _AHEAD
    return ahead and long_enough and any(rules.verb(word) for word in words[since:index])


COARSE = frozenset({"coordinate", "joining"})
FINE = frozenset({"coordinate", "joining", "subordinate"})


def clauses(text: str, words: Tokens, rules: Grammar, kinds: frozenset[str] = COARSE) -> Iterator[tuple[int, int]]:
    """Offsets of the clauses that a stretch of text is cut into, in order; each begins and ends with a word."""
    if not words.words:
        return
    begins = cuts(text, words, rules, kinds)
    for begin, stop in zip(begins, [*begins[1:], len(words.words)], strict=True):
        yield words.starts[begin], words.ends[stop - 1]
