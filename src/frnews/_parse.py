"""The one way through: text, sentences, mentions, resolution, Article."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from frnews._amounts import find_amounts
from frnews._dates import find_dates
from frnews._input import check_option, check_text, read_published
from frnews._quotations import find_quotations
from frnews._sentences import split_sentences
from frnews._types import Article, Prefer, Seasons

if TYPE_CHECKING:
    from spacy.language import Language

Item = str | tuple[str, Any] | Mapping[str, Any]


def parse(
    text: str,
    *,
    published: dt.date | str | None = None,
    id: str | None = None,
    nlp: "Language | None" = None,
    prefer: Prefer = "auto",
    seasons: Seasons = "months",
    currency_of: Mapping[str, str] | None = None,
) -> Article:
    """Read one article."""
    check_text(text, "parse")
    check_option(prefer, "prefer", ("auto", "past", "future"))
    check_option(seasons, "seasons", ("months", "astronomical"))
    day = read_published(published)
    sentences = split_sentences(text)
    findings = find_quotations(text, sentences, nlp=nlp)
    return Article(
        text=text,
        id=id,
        published=day,
        sentences=tuple(sentences),
        quotations=findings.quotations,
        dates=tuple(find_dates(text, sentences, published=day, prefer=prefer, seasons=seasons)),
        amounts=tuple(find_amounts(text, sentences, currency_of=currency_of)),
        speakers=findings.speakers,
    )


def parse_many(items: Iterable[Item], *, n_process: int = 1, **options: Any) -> Iterator[Article]:
    """Read many articles, lazily and in order."""
    for item in items:
        if isinstance(item, str):
            yield parse(item, **options)
        elif isinstance(item, tuple):
            yield parse(item[0], published=item[1], **options)
        else:
            yield parse(**item, **options)
