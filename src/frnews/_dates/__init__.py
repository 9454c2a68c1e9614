"""Time expressions of French news text, and the days that they mean."""

import datetime as dt
from collections.abc import Sequence

from frnews._input import check_option, check_text, read_published
from frnews._types import DateMention, DateValue, Prefer, Seasons, Sentence

__all__ = ["extract_dates", "find_dates", "normalize_date"]

_PREFER = ("auto", "past", "future")
_SEASONS = ("months", "astronomical")


def extract_dates(
    text: str,
    *,
    published: dt.date | str | None = None,
    prefer: Prefer = "auto",
    seasons: Seasons = "months",
) -> list[DateMention]:
    """Return the time expressions of `text`, by their place in it.

    Args:
        text: French text, of any length.
        published: The day the text came out, from which "hier" counts: a date, a datetime or an ISO 8601 string.
            Without it, the article's own dateline serves, and where there is none, relative days are unknown.
        prefer: Where a day without a year, a month or a weekday lies: "auto" goes by the tense of its clause,
            "past" and "future" say it for all.
        seasons: "months" (spring is March to May) or "astronomical" (from equinox to solstice).

    Returns:
        The mentions; the list is empty where there are none.

    Raises:
        TypeError: `text` is no str, or `published` is none of the above.
        ValueError: `published` is a string but no ISO 8601 date, or an option is not known.

    >>> [(m.text, m.edtf) for m in extract_dates("Il se rendra au printemps 2023 en Russie.")]
    [('printemps 2023', '2023-21')]

    """
    check_text(text, "extract_dates")
    check_option(prefer, "prefer", _PREFER)
    check_option(seasons, "seasons", _SEASONS)
    return find_dates(text, (), published=read_published(published), prefer=prefer, seasons=seasons)


def find_dates(
    text: str, sentences: Sequence[Sentence], *, published: dt.date | None, prefer: Prefer, seasons: Seasons
) -> list[DateMention]:
    """Return the time expressions of a text whose sentences are known.

    The sentences are not asked: a clause is bounded by the signs next to its date, so that `extract_dates` need not
    split the text and both find the same.
    """
    # Imported when first needed: `import frnews` stays cheap.
    from frnews._dates._extract import extract

    return extract(text, published, prefer, seasons)


def normalize_date(
    expression: str,
    *,
    published: dt.date | str | None = None,
    prefer: Prefer = "auto",
    seasons: Seasons = "months",
) -> DateValue:
    """Return the days that one time expression means.

    Args:
        expression: The expression, whole: "printemps 2023", "la semaine dernière", "du 17 au 19 novembre".
        published: The day from which it counts, as in `extract_dates`.
        prefer: As in `extract_dates`; an expression by itself has no tense.
        seasons: As in `extract_dates`.

    Returns:
        The value. Both days are None where the expression is a date but its days cannot be known, as for "samedi"
        without `published`.

    Raises:
        UnknownDateError: The string is no French time expression.
        TypeError: `expression` is no str, or `published` is no day.
        ValueError: `published` is a string but no ISO 8601 date, or an option is not known.

    >>> normalize_date("la semaine dernière", published="2022-12-30").timex
    '2022-W51'
    >>> normalize_date("samedi").earliest is None
    True

    """
    check_text(expression, "normalize_date")
    check_option(prefer, "prefer", _PREFER)
    check_option(seasons, "seasons", _SEASONS)
    from frnews._dates._normalize import normalize

    return normalize(expression, read_published(published), prefer, seasons)
