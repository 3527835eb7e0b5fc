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
_DATED = re.compile(r"[A-Z][\w .'’]{2,30},?\s\(?\d{1,2}[ /]\w+[ /]\d{4}\)?")
_CAPITALS_ALONE = re.compile(r"[A-Z]{5,}(?: [A-Z]{3,}){0,2}-(?=[A-Z][a-z])")
_DAY = re.compile(r"[A-Z][A-Za-z .'’]{2,30},?\s\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)")
_BRACKETED = re.compile(
    r"\([A-Z][\w .'’]{2,30},\s\d{1,2}[ /](?:\d{1,2}|[A-Z][a-z]+)(?:[ /]\d{4})?\)\s{0,2}[-–—:]{0,2}\s{1,3}(?=[A-Z\"“])"
)
_OUTLET_BRACKETED = re.compile(r"[A-Z][A-Z .'’/-]{2,40}\s\([A-Z][\w. /]{2,40}\)")
_OUTLET_CITY = re.compile(r"[A-Z]{2,}[A-Z .']{2,30},\s[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]+){0,2}")
_CITY_OUTLET = re.compile(r"[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]+){0,2},\s[A-Z]{2,}[A-Z .']{2,30}")
_MOST_WORDS = 5
_COLON = re.compile(r"(?:[A-Z]{3,10},\s[A-Z][a-z]+(?: [A-Z][a-z]+)?:\s)|[A-Z][A-Z ,.'’]{2,40}(?:,\s?\w+ \d{1,2})?\s?:\s")


_FORMS = (_DATED, _DAY, _OUTLET_BRACKETED, _OUTLET_CITY, _CITY_OUTLET)


def dateline(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the report itself begins in its first line, or 0 where no dateline opens it."""
    stop = min(end, start + _LONGEST)
    capitals = _CAPITALS_ALONE.match(text, start, stop)
    if capitals:
        return capitals.end()
    bracketed = _BRACKETED.match(text, start, stop)
    if bracketed:
        return bracketed.end()
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
    agency = lexicon.agencies.search(head)
    if not head or any(mark in head for mark in '!?;:"“') or (head[0].islower() and not agency and not _DOMAIN.match(head)):
        return False
    if (_DOMAIN.search(head) and not _LOWER.search(head)) or ("(" in head and agency):
        return True
    spaced = dash.group() != dash.group().strip()
    if not (spaced or len(dash.group()) > 1) or not (text[dash.end()].isupper() or text[dash.end()] in "\"“'‘"):
        return False
    if _CAPITALS.match(head) or any(form.fullmatch(head) for form in _FORMS):
        return True
    if agency and agency.end() == len(head):
        return True
    return spaced and _is_place(head, lexicon)


def _is_place(head: str, lexicon: Lexicon) -> bool:
    """Whether the words before a dash name one place, with an outlet after a comma or a stroke."""
    places = _PLACES.fullmatch(head)
    words = head.split()
    if places is None or len(words) > _MOST_WORDS:
        return False
    city = head.replace("|", ",").split(",")[0].split()
    return len(city) == 1 or (len(city) == 2 and city[0].casefold() in lexicon.place_starts)
