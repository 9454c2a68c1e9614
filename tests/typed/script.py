"""What a user's typed script does with every public name of frnews.

`mypy --strict` and pyright read it without a complaint (`.ci/run`), and `tests/test_typed_script.py` runs `main`. In
`wrong` each line is one mistake that a type checker must see: were one let pass, its `type: ignore` would be unused,
and that is an error for both.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import frnews

TEXT = "« Nous verrons », a dit Anne Morel, la maire de Lyon. Elle a promis 3 millions d'euros vendredi."
PUBLISHED = dt.date(2022, 12, 30)


def main() -> list[str]:
    """Use everything once, and return what was seen on the way."""
    version: str = frnews.__version__
    article: frnews.Article = frnews.parse(
        TEXT, published=PUBLISHED, id=1, prefer="auto", seasons="months", currency_of={"franc": "CHF"}, wrapped=False
    )
    cast = frnews.merge_speakers([article])
    return [
        version.partition(".")[0],
        *read_layers(article),
        *read_one_layer_each(),
        *read_many(cast),
        *keep_and_show(article, cast),
        *ask_why(),
        *catch_errors(),
    ]


def read_layers(article: frnews.Article) -> Iterator[str]:
    sentence: frnews.Sentence
    for sentence in article.sentences:
        yield f"{sentence.paragraph}:{article.text[sentence.start_char : sentence.end_char]}"
    quotation: frnews.Quotation
    for quotation in article.quotations:
        contents: tuple[frnews.Span, ...] = quotation.segments
        cue: frnews.Span | None = quotation.cue
        speaker: frnews.Speaker | None = quotation.speaker
        sure: float = quotation.confidence
        yield f"{contents[0].text}|{cue.text if cue else ''}|{quotation.kind}|{sure > 0}"
        yield f"{quotation.rule}|{quotation.via}"
        if speaker is not None:
            role: str | None = speaker.role
            members: tuple[str, ...] = speaker.members
            yield f"{speaker.name}|{role}|{speaker.gender}|{speaker.kind}|{len(members)}|{len(speaker.aliases)}"
            assert article.quotations_by(speaker) == article.quotations_by(speaker.name)
    for mention in article.dates:
        value: frnews.DateValue = mention.value
        first: dt.date | None = mention.earliest
        hour: dt.time | None = mention.start_time
        yield f"{mention.type}|{first}|{mention.latest}|{hour}"
        yield f"{value.edtf}|{value.timex}|{value.mod}|{value.granularity}"
    for amount in article.amounts:
        exact: Decimal | None = amount.value
        yield f"{exact}|{amount.low}|{amount.high}|{amount.currency}|{amount.qualifier}|{amount.per}"


def read_one_layer_each() -> Iterator[str]:
    sentences: list[frnews.Sentence] = frnews.split_sentences(TEXT, split_quotations=False, abbreviations=["cf."])
    quotations: list[frnews.Quotation] = frnews.extract_quotations(TEXT)
    dates: list[frnews.DateMention] = frnews.extract_dates(TEXT, published="2022-12-30", prefer="past")
    amounts: list[frnews.Amount] = frnews.extract_amounts(TEXT, currency_of={"franc": "CHF"})
    value: frnews.DateValue = frnews.normalize_date("printemps 2023", seasons="astronomical")
    amount: frnews.Amount = frnews.parse_amount("200 milliards de dollars")
    yield f"{len(sentences)}{len(quotations)}{len(dates)}{len(amounts)}|{value.earliest}|{amount.value}"


def read_many(cast: frnews.Cast) -> Iterator[str]:
    items: list[dict[str, Any]] = [{"body": TEXT, "day": "2022-12-30", "key": 1}]
    fields = {"text": "body", "published": "day", "id": "key"}
    article: frnews.Article
    for article in frnews.parse_many(items, fields=fields, on_error="skip", n_process=1, seasons="months"):
        speaker = article.quotations[0].speaker
        assert speaker is not None
        person: frnews.Person = cast.of(article, speaker)
        yield f"{article.id}|{person.id}|{person.name}|{person.n_articles}|{person.n_quotations}|{person.roles}"
    for read in frnews.parse_many([TEXT], on_error=lambda number, item, error: None):
        row: dict[str, Any] = next(frnews.tables.rows([read], "quotations", cast=cast))
        yield f"{row['content']}"


def keep_and_show(article: frnews.Article, cast: frnews.Cast) -> Iterator[str]:
    plain: dict[str, Any] = article.to_dict()
    assert frnews.Article.from_dict(plain) == frnews.Article.from_json(article.to_json()) == article
    page: str = article.to_html(explanations=frnews.explain(TEXT))
    pages: str = frnews.to_html([article], title="Une")
    yield f"{page[:9]}{pages[:9]}"
    yield f"{len(frnews.tables.to_pandas([article], 'amounts'))}{frnews.tables.to_polars([article], 'speakers').height}"
    yield f"{frnews.tables.to_arrow([article], 'dates', cast=cast).num_rows}{len(frnews.tables.schema('dates').names)}"


def ask_why() -> Iterator[str]:
    explanation: frnews.Explanation
    for explanation in frnews.explain(TEXT, published=PUBLISHED):
        candidate: frnews.Candidate
        for candidate in explanation.speakers:
            evidence: tuple[frnews.Evidence, ...] = candidate.evidence
            yield f"{explanation.reason}|{explanation.span.text}"
            yield f"{candidate.name}|{candidate.score > 0}|{evidence[0].name}"


def catch_errors() -> Iterator[str]:
    try:
        frnews.normalize_date("hélas")
    except frnews.UnknownDateError as error:
        yield type(error).__name__
    try:
        frnews.parse_amount("hélas")
    except frnews.UnknownAmountError as error:
        yield type(error).__name__
    assert issubclass(frnews.ModelNotFoundError, frnews.FrnewsError)


def wrong() -> None:
    frnews.parse_many([TEXT], n_proces=2)  # type: ignore[call-arg]
    frnews.parse_many([TEXT], seasons="winter")  # type: ignore[arg-type]
    frnews.parse_many([TEXT], on_error="ignore")  # type: ignore[arg-type]
    frnews.parse_many([TEXT], n_process="two")  # type: ignore[arg-type]
    frnews.parse(TEXT, publised="2022-12-30")  # type: ignore[call-arg]
    frnews.parse(TEXT, "2022-12-30")  # type: ignore[call-arg]
    frnews.parse(TEXT, prefer="both")  # type: ignore[arg-type]
    frnews.parse(TEXT.encode())  # type: ignore[arg-type]
    frnews.parse(Path("article.txt"))  # type: ignore[arg-type]
    print(frnews.parse(TEXT).quotation)  # type: ignore[attr-defined]
    frnews.parse(TEXT).text = ""  # type: ignore[misc]
    frnews.split_sentences(TEXT, abbreviations=None)  # type: ignore[arg-type]
    frnews.extract_quotations(TEXT, published=PUBLISHED)  # type: ignore[call-arg]
    frnews.extract_dates(TEXT, published=20221230)  # type: ignore[arg-type]
    frnews.extract_amounts(TEXT, currency_of={"franc": 756})  # type: ignore[dict-item]
    frnews.normalize_date("lundi", prefer="next")  # type: ignore[arg-type]
    frnews.tables.rows([], "quotes")  # type: ignore[arg-type]
    frnews.explain(TEXT, currency_of={})  # type: ignore[call-arg]
    frnews.to_html(TEXT)  # type: ignore[arg-type]
    frnews.quote(TEXT)  # type: ignore[attr-defined]


if __name__ == "__main__":
    print("\n".join(main()))
