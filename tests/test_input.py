"""What callers may pass, and what they are told otherwise."""

import datetime as dt

import pytest

import frnews
from frnews._input import read_published

TEXT_FUNCTIONS = [
    frnews.parse,
    frnews.split_sentences,
    frnews.extract_quotations,
    frnews.extract_dates,
    frnews.extract_amounts,
]


@pytest.mark.parametrize("function", TEXT_FUNCTIONS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("given", "advice"),
    [
        (b"Il pleut.", 'given bytes. Decode them first: data.decode("utf-8")'),
        (bytearray(b"Il pleut."), "given bytearray. Decode"),
        (None, 'the empty string ""'),
        (12, "int (12). Pass a str."),
        (["Il pleut."], "list (['Il pleut.']). Pass a str."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_text_gets_a_type_error_that_says_what_to_pass(function, given, advice) -> None:
    with pytest.raises(TypeError) as raised:
        function(given)
    assert f"frnews.{function.__name__}()" in str(raised.value)
    assert advice in str(raised.value)


DAY = dt.date(2022, 12, 30)


@pytest.mark.parametrize(
    "published",
    [
        DAY,
        dt.datetime(2022, 12, 30, 23, 59),
        dt.datetime(2022, 12, 30, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-5))),
        "2022-12-30",
        " 2022-12-30\n",
        "2022-12-30T23:59:00",
        "2022-12-30 23:59",
        "2022-12-30T23:59:00Z",
        "2022-12-30t23:59:00.1234567z",
        "2022-12-30T23:59:00+01:00",
        "2022-12-30T23:59:00.5-0500",
        "20221230",
        "20221230T235900Z",
    ],
    ids=str,
)
def test_every_form_of_published_gives_the_day_as_written(published) -> None:
    article = frnews.parse("Il pleut.", published=published)
    assert article.published == DAY
    assert type(article.published) is dt.date


@pytest.mark.parametrize(
    "published",
    [
        *("hier", "30/12/2022", "2022-12", "202212", "2022-1230", "2022-13-01", "2022-02-29", "2022-W52-5"),
        *("2022-12-30T", "2022-12-30 à midi", "2022-12-30T99:99", "2022-12-30T12:60", "２０２２-12-30"),
    ],
)
@pytest.mark.parametrize("function", [frnews.parse, frnews.extract_dates], ids=lambda f: f.__name__)
def test_an_unreadable_published_is_named(function, published) -> None:
    with pytest.raises(ValueError, match="is not an ISO 8601 date") as raised:
        function("Il pleut.", published=published)
    assert repr(published) in str(raised.value)


def test_what_tables_hold_where_nothing_is_means_no_day() -> None:
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    for nothing in (None, "", " ", float("nan"), numpy.float32("nan"), pandas.NaT, pandas.NA, numpy.datetime64("NaT")):
        assert frnews.parse("Il pleut.", published=nothing).published is None
        assert frnews.parse("Il pleut.", published=nothing).to_dict()["published"] is None


def test_days_of_other_libraries_become_plain_days() -> None:
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")

    class Day(dt.date):
        """As pendulum has one."""

    for day in (
        numpy.datetime64("2022-12-30"),
        numpy.datetime64("2022-12-30T23:59:00.5", "ns"),
        pandas.Timestamp("2022-12-30 23:59", tz="America/Montreal"),
        Day(2022, 12, 30),
    ):
        published = read_published(day)
        assert (published, type(published)) == (DAY, dt.date)
    with pytest.raises(ValueError, match="is not an ISO 8601 date"):
        read_published(numpy.datetime64("2022-12"))


@pytest.mark.parametrize("published", [20221230, 0, True, ("2022", "12"), b"2022-12-30"], ids=repr)
def test_a_published_of_another_type_is_a_type_error(published) -> None:
    with pytest.raises(TypeError, match="Pass a date, a datetime, an ISO 8601 string"):
        read_published(published)


@pytest.mark.parametrize(
    ("option", "value"), [("prefer", "next"), ("prefer", None), ("seasons", "winter"), ("seasons", ["months"])]
)
def test_an_unknown_value_of_an_option_gets_the_known_ones(option, value) -> None:
    with pytest.raises(ValueError, match=rf"^{option}=.* is not known\. Pass one of '"):
        frnews.parse("Il pleut.", **{option: value})
    with pytest.raises(ValueError, match=rf"^{option}=.* is not known\. Pass one of '"):
        frnews.extract_dates("Il pleut.", **{option: value})


@pytest.mark.parametrize("id_", [True, 1.5, 1e300, b"a", ["a"]], ids=repr)
def test_an_id_is_a_str_or_a_whole_number(id_) -> None:
    with pytest.raises(TypeError, match=r"^id is .* Pass a str"):
        frnews.parse("Il pleut.", id=id_)


@pytest.mark.parametrize(("id_", "kept"), [(0, "0"), (2**70, str(2**70)), (12.0, "12"), (float("nan"), None)], ids=repr)
def test_a_number_is_kept_as_its_digits(id_, kept) -> None:
    assert frnews.parse("Il pleut.", id=id_).id == kept


def test_a_model_name_in_place_of_a_pipeline() -> None:
    with pytest.raises(TypeError, match=r'spacy\.load\("fr_core_news_md"\)'):
        frnews.parse("Il pleut.", nlp="fr_core_news_md")
    with pytest.raises(TypeError, match=r'spacy\.load\("fr_core_news_md"\)'):
        frnews.extract_quotations("Il pleut.", nlp="fr_core_news_md")
    with pytest.raises(TypeError, match="Pass a spaCy pipeline"):
        frnews.parse("Il pleut.", nlp=3)
