"""The whole way through `frnews.parse`: hostile text, offsets, empty text, time."""

import contextlib
import datetime as dt
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import frnews
from clock import holds, proportional, seconds

# Pieces of news French with what breaks readers of it: every apostrophe, space, hyphen, mark and line end, letters in
# decomposed form, signs outside the basic plane, lone surrogates, and the letter whose lower case is longer.
PIECES = [
    *"«»“”\"‟‹›'’ʼ()[].,;:!?…-‑–—…•€$£¥%°/&<>",
    *" \n\r\t\u00a0\u202f\u2009\u2028\u2029\x0b\x0c\x00\x1b\ufeff\u200b",
    "\r\n",
    "\n\n",
    "İ",
    "ß",
    "É",
    "E\u0301",
    "é",
    "e\u0301",
    "c\u0327a",
    "\ud800",
    "\udfff",
    "😀",
    "👩\u200d👩\u200d👧",
    "<p>",
    "&nbsp;",
    "M.",
    "Mme",
    "Anne Morel",
    "le ministre",
    "Vladimir",
    "a dit",
    "a-t-il dit",
    "a\u2011t\u2011elle ajouté",
    "selon",
    "d’après elle",
    "que",
    "l'accord",
    "il",
    "hier",
    "vendredi",
    "le 3 mai 2018",
    "du 17 au 19 novembre",
    "1er août",
    "début février",
    "XXIe siècle",
    "20 h 30",
    "3",
    "12",
    "1 200,50",
    "1’200.20",
    "millions d’euros",
    "milliards de dollars",
    "euros",
    "francs",
    "par mois",
    "entre",
    "et",
]

hostile = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=40).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=40
).map(" ".join)


def all_spans(article: frnews.Article) -> list[frnews.Span]:
    """Every span of an article, those inside quotations too."""
    spans: list[frnews.Span] = [*article.sentences, *article.dates, *article.amounts]
    for quotation in article.quotations:
        spans.extend((quotation, *quotation.segments))
        spans.extend(part for part in (quotation.cue, quotation.mention) if part is not None)
    return spans


def check(article: frnews.Article) -> None:
    """Check what holds of every article."""
    text = article.text
    for span in all_spans(article):
        assert 0 <= span.start_char < span.end_char <= len(text)
        assert text[span.start_char : span.end_char] == span.text
    for layer in (article.sentences, article.quotations, article.dates, article.amounts):
        assert [m.start_char for m in layer] == sorted(m.start_char for m in layer)
    for layer in (article.sentences, article.dates, article.amounts):
        assert all(a.end_char <= b.start_char for a, b in itertools.pairwise(layer))
    for sentence in article.sentences:
        assert sentence.text == sentence.text.strip()
    for quotation in article.quotations:
        assert quotation.segments
        assert quotation.start_char == quotation.segments[0].start_char
        assert quotation.end_char == quotation.segments[-1].end_char
        assert quotation.rule
        assert (quotation.via is None) or quotation.speaker is not None
        if quotation.speaker is not None:
            assert quotation.speaker.name.strip()
            known = {speaker.name for speaker in article.speakers}
            assert known >= set(quotation.speaker.members or (quotation.speaker.name,))
    for date in article.dates:
        assert (date.earliest is None) == (date.latest is None)
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    for amount in article.amounts:
        assert amount.low is not None or amount.high is not None
        assert amount.low is None or amount.high is None or amount.low <= amount.high
        assert (amount.low is None) == (amount.qualifier == "at_most")
        assert (amount.high is None) == (amount.qualifier == "at_least")
        assert amount.currency is None or (len(amount.currency) == 3 and amount.currency.isupper())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_whatever_the_text_the_offsets_hold(text: str, published: dt.date | None) -> None:
    article = frnews.parse(text, published=published)
    assert article.text == text
    check(article)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile)
def test_every_sign_that_is_not_space_stands_in_one_sentence(text: str) -> None:
    sentences = frnews.split_sentences(text)
    inside = "".join(s.text for s in sentences)
    assert "".join(inside.split()) == "".join(text.split())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_each_function_gives_what_the_whole_gives(text: str, published: dt.date) -> None:
    article = frnews.parse(text, published=published)
    assert tuple(frnews.split_sentences(text)) == article.sentences
    assert tuple(frnews.extract_quotations(text)) == article.quotations
    assert tuple(frnews.extract_dates(text, published=published)) == article.dates
    assert tuple(frnews.extract_amounts(text)) == article.amounts


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_single_expressions_are_read_or_refused(text: str) -> None:
    for read, refused in (
        (frnews.normalize_date, frnews.UnknownDateError),
        (frnews.parse_amount, frnews.UnknownAmountError),
    ):
        with contextlib.suppress(refused):
            read(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\r\n\u2028"], ids=repr)
def test_empty_text_is_an_empty_article(text: str) -> None:
    article = frnews.parse(text, published="2022-12-30", id="none")
    assert article == frnews.Article(text, id="none", published=dt.date(2022, 12, 30))


PROSE = (
    "« Nous verrons », a dit Léa Martin vendredi 30 décembre. La ministre a promis 3 millions d’euros à l’école, "
    "selon M. Dupont. "
)
MILLION = {
    "opening marks": "«",
    "closing marks": "»",
    "straight marks": '"',
    "apostrophes": "’",
    "stops": ".",
    "dashes": "— ",
    "commas": ", ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "line ends": "\n",
    "zeros": "0",
    "grouped digits": "1 234 ",
    "number words": "mille ",
    "one long word": "a",
    "capitals": "M. ",
    "surrogates": "\ud800",
    "emoji": "😀",
    "open brackets": "([",
    "marks of speech": "« a dit ",
    "cues": "a dit que ",
    "months": "mai ",
    "currencies": "euros ",
}


def test_no_text_of_one_sign_costs_three_times_what_news_of_its_length_costs() -> None:
    size = 50_000
    news = PROSE * (size // len(PROSE))
    frnews.parse(PROSE)  # tables are read before the clock starts
    most = 3 * taken(news, runs=2)
    slow = []
    for name, sign in MILLION.items():
        text = sign * (size // len(sign))
        if not holds(lambda: taken(text) <= most):  # noqa: B023 (called at once)
            slow.append(name)
        assert frnews.parse(text[:2000]).text == text[:2000]
    assert not slow


def taken(text: str, runs: int = 1) -> float:
    return seconds(lambda: frnews.parse(text, published="2022-12-30"), runs)


@pytest.mark.parametrize("end", ["", "\n"], ids=["one line", "a line each"])
def test_time_grows_linearly_with_length(end: str) -> None:
    unit = PROSE + end
    frnews.parse(unit)
    assert proportional(lambda times: unit * times, frnews.parse, 20)


def test_the_example_of_the_founding_article(root) -> None:
    path = root / "seeds" / "000_e7cadc77fcb512b1.txt"
    if not path.exists():
        pytest.skip("the article is in the repository, not in the sdist")
    text = path.read_bytes().decode("utf-8")
    check(frnews.parse(text, published="2022-12-30"))
