"""Titles and offices beside a name: "Menteri Luar Negeri Rusia, Sergei Lavrov", "Agus selaku Ketua X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from silang.entities.lexicon import BODY, HEAD, HONORIFIC, INSIDE, PLACE, RANK, Lexicon
from silang.entities.naming import Seen
from silang.types import Sentence

REACH = 24
"""Tokens that a title may lie before or after its name."""


@dataclass(slots=True)
class Titled:
    """A title at its place: tokens `first:last`; `of` is a name of the sentence, or the words of a body no tagger saw."""

    first: int
    last: int
    title: str
    of: Seen | None
    of_text: str
    person: Seen | None


def before(sentence: Sentence, names: Sequence[Seen], at: int, lexicon: Lexicon) -> list[Titled]:
    """The titles that stand before the name `names[at]`: the office, and the rank between it and the name."""
    name = names[at]
    floor = max(name.first - REACH, _floor(sentence.words, names, at, lexicon))
    edge = _edge(sentence.words, name.first, floor, lexicon)
    flags = lexicon.flags
    tokens = [(i, flags.get(sentence.words[i].lower(), 0)) for i in range(edge, name.first)]
    heads = [i for i, flag in tokens if flag & HEAD]
    ranks = [i for i, flag in tokens if flag & RANK and (not heads or i > heads[0])]
    found = []
    stop = min((i for i in ranks if i > (heads[0] if heads else -1)), default=name.first)
    if heads:
        found.append(_titled(sentence, names, heads[0], stop, name, lexicon))
    if ranks:
        rank = " ".join(sentence.words[i] for i in ranks)
        found.append(Titled(ranks[0], ranks[-1] + 1, rank, None, "", name))
    return [x for x in found if x is not None]


def _floor(words: tuple[str, ...], names: Sequence[Seen], at: int, lexicon: Lexicon) -> int:
    """Where the person before this name ends: a title does not reach over another person, but may be of one."""
    for item in reversed(names[:at]):
        if item.kind == "person" and not _owned(words, item, names[at], lexicon):
            return item.last
    return 0


def _owned(words: tuple[str, ...], owner: Seen, name: Seen, lexicon: Lexicon) -> bool:
    """Whether a name is in the title of the next: "Pengacara Vidi, Yakup Hasibuan"; a place, as in "Kapolsek Tebet, X"."""
    flags = lexicon.flags
    if not owner.first or not flags.get(words[owner.first - 1].lower(), 0) & (HEAD | INSIDE | BODY | PLACE):
        return False
    between = words[owner.last : name.first]
    if any(flags.get(word.lower(), 0) & HEAD or not (word == "," or _may_belong(word, lexicon)) for word in between):
        return False
    if between[:1] == (",",):
        after = words[name.last : name.last + 1]
        if between.count(",") > 1 or (after and (after[0] == "," or after[0] in lexicon.joints)):
            return False
        if words[owner.first - 1].lower() in lexicon.body:
            owner.kind = "place"
        return True
    if "," in between:
        return False
    owner.kind = "place" if words[owner.first - 1].lower() in lexicon.body else "organisation"
    return True


def _edge(words: tuple[str, ...], end: int, floor: int, lexicon: Lexicon) -> int:
    """Where the run of words that may belong to a title begins, going left from a name."""
    i, commas, depth = end, 0, 0
    while i > floor:
        word = words[i - 1]
        if word == ")":
            depth += 1
        elif word == "(" and depth:
            depth -= 1
        elif word == "," and depth == 0:
            commas += 1
            if commas > 2 or (commas == 2 and i == end):
                break
        elif not depth and word not in _JOINTS and not _may_belong(word, lexicon):
            break
        i -= 1
    return i


_JOINTS = frozenset(".&/-–")


def _may_belong(word: str, lexicon: Lexicon) -> bool:
    return (
        word[0].isupper()
        or word[0].isdigit()
        or bool(lexicon.flags.get(word.lower(), 0) & (HEAD | INSIDE | RANK | HONORIFIC | BODY))
    )


def _titled(
    sentence: Sentence, names: Sequence[Seen], first: int, last: int, person: Seen | None, lexicon: Lexicon
) -> Titled | None:
    """Cut the words of a title into office and body."""
    words = sentence.words
    while last > first and (not words[last - 1][0].isalnum() or lexicon.flags.get(words[last - 1].lower(), 0) & HONORIFIC):
        if words[last - 1] == ")":
            break
        last -= 1
    if last <= first:
        return None
    body = next((x for x in names if first < x.first < last and x is not person), None)
    split = body.first if body else next((i for i in range(first + 1, last) if _opens_body(words[i], lexicon)), last)
    title = " ".join(words[first:split])
    of_text = "" if split >= last else " ".join(words[split:last])
    return Titled(first, last, _full(title, lexicon), body, _body(words[first], of_text, body, lexicon), person)


def _opens_body(word: str, lexicon: Lexicon) -> bool:
    flag = lexicon.flags.get(word.lower(), 0)
    return bool(flag & BODY) or (word.isupper() and len(word) > 1 and not flag & (HEAD | RANK))


def _full(title: str, lexicon: Lexicon) -> str:
    first, _, rest = title.partition(" ")
    full = lexicon.full.get(first.lower())
    return title if full is None else f"{full} {rest}".strip()


def _body(head: str, of_text: str, of: Seen | None, lexicon: Lexicon) -> str:
    """The body a title heads: "Kapolsek Tebet" is of "Polsek Tebet"."""
    body = lexicon.body.get(head.lower())
    if body is None or (of is not None and (of.name or lexicon.flags.get(of_text.split()[0].lower(), 0) & BODY)):
        return of_text
    return f"{body} {of_text}".strip()


def after(sentence: Sentence, names: Sequence[Seen], at: int, lexicon: Lexicon) -> Titled | None:
    """The title that stands after the name, in apposition or after a word such as "selaku"."""
    words, name = sentence.words, names[at]
    i = name.last
    if i + 1 >= len(words) or words[i] not in lexicon.separators:
        return None
    i += 1
    while i < len(words) and words[i].lower() in lexicon.separators:
        i += 1
    if i >= len(words) or not lexicon.flags.get(words[i].lower(), 0) & HEAD:
        return None
    last = _right_edge(words, i, lexicon)
    if any(x.kind == "person" and i <= x.first < last + 1 for x in names[at + 1 :]):
        return None
    return _titled(sentence, names, i, last, name, lexicon)


def _right_edge(words: tuple[str, ...], first: int, lexicon: Lexicon) -> int:
    i = first
    while i < len(words) and i - first < REACH and _may_belong(words[i], lexicon):
        i += 1
    return i
