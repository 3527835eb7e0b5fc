"""Polarity and modality of what is said, from the words of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from silang.types import Language, Modality, Polarity

_SHIELDED = 4


@dataclass(frozen=True, slots=True, eq=False)
class Stance:
    """Compiled cues of one language; patterns match whole words in lower case."""

    negator: re.Pattern[str]
    shield: re.Pattern[str]
    modal: re.Pattern[str]
    denials: frozenset[str]
    strengths: dict[str, Modality]


def _words(words: Iterable[str]) -> str:
    ordered = sorted({w.lower() for w in words}, key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, ordered)) or r"(?!)"


@cache
def stance(language: Language) -> Stance:
    """The cues of a language, compiled once."""
    table = language.tables.get("statements", {})
    polarity, modality = table.get("polarity", {}), table.get("modality", {})
    modal = "|".join(f"(?P<{name}>{_words(modality.get(name, ()))})" for name in ("possible", "required", "planned"))
    strengths: dict[str, Modality] = dict.fromkeys(modality.get("demands", ()), "required")
    strengths |= dict.fromkeys(modality.get("plans", ()), "planned")
    strengths |= dict.fromkeys(modality.get("doubts", ()), "possible")
    return Stance(
        re.compile(rf"\b(?:{_words(polarity.get('negators', ()))})\b"),
        re.compile(rf"\b(?:{_words(polarity.get('shields', ()))})\b"),
        re.compile(rf"\b(?:{modal})\b"),
        frozenset(polarity.get("denials", ())),
        strengths,
    )


def polarity(content: str, strength: str, cues: Stance) -> Polarity:
    """Whether what is said is said not to be so; a denial turns it round."""
    low = content.lower()
    negated = any(not _shielded(low, found.start(), found.end(), cues) for found in cues.negator.finditer(low))
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
    found = {match.lastgroup for match in cues.modal.finditer(content.lower())}
    for name in ("possible", "required", "planned"):
        if name in found:
            return name
    return cues.strengths.get(strength, "asserted")
