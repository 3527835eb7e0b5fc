"""The words of attribution of one language, compiled for lookup by lower-case token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from silang.types import Language

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")


_CLASSES = (
    "pronouns", "negators", "agents", "thats", "complementisers", "joints", "adverbs", "stops", "leads",
)  # fmt: skip
COMMAS = frozenset(",;–—(")
GLUED = 7
"""Letters that a cue has at least which may be stuck to another word."""


class Frame:
    """Where a cue stands between its sayer and what is said: bits of a number."""

    BASE = 1  # content, cue, sayer
    ACTIVE = 2  # sayer, cue, content
    PASSIVE = 4  # content beside the cue, sayer after it or none
    NOUN = 8
    ACCORDING = 16  # cue, sayer, content
    RELAYED = 32  # cue, relay
    HEARSAY = 64  # no sayer
    CLITIC = 128  # the sayer is an ending of the cue


_EITHER = Frame.BASE | Frame.ACTIVE


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue: its words in lower case, the class of its speech act, and where it may stand."""

    words: tuple[str, ...]
    strength: str
    frame: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Cues by their first word, longest first, and the closed classes of words around them."""

    cues: Mapping[str, tuple[Entry, ...]]
    sided: Mapping[tuple[str, ...], tuple[Entry, Entry]]
    """Of a cue that may stand on either side of what is said: how it reads after it, and before."""
    marked: frozenset[str]
    """The words that a cue begins with, and the surest complementisers."""
    words: Mapping[str, frozenset[str]]
    breaks: frozenset[str]
    """The words and marks before which something that is said may end."""
    anaphors: Mapping[str, tuple[tuple[str, ...], ...]]
    kinds: Mapping[str, str]
    """The closed class of a word, for `kind`."""
    tails: frozenset[str]
    """Cues of one long word, which may be stuck to the end of another."""
    heads: frozenset[str]
    """Those that may be stuck to the beginning of one."""
    tail_ends: frozenset[str]
    """The last letters of the tails, `GLUED` of them: what ends otherwise need not be looked through."""
    head_starts: frozenset[str]
    """The first ones of the heads."""
    longest: int
    """Letters of the longest of both."""
    seams: dict[str, tuple[int, ...]]
    """Where each word seen so far falls apart."""
    pairs: re.Pattern[str]
    """A conjunction between two names that were run together."""
    documents: Mapping[str, tuple[tuple[str, ...], ...]]
    channels: Mapping[str, tuple[tuple[str, ...], ...]]
    quoting: Mapping[str, tuple[tuple[str, ...], ...]]
    """What introduces a relay, by its first word."""
    openers: frozenset[str]
    recordings: frozenset[str]
    posting: frozenset[str]
    """Cues that tell who spread a recording."""
    through: frozenset[str]
    written: frozenset[str]
    addressing: frozenset[str]
    """Before whom somebody speaks to."""
    on: frozenset[str]
    """Before an outlet that somebody speaks on."""
    press: frozenset[str]
    """Words that the name of an outlet begins with."""


def split(phrase: str) -> tuple[str, ...]:
    """A phrase of a table as lower-case tokens."""
    return tuple(_TOKEN.findall(phrase.lower()))


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(set(map(split, phrases)), key=lambda words: (-len(words), words)):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(rest) for first, rest in found.items()}


def _clitic(phrases: Iterable[str], clitics: Iterable[str]) -> list[str]:
    listed = list(phrases)
    return listed + [phrase + clitic for phrase in listed for clitic in clitics]


def _verbs(rows: Iterable[str]) -> Iterable[tuple[str, int]]:
    for row in rows:
        forms = row.split(" ")
        for form, frame in zip(forms, (Frame.BASE, Frame.ACTIVE, Frame.PASSIVE), strict=True):
            if form != "-":
                yield form, frame


def _forms(table: Mapping[str, Any], clitics: Iterable[str]) -> Iterable[tuple[str, str, int]]:
    plain = {"active": Frame.ACTIVE, "passive": Frame.PASSIVE, "base": Frame.BASE, "nouns": Frame.NOUN}
    for strength, group in table["cues"].items():
        forms = [*_verbs(group.get("verbs", ()))]
        forms += [(form, frame) for key, frame in plain.items() for form in group.get(key, ())]
        for form, frame in forms:
            yield form, strength, frame
            if frame in (Frame.BASE, Frame.NOUN):
                yield from ((form + clitic, strength, frame | Frame.CLITIC) for clitic in clitics)
    for key, frame in (("according", Frame.ACCORDING), ("relayed", Frame.RELAYED), ("hearsay", Frame.HEARSAY)):
        for form in table[key]["forms"]:
            yield form, key, frame
            if key == "according":
                yield from ((form + clitic, key, frame | Frame.CLITIC) for clitic in clitics)


def _kinds(words: Mapping[str, frozenset[str]]) -> dict[str, str]:
    return {word: name for name in reversed(_CLASSES) for word in words[name]}


def _glue(frames: Mapping[tuple[str, ...], int]) -> tuple[frozenset[str], frozenset[str]]:
    """Scraped text loses the blank where a link stood: "Sondakhmengatakan", "mengatakanbahwa"."""
    verbs = {key[0] for key, frame in frames.items() if len(key) == 1 and frame & (Frame.ACTIVE | Frame.PASSIVE)}
    quoting = {key[0] for key, frame in frames.items() if frame & Frame.RELAYED and not frame & Frame.PASSIVE}
    tails = frozenset(word for word in verbs if len(word) >= GLUED)
    heads = frozenset(word for word in tails if len(word) >= GLUED + 2 or word in quoting)
    return tails, heads


def kind(lexicon: Lexicon, word: str, low: str) -> str:
    """What sort of word stands there: a closed class, else its shape."""
    found = lexicon.kinds.get(low)
    if found is not None:
        return found
    if low in lexicon.cues:
        return "cue"
    first = word[:1]
    return "name" if first.isupper() else "word" if first.isalpha() else "number" if first.isdigit() else low


@cache
def compiled(language: Language) -> Lexicon:
    """The lexicon of a language. A form that is listed twice keeps its first class and has all its frames."""
    table = language.tables["attribution"]
    strengths: dict[tuple[str, ...], str] = {}
    frames: dict[tuple[str, ...], int] = {}
    for form, strength, frame in _forms(table, table["words"]["clitics"]):
        key = split(form)
        strengths.setdefault(key, strength)
        frames[key] = frames.get(key, 0) | frame
    cues: dict[str, list[Entry]] = {}
    for key in sorted(strengths, key=lambda key: (-len(key), key)):
        cues.setdefault(key[0], []).append(Entry(key, strengths[key], frames[key], " ".join(key)))
    either = [entry for entries in cues.values() for entry in entries if not _EITHER & ~entry.frame]
    sided = {x.words: (replace(x, frame=x.frame & ~Frame.ACTIVE), replace(x, frame=x.frame & ~Frame.BASE)) for x in either}
    words = {name: frozenset(listed) for name, listed in table["words"].items() if name != "anaphors"}
    tails, heads = _glue(frames)
    return Lexicon(
        {first: tuple(entries) for first, entries in cues.items()},
        sided,
        frozenset(cues) | words["thats"],
        words,
        COMMAS.union(words["joints"], words["agents"], words["stops"]),
        _by_first(table["words"]["anaphors"]),
        _kinds(words),
        tails,
        heads,
        frozenset(word[-GLUED:] for word in tails),
        frozenset(word[:GLUED] for word in heads),
        max(map(len, tails), default=0),
        {},
        re.compile(f"(?<=[^\\W\\d_]{{5}})(?:{'|'.join(map(re.escape, sorted(words['ands'])))})(?:$|(?=[A-Z]))"),
        _by_first(_clitic(table["via"]["documents"], table["words"]["clitics"])),
        _by_first(table["via"]["channels"]),
        _by_first(" ".join(key) for key, frame in frames.items() if frame & Frame.RELAYED and not frame & Frame.PASSIVE),
        frozenset(table["via"]["openers"]),
        frozenset(table["via"]["recordings"]),
        frozenset(table["via"]["posting"]),
        frozenset(table["via"]["through"]),
        frozenset(table["via"]["written"]),
        frozenset(table["via"]["addressing"]),
        frozenset(table["via"]["on"]),
        frozenset(table["via"]["press"]),
    )


def match(phrases: Mapping[str, tuple[tuple[str, ...], ...]], low: list[str], at: int) -> int:
    """How many tokens the longest of the phrases takes at a token; 0 where none does."""
    for words in phrases.get(low[at], ()):
        if tuple(low[at : at + len(words)]) == words:
            return len(words)
    return 0
