"""frnews reads French political news: its sentences, who says what, on which days, for which sums.

>>> import frnews
>>> article = frnews.parse("Le maire a promis 3 millions d'euros vendredi.", published="2022-12-30")
>>> article.amounts[0].value
Decimal('3000000')
>>> article.dates[0].earliest
datetime.date(2022, 12, 30)
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from frnews._amounts import extract_amounts, parse_amount
from frnews._dates import extract_dates, normalize_date
from frnews._errors import FrnewsError, ModelNotFoundError, UnknownAmountError, UnknownDateError
from frnews._parse import parse
from frnews._parse_many import parse_many
from frnews._quotations import extract_quotations
from frnews._sentences import split_sentences
from frnews._types import (
    Amount,
    Article,
    Candidate,
    DateMention,
    DateValue,
    Evidence,
    Explanation,
    Quotation,
    Sentence,
    Span,
    Speaker,
)

__all__ = [
    "Amount",
    "Article",
    "Candidate",
    "DateMention",
    "DateValue",
    "Evidence",
    "Explanation",
    "FrnewsError",
    "ModelNotFoundError",
    "Quotation",
    "Sentence",
    "Span",
    "Speaker",
    "UnknownAmountError",
    "UnknownDateError",
    "__version__",
    "extract_amounts",
    "extract_dates",
    "extract_quotations",
    "normalize_date",
    "parse",
    "parse_amount",
    "parse_many",
    "split_sentences",
    "to_html",
]

__version__: str


def to_html(articles: Iterable[Article], *, title: str | None = None) -> str:
    """Return many articles as one page to look at: a list to search, sort and filter, whose entries open their article.

    The page is one self-contained file of HTML. Hundreds of articles in it open at once; for thousands, the report of
    a corpus (`frnews report`) is made.

    Args:
        articles: The articles, in the order in which they are listed.
        title: The heading of the page.

    Raises:
        TypeError: `articles` is one article, or holds something else than articles.

    >>> page = to_html([Article("Bonjour.", id="a1")], title="Un article")
    >>> "<h1>Un article</h1>" in page
    True

    """
    from frnews._html import many_page

    return many_page(articles, title=title)


if not TYPE_CHECKING:  # a type checker that saw this function would let every misspelt name pass

    def __getattr__(name: str) -> str:
        """Read the version when it is asked for: the metadata costs more than all the rest of the import."""
        if name == "__version__":
            from importlib.metadata import version

            return version("frnews")
        raise AttributeError(f"module 'frnews' has no attribute {name!r}")
