"""Articles to plain values and JSON, and back."""

import datetime as dt
import json
import typing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import frnews
from frnews import _types

# Any code point, lone surrogates and "İ" too. Two surrogates that stand side by side in the right order are one
# character to every reader of JSON, so none of the second half is drawn.
letters = st.characters(exclude_characters=tuple(map(chr, range(0xDC00, 0xE000)))) | st.sampled_from(
    "İ\ud800«»’\r\n\x85\u2028 é"
)
texts = st.text(letters, max_size=20)
maybe_texts = st.none() | texts
offsets = st.integers(0, 10**7)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**18, places=4)


def one_of(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(typing.get_args(literal))


spans = st.builds(frnews.Span, texts, offsets, offsets)
speakers = st.builds(
    frnews.Speaker,
    texts,
    maybe_texts,
    st.none() | one_of(_types.Gender),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.none() | one_of(_types.SpeakerKind),
    st.none() | one_of(_types.Gender),
)
sentences = st.builds(frnews.Sentence, texts, offsets, offsets, offsets)
quotations = st.builds(
    frnews.Quotation,
    texts,
    offsets,
    offsets,
    one_of(_types.QuotationKind),
    st.lists(spans, min_size=1, max_size=3).map(tuple),
    st.none() | spans,
    st.none() | spans,
    st.none() | speakers,
    st.none() | one_of(_types.Via),
    texts,
    st.floats(0, 1),
)
values = st.builds(
    frnews.DateValue,
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.none() | st.times(),
    st.none() | st.times(),
    maybe_texts,
    maybe_texts,
    st.none() | one_of(_types.Mod),
    st.none() | one_of(_types.Granularity),
)
mentions = st.builds(frnews.DateMention, texts, offsets, offsets, one_of(_types.DateType), values)
amounts = st.builds(
    frnews.Amount,
    texts,
    offsets,
    offsets,
    st.none() | decimals,
    st.none() | decimals,
    maybe_texts,
    one_of(_types.Qualifier),
    maybe_texts,
)
articles = st.builds(
    frnews.Article,
    texts,
    maybe_texts,
    st.none() | st.dates(),
    *(st.lists(each, max_size=2).map(tuple) for each in (sentences, quotations, mentions, amounts, speakers)),
)


@given(articles)
def test_there_and_back(article: frnews.Article) -> None:
    assert frnews.Article.from_dict(article.to_dict()) == article
    line = article.to_json()
    assert line.encode("utf-8").decode("utf-8") == line
    assert line.splitlines() == [line]
    assert frnews.Article.from_json(line) == article
    # Plain values: what the standard library writes and reads without help.
    assert frnews.Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


SPAN = {"text": "x", "start_char": 0, "end_char": 1}
ARTICLE = frnews.Article(
    "x",
    id="a1",
    published=dt.date(2022, 12, 30),
    sentences=(frnews.Sentence("x", 0, 1, 0),),
    quotations=(
        frnews.Quotation(
            "x",
            0,
            1,
            "direct",
            (frnews.Span("x", 0, 1),),
            None,
            frnews.Span("x", 0, 1),
            frnews.Speaker("Anne"),
            "name",
            "r",
            0.9,
        ),
    ),
    dates=(
        frnews.DateMention(
            "x", 0, 1, "time", frnews.DateValue(dt.date(2022, 12, 30), dt.date(2022, 12, 30), dt.time(20), edtf="E")
        ),
    ),
    amounts=(frnews.Amount("x", 0, 1, Decimal("2E+11"), Decimal("0.065"), "USD", "between"),),
    speakers=(frnews.Speaker("Anne"),),
)
ANNE = {
    "name": "Anne",
    "role": None,
    "gender": None,
    "aliases": [],
    "members": [],
    "kind": None,
    "gender_by_name": None,
}


def test_the_form_of_schema_2() -> None:
    assert json.loads(ARTICLE.to_json()) == {
        "schema": 2,
        "text": "x",
        "id": "a1",
        "published": "2022-12-30",
        "sentences": [{**SPAN, "paragraph": 0}],
        "quotations": [
            {
                **SPAN,
                "kind": "direct",
                "segments": [SPAN],
                "cue": None,
                "mention": SPAN,
                "speaker": ANNE,
                "via": "name",
                "rule": "r",
                "confidence": 0.9,
            }
        ],
        "dates": [
            {
                **SPAN,
                "type": "time",
                "earliest": "2022-12-30",
                "latest": "2022-12-30",
                "start_time": "20:00:00",
                "end_time": None,
                "edtf": "E",
                "timex": None,
                "mod": None,
                "granularity": None,
            }
        ],
        "amounts": [
            {**SPAN, "low": "200000000000", "high": "0.065", "currency": "USD", "qualifier": "between", "per": None}
        ],
        "speakers": [ANNE],
    }


def test_schema_1_is_still_read() -> None:
    data = {**ARTICLE.to_dict(), "schema": 1}
    for speaker in (data["quotations"][0]["speaker"], data["speakers"][0]):
        del speaker["kind"], speaker["gender_by_name"]
    del data["quotations"][0]["confidence"]
    article = frnews.Article.from_dict(data)
    assert article.speakers == ARTICLE.speakers
    # What 0.1 reached on unseen press stands for what it did not say.
    assert article.quotations[0].confidence == 0.64


@pytest.mark.parametrize("schema", [0, 3, "1", None])
def test_another_schema_is_refused(schema: object) -> None:
    with pytest.raises(ValueError, match="its schema is"):
        frnews.Article.from_dict({**ARTICLE.to_dict(), "schema": schema})


@pytest.mark.parametrize(
    "damage",
    [
        {"text": None},
        {"text": 3},
        {"published": "hier"},
        {"sentences": [{"text": "x"}]},
        {"sentences": [{**SPAN, "paragraph": "zero"}]},
        {"sentences": 3},
        {"dates": [{}]},
        {"dates": [3]},
        {"amounts": [{**SPAN, "low": "trois", "high": None, "currency": None, "qualifier": "exact", "per": None}]},
        {"amounts": [{**SPAN, "low": None, "high": None, "currency": None, "qualifier": "about", "per": None}]},
    ],
    ids=str,
)
def test_damaged_values_are_a_value_error(damage: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="This is not an article"):
        frnews.Article.from_dict({**ARTICLE.to_dict(), **damage})


def test_missing_text_is_named() -> None:
    with pytest.raises(ValueError, match="text"):
        frnews.Article.from_dict({"schema": 1})


@pytest.mark.parametrize("line", ["", "{", "[" * 100_000], ids=["empty", "open", "deep"])
def test_what_is_no_json_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError, match="This is not JSON"):
        frnews.Article.from_json(line)


@pytest.mark.parametrize("given_", [None, "{}", [1]])
def test_what_is_no_mapping_is_a_type_error(given_: object) -> None:
    with pytest.raises(TypeError, match="reads a mapping"):
        frnews.Article.from_dict(given_)


@pytest.mark.parametrize("confidence", [True, "0.9", None])
def test_a_confidence_is_a_number(confidence: object) -> None:
    data = ARTICLE.to_dict()
    data["quotations"][0]["confidence"] = confidence
    with pytest.raises(ValueError, match="This is not an article"):
        frnews.Article.from_dict(data)
