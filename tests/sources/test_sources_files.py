"""Files, folders, standard input: what is opened, in what order, under which ids, and the sentence when it cannot be."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from silang import plugins, sources
from silang.errors import InputError, SilangError
from silang.settings import MAX_REPORTS
from silang.sources.html import extracted

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = """<!DOCTYPE html><html><head><title>Jembatan Sukamaju Selesai | Kabar Uji</title>
<meta property="og:site_name" content="Kabar Uji"><meta property="article:published_time" content="2025-03-02T10:00:00+07:00">
</head><body><nav><a href="/">Beranda</a> <a href="/olahraga">Olahraga</a></nav><article><h1>Jembatan Sukamaju Selesai</h1>
<p>Warga Desa Sukamaju akhirnya dapat melewati jembatan baru yang dibangun selama empat bulan oleh para pemuda setempat.</p>
<p>"Kami memakai kayu dari kebun sendiri," kata Rina, ketua panitia, ketika ditemui di tepi sungai pada Minggu pagi.</p>
</article><footer>Hak cipta Kabar Uji</footer></body></html>"""


def broken(*paths: str) -> list[str]:
    found: list[InputError] = []
    assert not list(sources.articles(paths, found.append))
    return [str(error) for error in found]


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (article,) = sources.articles([str(tmp_path / "a.html")])
    assert (article.title, article.outlet, article.published) == ("Jembatan Sukamaju Selesai", "Kabar Uji", "2025-03-02")
    assert "Kami memakai kayu" in article.text
    assert "Beranda" not in article.text


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("<html><body><nav>Beranda Olahraga</nav></body></html>", encoding="utf-8")
    assert broken(str(path)) == [f"{path}: is an HTML page without an article"]
    assert extracted("") == ("", {})


@pytest.mark.parametrize("part", ["<p>kata ", "<b>a</b> ", "<table><tr><td><div>kata</div></td></tr></table>"])
def test_a_page_of_too_many_parts_is_refused_at_once(tmp_path: Path, part: str) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><article>" + part * 40_000, encoding="utf-8")
    assert broken(str(path)) == [f"{path}: is an HTML page of too many parts to be an article"]


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/satu.txt", "z.txt", "a.txt", ".rahasia.txt", "gambar.png"):
        (tmp_path / name).write_text(f"Isi {name}.", encoding="utf-8")
    (tmp_path / "b" / "ke-atas").symlink_to(tmp_path)
    assert [article.outlet for article in sources.articles([str(tmp_path)])] == ["a", "z", "satu"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'{"text": "Satu."}\n{"text": "Dua."}\n'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(data))))
    assert [article.text for article in sources.articles(["-"])] == ["Satu.", "Dua."]


def test_one_id_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": "x", "text": "A"}\n{"id": "x~2", "text": "B"}\n{"id": "x", "text": "C"}\n{"text": "D"}\n{"text": "D"}', "utf-8"
    )
    ids = [article.id for article in sources.articles([str(tmp_path)])]
    assert ids[:3] == ["x", "x~2", "x~3"]
    assert ids[4] == f"{ids[3]}~2"


@pytest.mark.skipif(os.name == "nt", reason="names of files")
def test_every_name_that_cannot_be_read_has_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "putus.txt").symlink_to(tmp_path / "tiada")
    long = "a" * 5000
    cases = {
        str(tmp_path / "tiada.txt"): "there is no such file",
        str(tmp_path / "putus.txt"): "there is no such file",
        str(tmp_path / "kosong.txt"): "is empty",
        str(tmp_path / "folder"): "is a folder without reports (.htm, .html, .json, .jsonl, .md, .ndjson, .text, .txt, .xhtml)",
        "": "is not the name of a file",
        "a\0b": "is not the name of a file",
        "ftp://kabar.example/a": "is not a web address that silang reads (http or https)",
        long: "cannot be read (File name too long)",
    }
    for path, cause in cases.items():
        assert broken(path) == [f"{repr(path) if path in ('', 'a' + chr(0) + 'b') else path}: {cause}"]


def test_without_a_taker_the_first_error_is_raised() -> None:
    with pytest.raises(InputError, match="there is no such file"):
        list(sources.articles(["tiada.txt"]))


def test_a_comparison_takes_two_to_fifty_reports(tmp_path: Path) -> None:
    assert len(sources.reports([str(EXAMPLES / "telepon")])) == 2
    one = str(EXAMPLES / "telepon" / "kabarlintas.txt")
    with pytest.raises(InputError, match="one report only"):
        sources.reports([one])
    with pytest.raises(InputError, match="takes at most"):
        sources.reports([one] * (MAX_REPORTS + 1))


def test_two_formats_of_one_name_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import EntryPoint, EntryPoints

    point = EntryPoint("text", "silang.sources.text:SOURCE", "silang.sources")
    monkeypatch.setattr(plugins, "_installed", lambda: EntryPoints([point]))
    with pytest.raises(SilangError, match="two sources are called 'text'"):
        list(sources.articles([]))
    monkeypatch.setattr(plugins, "_installed", lambda: EntryPoints([EntryPoint("more", point.value, point.group)]))
    assert list(plugins.load("sources", sources.FORMATS)) == [*sources.FORMATS, "more"]


def test_the_examples_are_read() -> None:
    found = list(sources.articles([str(EXAMPLES / name) for name in ("telepon", "kecelakaan", "putusan", "ferry", "banjir")]))
    assert [article.outlet for article in found] == [
        "kabarlintas.com",
        "wartasamudra.id",
        "Lintas Priangan",
        "Detak Selatan",
        "Harian Simpang",
        "lembarkota.id",
        "suaramuara.com",
        "Bay Courier",
        "islandledger",
        "beritamuara",
        "Obor Timur",
    ]
