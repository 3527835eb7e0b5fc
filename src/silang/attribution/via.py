"""The chain between a speaker and the outlet: his statement or account, an agency, another outlet, who quotes him."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from silang.attribution.cues import MARKS, Cue, Tokens
from silang.attribution.drafts import Draft
from silang.attribution.lexicon import Frame, Lexicon, match
from silang.attribution.units import FINAL, Unit
from silang.types import EntityKind, Relay

_LONGEST = 8
_FILLERS = 2


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens that name a relay, what it is, and whether it is an account that its owner writes on."""

    tokens: Tokens
    kind: EntityKind
    account: bool = False


def links(unit: Unit, found: list[Cue], lexicon: Lexicon) -> list[Link]:
    """The relays that a unit names outside quotations: documents and accounts first, then who quotes."""
    opened = [at for at, word in enumerate(unit.low) if word in lexicon.openers and unit.quote[at] < 0]
    own = [link for at in opened if (link := _opened(unit, at, lexicon))]
    posted = {link for link, after in pairwise(own) if _posted(link, after)}
    own = [link for link in own if link not in posted]
    taken = {at for link in own for at in range(*link.tokens)}
    quoting = [
        Link(tokens, "outlet")
        for cue in found
        if cue.entry.frame & Frame.RELAYED and not cue.entry.frame & Frame.PASSIVE and unit.quote[cue.start] < 0
        for tokens in _names(unit, cue.end, lexicon)
        if not taken.intersection(range(*tokens))
    ]
    return [*own, *quoting]


def _posted(link: Link, after: Link) -> bool:
    """A document that only says how an account passed it on: "dalam unggahan di akun ..."."""
    return link.kind == "document" and after.kind == "outlet" and after.tokens[0] - link.tokens[1] <= 2


def _opened(unit: Unit, at: int, lexicon: Lexicon) -> Link | None:
    """A document or an account after "dalam", "melalui" and the like."""
    for start in range(at + 1, min(at + 2 + _FILLERS, len(unit.low))):
        size = match(lexicon.documents, unit.low, start)
        channel = match(lexicon.channels, unit.low, start + size) if start + size < len(unit.low) else 0
        if channel:
            end = _handle(unit, start + size + channel, lexicon)
            own = next((at + 1 for at in range(end, min(end + 2, len(unit.low) - 1)) if unit.low[at] == ","), None)
            if own is not None and match(lexicon.channels, unit.low, own) and unit.words[own][0].isupper():
                return Link((own, _handle(unit, own, lexicon)), "outlet", account=True)
            return Link((start, end), "outlet", account=True)
        if size:
            return Link((start, start + size), "document")
        if not unit.words[start].islower():
            break
    return None


def _handle(unit: Unit, at: int, lexicon: Lexicon) -> int:
    """Where the name of an account ends: channels, handles and words in capitals."""
    end = at
    while end < len(unit.low) and end - at < _LONGEST:
        word = unit.words[end]
        size = match(lexicon.channels, unit.low, end)
        if not size and not (word[0].isupper() or word[0] in "@_" or unit.low[end - 1] in ("@", "_", ".")):
            break
        end += size or 1
    return _undated(unit, at, end)


def _undated(unit: Unit, start: int, end: int) -> int:
    """Less the weekday that stands before a date."""
    following = unit.low[end : end + 2]
    dated = bool(following) and (
        following[0] == "(" or following[0][0].isdigit() or (following[1:2] and following[1][0].isdigit())
    )
    return max(start, end - 1) if dated and end > start else end


def _names(unit: Unit, at: int, lexicon: Lexicon) -> Iterator[Tokens]:
    """The names after a word for quoting, each part of "X dan Y" by itself."""
    low, start, stops = unit.low, at, lexicon.words["stops"]
    while start + 1 < len(low) and _nameless(unit, start, lexicon):
        start += 1
    while start < len(low) and low[start] in lexicon.openers | lexicon.words["agents"]:
        start += 1
    end = start
    while end < len(low) and end - start < _LONGEST and low[end] not in stops:
        if low[end] in ",(" or low[end] in MARKS or (low[end] in FINAL and not _dotted(unit, end)):
            break
        end += 1
    end = _undated(unit, start, end)
    if start < end and low[start] in lexicon.words["days"]:
        return
    if start < end and match(lexicon.channels, low, start):
        end = min(end, max(start + 1, _handle(unit, start, lexicon)))
    named = any(unit.words[at][0].isupper() or at == start for at in range(start, end))
    if start < end and named and not low[start][0].isdigit():
        both = next((at for at in range(start + 1, end - 1) if low[at] in lexicon.words["ands"]), None)
        if both is not None and unit.words[both - 1][0].isupper() and unit.words[both + 1][0].isupper():
            yield start, both
            start = both + 1
        yield start, end


