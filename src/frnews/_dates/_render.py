"""From a stretch of days to the public value: EDTF (ISO 8601-2) and TIMEX3."""

import datetime as dt
from functools import lru_cache

from frnews._dates._calendar import Stretch
from frnews._types import DateValue, Seasons

_SEASON_NAMES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


@lru_cache(maxsize=4096)
def to_value(stretch: Stretch, seasons: Seasons) -> DateValue:
    """Return the public value of a stretch."""
    unit = stretch.unit
    if stretch.type == "time" and stretch.start_time is not None:
        unit = "minute"
    return DateValue(
        earliest=stretch.first,
        latest=stretch.last,
        start_time=stretch.start_time,
        end_time=stretch.end_time,
        edtf=_edtf_of(stretch, seasons),
        timex=_timex_of(stretch),
        mod=stretch.mod,
        granularity=unit,
    )


def _edtf_of(stretch: Stretch, seasons: Seasons) -> str | None:
    if stretch.first is None or stretch.last is None:
        return stretch.edtf
    if stretch.unit == "season" and stretch.whole and stretch.part_of is None:
        return _season_code(stretch)
    # "vers 5 h jeudi": the hour is approximate, the day is not.
    approximate = stretch.mod == "APPROX" and stretch.type == "date"
    return to_edtf(stretch.first, stretch.last, approximate=approximate, seasons=seasons)


def to_edtf(first: dt.date, last: dt.date, *, approximate: bool = False, seasons: Seasons = "months") -> str:
    """Return the shortest EDTF string that denotes exactly the days from `first` to `last`.

    Args:
        first: First day.
        last: Last day, inclusive.
        approximate: Whether the days are approximate (`~`; seasons, quarters and halves cannot carry it).
        seasons: Whether a season is three whole months, so that these can be written as a season.

    >>> to_edtf(dt.date(2023, 3, 1), dt.date(2023, 5, 31))
    '2023-21'
    >>> to_edtf(dt.date(1990, 1, 1), dt.date(1999, 12, 31))
    '199X'
    >>> to_edtf(dt.date(2022, 12, 19), dt.date(2022, 12, 25))
    '2022-12-19/2022-12-25'

    """
    mark = "~" if approximate else ""
    after = last + dt.timedelta(days=1) if last < dt.date.max else None
    if first == last:
        return first.isoformat() + mark
    whole_months = first.day == 1 and (after is None or after.day == 1)
    if not whole_months:
        return f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{first:%Y-%m}".zfill(7) + mark
    if first.month == 1 and last.month == 12:
        if months == 12:
            return f"{first.year:04}{mark}"
        if months == 120 and first.year % 10 == 0:
            return f"{first.year // 10:03}X{mark}"
        return f"{first.year:04}{mark}/{last.year:04}{mark}"
    if months == 3 and first.month % 3 == 0 and seasons == "months":
        return f"{first.year:04}-{20 + first.month // 3}"
    if months == 3 and first.month % 3 == 1:
        return f"{first.year:04}-{33 + first.month // 3}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year:04}-{40 + first.month // 6}"
    return f"{first.year:04}-{first.month:02}{mark}/{last.year:04}-{last.month:02}{mark}"


def _season_code(stretch: Stretch) -> str:
    assert stretch.first is not None
    # Whether seasons count from the first of a month or from the equinox, they start in March, June…
    return f"{stretch.first.year:04}-{20 + stretch.first.month // 3}"


def _timex_of(stretch: Stretch) -> str | None:
    if stretch.timex is not None:
        if stretch.first is not None and stretch.timex[:1] == "T":  # part of a day
            return stretch.first.isoformat() + stretch.timex
        return stretch.timex
    first = stretch.part_of or stretch.first
    if first is None or not stretch.whole or (stretch.type == "time" and stretch.end_time is not None):
        return None
    if stretch.start_time is not None:
        return f"{first.isoformat()}T{stretch.start_time:%H:%M}"
    year = f"{first.year:04}"
    match stretch.unit:
        case "week":
            iso = first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}"
        case "month":
            return f"{year}-{first.month:02}"
        case "quarter":
            return f"{year}-Q{(first.month + 2) // 3}"
        case "half":
            return f"{year}-H{1 + (first.month > 6)}"
        case "season":
            return f"{year}-{_SEASON_NAMES[first.month // 3 * 3]}"
        case "year":
            return year
        case "decade":
            return year[:3]
        case "century":
            return f"{first.year // 100:02}"
        case _:
            return first.isoformat()
