"""What a language knows of names and titles, compiled once for quick look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang.types import EntityKind, Language

HEAD, INSIDE, RANK, HONORIFIC, BODY, PLACE, LINK, COMMON = 1, 2, 4, 8, 16, 32, 64, 128
PRONOUN, GROUP, OWNED, ROLE, NEAR, DOCUMENT, SPEAKING, TAIL = 256, 512, 1024, 2048, 4096, 8192, 16384, 32768


_PIECE = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A name known beforehand: the words after the first, its kind, its canonical name, and the party it speaks for."""

    rest: tuple[str, ...]
    kind: EntityKind
    name: str
    party: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Flags by lower-cased word, known names by first word (longest first), and tables of titles."""

    flags: Mapping[str, int]
    known: Mapping[str, tuple[Phrase, ...]]
    full: Mapping[str, str]
    body: Mapping[str, str]
    roles: Mapping[str, EntityKind]
    weak: frozenset[str]
    prepositions: frozenset[str]
    separators: frozenset[str]
    namelike: frozenset[str]
    joints: frozenset[str]
    calling: frozenset[str]
    bare: frozenset[str]


def _words(text: str) -> list[str]:
    return text.split()


def _flags(tables: Mapping[str, Any]) -> dict[str, int]:
    titles, bodies = tables["titles"], tables["organisations"]
    groups: tuple[tuple[int, str], ...] = (
        (HEAD, titles["heads"]),
        (INSIDE, titles["inside"]),
        (RANK, titles["ranks"]["words"]),
        (HONORIFIC, titles["honorifics"]["words"]),
        (BODY, bodies["heads"]),
        (TAIL, bodies["tails"]),
        (PLACE, tables["places"]["heads"]),
        (LINK, tables["names"]["links"]),
        (COMMON, tables["names"]["common"]),
        (PRONOUN, tables["pronouns"]["person"]),
        (GROUP, tables["pronouns"]["group"]),
        (OWNED, tables["pronouns"]["owned"]),
        (NEAR, tables["pronouns"]["near"]),
        (SPEAKING, tables["speaking"]["words"]),
        (DOCUMENT, tables["documents"]["heads"]),
        *((ROLE, text) for text in tables["roles"].values()),
    )
    found: dict[str, int] = {}
    for flag, text in groups:
        for word in _words(text):
            found[word] = found.get(word, 0) | flag
    return found


def territories(code: str) -> dict[str, str]:
    """Names of countries and territories in a language by ISO 3166 code, from CLDR."""
    from babel import Locale

    names = Locale.parse(code).territories
    return {key: str(name) for key, name in names.items() if len(key) == 2 and key.isalpha() and key not in _NO_COUNTRY}


_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"})


def _known(language: Language) -> dict[str, tuple[Phrase, ...]]:
    tables = language.tables["entities"]
    countries = territories(language.code)
    entries: list[tuple[str, EntityKind, str, str | None]] = [(name, "country", name, None) for name in countries.values()]
    entries += [(name, "country", countries[key], None) for name, key in tables.get("countries", {}).items()]
    entries += [(name, "organisation", name, countries[key]) for name, key in tables.get("metonyms", {}).items()]
    entries += [(name, "outlet", name, None) for name in _listed(tables["outlets"]["names"])]
    entries += [(name, "organisation", full, None) for name, full in tables["organisations"].get("known", {}).items()]
    entries += [(full, "organisation", full, None) for full in tables["organisations"].get("known", {}).values()]
    found: dict[str, dict[tuple[str, ...], Phrase]] = {}
    for text, kind, name, party in entries:
        for first, *rest in pieces(text):
            found.setdefault(first, {})[tuple(rest)] = Phrase(tuple(rest), kind, name, party)
    return {first: tuple(sorted(phrases.values(), key=lambda p: (-len(p.rest), p.rest))) for first, phrases in found.items()}


def _listed(text: str) -> Iterable[str]:
    return (name.strip() for name in text.replace("\n", ",").split(",") if name.strip())


def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which the words and marks of a known name may stand as tokens of a sentence."""
    return tuple(dict.fromkeys((tuple(text.split()), tuple(_PIECE.findall(text)))))


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled tables of a language."""
    tables = language.tables["entities"]
    titles = tables["titles"]
    return Lexicon(
        flags=_flags(tables),
        known=_known(language),
        full=titles.get("full", {}),
        body=titles.get("body", {}),
        roles={word: _kind(kind) for kind, text in tables["roles"].items() for word in _words(text)},
        weak=frozenset(_words(tables["organisations"]["weak"])),
        prepositions=frozenset(_words(tables["places"]["prepositions"])),
        separators=frozenset(_words(titles["separators"])),
        namelike=frozenset(_words(titles["namelike"])),
        joints=frozenset(_words(tables["organisations"]["joints"])),
        calling=frozenset(_words(tables["names"]["calling"])),
        bare=frozenset(_words(titles["bare"])),
    )


def _kind(text: str) -> EntityKind:
    kinds: dict[str, EntityKind] = {
        "person": "person",
        "organisation": "organisation",
        "outlet": "outlet",
        "country": "country",
        "document": "document",
    }
    return kinds[text]
