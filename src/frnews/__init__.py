"""frnews reads French political news: its sentences, who says what, on which days, for which sums.

>>> import frnews
>>> article = frnews.parse("Le maire a promis 3 millions d'euros vendredi.", published="2022-12-30")
>>> article.amounts[0].value
Decimal('3000000')
>>> article.dates[0].earliest
datetime.date(2022, 12, 30)
"""

from typing import TYPE_CHECKING

from frnews import tables
from frnews._amounts import extract_amounts, parse_amount
from frnews._attribution import extract_quotations
from frnews._cast import Cast, Person, merge_speakers
from frnews._dates import extract_dates, normalize_date
from frnews._errors import FrnewsError, ModelNotFoundError, UnknownAmountError, UnknownDateError
from frnews._explain import explain
from frnews._html import to_html
from frnews._many import parse_many
from frnews._parse import parse
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
    "Cast",
    "DateMention",
    "DateValue",
    "Evidence",
    "Explanation",
    "FrnewsError",
    "ModelNotFoundError",
    "Person",
    "Quotation",
    "Sentence",
    "Span",
    "Speaker",
    "UnknownAmountError",
    "UnknownDateError",
    "__version__",
    "explain",
    "extract_amounts",
    "extract_dates",
    "extract_quotations",
    "merge_speakers",
    "normalize_date",
    "parse",
    "parse_amount",
    "parse_many",
    "split_sentences",
    "tables",
    "to_html",
]

__version__: str


if not TYPE_CHECKING:  # a type checker that saw this function would let every misspelt name pass

    def __getattr__(name: str) -> str:
        """Read the version when it is asked for: the metadata costs more than all the rest of the import."""
        if name == "__version__":
            from importlib.metadata import version

            return version("frnews")
        raise AttributeError(f"module 'frnews' has no attribute {name!r}")
