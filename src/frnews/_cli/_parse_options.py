"""The options of `frnews parse`: their types, names and help."""

from enum import Enum
from typing import Annotated

import typer

from frnews._cli._layouts import LAYER_NAMES
from frnews._input import read_published


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


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="UTF-8 text (.txt), or records with text and, where known, published and id: one JSON object a line "
        "(.jsonl), .csv, .parquet; each also compressed (.gz). Folders and patterns ('news/**/*.txt') stand for "
        "the files in them. - is standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=_read_published,
        help="The day on which the texts came out (2022-12-30), for those that do not bring their own.",
        show_default=False,
    ),
]
InputFormatOption = Annotated[
    InputFormat | None,
    typer.Option(help="What the files are, whatever their suffix; standard input is text without it."),
]
TextField = Annotated[str, typer.Option(metavar="NAME", help="The field of a record that holds the text.")]
PublishedField = Annotated[str, typer.Option(metavar="NAME", help="The field that holds the day.")]
IdField = Annotated[str, typer.Option(metavar="NAME", help="The field that holds the identifier.")]
Keep = Annotated[
    str | None,
    typer.Option(metavar="NAMES", help="Other fields that travel along (url,section).", show_default=False),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        help="text: for reading. json: the article, or a list of them where there are several files or records. "
        "jsonl: one article a line. html: one page. parquet: one row an article, or the flat table of the one "
        "layer that --only names. By default as the suffix of --output says, else text.",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        metavar="PATH",
        help="Write there in place of standard output; compressed where it ends in .gz. The file appears when it "
        "is complete. What could not be read stands in PATH.errors.jsonl.",
        show_default=False,
    ),
]
Only = Annotated[
    str | None,
    typer.Option(metavar="LAYERS", help="Write these alone: " + ",".join(LAYER_NAMES) + ".", show_default=False),
]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave out the articles' texts.")]
NProcess = Annotated[int, typer.Option(metavar="N", min=1, help="Number of processes.")]
PreferOption = Annotated[Prefer, typer.Option(help="Which 'samedi' or '12 mai' is meant.")]
SeasonsOption = Annotated[Seasons, typer.Option(help="When seasons start.")]
CurrencyOf = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=CODE",
        help="What a bare name means here (franc=CHF); may be given several times.",
        show_default=False,
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on where an interrupted run with the same --output stopped.")
]


def wrong_output(reason: str) -> typer.BadParameter:
    """Return the error that says what is wrong with the value of `--output`."""
    return typer.BadParameter(reason, param_hint="'--output'")
