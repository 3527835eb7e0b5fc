"""One file an input format: whatever a report comes in as becomes an Article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from silang.types import Article


def articles(paths: Iterable[str]) -> Iterator[Article]:
    """Articles of files given on the command line."""
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield Article(
                    **{k: record[k] for k in ("id", "text", "outlet", "url", "title", "author", "published") if k in record}
                )
