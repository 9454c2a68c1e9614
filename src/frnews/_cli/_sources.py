"""Which files a command line names: paths, folders and patterns, and what each is read as."""

import glob
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal

from attrs import frozen

Kind = Literal["text", "jsonl", "csv", "parquet"]

KIND_OF_SUFFIX: dict[str, Kind] = {".txt": "text", ".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet"}
COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
RESUME = ".resume"
ERRORS = ".errors.jsonl"
# So much of standard input is looked at to tell what it is.
_HEAD = 65536


@frozen
class Unreadable:
    """A document, or a whole file, that cannot be read.

    Attributes:
        name: What an error message calls it.
        reason: Why, in one line.
        id: Its identifier, where that is known.

    """

    name: str
    reason: str
    id: str | None = None


@frozen
class Source:
    """A file, or standard input, and what it is read as.

    Attributes:
        path: Its path; `-` is standard input.
        kind: What it holds.
        size: Its size in bytes, 0 where that cannot be known.
        head: What has been read of standard input already.

    """

    path: str
    kind: Kind
    size: int = 0
    head: bytes = b""

    @property
    def name(self) -> str:
        """What an error message calls it."""
        return "standard input" if self.path == "-" else self.path

    @property
    def id(self) -> str | None:
        """The name of the file without its suffixes, the identifier of a text."""
        return None if self.path == "-" else _inner(self.path).stem


class MisreadInputError(Exception):
    """Standard input does not look like the text as which it would be read; the message says what to type."""


def find_sources(files: Sequence[str], input_format: Kind | None, text_field: str) -> list[Source | Unreadable]:
    """Find the files that a command line names, in its order; those of a folder or pattern by name.

    Args:
        files: Paths, folders (read with all that is below them), patterns such as `news/**/*.txt`, and `-`.
        input_format: What all of them are read as; None goes by the suffix.
        text_field: The field that holds the text, by which a table on standard input is known.

    Raises:
        MisreadInputError: Standard input looks like anything else than text, and nobody has said that it is text.

    """
    found: list[Source | Unreadable] = []
    for file in files:
        if file == "-":
            found.append(_standard_input(input_format, text_field))
        elif os.path.isdir(file):
            below = [_source(path, input_format) for path in _files_below(file)]
            found += below or [
                Unreadable(file, "no file that frnews reads is in this folder: .txt, .jsonl, .csv, .parquet")
            ]
        elif glob.has_magic(file) and not os.path.exists(file):
            matching = sorted(path for path in glob.glob(file, recursive=True) if os.path.isfile(path))
            found += [_source(path, input_format) for path in matching] or [Unreadable(file, "no file matches")]
        else:
            found.append(_source(file, input_format))
    return found


def _source(path: str, input_format: Kind | None) -> Source | Unreadable:
    suffix = _inner(path).suffix.lower()
    kind = input_format or KIND_OF_SUFFIX.get(suffix) or ("text" if not suffix else None)
    if kind is None:
        return Unreadable(
            path, "frnews reads .txt, .jsonl, .csv and .parquet, also with .gz. Say what it is with --input-format"
        )
    try:
        return Source(path, kind, os.path.getsize(path))
    except OSError:
        return Source(path, kind)  # opening it will say why


def _inner(path: str) -> Path:
    """Return a path without the suffix of its compression."""
    whole = Path(path)
    return whole.with_suffix("") if whole.suffix.lower() in COMPRESSED else whole


def _files_below(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        # In place, so that the walk goes by name and leaves out what is hidden or our own.
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(RESUME))
        for name in sorted(files):
            known = _inner(name).suffix.lower() in KIND_OF_SUFFIX
            if known and not name.startswith(".") and not name.endswith(ERRORS):
                yield os.path.join(path, name)


def _standard_input(input_format: Kind | None, text_field: str) -> Source | Unreadable:
    if sys.stdin is None:
        return Unreadable("standard input", "it is closed")
    if input_format is not None:
        return Source("-", input_format)
    head = sys.stdin.buffer.read(_HEAD)
    likeness = _likeness(head, text_field)
    if likeness is not None:
        what, type_ = likeness
        raise MisreadInputError(f"standard input looks like {what}, and would be read as one text. Type {type_}")
    return Source("-", "text", head=head)


def _likeness(head: bytes, text_field: str) -> tuple[str, str] | None:
    r"""Tell what bytes look like that are no prose, and what to type for them.

    >>> _likeness(b'{"text": "Il pleut."}\n', "text")
    ('JSON', '--input-format jsonl (one object a line), or --input-format text if it is prose.')
    >>> _likeness("Paris, lundi, il pleut.\nDemain, non.".encode(), "text") is None
    True
    """
    if head.startswith(b"\x1f\x8b"):
        return "gzip", "what it holds: --input-format jsonl, csv or text."
    if head.startswith(b"PAR1"):
        return "Parquet", "--input-format parquet."
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if re.match(r'\[?\s*\{\s*("|\}|$)', text):
        return "JSON", "--input-format jsonl (one object a line), or --input-format text if it is prose."
    if _is_header(text, text_field):
        return "CSV", "--input-format csv, or --input-format text if it is prose."
    return None


def _is_header(text: str, text_field: str) -> bool:
    """Tell whether a text starts with a line of names and goes on with another line."""
    first, _, rest = text.partition("\n")
    if not rest.strip():
        return False
    for separator in ",;\t":
        cells = [cell.strip().strip('"') for cell in first.split(separator)]
        if len(cells) > 1 and (text_field in cells or all(re.fullmatch(r"[A-Za-z_][\w-]{0,40}", c) for c in cells)):
            return True
    return False


def standard_input(source: Source) -> BinaryIO:
    """Return standard input as a stream of bytes, uncompressed where it is gzip."""
    import gzip
    import io

    if source.head:
        return io.BytesIO(source.head + sys.stdin.buffer.read())
    buffered = sys.stdin.buffer
    if isinstance(buffered, io.BufferedReader) and buffered.peek(2)[:2] == b"\x1f\x8b":
        return gzip.open(buffered)  # type: ignore[return-value]
    return buffered


def described(sources: Iterable[Source | Unreadable]) -> str:
    """Return what tells these sources from others: a digest of names, sizes and times of writing."""
    known: list[list[str | int]] = []
    for source in sources:
        try:
            known.append([source.name, os.stat(source.name).st_size, os.stat(source.name).st_mtime_ns])
        except OSError:
            known.append([source.name])
    return hashlib.sha256(json.dumps(known).encode("utf-8", "surrogatepass")).hexdigest()
