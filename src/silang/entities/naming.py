"""The names of a report at their places: what the tagger saw, corrected by what the language knows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from silang import models
from silang.entities import documents, glue, headlines, officers, parting, stated
from silang.entities.brands import brand, somewhere
from silang.entities.lexicon import (
    BARE,
    BODY,
    CAPITAL,
    COMMON,
    DATE,
    HEAD,
    HONORIFIC,
    INSIDE,
    JOINT,
    KNOWN,
    NAMELIKE,
    PLACE,
    PLURAL,
    RANK,
    SPEAKING,
    STATE,
    TAIL,
    WEAK,
    Lexicon,
    Phrase,
    bare,
)
from silang.entities.line import Line, Seen
from silang.types import Document, EntityKind, Name

_TITLE = HEAD | RANK | HONORIFIC
_NAMES = BODY | PLACE | HEAD
_LIKE = 50
"""Names that begin with one word, of which the longest are looked for."""
_LONGEST = 12
"""Tokens that a name of a body takes in to its right."""


def lines(document: Document, lexicon: Lexicon) -> list[Line]:
    """The sentences of a document with their names."""
    tagged = models.names(document.sentences, document.language)
    naming = Naming(lexicon, document)
    flags = lexicon.marks.__getitem__
    found = []
    for number, (sentence, names) in enumerate(zip(document.sentences, tagged, strict=True)):
        marks = [*map(flags, sentence.words)]
        line = Line(number, document.article.text, sentence, sentence.words, marks, reduce(or_, marks, 0))
        naming.read(line, names)
        officers.find(line, lexicon)
        glue.cut(line, lexicon, naming.report.words)
        found.append(line)
    headlines.settle(found)
    parting.settle(found)
    naming.agree(found)
    naming.spread(found)
    for line in found:
        glue.part(line)
    return found


class Naming:
    """Finds the names of one document."""

    def __init__(self, lexicon: Lexicon, document: Document) -> None:
        self.lexicon = lexicon
        self.report = parting.Report(document.sentences)
        self.stated = stated.stated(document.sentences, lexicon)

    def read(self, line: Line, tagged: Sequence[Name]) -> None:
        """Put the names of a sentence into its line."""
        starts, ends = line.sentence.starts, line.sentence.ends
        for name in tagged:
            first, last = bisect_right(starts, name.start) - 1, bisect_left(ends, name.end) + 1
            for a, b in parting.apart(line, first, last, name.kind, self.lexicon, self.report):
                item = self._bare(line, a, b, name.kind)
                if item is None:
                    continue
                before = line.names[-1] if line.names else None
                whole = before is not None and before.kind == item.kind == "person" and before.last == item.first
                if before is not None and whole and a == first and b - a < 3:
                    line.names[-1] = line.seen(before.first, item.last, "person")
                else:
                    line.names.append(item)
        known = line.places(KNOWN)
        if known:
            self._known(line, known)
        documents.find(line)
        bodies = [i for i in line.places(BODY | PLACE) if line.marks[i] & CAPITAL]
        if bodies:
            self._bodies(line, bodies)
        if known:
            self._states(line)

    def _states(self, line: Line) -> None:
        """Bodies of a state: "militer Israel" speaks for Israel."""
        for item in list(line.names):
            if item.kind == "organisation" and line.marks[item.first] & STATE and item.last - item.first == 2:
                phrase = _match(line.words, item.last - 1, self.lexicon.known.get(line.words[item.last - 1], ()))
                item.party = phrase.name if phrase is not None and phrase.kind == "country" else item.party
            if item.kind == "country" and line.mark(item.first - 1) & STATE and not line.mark(item.first - 1) & CAPITAL:
                line.replace(item.first - 1, item.last, "organisation")
                body = next(x for x in line.names if x.first == item.first - 1)
                body.party = item.name

    def _pair(self, line: Line, at: int) -> None:
        """Two countries in one word: "Indonesia-Australia"."""
        start = line.sentence.starts[at]
        found: list[Seen] = []
        for part in line.words[at].split("-"):
            phrase = next((p for p in self.lexicon.known[part] if not p.rest and p.kind == "country"), None)
            if phrase is None:
                return
            end = start + len(part)
            found.append(Seen(line.number, at, at + 1, start, end, part, "country", phrase.name))
            start = end + 1
        if not any(x.first <= at < x.last and x.last - x.first > 1 for x in line.names):
            kept = [x for x in line.names if not x.first <= at < x.last]
            line.names = sorted([*kept, *found], key=lambda x: x.start)

    def _bare(self, line: Line, first: int, last: int, kind: EntityKind) -> Seen | None:
        """A name without the titles before it; None where nothing is left."""
        words, marks = line.words, line.marks
        titled = line.mark(first - 1) & (RANK | HONORIFIC)
        if kind in ("person", "place") and last - first > 1 and self._verb(line, first):
            first, kind = first + 1, "person"
        begin, first = first, _start(line, first, last, kind)
        if titled or (begin < first and any(map(parting.stands_before, marks[begin:first]))):
            kind = "person"
        while first < last and not words[last - 1][0].isalnum() and words[last - 1] != ")":
            last -= 1
        while kind != "person" and last - first > 1 and parting.stands_before(marks[last - 1]):
            last -= 1
        if first >= last or all(marks[i] & DATE or not words[i][0].isalpha() for i in range(first, last)):
            return None
        if last - first == 1 and marks[first] & _TITLE and not (kind == "organisation" and not marks[first] & RANK):
            return None
        if kind == "organisation" and begin < first < last - 1 and not reduce(or_, marks[begin:last]) & (BODY | PLACE | TAIL):
            kind = "person"
        if kind == "person" and _of_a_body(marks[first:last]) and not titled:
            kind = "organisation"
        item = line.seen(first, last, kind)
        _disown(item)
        return item

    def _verb(self, line: Line, at: int) -> bool:
        """Whether a sentence opens with a verb of saying that was taken for a name: "Lanjut Rina, ..."."""
        return (at == 0 or not line.words[at - 1].isalnum()) and bool(line.marks[at] & SPEAKING)

    def _known(self, line: Line, places: Sequence[int]) -> None:
        """Names that the language knows: countries, outlets, bodies everybody calls by their initials."""
        words, busy = line.words, -1
        for i in places:
            if bare(words[i]) not in self.lexicon.known:
                self._pair(line, i)
                continue
            phrase = None if i < busy else _match(words, i, self.lexicon.known[bare(words[i])])
            if phrase is None:
                continue
            last = i + 1 + len(phrase.rest)
            if phrase.kind == "outlet" and not phrase.rest and self._counted(line, i):
                continue
            if phrase.kind == "organisation" and stated.another(words[i], phrase.name, self.stated):
                self._unknown(line, i)
                continue
            if phrase.kind == "country" or phrase.party is not None:
                first, busy = brand(line, i, last)
                if busy - first > last - i:
                    line.replace(first, busy, "organisation")
                    continue
                if phrase.party is not None and somewhere(line, i, self.lexicon):
                    line.replace(i, last, "place")
                    continue
            over = [x for x in line.names if x.first < last and i < x.last]
            if phrase.kind in ("outlet", "country"):
                over = parting.parted(line, over, i, last)
            cut = self._cut(line, over, i, last)
            if cut is None and (_doubtful(phrase, line, i, bool(over)) or any(x.last - x.first > last - i for x in over)):
                continue
            item = line.seen(i, last, phrase.kind)
            _disown(item)
            item.name, item.party = phrase.name, phrase.party
            kept = [x for x in line.names if x not in over]
            line.names = sorted([*kept, item] if cut is None else [*kept, item, cut], key=lambda x: x.start)
            busy = last

    def _counted(self, line: Line, at: int) -> bool:
        """Whether a word that is an outlet's name elsewhere is a unit here: "60 detik", "RT 05", "satu RT"."""
        before, after = line.words[at - 1] if at else "", line.words[at + 1] if at + 1 < len(line.words) else ""
        unit = before[:1].isdigit() or bool(line.mark(at - 1) & PLURAL) or before.lower() in self.lexicon.each
        return unit or (line.words[at].isupper() and len(line.words[at]) < 3 and after[:1].isdigit())

    def _unknown(self, line: Line, at: int) -> None:
        """Take off an abbreviation that the report uses for a common noun, and the noun before it."""
        long = self.stated[line.words[at]]
        if not self.lexicon.marks[long[0]] & BODY:
            first = max(at - 1 - len(long), 0) if line.words[at - 1 : at] == ("(",) else at
            line.names = [x for x in line.names if x.last <= first or at < x.first or x.last - x.first > len(long)]

    def _cut(self, line: Line, over: Sequence[Seen], first: int, last: int) -> Seen | None:
        """What is left of a person's name that took in the country of the title before it."""
        if len(over) != 1 or over[0].first != first or over[0].last <= last or not _in_title(line, first):
            return None
        if over[0].kind != "person" and (
            over[0].last - last < 2 or any(line.marks[i] & BODY for i in range(last, over[0].last))
        ):
            return None
        return line.seen(last, over[0].last, "person")

    def _bodies(self, line: Line, places: Sequence[int]) -> None:
        """Names that a word such as "Kementerian" opens, with what is left of them."""
        covered = {i: x for x in line.names for i in range(x.first, x.last)}
        for i in places:
            held = covered.get(i)
            if held is not None and (held.first != i or held.kind in ("person", "document")):
                continue
            last = _body_end(line, i, covered)
            if held is not None and held.last >= last and held.kind == "organisation":
                continue
            if not line.marks[i] & BODY:
                following = covered.get(i + 1)
                if held is None and following is not None and not following.name and not line.mark(i - 1) & (HEAD | INSIDE):
                    line.replace(i, following.last, "place")
                    covered = {j: x for x in line.names for j in range(x.first, x.last)}
                continue
            if held is None and last - i == 1 and (line.marks[i] & WEAK or i == 0):
                continue
            line.replace(i, max(last, held.last if held else 0), "organisation")
            covered = {j: x for x in line.names for j in range(x.first, x.last)}

    def agree(self, found: Sequence[Line]) -> None:
        """One name is of one kind in one report: the kind it has most often, a person's where it is part of a full name."""
        votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
        parts: set[str] = set()
        open_ = [x for line in found for x in line.names if not x.name and x.kind in ("person", "organisation", "place")]
        for item in open_:
            votes[item.text][item.kind] += 1
            if item.kind == "person" and item.last - item.first > 1:
                parts.update(item.text.split()[bool(found[item.sentence].marks[item.first] & BARE) :])
        alone = {text for text in votes if " " not in text and votes[text].keys() == {"person"}}
        for item in open_:
            first, rest = item.first, item.text.split()[1:]
            if item.kind == "person" and found[item.sentence].marks[first] & BARE and rest and parts.issuperset(rest):
                item.first, item.start = first + 1, found[item.sentence].sentence.starts[first + 1]
                item.text = found[item.sentence].text[item.start : item.end]
            kinds: Mapping[EntityKind, int] = votes.get(item.text, {})
            if (item.kind != "person" and item.text in parts and not item.text.isupper()) or (
                item.kind != "person" and item.text.split()[0] in alone and not found[item.sentence].marks[item.first] & _NAMES
            ):
                item.kind = "person"
            elif len(kinds) > 1:
                item.kind = max(sorted(kinds), key=lambda kind: kinds[kind])

    def spread(self, found: Sequence[Line]) -> None:
        """A name that was seen once is seen everywhere in the report, where a capital stands and no other name."""
        samples: dict[str, dict[tuple[str, ...], Seen]] = {}
        for line in found:
            for item in line.names:
                words = line.words[item.first : item.last]
                mark = line.marks[item.first]
                if len(words[0]) > 2 and mark & CAPITAL and not mark & (COMMON | INSIDE):
                    known = samples.setdefault(words[0], {})
                    known.setdefault(words, item)
                    if item.kind == "person" and len(words) > 1:
                        known.setdefault(words[:1], line.seen(item.first, item.first + 1, "person"))
        ordered = {word: sorted(known.items(), key=lambda x: (-len(x[0]), x[0]))[:_LIKE] for word, known in samples.items()}
        for line in found:
            places = [i for i, word in enumerate(line.words) if word in ordered]
            if places:
                self._again(line, places, ordered)

    def _again(self, line: Line, places: Sequence[int], samples: Mapping[str, list[tuple[tuple[str, ...], Seen]]]) -> None:
        busy = {i for x in line.names for i in range(x.first, x.last)}
        fresh: list[Seen] = []
        for i in places:
            if i in busy:
                continue
            for words, sample in samples[line.words[i]]:
                last = i + len(words)
                if line.words[i:last] == words and busy.isdisjoint(range(i, last)):
                    item = line.seen(i, last, sample.kind)
                    item.name, item.party = sample.name, sample.party
                    fresh.append(item)
                    busy.update(range(i, last))
                    break
        if fresh:
            line.names = sorted([*line.names, *fresh], key=lambda x: x.start)


