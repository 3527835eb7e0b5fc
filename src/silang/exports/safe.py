"""Makes hostile text harmless to look at: control characters and marks that reorder a line are shown, not obeyed."""

from __future__ import annotations

from urllib.parse import urlsplit

_SPACE = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_CONTROL = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_UNPRINTED = {code: sign for code, sign in _CONTROL.items() if code not in (0x09, 0x0A, 0x0D)}
_ORDER = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_SHOWN = _CONTROL | _ORDER | dict.fromkeys(range(0xD800, 0xE000), "\ufffd") | _SPACE


def line(text: str) -> str:
    """Text for one line of a terminal: no escape sequence survives, white space is a space."""
    return text.translate(_SHOWN)


def page(text: str) -> str:
    """Text of a page without control characters other than line ends and tabs, each replaced by one sign."""
    return text.translate(_UNPRINTED)


def link(url: str) -> str:
    """The URL if it is one that a page may link to (http or https with a host), else ""."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and host else ""
