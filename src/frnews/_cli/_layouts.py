"""The forms in which articles are written: what is made of each, and how the pieces become one file.

An article is encoded where it was read, in whatever process; the encoded pieces go one by one into a stream, or in
chunks into the records of a run that can be resumed. A page and a Parquet file are made of the records at the end.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

import attrs

from frnews._layers import LAYERS, MENTIONS, OF_THE_ARTICLE, Reading
from frnews._many._channel import receive, send
from frnews._types import Article

LAYER_NAMES = ("sentences", "quotations", "dates", "amounts", "speakers")


@attrs.frozen
class Selection:
    """What of an article is written.

    Attributes:
        layers: The layers.
        text: Whether its text is.

    """

    layers: tuple[str, ...] = LAYER_NAMES
    text: bool = True

    def article(self, article: Article) -> Article:
        """Return an article without the layers that are not wanted."""
        without: dict[str, Any] = {name: () for name in LAYER_NAMES if name not in self.layers}
        return attrs.evolve(article, **without)

    def values(self, article: Article, kept: Mapping[str, Any]) -> dict[str, Any]:
        """Return plain values as of `Article.to_dict`, without what is not wanted, and with the kept fields."""
        values = article.to_dict()
        unwanted = {*LAYER_NAMES} - {*self.layers} | (set() if self.text else {"text"})
        return {**{name: value for name, value in values.items() if name not in unwanted}, **kept}


@attrs.frozen
class Lines:
    """One JSON object a line."""

    selection: Selection

    def encode(self, article: Article, kept: Mapping[str, Any]) -> bytes:
        """Return what is written of one article."""
        from frnews._json import line_of  # and cattrs, which the view for reading does not need

        return line_of(self.selection.values(article, kept)).encode() + b"\n"

    def chunk(self, records: Sequence[bytes], written: int) -> bytes:
        """Return some encoded articles as they follow on `written` others."""
        return b"".join(records)

    def end(self, written: int) -> bytes:
        """Return what stands after the last of `written` articles."""
        return b""


@attrs.frozen
class Json(Lines):
    """The one article as an indented JSON object, or several as a list."""

    several: bool = False

    def encode(self, article: Article, kept: Mapping[str, Any]) -> bytes:
        """Return what is written of one article."""
        values = self.selection.values(article, kept)
        return json.dumps(values, ensure_ascii=False, indent=2, default=str).encode("utf-8", "backslashreplace")

    def chunk(self, records: Sequence[bytes], written: int) -> bytes:
        """Return some encoded articles as they follow on `written` others."""
        if not self.several:
            return b"".join(record + b"\n" for record in records)
        return (b",\n" if written else b"[\n") + b",\n".join(records) if records else b""

    def end(self, written: int) -> bytes:
        """Return what stands after the last of `written` articles."""
        if not self.several:
            return b""
        return b"\n]\n" if written else b"[]\n"


@attrs.frozen
class Text(Lines):
    """For reading, with an empty line between two articles."""

    def encode(self, article: Article, kept: Mapping[str, Any]) -> Any:
        """Return the lines of one article, which a terminal colours and wraps."""
        from frnews._cli._view import view

        return list(view(article, self.selection.layers, kept))

    def chunk(self, records: Sequence[Any], written: int) -> bytes:
        """Return some encoded articles as they follow on `written` others."""
        from frnews._cli._view import print_lines

        stream = io.StringIO()
        for number, lines in enumerate(records, start=written):
            if number:
                stream.write("\n")
            print_lines(lines, stream)
        return stream.getvalue().encode("utf-8", "backslashreplace")


@attrs.frozen
class Page(Lines):
    """One HTML page."""

    def encode(self, article: Article, kept: Mapping[str, Any]) -> bytes:
        """Return one article as a line, of which the page is made at the end."""
        return self.selection.article(article).to_json().encode() + b"\n"

    def finish(self, records: IO[bytes], target: IO[bytes]) -> None:
        """Make the page of all articles."""
        from frnews import to_html  # type: ignore[attr-defined,unused-ignore]

        articles = (Article.from_json(line.decode()) for line in records)
        first = next(articles, None)
        second = next(articles, None)
        if first is not None and second is None:
            page = first.to_html()  # type: ignore[attr-defined,unused-ignore]
        else:
            page = to_html([article for article in (first, second) if article is not None] + list(articles))
        target.write(page.encode("utf-8", "backslashreplace"))


@attrs.frozen
class Parquet:
    """A Parquet file: the flat table of one layer, or one row an article with a list for each of several layers."""

    selection: Selection
    keep: tuple[str, ...] = ()

    @property
    def _flat(self) -> str | None:
        return self.selection.layers[0] if len(self.selection.layers) == 1 else None

    def _schema(self) -> Any:
        from frnews._arrow import import_pyarrow, nested_schema, schema_of

        pa = import_pyarrow()
        if self._flat is None:
            schema = nested_schema(self.selection.layers, text=self.selection.text)
        else:
            schema = schema_of(self._flat)
        for name in self.keep:
            schema = schema.append(pa.field(name, pa.string()))
        return schema

    def encode(self, article: Article, kept: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the rows of one article."""
        reading = Reading(article, None)
        more = {name: _as_text(value) for name, value in kept.items()}
        if self._flat is not None:
            return [{**row, **more} for row in LAYERS[self._flat].rows(reading)]
        row: dict[str, Any] = {"article_id": article.id, "published": article.published}
        if self.selection.text:
            row["text"] = article.text
        for name in MENTIONS:
            if name in self.selection.layers:
                rows = LAYERS[name].rows(reading)
                row[name] = [{key: row[key] for key in row if key not in OF_THE_ARTICLE} for row in rows]
        return [{**row, **more}]

    def chunk(self, records: Sequence[list[dict[str, Any]]], written: int) -> bytes:
        """Return the rows of some articles as an Arrow stream, after its length."""
        from frnews._arrow import batches, import_pyarrow

        pa = import_pyarrow()
        schema = self._schema()
        rows = (row for record in records for row in record)
        sink = io.BytesIO()
        with pa.ipc.new_stream(sink, schema) as writer:
            for batch in batches(rows, schema):
                writer.write_batch(batch)
        framed = io.BytesIO()
        send(framed, sink.getvalue())
        return framed.getvalue()

    def end(self, written: int) -> bytes:
        """Return nothing: the file is made at the end."""
        return b""

    def finish(self, records: IO[bytes], target: IO[bytes]) -> None:
        """Make the Parquet file of all chunks."""
        import pyarrow.parquet

        with pyarrow.parquet.ParquetWriter(target, self._schema(), compression="zstd") as writer:
            for table in self._row_groups(records):
                writer.write_table(table)

    def _row_groups(self, records: IO[bytes]) -> Iterator[Any]:
        """Put the chunks together into groups that can be read one at a time and are worth reading so."""
        import pyarrow as pa

        tables: list[Any] = []
        while (message := receive(records)) is not None:
            tables.append(pa.ipc.open_stream(message).read_all())
            if sum(table.nbytes for table in tables) >= _ROW_GROUP_BYTES:
                yield pa.concat_tables(tables).combine_chunks()
                tables = []
        if tables:
            yield pa.concat_tables(tables).combine_chunks()


_ROW_GROUP_BYTES = 64_000_000


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


Layout = Lines | Parquet


def layout_of(format: str, selection: Selection, *, keep: tuple[str, ...], several: bool) -> Layout:
    """Return the layout of a format.

    Args:
        format: "text", "json", "jsonl", "html" or "parquet".
        selection: What of each article is written.
        keep: The fields that travel along.
        several: Whether the input can hold more than one document; "json" then is a list.

    """
    if format == "parquet":
        ordered = tuple(name for name in MENTIONS if name in selection.layers)
        return Parquet(attrs.evolve(selection, layers=ordered), keep)
    if format == "json":
        return Json(selection, several)
    return {"text": Text, "jsonl": Lines, "html": Page}[format](selection)