def _nameless(unit: Unit, at: int, lexicon: Lexicon) -> bool:
    """Whether a word before the name of a relay says only how it was passed on: "diunggah ulang oleh akun ..."."""
    word, after = unit.low[at], unit.low[at + 1]
    if not unit.words[at].islower() or match(lexicon.channels, unit.low, at) or word in lexicon.press:
        return False
    return after in lexicon.words["agents"] or after in lexicon.openers


def _dotted(unit: Unit, at: int) -> bool:
    """A full stop inside a name: "Kompas.com"."""
    return at + 1 < len(unit.low) and unit.ends[at] == unit.starts[at + 1] and unit.low[at + 1].isalnum()


def own(unit: Unit, draft: Draft, lexicon: Lexicon) -> list[Link]:
    """The account that is named as the sayer itself: "tulis @harbour" and "tulis akun resmi Dinas Pasar"."""
    if draft.sayer is None or draft.cue is None or unit.quote[draft.cue.start] >= 0:
        return []
    start, end = draft.sayer
    account = unit.low[start][0] == "@" or match(lexicon.channels, unit.low, start)
    return [Link((start, end), "outlet", account=True)] if account else []


def told(unit: Unit, draft: Draft, lexicon: Lexicon, outlet: str, known: Mapping[int, int]) -> list[Link]:
    """The other outlet that somebody spoke to or on: "kata X kepada Radio Bandar", "kata X di ESPN"; `known` has the end of
    each outlet that is named, by where it begins.
    """
    if draft.cue is None or unit.quote[draft.cue.start] >= 0:
        return []
    if draft.sayer is None and not draft.cue.entry.frame & Frame.CLITIC:
        return []
    low, at = unit.low, max(draft.cue.end, draft.sayer[1] if draft.sayer else 0)
    if at + 1 >= len(low):
        return []
    end = at + 1
    named = draft.sayer is None or unit.words[at - 1][:1].isupper() or low[at - 1] in lexicon.words["pronouns"]
    if unit.starts[end] in known and (low[at] in lexicon.addressing or (named and low[at] in lexicon.on)):
        end = bisect_left(unit.starts, known[unit.starts[end]])
    elif low[at] in lexicon.addressing and low[end] in lexicon.press:
        while end < len(low) and end - at <= _LONGEST and (unit.words[end][0].isupper() or low[end] in lexicon.press):
            end += 1
        end = _undated(unit, at + 1, end)
        if end <= at + 2:
            return []
    name = "".join(low[at + 1 : end])
    own = outlet.lower().replace(" ", "")
    ours = not name or name in own or (own and own.split(".")[0] in name)
    return [] if ours else [Link((at + 1, end), "outlet")]


def chain(unit: Unit, draft: Draft, found: list[Link]) -> list[Link]:
    """The relays of a draft: those that its sentence names beside cue, sayer and content."""
    if draft.cue is None:
        return []
    if unit.quote[draft.cue.start] >= 0:
        return []
    first, last = unit.fields[unit.field[draft.cue.start]]
    own = [
        (draft.cue.start, draft.cue.end),
        *([draft.sayer] if draft.sayer else []),
        *([] if draft.pointing else [draft.content]),
    ]
    return [link for link in found if first <= link.tokens[0] < last and not any(_meet(link.tokens, part) for part in own)]


def through(unit: Unit, draft: Draft, lexicon: Lexicon) -> list[Link]:
    """Whoever speaks for the sayer: "X melalui kuasa hukumnya, Y, mengatakan"."""
    if draft.sayer is None:
        return []
    start, end = draft.sayer
    at = next((at for at in range(start + 1, end - 1) if unit.low[at] in lexicon.through), None)
    if at is None or unit.low[end - 1] in lexicon.words["these"]:
        return []
    return [Link((at + 1, end), "person")]


