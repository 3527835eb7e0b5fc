"""Times of day: hours and minutes with their zone, put on a day."""

from __future__ import annotations

import re
from datetime import date

from silang.values.timing import Timing

__all__ = ["of_day", "on_day"]

_SPLIT = re.compile(r"[.:]")
_NOON = 12


def of_day(match: re.Match[str], timing: Timing, part: str = "") -> tuple[str, str]:
    """The time or the two times that a clock match gives, as `15:24+07:00`; the second is "" where there is one.

    An hour below twelve follows the part of the day that is named with it or, failing that, `part`. A bare small hour
    after a clock word ("at 2") with neither minutes nor a part of the day is taken for the afternoon.
    """
    groups = match.groupdict()
    zone = next((timing.zones.get(_plain(groups[name]), "") for name in ("z1", "z2", "za") if groups.get(name)), "")
    named = timing.parts.get(_plain(groups.get("part")), "") or part
    first = groups["a"] or groups["a2"] or groups["a3"] or ""
    second = groups["b"] or groups["b2"] or ""
    suffix = _plain(groups.get("suffix")).replace(".", "")
    bare = bool(groups["word"]) and not named and not _SPLIT.search(first) and first[0] != "0"
    times = [_time(x, named, suffix, bare, bool(groups["half"])) + zone for x in (first, second) if x]
    return times[0], times[1] if len(times) > 1 else ""


def on_day(times: tuple[str, str], day: date | None) -> str:
    """The times on a day: `2025-06-18T15:24+07:00`, an interval for two; without a day `T15:24`."""
    prefix = f"{day.isoformat()}T" if day else "T"
    return "/".join(prefix + time for time in times if time)


def _plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").casefold()


def _time(digits: str, part: str, suffix: str, bare: bool, half: bool) -> str:
    pieces = [int(piece) for piece in _SPLIT.split(digits)]
    hour = pieces[0]
    if half:
        hour, pieces = hour - 1, [hour - 1, 30]
    if suffix.startswith("p") and hour < _NOON:
        hour += _NOON
    elif suffix.startswith("a") and hour == _NOON:
        hour = 0
    elif not suffix:
        hour = _hour(hour, part, bare)
    return ":".join(f"{piece:02}" for piece in (hour % 24, *(pieces[1:] or [0])))


def _hour(hour: int, part: str, bare: bool) -> int:
    if part == "afternoon" and hour < _NOON:
        return hour + _NOON
    if part == "noon" and hour <= 4:
        return hour + _NOON
    if part == "night" and 5 <= hour <= _NOON:
        return hour + _NOON
    return hour + _NOON if bare and 1 <= hour <= 5 else hour
