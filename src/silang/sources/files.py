"""Files, folders and standard input: opened, and handed to the format they are in."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from silang.errors import InputError
from silang.sources._source import Source, one_line
from silang.types import Article

_HEAD = 4096


def read(path: str, formats: Mapping[str, Source]) -> Iterator[Article | InputError]:
    """The articles of a file, of every file of a folder, or of standard input (`-`)."""
    if path == "-":
        yield from read_stream(cast(BinaryIO, sys.stdin.buffer), "standard input", "", formats)
        return
    if not path or "\0" in path:
        yield InputError(repr(path), "is not the name of a file")
        return
    if "://" in path:
        yield InputError(path, "is not a web address that silang reads (http or https)")
        return
    try:
        if Path(path).is_dir():
            yield from _folder(path, formats)
            return
        with Path(path).open("rb") as stream:
            yield from _named(read_stream(stream, path, path, formats), Path(path).stem)
    except OSError as error:
        yield InputError(path, _cause(error))


def read_stream(stream: BinaryIO, where: str, name: str, formats: Mapping[str, Source]) -> Iterator[Article | InputError]:
    """The articles of an open stream: its format by the ending of `name`, else by its first bytes."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast(io.RawIOBase, stream))
    head = buffered.peek(_HEAD)[:_HEAD]
    if not head:
        yield InputError(where, "is empty")
        return
    yield from _format(name, head, formats).read(cast(BinaryIO, buffered), where)


def _format(name: str, head: bytes, formats: Mapping[str, Source]) -> Source:
    ending = Path(name).suffix.lower()
    by_ending = next((found for found in formats.values() if ending and ending in found.suffixes), None)
    return by_ending or next((found for found in formats.values() if found.claims(head)), formats["text"])


def _folder(path: str, formats: Mapping[str, Source]) -> Iterator[Article | InputError]:
    """The files of a folder whose ending a format knows, by path; hidden ones and links to folders are passed over."""
    endings = {ending for found in formats.values() for ending in found.suffixes}
    empty = True
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in endings:
                empty = False
                yield from read(str(Path(folder) / name), formats)
    if empty:
        yield InputError(path, f"is a folder without reports ({', '.join(sorted(endings))})")


def _named(found: Iterator[Article | InputError], stem: str) -> Iterator[Article | InputError]:
    """The articles of a file, named after it where nothing else says which outlet's they are."""
    for item in found:
        yield replace(item, outlet=one_line(stem)) if isinstance(item, Article) and not item.outlet else item


def _cause(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "may not be read"
    return f"cannot be read ({error.strerror or type(error).__name__})"
