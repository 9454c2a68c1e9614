"""Stretches of days, and the arithmetic of the calendar on them."""

import calendar
import datetime as dt

from attrs import evolve, frozen
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from frnews._types import DateType, Granularity, Mod, Seasons

DAY = dt.timedelta(days=1)


@frozen
class Stretch:
    """What a time expression means.

    Attributes:
        first: First day, or None where it is unknown.
        last: Last day, or None where it is unknown.
        unit: The unit of the calendar that the stretch is, or in which its ends are counted.
        whole: Whether the stretch is exactly one such unit, so that it has a TIMEX3 value of its own.
        mod: TIMEX3 modifier.
        start_time: Clock time of its start.
        end_time: Clock time of its end.
        timex: TIMEX3 value where it does not follow from the days.
        edtf: EDTF string where it does not follow from the days (years before 1).
        type: Type of the mention.
        part_of: First day of the unit that the stretch is the beginning, middle or end of.

    """

    first: dt.date | None = None
    last: dt.date | None = None
    unit: Granularity | None = None
    whole: bool = False
    mod: Mod | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    timex: str | None = None
    edtf: str | None = None
    type: DateType = "date"
    part_of: dt.date | None = None

    @property
    def known(self) -> bool:
        """Whether its days are known."""
        return self.first is not None


UNKNOWN = Stretch()


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_stretch(day: dt.date | None) -> Stretch:
    """Return one day."""
    return Stretch(day, day, "day", day is not None) if day else Stretch(unit="day")


def between(first: dt.date | None, last: dt.date | None, unit: Granularity) -> Stretch:
    """Return a stretch that is a unit of its own only by accident: the days of a range."""
    if first is None or last is None or last < first:
        return Stretch(unit=unit)
    return Stretch(first, last, unit)


