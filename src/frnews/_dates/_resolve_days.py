"""What single days mean: dates, weekdays, deictics, holidays, days counted from another."""

import datetime as dt
import math

from attrs import evolve

from frnews._dates._calendar import (
    UNKNOWN,
    Stretch,
    between,
    day_stretch,
    days_of,
    holiday_in,
    move,
    moved,
    safe_date,
    shift_days,
    unit_around,
    week_of,
)
from frnews._dates._nearest import full_year, nearest, years_around
from frnews._dates._recognize import Expression
from frnews._dates._rules import Context, Year, is_floating, resolve, rule
from frnews._dates._tense import Tense
from frnews._tables import Row
from frnews._types import Mod

_UNKNOWN_DAY = Stretch(unit="day")


@rule()
def iso_day(context: Context, year: Year, month: int, day: int) -> Stretch:
    """2021-05-12."""
    return day_stretch(safe_date(full_year(year, context), month, day))


@rule()
def english_day(context: Context, month: int, day: int, year: Year) -> Stretch:
    """March 14, 2023; septembre 25, 2017."""
    return iso_day(context, year, month, day)


@rule()
def numeric_day(context: Context, day: int, month: int, year: Year) -> Stretch:
    """12/05/2021, 15.05.99."""
    return iso_day(context, year, month, day)


@rule(floating=True)
def slash_day(context: Context, day: int, month: int) -> Stretch:
    """17/02."""
    return day_month(context, day, month)


@rule()
def slash_day_named(context: Context, date: Expression, weekday: int | None = None) -> Stretch:
    """Le 17/02, mardi 12.05."""
    return day_month(context, date.parts["day"], date.parts["month"], weekday=weekday)


@rule(floating=True)
def day_month(context: Context, day: int, month: int, year: Year | None = None, weekday: int | None = None) -> Stretch:
    """Le (mardi) 6 mai (2018). Without a year, a weekday that fits one of the years around decides."""
    if year is not None:
        return day_stretch(safe_date(full_year(year, context), month, day))
    if context.published is None:
        return _UNKNOWN_DAY
    days = [safe_date(y, month, day) for y in years_around(context, reach=4)]
    known = [d for d in days if d is not None]
    fitting = [d for d in known if weekday is not None and d.weekday() == weekday]
    near = [d for d in fitting if abs((d - context.published).days) < 366]
    if near:
        return nearest([day_stretch(d) for d in near], context)
    return nearest([day_stretch(d) for d in known], context)


@rule()
def day_month_comma(context: Context, day: int, month: int, year: Year, weekday: int | None = None) -> Stretch:
    """Vendredi 01 juin, 2018."""
    return day_month(context, day, month, year)


@rule(floating=True)
def weekday_day(context: Context, weekday: int, day: int) -> Stretch:
    """Jeudi 15: the nearest month in which the 15th is a Thursday, by the tense."""
    if context.published is None:
        return _UNKNOWN_DAY
    found = []
    for offset in range(-12, 13):
        year, month = divmod(context.published.year * 12 + context.published.month - 1 + offset, 12)
        there = safe_date(year, month + 1, day)
        if there is not None and there.weekday() == weekday:
            found.append(day_stretch(there))
    return nearest(found, context) if found else _UNKNOWN_DAY


@rule(floating=True)
def lone_day_number(context: Context, day: int) -> Stretch:
    """Le 16: of the nearest month, by the tense."""
    if context.published is None:
        return _UNKNOWN_DAY
    found = []
    for offset in (-2, -1, 0, 1, 2):
        year, month = divmod(context.published.year * 12 + context.published.month - 1 + offset, 12)
        found.append(day_stretch(safe_date(year, month + 1, day)))
    return nearest(found, context)


@rule()
def deictic(context: Context, word: Row) -> Stretch:
    """Hier, demain, la veille, ce jour-là."""
    base = context.anchor(word["anchor"])
    if word["anchor"] == "text" and context.antecedent is not None and context.antecedent.known:
        antecedent = context.antecedent
        if word["offset"] == "0":
            return evolve(antecedent, start_time=None, end_time=None, timex=None, type="date", mod=None)
        base = antecedent.last if int(word["offset"]) > 0 else antecedent.first
    return day_stretch(shift_days(base, int(word["offset"]))) if base else _UNKNOWN_DAY


