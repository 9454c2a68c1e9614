"""What the files of the command line hold: documents, or the reason why one cannot be read."""

import contextlib
import csv
import io
import itertools
import json
import lzma
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, cast

from attrs import frozen

from frnews._cli._sources import COMPRESSED, Source, Unreadable, standard_input
from frnews._input import check_id, is_missing

_ROWS = 128
_UNDECODED = re.compile("[\udc80-\udcff]")


@frozen
class Document:
    """A text to parse.

    Attributes:
        name: What an error message calls it.
        text: The text, its line ends as they stand in the file.
        published: What its own record says of the day, not checked yet, or None.
        id: Its identifier, or None.
        kept: Its other fields that travel along.

    """

    name: str
    text: str
    published: Any = None
    id: str | None = None
    kept: Mapping[str, Any] = {}


@frozen
class Names:
    """Under which names records keep things.

    Attributes:
        text: The text.
        published: The day.
        id: The identifier.
        keep: The fields that travel along.

    """

    text: str = "text"
    published: str = "published"
    id: str = "id"
    keep: tuple[str, ...] = ()


class Reach:
    """How far reading has come.

    Attributes:
        done: The bytes of the files that are behind.

    """

    def __init__(self) -> None:
        self.done = 0
        self._now: Callable[[], int] = lambda: 0

    def open(self, tell: Callable[[], int]) -> None:
        """Say how the file that is read now tells its place."""
        self._now = tell

    def close(self, size: int) -> None:
        """Count a file as read."""
        self.done += size
        self._now = lambda: 0

    @property
    def bytes(self) -> int:
        """Bytes read so far, of all files."""
        return self.done + self._now()


Entry = Callable[[], Document | Unreadable]
"""A document that is made out of its record when called: who resumes a run passes over the first million quickly."""


def read_entries(sources: Iterable[Source | Unreadable], names: Names, reach: Reach) -> Iterator[Entry]:
    """Read the documents of some files, one after the other, each when it is asked for.

    Args:
        sources: The files.
        names: Under which names records keep things.
        reach: Is told how far reading has come.

    Yields:
        The documents in order, not made yet; where one cannot be read, why.

    """
    for source in sources:
        if isinstance(source, Unreadable):
            yield partial(_itself, source)
            continue
        try:
            with _open(source, reach) as stream:
                yield from _READERS[source.kind](source, stream, names)
        except OSError as error:
            # What gzip says of a damaged file has no number, and is told as it stands.
            yield partial(_itself, Unreadable(source.name, (error.strerror or str(error)).lower()))
        except (EOFError, zlib.error, lzma.LZMAError, ImportError) as error:
            yield partial(_itself, Unreadable(source.name, str(error)))
        reach.close(source.size)


def _itself(unreadable: Unreadable) -> Unreadable:
    return unreadable


@contextlib.contextmanager
def _open(source: Source, reach: Reach) -> Iterator[BinaryIO]:
    if source.path == "-":
        yield standard_input(source)
        return
    with open(source.path, "rb") as raw:
        reach.open(lambda: 0 if raw.closed else raw.tell())
        if not source.path.lower().endswith(COMPRESSED):
            yield raw
            return
        from smart_open.compression import compression_wrapper

        with compression_wrapper(raw, "rb") as opened:
            yield cast(BinaryIO, opened)


def _read_text(source: Source, stream: BinaryIO, names: Names) -> Iterator[Entry]:
    data = stream.read()
    yield partial(_text_of, source, data)


def _text_of(source: Source, data: bytes) -> Document | Unreadable:
    try:
        return Document(source.name, _decode(data), id=source.id)
    except UnicodeDecodeError as error:
        return Unreadable(source.name, _not_utf8(error))


def _read_lines(source: Source, stream: BinaryIO, names: Names) -> Iterator[Entry]:
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield partial(_record_of_line, f"{source.name}, line {number}", line, names)


def _record_of_line(name: str, line: bytes, names: Names) -> Document | Unreadable:
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
    return _document(name, record, names)


