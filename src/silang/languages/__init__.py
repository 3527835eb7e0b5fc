"""What silang knows of each language: folders of TOML tables, no code. `load` gives one `Language` object a code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType

from silang import plugins
from silang.languages.folder import tables
from silang.types import Article, Language

__all__ = ["INSTALLED", "codes", "load", "of", "recognise"]

INSTALLED = ("id", "en", "ms")
"""Codes of the languages that ship, the default first."""
_SAMPLE = 4000
"""Characters of a text by which its language is recognised."""
_WORD = re.compile(r"[a-z]++(?=[ ,.])|[^\W\d_]+")
"""The first part is for speed alone: what most words of a text in small letters are."""


@cache
def codes() -> tuple[str, ...]:
    """Codes of every language that is installed: those that ship, then those of other packages."""
    return tuple(_folders())


@cache
def load(code: str) -> Language:
    """The language with this code. Raises KeyError when it is not installed."""
    return Language(code, tables(code, _folders()[code]))


def of(article: Article) -> Language:
    """The language an article says it is in, else the one recognised from its function words."""
    return load(article.language if article.language in codes() else recognise(article.text))


def recognise(text: str) -> str:
    """Code of the installed language whose frequent words a text has most of; the default where none has more than the others.

    A word counts for every language that lists it, so that what neighbours share decides nothing between them.
    """
    found = dict.fromkeys(codes(), 0)
    listed = _frequent()
    for word in filter(listed.__contains__, _WORD.findall(text[:_SAMPLE].lower())):
        for code in listed[word]:
            found[code] += 1
    return max(found, key=lambda code: (found[code], -codes().index(code)))


@cache
def _folders() -> dict[str, Traversable]:
    """The folder of each language; another package's language is a module, named by the entry point `silang.languages`."""
    modules: dict[str, str | ModuleType] = dict.fromkeys(INSTALLED, __name__)
    return {
        code: files(module) / code if code in INSTALLED else files(module)
        for code, module in plugins.load("languages", modules).items()
    }


@cache
def _frequent() -> dict[str, tuple[str, ...]]:
    """The languages that list a word as one of their frequent ones."""
    found: dict[str, tuple[str, ...]] = {}
    for code, folder in _folders().items():  # not `load`: the other tables of a language may never be used
        table = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
        for word in table["frequent"].split():
            found[word] = (*found.get(word, ()), code)
    return found
