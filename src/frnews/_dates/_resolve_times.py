"""What clock times, parts of the day, durations and sets mean."""

import datetime as dt

from attrs import evolve

from frnews._dates._calendar import UNKNOWN, Stretch, between, day_stretch, safe_date, shift_days
from frnews._dates._nearest import full_year
from frnews._dates._recognize import Expression
from frnews._dates._resolve_days import lone_day_number
from frnews._dates._rules import Context, Year, resolve, rule
from frnews._tables import Row
from frnews._types import Granularity, Mod

_MINUTES = {"quart": 15, "demi": 30, "demie": 30, "trois quarts": 45}
_LETTER = {"minute": "TM", "hour": "TH", "second": "TS", "day": "D", "night": "D", "week": "W", "fortnight": "W"}
_LETTER |= {"weekend": "W", "month": "M", "quarter": "M", "half": "M", "year": "Y", "decade": "Y", "century": "Y"}
_HALF = {"second": "PT0.5S", "minute": "PT30S", "hour": "PT30M", "day": "PT12H", "year": "P6M", "quarter": "P1.5M"}
_HALF |= {"half": "P3M", "decade": "P5Y", "century": "P50Y"}
_TIMES = {"fortnight": 2, "quarter": 3, "half": 6, "decade": 10, "century": 100}


def _time(clock: Expression, part: str = "") -> dt.time | None:
    """Return the clock time, on 24 hours where the part of the day tells ("huit heures du soir")."""
    parts = clock.parts
    if clock.rule == "zoned_clock":
        return _time(parts["clock"], part)
    hour = parts["hour"] if "hour" in parts else (12 if parts.get("noon") == "midi" else 0)
    minutes = hour * 60 + _minutes(parts)
    if part in ("AF", "EV") and 60 <= minutes < 12 * 60:
        minutes += 12 * 60
    hours, minutes = divmod(minutes % (24 * 60), 60)
    return dt.time(hours, minutes)


def _minutes(parts: dict[str, object]) -> int:
    fraction = parts.get("fraction")
    if isinstance(fraction, Expression):
        return int(fraction.parts["minutes"])
    minute = parts.get("minute")
    return minute if isinstance(minute, int) and minute < 60 else 0


def _times(clock: Expression, part: str = "") -> tuple[dt.time | None, dt.time | None]:
    if clock.rule != "clock_range":
        return _time(clock, part), None
    first, last = clock.parts["first"], clock.parts["last"]
    start = _clamp(first) if isinstance(first, int) else _time(first, part)
    end = _clamp(last) if isinstance(last, int) else _time(last, part)
    return start, end


def _clamp(hour: int) -> dt.time:
    return dt.time(hour % 24)


def _with_clock(day: Stretch, clock: Expression, part: str = "") -> Stretch:
    start, end = _times(clock, part)
    return evolve(day, start_time=start, end_time=end, type="time", timex=None)


def _part_code(part: Expression | Row | None) -> str:
    """Return the TIMEX3 code of a part of the day, as its row or as an expression that holds it."""
    if isinstance(part, Expression):
        return _part_code(part.parts.get("part"))
    return part["timex"] if part is not None else ""


def _with_part(day: Stretch, part: Row) -> Stretch:
    code = part["timex"]
    if day.first is None:
        return evolve(day, type="time")
    if code == "NI" and day.first == day.last:
        return evolve(day, type="time", timex="TNI")
    return evolve(day, type="time", timex=f"T{code}")


_NIGHTS = frozenset(["night_between", "last_night", "this_part"])


@rule()
def iso_moment(context: Context, year: Year, month: int, day: int, hour: int, minute: int) -> Stretch:
    """2021-05-03T08:15:00Z."""
    moment = day_stretch(safe_date(full_year(year, context), month, day))
    return evolve(moment, start_time=dt.time(hour, minute), type="time", timex=None)


@rule(floating=lambda _: True)
def day_number_clock(context: Context, day: int, clock: Expression) -> Stretch:
    """Le 16 à 18h."""
    return _with_clock(lone_day_number(context, day), clock)


@rule()
def same_part(context: Context, part: Expression) -> Stretch:
    """Le soir même: of the day that the text is at."""
    day = context.antecedent
    known = day is not None and day.unit == "day" and day.first is not None
    base = day_stretch(day.first if day is not None and known else context.published)
    return _with_part(base, part.parts["part"])


@rule()
def day_clock(context: Context, day: Expression, clock: Expression, part: Expression | None = None) -> Stretch:
    """Samedi à 20h00, demain soir à 8 heures."""
    code = _part_code(part) or _part_code(day.parts.get("part"))
    stretch = _with_clock(resolve(day, context), clock, code)
    if stretch.first is not None and day.rule in _NIGHTS and stretch.start_time is not None:
        # "la nuit de vendredi à samedi à trois heures": the day of that hour
        side = stretch.last if stretch.start_time.hour < 12 else stretch.first
        return evolve(stretch, first=side, last=side, unit="day", whole=True)
    return stretch


@rule()
def clock_day(context: Context, clock: Expression, day: Expression, part: Expression | None = None) -> Stretch:
    """13h30 samedi 21 septembre."""
    return day_clock(context, day, clock, part)


@rule()
def clock_part(context: Context, clock: Expression, part: Expression) -> Stretch:
    """Trois heures du matin."""
    return _with_clock(day_stretch(context.published), clock, _part_code(part))


@rule()
def lone_clock(context: Context, clock: Expression) -> Stretch:
    """À 7 heures: on the day of the last time named, else the day published."""
    return _with_clock(day_stretch(context.published), clock)


