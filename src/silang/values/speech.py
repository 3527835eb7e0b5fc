"""The day from which a quoted speaker speaks, where a report names it beside the quotation."""

from __future__ import annotations

import re
from datetime import date

from silang.values import calendar

__all__ = ["day", "follows_quotation", "is_quoted"]

_REACH = 1500
_TAIL = 240
_WEEK = 7
_CLOSED = re.compile('["”]')
_DAY = re.compile(r"\((\d{1,2})/(\d{1,2})(?:/(\d{4}))?\)")


def is_quoted(text: str, at: int) -> bool:
    """Whether a place lies inside a quotation of its paragraph."""
    start = max(text.rfind("\n", max(0, at - _REACH), at) + 1, at - _REACH, 0)
    return text.count('"', start, at) % 2 == 1 or text.count("“", start, at) > text.count("”", start, at)


def follows_quotation(text: str, start: int, at: int) -> bool:
    """Whether a quotation closed between two places, so that what stands there tells of the saying."""
    return _CLOSED.search(text, start, at) is not None and not is_quoted(text, at)


def day(text: str, at: int, now: calendar.Calendar) -> date | None:
    """The day of saying for a quotation around a place: the date in brackets behind it, or that of the one quoted before.

    A day more than a week before the report is none, as is one after it.
    """
    if now.today is None:
        return None
    end = text.find("\n", at, at + _REACH)
    closed = _CLOSED.search(text, at, at + _REACH if end < 0 else end)
    behind = _DAY.search(text, closed.end(), min(closed.end() + _TAIL, len(text) if end < 0 else end)) if closed else None
    found = now.spoken
    if behind:
        found = calendar.day(int(behind.group(3) or now.today.year), int(behind.group(2)), int(behind.group(1)))
    return found if found and 0 <= (now.today - found).days < _WEEK else None
