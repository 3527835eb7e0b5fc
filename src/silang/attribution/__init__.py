"""Who said what, through whom: direct, indirect and mixed speech with cue, source, speaker and the chain of relays."""

from __future__ import annotations

from silang.attribution.continuation import continued, lines
from silang.attribution.cues import Tokens
from silang.attribution.drafts import Draft, reported
from silang.attribution.judge import Judge, learned
from silang.attribution.lexicon import Lexicon, compiled
from silang.attribution.reports import scenes
from silang.attribution.speaker import Speakers
from silang.attribution.units import Unit
from silang.types import Attribution, Cast, Document, Slot, Span

__all__ = ["attributions"]


def attributions(document: Document, cast: Cast, slots: tuple[Slot, ...]) -> tuple[Cast, tuple[Attribution, ...]]:  # noqa: ARG001
    """Every attribution of a document, in order of its content, and the cast with the sayers it did not have yet."""
    return read(document, cast, learned())


def read(document: Document, cast: Cast, judge: Judge) -> tuple[Cast, tuple[Attribution, ...]]:
    """The attributions of a document as a judge decides them."""
    lexicon = compiled(document.language)
    speakers = Speakers(document, lexicon, cast)
    out: list[Attribution] = []
    for unit, said in _drafts(document, lexicon, judge):
        spoken: list[tuple[Draft, str | None]] = []
        for draft in said:
            holder = next((who for outer, who in reversed(spoken) if _holds(outer, draft)), None)
            who = speakers.of(unit, draft, holder)
            spoken.append((draft, who))
            out.append(_attribution(document, unit, draft, who))
    return speakers.cast, tuple(out)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether one speaks within what another says."""
    start, end = outer.content
    at = inner.cue.start if inner.cue else inner.content[0]
    return start <= at < end and start <= inner.content[0] and inner.content[1] <= end and outer.content != inner.content


def _drafts(document: Document, lexicon: Lexicon, judge: Judge) -> list[tuple[Unit, list[Draft]]]:
    """The attributions of each unit in order."""
    read = [
        (scene.unit, [*scene.direct, *reported(scene.unit, scene.cues, scene.direct, scene.around, lexicon, judge)])
        for scene in scenes(document, lexicon)
    ]
    found = [line for unit, said in read for line in lines(unit, said)]
    more: dict[int, list[Draft]] = {}
    for number, draft in continued(found, lexicon, lambda names, _: judge.odds("line", names) > 0):
        more.setdefault(id(found[number].unit), []).append(draft)
    return [(unit, sorted([*said, *more.get(id(unit), ())], key=lambda draft: draft.content)) for unit, said in read]


def _span(document: Document, unit: Unit, tokens: Tokens) -> Span:
    return Span(document.article.id, unit.starts[tokens[0]], unit.ends[tokens[1] - 1])


def _attribution(document: Document, unit: Unit, draft: Draft, who: str | None) -> Attribution:
    cue = draft.cue
    return Attribution(
        _span(document, unit, draft.content),
        "direct" if draft.quote >= 0 else "mixed" if draft.mixed else "indirect",
        _span(document, unit, (cue.start, cue.end)) if cue else None,
        _span(document, unit, draft.sayer) if draft.sayer else None,
        who,
        strength=cue.entry.strength if cue else "say",
    )
