"""Time expressions of French news text, and the days that they mean."""

import datetime as dt
from collections.abc import Sequence

from frnews._input import check_option, check_text, read_published
from frnews._sentences import split_sentences
from frnews._types import DateMention, DateValue, Prefer, Seasons, Sentence

__all__ = ["extract_dates", "find_dates", "normalize_date"]


def extract_dates(
    text: str,
    *,
    published: dt.date | str | None = None,
    prefer: Prefer = "auto",
    seasons: Seasons = "months",
) -> list[DateMention]:
    """Return the time expressions of `text`."""
    check_text(text, "extract_dates")
    check_option(prefer, "prefer", ("auto", "past", "future"))
    check_option(seasons, "seasons", ("months", "astronomical"))
    return find_dates(text, split_sentences(text), published=read_published(published), prefer=prefer, seasons=seasons)


def find_dates(
    text: str, sentences: Sequence[Sentence], *, published: dt.date | None, prefer: Prefer, seasons: Seasons
) -> list[DateMention]:
    """Return the time expressions of a text whose sentences are known."""
    return []


def normalize_date(
    expression: str,
    *,
    published: dt.date | str | None = None,
    prefer: Prefer = "auto",
    seasons: Seasons = "months",
) -> DateValue:
    """Return the days that one time expression means."""
    raise NotImplementedError
