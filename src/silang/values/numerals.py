"""Numbers in digits and in words, read as a language writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Number", "Numerals", "plain", "times"]

Number = int | float


def plain(value: float) -> Number:
    """The value as an int where it is whole, else rounded to what a newspaper can have meant."""
    rounded = round(float(f"{value:.15g}"), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def times(value: Number | tuple[float, float], factor: float) -> Number | tuple[float, float]:
    """A number or a range times a factor."""
    if isinstance(value, tuple):
        return (plain(value[0] * factor), plain(value[1] * factor))
    return plain(value * factor)


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """How a language writes numbers."""

    group: str
    decimal: str
    words: dict[str, int]
    add: dict[str, int]
    multiply: dict[str, int]
    scales: dict[str, float]
    half: frozenset[str]
    joints: frozenset[str]
    grouped: re.Pattern[str]
    foreign: re.Pattern[str]
    decimals: re.Pattern[str]

    @classmethod
    def of(cls, table: dict[str, object]) -> Numerals:
        """Compiled from the `numbers` table of a language."""
        group, decimal = str(table.get("group", ",")), str(table.get("decimal", "."))
        g, d = re.escape(group), re.escape(decimal)
        return cls(
            group,
            decimal,
            _integers(table, "words"),
            _integers(table, "add"),
            _integers(table, "multiply"),
            {word: float(value) for word, value in _mapping(table, "scales").items()},
            frozenset(_strings(table, "half")),
            frozenset(_strings(table, "joints")),
            re.compile(rf"(?:[1-9]\d{{0,2}}(?:{g}\d{{3}})+|\d+)(?:{d}\d+)?"),
            re.compile(rf"[1-9]\d{{0,2}}(?:{d}\d{{3}}){{2,}}(?:{g}\d+)?|[1-9]\d{{0,2}}{d}000"),
            re.compile(rf"\d+{g}\d{{1,2}}|0{g}\d{{1,6}}"),
        )

    def digits(self, token: str) -> Number | None:
        """The value of a token of digits and separators, or None where it is a code, a date or a clock time.

        Separators of the other convention are read where they can mean nothing else ("1,250,000", "4.9" in Indonesian).
        """
        if not token.isascii() or len(token) > 24 or (len(token) > 1 and token[0] == "0" and token[1].isdigit()):
            return None
        if self.foreign.fullmatch(token):
            return plain(float(token.replace(self.decimal, "").replace(self.group, ".")))
        if self.grouped.fullmatch(token):
            return plain(float(token.replace(self.group, "").replace(self.decimal, ".")))
        if self.decimals.fullmatch(token):
            return plain(float(token.replace(self.group, ".")))
        return None

    def write(self, value: Number) -> str:
        """The value in digits as the language writes it."""
        whole, _, fraction = f"{abs(value):.6f}".rstrip("0").partition(".")
        pieces: list[str] = []
        while len(whole) > 3:
            whole, pieces = whole[:-3], [whole[-3:], *pieces]
        return ("-" if value < 0 else "") + self.group.join([whole, *pieces]) + (self.decimal + fraction if fraction else "")

    def spelled(self, words: Sequence[str], at: int) -> tuple[Number, int] | None:
        """The value of the number words that begin here (small letters), and where they end; no scale words in front."""
        total = pending = so_far = 0.0
        begun, i = False, at
        while i < len(words):
            word = words[i]
            if begun and pending and word in self.multiply:
                so_far, pending = so_far + pending * self.multiply[word], 0.0
            elif word in self.words:
                value = self.words[word]
                if pending and not (pending >= 20 and value < 10 and pending % 10 == 0):
                    break
                so_far, pending, begun = so_far + pending, float(value), True
            elif begun and word in self.add:
                so_far, pending = so_far + pending + self.add[word], 0.0
            elif begun and word in self.multiply:
                so_far, pending = so_far + (pending or 1) * self.multiply[word], 0.0
            elif begun and word in self.scales and (so_far or pending):
                total, so_far, pending = total + (so_far + pending) * self.scales[word], 0.0, 0.0
            elif begun and word in self.joints and i + 1 < len(words) and words[i + 1] in self.words and so_far >= 100:
                pass
            elif begun and word in self.half and i > at:
                so_far += 0.5
            else:
                break
            i += 1
        return (plain(total + so_far + pending), i) if begun else None


def _mapping(table: dict[str, object], name: str) -> dict[str, float]:
    found = table.get(name, {})
    return found if isinstance(found, dict) else {}


def _integers(table: dict[str, object], name: str) -> dict[str, int]:
    return {word: int(value) for word, value in _mapping(table, name).items()}


def _strings(table: dict[str, object], name: str) -> list[str]:
    found = table.get(name, [])
    return [str(item) for item in found] if isinstance(found, list) else []