@rule(floating=True)
def weekday(context: Context, weekday: int) -> Stretch:
    """Samedi: the last one up to the day published, or the next one from it on where the clause is in the future."""
    if context.published is None:
        return _UNKNOWN_DAY
    if context.tense == "future":
        return day_stretch(shift_days(context.published, (weekday - context.published.weekday()) % 7))
    return day_stretch(shift_days(context.published, -((context.published.weekday() - weekday) % 7)))


@rule(floating=lambda _: True)
def this_weekday(context: Context, weekday: int) -> Stretch:
    """Ce vendredi: the nearest one; the day published itself first."""
    if context.published is None:
        return _UNKNOWN_DAY
    if context.tense == "future":
        return day_stretch(shift_days(context.published, (weekday - context.published.weekday()) % 7))
    if context.tense == "past":
        return day_stretch(shift_days(context.published, -((context.published.weekday() - weekday) % 7)))
    back = (context.published.weekday() - weekday) % 7
    return day_stretch(shift_days(context.published, -back if back <= 3 else 7 - back))


@rule()
def shifted_weekday(context: Context, weekday: int, shift: tuple[int, str]) -> Stretch:
    """Samedi dernier, lundi prochain, le mardi suivant."""
    base = context.anchor(shift[1])
    if base is None:
        return _UNKNOWN_DAY
    if shift[0] > 0:
        return day_stretch(shift_days(base, (weekday - base.weekday() - 1) % 7 + 1))
    if shift[0] < 0:
        return day_stretch(shift_days(base, -((base.weekday() - weekday - 1) % 7 + 1)))
    return this_weekday(context, weekday)


@rule()
def weekday_in_eight(context: Context, weekday: int, weeks: int) -> Stretch:
    """Lundi en huit: a week after the next Monday."""
    if context.published is None or weeks not in (8, 15):
        return _UNKNOWN_DAY
    ahead = (weekday - context.published.weekday() - 1) % 7 + 1
    return day_stretch(shift_days(context.published, ahead + (7 if weeks == 8 else 14)))


@rule()
def weekday_of_week(context: Context, weekday: Expression, of: Expression) -> Stretch:
    """Le mardi de la semaine dernière."""
    stretch = resolve(of, context)
    if stretch.unit != "week" or stretch.first is None:
        return _UNKNOWN_DAY
    return day_stretch(shift_days(week_of(stretch.first).first or stretch.first, weekday.parts["weekday"]))


@rule()
def nth_weekday_of(
    context: Context, number: int, weekday: Expression, of: Expression, part: Row | None = None
) -> Stretch:
    """Le premier mercredi du mois prochain."""
    stretch = resolve(of, context)
    if stretch.first is None or stretch.last is None or (stretch.last - stretch.first).days > 366:
        return _UNKNOWN_DAY
    days = [d for d in days_of(stretch) if d.weekday() == weekday.parts["weekday"]]
    index = number - 1 if number > 0 else number
    day = day_stretch(days[index]) if -len(days) <= index < len(days) else _UNKNOWN_DAY
    return evolve(day, type="time", timex=f"T{part['timex']}") if part is not None else day


@rule()
def day_number_of(context: Context, day: int, of: Expression | None = None, unit: str | None = None) -> Stretch:
    """Le 15 du mois prochain, le 4 du mois."""
    if of is None:
        return lone_day_number(context, day)
    stretch = resolve(of, context)
    if stretch.unit != "month" or stretch.first is None:
        return _UNKNOWN_DAY
    return day_stretch(safe_date(stretch.first.year, stretch.first.month, day))


@rule(floating=lambda parts: is_floating(parts["of"]))
def day_of_year(context: Context, day: Expression, of: Expression) -> Stretch:
    """Le 4 juillet de l'année dernière."""
    stretch = resolve(of, context)
    if stretch.first is None:
        return resolve(day, context)
    return resolve(day, evolve(context, published=stretch.first, tense="future"))


