"""One expression by itself: by the grammar where it reads all of it, else by dateparser where it finds a full day."""

import datetime as dt
import re

from frnews._dates._calendar import day_stretch
from frnews._dates._extract import value_alone
from frnews._dates._lexicon import fold
from frnews._dates._recognize import Found, find_expressions
from frnews._dates._render import to_value
from frnews._errors import UnknownDateError
from frnews._tables import read_table
from frnews._types import DateValue, Prefer, Seasons

# What an expression by itself may carry before its first word.
_LEADING = frozenset(
    ["en", "dans", "au", "aux", "a", "le", "la", "les", "l", "de", "du", "des", "d", "pour", "pendant", "durant", "ce"]
)
_LONGEST = 300  # characters: no time expression is longer, and dateparser is slow


def normalize(expression: str, published: dt.date | None, prefer: Prefer, seasons: Seasons) -> DateValue:
    """Return the value of an expression that is the whole of a string; see `frnews.normalize_date`."""
    found = list(find_expressions(expression, alone=True)) if len(expression) <= _LONGEST else []
    if len(found) == 1 and _is_whole(expression, found[0]):
        return value_alone(found[0], published, prefer, seasons)
    # Where the grammar reads a part, the rest is beyond it, and dateparser would read that part as something else
    # ("mars 2021" as one day, "73 à 20" as a year).
    bare = not any(c.isalpha() for c in expression)
    day = _by_dateparser(expression, published) if bare or not found else None
    if day is None:
        raise UnknownDateError(
            f"{expression!r:.80} is no French time expression that frnews knows. Pass one expression, such as "
            "'le 6 mai 2018' or 'la semaine dernière'; for a text, call frnews.extract_dates()."
        )
    return to_value(day_stretch(day), seasons)


def _is_whole(expression: str, found: Found) -> bool:
    left, right = expression[: found.start], expression[found.end :]
    relations = {fold(row["word"]) for row in read_table("date_relations")}
    words = [word for word in fold(left).split() if word]
    known = " ".join(words) in relations or all(word in _LEADING or word in relations for word in words)
    return (known or bool(found.relation)) and not any(c.isalnum() for c in right)


def _by_dateparser(expression: str, published: dt.date | None) -> dt.date | None:
    """Return a day by dateparser, trusted only with day, month and year all written."""
    if len(expression) > _LONGEST or not re.search(r"\d", expression):
        return None
    import dateparser

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    if published is not None:
        settings["RELATIVE_BASE"] = dt.datetime.combine(published, dt.time())
    try:
        moment = dateparser.parse(expression, languages=["fr"], settings=settings)
    except (ValueError, OverflowError):
        return None
    return None if moment is None else moment.date()
