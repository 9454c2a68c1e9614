"""What the files of the command line hold: documents, or the reason why one cannot be read."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen


@frozen
class Document:
    """A text to parse.

    Attributes:
        name: What an error message calls it.
        text: The text, its line ends as they stand in the file.
        published: What its own record says of the day, not checked yet, or None.
        id: Its identifier, or None.

    """

    name: str
    text: str
    published: Any = None
    id: str | None = None


@frozen
class Unreadable:
    """A document, or a whole file, that cannot be read.

    Attributes:
        name: What an error message calls it.
        reason: Why, in one line.

    """

    name: str
    reason: str


def holds_lines(file: str) -> bool:
    """Tell whether a file is read as one JSON object a line."""
    return Path(file).suffix.lower() == ".jsonl"


def read_documents(files: Iterable[str]) -> Iterator[Document | Unreadable]:
    """Read the documents of some files, one after the other, each when it is asked for.

    Args:
        files: Paths that end in `.txt` or `.jsonl`; `-`, or a path without a suffix, is read as text.

    Yields:
        The documents in order; where one cannot be read, why.

    """
    for file in files:
        try:
            if holds_lines(file):
                yield from _read_lines(file)
            else:
                yield _read_text(file)
        except OSError as error:
            yield Unreadable(file, (error.strerror or str(error)).lower())


def _read_text(file: str) -> Document | Unreadable:
    if file == "-":
        name, id_, data = "standard input", None, sys.stdin.buffer.read()
    else:
        path = Path(file)
        if path.suffix.lower() not in (".txt", ""):
            return Unreadable(file, f"frnews reads .txt and .jsonl. Other text goes in as: frnews parse - < {file}")
        name, id_, data = file, path.stem, path.read_bytes()
    try:
        return Document(name, _decode(data), id=id_)
    except UnicodeDecodeError as error:
        return Unreadable(name, _not_utf8(error))


def _read_lines(file: str) -> Iterator[Document | Unreadable]:
    with open(file, "rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _read_record(f"{file}, line {number}", line)


def _read_record(name: str, line: bytes) -> Document | Unreadable:
    try:
        record = json.loads(_decode(line))
    except UnicodeDecodeError as error:
        return Unreadable(name, _not_utf8(error))
    except RecursionError:
        return Unreadable(name, "not JSON: nested too deeply")
    except ValueError as error:
        return Unreadable(name, f"not JSON: {error}")
    if not isinstance(record, dict):
        return Unreadable(name, f"not a JSON object: {json.dumps(record):.60}")
    id_ = record.get("id")
    if isinstance(id_, int) and not isinstance(id_, bool):
        id_ = str(id_)
    if id_ is not None:
        name = f"{name} (id {id_!r:.60})"
    if not isinstance(id_, str | None):
        return Unreadable(name, '"id" is not a string')
    if "text" not in record:
        return Unreadable(name, 'no "text" in it; its keys are ' + (", ".join(map(repr, record)) or "none"))
    if not isinstance(record["text"], str):
        return Unreadable(name, f'"text" is not a string: {json.dumps(record["text"]):.60}')
    return Document(name, record["text"], record.get("published"), id_)


def _decode(data: bytes) -> str:
    # Editors on Windows open a file with a byte order mark, which is no part of the text.
    return data.decode("utf-8-sig")


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"not UTF-8 (byte {error.object[error.start]:#04x} at {error.start}). Convert it first: iconv -t utf-8"
