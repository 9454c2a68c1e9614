"""The formats in which articles are written, one at a time, so that memory stays flat."""

import json
from collections.abc import Callable, Iterable
from typing import TextIO

from frnews._types import Article

Writer = Callable[[Iterable[Article], TextIO], None]


def writer_for(format: str, *, several: bool) -> Writer:
    """Return the function that writes articles in a format.

    Args:
        format: "text", "json" or "jsonl".
        several: Whether the input can hold more than one document; "json" then is a list.

    """
    if format == "jsonl":
        return write_jsonl
    if format == "json":
        return write_json_list if several else write_json
    return write_text


def write_jsonl(articles: Iterable[Article], stream: TextIO) -> None:
    """Write one JSON object a line."""
    for article in articles:
        stream.write(article.to_json() + "\n")


def write_json(articles: Iterable[Article], stream: TextIO) -> None:
    """Write each article as an indented JSON object."""
    for article in articles:
        stream.write(_indented(article) + "\n")


def write_json_list(articles: Iterable[Article], stream: TextIO) -> None:
    """Write the articles as one JSON list."""
    separator = "[\n"
    for article in articles:
        stream.write(separator + _indented(article))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_text(articles: Iterable[Article], stream: TextIO) -> None:
    """Write the articles for reading: in colour on a terminal, plain elsewhere."""
    from frnews._cli._view import print_lines, view

    for number, article in enumerate(articles):
        if number:
            stream.write("\n")
        print_lines(view(article), stream)


def _indented(article: Article) -> str:
    return json.dumps(article.to_dict(), ensure_ascii=False, indent=2)
