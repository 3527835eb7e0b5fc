"""The program as a process: pipes that close, Ctrl-C, terminals, and every core at work."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from silang.cli import parallel

COMMAND = [sys.executable, "-m", "silang"]
TEXT = "Feri Selaras kandas di Meranti, Selasa (4/3/2025). Sebanyak {n} penumpang selamat, kata Wahyu Adiputra."


@pytest.fixture
def stream(tmp_path: Path) -> str:
    path = tmp_path / "stream.jsonl"
    path.write_text("\n".join(json.dumps({"id": f"n{n}", "text": TEXT.format(n=n)}) for n in range(120)), encoding="utf-8")
    return str(path)


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT.format(n=len(name)), encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_the_version_needs_nothing_heavy() -> None:
    done = subprocess.run(
        [*COMMAND[:1], "-X", "importtime", *COMMAND[1:], "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("silang 0.")
    assert not {"typer", "rich", "numpy", "jinja2"} & {line.split("|")[-1].strip() for line in done.stderr.splitlines()}


def test_a_reader_that_stops_is_no_error(stream: str) -> None:
    process = subprocess.Popen([*COMMAND, "read", stream, "-f", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


def test_every_core_gives_what_one_gives_in_order(stream: str) -> None:
    done = subprocess.run([*COMMAND, "read", stream, "-f", "jsonl"], capture_output=True, text=True, check=True)
    assert [json.loads(line)["articles"][0]["id"] for line in done.stdout.splitlines()] == [f"n{n}" for n in range(120)]


def test_ctrl_c_leaves_what_is_done(stream: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    fifo = tmp_path / "more.jsonl"
    os.mkfifo(fifo)
    process = subprocess.Popen([*COMMAND, "read", stream, str(fifo), "-f", "jsonl", "-o", str(out)], stderr=subprocess.PIPE)
    with fifo.open("w"):
        for _ in range(600):
            if out.exists() and out.read_text(encoding="utf-8").count("\n") >= 40:
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    lines = out.read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 40
    assert all(json.loads(line) for line in lines)


def on_a_terminal(arguments: list[str], **environment: str) -> str:
    """What a command prints on a terminal."""
    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "LANG": "id_ID.UTF-8", **environment}
    variables.pop("COLUMNS", None)
    process = subprocess.Popen([*COMMAND, *arguments], stdout=theirs, stderr=subprocess.DEVNULL, env=variables)
    os.close(theirs)
    found = b""
    try:
        while more := os.read(ours, 1 << 16):
            found += more
    except OSError:
        pass
    os.close(ours)
    process.wait(30)
    return found.decode()


def test_colours_on_a_terminal_and_none_where_they_are_not_wanted(reports: list[str]) -> None:
    assert "\x1b[" in on_a_terminal(["compare", *reports])
    assert "\x1b[" not in on_a_terminal(["compare", *reports], NO_COLOR="1")


def shout(word: str) -> str:
    if word == "no":
        raise ValueError("not this one")
    return word.upper()


def test_what_fails_comes_in_its_place() -> None:
    found = list(parallel.each(shout, ["a", "no", "b"]))
    assert found == ["A", parallel.Failed("no", "ValueError: not this one"), "B"]


def test_a_stream_is_not_read_far_ahead() -> None:
    taken = 0

    def words() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 10_000):  # noqa: B007
            yield "a"

    found = parallel.each(str.upper, words(), alone=2)
    assert [next(found) for _ in range(3)] == ["A"] * 3
    assert taken < 2_000
    found.close()  # type: ignore[attr-defined]
