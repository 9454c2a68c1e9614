"""`parse_many`: what it takes, and what becomes of an item that cannot be read."""

import contextlib
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, SupportsIndex

from frnews._errors import FrnewsError, ModelNotFoundError
from frnews._many._items import Fields, Item, name_of, read_item
from frnews._many._options import ParseOptions, check_options
from frnews._many._outcomes import Job, outcomes
from frnews._many._table_items import rows_of
from frnews._types import Article

if TYPE_CHECKING:
    from typing_extensions import Unpack

OnError = Literal["raise", "skip"] | Callable[[int, Any, Exception], object]


def parse_many(
    items: Iterable[Item] | Any,
    *,
    n_process: SupportsIndex = 1,
    fields: Mapping[str, str] | None = None,
    on_error: OnError = "raise",
    **options: "Unpack[ParseOptions]",
) -> Iterator[Article]:
    """Read many articles, lazily and in order.

    Args:
        items: Any iterable of texts, of tuples (text, published), or of mappings with "text" and, where known,
            "published" and "id"; or a whole pandas or polars DataFrame or Arrow table with these columns. With one
            process an item is taken when its article is asked for; with several, a few are taken ahead.
        n_process: Number of processes. They are fresh ones that do not run your script again. A pipeline given as
            `nlp` is sent to them by pickle; what it is made of must stand in modules that can be imported.
        fields: Under which names text, published and id stand in mappings and tables,
            ``{"text": "body", "id": "url"}``; other keys are then left alone. Without it another key is an error.
        on_error: What becomes of an item that cannot be read, or whose reading fails: "raise"; "skip", which leaves
            it out; or a function that is called with the item's number (from 0), the item and the error, after which
            the run goes on.
        **options: Those of `parse`: published (for items that do not bring their own), nlp, prefer, seasons,
            currency_of, wrapped, split_quotations.

    Yields:
        The articles, in the order of their items. Close the iterator, or drop it, to stop the processes early.

    Raises:
        TypeError: An item is none of the forms above, its text is missing, or an option is not known; the message
            names the item's number (from 0) and id.
        ValueError: An item's keys or its published cannot be read (named as above), `n_process` is not a whole number
            of at least 1, or `nlp` cannot be sent to other processes.
        FrnewsError: A process could not be started, or an item ended its process twice. What `items` itself raises is
            raised when the articles before it have been given out.
        ModelNotFoundError: The model that finds quotations is not installed, whatever `on_error` says.

    Examples:
        >>> import frnews
        >>> items = ["Il pleut.", ("Il neige.", "2022-12-30"), {"text": "Il vente.", "id": 3}]
        >>> for article in frnews.parse_many(items):
        ...     print(article.id, article.published, article.sentences[0].text)
        None None Il pleut.
        None 2022-12-30 Il neige.
        3 None Il vente.
        >>> rows = [{"url": "a", "body": "Il pleut."}, {"url": "b", "body": None}]
        >>> list(frnews.parse_many(rows, fields={"text": "body", "id": "url"}, on_error="skip"))
        [<Article 'a' 9 characters, 1 sentences, 0 quotations, 0 dates, 0 amounts>]

    """
    # The checks run here, at the call; a generator would put them off to the first article.
    if isinstance(items, (str, bytes, Mapping)):
        raise TypeError(f"parse_many() reads an iterable of articles, and was given one {type(items).__name__}.")
    names = Fields(fields)
    rows = rows_of(items, names)
    if rows is None and not isinstance(items, Iterable):
        raise TypeError(f"parse_many() reads an iterable of articles, and was given {type(items).__name__}.")
    if not (callable(on_error) or on_error in ("raise", "skip")):
        raise ValueError(f'on_error={on_error!r} is not known. Pass "raise", "skip", or a function.')
    processes = _number_of_processes(n_process)
    return _articles(items if rows is None else rows, names, processes, on_error, check_options(options))


def _number_of_processes(n_process: Any) -> int:
    try:
        number = operator.index(n_process)
    except TypeError:
        number = 0
    if number < 1 or isinstance(n_process, bool):
        raise ValueError(f"n_process={n_process!r} is not a number of processes. Pass 1 or more.")
    return number


def _articles(
    items: Iterable[Any], fields: Fields, n_process: int, on_error: OnError, options: dict[str, Any]
) -> Iterator[Article]:
    with contextlib.closing(outcomes(_jobs(items, fields), options, n_process=n_process)) as read:
        for outcome in read:
            if outcome.error is None:
                yield outcome.result
                continue
            number, item = outcome.job.tag
            if isinstance(outcome.error, ModelNotFoundError):
                raise outcome.error  # every other article would fail in the same way
            if on_error == "raise":
                raise _named(outcome.error, name_of(number, item, fields)) from outcome.error.__cause__
            if callable(on_error):
                on_error(number, item, outcome.error)


def _jobs(items: Iterable[Any], fields: Fields) -> Iterator[Job]:
    for number, item in enumerate(items):
        try:
            yield Job((number, item), read_item(item, fields))
        except (TypeError, ValueError) as error:
            yield Job((number, item), error)


def _named(error: Exception, name: str) -> Exception:
    """Return an error of the same kind whose message names the item.

    >>> _named(ZeroDivisionError("division by zero"), "parse_many(), item 3")
    ZeroDivisionError('parse_many(), item 3: division by zero')
    >>> _named(UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"), "parse_many(), item 3")
    FrnewsError("parse_many(), item 3: UnicodeDecodeError: 'utf-8' codec can't decode byte 0x78 in position 0: bad")
    """
    named: Exception
    try:
        named = type(error)(f"{name}: {error}")
        if name in str(named):
            return named.with_traceback(error.__traceback__)
    except Exception:  # the kinds that take other arguments than a message raise whatever they like
        pass
    return FrnewsError(f"{name}: {type(error).__name__}: {error}").with_traceback(error.__traceback__)
