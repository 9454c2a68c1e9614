"""What the public functions accept, and the message that a caller gets who passes something else."""

import datetime as dt
from typing import Any


def check_text(text: Any, function: str) -> str:
    """Return `text` if it is a str; raise a TypeError that says what to pass otherwise.

    >>> check_text("Bonjour", "parse")
    'Bonjour'
    >>> check_text(b"Bonjour", "parse")
    Traceback (most recent call last):
        ...
    TypeError: frnews.parse() reads text, and was given bytes. Decode them first: data.decode("utf-8").
    """
    if isinstance(text, str):
        return text
    if isinstance(text, (bytes, bytearray, memoryview)):
        advice = f'{type(text).__name__}. Decode them first: data.decode("utf-8").'
    elif text is None:
        advice = 'None. Pass a str; an article without text is the empty string "".'
    else:
        advice = f"{type(text).__name__} ({text!r:.60}). Pass a str."
    raise TypeError(f"frnews.{function}() reads text, and was given {advice}")


def check_id(id: Any) -> str | None:
    """Return `id` if it is a str or None; raise a TypeError that says what to pass otherwise.

    >>> check_id("a1")
    'a1'
    >>> check_id(12)
    Traceback (most recent call last):
        ...
    TypeError: id is int (12). Pass a str, for example str(id), or None.
    """
    if id is None or isinstance(id, str):
        return id
    raise TypeError(f"id is {type(id).__name__} ({id!r:.60}). Pass a str, for example str(id), or None.")


def check_nlp(nlp: Any) -> None:
    """Raise a TypeError that says what to pass unless `nlp` is a spaCy pipeline or None.

    >>> check_nlp("fr_core_news_md")
    Traceback (most recent call last):
        ...
    TypeError: nlp is str ('fr_core_news_md'). Pass the pipeline itself: spacy.load("fr_core_news_md").
    """
    # Looked at by what it can do: its class cannot be named without importing spaCy.
    if nlp is None or (callable(nlp) and hasattr(nlp, "pipe")):
        return
    if isinstance(nlp, str):
        raise TypeError(f'nlp is str ({nlp!r:.60}). Pass the pipeline itself: spacy.load("{nlp:.60}").')
    raise TypeError(f"nlp is {type(nlp).__name__} ({nlp!r:.60}). Pass a spaCy pipeline, or None.")


def check_option(value: Any, name: str, allowed: tuple[str, ...]) -> None:
    """Raise a ValueError that lists the allowed values unless `value` is one of them.

    >>> check_option("future", "prefer", ("auto", "past", "future"))
    >>> check_option("next", "prefer", ("auto", "past", "future"))
    Traceback (most recent call last):
        ...
    ValueError: prefer='next' is not known. Pass one of 'auto', 'past', 'future'.
    """
    if value not in allowed:
        raise ValueError(f"{name}={value!r} is not known. Pass one of {', '.join(map(repr, allowed))}.")


def read_published(published: Any) -> dt.date | None:
    """Return the day of publication as written, whatever its form; its time and zone are dropped.

    >>> read_published("2022-12-30")
    datetime.date(2022, 12, 30)
    >>> read_published("2022-12-30T23:30:00Z")
    datetime.date(2022, 12, 30)
    >>> read_published("30/12/2022")
    Traceback (most recent call last):
        ...
    ValueError: published='30/12/2022' is not an ISO 8601 date. Pass a date, a datetime, or a string such as '2022-12-30'.
    """  # noqa: E501
    if published is None:
        return None
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    if not isinstance(published, str):
        raise TypeError(
            f"published is {type(published).__name__} ({published!r:.60}). "
            "Pass a date, a datetime, an ISO 8601 string such as '2022-12-30', or None."
        )
    written = published.strip()
    # Python 3.10 reads neither a trailing "Z" nor a fraction that is not of three or six digits: the day alone is
    # read by us, and the time after it only has to look like one.
    day, separator, time = written[:10], written[10:11], written[11:]
    try:
        if separator and (separator not in "Tt " or not _looks_like_time(time)):
            raise ValueError(written)
        # Python 3.11 reads other forms too ("2022-W52-5"), which 3.10 does not.
        if len(day) != 10 or day[4] + day[7] != "--":
            raise ValueError(written)
        return dt.date.fromisoformat(day)
    except ValueError:
        raise ValueError(
            f"published={published!r} is not an ISO 8601 date. "
            "Pass a date, a datetime, or a string such as '2022-12-30'."
        ) from None


def _looks_like_time(time: str) -> bool:
    return bool(time) and time[0].isdigit() and all(c.isdigit() or c in ":.,+-Zz" for c in time)
