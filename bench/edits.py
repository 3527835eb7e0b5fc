"""Conflicts on made pairs of reports: `python bench/edits.py [--pairs N] [--seed S] [--errors]`.

Takes reports of the stream beside the checkout (or where SILANG_SHARED points) and compares each with a copy in which one
number, date, name, office or negation is edited, with an exact copy, with a copy whose paragraphs are moved, and with a
report of another event. Prints for each kind the share of pairs that come out right: the edit found and nothing else
reported, or nothing reported.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from silang import Article, compare, read
from silang.types import Finding

SHARED = Path(os.environ.get("SILANG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
WORDS = tomllib.loads((Path(__file__).parent / "edits.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Edit:
    """Words put in place of `text[start:end]`."""

    start: int
    end: int
    words: str

    def of(self, article: Article) -> Article:
        """A copy of a report with the edit made."""
        text = article.text[: self.start] + self.words + article.text[self.end :]
        return replace(article, id=article.id + "-edited", text=text, outlet="copy", url="")

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the copy; a letter more on each side, for words taken out."""
        return self.start - 1, self.start + len(self.words) + 1


Maker = Callable[[str, random.Random], Iterator[Edit]]


def number(text: str, chance: random.Random) -> Iterator[Edit]:
    """Another digit in a number that is no date, clock, year or part of a name."""
    for m in re.finditer(r"(?<=[a-z] )(?:Rp ?)?(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d+)?)(?= [a-z]{3})", text):
        if not re.match(rf" (?:{'|'.join(WORDS['months'])})", text[m.end() :], re.IGNORECASE):
            digits = m[1]
            at = chance.choice([i for i, c in enumerate(digits) if c.isdigit()])
            other = chance.choice([d for d in "123456789" if d != digits[at]])
            yield Edit(m.start(1), m.end(1), digits[:at] + other + digits[at + 1 :])


def date(text: str, chance: random.Random) -> Iterator[Edit]:
    """Another day of the month."""
    months = "|".join(WORDS["months"])
    for m in re.finditer(rf"(?<=[ (])(\d{{1,2}})(?=/\d{{1,2}}(?:/\d{{4}})?\)| (?:{months})\b)", text):
        yield Edit(m.start(1), m.end(1), str(chance.choice([d for d in range(1, 29) if d != int(m[1])])))


def name(text: str, chance: random.Random) -> Iterator[Edit]:
    """Another surname in a name of two words that stands before or behind a word of saying."""
    for m in re.finditer(r"(?<=(?:kata|ujar) )[A-Z][a-z]{2,} ([A-Z][a-z]{3,})(?=[,.]| [a-z(])", text):
        if chance.random() < 0.5:
            yield Edit(m.start(1), m.end(1), chance.choice([n for n in WORDS["names"] if n != m[1]]))
        else:
            at = chance.randrange(1, len(m[1]) - 1)
            swapped = m[1][:at] + chance.choice("aeioulnrst".replace(m[1][at], "")) + m[1][at + 1 :]
            yield Edit(m.start(1), m.end(1), swapped)


def office(text: str, chance: random.Random) -> Iterator[Edit]:
    """Another office before a name or a body."""
    for m in re.finditer(rf"\b(?:{'|'.join(WORDS['offices'])})\b(?= [A-Z][a-z]+)", text):
        yield Edit(m.start(), m.end(), chance.choice([o for o in WORDS["offices"] if o != m[0]]))


def negation(text: str, chance: random.Random) -> Iterator[Edit]:
    """A negator taken out or put in; what is drawn from is in the text alone."""
    del chance
    for m in re.finditer(rf"(?<=[a-z] )(?:{'|'.join(WORDS['negators'])}) (?=[a-z]{{4}})", text):
        yield Edit(m.start(), m.end(), "")
    for m in re.finditer(rf"(?<= )(?:{'|'.join(WORDS['before_verb'])}) (?=(?:me|ber|di)[a-z]{{4}})", text):
        yield Edit(m.end(), m.end(), "tidak ")


MAKERS: dict[str, Maker] = {"number": number, "date": date, "name": name, "office": office, "negation": negation}


def report(article: Article) -> tuple[int, int]:
    """The part of a report that edits are made in: not its first and its last line."""
    first = article.text.find("\n")
    last = article.text.rstrip().rfind("\n")
    return (first, last) if 0 <= first < last else (0, len(article.text))


