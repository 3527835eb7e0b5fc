"""One pass over the sentences of a document: the first reader that understands a token makes the slot."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from datetime import date

from silang.types import Document, Sentence, Slot, Span
from silang.values import clock, times
from silang.values.calendar import Calendar
from silang.values.grammar import Grammar, Rule
from silang.values.quantities import Reader
from silang.values.times import Found

__all__ = ["read", "reference"]

_SHORT_TAIL = re.compile(r"(?<!\d)\d{1,3}$")
_YEARS = range(1500, 2100)


def read(document: Document, grammar: Grammar, now: Calendar) -> Iterator[Slot]:
    """The slots of a document, in text order."""
    scale = 1.0
    previous: Slot | None = None
    for sentence in document.sentences:
        lows = [word.lower() for word in sentence.words]
        reader = Reader(document.article.text, sentence, lows, grammar, scale)
        for slot in _sentence(document, sentence, lows, grammar, now, reader):
            joined = _joined(previous, slot, document.article.text)
            if joined:
                previous = joined
                continue
            if previous:
                yield previous
            previous = slot
        scale = reader.scale
    if previous:
        yield previous


def reference(document: Document, grammar: Grammar) -> date | None:
    """The day that an undated report speaks from: of the days that come with their weekday the one named most, then the latest."""
    days: Counter[date] = Counter()
    named: Counter[date] = Counter()
    now = Calendar(None)
    for sentence in document.sentences:
        lows = [word.lower() for word in sentence.words]
        reader = _Times(document.article.text, sentence, lows, grammar, now)
        for i, low in enumerate(lows):
            found = reader.at(i) if low in grammar.weekdays or low[0].isdigit() else None
            if found and found[0].day:
                days[found[0].day] += 1
                named[found[0].day] += low in grammar.weekdays
    pool = +named or days
    return max(pool, key=lambda day: (pool[day], day), default=None)


def _sentence(
    document: Document, sentence: Sentence, lows: list[str], grammar: Grammar, now: Calendar, reader: Reader
) -> Iterator[Slot]:
    timed = _Times(document.article.text, sentence, lows, grammar, now)
    identity = document.article.id
    i, size = 0, len(lows)
    while i < size:
        low = lows[i]
        if not (low[0].isdigit() or low in grammar.triggers or ("-" in low and low.partition("-")[0] in grammar.months)):
            i += 1
            continue
        time = timed.at(i)
        if time:
            found, start, end = time
            kind = "time" if "T" in found.value else "date"
            yield Slot(kind, Span(identity, start, end), found.value, note=found.note)
            while i < size and sentence.starts[i] < end:
                i += 1
            continue
        quantity = reader.at(i)
        if quantity is None:
            i += 1
            continue
        span = Span(identity, sentence.starts[quantity.first], sentence.ends[quantity.last - 1])
        yield Slot(quantity.kind, span, quantity.value, quantity.unit, quantity.of, quantity.bound, quantity.note)
        i = max(quantity.last, i + 1)


def _joined(before: Slot | None, slot: Slot, text: str) -> Slot | None:
    """One slot for two that say the same day side by side: "this morning, Wednesday (18/6)"."""
    if before is None or before.kind != "date" or slot.kind != "date" or before.value != slot.value:
        return None
    if re.fullmatch(r"[\s,(]{0,3}", text[before.span.end : slot.span.start]) is None:
        return None
    span = Span(slot.span.article, before.span.start, slot.span.end)
    return Slot("date", span, slot.value, note=slot.note or before.note)


class _Times:
    """Reads the times of one sentence."""

    def __init__(self, text: str, sentence: Sentence, lows: list[str], grammar: Grammar, now: Calendar) -> None:
        self.text, self.sentence, self.lows, self.grammar, self.now = text, sentence, lows, grammar, now

    def at(self, i: int) -> tuple[Found, int, int] | None:
        """The time that begins at this token: what it means, where it starts and ends."""
        start, low = self.sentence.starts[i], self.lows[i]
        if low[0].isdigit() or low in self.grammar.clock_words:
            match = self.grammar.clock.match(self.text, start, self.sentence.end)
            if match and self._is_clock(i, match):
                return self._clock(match, start)
        for rule in self._rules(low):
            match = rule.pattern.match(self.text, start, self.sentence.end)
            if match is None or not self._fits(rule, i, match):
                continue
            found = times.resolve(rule, match, self.grammar, self.now, self._ahead(i))
            if found is None:
                continue
            return self._with_clock(found, match, start)
        return None

    def _rules(self, low: str) -> tuple[Rule, ...]:
        """The rules that can begin with this word, or with the first part of two joined by a hyphen ("Maret-Mei")."""
        rules = self.grammar.rules
        return rules.get("0" if low[0].isdigit() else low) or rules.get(low.partition("-")[0], ())

    def _is_clock(self, i: int, match: re.Match[str]) -> bool:
        if match.group("word"):
            return True
        return not (i and self.lows[i - 1] in self.grammar.money_starts)

    def _clock(self, match: re.Match[str], start: int) -> tuple[Found, int, int]:
        """A time of day that stands first; the day after it, or else the one last spoken of, is its day."""
        end = match.end()
        gap = self.grammar.day_joint.match(self.text, end, self.sentence.end)
        if gap and gap.end() > end:
            at = next((k for k, x in enumerate(self.sentence.starts) if x >= gap.end()), None)
            if at is not None and self.sentence.starts[at] == gap.end() and self.lows[at] not in self.grammar.clock_words:
                following = self._day(at)
                if following:
                    found, _, last = following
                    return Found(clock.on_day(clock.of_day(match, self.grammar, found.note), found.day), found.day, found.note), start, last
        day = None if self._is_every(self._index(start)) else self.now.last or self.now.today
        return Found(clock.on_day(clock.of_day(match, self.grammar), day), day), start, end

    def _index(self, offset: int) -> int:
        return bisect_left(self.sentence.starts, offset)

    def _day(self, i: int) -> tuple[Found, int, int] | None:
        start, low = self.sentence.starts[i], self.lows[i]
        kept = self.now.last, self.now.period
        for rule in self._rules(low):
            match = rule.pattern.match(self.text, start, self.sentence.end)
            if match and self._fits(rule, i, match):
                found = times.resolve(rule, match, self.grammar, self.now, self._ahead(i))
                if found and found.day:
                    return found, start, match.end()
                self.now.last, self.now.period = kept
        return None

    def _with_clock(self, found: Found, match: re.Match[str], start: int) -> tuple[Found, int, int]:
        end = match.end()
        if found.day is None:
            return found, start, end
        gap = self.grammar.clock_joint.match(self.text, end, self.sentence.end)
        hour = self.grammar.clock.match(self.text, gap.end(), self.sentence.end) if gap else None
        if hour is None or (not hour.group("word") and not hour.group("z1") and not hour.group("suffix")):
            return found, start, end
        return Found(clock.on_day(clock.of_day(hour, self.grammar, found.note), found.day), found.day, found.note), start, hour.end()

    def _ahead(self, i: int) -> bool:
        return any(low in self.grammar.words["future"] for low in self.lows[max(0, i - 12) : i])

    def _fits(self, rule: Rule, i: int, match: re.Match[str]) -> bool:
        """Whether the match is a time here: names of days and months wear a capital, a lone year or month needs its company."""
        word, low = self.sentence.words[i], self.lows[i]
        previous = self.lows[i - 1] if i else ""
        if self._is_every(i) or (rule.means == "year" and self._is_reference(i)):
            return False
        if "weekday" in match.re.groupindex and low in self.grammar.weekdays:
            if not word[0].isupper() or (low in self.grammar.shared_weekdays and self._is_first(i) and self._is_near(i + 1)):
                return False
        elif low in self.grammar.months and not word[0].isupper():
            return False
        elif previous in self.grammar.words["some"]:
            return False
        if self.text[match.end() : match.end() + 1].isalpha() and _SHORT_TAIL.search(match.group()):
            return False
        if not rule.loose:
            return not (low[0].isdigit() and self._is_glued(i))
        if rule.means == "year":
            return not self._is_glued(i) and self._is_year(i, previous)
        return rule.means == "day" or previous in self.grammar.words["before_month"]

    def _is_every(self, i: int) -> bool:
        """Whether the time comes back each week or day, so that it is on no calendar."""
        every = self.grammar.words["every"]
        return any(low in every for low in self.lows[max(0, i - 2) : i])

    def _is_reference(self, i: int) -> bool:
        """Whether the year is part of the name of a law: "Nomor 14 Tahun 2024"."""
        return i > 1 and self.lows[i - 1][0].isdigit() and any(
            low in self.grammar.words["references"] for low in self.lows[max(0, i - 3) : i - 1]
        )

    def _is_first(self, i: int) -> bool:
        return not any(word[0].isalpha() for word in self.sentence.words[:i])

    def _is_near(self, i: int) -> bool:
        """Whether a word such as "last" or "next" stands here."""
        return i < len(self.lows) and self.lows[i] in self.grammar.words["near"]

    def _is_glued(self, i: int) -> bool:
        start = self.sentence.starts[i]
        before = self.text[start - 1] if start else " "
        return before.isalnum() or before in "#@/_.,$" or (before == "-" and start > 1 and self.text[start - 2].isalnum())

    def _is_year(self, i: int, previous: str) -> bool:
        """Whether a lone number of four digits is a year: no reference, no amount, no thing counted."""
        grammar, lows = self.grammar, self.lows
        if not self.lows[i].isdigit() or int(lows[i]) not in _YEARS:
            return False
        if previous in grammar.words["references"] or previous in grammar.money_starts or previous in grammar.prefixed:
            return False
        following = tuple(lows[i + 1 : i + 2])
        taken = following in grammar.counted or following in grammar.percent or following in grammar.money_after
        return not (taken or following in grammar.measures)
