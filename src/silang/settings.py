"""Bounds that keep time and memory finite, in one place."""

from __future__ import annotations

import os

MAX_ARTICLE_CHARS = 400_000
"""A report longer than this many code points is refused by the sources."""
MAX_INPUT_BYTES = 64 * 1024 * 1024
"""A file larger than this is refused before it is decoded, unless it is a stream of records."""
MAX_RECORD_BYTES = 8 * 1024 * 1024
"""A line of JSON Lines longer than this is refused; the rest of the stream is still read."""
MAX_PAGE_BYTES = 4 * 1024 * 1024
"""An HTML page larger than this is refused, from a file or from the network."""
MAX_PAGE_PARTS = 30_000
"""An HTML page of more elements is refused: the extraction's time grows with them faster than the page does."""
MAX_PARTS_IN_ONE = 3_000
"""The same for the elements directly inside one."""
MAX_METADATA_CHARS = 500
"""A title, an author, an outlet is cut after this many code points."""
MAX_SENTENCE_TOKENS = 400
"""A sentence is cut after this many tokens, so that no tagger sees an unbounded one."""
MAX_REPORTS = 50
"""Reports that one comparison takes."""
FETCH_SECONDS = 20.0
"""A page that has not come whole after this long, redirects and robots.txt included, is given up."""
MAX_REDIRECTS = 5
"""Redirects followed from one address."""
ALLOW_PRIVATE_ADDRESSES = os.environ.get("SILANG_ALLOW_PRIVATE_ADDRESSES") == "1"
"""Whether a URL may lead into a private network (SILANG_ALLOW_PRIVATE_ADDRESSES=1): off, so no report can send silang there."""
