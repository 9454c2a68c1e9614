"""The options of `parse` that `parse_many` passes on: for type checkers, and checked at the call."""

import datetime as dt
import inspect
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypedDict

from frnews._input import read_published
from frnews._parse import parse
from frnews._types import Prefer, Seasons

if TYPE_CHECKING:
    from spacy.language import Language


class ParseOptions(TypedDict, total=False):
    """What `parse` takes beside the text and the id; its docstring says what each is."""

    published: dt.date | str | None
    nlp: "Language | None"
    prefer: Prefer
    seasons: Seasons
    currency_of: Mapping[str, str] | None
    wrapped: bool
    split_quotations: bool


@cache
def option_names() -> tuple[str, ...]:
    """Return the names of the options of `parse`, in its order.

    >>> option_names()[:3]
    ('published', 'nlp', 'prefer')
    """
    return tuple(name for name in inspect.signature(parse).parameters if name not in ("text", "id"))


def check_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with the day read, or raise what `parse` would raise for them.

    Raises:
        TypeError: One is not known, or of a type that it cannot be.
        ValueError: One has a value that it cannot have.

    >>> check_options({"published": "2022-12-30"})
    {'published': datetime.date(2022, 12, 30)}
    >>> check_options({"publised": "2022-12-30"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: parse_many() does not know the option 'publised'. It knows items, n_process, ...

    """
    unknown = [name for name in options if name not in option_names()]
    if unknown:
        *names, last = ("items", "n_process", "fields", "on_error", *option_names())
        raise TypeError(
            f"parse_many() does not know the option {unknown[0]!r}. It knows {', '.join(names)} and {last}."
        )
    checked = {**options, "published": read_published(options.get("published"))}
    parse("", **checked)
    return checked
