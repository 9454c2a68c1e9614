"""Stretches and the arithmetic on them, at the edges of their units and of the calendar."""

import datetime as dt

import pytest

from frnews._dates._calendar import (
    UNKNOWN,
    day_stretch,
    days_of,
    holiday_in,
    months_of,
    move,
    moved,
    third,
    unit_around,
    week_of,
)


def days(stretch):
    return stretch.first and stretch.first.isoformat(), stretch.last and stretch.last.isoformat()


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("day", "2022-08-17", "2022-08-17"),
        ("night", "2022-08-17", "2022-08-17"),
        ("week", "2022-08-15", "2022-08-21"),
        ("weekend", "2022-08-20", "2022-08-21"),
        ("fortnight", "2022-08-16", "2022-08-31"),
        ("month", "2022-08-01", "2022-08-31"),
        ("quarter", "2022-07-01", "2022-09-30"),
        ("half", "2022-07-01", "2022-12-31"),
        ("year", "2022-01-01", "2022-12-31"),
        ("decade", "2020-01-01", "2029-12-31"),
        ("century", "2001-01-01", "2100-12-31"),
    ],
)
def test_the_unit_around_a_day(unit, first, last):
    assert days(unit_around(dt.date(2022, 8, 17), unit)) == (first, last)


def test_a_century_ends_with_its_hundredth_year():
    assert days(unit_around(dt.date(2000, 12, 31), "century")) == ("1901-01-01", "2000-12-31")
    assert days(unit_around(dt.date(1, 1, 1), "decade")) == ("0001-01-01", "0009-12-31")


@pytest.mark.parametrize(
    ("day", "count", "first", "last"),
    [
        ("2022-12-15", 1, "2022-12-16", "2022-12-31"),
        ("2022-12-16", 1, "2023-01-01", "2023-01-15"),
        ("2023-01-15", -1, "2022-12-16", "2022-12-31"),
        ("2024-02-16", 0, "2024-02-16", "2024-02-29"),
        ("2024-01-31", 2, "2024-02-16", "2024-02-29"),
    ],
)
def test_fortnights_are_halves_of_months(day, count, first, last):
    assert days(moved(dt.date.fromisoformat(day), count, "fortnight")) == (first, last)


def test_nothing_lies_beyond_the_calendar():
    assert moved(dt.date.max, 1, "month") is UNKNOWN
    assert move(dt.date.min, -1, "day") is None
    assert holiday_in(0, "easter+0") is holiday_in(10_000, "12-25") is None
    assert days_of(UNKNOWN) == []


def test_holidays_by_easter_by_weekday_and_by_day():
    assert holiday_in(2024, "easter+1") == dt.date(2024, 4, 1)
    assert holiday_in(2023, "4 thursday 11") == dt.date(2023, 11, 23)
    assert holiday_in(2023, "02-29") is None


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [("START", "2022-08-15", "2022-08-16"), ("MID", "2022-08-17", "2022-08-18"), ("END", "2022-08-19", "2022-08-21")],
)
def test_thirds_of_a_week_leave_no_day_out(mod, first, last):
    assert days(third(week_of(dt.date(2022, 8, 17)), mod)) == (first, last)


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [("START", "2022-08-16", "2022-08-20"), ("MID", "2022-08-21", "2022-08-25"), ("END", "2022-08-26", "2022-08-31")],
)
def test_thirds_of_other_stretches_are_cut_at_whole_days(mod, first, last):
    assert days(third(unit_around(dt.date(2022, 8, 17), "fortnight"), mod)) == (first, last)


def test_thirds_of_a_quarter_are_its_months():
    quarter = months_of(2022, 7, 3, "quarter")
    assert [days(third(quarter, mod))[0] for mod in ("START", "MID", "END")] == [
        "2022-07-01",
        "2022-08-01",
        "2022-09-01",
    ]
    assert third(day_stretch(None), "START").first is None
