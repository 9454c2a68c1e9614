"""Stretches of days, put into French by this test's own generator, are read back to the same days; EDTF is valid."""

import calendar
import datetime as dt
import re
from functools import cache

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frnews import extract_dates, normalize_date

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
SEASONS = {"printemps": 3, "été": 6, "automne": 9, "hiver": 12}
ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
    "XXI",
]
ORDINALS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième"}

# Leap days, ends of years and the weeks that straddle them come up more often than by chance.
EDGES = [
    dt.date(y, m, d)
    for y in (2000, 2016, 2020, 2024)
    for m, d in ((2, 28), (2, 29), (3, 1), (12, 28), (12, 31), (1, 1), (1, 4))
]
days = st.one_of(st.sampled_from(EDGES), st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31)))
exact = settings(max_examples=200, deadline=None)


def written(day, style):
    number = "1er" if day.day == 1 else str(day.day)
    month = MONTHS[day.month - 1]
    return {
        "plain": f"{number} {month} {day.year}",
        "article": f"le {number} {month} {day.year}",
        "weekday": f"{WEEKDAYS[day.weekday()]} {number} {month} {day.year}",
        "capitals": f"LE {WEEKDAYS[day.weekday()]} {number} {month} {day.year}".upper(),
        "numeric": f"{day:%d/%m/%Y}",
        "points": f"{day:%d.%m.%Y}",
        "iso": day.isoformat(),
    }[style]


def month_end(year, month):
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@cache
def check_edtf(text):
    edtf.parse_edtf(text)  # raises where it is not valid


def stretch(value):
    """Return first and last day, once the EDTF string is known to be valid.

    What makes one valid does not depend on which year it names, and the parser takes ten milliseconds for each: so
    both ends of an interval are parsed in one year, each form of interval once, and of days the calendar is asked.
    """
    if value.edtf is not None:
        ends = [re.sub(r"^\d{4}", "2020", re.sub(r"^\d{3}X", "202X", end)) for end in value.edtf.split("/")]
        for number, end in enumerate(value.edtf.split("/")):
            if re.fullmatch(r"\d{4}-\d\d-\d\d", end):
                dt.date.fromisoformat(end)  # raises where there is no such day
                ends[number] = "2020-01-01"
        for end in ends:
            check_edtf(end)
        check_edtf("/".join(re.sub(r"-\d\d", "-01", end) for end in ends))
    return value.earliest, value.latest


@exact
@given(days, st.sampled_from(["plain", "article", "weekday", "capitals", "numeric", "points", "iso"]))
def test_day(day, style):
    assert stretch(normalize_date(written(day, style))) == (day, day)


@exact
@given(days, days)
def test_range_of_days(first, last):
    first, last = sorted((first, last))
    text = f"La campagne s'est tenue du {written(first, 'plain')} au {written(last, 'plain')}."
    (mention,) = extract_dates(text, published="2022-12-30")
    assert stretch(mention) == (first, last)


@exact
@given(days, st.integers(1, 6))
def test_days_of_one_month(first, length):
    last = first + dt.timedelta(days=length)
    if last.month != first.month:
        return
    one = "1er" if first.day == 1 else first.day
    text = f"La campagne s'est tenue du {one} au {last.day} {MONTHS[last.month - 1]} {last.year}."
    (mention,) = extract_dates(text)
    assert stretch(mention) == (first, last)


@exact
@given(days)
def test_month_and_its_thirds(day):
    name, end = f"{MONTHS[day.month - 1]} {day.year}", month_end(day.year, day.month)
    assert stretch(normalize_date(name)) == (day.replace(day=1), end)
    assert stretch(normalize_date(f"début {name}")) == (day.replace(day=1), day.replace(day=10))
    assert stretch(normalize_date(f"mi-{name}")) == (day.replace(day=11), day.replace(day=20))
    assert stretch(normalize_date(f"fin {name}")) == (day.replace(day=21), end)


