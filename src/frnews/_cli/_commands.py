"""The commands, their options and their exit status."""

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from frnews._cli._documents import Document, Unreadable, holds_lines, read_documents
from frnews._cli._formats import writer_for
from frnews._cli._output import open_output
from frnews._errors import ModelNotFoundError
from frnews._input import read_published
from frnews._types import Article

# Errors stay one plain line each in place of a drawn box, so that they can be searched and piped.
app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


class Format(str, Enum):
    """How the articles are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, and leave with its exit status.

    Args:
        arguments: The words after `frnews`; those of the process by default.

    Raises:
        SystemExit: Always. Its code is 0 where all went well, 1 where a document failed, 2 where the command line
            itself was wrong.

    """
    app(args=None if arguments is None else list(arguments), prog_name="frnews")


def _print_version(wanted: bool) -> None:
    if wanted:
        import frnews

        typer.echo(f"frnews {frnews.__version__}")
        raise typer.Exit


@app.callback()
def frnews_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read French political news: who says what, on which days, for which sums."""


def _read_published(written: str | None) -> str | None:
    try:
        read_published(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is not an ISO 8601 date such as 2022-12-30.") from None
    return written


@app.command()
def parse(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="UTF-8 text (.txt), or one JSON object a line (.jsonl) with text and, where known, published and id. "
            "- is a text on standard input.",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            callback=_read_published,
            help="The day on which the texts came out (2022-12-30), for those that do not bring their own.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format,
        typer.Option(
            help="text: for reading. json: the article, or a list of them where there are several files or a .jsonl "
            "one. jsonl: one article a line."
        ),
    ] = Format.text,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="Write there in place of standard output. The file appears when it is complete.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read news articles: their sentences, quotations with speakers, dates and amounts.

    The exit status is 0 where all went well, 1 where a document could not be read (the others still are), 2 where the
    command line was wrong.
    """
    if output not in (None, "-") and not Path(output).absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {str(Path(output).parent)!r}.", param_hint="'--output'")
    if output not in (None, "-") and Path(output).is_dir():
        raise typer.BadParameter(f"{output!r} is a folder.", param_hint="'--output'")
    if output not in (None, "-") and any(_is_same_file(output, file) for file in files):
        raise typer.BadParameter(f"{output!r} is one of the files to read.", param_hint="'--output'")
    day = read_published(published)
    failures = _Failures()
    several = len(files) > 1 or holds_lines(files[0])
    try:
        with open_output(output) as stream:
            writer_for(format.value, several=several)(_articles(read_documents(files), day, failures), stream)
            if failures.count and not failures.parsed:
                raise typer.Exit(1)  # what stood in the output before is kept: nothing was read to take its place
    except ModelNotFoundError as error:
        typer.echo(f"frnews: {error}", err=True)
        raise typer.Exit(1) from None
    if failures.count:
        raise typer.Exit(1)


def _is_same_file(output: str, file: str) -> bool:
    return file != "-" and os.path.realpath(output) == os.path.realpath(file)


class _Failures:
    """Reports the documents that failed, each in one line on standard error, and counts them and the others."""

    def __init__(self) -> None:
        self.count = 0
        self.parsed = 0

    def report(self, name: str, reason: str) -> None:
        self.count += 1
        line = " ".join(f"frnews: {name}: {reason}".split())
        # What was written so far must not appear after an error that came later.
        sys.stdout.flush()
        typer.echo(line.encode("utf-8", "backslashreplace").decode("utf-8"), err=True)


def _articles(
    documents: Iterable[Document | Unreadable], published: dt.date | None, failures: _Failures
) -> Iterator[Article]:
    """Parse the documents, and report those that fail."""
    from frnews._parse import parse

    for document in documents:
        if isinstance(document, Unreadable):
            failures.report(document.name, document.reason)
            continue
        day = published if document.published is None else document.published
        try:
            article = parse(document.text, published=day, id=document.id)
        except ModelNotFoundError:
            raise
        except (TypeError, ValueError) as error:
            failures.report(document.name, str(error))
        except Exception as error:  # a fault of frnews in one document must not lose the thousand others
            failures.report(document.name, f"{type(error).__name__}: {error} (a fault of frnews: please report it)")
        else:
            failures.parsed += 1
            yield article