@rule()
def shifted_day(context: Context, day: Expression, shift: tuple[int, str]) -> Stretch:
    """Le 29 février dernier, le 3 mai suivant."""
    base = context.anchor(shift[1])
    tense: Tense | None = "future" if shift[0] > 0 else "past" if shift[0] < 0 else None
    return resolve(day, evolve(context, published=base, tense=tense or context.tense))


@rule()
def relative_to_day(
    context: Context, day: Expression, word: Expression | None = None, name: str | None = None
) -> Stretch:
    """Le lendemain du 13 février, veille de Noël."""
    stretch = resolve(day, context)
    offsets = {"veille": -1, "lendemain": 1, "surlendemain": 2, "avant veille": -2}
    offset = offsets[name] if name else int(word.parts["word"]["offset"]) if word else 0
    base = stretch.last if offset > 0 else stretch.first
    return day_stretch(shift_days(base, offset)) if base else _UNKNOWN_DAY


@rule()
def day_after_event(context: Context) -> Stretch:
    """Au lendemain du scrutin: known where the event bears its day."""
    event = context.antecedent
    if event is None or event.last is None:
        return _UNKNOWN_DAY
    return day_stretch(shift_days(event.last, 1))


@rule(floating=True)
def holiday(context: Context, name: Row, year: Year | None = None, shift: tuple[int, str] | None = None) -> Stretch:
    """Noël, Pâques 2018, la Toussaint dernière."""
    if year is not None:
        return day_stretch(holiday_in(full_year(year, context), name["day"]))
    if context.published is None:
        return _UNKNOWN_DAY
    if shift is not None and shift[0]:
        context = evolve(context, published=context.anchor(shift[1]), tense="future" if shift[0] > 0 else "past")
    return nearest([day_stretch(holiday_in(y, name["day"])) for y in years_around(context, reach=2)], context)


@rule()
def apposed(context: Context, first: Expression, second: Expression) -> Stretch:
    """Hier, jeudi 16 août; hier mardi; deux mois plus tard, en mai 2011."""
    day = resolve(first, context)
    if second.rule in ("weekday", "deictic") and day.known:
        return day if second.rule == "weekday" else resolve(second, context)
    if day.first is None:
        return resolve(second, context)
    # "il y a cent ans, le 3 août": in the year that was counted
    tense: Tense | None = "future" if day.unit == "year" else None
    return resolve(second, evolve(context, published=day.first, tense=tense))


def counts_years(span: Expression) -> bool:
    """Whether a length of time is one of whole years, which can be counted from a year without its day."""
    return span.rule == "span" and span.parts["unit"] in ("year", "decade", "century") and "half" not in span.parts


def _span(context: Context, span: Expression) -> tuple[int, str]:
    """Return number and unit of a length of time; "un an et demi" is 18 months."""
    if span.rule == "compound_span":
        return _span(context, span.parts["first"])
    if span.rule == "quarter_span":
        return 0, "minute"
    if span.rule == "half_span":
        return 0, span.parts["unit"]
    if span.rule == "clock":
        return span.parts["hour"], "hour"
    number, unit = span.parts["number"], span.parts["unit"]
    if "half" in span.parts and unit == "year":
        return number * 12 + 6, "month"
    if unit == "fortnight":
        return number * 2, "week"
    if unit == "weekend":
        return number, "week"
    return number, unit


def _offset(
    base: dt.date | None,
    sign: int,
    context: Context,
    span: Expression,
    mod: Mod | None,
    second: Expression | None = None,
) -> Stretch:
    number, unit = _span(context, span)
    if second is not None and base is not None:
        base = move(base, sign * number, unit)
        number, unit = _span(context, second)
    if base is None:
        return UNKNOWN
    stretch = moved(base, sign * number, unit)
    if unit in ("hour", "minute", "second"):
        stretch = evolve(stretch, type="time")
    return evolve(stretch, mod=mod or None)


@rule()
def ago(context: Context, span: Expression, approx: Mod | None = None, second: Expression | None = None) -> Stretch:
    """Il y a (environ) deux ans: the whole year; il y a dix jours, un mois et dix jours: the day."""
    return _offset(context.published, -1, context, span, approx, second)


