"""Wrong weekdays of one list are one slip."""

from __future__ import annotations

from silang import Article, compare, read

LIST = "Jadwal diubah.\nSabtu, 6 Juli 2025: Muara.\nSenin, 8 Juli 2025: Pesisir.\nRabu, 10 Juli 2025: Sukatani."


def test_wrong_weekdays_of_one_list_are_one_finding() -> None:
    reports = [Article("muara", LIST, language="id"), Article("pesisir", "Panitia mengubah jadwal.", language="id")]
    found = [f for f in compare(read(reports)).findings if f.code == "weekday"]
    assert len(found) == 1
    assert len(found[0].evidence) == 4
