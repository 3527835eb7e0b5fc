"""One file an input format: whatever a report comes in as becomes an Article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from silang import plugins
from silang.errors import InputError
from silang.settings import MAX_REPORTS
from silang.sources import files, html, records, text
from silang.sources._source import Source, article
from silang.types import Article

__all__ = ["FORMATS", "Source", "article", "articles", "reports"]

FORMATS = {"records": records.SOURCE, "lines": records.LINES, "html": html.SOURCE, "text": text.SOURCE}
"""The built-in input formats; a file goes to the first that knows its ending, else to the first that claims its bytes."""


def articles(paths: Iterable[str], broken: Callable[[InputError], None] | None = None) -> Iterator[Article]:
    """The articles of files, folders, web addresses and standard input (`-`), as they come; memory is bounded by one of them.

    What cannot be used raises InputError, or goes to `broken`, and the rest still comes. No two articles that come out
    have one id: where two come in with one, the later ones end in `~2`, `~3`, ...
    """
    formats = plugins.load("sources", FORMATS)
    taken: set[str] = set()
    for path in paths:
        for found in _found(path, formats):
            if isinstance(found, Article):
                yield _distinct(found, taken)
            elif broken is None:
                raise found
            else:
                broken(found)


def reports(paths: Iterable[str]) -> tuple[Article, ...]:
    """The reports of one comparison. Raises InputError when they are fewer than two or more than a comparison takes."""
    paths, found = list(paths), []
    for report in articles(paths):
        found.append(report)
        if len(found) > MAX_REPORTS:
            raise InputError("compare", f"takes at most {MAX_REPORTS} reports; `silang cluster` puts more into events")
    if len(found) < 2:
        raise InputError(paths[0] if found else "compare", "is one report only; a comparison takes two or more")
    return tuple(found)


def _found(path: str, formats: dict[str, Source]) -> Iterator[Article | InputError]:
    if path.lower().startswith(("http://", "https://")):
        from silang.sources import url

        return url.read(path, formats)
    return files.read(path, formats)


def _distinct(found: Article, taken: set[str]) -> Article:
    name, count = found.id, 1
    while name in taken:
        count += 1
        name = f"{found.id}~{count}"
    taken.add(name)
    return found if count == 1 else replace(found, id=name)
