"""Days, weeks, months, quarters and years in ISO 8601, and the day a report speaks from."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Calendar", "Period", "add_months", "day", "iso", "month", "months", "nearest", "published", "week"]

_FIRST, _LAST = 1000, 2999


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days and the grain it was spoken of in: day, week, month, year, or span for one with two ends."""

    start: date
    end: date
    grain: str


@dataclass(slots=True)
class Calendar:
    """Where a reader of times stands.

    The day of the report, the day last spoken of, the latest of the longer periods spoken of, and the first day of what
    was last spoken of, day or period; the day on which somebody was last quoted; and the year named before in the sentence.
    """

    today: date | None
    last: date | None = None
    period: Period | None = None
    said: date | None = None
    spoken: date | None = None
    within: int | None = None


def published(text: str) -> date | None:
    """The day of an ISO 8601 date or date-time, or None."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def day(year: int, number: int, of: int) -> date | None:
    """The `of`-th day of a month, or None where the calendar has none."""
    if not (_FIRST <= year <= _LAST and 1 <= number <= 12 and 1 <= of <= monthrange(year, number)[1]):
        return None
    return date(year, number, of)


def month(year: int, number: int) -> Period:
    """A month as a period."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def months(year: int, first: int, last: int) -> Period:
    """Whole months of one year, as a span."""
    return Period(date(year, first, 1), month(year, last).end, "span")


def week(of: date) -> Period:
    """The ISO week of a day."""
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def add_months(start: date, count: int) -> date:
    """The same day some months on, or the last one of a shorter month."""
    whole = start.year * 12 + start.month - 1 + count
    year, number = divmod(whole, 12)
    year = min(max(year, _FIRST), _LAST)
    return date(year, number + 1, min(start.day, monthrange(year, number + 1)[1]))


def nearest(candidates: list[date], today: date) -> date | None:
    """The day nearest to today, the earlier one of two."""
    return min(candidates, key=lambda found: (abs((found - today).days), found), default=None)


def iso(period: Period) -> str:
    """`2025-06-18`, `2025-W25`, `2025-06`, `2025`, or the two ends with a stroke between."""
    start, end = period.start, period.end
    if period.grain == "day":
        return start.isoformat()
    if period.grain == "week":
        year, number, _ = start.isocalendar()
        return f"{year}-W{number:02}"
    if period.grain == "month":
        return f"{start:%Y-%m}" if start.year >= _FIRST else ""
    if period.grain == "year":
        return f"{start.year:04}"
    return f"{start.isoformat()}/{end.isoformat()}"
