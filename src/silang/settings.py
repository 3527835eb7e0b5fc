"""Bounds that keep time and memory finite, in one place."""

from __future__ import annotations

MAX_ARTICLE_CHARS = 400_000
"""A report longer than this many code points is refused by the sources."""
MAX_INPUT_BYTES = 64 * 1024 * 1024
"""A file larger than this is refused before it is decoded, unless it is a stream of records."""
MAX_SENTENCE_TOKENS = 400
"""A sentence is cut after this many tokens, so that no tagger sees an unbounded one."""
MAX_REPORTS = 50
"""Reports that one comparison takes."""
