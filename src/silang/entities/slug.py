"""Readable identifiers made of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_GAP = re.compile(r"[\W_]+")


def slug(name: str, taken: Container[str] = ()) -> str:
    """A readable identifier of a name: "Benjamin Netanyahu" -> "benjamin-netanyahu", numbered where one is taken."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = plain if plain.isascii() else "".join(char for char in plain if not unicodedata.combining(char))
    stem = _GAP.sub("-", bare).strip("-")[:80].strip("-") or "x"
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
