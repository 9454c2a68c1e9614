"""Rows of the layers as Arrow: the schemas, and batches that keep to them whatever the rows hold."""

import decimal
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any

from frnews._layers import LAYERS, MENTIONS, OF_THE_ARTICLE, ColumnType, layer_of

if TYPE_CHECKING:
    import pyarrow

# A batch holds so many rows, or so many characters: Arrow's strings end at 2 GB a batch.
_ROWS = 10_000
_CHARACTERS = 50_000_000
# Sums up to 10^29 with nine decimals: the most that Parquet, DuckDB, Spark and polars all read.
_DIGITS, _DECIMALS = 38, 9
_SURROGATE = re.compile("[\ud800-\udfff]")


def import_pyarrow() -> Any:
    """Return pyarrow, or raise an ImportError that says how to install it."""
    return import_for_tables("pyarrow", "'frnews[tables]'")


def import_for_tables(package: str, installed_with: str) -> Any:
    """Return a package of tables, or raise an ImportError that says how to install it."""
    try:
        return import_module(package)
    except ImportError as error:
        raise ImportError(f"frnews needs {package} for this. Install it with: pip install {installed_with}") from error


def schema_of(layer: str) -> "pyarrow.Schema":
    """Return the schema of a layer's flat rows."""
    pa = import_pyarrow()
    return pa.schema([pa.field(column.name, _type(column.type)) for column in layer_of(layer).columns])


def nested_schema(layers: Iterable[str] = MENTIONS, *, text: bool = True) -> "pyarrow.Schema":
    """Return the schema of one row an article, with a list of structures for each layer.

    Args:
        layers: Which layers.
        text: Whether the article's text is there too.

    """
    pa = import_pyarrow()
    wanted = (*OF_THE_ARTICLE, "text") if text else OF_THE_ARTICLE
    fields = [pa.field(c.name, _type(c.type)) for c in LAYERS["articles"].columns if c.name in wanted]
    for name in layers:
        columns = [c for c in layer_of(name).columns if c.name not in OF_THE_ARTICLE]
        fields.append(pa.field(name, pa.list_(pa.struct([pa.field(c.name, _type(c.type)) for c in columns]))))
    return pa.schema(fields)


def _type(type: ColumnType) -> Any:
    pa = import_pyarrow()
    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "decimal": pa.decimal128(_DIGITS, _DECIMALS),
        "day": pa.date32(),
        "time": pa.time32("s"),
    }
    return types[type]


def batches(rows: Iterable[Mapping[str, Any]], schema: "pyarrow.Schema") -> Iterator["pyarrow.RecordBatch"]:
    """Put rows into batches of one schema."""
    some: list[Mapping[str, Any]] = []
    characters = 0
    for row in rows:
        some.append(row)
        characters += len(row.get("text") or "")
        if len(some) >= _ROWS or characters >= _CHARACTERS:
            yield batch_of(some, schema)
            some, characters = [], 0
    if some:
        yield batch_of(some, schema)


def batch_of(rows: Sequence[Mapping[str, Any]], schema: "pyarrow.Schema") -> "pyarrow.RecordBatch":
    """Return rows as one batch.

    What Arrow cannot hold is told apart here: a lone surrogate becomes U+FFFD (offsets stay), a decimal is rounded to
    nine places, or is missing where it has more than 29 digits before them.
    """
    pa = import_pyarrow()
    rows = [_fitting(row) for row in rows]
    try:
        return pa.RecordBatch.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_without_surrogates(row) for row in rows], schema=schema)


def _fitting(value: Any) -> Any:
    if isinstance(value, Decimal):
        return _fitting_decimal(value)
    if isinstance(value, Mapping):
        return {key: _fitting(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_fitting(inner) for inner in value]
    return value


def _fitting_decimal(number: Decimal) -> Decimal | None:
    """Return a number with at most the digits that Arrow holds, or None.

    >>> _fitting_decimal(Decimal("0.12345678949")), _fitting_decimal(Decimal("1e30"))
    (Decimal('0.123456789'), None)
    """
    if not number.is_finite() or number.adjusted() >= _DIGITS - _DECIMALS:
        return None
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_DECIMALS:
        return number.quantize(Decimal(1).scaleb(-_DECIMALS), context=decimal.Context(prec=_DIGITS + 1))
    return number


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, Mapping):
        return {key: _without_surrogates(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(inner) for inner in value]
    return value
