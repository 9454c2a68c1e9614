"""The program `frnews`: its commands, each of which stands in a file of its own, and how it leaves."""

import contextlib
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Annotated

import typer

from frnews._cli._parse_command import parse

# Errors stay one plain line each in place of a drawn box, so that they can be searched and piped.
app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False)
app.command("parse")(parse)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, and leave with its exit status.

    Args:
        arguments: The words after `frnews`; those of the process by default.

    Raises:
        SystemExit: Always. Its code is 0 where all went well, 1 where a document failed, 2 where the command line
            itself was wrong, 130 and 143 where the run was stopped by Ctrl-C and SIGTERM.

    """
    try:
        words = sys.argv[1:] if arguments is None else list(arguments)
        app(args=words, prog_name="frnews", obj=words)  # the words, so that a command can say how to go on with it
    except SystemExit as left:
        code = left.code
    except OSError as error:
        code = _unwritable(error)
    try:
        # What is still in the buffer must not fail behind our back, when Python closes it.
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        code = _unwritable(error)
    raise SystemExit(code)


def _unwritable(error: OSError) -> int:
    """Report that standard output cannot be written to, give it up, and return the exit status."""
    if sys.stdout is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):  # who reads us may stop reading: that is no error
        typer.echo(f"frnews: cannot write: {(error.strerror or str(error)).lower()}", err=True)
    return 1


def _print_version(wanted: bool) -> None:
    if wanted:
        import frnews

        typer.echo(f"frnews {frnews.__version__}{' (compiled)' if _is_compiled() else ''}")
        raise typer.Exit


def _is_compiled() -> bool:
    spec = find_spec("frnews._french._tags")
    return spec is not None and spec.origin is not None and not spec.origin.endswith(".py")


@app.callback()
def frnews_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read French political news: who says what, on which days, for which sums."""
