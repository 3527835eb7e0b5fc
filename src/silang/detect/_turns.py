"""What one report says and another denies in other words, whatever point it is in: a verb with a negator, or its opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from silang.detect import _calendar, _context
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

SHARE = 0.75
"""Least share of what the shorter of two lines says, the verb left out, that the other says too."""
LEAST = 3
"""Content words that is, at least."""
PLAIN = 0.5
"""The same of its words that are no names: places alone say little of what is said of them."""
FORCE = 2
"""Words after a negator in which its verb stands; behind a verb, in which its object does."""
BEFORE = 8
"""Words before a verb in which its subject stands."""
THING = 2
"""Words of weight behind two words for one act that are the same."""
SURE = 0.7
"""Context of the same verb and object of one subject, where the lines have hardly another word in common."""
MOST = 200
"""Verbs that are denied, or have an opposite, which are looked for in other reports."""
SOON = 90.0
"""Minutes between two reports after which what was not yet so may have become so."""


class Turn(NamedTuple):
    """A verb of a line, by its word, and where it begins with its negator."""

    line: Line
    first: int
    verb: int

    @property
    def negated(self) -> bool:
        """Whether it begins with a negator."""
        return self.line.wording[self.first] in self.line.lexicon.negators

    def span(self, behind: int = 0) -> Span:
        """The verb with its negator, and some words behind it."""
        words = self.line.words
        return Span(self.line.article.id, words[self.first].start, words[min(self.verb + behind, len(words) - 1)].end)


def forced(line: Line, at: int) -> int | None:
    """The content word that a negator is before."""
    after = range(at + 1, min(len(line.words), at + 1 + FORCE))
    if any(line.words[i].fold in line.lexicon.list("focus") for i in after):
        return None
    modal = line.lexicon.list("modals")
    verb = next((i for i in after if line.words[i].stem in line.content and line.words[i].fold not in modal), None)
    limits = line.lexicon.list("limits")
    limited = verb is not None and any(w in limits for w in line.wording[verb : verb + 1 + FORCE])
    return None if limited else verb


def turns(lineup: Lineup) -> Iterator[tuple[Pair, Span, Span, str, float]]:
    """Pairs of lines of two reports with the places of the two verbs, what kind of turn it is, and how surely of one thing."""
    plain = [line for line in lineup.lines if line.statement.grain == "clause" and line.statement.modality == "asserted"]
    held = _held(plain)
    denied: dict[str, list[Turn]] = defaultdict(list)
    for turn in [t for line in plain for t in _denials(line)][:MOST]:
        for act in _acts(turn.line, turn.verb):
            denied[act].append(turn)
    for act in sorted(denied):
        for turn, other in product(denied[act], held.get(act, ())):
            context = _opposed(lineup, turn, other)
            if context and not (_also(turn, held[act]) or _also(other, denied[act])):
                yield _ordered(turn, other, "negation.negated", context)
    yield from _turned(lineup, held)


def _held(plain: list[Line]) -> dict[str, list[Turn]]:
    """Words of lines that deny nothing, by their stems and acts."""
    held: dict[str, list[Turn]] = defaultdict(list)
    for line in plain:
        if not negated(line) and not line.lexicon.has("conditions", line.wording):
            for i in range(len(line.words)):
                for act in _acts(line, i):
                    held[act].append(Turn(line, _begun(line, i), i))
    return held


def _turned(lineup: Lineup, held: dict[str, list[Turn]]) -> Iterator[tuple[Pair, Span, Span, str, float]]:
    """Words of which another line has the opposite."""
    by_stem = [t for stem, row in held.items() for t in row if t.line.words[t.verb].stem == stem]
    for turn in [t for t in by_stem if t.line.lexicon.opposites.get(t.line.words[t.verb].stem)][:MOST]:
        for stem in sorted(turn.line.lexicon.opposites[turn.line.words[turn.verb].stem]):
            for other in held.get(stem, ()):
                context = _opposed(lineup, turn, other) if turn.span() < other.span() and opposites(turn, other) else 0.0
                if context:
                    yield _ordered(turn, other, "negation.opposite", context)


def pending(line: Line, at: int, other: Line, verb: int) -> bool:
    """Whether what one line begins with "not yet" at a word is still to come in another line, by the words before its verb."""
    before = other.wording[max(0, verb - FORCE - 1) : verb]
    return line.wording[at] in line.lexicon.list("notyet") and other.lexicon.has("future", before)


def opposites(x: Turn, y: Turn) -> bool:
    """Whether two words are known to be opposites in the forms in which they stand."""
    return y.line.wording[y.verb] in x.line.lexicon.opposed.get(x.line.wording[x.verb], ())


def _acts(line: Line, at: int) -> tuple[str, ...]:
    """The stem of a word, and the name of the act that it and other words stand for."""
    known = enumerate(line.lexicon.groups("acts"))
    return (line.words[at].stem, *(f"#{i}" for i, row in known if line.wording[at] in row))


def _begun(line: Line, at: int) -> int:
    """Where a verb begins with the modal before it."""
    modal = line.lexicon.list("modals")
    while at > 0 and line.wording[at - 1] in modal:
        at -= 1
    return at


def _also(turn: Turn, others: list[Turn]) -> bool:
    """Whether the report of a verb has it the other way round too: then it tells of both."""
    return any(other.line.article.id == turn.line.article.id and _share(_said(turn), _said(other)) >= SHARE for other in others)


def _ordered(x: Turn, y: Turn, why: str, context: float) -> tuple[Pair, Span, Span, str, float]:
    a, b = sorted((x, y), key=lambda t: t.line.key)
    same = _beside(a)
    behind = int(same is not None and same == _beside(b))
    return Pair(a.line, b.line, ""), a.span(behind), b.span(behind), why, context


def _beside(turn: Turn) -> str | None:
    """The word of weight right behind a verb."""
    return next((w.stem for w in turn.line.words[turn.verb + 1 : turn.verb + 2] if w.stem in turn.line.content), None)


def negated(line: Line) -> bool:
    """Whether a line denies anything, or says that something did not come to be."""
    denying = line.lexicon.negators | line.lexicon.list("failing")
    return any(fold in denying for fold in line.wording)


def _denials(line: Line) -> Iterator[Turn]:
    if line.lexicon.has("conditions", line.wording) or line.statement.strength in ("deny", "ask"):
        return
    for at, word in enumerate(line.words):
        verb = forced(line, at) if word.fold in line.lexicon.negators else None
        if verb is not None:
            yield Turn(line, at, verb)


def _opposed(lineup: Lineup, turn: Turn, other: Turn) -> float:
    """How surely a denied and an affirmed verb are of one thing, 0..1."""
    pair = Pair(turn.line, other.line, "")
    named = _names(turn), _names(other)
    apart = bool(named[0] - named[1] and named[1] - named[0])
    if pair.inside or apart or other_agent(turn, other) or lineup.strangers(turn.line, other.line):
        return 0.0
    if (_moved(lineup, pair) and not (_disputed(turn, other) or _done(lineup, turn, other))) or pending(
        turn.line, turn.first, other.line, other.verb
    ):
        return 0.0
    x, y = _said(turn), _said(other)
    if any(other_thing(turn.line, v, w) for v in sorted(x - y) for w in sorted(y - x)):
        return 0.0
    if turn.negated and turn.line.words[turn.verb].stem != other.line.words[other.verb].stem:
        return SURE if _one_thing(turn, other) and _one_subject(turn, other) else 0.0
    share, plain = _share(x, y), (x - _names(turn), y - _names(other))
    if share >= SHARE and _context.share(*plain) >= PLAIN:
        return round(min(0.9, share), 4)
    same = turn.line.wording[turn.verb] == other.line.wording[other.verb]
    return SURE if turn.negated and same and _one_object(turn, other) and _one_subject(turn, other) else 0.0


def other_agent(x: Turn, y: Turn) -> bool:
    """Whether a verb is one by which somebody says what he does, not what is said: then who the two are decides."""
    agents, inside = [], 0
    for turn in (x, y):
        first, last = turn.line.within(turn.line.statement.content)
        source = turn.line.statement.source
        within = first <= turn.verb < last
        inside += within
        if source is None or inside > 1:
            return False
        said = turn.line.words[first : turn.first] if within else ()
        own = {w.stem for w in said if w.stem in turn.line.content}
        agents.append(own or {w.stem for w in turn.line.words[slice(*turn.line.within(source))]})
    return bool(agents[0] - agents[1] and agents[1] - agents[0])


def _moved(lineup: Lineup, pair: Pair) -> bool:
    """Whether the one may have become so after the other was told."""
    apart = _calendar.later(pair.a.article.published, pair.b.article.published) or 0.0
    return lineup.other_day(pair.a, pair.b) or lineup.fluid(pair) or apart >= SOON or days_apart(pair)


def _disputed(turn: Turn, other: Turn) -> bool:
    """Whether two speakers say it of how things are, not of what is not so yet: another day makes no difference."""
    x, y = turn.line.statement.speaker, other.line.statement.speaker
    return bool(x and y and x != y) and turn.line.words[turn.first].fold not in turn.line.lexicon.list("notyet")


def _done(lineup: Lineup, turn: Turn, other: Turn) -> bool:
    """Whether a deed that was told first is denied later, of the same day: what was done does not become undone."""
    pair, known = Pair(turn.line, other.line, ""), turn.line.lexicon
    deed = (
        turn.negated
        and turn.line.wording[turn.first] not in known.list("notyet")
        and turn.line.wording[turn.verb] in known.list("deeds")
    )
    told = _calendar.later(other.line.article.published, turn.line.article.published)
    first = told is not None and other.line.article.published <= turn.line.article.published
    return deed and first and not (lineup.other_day(pair.a, pair.b) or lineup.fluid(pair) or days_apart(pair))


def days_apart(pair: Pair) -> bool:
    """Whether both lines name days or months, and each one that the other does not."""
    x, y = ({str(s.value)[:10] for s in line.slots if s.kind in ("date", "time")} for line in (pair.a, pair.b))
    return bool(x and y) and not (x <= y or y <= x)


def _said(turn: Turn) -> frozenset[str]:
    """Stems of what is said in a line; cue and source, the verb, days and what joins clauses left out."""
    line = turn.line
    words = line.words[slice(*line.within(line.statement.content))]
    lists = (line.lexicon.negators, line.lexicon.list("causes"), line.lexicon.list("joints"), line.lexicon.order("weekdays"))
    small = frozenset().union(*lists)
    return frozenset(w.stem for w in words if w.stem in line.content and w.fold not in small) - {line.words[turn.verb].stem}


def _names(turn: Turn) -> frozenset[str]:
    """Stems of the names in what is said in a line."""
    line = turn.line
    words = line.words[slice(*line.within(line.statement.content))]
    return frozenset(w.stem for w in words if w.fold in _context.names(line))


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    less = min(len(a), len(b))
    return round(len(a & b) / less, 4) if less >= LEAST else 0.0


def _one_object(x: Turn, y: Turn) -> bool:
    """Whether the next word of weight behind both verbs is the same."""
    a, b = _object(x), _object(y)
    return a is not None and a == b


def _one_thing(x: Turn, y: Turn) -> bool:
    """Whether the next two words of weight behind both verbs are the same: enough for two words of one act."""
    a, b = _things_of(x), _things_of(y)
    return len(a) == THING and a == b


def _things_of(turn: Turn) -> tuple[str, ...]:
    line, at = turn.line, turn.verb
    return tuple(w.stem for w in line.words[at + 1 : at + 2 + THING] if w.stem in line.content)[:THING]


def _object(turn: Turn) -> str | None:
    line, at = turn.line, turn.verb
    return next((w.stem for w in line.words[at + 1 : at + 1 + FORCE] if w.stem in line.content), None)


def _one_subject(x: Turn, y: Turn) -> bool:
    """Whether a word before both verbs is the same, or of one kind of things."""
    a, b = _subject(x), _subject(y)
    return bool(a & b)


def _subject(turn: Turn) -> frozenset[str]:
    """Words before a verb, in what is said if it is said there, each with the name of its kind of things."""
    line = turn.line
    first, _ = line.within(line.statement.content)
    first = first if first < turn.first else 0
    words = [w for w in line.words[max(first, turn.first - BEFORE) : turn.first] if w.stem in line.content]
    stems = frozenset(w.stem for w in words)
    return stems | _things(line, stems)


def _things(line: Line, stems: frozenset[str]) -> frozenset[str]:
    """Names of the kinds of things that words are of."""
    stem = line.lexicon.stem
    return frozenset(f"#{i}" for i, row in enumerate(line.lexicon.groups("things")) if stems & {stem(thing) for thing in row})


def other_thing(line: Line, x: str, y: str) -> bool:
    """Whether two words are of one kind, and neither may stand for the other."""
    return _context.kindred(line, x, y) and not _things(line, frozenset({x})) & _things(line, frozenset({y}))
