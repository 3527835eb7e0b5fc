"""The times of a sentence: which rule holds where, and a day joined with its time of day."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from silang.types import Sentence
from silang.values import clock, counted, speech, times
from silang.values.calendar import Calendar
from silang.values.grammar import Grammar
from silang.values.times import Found
from silang.values.timing import Rule, compiled

__all__ = ["Dater"]

_SHORT_TAIL = re.compile(r"(?<!\d)\d{1,3}$")
_JOINT = re.compile("[-'’]")
_YEAR_LENGTH = 4
_REACH = 8
_YEARS = range(1500, 2100)
_AHEAD = 12
_PART_REACH = 24


class Dater:
    """Reads the times of one sentence; `at` gives what a time means, and the offsets where it starts and ends."""

    def __init__(self, text: str, sentence: Sentence, lows: list[str], grammar: Grammar, now: Calendar) -> None:
        self.text, self.sentence, self.lows, self.grammar, self.now = text, sentence, lows, grammar, now
        self.timing = grammar.timing

    def at(self, i: int) -> tuple[Found, int, int] | None:
        """The time that begins at this token, or None."""
        start, low = self.sentence.starts[i], self.lows[i]
        if low[0].isdigit() or low in self.timing.clock_words:
            hour = self.timing.clock.match(self.text, start, self.sentence.end)
            if hour and (hour.group("word") or not self._follows(i, self.grammar.money_starts)):
                return self._from_clock(hour, i)
        found = self._resolved(i, days=False)
        if found is None or found[0].day is None:
            return found
        timed = self._with_clock(found)
        return timed if timed[0].note or timed[0] is not found[0] else self._with_part(found)

    def _resolved(self, i: int, days: bool) -> tuple[Found, int, int] | None:
        """What the first rule that holds here means; with `days` only a single day will do, and nothing else is taken in."""
        start = self.sentence.starts[i]
        if self.lows[i][0].isdigit() and not self._is_dateable(i):
            return None
        kept = self.now.last, self.now.period, self.now.said
        for rule in self._rules(self.lows[i]):
            match = compiled(rule.pattern).match(self.text, start, self.sentence.end)
            if match and self._holds(rule, i, match):
                found = self._meant(rule, match, i)
                if found and (found.day or not days):
                    return found, start, match.end()
                self.now.last, self.now.period, self.now.said = kept
        return None

    def _meant(self, rule: Rule, match: re.Match[str], i: int) -> Found | None:
        """What the match means: to a quoted speaker "today" is the day of saying."""
        start, today = self.sentence.starts[i], self.now.today
        if rule.means == "shift" and rule.unit == "day" and not rule.from_last and speech.is_quoted(self.text, start):
            self.now.today = speech.day(self.text, start, self.now) or today
        found = times.resolve(rule, match, self.timing, self.now, self._is_ahead(i))
        self.now.today = today
        dated = found is not None and found.day is not None and "weekday" in match.re.groupindex
        if found and dated and speech.follows_quotation(self.text, self.sentence.start, start):
            self.now.spoken = found.day
        return found

    def _is_dateable(self, i: int) -> bool:
        """Whether digits can begin a time: a year, a date in figures, or a month or unit of time near behind them."""
        low = self.lows[i]
        if len(low) >= _YEAR_LENGTH or "/" in low or self.lows[i + 1 : i + 2] in (["-"], ["/"]):
            return True
        return any(word in self.timing.near for word in self.lows[i + 1 : i + _REACH])

    def _rules(self, low: str) -> tuple[Rule, ...]:
        """The rules that can begin with this word, or with the first part of it ("Maret-Mei", "yesterday's")."""
        rules = self.timing.rules
        return rules.get("0" if low[0].isdigit() else low) or rules.get(_JOINT.split(low, 1)[0], ())

    def has_joints(self) -> bool:
        """Whether any word of the sentence may be of two parts."""
        return _JOINT.search(self.text, self.sentence.start, self.sentence.end) is not None

    def begins(self, low: str) -> bool:
        """Whether a time can begin with a word that is no trigger itself."""
        return not low.isalpha() and _JOINT.search(low) is not None and _JOINT.split(low, 1)[0] in self.timing.rules

    def _from_clock(self, hour: re.Match[str], i: int) -> tuple[Found, int, int]:
        """A time of day that stands first; the day after it, or else the one last spoken of, is its day."""
        start, end = self.sentence.starts[i], hour.end()
        gap = self.timing.day_joint.match(self.text, end, self.sentence.end)
        at = bisect_left(self.sentence.starts, gap.end()) if gap and gap.end() > end else len(self.lows)
        following = (
            self._resolved(at, days=True) if at < len(self.lows) and self.lows[at] not in self.timing.clock_words else None
        )
        if following and gap and following[1] == gap.end():
            return self._joined(hour, following[0]), start, following[2]
        day = None if self._is_every(i) else self.now.last or self.now.today
        return self._joined(hour, Found("", day)), start, end

    def _with_clock(self, found: tuple[Found, int, int]) -> tuple[Found, int, int]:
        """A day with the time of day that follows it, if one does."""
        what, start, end = found
        gap = self.timing.clock_joint.match(self.text, end, self.sentence.end)
        hour = self.timing.clock.match(self.text, gap.end(), self.sentence.end) if gap else None
        if hour is None or not (hour.group("word") or hour.group("z1") or hour.group("suffix")):
            return found
        return self._joined(hour, what), start, hour.end()

    def _with_part(self, found: tuple[Found, int, int]) -> tuple[Found, int, int]:
        """A day with the part of the day that is named before it or after it, if one is."""
        what, start, end = found
        after = self.timing.part_after.match(self.text, end, self.sentence.end)
        if after:
            return replace(what, note=self.timing.part(after.group("part"))), start, after.end()
        before = self.timing.part_before.search(self.text, max(self.sentence.start, start - _PART_REACH), start)
        return (replace(what, note=self.timing.part(before.group("part"))), start, end) if before else found

    def _joined(self, hour: re.Match[str], found: Found) -> Found:
        note = found.note or self.timing.part(hour.group("part"))
        return Found(clock.on_day(clock.of_day(hour, self.timing, found.note), found.day), found.day, note)

    # whether a rule holds

    def _holds(self, rule: Rule, i: int, match: re.Match[str]) -> bool:
        """Whether the match is a time here: days and months wear a capital, a lone year or month needs its company."""
        low, words = self.lows[i], self.grammar.words
        if self._is_every(i) or (rule.means == "year" and self._is_reference(i)):
            return False
        if "weekday" in match.re.groupindex and low in self.timing.weekdays:
            if not self._is_weekday(i):
                return False
        elif (low in self.timing.months and not self.sentence.words[i][0].isupper()) or self._follows(i, words["some"]):
            return False
        if self.text[match.end() : match.end() + 1].isalpha() and _SHORT_TAIL.search(match.group()):
            return False
        if not rule.loose:
            return not (low[0].isdigit() and self._is_glued(i))
        if rule.means == "year":
            return not self._is_glued(i) and self._is_year(i)
        return rule.means == "day" or self._follows(i, words["before_month"])

    def _is_weekday(self, i: int) -> bool:
        """Whether a weekday's name stands here, and not the same word for a week ("Minggu lalu" at the beginning)."""
        if not self.sentence.words[i][0].isupper():
            return False
        if self.lows[i] not in self.timing.shared_weekdays or any(word[0].isalpha() for word in self.sentence.words[:i]):
            return True
        return not (i + 1 < len(self.lows) and self.lows[i + 1] in self.grammar.words["near"])

    def _is_every(self, i: int) -> bool:
        """Whether the time comes back each week or day, so that it is on no calendar."""
        every = self.grammar.words["every"]
        return any(low in every for low in self.lows[max(0, i - 2) : i])

    def _is_ahead(self, i: int) -> bool:
        """Whether the sentence speaks of what is to come."""
        return any(low in self.grammar.words["future"] for low in self.lows[max(0, i - _AHEAD) : i])

    def _is_reference(self, i: int) -> bool:
        """Whether the year is part of the name of a law: "Nomor 14 Tahun 2024"."""
        at = i - 1
        if at > 0 and self.lows[at] in self.timing.units:
            at -= 1
        if at < 1 or not self.lows[at][0].isdigit():
            return False
        return any(low in self.grammar.words["references"] for low in self.lows[max(0, at - 2) : at])

    def _is_year(self, i: int) -> bool:
        """Whether a lone number of four digits is a year: no reference, no amount, no thing counted."""
        low, grammar = self.lows[i], self.grammar
        if not low.isdigit() or int(low) not in _YEARS:
            return False
        if any(
            self._follows(i, before) for before in (grammar.words["references"], grammar.money_starts, grammar.prefixed.keys())
        ):
            return False
        if self._is_counting(i):
            return False
        following = tuple(self.lows[i + 1 : i + 2])
        return not any(
            following in table for table in (grammar.counted, grammar.percent, grammar.money_after, grammar.measures)
        )

    def _is_counting(self, i: int) -> bool:
        """Whether a noun follows, and no word that goes before years or name stands before: "kecerahan 2000 nits"."""
        if i == 0 or i + 1 >= len(self.lows) or self._follows(i, self.grammar.words["before_month"]):
            return False
        before, noun = self.sentence.words[i - 1], self.sentence.words[i + 1]
        return before.islower() and noun.islower() and counted.is_noun(noun, noun, self.grammar)

    def _is_glued(self, i: int) -> bool:
        """Whether digits go on with a word, a number, an address or a code before them."""
        start = self.sentence.starts[i]
        before, further = self.text[start - 1 : start], self.text[max(0, start - 2) : max(0, start - 1)]
        if before.isalpha():  # a year that a lost link glued to the word before it is a token of its own
            return not (start > 0 and len(self.lows[i]) == 4 and len(self.lows[i - 1]) >= 4)
        return before in set("#@/_.,$") or before.isdigit() or (before == "-" and further.isalnum())

    def _follows(self, i: int, words: object) -> bool:
        return i > 0 and self.lows[i - 1] in words  # type: ignore[operator]
