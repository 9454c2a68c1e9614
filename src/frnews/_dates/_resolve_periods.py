"""What weeks, months, seasons, years, decades and centuries mean, and parts of them."""

import datetime as dt

from attrs import evolve

from frnews._dates._calendar import (
    DAY,
    UNKNOWN,
    Stretch,
    between,
    century_stretch,
    day_stretch,
    month_end,
    months_of,
    moved,
    season_stretch,
    shift_days,
    third,
    unit_around,
    week_of,
    weekend_of,
    year_stretch,
    years_of,
)
from frnews._dates._nearest import full_year, nearest, years_around
from frnews._dates._recognize import Expression
from frnews._dates._resolve_days import lone_day_number
from frnews._dates._rules import Context, Year, is_floating, resolve, rule
from frnews._tables import Row


@rule()
def month_year(context: Context, month: int, year: Year) -> Stretch:
    """Mars 2011, le mois de mars 2011."""
    return months_of(full_year(year, context), month, 1, "month")


def _nearest_month(context: Context, month: int) -> Stretch:
    return nearest([months_of(y, month, 1, "month") for y in years_around(context)], context)


@rule(floating=True)
def month(context: Context, month: int) -> Stretch:
    """En mars: the nearest one, by the tense."""
    return _nearest_month(context, month)


@rule(floating=True)
def named_month(context: Context, month: int) -> Stretch:
    """Le mois de mars."""
    return _nearest_month(context, month)


@rule()
def shifted_month(context: Context, month: int, shift: tuple[int, str]) -> Stretch:
    """Juin dernier, mars prochain, septembre suivant: the nearest one that is not the month of the anchor itself."""
    base = context.anchor(shift[1])
    if base is None:
        return Stretch(unit="month")
    found = [months_of(y, month, 1, "month") for y in years_around(evolve(context, published=base))]
    past = [s for s in found if s.last and s.last < base]
    future = [s for s in found if s.first and s.first > base]
    if shift[0] < 0:
        return past[-1] if past else UNKNOWN
    return future[0] if future else UNKNOWN


@rule(floating=lambda parts: is_floating(parts["of"]))
def month_of_year(context: Context, month: Expression, of: Expression) -> Stretch:
    """Juin de l'année prochaine."""
    year = resolve(of, context)
    if year.unit != "year" or year.first is None:
        return resolve(month, context)
    return months_of(year.first.year, month.parts["month"], 1, "month")


@rule(floating=lambda parts: bool(parts["unit"] == "weekend"))
def this_unit(context: Context, unit: str) -> Stretch:
    """Cette semaine, cette année, ce week-end."""
    if context.published is None:
        return UNKNOWN
    if unit == "weekend":
        return bare_weekend(context) if context.tense == "past" else weekend_of(context.published)
    return unit_around(context.published, unit)


@rule()
def that_unit(context: Context, unit: str) -> Stretch:
    """Cette année-là, la même semaine."""
    base = context.text_day
    return unit_around(base, unit) if base else UNKNOWN


@rule()
def shifted_unit(context: Context, unit: str, shift: tuple[int, str]) -> Stretch:
    """La semaine dernière, l'an prochain, le mois suivant."""
    base = context.anchor(shift[1])
    if base is None:
        return UNKNOWN
    if unit == "weekend":
        if shift[0] > 0:
            return weekend_of(shift_days(base, (5 - base.weekday() - 1) % 7 + 1))
        return weekend_of(shift_days(base, 7 * shift[0]))
    if shift[0] > 0 and shift[1] == "text" and context.antecedent and context.antecedent.last:
        base = context.antecedent.last
    first = unit_around(base, unit).first
    return moved(first or base, shift[0], unit)


@rule(floating=True)
def bare_weekend(context: Context) -> Stretch:
    """Le week-end: the last one, or the next one where the clause speaks of the future."""
    today = context.published
    if today is None:
        return Stretch(unit="week")
    if context.tense == "future" or today.weekday() >= 5:
        return weekend_of(today)
    return weekend_of(shift_days(today, -7))


