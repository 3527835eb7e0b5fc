"""Who the words of a source mean, on the labelled attributions: `python bench/mentions.py [--errors] [--gold]`.

For each attribution with a source: does the mention at the source's words resolve to an entity that has the sayer's name?
A source without a mention is given to `entities.extend`, as attribution does. The recogniser sees no label.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import quality
from silang import Article, entities, languages, text
from silang.types import Cast, Document, Span


def items(which: str) -> list[dict[str, Any]]:
    """Attributions with a source and a known sayer, by article."""
    events = [*(quality.gold([]) if which != "labels" else []), *(quality.labelled() if which != "gold" else [])]
    return [x for event in events for x in event["attributions"] if x.get("source") and x["speaker"]]


def who(cast: Cast, document: Document, start: int, end: int) -> tuple[Cast, str]:
    """The entity that the words `start:end` mean: the person in them, else the first that is named."""
    found = entities.source(cast, start, end)
    if found is not None:
        return cast, found
    return entities.extend(cast, document, Span(document.article.id, start, end))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--which", choices=["all", "gold", "labels"], default="all")
    args = parser.parse_args()
    score = quality.scorer()
    stream = score.load_articles(quality.SHARED / "bench" / "stream.jsonl")
    documents: dict[str, tuple[Document, Cast]] = {}
    tally: Counter[str] = Counter()
    for item in items(args.which):
        record = stream[item["article"]]
        if record["id"] not in documents:
            document = text.document(Article(record["id"], record["text"]), languages.load("id"))
            documents[record["id"]] = (document, entities.recognise(document))
        document, cast = documents[record["id"]]
        content = score.locate(record["text"], item["content"])
        start, end = score.locate_near(record["text"], item["source"], content)
        extended, identifier = who(cast, document, start, end)
        entity = entities.entity(extended, identifier)
        kind = "found" if extended is cast else "added"
        right = entity is not None and any(score.same_name(item["speaker"], n) for n in (entity.name, *entity.aliases))
        form = "pronoun" if item["source"]["text"].lower() in ("dia", "ia", "beliau", "mereka") else kind
        tally[form, "all"] += 1
        tally[form, "right"] += right
        if args.errors and not right:
            inside = entities.at(cast, start, end)
            kinds = {e.id: e.kind for e in cast.entities}
            print([(m.span.of(record["text"]), kinds[m.entity][:3], m.form[0]) for m in inside], end=" ")
            print(
                form,
                record["id"],
                "|",
                item["source"]["text"],
                "|",
                entity and (entity.name, *entity.aliases),
                "| wanted",
                item["speaker"],
            )
    for form in ("found", "added", "pronoun"):
        print(
            f"{form:10}{tally[form, 'right']:6}{tally[form, 'all']:6}{tally[form, 'right'] / max(1, tally[form, 'all']):8.3f}"
        )
    total = [sum(tally[form, what] for form in ("found", "added", "pronoun")) for what in ("right", "all")]
    print(f"{'all':10}{total[0]:6}{total[1]:6}{total[0] / max(1, total[1]):8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
