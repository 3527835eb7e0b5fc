"""Titles and offices beside a name: "Menteri Luar Negeri Rusia, Sergei Lavrov", "Agus selaku Ketua X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from silang.entities.lexicon import BODY, CAPITAL, HEAD, HONORIFIC, INSIDE, JOINT, NEAR, PLACE, RANK, SEPARATOR, Lexicon
from silang.entities.line import Line, Seen

REACH = 24
"""Tokens that a title may lie before or after its name."""
_MAY = CAPITAL | HEAD | INSIDE | RANK | HONORIFIC | BODY
_MARKS = frozenset(".&/-–")


@dataclass(slots=True)
class Titled:
    """A title at its place: tokens `first:last`; `of` is a name in it, `of_text` the words of the body it is of."""

    first: int
    last: int
    title: str
    of: Seen | None
    of_text: str
    person: Seen
    beside: int | None = None
    """Token that opens a phrase for somebody beside the person: 0 of "istri Budi", of "asisten terdakwa Budi"."""
    placed: bool = False
    """Whether it is of a place by itself, and of no body that the title names: "Sekretaris Daerah Kota Bandung"."""


def titles(line: Line, lexicon: Lexicon) -> list[Titled]:
    """The titles of the people named in a sentence."""
    found: list[Titled] = []
    for at, item in enumerate(line.names):
        if item.kind == "person":
            behind = line.names[at + 1] if at + 1 < len(line.names) else None
            if behind is None or behind.kind != "person" or not _owned(line, item, behind, lexicon):
                found += before(line, at, lexicon)
            following = after(line, at, lexicon)
            if following is not None:
                found.append(following)
    return found


def before(line: Line, at: int, lexicon: Lexicon) -> list[Titled]:
    """The titles that stand before the name `line.names[at]`: the office, and the rank between it and the name."""
    name, marks = line.names[at], line.marks
    stopped = line.words[name.first - 1] == "." and line.mark(name.first - 2) & RANK
    if not name.first or not (marks[name.first - 1] & _MAY or line.words[name.first - 1] in ",)" or stopped):
        return []
    floor = max(0, name.first - REACH, _floor(line, at, lexicon))
    edge = _edge(line, name.first, floor)
    heads = [i for i in range(edge, name.first) if marks[i] & HEAD]
    ranks = [i for i in range(heads[0] + 1 if heads else edge, name.first) if marks[i] & RANK]
    found: list[Titled] = []
    beside = _beside(line, heads, name, lexicon)
    if beside is not None:
        found.append(Titled(beside, name.first, full(line.words[beside : name.first], lexicon), None, "", name, beside))
        heads = [i for i in heads if i > beside and line.words[i].lower() in lexicon.accused]
    if heads:
        office = _titled(line, heads[0], ranks[0] if ranks else name.first, name, lexicon)
        if office is not None:
            found.append(office)
    if ranks:
        rank = " ".join(line.words[i] for i in ranks)
        found.append(Titled(ranks[0], ranks[-1] + 1, rank, None, "", name))
    return found


def _beside(line: Line, heads: Sequence[int], name: Seen, lexicon: Lexicon) -> int | None:
    """Where a phrase begins that speaks of somebody beside the person named: "istri X", "asisten rumah tangga terdakwa X"."""
    if not heads:
        return None
    first, last = heads[0], heads[-1]
    low, word = line.words[first].lower(), line.words[first]
    if "," in line.words[first : name.first]:
        return None
    if last > first and line.words[last].lower() in lexicon.accused and low not in lexicon.accused:
        return first
    if low not in lexicon.family or line.mark(first - 1) & HONORIFIC:
        return None
    if word[0].isupper() and (first or line.marks[first] & HONORIFIC):
        return None
    return first


def _floor(line: Line, at: int, lexicon: Lexicon) -> int:
    """Where the person before this name ends: a title does not reach over another person, but may be of one."""
    for item in reversed(line.names[:at]):
        if item.kind == "person" and not _owned(line, item, line.names[at], lexicon):
            return item.last
    return 0


def _owned(line: Line, owner: Seen, name: Seen, lexicon: Lexicon) -> bool:
    """Whether a name is in the title of the next: "Pengacara Vidi, Yakup Hasibuan"; a place, as in "Kapolsek Tebet, X"."""
    front = owner.first - 1
    while front > 0 and (line.marks[front] & HONORIFIC or line.words[front] == "."):
        front -= 1
    if not line.mark(front) & (HEAD | INSIDE | BODY | PLACE) or line.words[front].lower() in lexicon.accused:
        return False
    between = range(owner.last, name.first)
    if any(line.marks[i] & HEAD or not (line.words[i] == "," or _may_belong(line, i)) for i in between):
        return False
    body = line.words[front].lower() in lexicon.unit
    commas = sum(line.words[i] == "," for i in between)
    if commas and any(line.marks[i] & JOINT for i in between):
        return False
    if commas and line.words[owner.last] == ",":
        listed = line.words[name.last : name.last + 1] == (",",) and any(x.first == name.last + 1 for x in line.names)
        if commas > 1 or listed or line.mark(name.last) & JOINT:
            return False
        owner.kind = "place" if body else owner.kind
        return True
    if not commas:
        owner.kind = "place" if body else "organisation"
    return not commas


def _edge(line: Line, end: int, floor: int) -> int:
    """Where the run of words that may belong to a title begins, going left from a name."""
    i, commas, depth = end, 0, 0
    while i > floor:
        word = line.words[i - 1]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif word == "," and depth == 0:
            commas += 1
            if commas > 2 or (commas == 2 and i == end):
                break
        elif not depth and word not in _MARKS and not _may_belong(line, i - 1):
            break
        i -= 1
    return i


def _may_belong(line: Line, at: int) -> bool:
    return bool(line.marks[at] & _MAY) or line.words[at][0].isdigit()


def _titled(line: Line, first: int, last: int, person: Seen, lexicon: Lexicon) -> Titled | None:
    """Cut the words of a title into office and body."""
    words, marks = line.words, line.marks
    while last > first and words[last - 1] != ")" and (not words[last - 1][0].isalnum() or marks[last - 1] & HONORIFIC):
        last -= 1
    if last <= first:
        return None
    body = next((x for x in line.names if first < x.first < last and x is not person and words[x.first - 1] != "("), None)
    split = body.first if body else next((i for i in range(first + 1, last) if _opens_body(line, i)), last)
    while split > first + 1 and marks[split - 1] & PLACE and body is not None:
        split -= 1
    of_text = " ".join(_unbracketed(words[split:last]))
    country = None if body or of_text else next((x for x in line.names if x.last == first and x.kind == "country"), None)
    if country is not None:
        return Titled(country.first, last, full(words[first:last], lexicon), country, "", person)
    office, owner = full(words[first:split], lexicon), _body(words[first], of_text, body, lexicon)
    return Titled(first, last, office, body, owner, person, placed=owner == of_text)


def _opens_body(line: Line, at: int) -> bool:
    word, mark = line.words[at], line.marks[at]
    return bool(mark & BODY) or (line.words[at - 1] != "(" and word.isupper() and len(word) > 1 and not mark & (HEAD | RANK))


def full(words: tuple[str, ...], lexicon: Lexicon) -> str:
    """A title with its first word written out, without what is in brackets: "Menlu" -> "Menteri Luar Negeri"."""
    return " ".join((lexicon.full.get(words[0].lower(), words[0]), *_unbracketed(words[1:])))


def _unbracketed(words: tuple[str, ...]) -> tuple[str, ...]:
    if "(" not in words:
        return words
    opened = words.index("(")
    closed = words.index(")", opened) + 1 if ")" in words[opened:] else len(words)
    return words[:opened] + words[closed:]


def _body(head: str, of_text: str, of: Seen | None, lexicon: Lexicon) -> str:
    """The body a title heads: "Kapolsek Tebet" is of "Polsek Tebet"."""
    unit = lexicon.unit.get(head.lower()) if of_text else None
    if unit is None:
        return of_text or lexicon.body.get(head.lower(), "")
    if of is not None and ((of.name and of.kind != "place") or lexicon.marks[of_text.split()[0]] & BODY):
        return of_text
    return f"{unit} {of_text}"


def after(line: Line, at: int, lexicon: Lexicon) -> Titled | None:
    """The title that stands after the name, in apposition or after a word such as "selaku"."""
    name = line.names[at]
    i = name.last
    if not line.mark(i) & SEPARATOR:
        return None
    while line.mark(i) & SEPARATOR:
        i += 1
    if not line.mark(i) & HEAD:
        return None
    last = i
    while last < len(line.words) and last - i < REACH and _may_belong(line, last):
        last += 1
    if line.mark(last) & NEAR or any(x.kind == "person" and i <= x.first <= last for x in line.names[at + 1 :]):
        return None
    return _titled(line, i, last, name, lexicon)
