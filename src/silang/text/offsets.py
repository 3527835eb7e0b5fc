"""Code point, UTF-16 and byte offsets of one text, converted into each other."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

__all__ = ["Offsets"]


def _units(char: str) -> int:
    return 2 if ord(char) > 0xFFFF else 1


def _octets(char: str) -> int:
    point = ord(char)
    return 1 if point < 0x80 else 2 if point < 0x800 else 3 if point < 0x10000 else 4


class Offsets:
    """Converts offsets of a text: silang counts code points, browsers UTF-16 units, files UTF-8 bytes.

    An offset that falls inside a code point is taken for the code point's start. Offsets outside the text raise
    IndexError. A lone surrogate counts three bytes, as WTF-8 writes it.
    """

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._utf16 = None if text.isascii() else [0, *accumulate(map(_units, text))]
        self._bytes = None if text.isascii() else [0, *accumulate(map(_octets, text))]

    def utf16(self, point: int) -> int:
        """UTF-16 units before this code point."""
        return self._to(self._utf16, point)

    def byte(self, point: int) -> int:
        """UTF-8 bytes before this code point."""
        return self._to(self._bytes, point)

    def from_utf16(self, unit: int) -> int:
        """Code points before this UTF-16 unit."""
        return self._from(self._utf16, unit)

    def from_byte(self, octet: int) -> int:
        """Code points before this UTF-8 byte."""
        return self._from(self._bytes, octet)

    def _to(self, table: list[int] | None, point: int) -> int:
        if not 0 <= point <= self._size:
            raise IndexError(point)
        return point if table is None else table[point]

    def _from(self, table: list[int] | None, offset: int) -> int:
        if not 0 <= offset <= (self._size if table is None else table[-1]):
            raise IndexError(offset)
        return offset if table is None else bisect_right(table, offset) - 1
