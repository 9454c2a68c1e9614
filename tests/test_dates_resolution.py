"""What each rule makes of its parts, at the edges of its unit: the rows of `data/date_resolution.tsv`."""

import pytest

import frnews
from test_dates_places import DATA
from test_dates_press import read_marks


def describe(mention):
    days = "-"
    if mention.earliest is not None:
        days = "/".join(dict.fromkeys([mention.earliest.isoformat(), mention.latest.isoformat()]))
    said = [days]
    if mention.start_time is not None:
        said.append(f"{mention.start_time:%H:%M}")
    value = mention.edtf or mention.timex
    if value is not None and value != days and mention.type in ("date", "duration"):
        said.append(value)
    return " ".join(said)


def test_every_rule_at_its_edges():
    wrong = []
    lines = (DATA / "date_resolution.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    for published, marked, days in rows:
        text, spans = read_marks(marked)
        found = frnews.extract_dates(text, published=published or None)
        seen = "; ".join(map(describe, found))
        if seen != days or [(m.start_char, m.end_char) for m in found] != list(spans):
            wrong.append(f"{published} {marked}: {seen}, not {days}")
    assert len(rows) > 250
    assert wrong == []


@pytest.mark.parametrize(
    ("year", "starts"),  # the days, in universal time, of the equinoxes and solstices as almanacs print them
    [
        (1980, ("1980-03-20", "1980-06-21", "1980-09-22", "1980-12-21")),
        (2000, ("2000-03-20", "2000-06-21", "2000-09-22", "2000-12-21")),
        (2019, ("2019-03-20", "2019-06-21", "2019-09-23", "2019-12-22")),
    ],
)
def test_astronomical_seasons_begin_with_the_sun(year, starts):
    for season, start in zip(("printemps", "été", "automne", "hiver"), starts, strict=True):
        value = frnews.normalize_date(f"{season} {year}", seasons="astronomical")
        assert value.earliest.isoformat() == start, season


def test_an_astronomical_season_ends_where_the_next_begins():
    winter, spring = (
        frnews.normalize_date(words, seasons="astronomical") for words in ("hiver 2019", "printemps 2020")
    )
    assert winter.latest.isoformat() == "2020-03-19"
    assert spring.earliest.isoformat() == "2020-03-20"
