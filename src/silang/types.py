"""Every noun of silang, immutable: what the verbs take and what they yield."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Form = Literal["direct", "indirect", "mixed", "narrated"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "possible", "required", "planned"]
Grain = Literal["clause", "saying", "role"]
EntityKind = Literal["person", "organisation", "country", "place", "outlet", "document"]
SlotKind = Literal["number", "money", "percent", "measure", "date", "time", "place"]
PointRelation = Literal["agree", "conflict", "compatible", "only"]
FindingRelation = Literal["conflict", "compatible"]


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it came. `text` is never rewritten; every offset in silang is a code point offset into it."""

    id: str
    text: str
    outlet: str = ""
    url: str = ""
    title: str = ""
    author: str = ""
    published: str = ""
    """ISO 8601 date or date-time, or "" where unknown."""
    language: str = ""
    """Code of an installed language, or "" to have it recognised."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start:end` of the text of the article with this id."""

    article: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves, given the article's text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Aside:
    """A stretch of text that is not report: `dateline`, `link`, `advertisement`, `caption`, `credit`, `crosshead`, ..."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report and its tokens: parallel tuples, offsets into the article's text."""

    start: int
    end: int
    paragraph: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What silang knows of a language: one table a TOML file of its folder, under the file's stem.

    Compared by identity (`languages.load` gives one object a code), so that what is compiled from it can be cached.
    """

    code: str
    tables: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut into sentences, with what is set aside: the ground every reader of `read` stands on."""

    article: Article
    language: Language
    asides: tuple[Aside, ...]
    sentences: tuple[Sentence, ...]
    """In order; none lies in an aside."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a tagger saw: offsets, and person | organisation | country | place | outlet | document."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A title or office given to an entity in the text, and the body or country it is of."""

    title: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that acts, speaks or is spoken of.

    `id` is local to a reading until `compare` merges the casts of several; `party` is the entity it speaks for.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text speaks of an entity: by `name`, `pronoun`, `role` phrase, or `clitic` (-nya)."""

    span: Span
    entity: str
    form: Literal["name", "pronoun", "role", "clitic"]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in one article: its entities and every mention of them, in text order."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A value with its place. Numbers are in base units, times are ISO 8601 (TIMEX-like), ranges are (low, high).

    `bound` tells an approximation ("about"), a floor ("atleast") and a ceiling ("atmost") from an exact value ("");
    `note` says what is odd about it (`weekday` when a weekday contradicts its date).
    """

    kind: SlotKind
    span: Span
    value: int | float | str | tuple[float, float]
    unit: str = ""
    of: str = ""
    bound: Literal["", "about", "atleast", "atmost"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Relay:
    """A link of the chain between a speaker and the outlet: an agency, an outlet, a statement, a social account."""

    entity: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: content, cue and source are the terms of PARC 3 and PolNeAR.

    `strength` is the class of the speech act of the cue (say, claim, deny, demand, warn, praise, agree, ...).
    """

    content: Span
    form: Literal["direct", "indirect", "mixed"]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    via: tuple[Relay, ...] = ()
    strength: str = "say"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing one article says: narrated by the outlet, or attributed to somebody. `span` is the whole of it."""

    id: str
    span: Span
    form: Form
    content: Span
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    via: tuple[Relay, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    slots: tuple[Slot, ...] = ()
    entities: tuple[str, ...] = ()
    """Ids of the entities its content speaks of, sorted."""
    strength: str = ""
    grain: Grain = "clause"
    """What of a report it is: a sentence or clause, the words that tell when and where something was said, or a role
    named beside a name ("Gubernur BI Perry Warjiyo"), which states that somebody holds it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says."""

    article: Article
    asides: tuple[Aside, ...]
    cast: Cast
    statements: tuple[Statement, ...]
    """In text order."""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening, and the ids of the articles that report it, in stream order."""

    id: str
    title: str
    when: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the reports of an event speak about: a row with a cell an article, where an empty cell is silence."""

    id: str
    label: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    relation: PointRelation = "only"


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference stated as a fact with its evidence, never a verdict on who is right.

    `values` pairs article ids with what each says, sorted; `why` is a message key of the catalogue with its
    arguments, so that it can be read aloud in any language of the screen; `side` tells a difference between outlets
    from one between the parties they quote, or inside one report.
    """

    code: str
    relation: FindingRelation
    point: str | None
    values: tuple[tuple[str, str], ...]
    evidence: tuple[Span, ...]
    why: tuple[str, Mapping[str, str]]
    confidence: float
    side: Literal["outlets", "parties", "inside"] = "outlets"

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles in evidence, sorted."""
        return tuple(sorted({span.article for span in self.evidence}))


@dataclass(frozen=True, slots=True)
class Omission:
    """A point of weight that one article does not have: it is `silent`, or came out `earlier` than the thing was known."""

    article: str
    point: str
    reason: Literal["silent", "earlier"]


@dataclass(frozen=True, slots=True)
class Party:
    """A side: the statements made for it, the points that only it speaks of, and those on which it is silent."""

    entity: str
    statements: tuple[str, ...]
    only: tuple[str, ...]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A resolved time of the happening, and where it stands."""

    when: str
    statement: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that two articles share: copied word for word, nearly so, or the same quotation."""

    a: Span
    b: Span
    kind: Literal["verbatim", "near", "quotation"]
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing a side says of a meeting: its statements in order, on one point.

    `verb` is the word of saying that has most force in its ladder, `force` its step there, 0 where it has none; `shared`
    tells that the other side speaks of it too, `assured` that it is a promise.
    """

    point: str
    statements: tuple[str, ...]
    verb: Span | None
    force: int
    shared: bool
    assured: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """What one side says of a meeting: its topics in the order in which the reports have them."""

    party: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Readout:
    """One meeting or call as the two sides tell it.

    `evidence` is where the reports tell of it; `opened` who sought it, with the place that says so; `verbs` the places
    where reports give one thing of one side with verbs of different force, a group a thing.
    """

    kind: Literal["call", "meeting"]
    evidence: tuple[Span, ...]
    opened: tuple[tuple[str, Span], ...]
    tellings: tuple[Telling, Telling]
    verbs: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The readings of one event side by side. Entities are merged over the readings; statements refer to them."""

    title: str
    when: str | None
    where: tuple[str, ...]
    participants: tuple[str, ...]
    readings: tuple[Reading, ...]
    """In the order given; statements already refer to the merged `entities`."""
    entities: tuple[Entity, ...]
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]
    omissions: tuple[Omission, ...]
    parties: tuple[Party, ...]
    timeline: tuple[Moment, ...]
    reuse: tuple[Passage, ...]
    origins: Mapping[str, int] = field(default_factory=dict)
    """How many independent origins each point has, by point id."""
    warnings: tuple[tuple[str, Mapping[str, str]], ...] = ()
    """Message keys with arguments, e.g. that the reports look like two events."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """How much each point weighs for a reader, 0..1, by point id; 0 where it says nothing on its own."""
    thin: frozenset[str] = frozenset()
    """Ids of statements that say too little to stand in a row: fragments, bare names, clauses that only tell who spoke."""
    readout: Readout | None = None
    """The meeting or call of two sides that both describe; None where there is none."""
