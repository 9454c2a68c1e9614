"""A short notation for expected sums: "3000000 EUR", "~10 EUR", ">=5 USD/mois", "<=9 CHF", "10..15 EUR", "4 -"."""

from collections.abc import Iterable
from decimal import Decimal

from frnews import Amount

Reading = tuple[Decimal | None, Decimal | None, str | None, str, str | None]


def read_notation(written: str) -> list[Reading]:
    """Return low, high, currency, qualifier and rate of each sum; "nothing" is none."""
    return [] if written == "nothing" else [_read_one(item.strip()) for item in written.split(";")]


def _read_one(item: str) -> Reading:
    sum_, _, per = item.partition("/")
    number, currency = sum_.split(" ")
    code = None if currency == "-" else currency
    rate = per or None
    if ".." in number:
        low, high = number.split("..")
        return Decimal(low), Decimal(high), code, "between", rate
    if number.startswith(">="):
        return Decimal(number[2:]), None, code, "at_least", rate
    if number.startswith("<="):
        return None, Decimal(number[2:]), code, "at_most", rate
    if number.startswith("~"):
        return Decimal(number[1:]), Decimal(number[1:]), code, "approximate", rate
    return Decimal(number), Decimal(number), code, "exact", rate


def readings(amounts: Iterable[Amount]) -> list[Reading]:
    """Return the same of sums that were found."""
    return [(a.low, a.high, a.currency, a.qualifier, a.per) for a in amounts]