def _in_title(line: Line, at: int) -> bool:
    """Whether the words before a name are those of an office or body, brackets passed over."""
    if line.words[at - 1 : at] == (")",) and "(" in line.words[max(0, at - 4) : at]:
        return True
    return bool(line.mark(at - 1) & (HEAD | INSIDE | BODY))


def _of_a_body(marks: list[int]) -> bool:
    """Whether the words of a name are those of a body: "Penmas Polda", "Saudia Airlines"."""
    return bool(marks[-1] & TAIL) or any(mark & BODY and not mark & (WEAK | NAMELIKE) for mark in marks)


def _start(line: Line, first: int, last: int, kind: EntityKind) -> int:
    """Where a name begins, after the titles that the tagger took in."""
    words, marks, begin = line.words, line.marks, first
    while first < last:
        mark = marks[first]
        known = parting.stands_before(mark)
        inside = mark & INSIDE and not mark & (NAMELIKE | BODY) and line.mark(first - 1) & (HEAD | INSIDE)
        if not known and not inside:
            head = mark & HEAD and kind in ("person", "place") and not (mark & NAMELIKE and last - first == 1)
            if not head and (words[first][0].isalnum() or first == begin):
                break
            if head and mark & NAMELIKE and not line.mark(first - 1) & HEAD and not (mark & BARE and last - first > 2):
                break
        kind = "person" if known else kind
        first += 1
    return first


