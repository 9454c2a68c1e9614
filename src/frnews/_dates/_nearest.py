"""Which year, month or week is meant where none is written."""

import datetime as dt

from attrs import evolve

from frnews._dates._calendar import UNKNOWN, Stretch
from frnews._dates._rules import Context, Year


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
