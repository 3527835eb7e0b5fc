"""One file an output format: what silang found, for a person or for another program."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from silang.exports._format import Format, Listed, Look

__all__ = ["FORMATS", "Format", "Listed", "Look", "find"]

FORMATS = {"text": "terminal", "json": "json", "html": "html"}
"""The built-in formats by name, and the module that writes each."""


def find(name: str) -> Format:
    """The format of this name: a built-in, loaded when asked for, else one installed under the entry point `silang.exports`.

    Raises KeyError when there is none.
    """
    if name in FORMATS:
        return cast(Format, import_module(f"silang.exports.{FORMATS[name]}"))
    from silang import plugins

    return cast(Format, plugins.load("exports", dict.fromkeys(FORMATS))[name])
