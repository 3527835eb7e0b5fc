"""`silang compare`: reports of one event side by side."""

from __future__ import annotations

from silang.cli import options, output

EXAMPLE = """\b
Examples:
  silang compare examples/telepon/*.txt
  silang compare harian.txt https://kabar.example/berita --output report.html"""


def compare(
    reports: options.Reports,
    format: options.FormatName = None,  # noqa: A002
    output_file: options.Output = None,
    lang: options.Lang = None,
) -> None:
    """Two or more reports of one event: what they agree on, where they differ, what each leaves out."""
    look = options.look(lang, output_file)
    writer = options.writer(options.name(format, output_file))
    from silang import core, sources

    found = sources.reports(reports)
    result = core.compare(core.read(found))
    output.write(writer.comparison_text(result, look), output_file)