def _disown(item: Seen) -> None:
    """Take the mark of an owner off a name: "Netanyahu's" is "Netanyahu"."""
    if item.text.endswith(("'s", "’s")):
        item.end, item.text = item.end - 2, item.text[:-2]


def _match(words: tuple[str, ...], at: int, phrases: tuple[Phrase, ...]) -> Phrase | None:
    for phrase in phrases:
        found = words[at : at + 1 + len(phrase.rest)]
        if found[1:] == phrase.rest or (found and (*found[1:-1], bare(found[-1])) == phrase.rest):
            return phrase
    return None


def _doubtful(phrase: Phrase, line: Line, at: int, named: bool) -> bool:
    """A word that opens a sentence and may be no name at all, or the tail of a longer name that no tagger saw."""
    if phrase.rest or named:
        return False
    if line.marks[at] & COMMON and not line.mark(at + 1) & SPEAKING:
        return True
    return phrase.kind == "outlet" and bool(line.mark(at - 1) & CAPITAL)


def _body_end(line: Line, at: int, covered: dict[int, Seen]) -> int:
    """Where the name of a body that opens here ends: capitals, what is joined, an abbreviation it goes on after."""
    words, marks = line.words, line.marks
    i = at + 1
    while i < len(words) and i - at < _LONGEST:
        held = covered.get(i)
        if held is not None and held.kind in ("person", "outlet", "document") and not _place_of(line, at, held):
            break
        mark = marks[i]
        if mark & CAPITAL:
            if mark & (RANK | HONORIFIC) or (mark & HEAD and held is None):
                break
            i += 1
        elif mark & JOINT and line.mark(i + 1) & CAPITAL and i > at + 1:
            if marks[i + 1] & (BODY | HEAD) or i + 1 in covered:
                break
            i += 1
        elif words[i] == "(" and i + 3 < len(words) and words[i + 2] == ")" and _goes_on(line, at, i, covered):
            i += 3
        else:
            break
    return i


def _place_of(line: Line, at: int, held: Seen) -> bool:
    """Whether the tagger took for a person the one word that a body is of: "Polres Sukamaju"."""
    alone = held.first == at + 1 and held.last - held.first == 1 and held.kind == "person"
    return alone and not line.marks[at] & WEAK and not line.mark(held.last) & CAPITAL


def _goes_on(line: Line, first: int, bracket: int, covered: dict[int, Seen]) -> bool:
    """Whether a name goes on after brackets: "Pemerintah Provinsi (Pemprov) DKI Jakarta", where they are not its initials."""
    held = covered.get(bracket + 3)
    initials = "".join(line.words[i][0] for i in range(first, bracket) if line.marks[i] & CAPITAL)
    if held is None or held.kind not in ("place", "country") or initials.casefold() == line.words[bracket + 1].casefold():
        return False
    return not line.marks[bracket + 3] & _TITLE