@rule(floating=lambda _: True)
def lone_part(context: Context, part: Expression) -> Stretch:
    """Dans la soirée."""
    return this_part(context, part)


@rule(floating=lambda _: True)
def this_part(context: Context, part: Expression) -> Stretch:
    """Ce soir, cet après-midi, cette nuit (two days: the night before after a past verb, else the night to come)."""
    row = part.parts["part"]
    if context.published is None:
        return Stretch(unit="day", type="time")
    if row["timex"] != "NI":
        return _with_part(day_stretch(context.published), row)
    return _night(context.published, -1 if context.tense == "past" else 1)  # the night that ends or starts today


def _night(day: dt.date, side: int) -> Stretch:
    other = shift_days(day, side)
    if other is None:
        return UNKNOWN
    first, last = sorted((day, other))
    return evolve(between(first, last, "day"), type="time", timex="TNI")


@rule()
def day_part(context: Context, day: Expression, part: Expression) -> Stretch:
    """Hier matin, samedi en fin d'après-midi."""
    return _with_part(resolve(day, context), part.parts["part"])


@rule()
def part_day(context: Context, part: Expression, day: Expression) -> Stretch:
    """Le matin du 5 mars."""
    return day_part(context, day, part)


@rule(floating=lambda _: True)
def day_number_part(context: Context, day: int, part: Expression) -> Stretch:
    """Le 3 au soir."""
    return _with_part(lone_day_number(context, day), part.parts["part"])


@rule()
def night_between(context: Context, first: Expression, last: Expression | int | None = None) -> Stretch:
    """Dans la nuit de vendredi à samedi."""
    if last is None:
        return evolve(resolve(first, context), type="time", timex=None)
    end = Stretch() if isinstance(last, int) else resolve(last, context)
    start = resolve(first, context)
    if end.first is None or (start.first is not None and not 0 < (end.first - start.first).days <= 2):
        if start.first is None:
            return Stretch(unit="day", type="time")
        if end.first is not None and isinstance(last, Expression):
            return _night(end.first, -1)
        return _night(start.first, 1)
    return evolve(between(start.first, end.last, "day"), type="time", timex=None)


@rule()
def night_of(context: Context, part: Row, day: Expression) -> Stretch:
    """La nuit du 4 mars, ce matin du 22 février."""
    return evolve(resolve(day, context), type="time", timex=f"T{part['timex']}")


@rule()
def whole_day(context: Context, day: Expression) -> Stretch:
    """La journée de mardi: the day itself."""
    return resolve(day, context)


@rule()
def last_night(context: Context, shift: tuple[int, str]) -> Stretch:
    """La nuit dernière."""
    base = context.anchor(shift[1])
    return _night(base, shift[0] or -1) if base else Stretch(unit="day", type="time")


@rule()
def duration(context: Context, span: Expression, approx: Mod | None = None) -> Stretch:
    """Trois mois: P3M."""
    return Stretch(type="duration", timex=_iso(span), mod=approx or _approximate(span), unit=_unit(span))


def _approximate(span: Expression) -> Mod | None:
    return "APPROX" if span.rule == "round_span" else None


_COARSER: dict[str, Granularity] = {"hour": "minute", "second": "minute", "night": "day"}
_COARSER |= {"weekend": "week", "fortnight": "week"}


def _unit(span: Expression) -> Granularity:
    """Return the granularity in which a length of time counts."""
    if span.rule == "compound_span":
        return _unit(span.parts["first"])
    unit: Granularity = span.parts.get("unit", "minute")
    return _COARSER.get(unit, unit)


def _iso(span: Expression) -> str:
    """Return the ISO 8601 duration of a length of time."""
    if span.rule == "compound_span":
        first, second = _iso(span.parts["first"])[1:], _iso(span.parts["second"])[1:]
        return "P" + first + (second.replace("T", "") if "T" in first else second)
    if span.rule == "clock":
        return f"PT{span.parts['hour']}H"
    if span.rule == "quarter_span":
        minutes = span.parts["quarters"]
        return f"PT{minutes.parts['minutes'] if isinstance(minutes, Expression) else minutes}M"
    unit = span.parts["unit"]
    if span.rule == "half_span":
        return _HALF.get(unit) or f"P0.5{_LETTER[unit]}"
    number, half = span.parts["number"], "half" in span.parts
    if half and unit == "year":
        return f"P{number}Y6M"
    if half and unit == "hour":
        return f"PT{number}H30M"
    letter = _LETTER[unit]
    # ISO 8601 lets the smallest part have a decimal.
    count = str((number + 0.5 if half else number) * _TIMES.get(unit, 1)).removesuffix(".0")
    return f"PT{count}{letter[1]}" if letter[0] == "T" else f"P{count}{letter}"


@rule()
def set_of(context: Context, unit: str) -> Stretch:
    """Chaque semaine, tous les mois, par an."""
    span = Expression("span", {"number": 1, "unit": unit})
    return Stretch(type="set", timex=_iso(span), unit=_unit(span))


@rule()
def set_of_spans(context: Context, span: Expression) -> Stretch:
    """Tous les deux mois."""
    return Stretch(type="set", timex=_iso(span), unit=_unit(span))


@rule()
def set_of_weekdays(context: Context, weekday: Expression | None = None, weekdays: int | None = None) -> Stretch:
    """Chaque samedi, tous les lundis."""
    number = weekday.parts["weekday"] if weekday is not None else weekdays
    return Stretch(type="set", timex=f"XXXX-WXX-{(number or 0) + 1}", unit="day")
