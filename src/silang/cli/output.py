"""Where results go: standard output or a file, in UTF-8, and a line on standard error for what a person should know."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from silang.errors import InputError
from silang.exports import safe


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file at `path`. Raises InputError where it cannot be written."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # whoever reads has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return
    try:
        file = path.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
    with file:
        yield file


def write(text: str, path: Path | None) -> None:
    """Write a whole document to standard output or to the file at `path`."""
    with opened(path) as out:
        out.write(text)


def tell(sentence: str) -> None:
    """A sentence for the person at the terminal, on standard error."""
    sys.stderr.write(f"silang: {safe.line(sentence)}\n")
    sys.stderr.flush()
