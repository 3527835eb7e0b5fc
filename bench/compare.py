"""Speed of laying reports side by side: `python bench/compare.py [--reports N ...]`.

Makes reports of one invented event, each with its own selection, order and wording of facts, and times `compare` on 5, 10,
20 and 40 of them in CPU seconds, alignment and reuse apart. Beside it a peer on the same statements: TF-IDF of scikit-learn
with cosines of all pairs, where it is at hand.
"""

from __future__ import annotations

import argparse
import random
import time

from silang import Article, align, compare, entities, read, reuse
from silang.types import Reading

WHO = (
    "Bupati Arman Wijaya",
    "Camat Joko Santoso",
    "Kepala BPBD Rini Astuti",
    "Kapolres AKBP Dedi Gunawan",
    "Ketua RT Sulastri",
)
WHAT = (
    "rumah warga",
    "jembatan gantung",
    "saluran irigasi",
    "gedung sekolah",
    "pasar desa",
    "posko kesehatan",
    "tanggul sungai",
    "kebun cabai",
)
DONE = (
    "terendam banjir",
    "rusak diterjang arus",
    "mulai diperbaiki",
    "dibersihkan relawan",
    "ditutup sementara",
    "dialiri listrik lagi",
)
WHERE = ("Desa Wanasari", "Desa Cilamaya", "Kelurahan Randu", "Dusun Mekar", "Kampung Baru", "Desa Sidorejo")
WHY = (
    "karena hujan deras",
    "akibat tanggul jebol",
    "atas permintaan warga",
    "sesuai keputusan rapat",
    "dengan alat berat",
    "sejak dini hari",
    "oleh dinas terkait",
)
FACT = (
    "sebanyak {count} {what} di {where} {done} {why}",
    "{what} di {where} {done} {why}, kerugian Rp {count} juta",
    "{why}, {count} {what} milik {where} {done}",
)
SAID = ('"{fact}," kata {who}, {day}.', "{who} mengatakan, {fact}.", "Menurut {who}, {fact}.", "{Fact}.", "{Fact} pada {day}.")
DAYS = ("Jumat (6/6/2025)", "Sabtu (7/6/2025)", "Minggu (8/6/2025)")


def report(number: int, sentences: int) -> Article:
    """One report: sentences drawn from facts that all reports of the event share."""
    chance = random.Random(number)
    lines = []
    for _ in range(sentences):
        key = chance.randrange(240)
        what, done, where, why = WHAT[key % 8], DONE[key // 8 % 6], WHERE[key // 40], WHY[key % 7]
        fact = FACT[key % 3].format(count=10 + 7 * key, what=what, where=where, done=done, why=why)
        who = WHO[key % 5]
        form = chance.choice(SAID)
        lines.append(form.format(fact=fact, Fact=fact[0].upper() + fact[1:], who=who, day=DAYS[key % 3]))
    return Article(f"laporan-{number:03}", "\n".join(lines), outlet=f"Outlet {number}", published="2025-06-08", language="id")


def peer(readings: list[Reading]) -> float | None:
    """CPU seconds of TF-IDF and all cosines over the same statements; None without scikit-learn."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        return None
    texts = [s.content.of(r.article.text) for r in readings for s in r.statements]
    start = time.process_time()
    table = TfidfVectorizer(ngram_range=(1, 2)).fit_transform(texts)
    (table @ table.T).toarray()
    return time.process_time() - start


def alone(readings: list[Reading]) -> tuple[float, float]:
    """CPU seconds of the points alone, and of reused passages alone."""
    cast, merged = entities.merge(tuple(readings))
    start = time.process_time()
    align.points(merged, cast)
    middle = time.process_time()
    reuse.passages(merged)
    return middle - start, time.process_time() - middle


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[5, 10, 20, 40])
    parser.add_argument("--sentences", type=int, default=20)
    args = parser.parse_args()
    compare(read([report(998, 3), report(999, 3)]))
    columns = ("reports", "statements", "read s", "compare s", "align s", "reuse s", "ms/statement", "peer s", "ratio")
    print("".join(f"{name:>{width}}" for name, width in zip(columns, (8, 12, 9, 11, 9, 9, 14, 9, 8), strict=True)))
    for count in args.reports:
        start = time.process_time()
        readings = list(read(report(number, args.sentences) for number in range(count)))
        middle = time.process_time()
        compare(readings)
        spent = time.process_time() - middle
        aligned, reused = alone(readings)
        size = sum(len(r.statements) for r in readings)
        other = peer(readings)
        beside = f"{other:9.3f}{spent / other:8.1f}" if other else ""
        told = f"{count:8}{size:12}{middle - start:9.2f}{spent:11.2f}{aligned:9.2f}{reused:9.2f}"
        print(f"{told}{1000 * spent / size:14.2f}{beside}")


if __name__ == "__main__":
    main()
