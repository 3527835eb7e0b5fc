"""What is read on the screen, in each language: one TOML file a topic and language, `TOPIC.LANG.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("id", "en")
"""Languages of the screen, the default first."""

_FIELD = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")
_TIME = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_PART = re.compile(r"(\d{4})-(Q|H)([1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")

Words = Callable[..., str]
"""`words(key, **arguments)`: a message in the language it was made for."""


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """Every message of a language by its key; nested tables join their keys with dots."""
    found: dict[str, str] = {}
    for entry in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(f".{lang}.toml"):
            found.update(_flat(tomllib.loads(entry.read_text(encoding="utf-8"))))
    return found


def say(key: str, args: Mapping[str, Any], lang: str) -> str:
    """The message `key` with its arguments filled in; the key itself where no catalogue has it.

    `{name}` stands for an argument, `{n|report|reports}` for the first form where n is 1 and the second otherwise.
    Arguments called `date...` are written as a person writes them. Where the argument `side` says that one report holds
    both sides, `KEY_inside` is taken if there is such a message.
    """
    known = catalogue(lang if lang in LANGUAGES else LANGUAGES[0])
    inside = known.get(f"{key}_inside") if args.get("side") == "inside" else None
    template = inside or known.get(key, key)
    return _FIELD.sub(lambda field: _fill(field, args, lang), template)


def screen(lang: str) -> Words:
    """`say` bound to a language: `screen("en")("report.agree")`."""

    def words(key: str, **args: Any) -> str:
        return say(key, args, lang)

    return words


def has(key: str, lang: str) -> bool:
    """Whether a language has a message of this key."""
    return key in catalogue(lang)


def fields(template: str) -> frozenset[str]:
    """Names of the arguments a message takes."""
    return frozenset(field[1] for field in _FIELD.finditer(template))


def day(value: str, lang: str) -> str:
    """An ISO 8601 date, date-time, month, quarter, half, year, week or interval as a person writes it; all else as it is.

    What two ends of an interval share is written once, whole months without their days: "17–18 Juni 2025", "April – Juni 2025".
    """
    week = _WEEK.fullmatch(value)
    if week and 1 <= int(week[2]) <= 52:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        value = f"{monday}/{monday + timedelta(days=6)}"
    part = _PART.fullmatch(value)
    if part:
        size = 3 if part[2] == "Q" else 6
        last_month = min(12, int(part[3]) * size)
        value = f"{part[1]}-{last_month - size + 1:02}/{part[1]}-{last_month:02}"
    if "/" in value:
        first, _, last = value.partition("/")
        return _between(first, last, lang)
    found = _TIME.fullmatch(value)
    if found is None:
        return value
    year, month, number, clock = found.groups()
    named = say(f"month.{int(month)}", {}, lang) if month and 1 <= int(month) <= 12 else month
    written = " ".join(part for part in (number and str(int(number)), named, year) if part)
    return f"{written}, {clock.replace(':', '.') if lang == 'id' else clock}" if clock else written


def _between(first: str, last: str, lang: str) -> str:
    if "T" in first and first[:10] == last[:10]:
        return f"{day(first, lang)}–{day(last, lang).rpartition(' ')[2]}"
    if _whole_months(first, last):
        first, last = first[:7], last[:7]
    a, b = day(first, lang).split(" "), day(last, lang).split(" ")
    same = 0
    while (
        "T" not in first + last and len(a) == len(b) and same < len(a) - 1 and a[len(a) - 1 - same :] == b[len(b) - 1 - same :]
    ):
        same += 1
    dash = "–" if same and len(a) - same == 1 and a[0].isdigit() else " – "
    return f"{' '.join(a[: len(a) - same])}{dash}{' '.join(b)}"


def _whole_months(first: str, last: str) -> bool:
    """Whether an interval goes from the first day of a month to the last of one, a later one."""
    try:
        a, b = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return False
    return a.day == 1 and (b + timedelta(days=1)).day == 1 and first[:7] != last[:7]


def _fill(field: re.Match[str], args: Mapping[str, Any], lang: str) -> str:
    value = str(args.get(field[1], field[0]))
    if field[2] is None:
        return day(value, lang) if field[1].startswith("date") else value
    return field[2] if value == "1" else field[3]


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
