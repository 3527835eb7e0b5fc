"""Words of a unit that may mark saying, and the tokens of sayer and content that each would take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from silang.attribution.lexicon import Entry, Frame, Lexicon, match
from silang.attribution.units import FINAL, Unit

DOUBLE = frozenset('"“”„‟″«»')
MARKS = DOUBLE | frozenset("'‘’")
_LOOSE = frozenset(",;:-–—")
_LONGEST_SAYER = 30
_LONGEST_NAME = 12

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """A hit of the lexicon: tokens `start:end` of its unit."""

    start: int
    end: int
    entry: Entry


def cues(unit: Unit, lexicon: Lexicon) -> list[Cue]:
    """The cues of a unit in order, none over another; the longest wins.

    Before the surest complementisers any other word is one too, with an entry that keeps only the complementiser.
    """
    found: list[Cue] = []
    low, free, table, thats = unit.low, 0, lexicon.cues, lexicon.words["thats"]
    for at in compress(range(len(low)), map(lexicon.marked.__contains__, low)):
        word = low[at]
        entries = table.get(word)
        if entries is not None and at >= free and not _name(unit, at):
            for entry in entries:
                size = len(entry.words)
                if size == 1 or tuple(low[at : at + size]) == entry.words:
                    found.append(Cue(at, at + size, _sided(unit, at, entry, lexicon)))
                    free = at + size
                    break
        elif word in thats and at > free and low[at - 1].isalpha():
            found.append(Cue(at - 1, at, Entry(("*", word), "say", Frame.ACTIVE, "* " + word)))
            free = at
    return found


def _name(unit: Unit, at: int) -> bool:
    """Whether a word has a capital amid small letters, and a name beside it: "acara Bocor Alus", "film Kata Hati"."""
    if not at or not unit.words[at][:1].isupper() or not _capital(unit.words, at + 1):
        return False
    return unit.words[at - 1].islower() and unit.words[at].istitle()


def _sided(unit: Unit, at: int, entry: Entry, lexicon: Lexicon) -> Entry:
    """A cue that may stand on either side of what is said stands after it where no sayer is before it."""
    both = lexicon.sided.get(entry.words)
    if both is None:
        return entry
    after, before = both
    last = unit.low[at - 1] if at else ""
    named = at + 1 < len(unit.low) and (_capital(unit.words, at + 1) or unit.low[at + 1] in lexicon.words["pronouns"])
    return after if last in MARKS or (last == "," and named) else before


def sayer_before(unit: Unit, cue: Cue, lexicon: Lexicon) -> Tokens | None:
    """Tokens that name the sayer before a cue: the noun phrase its clause begins with."""
    low, first = unit.low, unit.fields[unit.field[cue.start]][0]
    end = cue.start
    while end > first and low[end - 1] in lexicon.words["adverbs"]:
        end -= 1
    end, apposed = _before_asides(unit, first, end, lexicon)
    start = end
    while start > first and end - start < _LONGEST_SAYER and not _begins(unit, start, apposed, lexicon):
        apposed = apposed and low[start - 1] != ","
        start -= 1
    leads, joints = lexicon.words["leads"], lexicon.words["joints"]
    while (
        start < end
        and not unit.words[start][:1].isupper()
        and (low[start] in leads or low[start] in joints or low[start] in _LOOSE)
    ):
        start += 1
    if start < end and low[start] in leads:
        start = next((at for at in range(start + 1, end) if _after_lead(unit, at, lexicon)), end)
    start = _after_moment(unit, start, end, lexicon)
    end = _before_relay(unit, start, _before_date(unit, start, end, lexicon), lexicon)
    while start + 1 < end and low[end - 1] in lexicon.cues and _passive(unit, end - 1, lexicon):
        end -= 1
    while start < end and low[end - 1] in _LOOSE:
        end -= 1
    if start < end and low[end - 1] in lexicon.words["pronouns"] and _opens(unit, start, end - 1, lexicon):
        start = end - 1
    return (start, end) if start < end else None


def _after_lead(unit: Unit, at: int, lexicon: Lexicon) -> bool:
    """Whether the sayer may begin here after "dalam video itu": a name, a pronoun, what is seen."""
    before = unit.low[at - 1]
    seen = before in lexicon.cues and _passive(unit, at - 1, lexicon)
    return unit.words[at][:1].isupper() or unit.low[at] in lexicon.words["pronouns"] or seen


def _after_moment(unit: Unit, start: int, end: int, lexicon: Lexicon) -> int:
    """Past the words for a time that a clause may open with: "tadi malam ketua kloter", "Malam itu satpam"."""
    at, moments, these = start, lexicon.words["moments"], lexicon.words["these"]
    while at < end and (unit.low[at] in moments or (at > start and unit.low[at] in these)):
        at += 1
    return at if at < end else start


def _opens(unit: Unit, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words only open a sentence: "Makanya saya mengatakan", "beberapa hari terakhir dia mengatakan"."""
    if unit.low[end] not in lexicon.words["selves"]:
        return not any(word[:1].isupper() for word in unit.words[start + 1 : end])
    clitics = tuple(sorted(lexicon.words["clitics"]))
    leads = lexicon.words["leads"] | lexicon.words["adverbs"]
    return all(low in leads or (clitics and low.endswith(clitics)) for low in unit.low[start:end])