@rule(floating=True)
def week_of_day(context: Context, day: Expression | int) -> Stretch:
    """La semaine du 7 octobre."""
    if isinstance(day, int):
        return week_of(lone_day_number(context, day).first)
    return week_of(resolve(day, context).first)


@rule(floating=True)
def weekend_of_day(context: Context, day: Expression | int) -> Stretch:
    """Le week-end du 14 juillet, le week-end des 3 et 4 mai."""
    if isinstance(day, int):
        stretch = lone_day_number(context, day)
    else:
        stretch = resolve(day, context)
        if stretch.first != stretch.last:
            return stretch
    return weekend_of(stretch.first)


@rule()
def numbered_week(context: Context, number: int) -> Stretch:
    """La semaine 31, as ISO 8601 counts them."""
    if context.published is None:
        return Stretch(unit="week")
    found = []
    for year in years_around(context):
        try:
            found.append(week_of(dt.date.fromisocalendar(year, number, 1)))
        except ValueError:
            continue
    now = context.published
    return min(found, key=lambda s: abs(((s.first or now) - now).days)) if found else Stretch(unit="week")


@rule(floating=True)
def season(context: Context, season: Row) -> Stretch:
    """L'hiver, en automne: the nearest one, by the tense."""
    code = int(season["value"])
    found = [season_stretch(y, code, context.seasons) for y in years_around(context, reach=2)]
    return nearest(found, context)


_SEASON_AHEAD = 92  # days: a season is "this one" from about one season before it


@rule(floating=lambda _: True)
def this_season(context: Context, season: Row) -> Stretch:
    """Cet été: the one of the year, or the winter that is nearest."""
    code = int(season["value"])
    if context.published is None:
        return Stretch(unit="season")
    found = [season_stretch(y, code, context.seasons) for y in years_around(context, reach=1)]
    chosen = nearest(found, evolve(context, tense=None if code == 24 and context.tense != "past" else context.tense))
    near = nearest(found, evolve(context, tense=None))
    # "cet été", in May, is the one that comes, whatever the verb
    if near.first is not None and -_SEASON_AHEAD <= (near.first - context.published).days <= _SEASON_AHEAD:
        return near
    return chosen


@rule()
def season_year(context: Context, season: Row, year: Year, last: tuple[int, bool] | None = None) -> Stretch:
    """Printemps 2023, hiver 2022-2023."""
    return season_stretch(full_year(year, context), int(season["value"]), context.seasons)


@rule()
def shifted_season(context: Context, season: Row, shift: tuple[int, str]) -> Stretch:
    """L'hiver dernier, l'été prochain."""
    base = context.anchor(shift[1])
    if base is None:
        return Stretch(unit="season")
    code = int(season["value"])
    found = [season_stretch(y, code, context.seasons) for y in years_around(evolve(context, published=base), reach=2)]
    past = [s for s in found if s.last and s.last < base]
    future = [s for s in found if s.first and s.first > base]
    if shift[0] < 0:
        return past[-1] if past else Stretch(unit="season")
    return future[0] if future else Stretch(unit="season")


@rule()
def year(context: Context, year: int) -> Stretch:
    """L'année 2012, l'an mille."""
    return year_stretch(year)


@rule()
def bare_year(context: Context, year: Year) -> Stretch:
    """2017."""
    return year_stretch(full_year(year, context))


@rule()
def year_bce(context: Context, year: int, bce: str) -> Stretch:
    """52 avant J.-C.: EDTF counts a year 0, so that it is -0051."""
    return Stretch(unit="year", edtf=_edtf_year(1 - year))


def _edtf_year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


@rule()
def decade(context: Context, year: int) -> Stretch:
    """Les années 1990, les années quatre-vingt-dix, les années 20."""
    start = _decade_start(year, context)
    return years_of(start, start + 9, "decade")


