"""Where a report's dateline ends: city, agency and outlet before the first sentence."""

from __future__ import annotations

import re

from silang.text.lexicon import Lexicon

__all__ = ["dateline"]

_LONGEST = 90
_DASH = re.compile(r"(?:\s{0,3}[–—―]{1,3}\s{0,3}|\s{1,3}-{1,3}\s{0,3}|-{1,3}\s{1,3}|-{2,3})(?=[\w\"“'‘(])")
_DOMAIN = re.compile(r"[A-Za-z][\w-]{1,30}\.(?:com|co\.id|co|id|net|org|tv|news|go\.id|my|com\.my|sg)\b", re.IGNORECASE)
_PLACES = re.compile(r"[A-Z][\w.'’]*+(?:[ ,/|]{1,3}[A-Z(][\w.'’)]*+){0,6}")
_CITY = re.compile(r",\s{0,2}[A-Z][a-z'’]{2,}?(?: [A-Z][a-z'’]{2,}?){0,2}(?=[A-Z])(?<=[a-z])")
_LOWER = re.compile(r"(?<![(\w])[a-z]+ [a-z]+")
_CITY_DASH = re.compile(r",\s{0,2}[A-Z][\w.'’]*+(?:,?\s[A-Z][\w.'’]*+){0,2}\s?[-–—]{1,2}\s?(?=[A-Z\"“])")
_CAPITALS = re.compile(r"[A-Z][A-Z ,.'’/]{2,40}$")
_COLON = re.compile(r"[A-Z][A-Z ,.'’]{2,40}(?:,\s?\w+ \d{1,2})?\s?:\s")


def dateline(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the report itself begins in its first line, or 0 where no dateline opens it."""
    stop = min(end, start + _LONGEST)
    dash = _DASH.search(text, start, stop)
    if dash and _is_dateline(text, start, dash, lexicon):
        return dash.end()
    domain = _DOMAIN.match(text, start, stop)
    if domain:
        city = _CITY_DASH.match(text, domain.end(), stop) or _CITY.match(text, domain.end(), stop)
        return city.end() if city else 0
    colon = _COLON.match(text, start, stop)
    return colon.end() if colon else 0


def _is_dateline(text: str, start: int, dash: re.Match[str], lexicon: Lexicon) -> bool:
    head = text[start : dash.start()]
    if not head or any(mark in head for mark in '!?;:"“') or head[0].islower():
        return False
    if (_DOMAIN.search(head) and not _LOWER.search(head)) or ("(" in head and lexicon.agencies.search(head)):
        return True
    spaced = dash.group() != dash.group().strip()
    if not spaced and len(dash.group()) == 1:
        return False
    if _CAPITALS.match(head):
        return True
    places = _PLACES.fullmatch(head)
    if places is None or not spaced or not text[dash.end()].isupper():
        return False
    return len(head.split()) <= 2 or bool(lexicon.agencies.search(head))