def taped(unit: Unit, draft: Draft, found: list[Link], lexicon: Lexicon) -> Link | None:
    """The recording that what is said is told to be on: "mengakui perbuatannya, yang disampaikannya melalui video"."""
    if draft.cue is None or draft.quote >= 0 or unit.quote[draft.cue.start] >= 0:
        return None
    start, end = draft.content
    return next(
        (x for x in found if start <= x.tokens[0] < end and x.kind == "document" and _recording(unit, x, lexicon)), None
    )


def spread(unit: Unit, found: list[Cue], lexicon: Lexicon) -> Link | None:
    """The account that a recording was spread by: "video itu diunggah akun ..."."""
    posting = [cue for cue in found if cue.entry.text in lexicon.posting and unit.quote[cue.start] < 0]
    if not posting or not any(match(lexicon.documents, unit.low, at) for at in range(posting[0].start)):
        return None
    made = any(" ".join(unit.low[at : at + n]) in lexicon.recordings for at in range(posting[0].start) for n in (1, 2))
    names = (tokens for tokens in _names(unit, posting[0].end, lexicon) if _account(unit, tokens, lexicon)) if made else ()
    return next((Link(tokens, "outlet", account=True) for tokens in names), None)


def _account(unit: Unit, tokens: Tokens, lexicon: Lexicon) -> bool:
    return unit.low[tokens[0]][0] == "@" or match(lexicon.channels, unit.low, tokens[0]) > 0


def _recording(unit: Unit, link: Link, lexicon: Lexicon) -> bool:
    return " ".join(unit.low[slice(*link.tokens)]) in lexicon.recordings


@dataclass(slots=True)
class Channels:
    """The relays that go on, by speaker: recordings for all he says later, accounts for what he writes."""

    lexicon: Lexicon
    recorded: dict[str, tuple[Relay, ...]] = field(default_factory=dict)
    written: dict[str, tuple[Relay, ...]] = field(default_factory=dict)
    last: tuple[str | None, tuple[Relay, ...]] = (None, ())
    """Who was quoted in writing last, and through what."""
    posted: tuple[Relay, ...] = ()
    """The account that spread the recording told of last."""
    here: tuple[str | None, int, tuple[Relay, ...]] = (None, -1, ())
    """Who was quoted last, in which paragraph, and through what."""

    def of(self, who: str | None, unit: Unit, draft: Draft) -> tuple[Relay, ...]:
        """What goes on for a draft of a speaker that names no relay itself."""
        if who is None:
            return ()
        if draft.cue is None and self.here[:2] == (who, unit.paragraph):
            return self.here[2]
        if draft.cue is not None and draft.cue.entry.text in self.lexicon.written and who in self.written:
            self.last = who, self.written[who]
            return self.written[who]
        if draft.cue is None and draft.quote >= 0 and self.last[0] == who:
            return self.last[1]
        self.last = None, ()
        return self.recorded.get(who, ())

    def heard(self, who: str | None, unit: Unit, link: Link, chain: tuple[Relay, ...]) -> None:
        """Remember the relay a speaker came through."""
        if who is None:
            return
        self.here = who, unit.paragraph, chain
        recording = _recording(unit, link, self.lexicon)
        if recording and self._again(unit, link) and who in self.recorded:
            return
        self.recorded[who] = (self.posted or chain) if recording else ()
        if link.account:
            self.written[who] = chain

    def same(self, who: str | None, unit: Unit, link: Link) -> tuple[Relay, ...]:
        """The recording that somebody was on before, or who spread it, where the words only point back at it."""
        if not _recording(unit, link, self.lexicon) or not self._again(unit, link):
            return ()
        return (self.recorded.get(who, ()) if who else ()) or self.posted

    def _again(self, unit: Unit, link: Link) -> bool:
        """ "Dalam rekaman yang sama", "dalam video itu"."""
        following = unit.low[link.tokens[1] : link.tokens[1] + 2]
        return any(word in self.lexicon.words["these"] or word in self.lexicon.words["sames"] for word in following)


def _meet(a: Tokens, b: Tokens) -> bool:
    return a[0] < b[1] and b[0] < a[1]
