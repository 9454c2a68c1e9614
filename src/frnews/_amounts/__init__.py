"""Sums of money in French news text."""

from collections.abc import Mapping, Sequence

from frnews._input import check_text
from frnews._sentences import split_sentences
from frnews._types import Amount, Sentence

__all__ = ["extract_amounts", "find_amounts", "parse_amount"]


def extract_amounts(text: str, *, currency_of: Mapping[str, str] | None = None) -> list[Amount]:
    """Return the sums of money that `text` names."""
    check_text(text, "extract_amounts")
    return find_amounts(text, split_sentences(text), currency_of=currency_of)


def find_amounts(text: str, sentences: Sequence[Sentence], *, currency_of: Mapping[str, str] | None) -> list[Amount]:
    """Return the sums of money of a text whose sentences are known."""
    return []


def parse_amount(expression: str, *, currency_of: Mapping[str, str] | None = None) -> Amount:
    """Return the sum that one expression names."""
    raise NotImplementedError
