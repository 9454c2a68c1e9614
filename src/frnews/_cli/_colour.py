"""Whether the terminal's view is in colour: always, never, or as the stream says."""

from enum import Enum
from typing import Annotated, TextIO

import typer


class Colour(str, Enum):
    """When to print in colour."""

    auto = "auto"
    always = "always"
    never = "never"


# What `--colour` said; one program prints to one terminal.
_chosen = Colour.auto


def choose(colour: Colour) -> Colour:
    """Set when to print in colour, for the rest of the run."""
    global _chosen
    _chosen = colour
    return colour


def chosen() -> Colour:
    """Return when to print in colour."""
    return _chosen


def is_coloured(stream: TextIO) -> bool:
    """Tell whether a stream gets colours, and lines that are wrapped for a terminal."""
    return stream.isatty() if _chosen is Colour.auto else _chosen is Colour.always


ColourOption = Annotated[
    Colour,
    typer.Option(
        callback=choose,
        help="Whether the view for reading is in colour: auto is on a terminal; always also into a pipe (less -R).",
    ),
]
