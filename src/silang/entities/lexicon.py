"""What a language knows of names and titles, compiled once for quick look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang import models
from silang.models.capitals import calendar
from silang.types import EntityKind, Language

HEAD, INSIDE, RANK, HONORIFIC, BODY, PLACE, LINK, COMMON = (1 << n for n in range(8))
PRONOUN, GROUP, OWNED, ROLE, NEAR, SPEAKING, TAIL, WEAK = (1 << n for n in range(8, 16))
NAMELIKE, BARE, CALLING, SEPARATOR, JOINT, CAPITAL, KNOWN, KIN = (1 << n for n in range(16, 24))
DATE, DOCUMENT, NUMBERING, PLURAL, STATE, SAID = (1 << n for n in range(24, 30))
_PIECE = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_REMEMBERED = 200_000
_VERB = 7
"""Letters of a verb that is known for one, even where it is stuck to a name."""
_KINDS: Mapping[str, EntityKind] = {
    "person": "person",
    "kin": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "country": "country",
    "document": "document",
}
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"})


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A name known beforehand: the words after the first, its kind, its canonical name, and the party it speaks for."""

    rest: tuple[str, ...]
    kind: EntityKind
    name: str
    party: str | None = None


class Marks(dict[str, int]):
    """What a word is, as flags, by the word as it is written; worked out when first asked for."""

    def __init__(self, folded: Mapping[str, int], known: Mapping[str, object], dates: frozenset[str], clitic: str) -> None:
        super().__init__()
        self._clitic = clitic
        self._dates = dates
        self._folded = folded
        self._known = known

    def __missing__(self, word: str) -> int:
        flags = self._folded.get(word.lower(), 0)
        flags |= CAPITAL if word[:1].isupper() else 0
        flags |= KNOWN if bare(word) in self._known or ("-" in word and all(w in self._known for w in word.split("-"))) else 0
        flags |= DATE if word in self._dates else 0
        if self._clitic and word.endswith(self._clitic):
            flags |= SAID if self._folded.get(word[: -len(self._clitic)].lower(), 0) & SPEAKING else 0
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = flags
        return flags


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Flags by word, known names by first word (longest first), and tables of titles."""

    marks: Marks
    known: Mapping[str, tuple[Phrase, ...]]
    full: Mapping[str, str]
    body: Mapping[str, str]
    """The body that a head is of."""
    unit: Mapping[str, str]
    """The kind of body that a head is of; the place after it completes the name."""
    roles: Mapping[str, EntityKind]
    like: Mapping[str, frozenset[str]]
    """Words of the titles that those have of whom a noun may speak."""
    calling: tuple[str, ...]
    """Words between two names of one person that are often stuck to the first."""
    endings: frozenset[str]
    """Words of running text that may be stuck to the end of a name."""
    each: frozenset[str]
    """Words before a unit: "satu", "per"."""
    verbs: frozenset[str]
    """Verbs that stand in no name of a person, though a headline gives them a capital."""
    typed: frozenset[str]
    """Words in capitals that the tagger of the language knows."""
    running: frozenset[str]
    """Words in small letters that it knows."""
    toward: frozenset[str]
    """Words before the name of a place."""
    family: frozenset[str]
    """Heads of a phrase that speaks of somebody beside the person named: "istri X"."""
    serving: frozenset[str]
    """Heads that are the title of the person named, or speak of somebody who speaks for that person: "pengacara X"."""
    accused: frozenset[str]
    """Heads that are of nobody."""
    former: frozenset[str]
    """Heads of an office that somebody has no more."""
    called: Mapping[str, frozenset[str]]
    """Nouns that a report uses for the one body whose name a word opens: "polisi" for "Polres X"."""
    forms: frozenset[str]
    """Words of a body's name that tell its legal form or trade: "PT", "Maskapai"."""


