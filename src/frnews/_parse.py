"""The one way through: text, sentences, mentions, resolution, Article."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from frnews._amounts import find_amounts
from frnews._attribution import find_quotations
from frnews._dates import find_dates
from frnews._input import check_id, check_nlp, check_option, check_text, read_published
from frnews._sentences import split_sentences
from frnews._types import Article, Prefer, Seasons

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def parse(
    text: str,
    *,
    published: dt.date | str | None = None,
    id: str | int | None = None,
    nlp: "Language | None" = None,
    prefer: Prefer = "auto",
    seasons: Seasons = "months",
    currency_of: Mapping[str, str] | None = None,
    wrapped: bool = False,
    split_quotations: bool = True,
) -> Article:
    r"""Read one article: its sentences, its quotations with their speakers, its dates and its sums of money.

    Args:
        text: The article as it stands, headline and paragraphs. It is never rewritten: all offsets count its own
            code points. Any str is accepted.
        published: The day on which it came out, from which "samedi" or "il y a dix jours" is counted: a date, a
            datetime (its day as written) or an ISO 8601 string; what tables hold where nothing is (NaN, NaT, NA, "")
            is None.
        id: Your own identifier, kept in the result; a whole number as its digits.
        nlp: A French spaCy pipeline with a parser, asked where the words leave a subject open; by default none is.
        prefer: Which "samedi" or "12 mai" is meant: "auto" (by the tense of its clause; with none, a weekday looks
            back, and a day or month without a year is the nearest), "past" or "future".
        seasons: "months" (printemps is March to May) or "astronomical".
        currency_of: What bare names of currencies mean in this newspaper, as ISO 4217: ``{"franc": "CHF"}``.
        wrapped: For hard-wrapped exports: only blank lines end a paragraph, as in `split_sentences`.
        split_quotations: False keeps the sentences between one pair of quotation marks together, as in
            `split_sentences`.

    Returns:
        The article; an empty one for an empty text.

    Raises:
        TypeError: `text`, `published`, `id` or `nlp` is of a type that it cannot be; the message says what to pass.
        ValueError: `published` is not an ISO 8601 date, or an option has a value that it does not know.

    Examples:
        >>> import frnews
        >>> article = frnews.parse("Il pleut. Il neige.", id="weather")
        >>> [sentence.text for sentence in article.sentences]
        ['Il pleut.', 'Il neige.']
        >>> [sentence.text for sentence in frnews.parse("Il pleut à\nParis.", wrapped=True).sentences]
        ['Il pleut à\nParis.']
        >>> article
        <Article 'weather' 19 characters, 2 sentences, 0 quotations, 0 dates, 0 amounts>

    """
    check_text(text, "parse")
    check_nlp(nlp)
    check_option(prefer, "prefer", ("auto", "past", "future"))
    check_option(seasons, "seasons", ("months", "astronomical"))
    return read_article(
        text,
        published=read_published(published),
        id=check_id(id),
        nlp=nlp,
        doc=None,
        prefer=prefer,
        seasons=seasons,
        currency_of=currency_of,
        wrapped=wrapped,
        split_quotations=split_quotations,
    )


def read_article(
    text: str,
    *,
    published: dt.date | None,
    id: str | None,
    nlp: "Language | None",
    doc: "Doc | None",
    prefer: Prefer,
    seasons: Seasons,
    currency_of: Mapping[str, str] | None,
    wrapped: bool = False,
    split_quotations: bool = True,
) -> Article:
    """Read one article, its arguments checked already.

    Args:
        text: As in `parse`.
        published: As in `parse`.
        id: As in `parse`.
        nlp: As in `parse`.
        doc: The text as a spaCy pipeline has read it, or None: no model is run then beside that pipeline.
        prefer: As in `parse`.
        seasons: As in `parse`.
        currency_of: As in `parse`.
        wrapped: As in `parse`.
        split_quotations: As in `parse`.

    """
    sentences = split_sentences(text, wrapped=wrapped, split_quotations=split_quotations)
    dates = find_dates(text, sentences, published=published, prefer=prefer, seasons=seasons)
    times = [(date.start_char, date.end_char) for date in dates]
    findings = find_quotations(text, sentences, times, nlp=nlp, doc=doc)
    return Article(
        text=text,
        id=id,
        published=published,
        sentences=tuple(sentences),
        quotations=findings.quotations,
        dates=tuple(dates),
        amounts=tuple(find_amounts(text, sentences, currency_of=currency_of)),
        speakers=findings.speakers,
    )
