"""Whatever reports say, every format writes them: valid, bounded, harmless."""

from __future__ import annotations

import json
from importlib.resources import files

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from silang import core
from silang.exports import Look, find
from silang.types import Article

SCHEMA = Draft202012Validator(json.loads((files("silang.exports") / "comparison.schema.json").read_text(encoding="utf-8")))
NEWS = """kapal penumpang kandas di Meranti Wahyu Adiputra mengatakan bahwa tidak akan kata Polisi menurut pihak karena
112 121 orang Rp 3,5 miliar Selasa (4/3/2025) pukul 23.00 "Semua selamat," “ ” ujar dia . , : ; ( ) - Baca juga:
</script> <b> & é مرحبا 日本 {{ }} [bold] %s said the minister on Friday"""
WORDS = [*NEWS.split(), "\n", "\n\n", "\x00", "\x1b[2J", "\u202e", "\u200b", "\U0001f6a2"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join).filter(lambda text: any(map(str.isalnum, text)))
HOSTILE = {
    chr(code) for code in (*range(10), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_reports_can_be_written_in_every_format(found: list[tuple[str, str]]) -> None:
    articles = [Article(f"a{n}", text, title[:40], "javascript:x", title) for n, (title, text) in enumerate(found)]
    result = core.compare(core.read(articles))
    page = find("html").comparison_text(result, Look())
    assert page.count("</script>") == 1
    assert page.count("<script>") == 1
    for shown in (
        find("text").comparison_text(result, Look()),
        find("text").reading_text(result.readings, result.entities, Look()),
    ):
        assert not set(shown) & HOSTILE
        assert max(map(cell_len, shown.splitlines())) <= 100
    SCHEMA.validate(json.loads(find("json").comparison_text(result, Look())))
    find("html").reading_text(result.readings, result.entities, Look("en"))
