"""What the public functions accept, and the message that a caller gets who passes something else."""

import contextlib
import datetime as dt
import operator
import re
from typing import Any

# Beyond it a float no longer tells one whole number from the next.
_LAST_WHOLE_FLOAT = 2**53


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
    """Return `id` as a str, or None where there is none; raise a TypeError that says what to pass otherwise.

    A number is kept as its digits: databases count their articles. So is a whole float, for a table writes 12.0 in a
    column in which one row has no number, and what such a column holds for "nothing" (NaN, NA) is None.

    >>> check_id("a1"), check_id(12), check_id(12.0), check_id(float("nan"))
    ('a1', '12', '12', None)
    >>> check_id(["a1"])
    Traceback (most recent call last):
        ...
    TypeError: id is list (['a1']). Pass a str, a whole number, or None.
    """
    if id is None or isinstance(id, str):
        return id
    if is_missing(id):
        return None
    if not isinstance(id, bool):
        if isinstance(id, float) and id.is_integer() and abs(id) <= _LAST_WHOLE_FLOAT:
            return str(int(id))
        with contextlib.suppress(TypeError):
            return str(operator.index(id))  # the integers of numpy too
    raise TypeError(f"id is {type(id).__name__} ({id!r:.60}). Pass a str, a whole number, or None.")


def is_missing(value: Any) -> bool:
    """Tell whether a value is what tables hold where nothing is: None, NaN, and pandas' NaT and NA.

    Looked at by what they are, for neither pandas nor numpy is imported for it.

    >>> is_missing(None), is_missing(float("nan")), is_missing(""), is_missing(0)
    (True, True, False, False)
    """
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    if isinstance(value, (str, dt.date)):
        return False
    try:
        return bool(value != value)  # NaN alone is unlike itself
    except (TypeError, ValueError):  # an array has no one answer
        return False


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

    What tables hold where nothing is (NaN, NaT, NA, an empty string) is None.

    >>> read_published("2022-12-30")
    datetime.date(2022, 12, 30)
    >>> read_published("2022-12-30T23:30:00Z")
    datetime.date(2022, 12, 30)
    >>> read_published("20221230")
    datetime.date(2022, 12, 30)
    >>> read_published(float("nan")) is None
    True
    >>> read_published("30/12/2022")
    Traceback (most recent call last):
        ...
    ValueError: published='30/12/2022' is not an ISO 8601 date. Pass a date, a datetime, or a string such as '2022-12-30'.
    """  # noqa: E501
    if is_missing(published):
        return None
    if isinstance(published, dt.date):
        # Made anew: a datetime, or a subclass of another library, would go on with methods and a pickle of its own.
        return dt.date(published.year, published.month, published.day)
    if isinstance(published, str):
        written = published.strip()
        if not written:
            return None
        day = _day_written(written)
    elif type(published).__name__ == "datetime64" and hasattr(published, "dtype"):
        day = _day_of_datetime64(published)
    else:
        raise TypeError(
            f"published is {type(published).__name__} ({published!r:.60}). "
            "Pass a date, a datetime, an ISO 8601 string such as '2022-12-30', or None."
        )
    if day is None:
        raise ValueError(
            f"published={published!r} is not an ISO 8601 date. "
            "Pass a date, a datetime, or a string such as '2022-12-30'."
        )
    return day


def _day_written(written: str) -> dt.date | None:
    # The patterns of Python 3.10 are fewer than those of 3.11: what is read is the same on both.
    found = re.fullmatch(r"(\d{4})(-?)(\d\d)\2(\d\d)(?:[Tt ](.*))?", written, re.ASCII | re.DOTALL)
    if found is None or (found[5] is not None and not _is_time(found[5])):
        return None
    try:
        return dt.date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None


def _is_time(written: str) -> bool:
    """Tell whether a string is a time of the day in ISO 8601, with or without its zone.

    >>> [_is_time(t) for t in ("23:59", "2359", "23:59:00.1234567Z", "23:59:00+01:00", "23", "99:99", "")]
    [True, True, True, True, True, False, False]
    """
    clock = r"(?:[01]\d|2[0-3])(?::?[0-5]\d(?::?(?:[0-5]\d|60)(?:[.,]\d+)?)?)?"
    zone = r"(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d){0,2})?"
    return re.fullmatch(f"(?:{clock}|24:?00(?::?00)?){zone}", written, re.ASCII) is not None


def _day_of_datetime64(published: Any) -> dt.date | None:
    """Return the day of a `numpy.datetime64`, or None where it is coarser than a day or beyond the calendar."""
    if published.dtype.name in ("datetime64[Y]", "datetime64[M]", "datetime64[W]"):
        return None
    day = published.astype("datetime64[D]").item()
    return day if isinstance(day, dt.date) else None