def _flags(tables: Mapping[str, Any]) -> dict[str, int]:
    titles, bodies, names, pronouns = tables["titles"], tables["organisations"], tables["names"], tables["pronouns"]
    groups: tuple[tuple[int, str], ...] = (
        (HEAD, titles["heads"]),
        (INSIDE, titles["inside"]),
        (NAMELIKE, titles["namelike"]),
        (BARE, titles["bare"]),
        (SEPARATOR, titles["separators"]),
        (RANK, titles["ranks"]["words"]),
        (HONORIFIC, titles["honorifics"]["words"]),
        (BODY, bodies["heads"]),
        (WEAK, bodies["weak"]),
        (STATE, bodies["state"]),
        (JOINT, bodies["joints"]),
        (TAIL, bodies["tails"]),
        (PLACE, tables["places"]["heads"]),
        (LINK, names["links"]),
        (COMMON, names["common"]),
        (CALLING, names["calling"]),
        (SPEAKING, tables["speaking"]["words"]),
        (PRONOUN, pronouns["person"]),
        (GROUP, pronouns["group"]),
        (OWNED, pronouns["owned"]),
        (NEAR, pronouns["near"]),
        (PLURAL, pronouns["plural"]),
        (DOCUMENT, tables["documents"]["heads"]),
        (NUMBERING, tables["documents"]["numbering"]),
        (KIN, tables["roles"]["kin"]),
        *((ROLE, text) for text in tables["roles"].values() if isinstance(text, str)),
    )
    found: dict[str, int] = {}
    for flag, text in groups:
        for word in text.split():
            found[word] = found.get(word, 0) | flag
    return found


def territories(language: Language) -> dict[str, str]:
    """Names of countries and territories in a language by ISO 3166 code, from CLDR."""
    names = language.tables["cldr"]["territories"]
    return {key: name for key, name in names.items() if key not in _NO_COUNTRY}


def _known(language: Language) -> dict[str, tuple[Phrase, ...]]:
    tables = language.tables["entities"]
    countries = territories(language)
    bodies = tables["organisations"]["known"]
    entries: list[tuple[str, EntityKind, str, str | None]] = [(name, "country", name, None) for name in countries.values()]
    entries += [(name, "country", countries[key], None) for name, key in tables["countries"].items()]
    entries += [(name, "organisation", name, countries[key]) for name, key in tables["metonyms"].items()]
    entries += [(name, "outlet", name, None) for name in _listed(tables["outlets"]["names"])]
    places = tables["places"]["known"]
    entries += [(name, "place", full, None) for name, full in (*((full, full) for full in places.values()), *places.items())]
    entries += [(full, "organisation", full, None) for full in bodies.values()]
    entries += [(full.replace(",", ""), "organisation", full, None) for full in bodies.values()]
    entries += [(name, "organisation", full, None) for name, full in bodies.items()]
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


def bare(word: str) -> str:
    """A word without the mark of an owner: "Korea's" -> "Korea"."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _verbs(language: Language, names: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of running text that begin, and that end, like a verb, as far as the tagger of the language knows them."""
    begin, end = (tuple(names[key].split()) for key in ("verbal", "verbal_ends"))
    known = [word for word in models.vocabulary(language) if len(word) >= _VERB and word.islower()] if begin or end else []
    return (
        frozenset(word for word in known if begin and word.startswith(begin)),
        frozenset(word for word in known if end and word.endswith(end)),
    )


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled tables of a language."""
    tables = language.tables["entities"]
    titles, bodies = tables["titles"], tables["organisations"]
    known = _known(language)
    folded = _flags(tables)
    begin, end = _verbs(language, tables["names"])
    return Lexicon(
        marks=Marks(folded, known, calendar(language), tables["pronouns"]["clitic"]),
        known=known,
        full=titles["full"],
        body=titles["body"],
        unit=titles["unit"],
        roles={w: _KINDS[kind] for kind, text in tables["roles"].items() if isinstance(text, str) for w in text.split()},
        like={noun: frozenset(text.split()) for noun, text in tables["roles"]["like"].items()},
        calling=tuple(sorted(word for word, flag in folded.items() if flag & CALLING and 3 < len(word) < 6)),
        each=_set(tables["outlets"]["units"]),
        verbs=begin | end,
        endings=begin | {word for word, flag in folded.items() if len(word) > 2 and flag & (COMMON | SPEAKING)},
        typed=frozenset(word for word in models.vocabulary(language) if word[0].isupper()),
        running=frozenset(word for word in models.vocabulary(language) if word.islower()),
        toward=_set(tables["places"]["prepositions"]),
        family=_set(titles["family"]),
        serving=_set(titles["serving"]),
        accused=_set(titles["accused"]),
        former=_set(titles["former"]),
        called={noun: _set(heads) for noun, heads in bodies["called"].items()},
        forms=_set(bodies["forms"]),
    )
