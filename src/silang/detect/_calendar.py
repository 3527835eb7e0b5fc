"""The first and the last day of an ISO 8601 date, month, quarter, half, year, week or interval."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)|-Q(\d)|-H(\d))?(?:T.*)?")


def days(value: str) -> tuple[str, str] | None:
    """First and last day of an ISO 8601 value as `YYYY-MM-DD`; None where it has no year."""
    if "/" in value:
        first, _, last = value.partition("/")
        x, y = days(first), days(last)
        return (x[0], y[1]) if x and y else None
    found = _FORM.fullmatch(value)
    try:
        return _span(*found.groups()) if found else None
    except ValueError:
        return None


_CLOCK = re.compile(r"(?:.*T|^)(\d\d):(\d\d)(?::\d\d)?(?:[+-]\d\d:?\d\d|Z)?")


def minutes(value: str) -> int | None:
    """Minutes since midnight of a time of day with or without its date; None where there is no single one."""
    found = None if "/" in value else _CLOCK.fullmatch(value)
    return 60 * int(found[1]) + int(found[2]) if found else None


def weekday(value: str) -> int | None:
    """Day of the week of a date, Monday 0; None where it is no single day."""
    found = days(value)
    return date.fromisoformat(found[0]).weekday() if found and found[0] == found[1] else None


def apart(a: str, b: str) -> float:
    """Days between two dates, either way; infinitely many where one is no day."""
    try:
        return float(abs((date.fromisoformat(a) - date.fromisoformat(b)).days))
    except ValueError:
        return float("inf")


def later(a: str, b: str) -> float | None:
    """Minutes between two times of publication, either way; None where one is not known, or the hour of one of that day."""
    try:
        x, y = datetime.fromisoformat(a), datetime.fromisoformat(b)
    except ValueError:
        return None
    if min(len(a), len(b)) <= len("2025-01-01"):
        return float(abs((x.date() - y.date()).days)) * 24 * 60 or None
    if (x.tzinfo is None) != (y.tzinfo is None):
        x, y = x.replace(tzinfo=None), y.replace(tzinfo=None)
    return abs((x - y).total_seconds()) / 60


def _span(
    year: str, month: str | None, day: str | None, week: str | None, quarter: str | None, half: str | None
) -> tuple[str, str]:
    if day:
        one = date(int(year), int(month or 1), int(day)).isoformat()
        return one, one
    if week:
        monday = date.fromisocalendar(int(year), int(week), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    first, last = _months(month, quarter, half)
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{monthrange(int(year), last)[1]:02d}"


def _months(month: str | None, quarter: str | None, half: str | None) -> tuple[int, int]:
    if month:
        return int(month), int(month)
    if quarter:
        return 3 * int(quarter) - 2, 3 * int(quarter)
    if half:
        return 6 * int(half) - 5, 6 * int(half)
    return 1, 12