def _read_csv(source: Source, stream: BinaryIO, names: Names) -> Iterator[Entry]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
    header = lines.readline()
    rows = csv.reader(itertools.chain([header], lines), delimiter=_delimiter(header, names.text))
    columns = next(rows, [])
    for number in itertools.count(1):
        name = f"{source.name}, row {number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield partial(_itself, Unreadable(name, f"not CSV: {error}"))
            continue
        if row:
            yield partial(_record_of_row, name, columns, row, names)


def _delimiter(header: str, text_field: str) -> str:
    """Return the sign that parts the cells: that which yields the field of the text, else the most frequent.

    >>> _delimiter("id;text", "text"), _delimiter("a,b,c;d", "text")
    (';', ',')
    """
    for sign in ",;\t|":
        if text_field in next(csv.reader([header], delimiter=sign), []):
            return sign
    return max(",;\t|", key=header.count)


def _record_of_row(name: str, columns: list[str], row: list[str], names: Names) -> Document | Unreadable:
    if len(row) != len(columns):
        return Unreadable(name, f"it has {len(row)} cells, and the header {len(columns)}")
    if any(map(_UNDECODED.search, row)):
        return Unreadable(name, "not UTF-8. Convert the file first: iconv -t utf-8")
    # An empty cell is how CSV writes that there is no day, no id.
    record = {column: cell if cell or column == names.text else None for column, cell in zip(columns, row, strict=True)}
    return _document(name, record, names)


def _read_parquet(source: Source, stream: BinaryIO, names: Names) -> Iterator[Entry]:
    from frnews._arrow import import_pyarrow

    pa = import_pyarrow()
    import pyarrow.parquet

    try:
        # A table is read from its end: what cannot be gone back in is taken whole.
        whole = source.path.lower().endswith(".parquet") and stream.seekable()
        file = pyarrow.parquet.ParquetFile(stream if whole else io.BytesIO(stream.read()))
        columns = file.schema_arrow.names
        if names.text not in columns:
            yield partial(_document, source.name, dict.fromkeys(columns), names)
            return
        wanted = [name for name in (names.text, names.published, names.id, *names.keep) if name in columns]
        numbers = itertools.count(1)
        for batch in file.iter_batches(_ROWS, columns=wanted):
            for row in batch.to_pylist():
                yield partial(_document, f"{source.name}, row {next(numbers)}", row, names)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        yield partial(_itself, Unreadable(source.name, f"not Parquet, or damaged: {error}"))


_READERS: dict[str, Callable[[Source, BinaryIO, Names], Iterator[Entry]]] = {
    "text": _read_text,
    "jsonl": _read_lines,
    "csv": _read_csv,
    "parquet": _read_parquet,
}


def _document(name: str, record: Mapping[str, Any], names: Names) -> Document | Unreadable:
    """Make a document of a record, whatever kind of file it stood in."""
    given = record.get(names.id)
    if not is_missing(given):
        name = f"{name} (id {given!r:.60})"
    try:
        id_ = check_id(given)
    except TypeError:
        return Unreadable(name, f'"{names.id}" is neither a string nor a whole number')
    if names.text not in record:
        keys = ", ".join(map(repr, record)) or "none"
        return Unreadable(name, f'no "{names.text}" in it; its fields are {keys}. Say which with --text-field', id_)
    text = record[names.text]
    if not isinstance(text, str):
        told = "null" if is_missing(text) else json.dumps(text, default=str)
        return Unreadable(name, f'"{names.text}" is not a string: {told:.60}', id_)
    kept = {field: record.get(field) for field in names.keep}
    return Document(name, text, record.get(names.published), id_, kept)


def _decode(data: bytes) -> str:
    # Editors on Windows open a file with a byte order mark, which is no part of the text.
    return data.decode("utf-8-sig")


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"not UTF-8 (byte {error.object[error.start]:#04x} at {error.start}). Convert it first: iconv -t utf-8"
