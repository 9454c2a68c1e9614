"""Whole tables as items: pandas and polars DataFrames, Arrow tables and batches, and columns of texts.

They are known by their module and by what they can do: none of the three libraries is imported for it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from frnews._many._items import KEYS, Fields, advice

_ROWS_A_BATCH = 1000


def rows_of(items: Any, fields: Fields) -> Iterable[Any] | None:
    """Return the rows of a table as mappings, one at a time, or None where `items` is no table.

    Args:
        items: What `parse_many` was given.
        fields: Under which names the columns stand; others are a mistake where the caller has said nothing.

    Raises:
        TypeError: It is a table that has not been computed yet (polars' LazyFrame).
        ValueError: A column is missing or not known.

    >>> rows_of(["Il pleut."], Fields(None)) is None
    True

    """
    library = next((m for m in map(_library, type(items).__mro__) if m), None)
    kind = type(items).__name__
    if library is None:
        return None
    if kind == "LazyFrame":
        raise TypeError("parse_many() reads a DataFrame, and was given a LazyFrame. Pass frame.collect().")
    if library == "pyarrow":
        return _arrow_items(items, fields)
    if hasattr(items, "columns") and hasattr(items, "shape"):
        names = _columns(list(items.columns), fields)
        return _pandas_rows(items, names) if library == "pandas" else _polars_rows(items, names)
    return None  # a Series gives its values by itself


def _library(cls: type) -> str | None:
    library = cls.__module__.partition(".")[0]
    return library if library in ("pandas", "polars", "pyarrow") else None


def _columns(names: list[Any], fields: Fields) -> list[str]:
    """Return the columns to read, or raise an error that says which are wrong."""
    unknown = fields.unknown(names)
    if unknown:
        raise ValueError(f"parse_many(): the column {unknown[0]!r} is not known. {advice()}")
    for key in KEYS:
        # What the caller names must be there, for a misspelt name would silently lose all days or ids.
        if fields.keys[key] not in names and (key == "text" or fields.keys[key] != key):
            raise ValueError(
                f"parse_many(): there is no column {fields.keys[key]!r}. "
                f"The table's columns: {', '.join(map(repr, names)) or 'none'}."
            )
    return [name for name in fields.keys.values() if name in names]


def _pandas_rows(frame: Any, names: list[str]) -> Iterator[dict[str, Any]]:
    columns = [frame[name] for name in names]
    for values in zip(*columns, strict=True):
        yield dict(zip(names, values, strict=True))


def _polars_rows(frame: Any, names: list[str]) -> Iterator[dict[str, Any]]:
    yield from frame.select(names).iter_rows(named=True)


def _arrow_items(items: Any, fields: Fields) -> Iterable[Any] | None:
    if hasattr(items, "schema") and hasattr(items, "to_batches"):  # a Table
        return _arrow_rows(items.to_batches, _columns(items.schema.names, fields))
    if hasattr(items, "schema") and hasattr(items, "to_pylist"):  # a RecordBatch
        return _arrow_rows(lambda: [items], _columns(items.schema.names, fields))
    if hasattr(items, "schema") and hasattr(items, "read_next_batch"):  # a reader of batches
        return _arrow_rows(lambda: items, _columns(items.schema.names, fields))
    if hasattr(items, "to_pylist"):  # a column of texts: its values alone are no plain ones
        return (scalar.as_py() for scalar in items)
    return None


def _arrow_rows(batches: Any, names: list[str]) -> Iterator[dict[str, Any]]:
    for batch in batches():
        for start in range(0, batch.num_rows, _ROWS_A_BATCH):
            yield from batch.slice(start, _ROWS_A_BATCH).select(names).to_pylist()
