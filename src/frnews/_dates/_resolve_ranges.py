"""What ranges mean: whichever end is written in full lends the other what it lacks."""

import datetime as dt
from typing import Any

from attrs import evolve

from frnews._dates._calendar import UNKNOWN, Stretch, between, safe_date
from frnews._dates._nearest import full_year, nearest, years_around
from frnews._dates._recognize import Expression
from frnews._dates._resolve_days import lone_day_number
from frnews._dates._rules import Context, Year, is_floating, resolve, rule
from frnews._dates._tense import Tense


@rule(floating=True)
def days_of_month(context: Context, first: int, last: int, month: int, year: Year | None = None) -> Stretch:
    """Du 17 au 19 novembre, les 9 et 10 juillet."""
    years = [full_year(year, context)] if year else years_around(context)
    found = [_days(y, month, first, last) for y in years]
    return found[0] if year else nearest(found, context)


def _days(year: int, month: int, first: int, last: int) -> Stretch:
    end = safe_date(year, month, last)
    start = safe_date(year, month, first)
    if first > last:  # "du 30 au 2 décembre"
        start = safe_date(year - (month == 1), month - 1 or 12, first)
    return between(start, end, "day")


@rule(floating=True)
def range(context: Context, first: Any, last: Any, of: Expression | None = None) -> Stretch:
    """De 2014 à 2018, du 30 novembre au 2 décembre, entre mars et mai 2012."""
    if isinstance(first, int):
        return _day_numbers(context, first, last, of)
    start, end = _ends(context, first, last)
    if start.first is None or end.last is None:
        return Stretch(unit=end.unit)
    if end.last < start.first:
        return UNKNOWN
    unit = start.unit if start.unit == end.unit else (end.unit if end.unit == "day" else start.unit)
    if start.start_time and end.start_time:
        days = between(start.first, end.last, "day")
        return evolve(days, start_time=start.start_time, end_time=end.start_time, type="time")
    return between(start.first, end.last, unit or "day")


def _ends(context: Context, first: Expression, last: Expression) -> tuple[Stretch, Stretch]:
    if not is_floating(first) and is_floating(last):
        start = resolve(first, context)
        return start, resolve(last, _from(context, start.last, "future"))
    if is_floating(first) and (not is_floating(last) or context.tense == "past"):
        end = resolve(last, context)
        return resolve(first, _from(context, end.first, "past")), end
    start = resolve(first, context)
    if not is_floating(last):
        return start, resolve(last, context)
    return start, resolve(last, _from(context, start.last, "future"))


def _from(context: Context, day: dt.date | None, tense: Tense) -> Context:
    if day is None:
        return context
    return evolve(context, published=day, tense=tense)


def _day_numbers(context: Context, first: int, last: int, of: Expression | None) -> Stretch:
    """Entre le 13 et le 18 (de ce mois)."""
    month = resolve(of, context) if of else None
    if month is not None and month.first is not None:
        return _days(month.first.year, month.first.month, first, last)
    start = lone_day_number(context, first)
    if start.first is None:
        return Stretch(unit="day")
    end = lone_day_number(evolve(context, published=start.first, tense="future"), last)
    return between(start.first, end.last, "day")


@rule()
def year_range(context: Context, first: Expression, last: tuple[int, bool]) -> Stretch:
    """2014-18."""
    start = resolve(first, context)
    if start.first is None or start.last is None:
        return UNKNOWN
    year = start.first.year // 100 * 100 + (last if isinstance(last, int) else last[0])
    end = safe_date(year if year > start.first.year else year + 100, 12, 31)
    return between(start.first, end, "year")


@rule()
def mention(context: Context, period: Expression) -> Stretch:
    """Mean what a month, year, season or weekday means that stands alone."""
    return resolve(period, context)