def edited(article: Article, maker: Maker, chance: random.Random) -> Edit | None:
    """One edit of a kind, or None where the report gives no place for it."""
    first, last = report(article)
    places = [e for e in maker(article.text, chance) if first <= e.start and e.end <= last and not aside(article.text, e)]
    return chance.choice(places) if places else None


def aside(text: str, edit: Edit) -> bool:
    """Whether an edit is in a line that leads to another report."""
    line = text[text.rfind("\n", 0, edit.start) + 1 : edit.start].casefold()
    return any(mark in line for mark in WORDS["asides"])


def moved(article: Article, chance: random.Random) -> Article:
    """A copy with its paragraphs in another order."""
    paragraphs = article.text.split("\n")
    chance.shuffle(paragraphs)
    return replace(article, id=article.id + "-moved", text="\n".join(paragraphs), outlet="copy", url="")


def conflicts(*articles: Article) -> list[Finding]:
    """What a comparison reports as conflict."""
    return [f for f in compare(read(articles)).findings if f.relation == "conflict"]


def hits(finding: Finding, copy: Article, edit: Edit) -> bool:
    """Whether a finding stands on the edit."""
    start, end = edit.place
    return any(s.article == copy.id and s.start < end and start < s.end for s in finding.evidence)


def run(articles: list[Article], pairs: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Counts under `KIND pairs`, `KIND found`, `KIND clean`, and what went wrong, a line each."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for kind, maker in MAKERS.items():
        for article, edit, copy in islice(made(articles, kind, maker, seed), pairs):
            found = conflicts(article, copy)
            right = [f for f in found if hits(f, copy, edit)]
            counts.update({f"{kind} pairs": 1, f"{kind} found": bool(right), f"{kind} clean": len(right) == len(found)})
            before = article.text[max(0, edit.start - 60) : edit.end + 40].replace("\n", "|")
            if not right:
                errors.append(f"{kind} missed {article.id}: {before!r} <- {edit.words!r}")
            errors += [f"{kind} extra {article.id}: {f.code} {dict(f.values)}" for f in found if f not in right]
    chance = random.Random(f"{seed} other")
    for kind, other in (
        ("copy", lambda a: replace(a, id=a.id + "-copy", outlet="copy")),
        ("moved", lambda a: moved(a, chance)),
    ):
        for article in chance.sample(articles, pairs):
            errors += silent(kind, counts, article, other(article))
    for _ in range(pairs):
        errors += silent("two events", counts, *chance.sample(articles, 2))
    return counts, errors


def made(articles: list[Article], kind: str, maker: Maker, seed: int) -> Iterator[tuple[Article, Edit, Article]]:
    """Reports with one edit of a kind, in an order that the seed gives."""
    chance = random.Random(f"{seed} {kind}")
    for article in chance.sample(articles, len(articles)):
        edit = edited(article, maker, chance)
        if edit:
            yield article, edit, edit.of(article)


def silent(kind: str, counts: Counter[str], a: Article, b: Article) -> list[str]:
    """Count a pair that should have no conflict."""
    found = conflicts(a, b)
    counts.update({f"{kind} pairs": 1, f"{kind} clean": not found})
    return [f"{kind} extra {a.id} {b.id}: {f.code} {dict(f.values)}" for f in found]


def stream() -> list[Article]:
    """Reports of the stream that have a body, where they are at hand."""
    import json

    file = SHARED / "bench" / "stream.jsonl"
    if not file.exists():
        return []
    names = Article.__dataclass_fields__
    with file.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [Article(**{k: v for k, v in r.items() if k in names}) for r in records if 600 < len(r["text"]) < 6000]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="list what went wrong")
    args = parser.parse_args()
    articles = stream()
    if not articles:
        print(f"no stream at {SHARED}", file=sys.stderr)
        return 0
    counts, errors = run(articles, args.pairs, args.seed)
    print(f"{'':14}{'pairs':>7}{'found':>8}{'clean':>8}")
    for kind in [*MAKERS, "copy", "moved", "two events"]:
        pairs = counts[f"{kind} pairs"] or 1
        found = f"{counts[f'{kind} found'] / pairs:.3f}" if kind in MAKERS else ""
        print(f"{kind:14}{counts[f'{kind} pairs']:7}{found:>8}{counts[f'{kind} clean'] / pairs:8.3f}")
    if args.errors:
        print("\n".join(errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
