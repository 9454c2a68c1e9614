"""Articles in Apache Spark: a DataFrame of texts to one of what is read out of them.

It needs the extra `spark` (``pip install 'frnews[spark]'``) where the program runs and on every worker, and Java 17 or
newer, as Spark itself does. ``import frnews.spark`` alone needs neither.

>>> import frnews.spark
>>> frnews.spark.columns()[:4]
('article_id', 'published', 'text', 'quotations')
"""

import datetime as dt
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from frnews._arrow import batch_of
from frnews._input import is_missing
from frnews._layers import LAYERS, MENTIONS, OF_THE_ARTICLE, ColumnType, Reading
from frnews._many._options import option_names
from frnews._parse import parse as parse_text
from frnews._types import Article

if TYPE_CHECKING:
    import pyarrow
    import pyspark.sql

__all__ = ["columns", "parse"]

# So many articles go back to Spark together. Its own batches hold ten thousand, whose quotations need not be in memory
# at once.
_TOGETHER = 100
# Spark has no time of day before 4.1: times are strings ("20:00:00").
_SPARK_TYPES: dict[ColumnType, str] = {
    "string": "string",
    "integer": "bigint",
    "number": "double",
    "decimal": "decimal(38,9)",
    "day": "date",
    "time": "string",
}
_NAMES = ("text", "published", "id")


def columns() -> tuple[str, ...]:
    """Return the names of the columns that `parse` gives.

    >>> columns()[-1]
    'error'
    """
    return (*OF_THE_ARTICLE, "text", *MENTIONS, "error")


def parse(
    df: "pyspark.sql.DataFrame",
    *,
    text: str = "text",
    published: str = "published",
    id: str = "id",
    **options: Any,
) -> "pyspark.sql.DataFrame":
    """Read the articles of a Spark DataFrame, lazily and where its partitions lie.

    Args:
        df: A row an article.
        text: Its column of texts (strings).
        published: Its column of days (date, timestamp, or ISO 8601 strings); it may be missing under this name.
        id: Its column of identifiers (strings or whole numbers); it may be missing under this name.
        **options: Those of `frnews.parse`: nlp, prefer, seasons, currency_of, wrapped, split_quotations. They are sent
            along with the job; a pipeline given as `nlp` is built once in each Python worker.

    Returns:
        A row an article, lazily: "article_id", "published", "text"; "quotations", "dates", "amounts", "sentences" and
        "speakers", each an array of structures with the columns of that layer in `frnews.tables`, times of day as
        strings; and "error": why an article was not read, null where it was. An article without text is such a row
        ("there is no text"), its arrays null; one without a day is read like any other.

    Raises:
        TypeError: `df` is no Spark DataFrame, or an option is not known.
        ValueError: A column is missing, an option has a value that it does not know, or `nlp` cannot be sent along.
        ImportError: pyspark or pyarrow is not installed.

    """
    _check_installed()
    there = getattr(df, "columns", None)
    if there is None or not hasattr(df, "mapInArrow"):
        raise TypeError(f"frnews.spark.parse() reads a Spark DataFrame, and was given {type(df).__name__}.")
    packed = _pack(_check_options(options))
    asked = {"text": text, "published": published, "id": id}
    for key, name in asked.items():
        if not isinstance(name, str):
            raise TypeError(f"{key} is {type(name).__name__} ({name!r:.60}). Pass the name of a column.")
        if name not in there and (key == "text" or name != key):
            raise ValueError(
                f"The DataFrame has no column {name!r}. Its columns: {', '.join(there)}. "
                "Say under which names the articles stand: parse(df, text=…, published=…, id=…)."
            )
    chosen = [df[f"`{name}`"].alias(key) for key, name in asked.items() if name in there]
    return df.select(*chosen).mapInArrow(_reader(packed), _spark_schema())


def _pack(options: dict[str, Any]) -> bytes:
    try:
        return pickle.dumps(options, protocol=5)
    except Exception as error:  # pickle raises whatever the object's own methods raise
        raise ValueError(
            f"The options of frnews.spark.parse() cannot be sent to the workers ({type(error).__name__}: {error}). "
            "Pass an nlp that pickle can copy."
        ) from error


