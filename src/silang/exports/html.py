"""The report as one HTML page that opens from disk: no network, no word that is not escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from silang import __version__
from silang.exports import copies, marked, moments, ordering, phrases, safe, talks, wording, words
from silang.exports._format import Listed, Look
from silang.exports.layout import Layout
from silang.exports.shown import Wording, reports, telling
from silang.types import Comparison, Entity, Reading, Statement

_FEW = 4
"""Reports up to which the matrix shows words in its cells; beyond, a dot."""


def comparison_text(result: Comparison, look: Look) -> str:
    """A comparison as a page."""
    layout = Layout(result)
    numbers = {s: f"s{n}" for n, s in enumerate(layout.statements, 1)}
    rows = {row.point.id: f"p{n}" for n, row in enumerate(layout.rows, 1)}
    relations = {p.id: p.relation for p in result.points}
    texts = [(r, marked.paragraphs(r.reading, layout.points_of, relations, result.findings)) for r in layout.reports]
    talk = talks.talk(layout)
    return _page(
        "comparison.html",
        look,
        layout=layout,
        result=result,
        talk=talk,
        accounts=talks.left(layout.accounts, talk),
        copied=copies.copies(layout),
        reported=moments.reporting(layout),
        title=layout.title,
        few=len(layout.reports) <= _FEW,
        texts=texts,
        anchor=lambda w: numbers[w.statement.id] if w.statement else f"t-{w.report.key}",
        sentence=numbers.__getitem__,
        row_id=rows.__getitem__,
        short=lambda w, limit: layout.cut(w, limit),
        attribution=_attribution,
        distinct=ordering.distinct,
        alike=phrases.alike,
        hides=lambda row: layout.likeness.hides(row),
        introduced=lambda e: phrases.introduced(e, layout.reports),
    )


def reading_text(readings: Sequence[Reading], entities: Sequence[Entity], look: Look) -> str:
    """What each report says, as a page."""
    names = {e.id: e.name for e in entities}
    numbers = {s.id: f"s{n}" for n, s in enumerate((s for r in readings for s in r.statements), 1)}

    def who(s: Statement) -> list[str]:
        return [names.get(s.speaker or "", ""), *(names[v.entity] for v in reversed(s.via) if v.entity in names)]

    return _page(
        "reading.html",
        look,
        title=readings[0].article.title if len(readings) == 1 else "",
        reports=[(r, marked.paragraphs(r.reading, {}, {})) for r in reports(readings)],
        sentence=numbers.__getitem__,
        who=who,
        content=lambda r, s: " ".join(telling(s).of(r.reading.article.text).split()),
        value=_dual(lambda lang, r, slot: phrases.value(slot, lang, r.reading.article.text)),
    )


def events_text(found: Iterable[Listed], look: Look) -> str:
    """Events as a page to browse."""
    listed = tuple(found)
    return _page("events.html", look, title="", listed=listed, total=sum(len(e.event.articles) for e in listed))


def _page(template: str, look: Look, **values: Any) -> str:
    style, script = _inline("style.css") + _chosen(), _inline("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )
    shown = values.get("title") or words.say("report.comparison", {}, look.lang)
    return safe.page(
        _environment()
        .get_template(template)
        .render(
            lang=look.lang,
            languages=words.LANGUAGES,
            style=Markup(style),  # noqa: S704 -- our own file
            script=Markup(script),  # noqa: S704 -- our own file
            policy=policy,
            version=__version__,
            page_title=shown,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("silang.exports", "page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(
        t=_say,
        named=_dual(lambda lang, group, code: phrases.named(group, code, lang)),
        day=_dual(lambda lang, value: words.day(value, lang)),
        language_name=lambda code: words.say("language.name", {}, code),
        link=safe.link,
        spoken=_spoken,
        plain=wording.plain,
        shorten=wording.shorten,
    )
    return made


def _say(key: str, args: Mapping[str, Any] | None = None, **more: Any) -> Markup:
    """A message in every language of the screen; the page shows the one that is chosen."""
    return _every(lambda lang: words.say(key, {**(args or {}), **more}, lang))


def _spoken(code: str) -> Markup:
    """The attribute that says in which language words of a report are; none where it is not known."""
    return Markup(' lang="{}"').format(code) if code.isascii() and code.isalpha() and len(code) < 4 else Markup("")


def _attribution(w: Wording) -> Markup:
    return _every(lambda lang: phrases.attribution(w, words.screen(lang)))


def _dual(write: Callable[..., str]) -> Callable[..., Markup]:
    return lambda *args: _every(lambda lang: write(lang, *args))


def _every(write: Callable[[str], str]) -> Markup:
    texts = {lang: write(lang) for lang in words.LANGUAGES}
    if len(set(texts.values())) == 1:
        return escape(next(iter(texts.values())))
    spans = [Markup('<span class="l" lang="{}">{}</span>').format(lang, text) for lang, text in texts.items()]
    return Markup("").join(spans)


@cache
def _inline(name: str) -> str:
    """A file of the page as it stands in it; the digests of the policy are of exactly this."""
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _chosen() -> str:
    """Rules that leave only the chosen language on the screen, without a script; the first one where `:has` is missing."""
    hidden = ".l:not([lang={0}])"
    known = [f"body:has(#lang-{{0}}:checked) {hidden} {{{{ display: none; }}}}".format(lang) for lang in words.LANGUAGES]
    older = [f"body.d-{{0}} {hidden} {{{{ display: none; }}}}".format(lang) for lang in words.LANGUAGES]
    return "\n".join([*known, "@supports not selector(:has(a)) {", *older, "}", ""])


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
