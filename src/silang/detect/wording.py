"""Two reports quote one saying word for word, and one word of it differs.

## What it finds
A direct quotation that two reports carry nearly alike, with one word heard or written for another that looks like it:
"parameter yang cukup ketat" and "parameter yang cukup dekat". Both cannot be what was said. Reports cut a quotation in places
of their own, so two are laid side by side wherever they stand if they share words in a row.

## Why it matters
Quotation marks promise the very words. A word misheard or mistyped changes what somebody is held to have said.

## When it stays silent
When the quotations differ by more than that: then each report chose, translated or heard for itself. Small words, inflected
and shortened words, two spellings of one word, figures and names are no difference of this kind. Another word of much the
same place, as an editor or a translator puts it, is given as compatible.

## Example
> A: "Syarat yang kami pakai selama ini cukup ketat," kata Sari. B: "Syarat yang kami pakai selama ini cukup dekat," kata Sari.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Span

CODE = "wording"
WINDOW = 8
"""Words on either side of a word that are looked at, as far as the quotation goes."""
AROUND = 7
"""Of those, words that both quotations have, at least."""
SHARE = 0.75
"""The same as a share of the words there, in the quotation that has fewer."""
SHORTEST = 4
"""Letters of a word that is looked at."""
ALIKE = 0.6
"""Least share of letters in order of two words of which one may be misheard or mistyped for the other."""
MOST = 20
"""Quotations of a line that are looked at."""
SURE = 0.75
"""Context of a word put for another in one quotation."""
SHINGLE = 3
"""Words in a row by which quotations of no common point are found."""
SHARED = 3
"""Of those, how many two such quotations have in common, at least."""
COMMON = 60
"""Quotations with the same words in a row, above which those tell nothing."""
_SOUNDS = str.maketrans({"c": "k", "q": "k", "v": "f", "y": "i", "z": "s", "a": "", "e": "", "i": "", "o": "", "u": ""})
"""Letters by which spellings of one word differ, made the same or left out."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Words of one quotation that differ."""
    quoted: dict[str, list[Span]] = {}
    for item in lineup.lines:
        if item.statement.form == "direct":
            quoted.setdefault(item.article.id, []).append(item.statement.content)
    held: dict[int, list[Word]] = {}
    for pair in (*lineup.pairs, *_quotations(lineup)):
        if not pair.inside and _one_voice(pair):
            for line in (pair.a, pair.b):
                if id(line) not in held:
                    held[id(line)] = _quoted(line, quoted.get(line.article.id, []))
            a, b = held[id(pair.a)], held[id(pair.b)]
            for i, j in _swapped(a, b):
                yield from _difference(pair, a[i], b[j])


def _quotations(lineup: Lineup) -> Iterator[Pair]:
    """Quotations of two reports that share words in a row and stand in no point together: reports cut them in other places."""
    spoken = [line for line in lineup.lines if line.statement.form == "direct"]
    beside = {(id(p.a), id(p.b)) for p in lineup.pairs}
    held: dict[tuple[str, ...], list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for number, line in enumerate(spoken):
        for shingle in sorted(_shingles(line)):
            row = held.setdefault(shingle, [])
            shared.update((other, number) for other in row if len(row) <= COMMON)
            row.append(number)
    for (i, j), count in sorted(shared.items()):
        a, b = spoken[i], spoken[j]
        if count >= SHARED and a.article.id != b.article.id and (id(a), id(b)) not in beside:
            yield Pair(a, b, "")


def _shingles(line: Line) -> set[tuple[str, ...]]:
    stems = [w.stem for w in line.words]
    return {tuple(stems[i : i + SHINGLE]) for i in range(len(stems) - SHINGLE + 1)}


def _one_voice(pair: Pair) -> bool:
    """Whether both lines may come from one speaker."""
    x, y = pair.a.statement.speaker, pair.b.statement.speaker
    return not x or not y or x == y


def _quoted(line: Line, places: list[Span]) -> list[Word]:
    """The words of a line that stand in a quotation."""
    whole = line.statement.span
    near = [q for q in places if q.start < whole.end and whole.start < q.end][:MOST]
    return [w for w in line.words if any(q.start <= w.start and w.end <= q.end for q in near)]


def _swapped(a: list[Word], b: list[Word]) -> Iterator[tuple[int, int]]:
    """Indexes of single words of two quotations that stand in one place, with equal words around them."""
    steps = Levenshtein.opcodes([w.stem for w in a], [w.stem for w in b])
    same = {i for s in steps if s.tag == "equal" for i in range(s.src_start, s.src_end)}
    for s in steps:
        i, j = s.src_start, s.dest_start
        if s.tag == "replace" and s.src_end - i == 1 == s.dest_end - j:
            room = min(i, j, WINDOW) + min(len(a) - i - 1, len(b) - j - 1, WINDOW)
            near = sum(k in same for k in range(i - WINDOW, i + WINDOW + 1))
            first = i == 0 or j == 0 or i - 1 in same
            last = i + 1 == len(a) or j + 1 == len(b) or i + 1 in same
            if first and last and near >= AROUND and near >= SHARE * room:
                yield i, j


def _difference(pair: Pair, x: Word, y: Word) -> Iterator[Difference]:
    left, right = _bare(pair.a.lexicon, x.fold, y.fold)
    if x.text[0].isupper() or y.text[0].isupper() or not _other_word(pair.a.lexicon, left, right):
        return
    a, b = (Side(line, Span(line.article.id, w.start, w.end)) for line, w in ((pair.a, x), (pair.b, y)))
    heard = DamerauLevenshtein.normalized_similarity(left, right) >= ALIKE
    relation, why = ("conflict", "wording.differ") if heard else ("compatible", "wording.chosen")
    yield Difference(CODE, relation, a, b, why, SURE, pair.point or None)  # type: ignore[arg-type]


def _bare(lexicon: Lexicon, x: str, y: str) -> tuple[str, str]:
    """Two words without the small words that both are glued to."""
    small = sorted((w for w in lexicon.function if len(w) > 2), key=lambda w: (-len(w), w))
    before = next((w for w in small if x.startswith(w) and y.startswith(w)), "")
    x, y = x.removeprefix(before), y.removeprefix(before)
    behind = next((w for w in small if x.endswith(w) and y.endswith(w)), "")
    return x.removesuffix(behind), y.removesuffix(behind)


def _other_word(lexicon: Lexicon, x: str, y: str) -> bool:
    """Whether two words of some weight are not one word, inflected, shortened or spelled otherwise."""
    small = lexicon.function | lexicon.negators | lexicon.list("focus")
    if min(len(x), len(y)) < SHORTEST or not (x.isalpha() and y.isalpha()) or {x, y} & small:
        return False
    short, long = sorted((x, y), key=len)
    return not (_lies_in(short, long) or _lies_in(*sorted((_sound(x), _sound(y)), key=len)))


def _sound(word: str) -> str:
    return word.translate(_SOUNDS)


def _lies_in(short: str, long: str) -> bool:
    """Whether the letters of one stand in the other in order."""
    letters = iter(long)
    return all(letter in letters for letter in short)
