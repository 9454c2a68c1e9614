"""The user's own table of people: every form that it comes in, cells that are empty, offices and namesakes."""

import pytest

import frnews
from frnews import Speaker
from test_cast import an_article, ids

ROWS = [
    {
        "id": 7.0,
        "name": "Anne Morel",
        "aliases": "A. Morel;Morel",
        "gender": "f",
        "role": "maire de Lyon",
        "from": "2020-07-04",
    },
    {"id": 8.0, "name": "Paul Petit", "aliases": None, "gender": "", "role": "", "from": None},
]


def test_frames_of_every_kind_give_the_same_people():
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    for table in (pandas.DataFrame(ROWS), polars.DataFrame(ROWS), pyarrow.Table.from_pylist(ROWS), ROWS):
        assert ids([an_article("Anne Morel"), an_article("Paul Petit")], table) == ["7", "8"]


def test_what_is_no_table_is_refused():
    for wrong, message in ((3, "people is int"), ({"id": "x"}, "people is dict"), (["Anne Morel"], "row 0: str")):
        with pytest.raises(TypeError, match=message):
            frnews.merge_speakers([], people=wrong)


OFFICES = [
    {"id": "a", "name": "Anne Morel", "role": "maire de Lyon", "from": "2014-01-01", "to": "2020-07-04"},
    {"id": "p", "name": "Paul Petit", "role": "maire de Lyon", "from": "2020-07-04"},
]


@pytest.mark.parametrize(
    ("published", "who"), [("2016-05-03", "a"), ("2020-07-04", "p"), ("2022-05-03", "p"), ("2010-05-03", None)]
)
def test_an_office_is_who_held_it_on_the_day(published, who):
    speaker = Speaker("le maire de Lyon", role="maire de Lyon", kind="person")
    found = ids([an_article(speaker, published=published)], OFFICES)
    assert found == [who] if who else found not in (["a"], ["p"])


def test_namesakes_are_told_apart_by_gender_role_and_day():
    people = [
        {
            "id": "deputy",
            "name": "Dominique Roy",
            "gender": "m",
            "role": "député",
            "from": "2017-06-01",
            "to": "2022-06-01",
        },
        {"id": "singer", "name": "Dominique Roy", "gender": "f", "role": "chanteuse", "from": "1990-01-01"},
        {"id": "later", "name": "Dominique Roy", "gender": "m", "role": "député", "from": "2022-06-02"},
    ]
    articles = [
        an_article(Speaker("Dominique Roy", gender="f"), published="2020-01-01"),
        an_article(Speaker("Dominique Roy", gender="m", role="député"), published="2020-01-01"),
        an_article(Speaker("Dominique Roy", gender="m", role="député"), published="2023-01-01"),
    ]
    assert ids(articles, people) == ["singer", "deputy", "later"]


def test_an_article_says_whom_a_namesake_of_both_genders_means():
    people = [
        an_article(Speaker("Dominique Roy", gender="f", role="ministre"), published="2022-01-01"),
        an_article(Speaker("Dominique Roy", gender="m", role="député"), published="2022-01-02"),
        an_article(Speaker("Dominique Roy", gender="f"), published="2022-01-03"),
        an_article(Speaker("Dominique Roy", gender="m"), published="2022-01-04"),
        an_article(Speaker("Dominique Roy", role="députée"), published="2022-01-05"),
    ]
    minister, deputy, she, he, by_role = ids(people)
    assert minister == she
    assert deputy == he
    assert minister != deputy
    assert by_role in (minister, deputy)


def test_an_office_with_its_days_and_no_name_of_it_is_kept_for_nothing():
    people = [{"id": "a", "name": "Anne Morel", "role": "", "from": "2020-01-01", "to": "2021-01-01"}]
    assert ids([an_article("Anne Morel", published="2020-05-03")], people) == ["a"]
    assert ids([an_article(Speaker("le maire", role="maire"), published="2020-05-03")], people) != ["a"]