def _check_options(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options, or raise here what every worker would raise.

    >>> _check_options({"prefers": "past"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    TypeError: frnews.spark.parse() does not know the option 'prefers'. It knows text, published, id, nlp, prefer, ...

    """
    known = [name for name in option_names() if name != "published"]
    unknown = sorted(set(options) - set(known))
    if unknown:
        names = ", ".join([*_NAMES, *known])
        raise TypeError(f"frnews.spark.parse() does not know the option {unknown[0]!r}. It knows {names}.")
    parse_text("", **options)
    return options


def _check_installed() -> None:
    for package in ("pyspark", "pyarrow", "pandas"):
        try:
            __import__(package)
        except ImportError as error:
            raise ImportError(
                f"frnews.spark needs {package}. Install it here and on every worker: pip install 'frnews[spark]'"
            ) from error


def _spark_schema() -> str:
    """Return Spark's description of the columns.

    >>> _spark_schema()[:43]
    'article_id string, published date, text str'
    """
    fields = [f"{c.name} {_SPARK_TYPES[c.type]}" for c in LAYERS["articles"].columns if c.name in columns()[:3]]
    for name in MENTIONS:
        inner = ",".join(f"`{c.name}`:{_SPARK_TYPES[c.type]}" for c in _columns_of(name))
        fields.append(f"{name} array<struct<{inner}>>")
    return ", ".join([*fields, "error string"])


def _columns_of(layer: str) -> list[Any]:
    return [column for column in LAYERS[layer].columns if column.name not in OF_THE_ARTICLE]


@lru_cache(maxsize=1)
def _arrow_schema() -> "pyarrow.Schema":
    """Return the columns as Arrow sees them; what Spark has no type for is a string."""
    import pyarrow as pa

    from frnews._arrow import nested_schema

    def plain(type: Any) -> Any:
        if pa.types.is_list(type):
            return pa.list_(pa.field("element", plain(type.value_type)))
        if pa.types.is_struct(type):
            return pa.struct([pa.field(f.name, plain(f.type)) for f in type])
        return pa.string() if pa.types.is_time(type) else type

    fields = [pa.field(f.name, plain(f.type)) for f in nested_schema()]
    return pa.schema([*fields, pa.field("error", pa.string())])


def _reader(packed: bytes) -> Callable[[Iterable["pyarrow.RecordBatch"]], Iterator["pyarrow.RecordBatch"]]:
    """Return what runs on a worker. It is found there by its name: nothing of the driver's memory is sent along."""

    def read(batches: Iterable["pyarrow.RecordBatch"]) -> Iterator["pyarrow.RecordBatch"]:
        from frnews.spark import read_batches

        return read_batches(batches, packed)

    return read


def read_batches(batches: Iterable["pyarrow.RecordBatch"], packed: bytes) -> Iterator["pyarrow.RecordBatch"]:
    """Read the articles of Arrow batches, as a worker does.

    Args:
        batches: Batches with the columns "text" and, where there are, "published" and "id".
        packed: The options of `frnews.parse`, pickled.

    Yields:
        Batches of the columns that `parse` gives.

    """
    schema, options = _arrow_schema(), _unpack(packed)
    for batch in batches:
        for start in range(0, batch.num_rows, _TOGETHER):
            rows = batch.slice(start, _TOGETHER).to_pylist()
            yield batch_of([_row(row, options) for row in rows], schema)


@lru_cache(maxsize=4)
def _unpack(packed: bytes) -> dict[str, Any]:
    # A pipeline given as nlp is built once a worker, not once a task.
    options: dict[str, Any] = pickle.loads(packed)
    return options


def _row(given: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of one article, or of why it was not read.

    >>> _row({"text": None, "id": 7}, {})["error"]
    'there is no text'
    """
    text: Any = given.get("text")
    day, id = given.get("published"), given.get("id")
    row: dict[str, Any] = dict.fromkeys(columns()) | {"text": text if isinstance(text, str) else None}
    row["article_id"] = None if is_missing(id) else str(id)
    if isinstance(day, dt.date):
        row["published"] = day.date() if isinstance(day, dt.datetime) else day
    if is_missing(text):
        return row | {"error": "there is no text"}
    arguments = dict(options) if is_missing(day) else {**options, "published": day}
    try:
        return row | _nested(parse_text(text, id=id, **arguments))
    except Exception as error:
        return row | {"error": f"{type(error).__name__}: {error}"}


def _nested(article: Article) -> dict[str, Any]:
    reading = Reading(article, None)
    row: dict[str, Any] = {"article_id": article.id, "published": article.published, "text": article.text}
    for name in MENTIONS:
        row[name] = [{key: _plain(value) for key, value in line.items()} for line in LAYERS[name].rows(reading)]
    return row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.time) else value
