"""Many articles, one after the other or in several processes, never more in memory than are being read."""

import inspect
import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from frnews._input import check_id, check_text, read_published
from frnews._parse import parse
from frnews._types import Article

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Item = str | tuple[str, Any] | Mapping[str, Any]
"""What `parse_many` reads: a text, (text, published), or a mapping with text, published, id."""

_KEYS = ("text", "published", "id")
_OPTIONS = tuple(name for name in inspect.signature(parse).parameters if name not in ("text", "id"))

# How many articles each process has waiting for it: enough that it never waits for the next one.
_AHEAD = 4


def parse_many(items: Iterable[Item], *, n_process: int = 1, **options: Any) -> Iterator[Article]:
    """Read many articles, lazily and in order.

    Args:
        items: Any iterable of texts, of tuples (text, published), or of mappings with "text" and, where known,
            "published" and "id". With one process an item is taken when its article is asked for; with several, a few
            are taken ahead.
        n_process: Number of processes. With more than one, a script must start its work under
            ``if __name__ == "__main__":`` (as for all of Python's multiprocessing), and a pipeline given as `nlp` is
            sent to the processes, so it must be one that pickle can copy.
        **options: Those of `parse`: published (for items that do not bring their own), nlp, prefer, seasons,
            currency_of.

    Yields:
        The articles, in the order of their items. Close the iterator, or drop it, to stop the processes early.

    Raises:
        TypeError: An item is none of the forms above, or an option is not known; the message names the item's number
            (from 0) and id.
        ValueError: An item's keys or its published cannot be read (named as above), `n_process` is not a whole number
            of at least 1, or `nlp` cannot be sent to other processes.

    Examples:
        >>> import frnews
        >>> items = ["Il pleut.", ("Il neige.", "2022-12-30"), {"text": "Il vente.", "id": "c"}]
        >>> for article in frnews.parse_many(items):
        ...     print(article.id, article.published, article.sentences[0].text)
        None None Il pleut.
        None 2022-12-30 Il neige.
        c None Il vente.

    """
    # The checks run here, at the call; a generator would put them off to the first article.
    unknown = sorted(set(options) - set(_OPTIONS))
    if unknown:
        raise TypeError(f"parse_many() does not know the option {unknown[0]!r}. It knows n_process and {_OPTIONS}.")
    if isinstance(items, (str, bytes, Mapping)):
        raise TypeError(f"parse_many() reads an iterable of articles, and was given one {type(items).__name__}.")
    if not isinstance(items, Iterable):
        raise TypeError(f"parse_many() reads an iterable of articles, and was given {type(items).__name__}.")
    if not isinstance(n_process, int) or isinstance(n_process, bool) or n_process < 1:
        raise ValueError(f"n_process={n_process!r} is not a number of processes. Pass 1 or more.")
    options["published"] = read_published(options.get("published"))
    parse("", **options)  # the other options are told at the call too when they are wrong
    if n_process == 1:
        return _parse_here(items, options)
    return _parse_in_processes(items, n_process, options)


def _parse_here(items: Iterable[Item], options: dict[str, Any]) -> Iterator[Article]:
    for number, item in enumerate(items):
        yield parse(**{**options, **_read_item(number, item)})


def _read_item(number: int, item: Any) -> dict[str, Any]:
    """Return what an item gives of the arguments of `parse`, or raise an error that says which item is wrong.

    >>> _read_item(0, ("Il neige.", "2022-12-30"))
    {'text': 'Il neige.', 'published': datetime.date(2022, 12, 30)}
    >>> _read_item(7, {"text": "Il neige.", "date": "2022-12-30"})
    Traceback (most recent call last):
        ...
    ValueError: parse_many(), item 7: the key 'date' is not known. The keys are 'text', 'published' and 'id'.
    """
    name = f"parse_many(), item {number}"
    if isinstance(item, str):
        return {"text": item}
    if isinstance(item, tuple):
        if len(item) != 2:
            raise ValueError(f"{name}: a tuple of {len(item)}. Pass (text, published).")
        item = {"text": item[0], "published": item[1]}
    elif not isinstance(item, Mapping):
        raise TypeError(
            f"{name}: {type(item).__name__} ({item!r:.60}). "
            "Pass a str, a tuple (text, published), or a mapping with 'text', 'published', 'id'."
        )
    if item.get("id") is not None:
        name += f" (id {item['id']!r:.60})"
    unknown = [key for key in item if key not in _KEYS]
    if unknown:
        raise ValueError(f"{name}: the key {unknown[0]!r} is not known. The keys are 'text', 'published' and 'id'.")
    if "text" not in item:
        raise ValueError(f"{name}: there is no 'text'. Its keys: {', '.join(map(repr, item)) or 'none'}.")
    arguments: dict[str, Any] = {"text": item["text"]}
    try:
        check_text(item["text"], "parse_many")
        if item.get("published") is not None:
            arguments["published"] = read_published(item["published"])
        if item.get("id") is not None:
            arguments["id"] = check_id(item["id"])
    except (TypeError, ValueError) as error:
        raise type(error)(f"{name}: {error}") from None
    return arguments


def _parse_in_processes(items: Iterable[Item], n_process: int, options: dict[str, Any]) -> Iterator[Article]:
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(n_process, initializer=_receive_options, initargs=(_pack(options),))
    waiting: deque[Future[Article]] = deque()
    try:
        for number, item in enumerate(items):
            waiting.append(_submit(executor, number, item))
            if len(waiting) >= _AHEAD * n_process:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)


def _submit(executor: "Executor", number: int, item: Any) -> "Future[Article]":
    try:
        return executor.submit(_parse_there, _read_item(number, item))
    except (TypeError, ValueError) as error:
        # It is raised in its turn, when the articles before it have been given out.
        from concurrent.futures import Future

        failed: Future[Article] = Future()
        failed.set_exception(error)
        return failed


def _pack(options: dict[str, Any]) -> bytes:
    try:
        return pickle.dumps(options)
    except Exception as error:  # pickle raises whatever the object's own methods raise
        raise ValueError(
            "The options of parse_many() cannot be sent to other processes "
            f"({type(error).__name__}: {error}). Pass n_process=1, or an nlp that pickle can copy."
        ) from error


# What `parse` is called with in this process; set once, when a process of the pool starts.
_received: dict[str, Any] = {}


def _receive_options(packed: bytes) -> None:
    _received.update(pickle.loads(packed))


def _parse_there(arguments: dict[str, Any]) -> Article:
    return parse(**{**_received, **arguments})
