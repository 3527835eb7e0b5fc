"""Polarity and modality of what is said, from the words of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from silang.types import Language, Modality, Polarity

_SHIELDED = 4
_MODES: tuple[Modality, ...] = ("possible", "required", "planned")
"""The first of those that stand together is told."""


@dataclass(frozen=True, slots=True, eq=False)
class Stance:
    """Compiled cues of one language; patterns match whole words in lower case."""

    negator: re.Pattern[str]
    shield: re.Pattern[str]
    modal: re.Pattern[str]
    modes: Mapping[str, Modality]
    """What each match of `modal` tells."""
    denials: frozenset[str]
    strengths: dict[str, Modality]


def _ordered(words: Iterable[str]) -> list[str]:
    """The words in lower case, the longest first."""
    return sorted({w.lower() for w in words}, key=lambda w: (-len(w), w))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Matches any of these words as a whole, an earlier one before a later one.

    Words are gathered by their first letter, so that few of them are tried at a place.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    gathered = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"\b(?:{gathered or '(?!)'})\b")


@cache
def stance(language: Language) -> Stance:
    """The cues of a language, compiled once."""
    table = language.tables.get("statements", {})
    polarity, modality = table.get("polarity", {}), table.get("modality", {})
    modes: dict[str, Modality] = {}
    for name in _MODES:
        modes |= {word: name for word in _ordered(modality.get(name, ())) if word not in modes}
    strengths: dict[str, Modality] = dict.fromkeys(modality.get("demands", ()), "required")
    strengths |= dict.fromkeys(modality.get("plans", ()), "planned")
    strengths |= dict.fromkeys(modality.get("doubts", ()), "possible")
    return Stance(
        _pattern(_ordered(polarity.get("negators", ()))),
        _pattern(_ordered(polarity.get("shields", ()))),
        _pattern(modes),
        modes,
        frozenset(polarity.get("denials", ())),
        strengths,
    )


def polarity(content: str, strength: str, cues: Stance) -> Polarity:
    """Whether what is said is said not to be so; a denial turns it round."""
    low = content.lower()
    negated = cues.negator.search(low) is not None and any(
        not _shielded(low, found.start(), found.end(), cues) for found in cues.negator.finditer(low)
    )
    return "negated" if negated != (strength in cues.denials) else "affirmed"


def _shielded(low: str, start: int, end: int, cues: Stance) -> bool:
    """A negator inside a relative or conditional clause, or in a phrase such as `not only`."""
    around = low[max(0, start - 40) : end + 12]
    at = start - max(0, start - 40)
    return any(
        found.start() <= at < found.end() or (found.end() <= at and len(around[found.end() : at].split()) < _SHIELDED)
        for found in cues.shield.finditer(around)
    )


def modality(content: str, strength: str, cues: Stance) -> Modality:
    """Possible before required before planned, where several cues stand together; else what the act of speech makes it."""
    found = cues.modal.findall(content.lower())
    return min(map(cues.modes.__getitem__, found), key=_MODES.index) if found else cues.strengths.get(strength, "asserted")
