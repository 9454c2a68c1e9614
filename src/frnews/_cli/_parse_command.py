"""The command `frnews parse`: its options, what is wrong with them, and its exit status."""

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from frnews._arrow import import_pyarrow
from frnews._cli._colour import Colour, ColourOption
from frnews._cli._documents import Names
from frnews._cli._layouts import LAYER_NAMES, Layout, Selection, layout_of
from frnews._cli._output import FileOutput, OutputError, ResumeError, StreamOutput, open_output
from frnews._cli._parse_options import (
    CurrencyOf,
    Files,
    Format,
    FormatOption,
    IdField,
    InputFormat,
    InputFormatOption,
    Keep,
    NoText,
    NProcess,
    Only,
    Output,
    Prefer,
    PreferOption,
    Published,
    PublishedField,
    Resume,
    Seasons,
    SeasonsOption,
    TextField,
    _read_published,
    wrong_output,
)
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
from frnews._many._options import check_options

# The options that the other commands have too.
__all__ = ["InputFormat", "_read_published", "parse"]


def _split(written: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (written or "").split(",") if name.strip())


def parse(
    context: typer.Context,
    files: Files,
    published: Published = None,
    input_format: InputFormatOption = None,
    text_field: TextField = "text",
    published_field: PublishedField = "published",
    id_field: IdField = "id",
    keep: Keep = None,
    format: FormatOption = None,
    output: Output = None,
    only: Only = None,
    no_text: NoText = False,
    n_process: NProcess = 1,
    prefer: PreferOption = Prefer.auto,
    seasons: SeasonsOption = Seasons.months,
    currency_of: CurrencyOf = None,
    resume: Resume = False,
    colour: ColourOption = Colour.auto,
) -> None:
    """Read news articles: their sentences, quotations with speakers, dates and amounts.

    The exit status is 0 where all went well, 1 where a document could not be read (the others still are), 2 where the
    command line was wrong.
    """
    written = format.value if format is not None else _format_of(output)
    names = Names(text_field, published_field, id_field, _kept(keep, written))
    selection = _selection(only, written, no_text=no_text)
    options = _options(published, prefer.value, seasons.value, currency_of or [])
    sources = sources_of(files, input_format.value if input_format else None, text_field)
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

    opened: StreamOutput | FileOutput | None = None
    try:
        with ending_on_sigterm():
            opened = open_output(output, layout, about, resume=resume)
            _run(sources, names, options, layout, opened, n_process, output, list(context.obj))
    except Terminated:  # before the run began
        if opened is not None:
            opened.abandon()
        raise typer.Exit(143) from None
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


def _kept(keep: str | None, format: str) -> tuple[str, ...]:
    names = _split(keep)
    if names and format == Format.html.value:
        raise typer.BadParameter("a page shows no other fields.", param_hint="'--keep'")
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


def sources_of(files: list[str], input_format: Any, text_field: str) -> list[Source | Unreadable]:
    """Return what the files named at the command line are; one that cannot be right is an error of usage."""
    if "" in files:
        raise typer.BadParameter("a file name is empty.", param_hint="'FILE...'")
    try:
        return find_sources(files, input_format, text_field)
    except MisreadInputError as error:
        raise typer.BadParameter(str(error), param_hint="'FILE...'") from None


def _check_output(output: str | None, format: str, sources: list[Source | Unreadable], *, resume: bool) -> None:
    if format == Format.parquet.value:
        try:
            import_pyarrow()
        except ImportError as error:
            raise typer.BadParameter(str(error), param_hint="'--format'") from None
    if output in (None, "-"):
        if resume:
            raise wrong_output("--resume needs a file to go on with.")
        if format == Format.parquet.value:
            raise wrong_output("Parquet is written to a file: give its path.")
        return
    assert output is not None
    if not output:
        raise wrong_output("the path is empty.")
    if not Path(output).absolute().parent.is_dir():
        raise wrong_output(f"there is no folder {str(Path(output).parent)!r}.")
    if Path(output).is_dir():
        raise wrong_output(f"{output!r} is a folder.")
    if any(s.name != "standard input" and os.path.realpath(output) == os.path.realpath(s.name) for s in sources):
        raise wrong_output(f"{output!r} is one of the files to read.")
    if output.endswith(COMPRESSED[1:]) or (format == Format.parquet.value and output.endswith(".gz")):
        raise wrong_output("it is compressed as .gz alone; Parquet is compressed by itself.")
