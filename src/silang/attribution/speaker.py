"""Who is meant by the words that name a sayer, and by no words at all."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from silang import entities
from silang.attribution.cues import Tokens
from silang.attribution.drafts import Draft
from silang.attribution.lexicon import Frame, Lexicon, match
from silang.attribution.units import Unit
from silang.types import Cast, Document, Entity, EntityKind, Mention, Span

_ABBREVIATION = 3
_LATER = 20
_NEAR = 600
_BACK = 4
_SHORT_VERB = 5
"""Sentences back in which somebody is looked for whom the text quotes without having named him as a sayer."""
_LEAST = 0.6
"""Share of the capitalised words of a phrase that a name in it must have to stand for the whole."""


@dataclass(slots=True)
class Speakers:
    """The cast of a document while its attributions are read in order: who spoke last, and who else was found."""

    document: Document
    lexicon: Lexicon
    cast: Cast
    last: str | None = None
    voice: str | None = None
    """Who of those that are no paper spoke last."""
    person: str | None = None
    paragraph: int = -1
    at: int = -1
    """Paragraph and offset where somebody was named last as a sayer."""
    added: dict[str, str] = field(default_factory=dict)
    """Who was found or made for the words of a phrase."""
    titles: dict[str, str] = field(default_factory=dict)
    """Whoever spoke last under each word of a title."""
    spoken: list[str] = field(default_factory=list)
    kinds: dict[str, EntityKind] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    """The words of everybody's names, in lower case."""

    offices: frozenset[tuple[str, int]] = frozenset()
    """Everybody's offices by where they begin."""
    outlets: dict[int, int] = field(default_factory=dict)
    """Where each outlet that is named begins and ends."""

    def __post_init__(self) -> None:
        self.kinds = {entity.id: entity.kind for entity in self.cast.entities}
        self.names = {e.id: frozenset(" ".join((e.name, *e.aliases)).lower().split()) for e in self.cast.entities}
        self.offices = frozenset((e.id, role.span.start) for e in self.cast.entities for role in e.roles)
        outlets = (m.span for m in self.cast.mentions if self.kinds[m.entity] == "outlet" and m.form == "name")
        self.outlets = {span.start: span.end for span in outlets}

    def of(self, unit: Unit, draft: Draft, holder: str | None) -> str | None:
        """The speaker of a draft; `holder` speaks the quotation or sentence that it stands in."""
        if draft.sayer is None:
            who = self._unnamed(unit, draft, holder)
            self.paragraph = unit.paragraph if who and who == self.last else self.paragraph
            return who
        who = self._goes_on(unit, draft) or self._described_later(unit, draft) or self._named(unit, draft.sayer, holder)
        who = self._law(unit, draft.sayer, who)
        if who is not None and holder is None:
            self.last = who
            self.voice = self.voice if self.kinds.get(who) == "document" else who
            self.paragraph, self.at = unit.paragraph, unit.starts[draft.sayer[0]]
            self.spoken.append(who)
            if self.kinds.get(who) == "person":
                self.titles.update((unit.low[at], who) for at in range(*draft.sayer) if len(unit.low[at]) > _ABBREVIATION)
            self.person = who if self.kinds.get(who) == "person" else self.person
        return who

    def _law(self, unit: Unit, sayer: Tokens, who: str | None) -> str | None:
        """The law that an article is of: one named beside it, else the one named last."""
        articles = self.lexicon.words["articles"]
        if who is None or self.kinds.get(who) != "document" or not any(unit.low[at] in articles for at in range(*sayer)):
            return who
        start, end = unit.starts[sayer[0]], unit.ends[sayer[1] - 1]
        near = [m.entity for m in entities.at(self.cast, start, end)] + [m.entity for m in self._before(start)]
        laws = (x for x in near if self.kinds.get(x) == "document" and not articles & self.names.get(x, articles))
        return next(laws, who)

    def _goes_on(self, unit: Unit, draft: Draft) -> str | None:
        """The body that spoke last, where a pronoun adds to it: "Kremlin menyatakan ... Dia menambahkan ..."."""
        if draft.sayer is None or draft.cue is None or draft.cue.entry.strength != "add" or self.last == self.person:
            return None
        pronoun = draft.sayer[1] - draft.sayer[0] == 1 and unit.low[draft.sayer[0]] in self.lexicon.words["pronouns"]
        return self.last if pronoun and unit.low[draft.sayer[0]] not in self.lexicon.words["selves"] else None

    def _unnamed(self, unit: Unit, draft: Draft, holder: str | None) -> str | None:
        frame = draft.cue.entry.frame if draft.cue else Frame.CLITIC
        if frame & (Frame.HEARSAY | Frame.RELAYED) and not frame & Frame.CLITIC:
            return None
        if draft.quote < 0 and frame & (Frame.PASSIVE | Frame.NOUN) and not frame & Frame.CLITIC and holder is None:
            return self.last if self.paragraph == unit.paragraph else None
        if draft.cue is None and draft.quote < 0:
            return holder or self.last
        if holder is None and draft.cue is not None and frame & Frame.ACTIVE and not frame & Frame.CLITIC:
            subject = self._subject(unit.starts[unit.fields[unit.field[draft.cue.start]][0]], unit.starts[draft.cue.start])
            if subject is not None:
                return subject
        return holder or self.person or self.voice or self._opener(unit, draft)

    def _subject(self, start: int, end: int) -> str | None:
        """Whom or what a stretch of text begins with, where that is named: "Dinas X menutup pasar dan meminta ..."."""
        text = self.document.article.text
        for mention in entities.at(self.cast, start, end):
            if mention.form != "clitic" and self.kinds.get(mention.entity) != "place":
                lead = text[start : mention.span.start].split()
                titled = mention.form == "name" and entities.whole(self.cast, mention, text).start == start
                return mention.entity if titled or all(word[:1].isupper() for word in lead) else None
        return None

    def _opener(self, unit: Unit, draft: Draft) -> str | None:
        """The person that the nearest sentence before begins with, where nobody has spoken yet."""
        number = bisect_left(self.document.sentences, unit.starts[draft.content[0]], key=lambda x: x.end)
        for sentence in reversed(self.document.sentences[max(0, number - _BACK) : number]):
            who = self._subject(sentence.start, sentence.end)
            if who is not None and self.kinds.get(who) == "person":
                self.person = who
                return who
        return None

    def _named(self, unit: Unit, sayer: Tokens, holder: str | None) -> str | None:
        words = self.lexicon.words
        start, end = sayer
        if holder and unit.low[start] in words["selves"]:
            return holder
        through = next((at for at in range(start + 1, end) if unit.low[at] in self.lexicon.through), end)
        end = through - (through - start > 1 and through < end and unit.low[through - 1] == ",")
        mentions = entities.at(self.cast, unit.starts[start], unit.ends[end - 1])
        mentions = tuple(m for m in mentions if m.form != "clitic" or end - start == 1)
        if unit.low[start] in words["pronouns"] and (end - start == 1 or unit.low[start + 1] in self.lexicon.cues):
            return self._pronoun(mentions, holder) if holder else self._begins(unit, start) or self._pronoun(mentions, holder)
        if end - start > 1 and unit.low[end - 1] in words["these"]:
            return self._pointed(unit, (start, end), mentions)
        return self._phrase(unit, (start, end), mentions)

    def _phrase(self, unit: Unit, sayer: Tokens, mentions: tuple[Mention, ...]) -> str | None:
        """Who is named by words that point at nobody: by the name among them, by an office, or by themselves."""
        head, kin = unit.low[sayer[0]], self.lexicon.words["kin"]
        small = unit.words[sayer[0]][:1].islower()
        if small and sayer[0] and unit.low[sayer[0] - 1] == ",":
            other = head not in kin and any(self.kinds.get(m.entity) == "person" for m in mentions)
            apposed = None if other else self._apposed(unit, sayer[0])
            if apposed is not None:
                return apposed
        if head in self.lexicon.words["collectives"]:
            return self._body(unit, sayer, mentions) or self._added(unit, sayer)
        if small and head in kin and "," not in unit.low[slice(*sayer)]:
            return self._added(unit, sayer)
        opens = sayer[0] == unit.fields[unit.field[sayer[0]]][0]
        if (small or opens) and self._beyond(unit, sayer, mentions) and not self._called(unit, sayer):
            return self._office(unit, sayer) or self._added(unit, sayer)
        named = self._by_name(unit, sayer, mentions)
        if named is not None:
            return named
        roles = (m.entity for m in mentions if m.form == "role" and self._may(m.entity))
        return self._office(unit, sayer) or next(roles, None) or self._body(unit, sayer, mentions) or self._added(unit, sayer)

    def _by_name(self, unit: Unit, sayer: Tokens, mentions: tuple[Mention, ...]) -> str | None:
        """The person among the names, the name after a title and a comma, or the name that is all."""
        start, end = unit.starts[sayer[0]], unit.ends[sayer[1] - 1]
        names = [m for m in mentions if m.form == "name"]
        people = [m for m in names if self.kinds.get(m.entity) == "person"]
        if people:
            stops = self.lexicon.words["stops"]
            cut = next((unit.starts[at] for at in range(sayer[0] + 1, sayer[1]) if unit.low[at] in stops), end)
            if people[0].span.start == start and self._described(unit, sayer, people[0]):
                return people[0].entity
            near = [m for m in people if m.span.end <= cut] or people
            return ([m for m in near if " " in m.span.of(self.document.article.text)] or near)[-1].entity
        last = next((m for m in reversed(names) if m.span.end == end), None)
        if last is None:
            return None
        if last.span.start > start and unit.low[bisect_left(unit.starts, last.span.start) - 1] == ",":
            if self.kinds.get(last.entity) == "place" and self.kinds.get(names[0].entity) in ("organisation", "outlet"):
                return names[0].entity if names[0].span.start == start else None
            if self.kinds.get(last.entity) == "place":
                self.kinds[last.entity] = "person"
            return last.entity
        return last.entity if last.span.start == start else None

    def _beyond(self, unit: Unit, sayer: Tokens, mentions: tuple[Mention, ...]) -> bool:
        """Whether the people that a phrase names only tell where somebody is: "satpam di rumah Rina"."""
        first = next((m for m in mentions if m.form == "name" and self.kinds.get(m.entity) == "person"), None)
        at = bisect_left(unit.starts, first.span.start) if first else sayer[1]
        if at >= sayer[1] or unit.low[at - 1] == "," or any(unit.words[x][:1].isupper() for x in range(sayer[0] + 1, at)):
            return False
        return any(unit.low[x] in self.lexicon.words["stops"] for x in range(sayer[0] + 1, at))

    def _called(self, unit: Unit, sayer: Tokens) -> bool:
        """Whether a phrase says what somebody goes by: "pria yang akrab disapa Rina"."""
        return any(unit.low[at] in self.lexicon.words["called"] for at in range(*sayer))

    def _described_later(self, unit: Unit, draft: Draft) -> str | None:
        """Whom a phrase in small letters means by what follows: "dokter di klinik itu, Rina", "pria yang disapa Agus"."""
        if draft.sayer is None or draft.cue is None or draft.sayer[0] < draft.cue.end or unit.quote[draft.cue.start] >= 0:
            return None
        start, end = draft.sayer
        if any(unit.words[at][:1].isupper() for at in range(start, end)):
            return None
        furthest = min(len(unit.low), end + _LATER)
        limit = next((at for at in range(end, furthest) if unit.quote[at] >= 0 or unit.low[at] == "."), furthest)
        called = next((at for at in range(end, limit) if unit.low[at] in self.lexicon.words["called"]), None)
        for mention in entities.at(self.cast, unit.starts[end - 1], unit.ends[limit - 1]):
            if mention.form != "name" or self.kinds.get(mention.entity) != "person":
                continue
            at = bisect_left(unit.starts, mention.span.start)
            if called is not None and called < at <= called + 2:
                return mention.entity
            ends = bisect_left(unit.starts, mention.span.end)
            if unit.low[at - 1] == "," and (ends >= len(unit.low) or unit.low[ends] in ",.("):
                return mention.entity
            return None
        return None

    def _apposed(self, unit: Unit, start: int) -> str | None:
        """Who is named before the comma, where a sentence begins with him: "Rina, istri terdakwa Bagas, menolak"."""
        first, end = unit.starts[unit.fields[unit.field[start]][0]], unit.ends[start - 2]
        for mention in entities.at(self.cast, first, end):
            if self.kinds.get(mention.entity) == "person" and mention.form == "name" and mention.span.end == end:
                lead = self.document.article.text[first : mention.span.start].split()
                if all(word[:1].isupper() for word in lead) or (lead and lead[0].lower() in self.lexicon.words["leads"]):
                    return mention.entity
        return None

    def _described(self, unit: Unit, sayer: Tokens, head: Mention) -> bool:
        """Whether a name is followed by who that is: "Rina, ibu Bagas"."""
        after = next((at for at in range(*sayer) if unit.starts[at] >= head.span.end), None)
        if after is None or after + 1 >= sayer[1] or unit.low[after] != ",":
            return False
        return unit.words[after + 1].islower() or self._office_at(head.entity, unit.starts[after + 1])

    def _office_at(self, who: str, start: int) -> bool:
        """Whether an office of somebody begins at an offset."""
        return (who, start) in self.offices

    def _may(self, who: str) -> bool:
        """Whether a role phrase may mean somebody: a person has spoken under his name before."""
        return self.kinds.get(who) != "person" or who in self.spoken

    def _begins(self, unit: Unit, at: int) -> str | None:
        """The person that the sentence before begins with, in the same paragraph: whom "ia" goes on to tell of."""
        sentences = self.document.sentences
        number = bisect_left(sentences, unit.starts[at], key=lambda x: x.end)
        if not 0 < number < len(sentences) or sentences[number - 1].paragraph != sentences[number].paragraph:
            return None
        before = sentences[number - 1]
        head = next((m for m in entities.at(self.cast, before.start, before.end) if m.form == "name"), None)
        if self.at >= before.start and self.last == self.person:
            return self.person
        if head is None or self.kinds.get(head.entity) != "person" or self.at >= before.start:
            return None
        lead = self.document.article.text[before.start : head.span.start].split()
        return head.entity if all(word[:1].isupper() for word in lead) else None

    def _pronoun(self, mentions: tuple[Mention, ...], holder: str | None) -> str | None:
        """A pronoun beside a cue means who spoke before; inside what somebody says, somebody else."""
        found = next((m.entity for m in mentions if self.kinds.get(m.entity) == "person"), None)
        if found is not None and (found in self.spoken or (holder and found != holder)):
            return found
        return self.person or found or self.voice or next((m.entity for m in mentions), None)

    def _pointed(self, unit: Unit, sayer: Tokens, mentions: tuple[Mention, ...]) -> str | None:
        """ "Politikus partai itu" is somebody named before, and not the party; "laporan itu" is nobody."""
        head = unit.low[sayer[0]]
        if head in self.lexicon.words["papers"]:
            return self._kept(head, unit.starts[sayer[0]]) or self._added(unit, sayer)
        if head in self.lexicon.words["bodies"]:
            return self._body_before(head, unit.starts[sayer[0]]) or self._added(unit, sayer)
        inside = {m.entity for m in mentions if m.form == "name"}
        roles = [m.entity for m in mentions if m.form == "role" and m.entity not in inside]
        if roles and (roles[0] in self.spoken or not self.person):
            return roles[0]
        if self.person and self.person not in inside:
            return self.person
        return self.voice if self.voice and self.voice not in inside else next((m.entity for m in mentions), None)

    def _kept(self, head: str, before: int) -> str | None:
        """The document named last before an offset whose name has the word."""
        papers = (m.entity for m in self._before(before) if self.kinds[m.entity] == "document")
        return next((who for who in papers if head in self.names[who]), None)

    def _body_before(self, head: str, before: int) -> str | None:
        """The body named last before an offset: one whose name has the word, else the one that spoke last."""
        bodies = [m.entity for m in self._before(before) if self.kinds[m.entity] in ("organisation", "outlet")]
        named = next((who for who in bodies if head in self.names[who]), None)
        spoke = self.last if self.last and self.kinds.get(self.last) in ("organisation", "country") else None
        return named or spoke or next(iter(bodies), None)

    def _before(self, offset: int) -> list[Mention]:
        """The last mentions by name before an offset, the nearest first."""
        near = entities.at(self.cast, max(0, offset - _NEAR), offset)
        return [m for m in reversed(near) if m.entity in self.names and self.document.article.text[m.span.start].isupper()]

    def _body(self, unit: Unit, sayer: Tokens, mentions: tuple[Mention, ...]) -> str | None:
        """The name that stands for a phrase without a person, when it has most of its words in capitals."""
        capitals = [unit.starts[at] for at in range(*sayer) if unit.words[at][:1].isupper()]
        head = next((m for m in mentions if m.form == "name" and m.span.start == unit.starts[sayer[0]]), None)
        if not capitals:
            return None
        if head and self._ends(unit, sayer, head):
            return head.entity
        for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
            inside = sum(mention.span.start <= at < mention.span.end for at in capitals)
            first = bisect_left(unit.starts, mention.span.start)
            apart = first > sayer[0] and unit.low[first - 1] in self.lexicon.words["stops"]
            if inside >= _LEAST * len(capitals) and not apart:
                return mention.entity
        return None

    def _ends(self, unit: Unit, sayer: Tokens, head: Mention) -> bool:
        """Whether a name is all that names the sayer, before words like "di bawah"."""
        after = next((at for at in range(*sayer) if unit.starts[at] >= head.span.end), None)
        return after is not None and unit.low[after] in self.lexicon.words["stops"]

    def _office(self, unit: Unit, sayer: Tokens) -> str | None:
        """Who spoke last of those to whom the report gave a title with the words of the phrase."""
        phrase = {unit.low[at] for at in range(*sayer)}
        known = {self.titles.get(word) for word in phrase}
        if len(known) == 1 and None not in known:
            return known.pop()
        holders = {e.id for e in self.cast.entities for role in e.roles if phrase <= set(role.title.casefold().split())}
        return next((who for who in reversed(self.spoken) if who in holders), None)

    def _added(self, unit: Unit, sayer: Tokens) -> str | None:
        """Who is named by nothing but the words themselves; nobody where they are a clause and no phrase."""
        start, end = sayer
        if self._is_clause(unit, sayer):
            return None
        document = any(match(self.lexicon.documents, unit.low, at) for at in range(start, end))
        document = document or unit.low[start] in self.lexicon.words["papers"]
        body = unit.words[start][:1].isupper() or unit.low[start] in self.lexicon.words["bodies"]
        return self.add(unit, sayer, "document" if document else "organisation" if body else "person")

    def _is_clause(self, unit: Unit, sayer: Tokens) -> bool:
        """Whether words begin as no phrase does, or hold a verb with what it is done to: "kebijakan itu memicu protes"."""
        words, (start, end) = self.lexicon.words, sayer
        if unit.low[start] in words["no_sayers"]:
            return True
        stop = next((at for at in range(start, end) if unit.low[at] in words["relatives"]), end)
        inside = {unit.low[at] for at in range(start + 1, min(stop, end - 1)) if unit.words[at].islower()}
        return any(len(x) > _SHORT_VERB and x.startswith(tuple(words["verb_starts"])) for x in inside - words["not_verbs"])

    def relay(self, unit: Unit, tokens: Tokens, kind: EntityKind) -> str:
        """Who passed something on: somebody the words name, or what they say."""
        if kind != "person":
            return self.add(unit, tokens, kind)
        start, end = unit.starts[tokens[0]], unit.ends[tokens[1] - 1]
        people = [m.entity for m in entities.at(self.cast, start, end) if self.kinds.get(m.entity) == "person"]
        return people[-1] if people else self.add(unit, tokens, kind)

    def _spelt(self, unit: Unit, tokens: Tokens) -> str:
        """The words of a name with a blank between two that were run together; an account is one word."""
        text, out, handle = self.document.article.text, unit.words[tokens[0]], unit.words[tokens[0]][0] == "@"
        for at in range(tokens[0] + 1, tokens[1]):
            gap = text[unit.ends[at - 1] : unit.starts[at]]
            handle = (handle and not gap) or unit.words[at][0] == "@"
            lost = not gap and not handle and unit.words[at - 1].isalpha() and unit.words[at].isalpha()
            out += (" " if lost else gap) + unit.words[at]
        return out

    def add(self, unit: Unit, tokens: Tokens, kind: EntityKind) -> str:
        """The entity of this name, new where the cast has none."""
        span = Span(self.document.article.id, unit.starts[tokens[0]], unit.ends[tokens[1] - 1])
        text = span.of(self.document.article.text)
        if text in self.added:
            return self.added[text]
        clitic = next((x for x in sorted(self.lexicon.words["clitics"]) if kind == "document" and text.endswith(x)), "")
        stem = Span(span.article, span.start, span.end - len(clitic))
        name = self._spelt(unit, tokens)
        self.cast, who = entities.extend(self.cast, self.document, stem, kind, name[: len(name) - len(clitic)])
        if clitic:
            self.cast = replace(self.cast, entities=tuple(_called(e, text) if e.id == who else e for e in self.cast.entities))
        self.kinds.setdefault(who, kind)
        self.added[text] = who
        return who


def _called(entity: Entity, alias: str) -> Entity:
    return replace(entity, aliases=tuple(sorted({*entity.aliases, alias})))
