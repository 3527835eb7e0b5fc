"""The options that commands share, and what they mean together."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from silang.exports import FORMATS, Format, Look, find
from silang.exports.words import LANGUAGES

_KINDS = "Text, HTML, JSON or JSON Lines files, folders, URLs, - for standard input."
Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help=_KINDS, show_default=False)]
Stream = Annotated[list[str], typer.Argument(metavar="STREAM...", help=_KINDS, show_default=False)]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", help=f"{', '.join(FORMATS)}; by default what the ending of --output says, else text."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to standard output.")]
Lang = Annotated[
    str | None,
    typer.Option("--lang", help=f"Language of the screen: {', '.join(LANGUAGES)}; the locale's by default."),
]


def language(asked: str | None) -> str:
    """The language of the screen. Raises BadParameter for one that is not there."""
    if asked is None:
        return _locale()
    if asked not in LANGUAGES:
        raise typer.BadParameter(f"{asked!r} is not one of {', '.join(LANGUAGES)}", param_hint="--lang")
    return asked


def name(asked: str | None, output: Path | None, more: tuple[str, ...] = ()) -> str:
    """The name of the format: as asked, else by the ending of the file it goes to, else text. `more` are a command's own."""
    ending = output.suffix[1:].lower() if output else ""
    chosen = asked or (ending if ending in (*FORMATS, *more) else "text")
    if chosen not in more:
        writer(chosen)
    return chosen


def writer(chosen: str) -> Format:
    """The format of this name. Raises BadParameter where there is none."""
    try:
        return find(chosen)
    except KeyError:
        raise typer.BadParameter(f"{chosen!r} is not one of {', '.join(FORMATS)}", param_hint="--format") from None


def look(lang: str | None, output: Path | None) -> Look:
    """How the reader sees it: colour only on a terminal that wants it, the width of the terminal."""
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Look(language(lang), shutil.get_terminal_size((100, 24)).columns, colour)


def _locale() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code:
            return code if code in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]