@exact
@given(days, st.sampled_from([*SEASONS]))
def test_season(day, season):
    first = dt.date(day.year, SEASONS[season], 1)
    year, month = divmod(first.year * 12 + first.month - 1 + 2, 12)
    value = normalize_date(f"{season} {day.year}")
    assert stretch(value) == (first, month_end(year, month + 1))
    assert value.edtf == f"{day.year}-{20 + SEASONS[season] // 3}"


@exact
@given(days, st.integers(1, 4))
def test_quarter(day, number):
    value = normalize_date(f"{ORDINALS[number]} trimestre {day.year}")
    assert stretch(value) == (dt.date(day.year, 3 * number - 2, 1), month_end(day.year, 3 * number))
    assert (value.edtf, value.timex) == (f"{day.year}-{32 + number}", f"{day.year}-Q{number}")


@exact
@given(st.integers(1500, 2099))
def test_year_and_decade(year):
    assert stretch(normalize_date(f"en {year}")) == (dt.date(year, 1, 1), dt.date(year, 12, 31))
    start = year // 10 * 10
    value = normalize_date(f"les années {start}")
    assert stretch(value) == (dt.date(start, 1, 1), dt.date(start + 9, 12, 31))
    assert value.edtf == f"{start // 10}X"


@pytest.mark.parametrize("number", range(1, 22))
def test_century(number):
    ending = "er" if number == 1 else "e"
    value = normalize_date(f"{ROMAN[number - 1]}{ending} siècle")
    assert stretch(value) == (dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31))
    before = normalize_date(f"{ROMAN[number - 1]}{ending} siècle avant notre ère")
    assert stretch(before) == (None, None)


@exact
@given(days)
def test_deictic_days(published):
    for offset, word in ((-2, "avant-hier"), (-1, "hier"), (0, "aujourd'hui"), (1, "demain"), (2, "après-demain")):
        day = published + dt.timedelta(days=offset)
        assert stretch(normalize_date(word, published=published)) == (day, day)


@exact
@given(days, st.integers(0, 6))
def test_weekday_by_tense(published, weekday):
    name = WEEKDAYS[weekday]
    (past,) = extract_dates(f"Le maire a démissionné {name}.", published=published)
    (future,) = extract_dates(f"Le maire démissionnera {name}.", published=published)
    assert past.earliest.weekday() == future.earliest.weekday() == weekday
    assert 0 <= (published - past.earliest).days <= 6
    assert 0 <= (future.earliest - published).days <= 6


@exact
@given(days, st.sampled_from([("semaine", "dernière", -1), ("semaine", "prochaine", 1)]))
def test_week(published, how):
    unit, adjective, offset = how
    monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(weeks=offset)
    value = normalize_date(f"la {unit} {adjective}", published=published)
    assert stretch(value) == (monday, monday + dt.timedelta(days=6))
    year, week, _ = monday.isocalendar()
    assert value.timex == f"{year}-W{week:02}"


@exact
@given(days, st.integers(1, 40))
def test_offsets(published, count):
    day = published - dt.timedelta(days=count)
    assert stretch(normalize_date(f"il y a {count} jours", published=published)) == (day, day)
    monday = published + dt.timedelta(weeks=count) - dt.timedelta(days=published.weekday())
    plural = "s" if count > 1 else ""
    value = normalize_date(f"dans {count} semaine{plural}", published=published)
    assert stretch(value) == (monday, monday + dt.timedelta(days=6))
    year, month = divmod(published.year * 12 + published.month - 1 - count, 12)
    value = normalize_date(f"il y a {count} mois", published=published)
    assert stretch(value) == (dt.date(year, month + 1, 1), month_end(year, month + 1))
    value = normalize_date(f"il y a {count} an{plural}", published=published)
    assert stretch(value) == (dt.date(published.year - count, 1, 1), dt.date(published.year - count, 12, 31))


@exact
@given(days, st.integers(0, 23), st.integers(0, 59))
def test_clock(day, hour, minute):
    value = normalize_date(f"le {written(day, 'plain')} à {hour}h{minute:02}")
    assert stretch(value) == (day, day)
    assert value.start_time == dt.time(hour, minute)
    assert value.timex == f"{day.isoformat()}T{hour:02}:{minute:02}"
