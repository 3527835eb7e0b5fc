"""Reports of the Markdown cases against the readout written under them; no `readout` block: there must be none."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import Article, compare, read
from silang.types import Comparison


def compared(case: Case, backwards: bool = False) -> Comparison:
    found = [(info.split(), text) for info, text in case.blocks if info.startswith("report")]
    articles = [Article(words[1], text, outlet=words[1], language=words[2]) for words, text in found]
    return compare(read(reversed(articles) if backwards else articles))


def told(result: Comparison) -> set[str]:
    """The readout as lines, in the words of the cases."""
    found = result.readout
    if found is None:
        return set()
    texts = {r.article.id: r.article.text for r in result.readings}
    statements = {s.id: s for r in result.readings for s in r.statements}
    names = {e.id: e.name for e in result.entities}

    def words(topic: object) -> str:
        return " + ".join(statements[s].span.of(texts[statements[s].span.article]) for s in topic.statements)  # type: ignore[attr-defined]

    out = {f"{found.kind}: {', '.join(sorted(names[t.party] for t in found.tellings))}"}
    out |= {f"opened: {names[party]}" for party, _ in found.opened}
    for telling in found.tellings:
        out.add(f"topics {names[telling.party]}: {' / '.join(words(t) for t in telling.topics)}")
        out |= {f"force: {t.verb.of(texts[t.verb.article])} {t.force}" for t in telling.topics if t.verb}
        out |= {f"assured: {words(t)}" for t in telling.topics if t.assured and not t.shared}
        out |= {f"shared: {words(t)}" for t in telling.topics if t.shared}
    return out | {f"verbs: {' / '.join(v.of(texts[v.article]) for v in group)}" for group in found.verbs}


def fits(line: str, wanted: str) -> bool:
    """Whether a line says what is wanted: the same kind, and the pieces in their order."""
    (head, said), (kind, pieces) = line.split(": ", 1), wanted.split(": ", 1)
    places = [said.find(piece) for piece in pieces.split(" / ")]
    return head == kind and -1 not in places and places == sorted(places)


@pytest.mark.parametrize("case", cases("readouts"), ids=str)
def test_case(case: Case) -> None:
    found, wanted = told(compared(case)), case.lines("readout")
    assert bool(found) == bool(wanted)
    assert [line for line in wanted if not any(fits(said, line) for said in found)] == [], sorted(found)
    for kind in ("opened", "assured", "verbs"):
        assert sum(s.startswith(kind) for s in found) == sum(line.startswith(kind) for line in wanted), sorted(found)


@pytest.mark.parametrize("case", cases("readouts"), ids=str)
def test_the_order_of_the_reports_changes_nothing(case: Case) -> None:
    assert compared(case).readout == compared(case, backwards=True).readout
