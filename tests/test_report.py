"""What the report of a corpus counts, without a browser."""

import datetime as dt
import json
import re
from typing import Any

import pytest

import frnews
from frnews import Article
from frnews._report import report_page
from frnews._report._collect import Columns, collect
from frnews._report._counts import (
    by_first_name,
    by_gender,
    by_nature,
    by_role,
    most_quoted,
    over_time,
    period_of,
    quotations_of_people,
    together,
)
from frnews._types import Quotation, Span, Speaker
from report_cast import merge_plainly

MOREL = Speaker("Anne Morel", role="maire de Lyon", kind="person", gender="f", gender_by_name="f")
GARNIER = Speaker("Paul Garnier", kind="person", gender_by_name="m")
POLICE = Speaker("police", kind="body")


@pytest.fixture(autouse=True)
def plain_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frnews, "merge_speakers", merge_plainly, raising=False)


def article(day: str | None, *speakers: Speaker) -> Article:
    text = "« Oui. » " * len(speakers)
    quotations = []
    for n, speaker in enumerate(speakers):
        span = Span("Oui.", n * 9 + 2, n * 9 + 6)
        quotations.append(
            Quotation("Oui.", span.start_char, span.end_char, "direct", (span,), None, None, speaker, None, "r", 0.8)
        )
    published = dt.date.fromisoformat(day) if day else None
    apart = tuple(dict.fromkeys(s for s in speakers if not s.members))
    return Article(text, published=published, quotations=tuple(quotations), speakers=apart)


def collected(*articles: Article) -> Columns:
    return collect(articles)


def test_who_is_quoted_how_often() -> None:
    columns = collected(article("2023-01-02", MOREL, MOREL, POLICE), article("2023-01-03", MOREL, GARNIER))
    counts = quotations_of_people(columns)
    ranked = [(columns.people[n].name, sum(counts[n].values())) for n in most_quoted(columns)]
    assert ranked == [("Anne Morel", 3), ("Paul Garnier", 1), ("police", 1)]
    assert [(c.label, c.number) for c in by_role(columns, counts)] == [("maire de Lyon", 3)]
    assert [c.number for c in by_nature(columns)] == [4, 1]


def test_gender_of_the_text_and_of_the_first_name_are_kept_apart() -> None:
    columns = collected(article("2023-01-02", MOREL, GARNIER, POLICE))
    assert [(c.query, c.number) for c in by_gender(columns)] == [("gender=f", 1), ("gender=none", 1)]
    assert [(c.query, c.number) for c in by_first_name(columns)] == [("suggested=m", 1)]


def test_joint_speakers_are_each_counted() -> None:
    both = Speaker("Anne Morel et Paul Garnier", members=("Anne Morel", "Paul Garnier"))
    columns = collected(article("2023-01-02", MOREL, GARNIER, both))
    assert columns.passages[2].people == (0, 1)
    assert together(columns, most_quoted(columns))[1] == {(0, 1): 1}


@pytest.mark.parametrize(
    ("days", "unit", "periods"),
    [
        (["2023-01-02", "2023-01-20"], "semaine", 3),
        (["2022-01-15", "2023-01-02"], "mois", 13),
        (["2000-01-01", "2023-01-02"], "année", 24),
        (["2023-01-02"], "semaine", 1),
        ([None], "semaine", 0),
    ],
)
def test_time_is_cut_without_a_gap(days: list[str | None], unit: str, periods: int) -> None:
    columns = collected(*(article(day, MOREL) for day in days))
    time, whole, panels = over_time(columns, most_quoted(columns))
    assert (time.unit, len(time.keys)) == (unit, periods)
    assert sum(whole.numbers) + time.undated == len(days)
    assert list(time.keys) == sorted(set(time.keys))
    assert all(len(one.numbers) == periods for one in panels)


def test_a_few_articles_of_another_age_do_not_press_the_others_together() -> None:
    many = [article(f"2023-01-{n % 28 + 1:02}", MOREL) for n in range(200)]
    columns = collected(article("1980-05-01", MOREL), *many)
    time, whole, _ = over_time(columns, most_quoted(columns))
    assert time.unit == "semaine"
    assert time.outside + sum(whole.numbers) == 201
    assert 1 <= time.outside <= 16


def test_the_first_days_of_the_calendar_have_their_week() -> None:
    assert period_of(dt.date(1, 1, 1), "semaine") == "0001-01-01"


def test_days_and_sums_are_counted_with_their_passages() -> None:
    text = "Il part le 5 mars 2023 avec 3 millions d'euros. Le 5 mars 2023, il rend 3 000 000 €."
    columns = collect([frnews.parse(text)])
    assert [(day.isoformat(), len(named)) for day, named in columns.days.items()] == [("2023-03-05", 2)]
    ((key, named),) = columns.sums.items()
    assert key[2] == "EUR"
    assert named[0].text[named[0].start : named[0].start + named[0].length] == "3 millions d'euros"


def test_passages_keep_what_was_said_where_it_stands() -> None:
    text = "Avant.\n" * 40 + "« Nous verrons », a dit Léa Martin. " + "Après. " * 40
    columns = collect([frnews.parse(text)])
    (passage,) = columns.passages
    ((start, length),) = passage.said
    assert passage.text[start : start + length] == "Nous verrons"
    assert len(passage.text) < 260


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_hostile_names_stay_text() -> None:
    bad = Speaker("</script><script>alert(1)</script>", role="<img src=x>", aliases=("<!--",), kind="person")
    page = report_page([article("2023-01-02", bad)], title="</title><b>")
    assert "<script>alert" not in page
    assert "<img" not in page
    assert data_of(page)["people"][0]["name"] == bad.name


def test_an_empty_corpus_has_a_report() -> None:
    page = report_page([])
    assert "Aucune citation" in page
    assert data_of(page)["people"] == []
    assert "Aucune citation" in report_page([Article("Rien.")])


def test_the_confidence_is_added_up() -> None:
    page = report_page([article("2023-01-02", *[MOREL] * 10)])
    assert "environ 8 sur 10 sont justes" in page


def test_a_passage_that_breaks_into_a_sentence_says_so() -> None:
    before, after = (
        "Il pleut sur la ville et sur le port depuis des jours " * 4,
        " et il neige sur les monts du Nord" * 5,
    )
    text = f"{before}, Anne Morel dit que tout va bien,{after}. « Nous verrons », a dit Anne Morel."
    columns = collected(frnews.parse(text, id="a"), frnews.parse("« Nous verrons », a dit Anne Morel.", id="b"))
    *_, cut, whole = columns.passages
    assert cut.text.startswith("…\u00a0")
    assert not cut.text.endswith("…")
    assert "…" not in whole.text
    for passage in (cut, whole):
        ((start, length),) = passage.said
        assert passage.text[start : start + length] == "Nous verrons"


def test_few_periods_have_their_numbers_and_names_and_many_do_not() -> None:
    few = report_page([article("2023-01-02", MOREL, MOREL), article("2023-01-16", MOREL)])
    plot = few[few.index('id="temps"') : few.index('id="chacun"')]
    assert 'class="middle number">2</text>' in plot
    assert ">9\u00a0janvier 2023<" in plot
    many = report_page([article(f"{year}-01-02", MOREL) for year in range(1900, 2000)])
    plot = many[many.index('id="temps"') : many.index('id="chacun"')]
    assert "jusqu’à 1<" in plot
    assert ">1950<" not in plot
