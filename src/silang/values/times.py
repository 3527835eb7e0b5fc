"""Times of a text resolved against the day of the report and the days it spoke of before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from silang.values import calendar
from silang.values.calendar import Calendar, Period
from silang.values.timing import Rule, Timing

__all__ = ["Found", "resolve"]


@dataclass(frozen=True, slots=True)
class Found:
    """A resolved time: its ISO 8601 value, its day where it is one, and what is odd about it or which part of the day."""

    value: str
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Case:
    """A match of a rule, with what resolving it needs."""

    rule: Rule
    parts: dict[str, str | None]
    timing: Timing
    now: Calendar
    future: bool

    def text(self, name: str) -> str:
        return (self.parts.get(name) or "").casefold()

    def number(self, name: str) -> int | None:
        found = self.text(name)
        return int(found) if found.isdigit() else None

    def month(self, name: str) -> int | None:
        return self.timing.months.get(re.sub(r"\s+", " ", self.text(name)))

    def weekday(self, name: str = "weekday") -> int | None:
        return self.timing.weekdays.get(self.text(name))

    def year(self, name: str = "year") -> int | None:
        """The year written out in full, or a plausible one of two digits."""
        found = self.number(name)
        if found is None and name == "year":
            found = self.number("anyyear")
        if found is None and name == "year2":
            found = self.number("anyyear2")
        if found is not None and found < 100:
            found += 2000 if found < 70 else 1900
        return found if found is not None and 1000 <= found <= 2999 else None

    def anchor(self) -> date | None:
        return (self.now.last or self.now.today) if self.rule.from_last else self.now.today

    def note(self) -> str:
        found = next((text for name, text in self.parts.items() if name.startswith("part") and text), "")
        return self.timing.parts.get(re.sub(r"\s+", " ", found).casefold(), "")


def resolve(rule: Rule, match: re.Match[str], timing: Timing, now: Calendar, future: bool) -> Found | None:
    """What a match of a rule means, or None where it can't be put on a calendar. Moves the calendar's last day or period."""
    try:
        return _MEANINGS[rule.means](_Case(rule, match.groupdict(), timing, now, future))
    except (ValueError, OverflowError):
        return None  # a day or year outside the calendar


def _on(case: _Case, found: date | None, note: str = "") -> Found | None:
    if found is None:
        return None
    case.now.last = case.now.said = found
    return Found(found.isoformat(), found, note or case.note())


def _over(case: _Case, period: Period, value: str = "") -> Found:
    kept, case.now.said = case.now.period, period.start
    if not case.rule.from_last and (kept is None or period.start >= kept.start or _lies_ahead(kept, case.now.today)):
        case.now.period = period  # comparisons go back from the latest period, not from the one compared with
    return Found(value or calendar.iso(period))


def _lies_ahead(period: Period, today: date | None) -> bool:
    return today is not None and period.start > today


def _dated(case: _Case, number: int | None, month: int | None, year: int | None) -> date | None:
    """A day of a month, in the year given, or in the one that `way` and today point to; a weekday moves no year."""
    if number is None or month is None:
        return None
    if year is not None:
        return calendar.day(year, month, number)
    today = case.now.today
    if today is None:
        return None
    years = {None: (-1, 0, 1), -1: (-1, 0), 1: (0, 1), -2: (-1,), 2: (1,), 0: (0,)}[case.rule.way]
    found = [x for x in (calendar.day(today.year + shift, month, number) for shift in years) if x is not None]
    if case.rule.way == -1:
        found = [x for x in found if x <= today]
    if case.rule.way == 1:
        found = [x for x in found if x >= today]
    return calendar.nearest(found, today)


def _day(case: _Case) -> Found | None:
    month = case.month("month") or case.number("mon")
    weekday = case.weekday()
    if month is None and case.rule.loose:
        base = case.now.last or case.now.today
        month = base.month if base else None
    found = _dated(case, case.number("day"), month, case.year())
    odd = found is not None and weekday is not None and found.weekday() != weekday
    return _on(case, found, "weekday" if odd else "")


def _days(case: _Case) -> Found | None:
    last_month = case.month("month2") or case.number("mon2") or case.month("month") or case.number("mon")
    first_month = case.month("month") or case.number("mon") or last_month
    end = _dated(case, case.number("day2"), last_month, case.year("year2") or case.year())
    start = _dated(case, case.number("day"), first_month, case.year() or (end.year if end else None))
    if start is None or end is None:
        return None
    if start > end:
        start = start.replace(year=end.year - 1) if start.month != end.month else end
    case.now.last = end
    return Found(calendar.iso(Period(start, end, "span")) if start != end else end.isoformat(), None)


def _weekday(case: _Case) -> Found | None:
    today, wanted, way = case.now.today, case.weekday(), case.rule.way
    if today is None or wanted is None:
        return None
    if case.rule.unit == "week" and way is not None:
        return _on(case, today - timedelta(days=today.weekday()) + timedelta(days=7 * way + wanted))
    back = (today.weekday() - wanted) % 7
    if way == 1 or (way is None and case.future and back):
        return _on(case, today + timedelta(days=(7 - back) if back else 7))
    return _on(case, today - timedelta(days=back or (7 if way == -1 else 0)))


def _month(case: _Case) -> Found | None:
    number, year, today = case.month("month"), case.year(), case.now.today
    if number is None:
        return None
    if year is None and case.rule.way is None:
        year = case.now.within
    if year is None:
        if today is None:
            return None
        years = {None: (-1, 0, 1), -1: (-1, 0), 1: (0, 1), -2: (-1,), 2: (1,), 0: (0,)}[case.rule.way]
        starts = [date(today.year + shift, number, 1) for shift in years]
        if case.rule.way == -1:
            starts = [x for x in starts if x <= today]
        if case.rule.way == 1:
            starts = [x for x in starts if x >= today.replace(day=1)]
        found = calendar.nearest(starts, today.replace(day=1))
        year = found.year if found else today.year
    return _over(case, calendar.month(year, number))


def _months(case: _Case) -> Found | None:
    first, last, today = case.month("month"), case.month("month2"), case.now.today
    end_year = case.year("year2") or case.year() or (today.year + (case.rule.way or 0) if today else None)
    if first is None or last is None or end_year is None:
        return None
    if (
        case.rule.way is None
        and case.year() is None
        and case.year("year2") is None
        and today
        and last > today.month
        and not case.future
    ):
        end_year -= 1 if first > today.month else 0
    start_year = case.year() if case.year("year2") else end_year - (first > last)
    period = Period(date(start_year or end_year, first, 1), calendar.month(end_year, last).end, "span")
    return _over(case, period, f"{period.start:%Y-%m}/{period.end:%Y-%m}")


def _amount(case: _Case, name: str = "n") -> float | None:
    if "single" in case.parts:
        return 1.0
    words = case.text(name).replace("-", " ").split()
    if not words:
        return None
    digits = case.timing.numerals.digits(words[0])
    if digits is not None:
        return float(digits)
    spelled = case.timing.numerals.spelled(words, 0)
    if spelled is None:
        return 0.5 if words[0] in case.timing.numerals.half else None
    return float(spelled[0]) if spelled[1] == len(words) else None


def _shifted(start: date, unit: str, by: float) -> Period:
    """The day, week, month or year that lies `by` units from a day."""
    if unit == "day":
        found = start + timedelta(days=round(by))
        return Period(found, found, "day")
    if unit == "week":
        return calendar.week(start + timedelta(days=round(7 * by)))
    if unit == "year" and by == int(by):
        year = start.year + int(by)
        return Period(date(year, 1, 1), date(year, 12, 31), "year")
    count = round(by * {"month": 1, "year": 12, "decade": 120}.get(unit, 1))
    moved = calendar.add_months(start, count)
    if unit == "decade":
        return Period(date(moved.year, 1, 1), date(moved.year, 12, 31), "year")
    return calendar.month(moved.year, moved.month)


def _placed(case: _Case, period: Period) -> Found | None:
    return _on(case, period.start) if period.grain == "day" else _over(case, period)


def _count(case: _Case) -> Found | None:
    amount, base = _amount(case), case.anchor()
    unit = case.timing.units.get(case.text("unit") or case.text("single"), "day")
    if amount is None or base is None:
        return None
    way = case.rule.way or 1
    if case.rule.from_last and unit == "year" and case.now.period:
        base = (case.now.said if way > 0 else None) or case.now.period.start
    found, most = _shifted(base, unit, amount * way), _amount(case, "n2")
    if most is None or most <= amount:
        return _placed(case, found)
    first, last = sorted((found, _shifted(base, unit, most * way)), key=lambda period: period.start)
    return Found(f"{calendar.iso(first)}/{calendar.iso(last)}")


def _span(case: _Case) -> Found | None:
    amount, base = _amount(case, "n2") or _amount(case), case.anchor()
    unit = case.timing.units.get(case.text("unit") or case.text("single"), "day")
    if amount is None or base is None:
        return None
    far = _shifted(base, unit, amount * (case.rule.way or 1))
    near = _shifted(base, "day" if unit in {"day", "week"} else "month" if far.grain == "month" else "year", 0)
    if unit == "week":
        moved = base + timedelta(days=round(7 * amount * (case.rule.way or 1)))
        far = Period(moved, moved, "day")
    first, last = sorted((near, far), key=lambda period: period.start)
    return Found(f"{calendar.iso(first)}/{calendar.iso(last)}")


def _shift(case: _Case) -> Found | None:
    base, rule = case.anchor(), case.rule
    if rule.from_last and rule.unit == "year" and rule.by > 0 and case.now.said:
        return _placed(case, _shifted(case.now.said, rule.unit, rule.by))
    if rule.from_last and rule.unit != "day" and case.now.period:
        return _over(case, _moved(case.now.period, rule.unit, rule.by))
    if base is None:
        return None
    found = _shifted(base, rule.unit, rule.by)
    return _placed(case, found)


def _moved(period: Period, unit: str, by: int) -> Period:
    """A period some months or years on, of the same grain."""
    if unit == "year" or period.grain == "year":
        years = by if unit == "year" else by // 12
        if period.grain in {"year", "month"} and unit == "year":
            return Period(date(period.start.year + years, 1, 1), date(period.start.year + years, 12, 31), "year")
        return Period(calendar.add_months(period.start, 12 * years), calendar.add_months(period.end, 12 * years), period.grain)
    start, end = calendar.add_months(period.start, by), calendar.add_months(period.end, by)
    return calendar.month(start.year, start.month) if period.grain == "month" else Period(start, end, period.grain)


def _first_months(case: _Case) -> Found | None:
    amount, today = _amount(case), case.now.today
    year = case.year() or (today.year if today else None)
    if amount is None or year is None or not 1 <= amount <= 12:
        return None
    return _over(case, calendar.months(year, 1, int(amount)), f"{year}-01/{year}-{int(amount):02}")


def _parted(case: _Case, size: int) -> Found | None:
    """A quarter (of three months) or a half (of six) of a year."""
    rank, today = case.timing.ranks.get(case.text("rank")), case.now.today
    year = case.year() or (today.year + (case.rule.way or 0) if today else None)
    if rank is None or year is None or rank * size > 12:
        return None
    return _over(case, calendar.months(year, size * (rank - 1) + 1, size * rank))


def _year(case: _Case) -> Found | None:
    year = case.now.within = case.year()
    return _over(case, Period(date(year, 1, 1), date(year, 12, 31), "year")) if year else None


def _years(case: _Case) -> Found | None:
    first, last = case.year(), case.year("year2")
    if last is None and case.number("short") is not None and first is not None:
        last = first // 100 * 100 + (case.number("short") or 0)
    if last is None and first is not None and case.now.today is not None:
        first, last = case.now.today.year, first  # "this year and 2026"
    if first is None or last is None or not first < last <= first + 200:
        return None
    case.now.period = Period(date(last, 1, 1), date(last, 12, 31), "year")
    return Found(f"{first}/{last}")


def _pair(case: _Case) -> Found | None:
    """Two years of which one follows the other; others are two times."""
    first, last = case.year(), case.year("year2")
    return _years(case) if first is not None and last == first + 1 else None


def _decade(case: _Case) -> Found | None:
    year = case.year() or case.year("short")
    if year is None:
        return None
    return Found(f"{year // 10 * 10}/{year // 10 * 10 + 9}")


_MEANINGS: dict[str, Callable[[_Case], Found | None]] = {
    "day": _day,
    "days": _days,
    "weekday": _weekday,
    "month": _month,
    "months": _months,
    "count": _count,
    "span": _span,
    "shift": _shift,
    "firstmonths": _first_months,
    "quarter": lambda case: _parted(case, 3),
    "half": lambda case: _parted(case, 6),
    "year": _year,
    "years": _years,
    "pair": _pair,
    "decade": _decade,
}
