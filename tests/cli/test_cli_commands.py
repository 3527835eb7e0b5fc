"""The commands as another program meets them: what they print where, and how they end."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from silang import core
from silang.cli import app, parallel

Captured = pytest.CaptureFixture[str]

TIDE = "Kabar Bahari - Feri Selaras kandas, Selasa (4/3/2025). Sebanyak 112 penumpang selamat, kata Wahyu Adiputra."
COAST = (
    "Harian Pesisir - Feri Selaras kandas di Meranti, Selasa (4/3/2025). Sebanyak 121 penumpang selamat, kata Wahyu Adiputra."
)
MARKET = "Harga cabai di Pasar Induk Bengkalis naik menjadi Rp 60.000 per kilogram, Rabu (5/3/2025)."


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "tide.txt", tmp_path / "coast.txt"]
    for path, text in zip(paths, (TIDE, COAST), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


@pytest.fixture
def stream(tmp_path: Path) -> str:
    path = tmp_path / "stream.jsonl"
    rows = [("a", "Kabar Bahari", TIDE), ("b", "Harian Pesisir", COAST), ("c", "Pasar Kita", MARKET)]
    lines = [
        json.dumps({"id": i, "outlet": o, "title": t[15:60], "published": "2025-03-05", "text": t}, ensure_ascii=False)
        for i, o, t in rows
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_compare_prints_one_json_document(reports: list[str], capsys: Captured) -> None:
    assert app.run(["compare", *reports, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert document["schema"] == "silang/comparison/1"
    assert [a["text"] for a in document["articles"]] == [TIDE, COAST]
    assert err == ""


def test_compare_is_a_report_for_a_person_by_default(reports: list[str], capsys: Captured) -> None:
    assert app.run(["compare", *reports, "--lang", "id"]) == 0
    out, _ = capsys.readouterr()
    assert "YANG BERBEDA" in out
    assert "\x1b" not in out


def test_the_order_of_arguments_changes_only_the_order_of_articles(reports: list[str], capsys: Captured) -> None:
    found = []
    for order in (reports, reports[::-1]):
        app.run(["compare", *order, "-f", "json"])
        found.append(json.loads(capsys.readouterr().out))
    first, second = ([a["id"] for a in document.pop("articles")] for document in found)
    assert first == second[::-1]
    assert found[0] == found[1]


@pytest.mark.parametrize(("name", "start"), [("r.html", "<!doctype html>"), ("r.json", "{"), ("r.txt", "")])
def test_the_ending_of_the_output_says_the_format(
    name: str, start: str, reports: list[str], tmp_path: Path, capsys: Captured
) -> None:
    assert app.run(["compare", *reports, "--output", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == ""


def test_the_same_report_twice_contradicts_nothing(reports: list[str], capsys: Captured) -> None:
    assert app.run(["compare", reports[0], reports[0], "-f", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert len({a["id"] for a in document["articles"]}) == 2
    assert [f for f in document["findings"] if f["relation"] == "conflict"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["compare"],
        ["nonsense"],
        ["compare", "--no-such-option", "x"],
        ["compare", "x", "--format", "docx"],
        ["compare", "x", "--lang", "tlh"],
        ["compare", "x", "--format", "jsonl"],
        ["cluster", "x", "--compare"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_with_a_word_why(arguments: list[str], capsys: Captured) -> None:
    assert app.run(arguments) == 2
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert (out + err).strip()


def test_unusable_input_is_1_in_one_sentence(reports: list[str], tmp_path: Path, capsys: Captured) -> None:
    broken = tmp_path / "evil\x1b[2J.jsonl"
    broken.write_text("{not json", encoding="utf-8")
    for arguments in (["compare", str(tmp_path / "none.txt"), reports[0]], ["compare", str(broken)], ["compare", reports[0]]):
        assert app.run(arguments) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert err.startswith("silang: ")
        assert "\x1b" not in err


def test_output_that_cannot_be_written_is_1(reports: list[str], tmp_path: Path, capsys: Captured) -> None:
    assert app.run(["compare", *reports, "-o", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_read_gives_every_report_with_entities_of_one_id(stream: str, capsys: Captured) -> None:
    assert app.run(["read", stream, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    ids = [e["id"] for e in document["entities"]]
    assert len(document["articles"]) == 3
    assert len(ids) == len(set(ids))


def test_read_as_lines_is_one_document_a_report_in_order(stream: str, capsys: Captured) -> None:
    assert app.run(["read", stream, "--format", "jsonl"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [document["articles"][0]["id"] for document in found] == ["a", "b", "c"]
    assert {document["schema"] for document in found} == {"silang/reading/1"}


def test_what_cannot_be_read_is_told_and_skipped(
    stream: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = core.reading

    def failing(article: core.Article) -> core.Reading:
        if article.id == "b":
            raise ValueError("something odd")
        return reading(article)

    monkeypatch.setattr(core, "reading", failing)
    assert app.run(["read", stream, str(tmp_path / "none.txt"), "-f", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["articles"][0]["id"] for line in out.splitlines()] == ["a", "c"]
    assert "b: cannot be read (ValueError: something odd)" in err
    assert "none.txt" in err
    assert "skipped 2 reports" in err


def test_nothing_readable_is_1(tmp_path: Path, capsys: Captured) -> None:
    for command in ("read", "cluster"):
        assert app.run([command, str(tmp_path / "none.txt")]) == 1
        assert capsys.readouterr().out == ""


def test_cluster_puts_every_article_in_one_event(stream: str, capsys: Captured) -> None:
    assert app.run(["cluster", stream, "-f", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert sorted(a for e in document["events"] for a in e["articles"]) == ["a", "b", "c"]


def test_cluster_compare_writes_a_page_an_event_and_an_index(stream: str, tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "pages"
    assert app.run(["cluster", stream, "--compare", "--output", str(folder)]) == 0
    assert "1 of 1 comparisons and index.html" in capsys.readouterr().err
    index = (folder / "index.html").read_text(encoding="utf-8")
    (page,) = [path.name for path in folder.iterdir() if path.name != "index.html"]
    assert f'href="{page}"' in index


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["read", "-h"], ["cluster", "--help"]], ids=" ".join)
def test_help_shows_a_real_example(arguments: list[str], capsys: Captured) -> None:
    assert app.run(arguments) == 0
    shown = capsys.readouterr().out
    assert "Example" in shown
    assert "silang " in shown.split("Example")[1]


LOCALES = [
    ({"LANG": "en_US.UTF-8"}, "en"),
    ({"LANG": "id_ID.UTF-8"}, "id"),
    ({"LANG": "C.UTF-8"}, "id"),
    ({"LC_ALL": "en_GB", "LANG": "id_ID"}, "en"),
    ({}, "id"),
]


@pytest.mark.parametrize(("variables", "lang"), LOCALES)
def test_the_locale_says_the_language(variables: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from silang.cli import options

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert options.language(None) == lang


def test_ctrl_c_leaves_the_pages_that_are_done_and_an_index_of_them(
    stream: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(function: Callable[[Any], str], jobs: Iterable[Any], alone: int = 0) -> Iterator[str]:
        yield function(next(iter(jobs)))
        raise KeyboardInterrupt

    more = tmp_path / "more.jsonl"
    rows = [
        {"id": f"m{n}", "outlet": o, "title": MARKET[:40], "text": MARKET, "published": "2025-03-05"}
        for n, o in enumerate("PQ")
    ]
    more.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    monkeypatch.setattr(parallel, "each", interrupted)
    folder = tmp_path / "pages"
    assert app.run(["cluster", stream, str(more), "--compare", "--output", str(folder)]) == 130
    assert "1 of 2 comparisons" in capsys.readouterr().err
    index = (folder / "index.html").read_text(encoding="utf-8")
    (page,) = [path.name for path in folder.iterdir() if path.name != "index.html"]
    assert re.findall(r'href="(\d[^"]*)"', index) == [page]
