"""Sums of money in French news text."""

from collections.abc import Mapping, Sequence

from frnews._types import Amount, Sentence

__all__ = ["extract_amounts", "find_amounts", "parse_amount"]

# The tables and patterns are loaded with the modules that use them, at the first call: `import frnews` stays cheap.


def extract_amounts(text: str, *, currency_of: Mapping[str, str] | None = None) -> list[Amount]:
    """Return the sums of money that a French text names.

    Args:
        text: Any text; offsets refer to it as given.
        currency_of: What bare names mean, as ISO 4217 codes: ``{"franc": "CHF", "dollar": "CAD"}``. Without it
            "franc" is FRF, "dollar" USD, "livre" GBP, and "dinar", "peso", "roupie" are unknown, where the text does
            not tell.

    Returns:
        The sums in text order, each with its low and high in the currency's main unit.

    Raises:
        TypeError: `text` is not a str, or `currency_of` no mapping of str to str.
        ValueError: `currency_of` has a name that is no bare name of a currency, or a code that ISO 4217 does not have.

    >>> [(a.text, a.low, a.high, a.currency, a.qualifier) for a in extract_amounts("Le pont a coûté plus de 3 M€.")]
    [('3 M€', Decimal('3000000'), None, 'EUR', 'at_least')]
    >>> [(a.value, a.currency) for a in extract_amounts("Il doit 16’157 francs.", currency_of={"franc": "CHF"})]
    [(Decimal('16157'), 'CHF')]

    """
    from frnews._amounts import _extract

    return _extract.extract(text, currency_of)


def find_amounts(text: str, sentences: Sequence[Sentence], *, currency_of: Mapping[str, str] | None) -> list[Amount]:
    """Return the sums of money of a text whose sentences are known.

    Args:
        text: The text.
        sentences: Its sentences, by start.
        currency_of: As in `extract_amounts`.

    Returns:
        The sums in text order; each stands inside one sentence.

    """
    from frnews._amounts import _extract

    return _extract.find(text, sentences, currency_of)


def parse_amount(expression: str, *, currency_of: Mapping[str, str] | None = None) -> Amount:
    """Return the sum that one whole expression names.

    Args:
        expression: A sum with nothing else around it but what qualifies it ("plus de 3 M€", "10 euros par mois").
        currency_of: As in `extract_amounts`.

    Returns:
        The sum; its offsets refer to `expression`.

    Raises:
        TypeError: `expression` is not a str.
        UnknownAmountError: The expression is not one sum of money.

    >>> parse_amount("200 milliards de dollars").value
    Decimal('200000000000')
    >>> parse_amount("un virgule quatre million d’euros").currency
    'EUR'
    >>> parse_amount("200 milliards")
    Traceback (most recent call last):
        ...
    frnews.UnknownAmountError: '200 milliards' is not a sum of money. Pass a number with its currency, such as '200 milliards de dollars'.

    """  # noqa: E501
    from frnews._amounts import _extract

    return _extract.parse_one(expression, currency_of)
