"""The command `frnews parse`: its options, what is wrong with them, and its exit status."""

import os
import shlex
import sys
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from frnews._cli._documents import Names
from frnews._cli._layouts import LAYER_NAMES, Layout, Selection, layout_of
from frnews._cli._output import FileOutput, OutputError, ResumeError, StreamOutput, open_output
from frnews._cli._run import Terminated, ending_on_sigterm, run
from frnews._cli._sources import (
    COMPRESSED,
    ERRORS,
    MisreadInputError,
    Source,
    Unreadable,
    described,
    find_sources,
)
from frnews._errors import FrnewsError
from frnews._input import read_published
from frnews._many._options import check_options


class Format(str, Enum):
    """How the articles are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    parquet = "parquet"


class InputFormat(str, Enum):
    """How the files are read."""

    text = "text"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Prefer(str, Enum):
    """Which "samedi" is meant."""

    auto = "auto"
    past = "past"
    future = "future"


class Seasons(str, Enum):
    """When seasons start."""

    months = "months"
    astronomical = "astronomical"


def _read_published(written: str | None) -> str | None:
    try:
        read_published(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is not an ISO 8601 date such as 2022-12-30.") from None
    return written


def _split(written: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (written or "").split(",") if name.strip())


def parse(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="UTF-8 text (.txt), or records with text and, where known, published and id: one JSON object a line "
            "(.jsonl), .csv, .parquet; each also compressed (.gz). Folders and patterns ('news/**/*.txt') stand for "
            "the files in them. - is standard input.",
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
    input_format: Annotated[
        InputFormat | None,
        typer.Option(help="What the files are, whatever their suffix; standard input is text without it."),
    ] = None,
    text_field: Annotated[
        str, typer.Option(metavar="NAME", help="The field of a record that holds the text.")
    ] = "text",
    published_field: Annotated[str, typer.Option(metavar="NAME", help="The field that holds the day.")] = "published",
    id_field: Annotated[str, typer.Option(metavar="NAME", help="The field that holds the identifier.")] = "id",
    keep: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Other fields that travel along (url,section).", show_default=False),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            help="text: for reading. json: the article, or a list of them where there are several files or records. "
            "jsonl: one article a line. html: one page. parquet: one row an article, or the flat table of the one "
            "layer that --only names. By default as the suffix of --output says, else text.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help="Write there in place of standard output; compressed where it ends in .gz. The file appears when it "
            "is complete. What could not be read stands in PATH.errors.jsonl.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(metavar="LAYERS", help="Write these alone: " + ",".join(LAYER_NAMES) + ".", show_default=False),
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave out the articles' texts.")] = False,
    n_process: Annotated[int, typer.Option(metavar="N", min=1, help="Number of processes.")] = 1,
    prefer: Annotated[Prefer, typer.Option(help="Which 'samedi' or '12 mai' is meant.")] = Prefer.auto,
    seasons: Annotated[Seasons, typer.Option(help="When seasons start.")] = Seasons.months,
    currency_of: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=CODE",
            help="What a bare name means here (franc=CHF); may be given several times.",
            show_default=False,
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an interrupted run with the same --output stopped.")
    ] = False,
) -> None:
    """Read news articles: their sentences, quotations with speakers, dates and amounts.

    The exit status is 0 where all went well, 1 where a document could not be read (the others still are), 2 where the
    command line was wrong.
    """
    written = format.value if format is not None else _format_of(output)
    names = Names(text_field, published_field, id_field, _kept(keep))
    selection = _selection(only, written, no_text=no_text)
    options = _options(published, prefer.value, seasons.value, currency_of or [])
    sources = _sources(files, input_format.value if input_format else None, text_field)
    _check_output(output, written, sources, resume=resume)
    several = len(files) > 1 or len(sources) > 1 or any(isinstance(s, Source) and s.kind != "text" for s in sources)
    layout = layout_of(written, selection, keep=names.keep, several=several)

    def about() -> dict[str, str]:
        import frnews

        return {
            "files": described(sources),
            "options": repr((options, input_format)),
            "names of fields": repr(names),
            "format": repr((written, selection)),
            "version of frnews": frnews.__version__,
        }

    try:
        with ending_on_sigterm():
            opened = open_output(output, layout, about, resume=resume)
            _run(sources, names, options, layout, opened, n_process, output, list(context.obj))
    except ResumeError as error:
        raise typer.BadParameter(str(error), param_hint="'--output'") from None
    except (OutputError, FrnewsError) as error:
        typer.echo(f"frnews: {error}", err=True)
        raise typer.Exit(1) from None
    if opened.state.failed:
        raise typer.Exit(1)


def _run(
    sources: list[Source | Unreadable],
    names: Names,
    options: dict[str, Any],
    layout: Layout,
    opened: StreamOutput | FileOutput,
    n_process: int,
    output: str | None,
    words: list[str],
) -> None:
    """Run, and where the run is stopped say how to go on with it."""
    errors_path = f"{output}{ERRORS}" if isinstance(opened, FileOutput) else None
    bar = isinstance(opened, FileOutput) or sys.stdout is None or not sys.stdout.isatty()
    try:
        run(sources, names, options, layout, opened, n_process=n_process, errors_path=errors_path, bar=bar)
    except BaseException as stop:
        resumable = opened.abandon()
        if isinstance(stop, (KeyboardInterrupt, Terminated)):
            typer.echo("frnews: stopped.", err=True)
        if resumable:
            typer.echo(f"frnews: to go on from here: {_resuming(words)}", err=True)
        if isinstance(stop, (KeyboardInterrupt, Terminated)):
            raise typer.Exit(130 if isinstance(stop, KeyboardInterrupt) else 143) from None
        raise


def _resuming(words: list[str]) -> str:
    """Return the command that goes on with a run.

    >>> _resuming(["parse", "my news.jsonl", "--output", "o.jsonl"])
    "frnews parse 'my news.jsonl' --output o.jsonl --resume"
    """
    return shlex.join(["frnews", *words, *([] if "--resume" in words else ["--resume"])])


def _format_of(output: str | None) -> str:
    """Return the format that the suffix of the output says, "text" where it says none."""
    if output is None:
        return Format.text.value
    path = Path(output)
    suffix = (path.with_suffix("") if path.suffix == ".gz" else path).suffix.lstrip(".").lower()
    return suffix if suffix in {format.value for format in Format} else Format.text.value


def _kept(keep: str | None) -> tuple[str, ...]:
    names = _split(keep)
    taken = {"schema", "article_id", "text", "id", "published", *LAYER_NAMES}
    for name in names:
        if name in taken:
            raise typer.BadParameter(f"{name!r} is a field that frnews writes itself.", param_hint="'--keep'")
    return names


def _selection(only: str | None, format: str, *, no_text: bool) -> Selection:
    layers = _split(only) if only is not None else LAYER_NAMES
    for name in layers:
        if name not in LAYER_NAMES:
            raise typer.BadParameter(
                f"{name!r} is not known. It takes {', '.join(LAYER_NAMES)}.", param_hint="'--only'"
            )
    if not layers:
        raise typer.BadParameter("it names no layer.", param_hint="'--only'")
    if no_text and format == Format.html.value:
        raise typer.BadParameter("a page shows the texts.", param_hint="'--no-text'")
    return Selection(tuple(name for name in LAYER_NAMES if name in layers), not no_text)


def _options(published: str | None, prefer: str, seasons: str, currency_of: list[str]) -> dict[str, Any]:
    currencies: dict[str, str] = {}
    for pair in currency_of:
        name, equals, code = pair.partition("=")
        if not (name.strip() and equals and code.strip()):
            raise typer.BadParameter(f"{pair!r} is not of the form franc=CHF.", param_hint="'--currency-of'")
        currencies[name.strip()] = code.strip()
    options: Mapping[str, Any] = {
        "published": published,
        "prefer": prefer,
        "seasons": seasons,
        "currency_of": currencies or None,
    }
    try:
        return check_options(options)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--currency-of'") from None


def _sources(files: list[str], input_format: Any, text_field: str) -> list[Source | Unreadable]:
    if "" in files:
        raise typer.BadParameter("a file name is empty.", param_hint="'FILE...'")
    try:
        return find_sources(files, input_format, text_field)
    except MisreadInputError as error:
        raise typer.BadParameter(str(error), param_hint="'FILE...'") from None


def _check_output(output: str | None, format: str, sources: list[Source | Unreadable], *, resume: bool) -> None:
    def wrong(reason: str) -> typer.BadParameter:
        return typer.BadParameter(reason, param_hint="'--output'")

    if format == Format.html.value:
        import frnews

        if not hasattr(frnews, "to_html"):
            raise typer.BadParameter("this version of frnews writes no pages yet.", param_hint="'--format'")
    if output in (None, "-"):
        if resume:
            raise wrong("--resume needs a file to go on with.")
        if format == Format.parquet.value:
            raise wrong("Parquet is written to a file: give its path.")
        return
    assert output is not None
    if not output:
        raise wrong("the path is empty.")
    if not Path(output).absolute().parent.is_dir():
        raise wrong(f"there is no folder {str(Path(output).parent)!r}.")
    if Path(output).is_dir():
        raise wrong(f"{output!r} is a folder.")
    if any(s.name != "standard input" and os.path.realpath(output) == os.path.realpath(s.name) for s in sources):
        raise wrong(f"{output!r} is one of the files to read.")
    if output.endswith(COMPRESSED[1:]) or (format == Format.parquet.value and output.endswith(".gz")):
        raise wrong("it is compressed as .gz alone; Parquet is compressed by itself.")
