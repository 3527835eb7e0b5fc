"""The command line as a whole: its commands, and what becomes of everything that can go wrong."""

from __future__ import annotations

import os
import sys

import typer

from silang.cli import cluster, compare, read
from silang.errors import SilangError

INTERRUPTED = 130
"""Exit status after Ctrl-C."""

SUMMARY = """Lay news reports of one event side by side: what they agree on, where they differ, who said it, what each omits."""

app = typer.Typer(
    name="silang",
    help=SUMMARY,
    epilog="Example: silang compare examples/telepon/*.txt",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("compare", short_help="Two or more reports of one event, side by side.", epilog=compare.EXAMPLE)(compare.compare)
app.command("read", short_help="What each report says, and who it comes from.", epilog=read.EXAMPLE)(read.read)
app.command("cluster", short_help="A stream of reports falls into events.", epilog=cluster.EXAMPLE)(cluster.cluster)


@app.callback(help=SUMMARY)
def options(
    version: bool = typer.Option(False, "--version", help="Print the version and leave.", is_eager=True),
) -> None:
    """What stands before any command."""
    if version:
        from silang import __version__

        typer.echo(f"silang {__version__}")
        raise typer.Exit


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and give its exit status: 0 done, 1 unusable input, 2 wrong usage, 130 interrupted."""
    try:
        done = app(arguments, standalone_mode=False)
        sys.stdout.flush()
    except typer.Exit as left:
        return left.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SilangError as error:
        return _fail(str(error))
    except Exception as error:
        if show := getattr(error, "show", None):  # wrong usage, by whichever click this typer brings
            show()
            return 2
        if "SILANG_DEBUG" in os.environ:
            raise
        return _fail(f"unexpected {type(error).__name__}: {error} (SILANG_DEBUG=1 shows where)")
    return done if isinstance(done, int) else 0


def _fail(sentence: str) -> int:
    from silang.exports import safe

    sys.stderr.write(f"silang: {safe.line(sentence)}\n")
    return 1