def _passive(unit: Unit, at: int, lexicon: Lexicon) -> bool:
    """A passive before an active: "pemerintah dilaporkan mengimbau"."""
    return unit.words[at][:1].islower() and all(entry.frame & Frame.PASSIVE for entry in lexicon.cues[unit.low[at]])


def _before_asides(unit: Unit, first: int, end: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Where a sayer ends before asides between commas, and whether one of the commas may stand before an apposition.

    An aside tells who quotes him, when he spoke, or more of him: "X, seperti dilansir AFP, Rabu (4/6), menyebut".
    """
    low, apposed = unit.low, False
    while end > first and low[end - 1] == ",":
        end, apposed = end - 1, True
        start = next((at for at in range(end - 1, max(first, end - _LONGEST_SAYER), -1) if low[at - 1] == ","), None)
        if start is None:
            break
        relative = low[start] in lexicon.words["relatives"]
        if not relative and low[start] not in lexicon.words["days"] and not match(lexicon.quoting, low, start):
            break
        end, apposed = start, relative
    while end > first and low[end - 1] == ",":
        end -= 1
    return end, apposed


def _before_date(unit: Unit, start: int, end: int, lexicon: Lexicon) -> int:
    """Less a date at the end, from the preposition that opens it on."""
    low, stops, days = unit.low, lexicon.words["stops"], lexicon.words["days"]
    named = next((at for at in range(start + 1, end - 1) if low[at] in stops and low[at + 1] in days), None)
    if named is not None:
        return named
    dated = next((at for at in range(start, end - 1) if low[at] == "(" and low[at + 1][0].isdigit()), None)
    if dated is None:
        return end
    return next((at for at in range(dated, start, -1) if low[at] in lexicon.words["stops"]), dated)


def _before_relay(unit: Unit, start: int, end: int, lexicon: Lexicon) -> int:
    """Less the statement or account that the sayer speaks in: "X dalam keterangan tertulis mengatakan"."""
    for at in range(start + 1, end - 1):
        if unit.low[at] in lexicon.openers and (
            match(lexicon.documents, unit.low, at + 1) or match(lexicon.channels, unit.low, at + 1)
        ):
            return at
    return end


def _begins(unit: Unit, at: int, apposed: bool, lexicon: Lexicon) -> bool:
    """Whether the words before a token can't name the same sayer any more."""
    word, words = unit.low[at - 1], unit.words
    if word == ",":
        return not apposed and not (_capital(words, at) and _titled(unit, at - 1, lexicon))
    if word in lexicon.words["joints"]:
        return not (_capital(words, at) and _capital(words, at - 2))
    if word in lexicon.cues and not _capital(words, at - 1) and unit.low[at - 2] not in lexicon.words["relatives"]:
        return any(entry.frame & Frame.ACTIVE and len(entry.words) == 1 for entry in lexicon.cues[word])
    return word in MARKS or word in ":;" or (word in FINAL and _capital(words, at) and not _capital(words, at - 2))


def _capital(words: list[str], at: int) -> bool:
    return 0 <= at < len(words) and words[at][:1].isupper()


def _titled(unit: Unit, comma: int, lexicon: Lexicon) -> bool:
    """Before a comma: a title with no date in it, and not just the capital a sentence begins with."""
    start = comma
    while start > 0 and unit.low[start - 1] not in ",." and unit.low[start - 1] not in MARKS:
        start -= 1
    capitals = sum(_capital(unit.words, at) for at in range(start, comma))
    dated = any(unit.low[at][0].isdigit() for at in range(start, comma))
    return (
        capitals > (start == 0)
        and _capital(unit.words, start)
        and unit.low[start] not in lexicon.words["leads"]
        and unit.low[start] not in lexicon.cues
        and not dated
    )


def sayer_after(unit: Unit, at: int, lexicon: Lexicon, *, closed: bool = False) -> Tokens | None:
    """Tokens that name the sayer from a token on; `closed` where a comma parts him from what is said."""
    low, limit = unit.low, unit.fields[unit.field[min(at, len(unit.low) - 1)]][1]
    stops, start = lexicon.words["stops"], at
    while start < limit and low[start] in lexicon.words["agents"]:
        start += 1
    end = start
    while end < limit and end - start < _LONGEST_SAYER:
        word = low[end]
        if (
            (
                word in stops
                and unit.words[end][:1].islower()
                and not (word in lexicon.words["origins"] and _capital(unit.words, end + 1))
            )
            or word in MARKS
            or word in ":;"
            or (word in FINAL and (end + 1 == limit or not _capital(unit.words, end + 1)))
        ):
            if closed and word in lexicon.words["relatives"] and end > start:
                end = _clause_end(unit, end, limit)
            break
        listed = word == "," and not closed and _listed(unit, end, lexicon)
        if listed:
            end = listed
            continue
        if word == "," and (low[end - 1] in lexicon.words["pronouns"] or not _apposition(unit, end + 1, stops, closed)):
            break
        if word in lexicon.words["joints"] and not (_capital(unit.words, end - 1) and _capital(unit.words, end + 1)):
            break
        end += 1
    while end > start and low[end - 1] in ",(.":
        end -= 1
    return (start, end) if start < end else None


def _listed(unit: Unit, comma: int, lexicon: Lexicon) -> int:
    """Where the name of a body goes on after the last comma in it: "Menteri Pendidikan, Sains, dan Teknologi"; else 0."""
    at, ands = comma, lexicon.words["ands"]
    while at + 2 < len(unit.low) and unit.low[at] == "," and _capital(unit.words, at + 1) and at - comma < _LONGEST_NAME:
        at += 1
        while at < len(unit.low) and _capital(unit.words, at):
            at += 1
    if at + 1 < len(unit.low) and unit.low[at] == "," and unit.low[at + 1] in ands:
        at += 1
    after = at + 1
    return after if comma < at < len(unit.low) - 1 and unit.low[at] in ands and _capital(unit.words, after) else 0


def _clause_end(unit: Unit, at: int, limit: int) -> int:
    """Where a clause that tells more of a sayer ends: before a comma, or with the sentence; where it begins if too long."""
    end = at
    while end < limit and unit.low[end] != "," and unit.low[end] not in FINAL and unit.low[end] not in MARKS:
        end += 1
    return end if end - at < _LONGEST_SAYER else at


def _apposition(unit: Unit, at: int, stops: frozenset[str], closed: bool) -> bool:
    """After a comma: a name or title that goes on naming the sayer, and no date and no clause."""
    following = unit.low[at + 1 : at + 3]
    dated = "(" in following[:1] or any(word[:1].isdigit() for word in following)
    if dated or not _capital(unit.words, at) or unit.low[at] in stops:
        return False
    end = at
    while end < len(unit.low) and unit.low[end] not in ",." and unit.low[end] not in stops and unit.low[end] not in MARKS:
        end += 1
    if closed and (end >= len(unit.low) or unit.low[end] != ","):
        return False
    return 2 * sum(_capital(unit.words, token) for token in range(at, end)) >= end - at
