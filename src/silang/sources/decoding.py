"""Bytes to text: UTF-8, UTF-16 and Windows-1252 told apart, and what is no text refused."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LOST = "\ufffd"
_NAMES = "UTF-8, UTF-16 or Windows-1252"


def decoded(data: bytes) -> str:
    """The text of these bytes, without its byte order mark; line ends and all else stay as they came.

    UTF-8 with a few broken bytes stays UTF-8 and loses only them (U+FFFD); where the bytes that do not fit outnumber those
    that do it is Windows-1252. Raises ValueError with the cause, as a clause, when it is no text.
    """
    mark, codec = _codec(data)
    text = data[len(mark) :].decode(codec, "replace") if codec else _eight_bit(data)
    if "\0" in text:
        raise ValueError("is binary, not text")
    if len(_CONTROL.findall(text)) > len(text) // 100 or text.count(_LOST) > len(text) // 20 + 1:
        raise ValueError(f"is not text in {_NAMES}")
    return text


def _codec(data: bytes) -> tuple[bytes, str]:
    """The byte order mark, and the Unicode encoding; ("", "") where the bytes themselves must tell."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    head = data[:4096]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) > 1 and zeros.count(0) > 0.7 * len(zeros) and head.count(0) == zeros.count(0):
            return b"", codec
    return b"", ""


def _eight_bit(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    lost = text.count(_LOST)
    kept = sum(not c.isascii() for c in text) - lost
    return text if kept > lost else data.decode("cp1252", "replace")
