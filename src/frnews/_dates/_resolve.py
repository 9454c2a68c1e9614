"""Resolution: from an expression to its days, a pure function of the expression and its context.

Each rule of the grammar that builds an expression has one function here or in a module beside this one, registered
under the rule's name, with the rule's parts as arguments.
"""

import datetime as dt
from collections.abc import Callable
from functools import cache, lru_cache

from attrs import evolve, frozen

from frnews._dates._calendar import UNKNOWN, Stretch
from frnews._dates._recognize import Expression
from frnews._dates._tense import Tense
from frnews._types import Seasons


@frozen
class Context:
    """All that resolution knows beside the expression.

    Attributes:
        published: The day from which "hier" counts, or None.
        tense: Where a day or month without a year lies: past, future, or None where nothing shows it.
        antecedent: The last date of the text before this one, for "la veille" and "ce jour-là".
        seasons: How seasons are counted.

    """

    published: dt.date | None
    tense: Tense | None = None
    antecedent: Stretch | None = None
    seasons: Seasons = "months"

    @property
    def text_day(self) -> dt.date | None:
        """The day from which "la veille" counts: the antecedent's, else the day published."""
        if self.antecedent is not None and self.antecedent.first is not None:
            return self.antecedent.first
        return self.published

    def anchor(self, name: str) -> dt.date | None:
        """Return the day that an anchor of the tables names: "published" or "text"."""
        return self.text_day if name == "text" else self.published


Year = tuple[int, bool] | int
"""A year as written: in digits (with whether there are only two), or the number that words spell."""

Rule = Callable[..., Stretch]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Register a function as the meaning of the grammar rule of its name."""
    RULES[function.__name__] = function
    return function


@cache
def _all_rules() -> dict[str, Rule]:
    from frnews._dates import _resolve_days, _resolve_periods, _resolve_ranges, _resolve_times  # noqa: F401

    return RULES


def resolve(expression: Expression, context: Context) -> Stretch:
    """Return the days of an expression; those of a day that the calendar lacks ("31 avril") are unknown."""
    return _all_rules()[expression.rule](context, **expression.parts)


# Rules whose days depend on the tense and the day published: the year or the week is left open.
_FLOATING = frozenset(
    [
        "day_month",
        "days_of_month",
        "weekday",
        "weekday_day",
        "month",
        "named_month",
        "season",
        "holiday",
        "slash_day",
        "lone_day_number",
        "day_number_part",
        "quarter",
        "rentree",
        "bare_weekend",
        "range",
        "week_of_day",
        "weekend_of_day",
    ]
)


@lru_cache(maxsize=65536)
def is_floating(expression: Expression) -> bool:
    """Whether an expression leaves its year or week open, so that the tense of its clause matters."""
    parts = [part for part in expression.parts.values() if isinstance(part, Expression)]
    if expression.rule in _FLOATING and "year" not in expression.parts:
        return not parts or any(map(is_floating, parts))
    if expression.rule in ("this_part", "lone_part"):
        return True
    if expression.rule in ("this_unit", "this_season", "this_weekday"):
        return expression.parts.get("unit") == "weekend" or expression.rule != "this_unit"
    return any(map(is_floating, parts))


def full_year(written: Year, context: Context) -> int:
    """Return the year meant: "98" is 1998 and "14" is 2014 (the latest that is not far in the future)."""
    if isinstance(written, int):
        return written
    year, short = written
    if not short:
        return year
    now = context.published.year if context.published else 2030
    century = now // 100 * 100
    return century + year if century + year <= now + 15 else century - 100 + year


def nearest(candidates: list[Stretch], context: Context) -> Stretch:
    """Return the candidate that the tense and the day published choose.

    Past: the last that has begun; future: the first that has not ended; otherwise the nearest, the past one on a tie.
    """
    now = context.published
    known = [c for c in candidates if c.first is not None and c.last is not None]
    if not known:
        return candidates[0] if candidates else UNKNOWN
    if now is None:
        return evolve(known[0], first=None, last=None, whole=False)
    if context.tense == "past":
        past = [c for c in known if c.first <= now]  # type: ignore[operator]
        return max(past or known, key=lambda c: (c.first <= now, c.first))  # type: ignore[operator]
    if context.tense == "future":
        future = [c for c in known if c.last >= now]  # type: ignore[operator]
        return min(future or known, key=lambda c: abs((c.first - now).days))  # type: ignore[operator]
    return min(known, key=lambda c: (_distance(c, now), c.first > now))  # type: ignore[operator]


def _distance(stretch: Stretch, day: dt.date) -> int:
    """How far a stretch lies from a day: in months for months and more, else in days."""
    assert stretch.first is not None
    assert stretch.last is not None
    if stretch.first <= day <= stretch.last:
        return 0
    if stretch.unit == "day":
        return abs((stretch.first - day).days)
    start = (stretch.first.year - day.year) * 12 + stretch.first.month - day.month
    end = (stretch.last.year - day.year) * 12 + stretch.last.month - day.month
    return min(abs(start), abs(end))


def years_around(context: Context, reach: int = 1) -> list[int]:
    """Return the years in which an expression without a year may lie."""
    day = context.published or dt.date(2000, 1, 1)
    return [year for year in range(day.year - reach, day.year + reach + 1) if 1 <= year <= 9999]
