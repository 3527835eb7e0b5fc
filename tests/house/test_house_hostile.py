"""Texts that no newsroom writes: read and compared to an end, with spans that are in the text and output that encodes."""

from __future__ import annotations

import json

import pytest

from silang import Article, compare, read
from silang.exports import json as out

PATTERNS = [
    *("12 ", "5 Juni ", "pukul 10.30 ", "1.2 "),
    *(
        "a",
        "1",
        ".",
        ",",
        '"',
        "“",
        "”",
        "(",
        "'",
        "-",
        "😀",
        "\u200d",
        "e\u0301",
        "سلام ",
        "新闻",
        "\x1b[31m",
        "\ufffd",
        " x",
        "x\n",
        "kata\r\n",
    ),
    *(
        "Budi Santoso ",
        "Rp 2,5 triliun ",
        "Minggu (10/12/2023) ",
        "kata Budi, ",
        '"Kami siap," kata Rina. ',
        "Menurut Budi, ",
        "bahwa ",
    ),
    *(
        "A. B. ",
        "http://a.b/c ",
        "Baca juga: kata\n",
        "Presiden Rusia Vladimir Putin ",
        "juta miliar ",
        "antara 5 dan ",
        "tidak ",
        "10:",
        "1/",
    ),
]
CHARS = 1_200


@pytest.mark.parametrize("pattern", PATTERNS, ids=ascii)
def test_any_pattern_many_times(pattern: str) -> None:
    text = (pattern * CHARS)[:CHARS] + " Selesai."
    result = compare(read([Article("a", text), Article("b", text + " Tamat.")]))
    document = out.comparison(result)
    assert json.dumps(document, ensure_ascii=False).encode()
    texts = {reading.article.id: reading.article.text for reading in result.readings}
    for statement in document["statements"]:
        assert (
            0
            <= statement["start"]
            <= statement["content"]["start"]
            <= statement["content"]["end"]
            <= len(texts[statement["article"]])
        )
    assert len({point["id"] for point in document["points"]}) == len(document["points"])
