"""Comparisons made by hand: three reports of a ferry aground, with everything a comparison can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from silang.types import (
    Article,
    Aside,
    Cast,
    Comparison,
    Entity,
    Finding,
    Moment,
    Omission,
    Party,
    Passage,
    Point,
    Reading,
    Relay,
    Role,
    Slot,
    Span,
    Statement,
)

Find = Callable[[str, str], Span]
"""The place of some words in a statement, by its id."""

SAFE = "Semua selamat, hanya tiga orang luka ringan"


@dataclass
class Piece:
    """A statement being written: its words, and the parts of it by their words."""

    id: str
    text: str
    content: str = ""
    cue: str = ""
    source: str = ""
    form: str = "narrated"
    speaker: str | None = None
    via: tuple[tuple[str, str], ...] = ()
    slots: tuple[tuple[str, str, object, str], ...] = ()
    modality: str = "asserted"
    polarity: str = "affirmed"


@dataclass
class Skip:
    """Text set aside."""

    text: str
    kind: str


@dataclass
class Draft:
    """A report being written: paragraphs of pieces."""

    id: str
    outlet: str
    title: str
    published: str
    paragraphs: list[list[Piece | Skip]]
    url: str = ""
    where: dict[str, Span] = field(default_factory=dict)

    def reading(self) -> Reading:
        """The report with every span where its words are."""
        text, statements, asides = "", [], []
        for paragraph in self.paragraphs:
            for piece in paragraph:
                span = Span(self.id, len(text), len(text) + len(piece.text))
                text += piece.text + " "
                if isinstance(piece, Skip):
                    asides.append(Aside(span, piece.kind))
                else:
                    statements.append(self._statement(piece, span))
            text = text[:-1] + "\n"
        article = Article(self.id, text, self.outlet, self.url, self.title, "", self.published, "id")
        return Reading(article, tuple(asides), Cast((), ()), tuple(statements))

    def _statement(self, p: Piece, span: Span) -> Statement:
        def at(words: str) -> Span:
            start = span.start + p.text.index(words)
            return Span(self.id, start, start + len(words))

        self.where[p.id] = span
        return Statement(
            p.id,
            span,
            p.form,  # type: ignore[arg-type]
            at(p.content or p.text),
            at(p.cue) if p.cue else None,
            at(p.source) if p.source else None,
            p.speaker,
            tuple(Relay(entity, at(words)) for entity, words in p.via),
            p.polarity,  # type: ignore[arg-type]
            p.modality,  # type: ignore[arg-type]
            tuple(Slot(kind, at(words), value, unit) for kind, words, value, unit in p.slots),  # type: ignore[arg-type]
        )


def drafts() -> tuple[Draft, ...]:
    """Three reports of one ferry aground."""
    pesisir = Draft(
        "pesisir",
        "Harian Pesisir",
        "KMP Tanjung Selaras Kandas, 112 Penumpang Dievakuasi",
        "2025-03-04T21:10",
        [
            [
                Skip("PULAU MERANTI, HARIAN PESISIR -", "dateline"),
                Piece(
                    "p1",
                    "Kapal feri KMP Tanjung Selaras kandas di karang dekat Pulau Meranti, Selasa (4/3/2025) petang.",
                    slots=(("date", "Selasa (4/3/2025) petang", "2025-03-04T18:00", ""),),
                ),
            ],
            [
                Piece(
                    "p2",
                    "Sebanyak 112 penumpang sudah dievakuasi, kata Kepala Kantor SAR Meranti Wahyu Adiputra.",
                    "Sebanyak 112 penumpang sudah dievakuasi",
                    "kata",
                    "Kepala Kantor SAR Meranti Wahyu Adiputra",
                    "indirect",
                    "e-wahyu",
                    slots=(("number", "112 penumpang", 112, "person"),),
                ),
                Piece(
                    "p3",
                    "“Semua selamat, hanya tiga orang luka ringan,” ujar Wahyu seperti dikutip Kantor Berita Samudra.",
                    SAFE,
                    "ujar",
                    "Wahyu",
                    "direct",
                    "e-wahyu",
                    (("e-samudra", "Kantor Berita Samudra"),),
                    (("number", "tiga orang", 3, "person"),),
                ),
            ],
            [Skip("Baca juga: Jadwal Feri Meranti Berubah Sepanjang Maret", "link")],
            [
                Piece(
                    "p4",
                    "Menurut pihak operator, PT Selaras Lintas Laut, kapal keluar jalur karena arus yang tiba-tiba menguat.",
                    "kapal keluar jalur karena arus yang tiba-tiba menguat",
                    "Menurut",
                    "pihak operator, PT Selaras Lintas Laut",
                    "indirect",
                    "e-operator",
                ),
                Piece(
                    "p5",
                    "Kapal itu baru selesai docking pada Januari lalu.",
                    slots=(("date", "Januari lalu", "2025-01", ""),),
                ),
            ],
        ],
        "https://pesisir.example/kandas",
    )
    bahari = Draft(
        "bahari",
        "Kabar Bahari",
        "Feri Kandas di Meranti, Nakhoda Diperiksa",
        "2025-03-05",
        [
            [
                Piece(
                    "b1",
                    "Sebuah feri bernama KMP Tanjung Selaras kandas di perairan Meranti pada Selasa (4/3/2025).",
                    slots=(("date", "Selasa (4/3/2025)", "2025-03-04", ""),),
                ),
                Piece(
                    "b2",
                    "Kepala Kantor SAR Meranti Wahyu Adiputra menyebut 121 penumpang telah dipindahkan ke kapal patroli.",
                    "121 penumpang telah dipindahkan ke kapal patroli",
                    "menyebut",
                    "Kepala Kantor SAR Meranti Wahyu Adiputra",
                    "indirect",
                    "e-wahyu",
                    slots=(("number", "121 penumpang", 121, "person"),),
                ),
            ],
            [
                Piece(
                    "b3",
                    "“Semua selamat, hanya tiga orang luka ringan,” ujar Wahyu.",
                    SAFE,
                    "ujar",
                    "Wahyu",
                    "direct",
                    "e-wahyu",
                    slots=(("number", "tiga orang", 3, "person"),),
                ),
            ],
            [
                Piece(
                    "b4",
                    "Polisi menduga kapal kandas karena nakhoda memotong jalur, menurut keterangan tertulis Polres Meranti.",
                    "kapal kandas karena nakhoda memotong jalur",
                    "menduga",
                    "Polisi",
                    "indirect",
                    "e-polisi",
                    (("e-keterangan", "keterangan tertulis Polres Meranti"),),
                    modality="possible",
                ),
                Piece(
                    "b5",
                    "Nakhoda berinisial RS sedang diperiksa dan belum ditetapkan sebagai tersangka.",
                    polarity="negated",
                ),
            ],
            [Skip("ADVERTISEMENT", "advertisement")],
        ],
        "javascript:alert(1)",
    )
    radio = Draft(
        "radio",
        "",
        "",
        "",
        [
            [
                Piece("r1", "KMP Tanjung Selaras kandas di dekat Pulau Meranti, Selasa malam."),
                Piece(
                    "r2",
                    "Tim SAR gabungan memindahkan sekitar 110 penumpang.",
                    slots=(("number", "sekitar 110 penumpang", 110, "person"),),
                ),
            ],
            [
                Piece(
                    "r3",
                    "Kepala Kantor SAR Wahyu Adiputra mengatakan pencarian dihentikan pukul 23.00.",
                    "pencarian dihentikan pukul 23.00",
                    "mengatakan",
                    "Kepala Kantor SAR Wahyu Adiputra",
                    "indirect",
                    "e-wahyu",
                    slots=(("time", "pukul 23.00", "2025-03-04T23:00", ""),),
                )
            ],
        ],
    )
    return pesisir, bahari, radio


def comparison(order: tuple[int, ...] = (0, 1, 2)) -> Comparison:
    """The three reports side by side, in the order asked for."""
    made = drafts()
    readings = tuple(d.reading() for d in made)
    where = {name: span for d in made for name, span in d.where.items()}
    texts = {r.article.id: r.article.text for r in readings}

    def at(statement: str, words: str) -> Span:
        span = where[statement]
        start = texts[span.article].index(words, span.start)
        return Span(span.article, start, start + len(words))

    return Comparison(
        "KMP Tanjung Selaras kandas di dekat Pulau Meranti",
        "2025-03-04",
        ("e-meranti",),
        ("e-wahyu", "e-operator"),
        tuple(readings[n] for n in order),
        _entities(at),
        _points(),
        _findings(at),
        (
            Omission("bahari", "pt5", "silent"),
            Omission("radio", "pt3", "silent"),
            Omission("radio", "pt4", "silent"),
            Omission("pesisir", "pt6", "earlier"),
        ),
        (
            Party("e-sar", ("p2", "p3", "b2", "b3", "r3"), ("pt3",), ("pt4",)),
            Party("e-operator", ("p4",), (), ("pt3",)),
            Party("e-polisi", ("b4",), ("pt6",), ("pt3",)),
        ),
        (
            Moment("2025-01", "p5", at("p5", "Januari lalu")),
            Moment("2025-03-04", "b1", at("b1", "Selasa (4/3/2025)")),
            Moment("2025-03-04T18:00", "p1", at("p1", "Selasa (4/3/2025) petang")),
            Moment("2025-03-04T23:00", "r3", at("r3", "pukul 23.00")),
        ),
        (
            Passage(
                at("p3", SAFE),
                at("b3", SAFE),
                "quotation",
            ),
        ),
        {"pt1": 3, "pt2": 2, "pt3": 1, "pt4": 2, "pt5": 1, "pt6": 1, "pt7": 1},
    )


def _entities(at: Find) -> tuple[Entity, ...]:
    place = at("p2", "Kepala Kantor SAR Meranti")
    return (
        Entity("e-keterangan", "keterangan tertulis Polres Meranti", "document"),
        Entity("e-meranti", "Pulau Meranti", "place", ("Meranti",)),
        Entity("e-operator", "PT Selaras Lintas Laut", "organisation"),
        Entity("e-polisi", "Polres Meranti", "organisation", ("Polisi perairan",)),
        Entity("e-samudra", "Kantor Berita Samudra", "outlet"),
        Entity("e-sar", "Kantor SAR Meranti", "organisation"),
        Entity(
            "e-wahyu", "Wahyu Adiputra", "person", ("Wahyu",), (Role("Kepala Kantor SAR Meranti", "e-sar", place),), "e-sar"
        ),
    )


def _points() -> tuple[Point, ...]:
    return (
        Point(
            "pt1",
            "KMP Tanjung Selaras kandas di dekat Pulau Meranti",
            ("b1", "p1", "r1"),
            ("bahari", "pesisir", "radio"),
            "agree",
        ),
        Point("pt2", "jumlah penumpang yang dievakuasi", ("b2", "p2", "r2"), ("bahari", "pesisir", "radio"), "conflict"),
        Point("pt3", SAFE, ("b3", "p3"), ("bahari", "pesisir"), "agree"),
        Point("pt4", "sebab kapal kandas", ("b4", "p4"), ("bahari", "pesisir"), "conflict"),
        Point("pt5", "Kapal itu baru selesai docking", ("p5",), ("pesisir",), "only"),
        Point("pt6", "Nakhoda sedang diperiksa", ("b5",), ("bahari",), "only"),
        Point("pt7", "pencarian dihentikan pukul 23.00", ("r3",), ("radio",), "only"),
    )


def _findings(at: Find) -> tuple[Finding, ...]:
    return (
        Finding(
            "number",
            "conflict",
            "pt2",
            (("bahari", "121"), ("pesisir", "112")),
            (at("b2", "121"), at("p2", "112")),
            ("number.differs", {"a": "112", "b": "121", "what": "penumpang"}),
            0.92,
        ),
        Finding(
            "number",
            "compatible",
            "pt2",
            (("pesisir", "112"), ("radio", "sekitar 110")),
            (at("p2", "112"), at("r2", "sekitar 110")),
            ("number.rounded", {"a": "112", "b": "sekitar 110"}),
            0.9,
        ),
        Finding(
            "cause",
            "conflict",
            "pt4",
            (("bahari", "nakhoda memotong jalur"), ("pesisir", "arus yang tiba-tiba menguat")),
            (
                at("b4", "kapal kandas karena nakhoda memotong jalur"),
                at("p4", "kapal keluar jalur karena arus yang tiba-tiba menguat"),
            ),
            ("cause.differs", {}),
            0.7,
            "parties",
        ),
    )
