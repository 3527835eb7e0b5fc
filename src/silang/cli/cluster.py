"""`silang cluster`: a stream of reports falls into events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silang.cli import options, output, parallel, progress
from silang.exports import Listed, Look

if TYPE_CHECKING:
    from silang.types import Article, Event

EXAMPLE = """\b
Examples:
  silang cluster examples/*/*
  silang cluster today.jsonl --compare --output events"""


Compare = Annotated[bool, typer.Option("--compare", help="Compare each event of two and more outlets: pages into --output.")]


def cluster(
    stream: options.Stream,
    compare: Compare = False,
    format: options.FormatName = None,  # noqa: A002
    output_file: options.Output = None,
    lang: options.Lang = None,
) -> None:
    """A stream of reports falls into events, the newest first.

    With --compare each event of two and more outlets is compared: one HTML page an event and an index into the folder
    --output.
    """
    look = options.look(lang, output_file)
    if compare and output_file is None:
        raise typer.BadParameter("--compare needs --output FOLDER to put its pages in", param_hint="--output")
    chosen = "html" if compare else options.name(format, output_file)
    heads: dict[str, Article] = {}
    listed = _listed(_events(stream, heads, whole=compare), heads)
    if compare and output_file is not None:
        _compared(listed, output_file, look)
    else:
        output.write(options.writer(chosen).events_text(listed, look), output_file)


def _events(stream: Iterable[str], heads: dict[str, Article], whole: bool) -> list[Event]:
    """The events of a stream; fills `heads` with its articles, without their text unless `whole`."""
    from silang import core, sources

    skipped = 0

    def broken(error: Exception) -> None:
        nonlocal skipped
        skipped += 1
        output.tell(str(error))

    def kept(articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            heads[article.id] = article if whole else replace(article, text="")
            yield article

    found = list(core.group(kept(progress.shown(sources.articles(stream, broken), "silang cluster"))))
    if skipped:
        output.tell(f"skipped {skipped} report{'s' * (skipped > 1)} that cannot be read")
    if not heads:
        raise typer.Exit(1)
    return found


def _listed(events: Iterable[Event], heads: dict[str, Article]) -> list[Listed]:
    """Events with their articles: newest first, then the most reported, those without a day last."""
    rows = [Listed(event, tuple(heads[a] for a in event.articles)) for event in events]
    rows.sort(key=lambda row: (-len(row.articles), row.event.title, row.event.id))
    return sorted(rows, key=lambda row: row.event.when or "", reverse=True)


def _compared(listed: Sequence[Listed], folder: Path, look: Look) -> None:
    """Write a page for each event of two and more outlets, then the index of all; Ctrl-C leaves the pages that are done."""
    from silang.errors import InputError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(str(folder), f"cannot be written: {error.strerror}") from error
    paged = [replace(row, page=_file(n, row.event)) if _outlets(row) > 1 else row for n, row in enumerate(listed, 1)]
    wanted = [row for row in paged if row.page]
    done: set[str] = set()
    jobs = ((row, look) for row in wanted)
    try:
        for row, page in zip(wanted, progress.shown(parallel.each(_page, jobs, 8), "silang compare", len(wanted)), strict=True):
            if isinstance(page, parallel.Failed):
                output.tell(f"{row.event.title}: cannot be compared ({page.cause})")
            else:
                output.write(page, folder / row.page)
                done.add(row.page)
    finally:
        kept = [row if row.page in done else replace(row, page="") for row in paged]
        output.write(options.writer("html").events_text(kept, look), folder / "index.html")
        output.tell(f"{len(done)} of {len(wanted)} comparisons and index.html written to {folder}")


def _page(job: tuple[Listed, Look]) -> str:
    """The comparison of one event, as a page."""
    from silang import core
    from silang.settings import MAX_REPORTS

    row, look = job
    return options.writer("html").comparison_text(core.compare(core.read(row.articles[:MAX_REPORTS])), look)


def _outlets(row: Listed) -> int:
    return len({article.outlet or article.id for article in row.articles})


def _file(number: int, event: Event) -> str:
    """A file name that any system takes, whatever the title."""
    slug = re.sub(r"[^a-z0-9]+", "-", event.title.casefold())[:60].strip("-")
    return f"{number:04d}-{slug or 'event'}.html"
