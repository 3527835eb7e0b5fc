"""What is read on the screen, in each language: one TOML file a topic and language, `TOPIC.LANG.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("id", "en")
"""Languages of the screen, the default first."""

_FIELD = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")
_TIME = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")

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
    """An ISO 8601 date, date-time, month, year or interval as a person writes it; other values as they are."""
    if "/" in value:
        return " – ".join(day(part, lang) for part in value.split("/", 1))
    found = _TIME.fullmatch(value)
    if found is None:
        return value
    year, month, date, clock = found.groups()
    named = say(f"month.{int(month)}", {}, lang) if month and 1 <= int(month) <= 12 else month
    written = " ".join(part for part in (date and str(int(date)), named, year) if part)
    return f"{written}, {clock.replace(':', '.') if lang == 'id' else clock}" if clock else written


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