def shift_days(day: dt.date, days: int) -> dt.date | None:
    """Return the day so many days later, or None beyond the calendar of Python (years 1 to 9999)."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months_of(year: int, month: int, count: int, unit: Granularity) -> Stretch:
    """Return `count` whole months from the given one on (`month` may lie outside 1 to 12)."""
    start = year * 12 + month - 1
    end = start + count - 1
    (y0, m0), (y1, m1) = divmod(start, 12), divmod(end, 12)
    if not (y0 >= 1 and y1 <= 9999):
        return Stretch(unit=unit)
    return Stretch(dt.date(y0, m0 + 1, 1), month_end(y1, m1 + 1), unit, True)


def year_stretch(year: int) -> Stretch:
    """Return a whole year."""
    return months_of(year, 1, 12, "year")


def week_of(day: dt.date | None) -> Stretch:
    """Return the week, Monday to Sunday, of a day."""
    if day is None:
        return Stretch(unit="week")
    monday = shift_days(day, -day.weekday())
    sunday = shift_days(day, 6 - day.weekday())
    if monday is None or sunday is None:
        return Stretch(unit="week")
    return Stretch(monday, sunday, "week", True)


def weekend_of(day: dt.date | None) -> Stretch:
    """Return Saturday and Sunday of the week of a day."""
    week = week_of(day)
    if week.last is None:
        return Stretch(unit="week")
    iso = week.last.isocalendar()
    return Stretch(week.last - DAY, week.last, "week", timex=f"{iso.year:04}-W{iso.week:02}-WE")


def years_of(first: int, last: int, unit: Granularity) -> Stretch:
    """Return the years from one to another."""
    if not (1 <= first <= last <= 9999):
        return Stretch(unit=unit)
    return Stretch(dt.date(first, 1, 1), dt.date(last, 12, 31), unit, True)


def century_stretch(number: int) -> Stretch:
    """Return a century by its number: the 21st is 2001 to 2100."""
    return years_of(number * 100 - 99, number * 100, "century")


def season_stretch(year: int, code: int, seasons: Seasons) -> Stretch:
    """Return a season (EDTF code 21 to 24); the winter of a year starts in it."""
    if seasons == "months":
        return months_of(year, 3 + 3 * (code - 21), 3, "season")
    first, following = _solar_day(year, code - 21), _solar_day(year + (code == 24), (code - 20) % 4)
    if first is None or following is None:
        return Stretch(unit="season")
    return Stretch(first, following - DAY, "season", True)


# Meeus, Astronomical Algorithms, table 27.B: mean equinoxes and solstices of the years 1000 to 3000, in Julian
# ephemeris days. Without the periodic terms they are right to about twenty minutes.
_SOLAR = (
    (2451623.80984, 365242.37404, 0.05169, -0.00411, -0.00057),
    (2451716.56767, 365241.62603, 0.00325, 0.00888, -0.00030),
    (2451810.21715, 365242.01767, -0.11575, 0.00337, 0.00078),
    (2451900.05952, 365242.74049, -0.06223, -0.00823, 0.00032),
)


def _solar_day(year: int, which: int) -> dt.date | None:
    if not 1 <= year <= 9999:
        return None
    t = (year - 2000) / 1000
    julian = sum(term * t**power for power, term in enumerate(_SOLAR[which]))
    return dt.date.fromordinal(int(julian + 0.5) - 1721425)


def holiday_in(year: int, rule: str) -> dt.date | None:
    """Return the day of a holiday, by its rule as in `data/date_holidays.tsv`.

    >>> holiday_in(2023, "easter+39")
    datetime.date(2023, 5, 18)
    >>> holiday_in(2023, "4 thursday 11")
    datetime.date(2023, 11, 23)
    """
    if not 1 <= year <= 9999:
        return None
    if rule.startswith("easter"):
        sunday: dt.date = easter(year)
        return sunday + dt.timedelta(days=int(rule.removeprefix("easter")))
    if " " in rule:
        nth, weekday, month = rule.split()
        names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        days = [d for d in days_of(months_of(year, int(month), 1, "month")) if d.weekday() == names.index(weekday)]
        return days[int(nth) - 1]
    month, day = rule.split("-")
    return safe_date(year, int(month), int(day))


def days_of(stretch: Stretch) -> list[dt.date]:
    """Return all days of a stretch of at most some years."""
    if stretch.first is None or stretch.last is None:
        return []
    return [dt.date.fromordinal(n) for n in range(stretch.first.toordinal(), stretch.last.toordinal() + 1)]


def unit_around(day: dt.date, unit: str, seasons: Seasons = "months") -> Stretch:
    """Return the week, month, year… in which a day lies."""
    if unit in ("day", "night", "hour", "minute", "second"):
        return day_stretch(day)
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        return weekend_of(day)
    if unit == "fortnight":
        end = month_end(day.year, day.month)
        half = (1, 15) if day.day <= 15 else (16, end.day)
        return between(day.replace(day=half[0]), day.replace(day=half[1]), "day")
    if unit == "month":
        return months_of(day.year, day.month, 1, "month")
    if unit == "quarter":
        return months_of(day.year, (day.month - 1) // 3 * 3 + 1, 3, "quarter")
    if unit == "half":
        return months_of(day.year, (day.month - 1) // 6 * 6 + 1, 6, "half")
    if unit == "year":
        return year_stretch(day.year)
    if unit == "decade":
        return years_of(max(1, day.year // 10 * 10), day.year // 10 * 10 + 9, "decade")
    return century_stretch((day.year - 1) // 100 + 1)


_UNITS: dict[str, tuple[str, int]] = {
    "second": ("days", 1),
    "minute": ("days", 1),
    "hour": ("days", 1),
    "day": ("days", 1),
    "night": ("days", 1),
    "week": ("weeks", 1),
    "weekend": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "month": ("months", 1),
    "quarter": ("months", 3),
    "half": ("months", 6),
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("years", 100),
}


_PER_DAY = {"second": 86_400, "minute": 1_440, "hour": 24}


def move(day: dt.date, count: int, unit: str) -> dt.date | None:
    """Return the day `count` units later, None beyond the calendar; its number is cut to the month's length.

    >>> move(dt.date(2024, 1, 31), 1, "month")
    datetime.date(2024, 2, 29)
    """
    name, size = _UNITS[unit]
    if unit in _PER_DAY:  # a day has no hour of its own: only whole days move it
        name, count = "days", int(count / _PER_DAY[unit])
    try:
        there: dt.date = day + relativedelta(**{name: count * size})
    except (ValueError, OverflowError):
        return None
    return there


def moved(day: dt.date, count: int, unit: str) -> Stretch:
    """Return the unit that lies `count` units after the one of `day`.

    >>> moved(dt.date(2022, 12, 30), 1, "fortnight").first
    datetime.date(2023, 1, 1)
    """
    if unit == "fortnight":  # halves of months, which are no 14 days
        count += day.day > 15
        there = move(day.replace(day=1 + 15 * (count % 2)), count // 2, "month")
    else:
        there = move(day, count, unit)
    if there is None:
        return UNKNOWN
    return unit_around(there, unit)


def third(stretch: Stretch, mod: Mod | None) -> Stretch:
    """Return the beginning, middle or end of a stretch: a third, by the units of which it is made."""
    if mod is None or stretch.first is None or stretch.last is None:
        return stretch
    first, last, part = stretch.first, stretch.last, ("START", "MID", "END").index(mod)
    if stretch.unit == "week":
        offsets = ((0, 1), (2, 3), (4, 6))[part]
        first, last = first + offsets[0] * DAY, first + offsets[1] * DAY
    elif stretch.unit == "month":
        bounds = ((1, 10), (11, 20), (21, last.day))[part]
        first, last = first.replace(day=bounds[0]), last.replace(day=bounds[1])
    elif stretch.unit in ("decade", "century"):
        tenths = ((0, 3), (4, 6), (7, 9)) if stretch.unit == "decade" else ((0, 32), (33, 65), (66, 99))
        start = first.year
        first, last = dt.date(start + tenths[part][0], 1, 1), dt.date(start + tenths[part][1], 12, 31)
    elif stretch.unit in ("year", "half", "quarter") or (stretch.unit == "season" and first.day == 1):
        count = (last.year * 12 + last.month) - (first.year * 12 + first.month) + 1
        size = max(1, count // 3)
        piece = months_of(first.year, first.month + part * size, size, "month")
        first, last = piece.first or first, piece.last or last
    else:
        length = (last - first).days + 1
        cuts = [length * k // 3 for k in range(4)]
        first, last = first + cuts[part] * DAY, first + (cuts[part + 1] - 1) * DAY
    return evolve(stretch, first=first, last=last, mod=mod, part_of=stretch.part_of or stretch.first)
