"""Short phrases around the words of a report: who said them, what kind a thing is, a value as a person writes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from silang.exports import wording, words
from silang.exports.shown import Difference, Report, Wording
from silang.exports.words import Words
from silang.types import Entity, Role, Slot

_GLUED = re.compile(r"[^\W\d_A-Z][A-Z]")
"""Two words that a slip has run together."""
_OFFICE = 80
"""Code points of an office beside a name."""
_SYMBOL = 3
"""Letters that a unit's symbol has at most; longer ones are words."""


def named(group: str, code: str, lang: str) -> str:
    """The name of a kind in a group of the catalogue, the kind itself where the catalogue has none."""
    key = f"{group}.{code}"
    return words.say(key, {}, lang) if words.has(key, lang) else code


def attribution(w: Wording, say: Words) -> str:
    """Who says a wording, and through whom."""
    via = " → ".join(w.via)
    if w.speaker and via:
        return say("report.says_via", name=w.speaker, via=via)
    if w.speaker:
        return say("report.says", name=w.speaker)
    if via:
        return say("report.via_only", via=via)
    if w.statement is None:
        return ""
    return say("report.narrated") if w.statement.form == "narrated" else say("report.says", name=say("report.unnamed"))


def alike(found: Iterable[Difference]) -> list[list[Difference]]:
    """Differences of which one sentence says all the same, together: a text that one report carries unsigned."""
    out: dict[tuple[str, str], list[Difference]] = {}
    for d in found:
        out.setdefault((d.finding.code, words.say(*d.why, words.LANGUAGES[0])), []).append(d)
    return list(out.values())


def introduced(entity: Entity, reports: Iterable[Report]) -> str:
    """A name with the office it is most often given, in a report's words: "Siti Rahma (Menteri Kesehatan Indonesia)"."""
    texts = {r.id: r.reading.article.text for r in reports}
    offices = Counter((role.title, role.of) for role in entity.roles)
    if not offices:
        return entity.name

    def rank(role: Role) -> tuple[int, bool, str, int, int, str]:
        words = _written(role, texts)
        times = offices[role.title, role.of]
        return (-times, bool(_GLUED.search(words)), role.title, -len(words.split()), len(words), words)

    title = _written(min(entity.roles, key=rank), texts)
    return f"{entity.name} ({wording.shorten(title, _OFFICE)})"


def _written(role: Role, texts: Mapping[str, str]) -> str:
    """An office as its report writes it, without what stands in brackets."""
    found = role.span.of(texts.get(role.span.article, "")).partition("(")[0]
    return " ".join(found.split()).strip(" ,") or role.title


def value(slot: Slot, lang: str, text: str) -> str:
    """A value as a person writes it: digits in groups, dates with the month's name, the unit behind.

    Where the screen has no word for the unit it is given as the report writes it; symbols (km, kWh) need none.
    """
    if len(slot.unit) > _SYMBOL and not words.has(f"unit.{slot.unit}", lang) and slot.unit != "percent":
        return " ".join(slot.span.of(text).split())
    return _value(slot, lang)


def _value(slot: Slot, lang: str) -> str:
    if isinstance(slot.value, tuple):
        shown = "–".join(number(x, lang) for x in slot.value)
    elif isinstance(slot.value, str):
        shown = words.day(slot.value, lang)
    else:
        shown = number(slot.value, lang)
    if slot.unit == "percent":
        return f"{shown}%"
    return f"{shown} {named('unit', slot.unit, lang)}" if slot.unit else shown


def number(amount: int | float, lang: str) -> str:
    """Digits in groups of three, with the language's own marks."""
    text = f"{amount:,.6f}".rstrip("0").rstrip(".") if isinstance(amount, float) else f"{amount:,}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "id" else text
