"""What the text room compiles out of a language's `text` table, once a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from silang.types import Language

__all__ = ["Lexicon", "lexicon"]

_KINDS = ("link", "advertisement", "embed", "caption", "newsletter", "credit")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The sets and patterns by which a language's text is cut."""

    abbreviations: frozenset[str]
    numbered: frozenset[str]
    lettered: frozenset[str]
    companies: frozenset[str]
    furniture: re.Pattern[str]
    """Matches the beginning of a line that is not report; the name of the group that matched is its kind."""
    inline: re.Pattern[str]
    """A link phrase in the middle of a line, run together with what stands around it; or the `tail` that ends a line."""
    inline_words: tuple[str, ...]
    """The first words of those phrases: a line without any of them is not searched."""
    agencies: re.Pattern[str]
    place_starts: frozenset[str]
    brands: frozenset[str]
    branded: re.Pattern[str]
    """A brand that something in small letters was glued to."""
    low_brands: tuple[str, ...]
    """Those that begin with a small letter."""
    brand_starts: tuple[str, ...]
    stuck: re.Pattern[str]
    """A scale or unit (the group) behind a number, that something was glued to."""
    counting: re.Pattern[str]
    """A word before a number (the group), that the number was glued to."""
    hours: frozenset[str]
    """Suffixes of an hour that are written with a full stop, as "p.m."."""
    after_hours: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled `text` table of a language; empty sets where it says nothing."""
    table = language.tables.get("text", {})
    sentences, asides, tokens = (table.get(name, {}) for name in ("sentences", "asides", "tokens"))
    return Lexicon(
        _lower(sentences.get("abbreviations", ())),
        _lower(sentences.get("numbered", ())),
        _lower(sentences.get("lettered", ())),
        _lower(sentences.get("companies", ())),
        re.compile("|".join(_kind(kind, asides) for kind in _KINDS), re.IGNORECASE),
        _inline(asides),
        tuple(sorted({phrase.split()[0] for name in ("inline", "tails") for phrase in asides.get(name, ())})),
        re.compile(_phrases(table.get("datelines", {}).get("agencies", ())), re.IGNORECASE),
        _lower(table.get("datelines", {}).get("starts", ())),
        frozenset(tokens.get("brands", ())),
        re.compile(rf"{_phrases(tokens.get('brands', ()), '')}(?=[a-z]{{2,}})"),
        tuple(sorted(brand for brand in tokens.get("brands", ()) if brand[0].islower())),
        tuple(sorted(tokens.get("brand_starts", ()))),
        _stuck(tokens),
        _counting(tokens),
        _lower(sentences.get("hours", ())),
        _lower(sentences.get("after_hours", ())),
        frozenset(tokens.get("before", ())),
        frozenset(tokens.get("after", ())),
    )


def _stuck(tokens: Mapping[str, Any]) -> re.Pattern[str]:
    units, short, endings = (_phrases(tokens.get(name, ()), "") for name in ("units", "short_units", "unit_endings"))
    return re.compile(rf"[0-9]\s?({units}(?=[a-zA-Z]{{2}})(?!{endings}(?:[^a-z]|$))|{short}(?=[A-Z][a-z]))")


def _counting(tokens: Mapping[str, Any]) -> re.Pattern[str]:
    heads, numbers = (_phrases(tokens.get(name, ()), "") for name in ("counting", "numbers"))
    return re.compile(rf"\b({heads})(?=\d|{numbers}\b)")


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _kind(kind: str, asides: Mapping[str, Any]) -> str:
    return f"(?P<{kind}>{_phrases(asides.get(kind, ()))})"


def _inline(asides: Mapping[str, Any]) -> re.Pattern[str]:
    links, tails = (_phrases(asides.get(name, ()), "") for name in ("inline", "tails"))
    return re.compile(rf"(?P<link>(?i:{links})\s?:?\s?(?=[A-Z0-9\"“']))|(?P<tail>(?i:{tails}))")


def _phrases(phrases: Iterable[str], edge: str = r"\b") -> str:
    """Any of these phrases, the longest first, a blank standing for any blanks or none; never matches when empty."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s{0,3}") + (edge if phrase[-1].isalnum() else "") for phrase in ordered
    )
    return f"(?:{joined})" if joined else r"(?!)"
