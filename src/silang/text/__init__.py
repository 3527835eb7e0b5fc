"""An article cut into sentences and tokens, with what is not report set aside."""

from __future__ import annotations

import re

from silang.types import Article, Document, Language, Sentence

__all__ = ["document"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?][\"”’)]?(?=\s)|\n")


def document(article: Article, language: Language) -> Document:
    """Cut an article into sentences and tokens and name what is set aside."""
    body = article.text
    sentences = []
    start, paragraph = 0, 0
    for cut in [*(m.end() for m in _END.finditer(body)), len(body)]:
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(body, start, cut)]
        if found:
            words, starts, ends = zip(*found, strict=True)
            sentences.append(Sentence(starts[0], ends[-1], paragraph, words, starts, ends))
        paragraph += "\n" in body[start:cut]
        start = cut
    return Document(article, language, (), tuple(sentences))
