"""Articles as tables: one flat row a quotation, date, amount, sentence, speaker or article.

The columns are the same whatever the articles hold, so that batches can be written one after the other into one file.
`rows` needs nothing else; the other functions need the extra `tables` (``pip install 'frnews[tables]'``), and pandas or
polars where they give their frames.

>>> import frnews
>>> article = frnews.parse("« Nous verrons », a dit Léa Martin.", id="a1")
>>> [(row["article_id"], row["speaker"], row["content"]) for row in frnews.tables.rows([article], "quotations")]
[('a1', 'Léa Martin', 'Nous verrons')]
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from frnews._arrow import batches, import_for_tables, import_pyarrow, schema_of
from frnews._layers import Cast, Layer, LayerName, Reading, layer_of
from frnews._types import Article

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = ["rows", "schema", "to_arrow", "to_pandas", "to_polars"]


def rows(articles: Iterable[Article], layer: LayerName, *, cast: Cast | None = None) -> Iterator[dict[str, Any]]:
    """Give one layer of some articles as flat rows, lazily.

    Args:
        articles: The articles, such as `frnews.parse_many` gives them.
        layer: "quotations", "dates", "amounts", "sentences", "speakers" or "articles".
        cast: Who is who across articles, of `frnews.merge_speakers`, for the columns "person_id" and "person".

    Returns:
        An iterator of dicts, with the columns of the layer in their order. Values are str, int, float, `Decimal`,
        `datetime.date`, `datetime.time`, or None where there is none.

    Raises:
        TypeError: `articles` is no iterable of `Article`.
        ValueError: The layer is not known.

    Examples:
        >>> import frnews
        >>> article = frnews.parse("Il a promis 3 millions d'euros.", id="a1")
        >>> [(row["low"], row["currency"]) for row in rows([article], "amounts")]
        [(Decimal('3000000'), 'EUR')]

    """
    wanted = layer_of(layer)  # here, at the call; a generator would put the check off to the first row
    if isinstance(articles, Article) or not isinstance(articles, Iterable):
        raise TypeError(f"Tables are made of an iterable of articles, not of {type(articles).__name__}. Pass a list.")
    return _rows(articles, wanted, cast)


def _rows(articles: Iterable[Article], layer: Layer, cast: Cast | None) -> Iterator[dict[str, Any]]:
    for article in articles:
        if not isinstance(article, Article):
            raise TypeError(f"Tables are made of articles, not of {type(article).__name__}. Pass what parse() gives.")
        yield from layer.rows(Reading(article, cast))


def schema(layer: LayerName) -> "pyarrow.Schema":
    """Return the Arrow schema of a layer: its columns and their types, the same for all articles.

    Args:
        layer: As in `rows`.

    Raises:
        ValueError: The layer is not known.
        ImportError: pyarrow is not installed.

    Examples:
        >>> schema("sentences").names
        ['article_id', 'published', 'number', 'text', 'start_char', 'end_char', 'paragraph']

    """
    return schema_of(layer)


def to_arrow(articles: Iterable[Article], layer: LayerName, *, cast: Cast | None = None) -> "pyarrow.Table":
    """Return one layer of some articles as an Arrow table, with the schema that `schema` gives.

    Lone surrogates, which Arrow cannot hold, become U+FFFD. Sums are decimals with nine places, and missing above
    10^29.

    Args:
        articles: As in `rows`.
        layer: As in `rows`.
        cast: As in `rows`.

    Raises:
        TypeError: As in `rows`.
        ValueError: As in `rows`.
        ImportError: pyarrow is not installed.

    Examples:
        >>> import frnews
        >>> to_arrow([frnews.parse("Il pleut. Il neige.")], "sentences").num_rows
        2

    """
    columns = schema(layer)
    return import_pyarrow().Table.from_batches(batches(rows(articles, layer, cast=cast), columns), schema=columns)


def to_pandas(articles: Iterable[Article], layer: LayerName, *, cast: Cast | None = None) -> "pandas.DataFrame":
    """Return one layer of some articles as a pandas DataFrame.

    Days are of the type datetime64, whole numbers of the type Int64 (which can be missing). Sums are floats, for
    pandas has no decimals: take `to_arrow` or `rows` where they must be exact.

    Args:
        articles: As in `rows`.
        layer: As in `rows`.
        cast: As in `rows`.

    Raises:
        TypeError: As in `rows`.
        ValueError: As in `rows`.
        ImportError: pyarrow or pandas is not installed.

    Examples:
        >>> import frnews
        >>> to_pandas([frnews.parse("Il a promis 3 millions d'euros.")], "amounts")["value"].sum()
        np.float64(3000000.0)

    """
    pa, pd = import_pyarrow(), import_for_tables("pandas", "pandas")
    table = to_arrow(articles, layer, cast=cast)
    fields = [pa.field(f.name, pa.float64()) if pa.types.is_decimal(f.type) else f for f in table.schema]
    integers = {pa.int64(): pd.Int64Dtype()}
    return table.cast(pa.schema(fields)).to_pandas(types_mapper=integers.get, date_as_object=False)


def to_polars(articles: Iterable[Article], layer: LayerName, *, cast: Cast | None = None) -> "polars.DataFrame":
    """Return one layer of some articles as a polars DataFrame.

    Args:
        articles: As in `rows`.
        layer: As in `rows`.
        cast: As in `rows`.

    Raises:
        TypeError: As in `rows`.
        ValueError: As in `rows`.
        ImportError: pyarrow or polars is not installed.

    Examples:
        >>> import frnews
        >>> to_polars([frnews.parse("Il pleut. Il neige.")], "sentences").height
        2

    """
    pl = import_for_tables("polars", "polars")
    frame: polars.DataFrame = pl.from_arrow(to_arrow(articles, layer, cast=cast))
    return frame