def _decade_start(number: int, context: Context) -> int:
    if number >= 100:
        return number // 10 * 10
    now = context.published.year if context.published else 2030
    start = now // 100 * 100 + number // 10 * 10
    # "les années 20" of an article of 2021 may be either; the press means those of the last century.
    return start - 100 if start > now or start >= 2000 else start


@rule()
def decades(context: Context, first: int, last: int) -> Stretch:
    """Les années 1980-1990; "les années 2025 à 2028" are single years."""
    if (first % 10 or last % 10) and 1000 < first <= last:
        return years_of(first, last, "year")
    start, end = _decade_start(first, context), _decade_start(last, context)
    if last < 100:  # "1880-90": of the century of the first, or of the next
        end = start // 100 * 100 + last
        end += 100 * (end < start)
    return evolve(years_of(start, end + 9, "decade"), whole=False)


@rule()
def century(context: Context, number: int, bce: str | None = None) -> Stretch:
    """Le XXIe siècle; before our era the days are unknown to the calendar, and EDTF says them."""
    if bce:
        return Stretch(unit="century", edtf=f"{_edtf_year(1 - number * 100)}/{_edtf_year(100 - number * 100)}")
    return century_stretch(number)


@rule()
def century_range(context: Context, first: int, last: int, bce: str | None = None) -> Stretch:
    """Du XVe au XVIIe siècle."""
    if bce:
        return Stretch(unit="century", edtf=f"{_edtf_year(1 - first * 100)}/{_edtf_year(100 - last * 100)}")
    return evolve(years_of(first * 100 - 99, last * 100, "century"), whole=False)


@rule(floating=True)
def quarter(context: Context, number: int, unit: str, year: Year | None = None) -> Stretch:
    """Le troisième trimestre 2025, le premier semestre."""
    if (
        number < 0 and year is None and context.tense != "future"
    ):  # "au cours du dernier trimestre": the one before this
        return shifted_unit(context, unit, (-1, "published"))
    years = [full_year(year, context)] if year else years_around(context)
    found = [_nth_part_of_year(y, number, unit) for y in years]
    return found[0] if year else nearest(found, context)


def _nth_part_of_year(year: int, number: int, unit: str) -> Stretch:
    size = 3 if unit == "quarter" else 6
    if number < 0:
        number += 12 // size + 1
    if not 1 <= number <= 12 // size:
        return UNKNOWN
    return months_of(year, (number - 1) * size + 1, size, "quarter" if unit == "quarter" else "half")


@rule()
def quarter_code(context: Context, code: tuple[str, int], year: Year) -> Stretch:
    """T3 2022."""
    return _nth_part_of_year(full_year(year, context), code[1], code[0])


@rule(floating=True)
def rentree(context: Context, year: Year | None = None, shift: tuple[int, str] | None = None) -> Stretch:
    """La rentrée: September."""
    if year is not None:
        return months_of(full_year(year, context), 9, 1, "month")
    if shift is not None and shift[0]:
        return shifted_month(context, 9, shift)
    return month(context, 9)


@rule()
def school_year(context: Context, year: Year | None = None, shift: tuple[int, str] | None = None) -> Stretch:
    """L'année scolaire (2021-2022): September to August."""
    if year is not None:
        start = full_year(year, context)
    elif context.published is None:
        return UNKNOWN
    else:
        start = context.published.year - (context.published.month < 9) + (shift[0] if shift else 0)
    return evolve(months_of(start, 9, 12, "year"), whole=False)


@rule()
def positioned(context: Context, position: str, of: Expression) -> Stretch:
    """Début février 2022, la fin de l'année, mi-mars, courant mai."""
    return third(resolve(of, context), position or None)  # type: ignore[arg-type]


