"""The command `frnews report`: one page on who is quoted how often in a corpus."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from frnews._cli._documents import Names
from frnews._cli._layouts import Lines, Selection
from frnews._cli._output import State
from frnews._cli._parse_command import sources_of
from frnews._cli._parse_options import (
    IdField,
    InputFormatOption,
    NProcess,
    Published,
    PublishedField,
    TextField,
    wrong_output,
)
from frnews._cli._run import Terminated, ending_on_sigterm, run
from frnews._errors import FrnewsError
from frnews._input import read_published
from frnews._types import Article


class _Whole(Lines):
    """The articles themselves, as they come from where they were read."""

    def encode(self, article: Article, kept: Mapping[str, Any]) -> Any:
        """Return the article."""
        return article


class _Gathered:
    """Takes articles, for a page that is made of all of them."""

    def __init__(self) -> None:
        self.state = State({})
        self.articles: list[Article] = []

    def add(self, record: Any, characters: int) -> None:
        """Take an article."""
        self.articles.append(record)
        self.state.parsed += 1

    def fail(self, failure: Mapping[str, Any]) -> None:
        """Count a failure; it has been told."""
        self.state.failed += 1

    def finish(self) -> None:
        """Do nothing: the page is made by who has the articles."""

    def abandon(self) -> bool:
        """Say that nothing can be resumed."""
        return False


def report(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="The corpus: files as of frnews parse (.txt, .jsonl, .csv, .parquet; each also .gz), folders, "
            "patterns, or - for standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[str, typer.Option(metavar="PATH", help="Where the page is written.", show_default=False)],
    people: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Your own table of people (CSV: id, name, and where known aliases, gender, role, from, to).",
            show_default=False,
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The page's heading.", show_default=False)] = None,
    published: Published = None,
    input_format: InputFormatOption = None,
    text_field: TextField = "text",
    published_field: PublishedField = "published",
    id_field: IdField = "id",
    n_process: NProcess = 1,
) -> None:
    """Report on a corpus: who is quoted how often, by kind and gender, over time, with whom; which days and sums.

    The page is one HTML file that asks for no other; each of its numbers opens the passages behind it. The exit status
    is 0 where all went well, 1 where a document could not be read (the others still are counted), 2 where the command
    line was wrong.
    """
    from frnews._report import report_page

    target = _target(output, paths)
    if people is not None and not Path(people).is_file():
        raise typer.BadParameter(f"there is no file {people!r}.", param_hint="'--people'")
    sources = sources_of(paths, input_format.value if input_format else None, text_field)
    gathered = _Gathered()
    names = Names(text_field, published_field, id_field)
    options = {"published": read_published(published)}
    try:
        with ending_on_sigterm():
            run(sources, names, options, _Whole(Selection()), gathered, n_process=n_process, errors_path=None, bar=True)
            if not gathered.articles:
                raise FrnewsError("no article could be read, so there is nothing to report on")
            _write(report_page(gathered.articles, people=people, title=title), target)
    except Terminated:
        typer.echo("frnews: stopped.", err=True)
        raise typer.Exit(143) from None
    except FrnewsError as error:
        typer.echo(f"frnews: {error}", err=True)
        raise typer.Exit(1) from None
    except (TypeError, ValueError) as error:
        if people is None:
            raise
        raise typer.BadParameter(str(error), param_hint="'--people'") from None
    if gathered.state.failed:
        raise typer.Exit(1)


def _target(output: str, paths: list[str]) -> Path:
    target = Path(os.path.realpath(output))  # of a link it is what it leads to that is replaced
    if not output or target.is_dir():
        raise wrong_output(f"{output!r} is no file name.")
    if not target.parent.is_dir():
        raise wrong_output(f"there is no folder {str(target.parent)!r}.")
    if any(path != "-" and os.path.realpath(path) == os.path.realpath(output) for path in paths):
        raise wrong_output(f"{output!r} is one of the files to read.")
    return target


def _write(page: str, target: Path) -> None:
    """Write the page beside its place and rename it when it is complete: nobody finds half of one."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    data = page.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe cannot be replaced
            return
        unfinished.write_bytes(data)
        os.replace(unfinished, target)
    except OSError as error:
        typer.echo(f"frnews: cannot write {target}: {(error.strerror or str(error)).lower()}", err=True)
        raise typer.Exit(1) from None
    finally:
        unfinished.unlink(missing_ok=True)
