"""`silang read`: what each report says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from silang.cli import options, output, parallel, progress
from silang.exports import Look

if TYPE_CHECKING:
    from silang.errors import InputError
    from silang.types import Article, Reading

EXAMPLE = """\b
Examples:
  silang read examples/putusan/lembarkota.txt
  silang read archive.jsonl --format jsonl --output readings.jsonl"""


def read(
    reports: options.Reports,
    format: options.FormatName = None,  # noqa: A002
    output_file: options.Output = None,
    lang: options.Lang = None,
) -> None:
    """What each report says: its statements, who they come from, when, how many.

    --format jsonl writes one document a line as they are done, for streams of any length; a report that cannot be read
    is named on standard error and skipped.
    """
    look = options.look(lang, output_file)
    chosen = options.name(format, output_file, ("jsonl",))
    from silang import sources

    skipped = _Skipped()
    articles = sources.articles(reports, skipped.input)
    if chosen == "jsonl":
        done = _lines(articles, output_file, skipped)
    else:
        done = _documents(articles, chosen, output_file, look, skipped)
    skipped.tell()
    if not done:
        raise typer.Exit(1)


class _Skipped:
    """Counts and names the reports that could not be read."""

    def __init__(self) -> None:
        self.count = 0

    def input(self, error: InputError) -> None:
        """An input that cannot be used."""
        self.count += 1
        output.tell(str(error))

    def results(self, found: Iterable[str | Reading | parallel.Failed[Article]]) -> Iterator[str | Reading]:
        """What was read; what failed is named and left out."""
        for result in found:
            if isinstance(result, parallel.Failed):
                self.count += 1
                output.tell(f"{result.thing.id}: cannot be read ({result.cause})")
            else:
                yield result

    def tell(self) -> None:
        """The count at the end."""
        if self.count:
            output.tell(f"skipped {self.count} report{'s' * (self.count > 1)} that cannot be read")


def line(article: Article) -> str:
    """One article read, as one line of JSON."""
    from silang import core
    from silang.exports import json

    reading = core.reading(article)
    return json.text(json.reading((reading,), reading.cast.entities), None)


def _lines(articles: Iterable[Article], path: Path | None, skipped: _Skipped) -> int:
    count = 0
    with output.opened(path) as out:
        for count, text in enumerate(progress.shown(skipped.results(parallel.each(line, articles)), "silang read"), 1):  # noqa: B007
            out.write(str(text))
            out.flush()
    return count


def _documents(articles: Iterable[Article], chosen: str, path: Path | None, look: Look, skipped: _Skipped) -> int:
    from silang import core, entities
    from silang.types import Reading

    found = progress.shown(skipped.results(parallel.each(core.reading, articles)), "silang read")
    cast, merged = entities.merge(tuple(r for r in found if isinstance(r, Reading)))
    if merged:
        output.write(options.writer(chosen).reading_text(merged, cast, look), path)
    return len(merged)
