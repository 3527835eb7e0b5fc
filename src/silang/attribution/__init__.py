"""Who said what, through whom: direct, indirect and mixed speech with cue, source, speaker and the chain of relays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from silang.attribution import via
from silang.attribution.continuation import content, continued, lines, told_before
from silang.attribution.cues import Cue, Tokens
from silang.attribution.drafts import Draft, reported
from silang.attribution.judge import Judge, learned
from silang.attribution.lexicon import Lexicon, compiled
from silang.attribution.reports import scenes
from silang.attribution.speaker import Speakers
from silang.attribution.units import Unit
from silang.types import Attribution, Cast, Document, Relay, Slot, Span

__all__ = ["attributions"]

_BEFORE = 2
"""Attributions before a sentence that only tells whose they are."""
_NEAR = 200
"""Code points that may lie between."""


def attributions(document: Document, cast: Cast, slots: tuple[Slot, ...]) -> tuple[Cast, tuple[Attribution, ...]]:  # noqa: ARG001
    """Every attribution of a document, in order of its content, and the cast with the sayers it did not have yet."""
    return read(document, cast, learned())


def read(document: Document, cast: Cast, judge: Judge) -> tuple[Cast, tuple[Attribution, ...]]:
    """The attributions of a document as a judge decides them."""
    lexicon = compiled(document.language)
    speakers = Speakers(document, lexicon, cast)
    channels = via.Channels(lexicon)
    out: list[Attribution] = []
    for unit, found, said, told in _drafts(document, lexicon, judge):
        spoken: list[tuple[Draft, str | None]] = []
        relays = via.links(unit, found, lexicon)
        if poster := via.spread(unit, found, lexicon):
            channels.posted = _chain(document, unit, [poster], speakers)
        for draft in said:
            holders = [(outer, who) for outer, who in reversed(spoken) if who and _holds(outer, draft)]
            who = speakers.of(unit, draft, holders[0][1] if holders else None)
            links = _links(document, unit, draft, relays, speakers)
            again = channels.same(who, unit, links[0]) if links else ()
            chain = again or _chain(document, unit, links, speakers) or channels.of(who, unit, draft)
            if links:
                channels.heard(who, unit, links[0], chain)
            elif tape := via.taped(unit, draft, relays, lexicon):
                channels.heard(who, unit, tape, _chain(document, unit, [tape], speakers))
            if draft.pointing and draft not in told:
                _told(out, unit, who, chain)
                continue
            chain += tuple(Relay(x, _span(document, unit, outer.sayer or outer.content)) for outer, x in holders if x != who)
            spoken.append((draft, who))
            said_there = told.get(draft) or _span(document, unit, draft.content)
            out.append(_attribution(document, unit, draft, said_there, who, chain))
    ordered = sorted(out, key=lambda x: (x.content.start, -x.content.end))
    return speakers.cast, tuple(_spoken_for(ordered))


def _told(out: list[Attribution], unit: Unit, who: str | None, chain: tuple[Relay, ...]) -> None:
    """Give what the sentence before says without a sayer to whoever is told to have said it: "Hal ini diungkapkan X"."""
    start = unit.starts[0]
    for n in range(len(out) - 1, max(-1, len(out) - _BEFORE - 1), -1):
        if out[n].speaker is None and out[n].content.end <= start and start - out[n].content.end < _NEAR:
            out[n] = replace(out[n], speaker=who, via=out[n].via or chain)
        elif out[n].speaker == who and not out[n].via and out[n].content.end <= start:
            out[n] = replace(out[n], via=chain)


def _spoken_for(found: list[Attribution]) -> Iterator[Attribution]:
    """A quotation before anybody is named belongs to who is named beside the next."""
    for each, after in zip(found, [*found[1:], None], strict=False):
        open_end = each.speaker is None and each.form == "direct" and each.cue is None
        yield replace(each, speaker=after.speaker) if open_end and after and after.form == "direct" else each


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether one speaks within what another says."""
    start, end = outer.content
    at = inner.cue.start if inner.cue else inner.content[0]
    return start <= at < end and start <= inner.content[0] and inner.content[1] <= end and outer.content != inner.content


def _drafts(
    document: Document, lexicon: Lexicon, judge: Judge
) -> Iterator[tuple[Unit, list[Cue], list[Draft], dict[Draft, Span]]]:
    """Each unit that somebody speaks in, in order: its cues, its attributions, and what those say that only point back."""
    read = [
        (scene, [*scene.direct, *reported(scene.unit, scene.cues, scene.direct, scene.around, lexicon, judge)])
        for scene in scenes(document, lexicon)
    ]
    found = [line for scene, said in read for line in lines(scene.unit, said)]
    told: dict[int, dict[Draft, Span]] = {}
    for unit, draft, line in told_before(found):
        told.setdefault(id(unit), {})[draft] = _span(document, line.unit, content(line))
    more: dict[int, list[Draft]] = {}
    for number, draft in continued(found, lexicon, lambda names, _: judge.odds("line", names) > 0):
        more.setdefault(id(found[number].unit), []).append(draft)
    for scene, said in read:
        every = [*said, *more.get(id(scene.unit), ())]
        if every or any(cue.entry.text in lexicon.posting for cue in scene.cues):
            ordered = sorted(every, key=lambda draft: (draft.content[0], -draft.content[1]))
            yield scene.unit, scene.cues, ordered, told.get(id(scene.unit), {})


def _links(document: Document, unit: Unit, draft: Draft, relays: list[via.Link], speakers: Speakers) -> list[via.Link]:
    """What a draft came through, nearest to its speaker first."""
    lexicon, outlet = speakers.lexicon, document.article.outlet
    told = via.told(unit, draft, lexicon, outlet, speakers.outlets)
    near = [*via.own(unit, draft, lexicon), *told, *via.through(unit, draft, lexicon)]
    return [*near, *via.chain(unit, draft, relays)]


def _chain(document: Document, unit: Unit, found: list[via.Link], speakers: Speakers) -> tuple[Relay, ...]:
    return tuple(Relay(speakers.relay(unit, link.tokens, link.kind), _span(document, unit, link.tokens)) for link in found)


def _span(document: Document, unit: Unit, tokens: Tokens) -> Span:
    return Span(document.article.id, unit.starts[tokens[0]], unit.ends[tokens[1] - 1])


def _attribution(
    document: Document, unit: Unit, draft: Draft, content: Span, who: str | None, chain: tuple[Relay, ...]
) -> Attribution:
    cue = draft.cue
    return Attribution(
        content,
        "direct" if draft.quote >= 0 else "mixed" if draft.mixed else "indirect",
        _span(document, unit, (cue.start, cue.end)) if cue else None,
        _span(document, unit, draft.sayer) if draft.sayer else None,
        who,
        chain,
        cue.entry.strength if cue else "say",
    )