@rule()
def ahead(context: Context, span: Expression, approx: Mod | None = None, second: Expression | None = None) -> Stretch:
    """Dans (environ) deux mois: the whole month."""
    return _offset(context.published, 1, context, span, approx, second)


@rule()
def later(context: Context, span: Expression, way: str, approx: Mod | None = None) -> Stretch:
    """Deux ans plus tard, six mois auparavant: counted from the last date of the text."""
    sign = 1 if way in ("plus tard", "apres") else -1
    number, unit = _span(context, span)
    if unit in ("hour", "minute", "second") and context.antecedent is not None:
        return _hours_later(context.antecedent, sign * number, unit, approx)
    antecedent = context.antecedent
    if antecedent is not None and antecedent.unit in _COARSE and unit in _FINER[antecedent.unit]:
        return UNKNOWN  # "en 2013… six semaines plus tard": no weeks are counted from a mere year
    return _offset(context.text_day, sign, context, span, approx)


_FINER = {"month": ("day", "week"), "year": ("day", "week", "month", "quarter", "half")}
_COARSE = frozenset(_FINER)


def _hours_later(moment: Stretch, count: int, unit: str, mod: Mod | None) -> Stretch:
    """Return the day that lies some hours after a moment: "mardi à 6 heures… dix heures plus tard"."""
    base = moment.last if count > 0 else moment.first
    if base is None:
        return UNKNOWN
    clock = moment.start_time
    hours = count * {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit]
    if clock is not None:
        hours += clock.hour + clock.minute / 60
    days = math.floor(hours / 24) if clock is not None else int(hours / 24)
    return evolve(day_stretch(shift_days(base, days)), type="time", mod=mod)


@rule()
def span_from_day(context: Context, span: Expression, way: str, day: Expression) -> Stretch:
    """5 jours avant le Nouvel An, dans 3 jours à partir d'aujourd'hui."""
    stretch = resolve(day, context)
    return _offset(stretch.first, -1 if way == "avant" else 1, context, span, None)


@rule()
def span_to_day(context: Context, span: Expression, day: Expression) -> Stretch:
    """À trois jours de Noël."""
    return _offset(resolve(day, context).first, -1, context, span, None)


@rule()
def later_than(context: Context, later: Expression, day: Expression) -> Stretch:
    """Deux jours avant Noël, vingt ans après 1998; no days are counted from a mere year."""
    if resolve(day, context).unit == "year" and not counts_years(later.parts["span"]):
        return UNKNOWN
    return span_from_day(context, later.parts["span"], later.parts["way"], day)


@rule()
def offset_from_day(context: Context, offset: Expression, day: Expression) -> Stretch:
    """Dans 4 mois à partir de demain."""
    return resolve(offset, evolve(context, published=resolve(day, context).first))


@rule()
def now(context: Context) -> Stretch:
    """Maintenant, as the end of a range."""
    return day_stretch(context.published)


@rule()
def rolling(context: Context, number: int, shift: tuple[int, str], unit: str) -> Stretch:
    """Les deux dernières années: from the day published two years back up to it; précédentes: whole units."""
    if shift[1] == "text" and context.antecedent is not None and context.antecedent.known:
        return _whole_units(context.antecedent, number, shift[0], unit)
    return _rolling(context, number, shift[0], unit)


def _whole_units(antecedent: Stretch, number: int, sign: int, unit: str) -> Stretch:
    """Return the units before or after the date that the text is at: "en 2019… des deux années précédentes"."""
    if antecedent.first is None or antecedent.last is None or unit in ("hour", "minute", "second"):
        return UNKNOWN
    base = antecedent.first if sign < 0 else antecedent.last
    near, far = moved(base, sign, unit), moved(base, sign * number, unit)
    ends = (far.first, near.last) if sign < 0 else (near.first, far.last)
    return between(*ends, near.unit or "day")


def _rolling(context: Context, number: int, shift: int, unit: str) -> Stretch:
    today = context.published
    if today is None or unit in ("hour", "minute", "second"):
        return UNKNOWN
    there = move(today, shift * number, unit)
    if there is None:
        return UNKNOWN
    first, last = sorted((today, there))
    granularity = unit_around(today, unit).unit
    return Stretch(first, last, granularity)
