"""An article cut into sentences and tokens, with what is not report set aside."""

from __future__ import annotations

from silang import settings
from silang.text.asides import set_aside
from silang.text.lexicon import lexicon
from silang.text.offsets import Offsets
from silang.text.sentences import split
from silang.text.tokens import tokens
from silang.types import Article, Document, Language, Sentence

__all__ = ["Offsets", "document"]


def document(article: Article, language: Language) -> Document:
    """Cut an article into sentences and tokens and name what is set aside.

    A sentence never lies in an aside, and is cut after `settings.MAX_SENTENCE_TOKENS` tokens. The `paragraph` of a
    sentence numbers the stretches of running text, not the lines.
    """
    known = lexicon(language)
    asides, stretches = set_aside(article, known)
    sentences: list[Sentence] = []
    for paragraph, (start, end) in enumerate(stretches):
        for first, last in split(article.text, start, end, known):
            words, starts, ends = tokens(article.text, first, last, known)
            for at in range(0, len(words), settings.MAX_SENTENCE_TOKENS):
                to = at + settings.MAX_SENTENCE_TOKENS
                sentences.append(_sentence(paragraph, words[at:to], starts[at:to], ends[at:to]))
    return Document(article, language, asides, tuple(sentences))


def _sentence(paragraph: int, words: list[str], starts: list[int], ends: list[int]) -> Sentence:
    return Sentence(starts[0], ends[-1], paragraph, tuple(words), tuple(starts), tuple(ends))
