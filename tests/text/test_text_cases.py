"""Cases of text: what is set aside stands in the `aside` block, sentences in `sentences`, words in `words`."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import languages, text
from silang.types import Article, Document


def read(case: Case) -> tuple[Document, str]:
    body = case["text"].strip("\n")
    settings = dict(line.partition(":")[::2] for line in case.lines("about"))
    return text.document(Article("a", body), languages.load(settings.get("language", "id").strip())), body


@pytest.mark.parametrize("case", cases("text"), ids=str)
def test_text(case: Case) -> None:
    document, body = read(case)
    assert [f"{aside.kind}: {aside.span.of(body)}" for aside in document.asides] == case.lines("aside")
    if case.all("sentences"):
        said = [" ".join(body[sentence.start : sentence.end].split()) for sentence in document.sentences]
        assert said == case.lines("sentences")
    if case.all("words"):
        assert ["|".join(sentence.words) for sentence in document.sentences] == case.lines("words")