@rule()
def half_of(context: Context, number: int, of: Expression) -> Stretch:
    """La première moitié du XXe siècle."""
    whole = resolve(of, context)
    if whole.first is None or whole.last is None or number not in (1, 2, -1):
        return UNKNOWN
    if whole.unit == "month":
        middle = whole.first.replace(day=15)
    else:
        months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
        half = months_of(whole.first.year, whole.first.month, max(1, months // 2), "month")
        middle = half.last or whole.last
    unit = whole.unit or "day"
    return between(whole.first, middle, unit) if number == 1 else between(shift_days(middle, 1), whole.last, unit)


@rule()
def positioned_unit(context: Context, position: str, unit: str) -> Stretch:
    """En fin d'année, le début du mois."""
    if context.published is None:
        return UNKNOWN
    return third(unit_around(context.published, unit), position or None)  # type: ignore[arg-type]


@rule(floating=lambda parts: is_floating(parts["of"]))
def within(context: Context, part: Expression, of: Expression) -> Stretch:
    """Du 3 au 12 août l'an prochain, le troisième trimestre de l'année dernière, la semaine prochaine, jeudi."""
    whole = resolve(of, context)
    if whole.first is None or whole.last is None:
        return resolve(part, context)
    inside = resolve(part, evolve(context, published=whole.first, tense="future"))
    if inside.first is None or inside.last is None:
        return inside
    return inside if whole.first <= inside.first <= whole.last else resolve(part, context)


@rule()
def rest_of(context: Context, of: Expression | None = None, unit: str | None = None) -> Stretch:
    """Le reste de la semaine: from the day after the one just named, up to its end."""
    base = context.text_day
    if base is None:
        return UNKNOWN
    whole = resolve(of, context) if of else unit_around(base, unit or "week")
    start = base + DAY if base < dt.date.max else base
    if whole.first is None or whole.last is None or start > whole.last:
        return whole
    return between(max(start, whole.first), whole.last, "day")


@rule()
def first_units_of(
    context: Context, first: Expression, of: Expression | None = None, unit: str | None = None
) -> Stretch:
    """Les 8 premiers mois de l'année."""
    if of is not None:
        whole = resolve(of, context)
    elif context.published is not None:
        whole = unit_around(context.published, unit or "year")
    else:
        return UNKNOWN
    return _first_of(whole, first.parts["number"], first.parts["unit"])


def _first_of(whole: Stretch, number: int, unit: str) -> Stretch:
    if whole.first is None:
        return UNKNOWN
    last = moved(whole.first, number - 1, unit)
    return between(whole.first, last.last, last.unit or "month")


@rule()
def nth_unit_of(context: Context, number: int, unit: str, of: Expression) -> Stretch:
    """La dernière semaine de juillet, le deuxième jour d'août, la première quinzaine de mars."""
    whole = resolve(of, context)
    if whole.first is None or whole.last is None:
        return UNKNOWN
    if unit == "fortnight" and whole.unit == "month":
        end = month_end(whole.first.year, whole.first.month)
        first, last = (1, 15) if number == 1 else (16, end.day)
        return between(whole.first.replace(day=first), whole.first.replace(day=last), "day")
    if unit in ("quarter", "half") and whole.unit == "year":
        return _nth_part_of_year(whole.first.year, number, unit)
    if unit == "day":
        day = shift_days(whole.first, number - 1) if number > 0 else shift_days(whole.last, number + 1)
        return day_stretch(day)
    if unit in ("week", "weekend"):
        return _nth_week(whole, number, unit)
    if number > 0:
        return moved(whole.first, number - 1, unit)
    return moved(whole.last, number + 1, unit)


def _nth_week(whole: Stretch, number: int, unit: str) -> Stretch:
    """Return the nth week whose Thursday (as ISO 8601 has it), or weekend whose Saturday, lies in the stretch."""
    assert whole.first is not None
    assert whole.last is not None
    key = 3 if unit == "week" else 5
    first = shift_days(whole.first, (key - whole.first.weekday()) % 7)
    last = shift_days(whole.last, -((whole.last.weekday() - key) % 7))
    day = first and shift_days(first, 7 * (number - 1))
    if number < 0:
        day = last and shift_days(last, 7 * (number + 1))
    if day is None:
        return UNKNOWN
    return week_of(day) if unit == "week" else weekend_of(day)
