"""Ranges ("de 300 à 450 euros"), changes and lists: what two numbers beside each other make."""

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from frnews._amounts._numbers import APOSTROPHE, HYPHEN, SPACE, scaled
from frnews._amounts._sums import Sum
from frnews._amounts._verbs import verbs

_TO = re.compile(rf"{SPACE}{{1,3}}à{SPACE}{{1,3}}", re.IGNORECASE)
# "est passé de 185 à plus de 500 nairas": two sums, the second with a qualifier of its own.
_TO_SOME = re.compile(
    rf"{SPACE}{{1,3}}à{SPACE}{{1,3}}(?:(?:plus|moins|près){SPACE}de|environ|quelque){SPACE}{{1,3}}", re.IGNORECASE
)
_UNTIL = re.compile(rf",?{SPACE}{{1,3}}(?:et{SPACE})?jusqu{APOSTROPHE}(?:à|aux?){SPACE}{{1,3}}", re.IGNORECASE)
_DASH = re.compile(rf"{SPACE}?(?:{HYPHEN}|—|/){SPACE}?")
_AND = re.compile(rf"{SPACE}{{1,3}}et{SPACE}{{1,3}}", re.IGNORECASE)
_OR = re.compile(rf"{SPACE}{{1,3}}(?:ou|voire){SPACE}{{1,3}}", re.IGNORECASE)
_COMMA = re.compile(rf",{SPACE}{{1,3}}")
_BETWEEN = re.compile(rf"(?<!\w)entre{SPACE}{{1,3}}$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)de{SPACE}{{1,3}}$", re.IGNORECASE)
# A range that no "de" opens does not go so many times as far as it began, nor does one whose thousands are said once.
_STEP = 10
# No link between the ends of a range is longer.
_LINK = 14


def join_ranges(text: str, sums: Sequence[Sum], start: int) -> list[Sum]:
    """Return the sums of a sentence that begins at `start`, those that are the two ends of a range made one."""
    joined: list[Sum] = []
    for found in sums:
        last = joined[-1] if joined else None
        if last is None or last.is_range or not _linked(text, last, found):
            joined.append(found)
            continue
        if found.currency is None:
            joined[-1:] = _bare_range(text, last, found, start)
            continue
        first = lend(last, found, in_range=True)
        kind = None if _in_list(text, joined) else _relation(text, first, found, start)
        alike = first.currency is not None and _same(first, found)
        if alike and kind == "range" and first.low < found.high:
            joined[-1] = evolve(first, end=found.end, high=found.high, is_range=True)
        elif alike and kind is not None:
            joined[-1] = lend(last, found)
            joined.append(found)
        else:
            joined.append(found)
    return joined


def _bare_range(text: str, first: Sum, second: Sum, start: int) -> list[Sum]:
    """Return two scaled numbers whose currency is said elsewhere, made one where they are a range of millions."""
    if first.currency is not None or second.number.scale == 1 or not (first.number.scale > 1 or first.low < 1000):
        return [first, second]
    low, number = first.low, first.number
    if number.scale == 1:
        low, number = scaled(low, second.number.scale), evolve(number, scale=second.number.scale)
    raised = evolve(first, low=low, number=number)
    if not low < second.high < _STEP * low or _relation(text, raised, second, start) != "range":
        return [first, second]
    return [evolve(raised, end=second.end, high=second.high, is_range=True)]


def lend(borrower: Sum, lender: Sum, *, in_range: bool = False) -> Sum:
    """Return a number with the currency of another, and with its scale where that makes them comparable.

    "300 à 600 millions" are 300 millions, "10 à 15 000" are 10 000; "de 900 000 à 1,2 million" are no millions of
    millions.

    Args:
        borrower: The number; a sum that has a currency is returned as it is.
        lender: The sum that has one.
        in_range: They are the lower and the upper end of a range.

    """
    if borrower.currency is not None or lender.currency is None:
        return borrower
    if borrower.is_range:
        weight = lender.currency.weight
        low, high = scaled(borrower.low, weight), scaled(borrower.high, weight)
        return evolve(borrower, low=low, high=high, currency=lender.currency)
    scale, weight = lender.number.scale, lender.currency.weight
    low, number = borrower.low, borrower.number
    if number.scale == 1 and low < 1000:
        whole = scaled(lender.high, 1 / weight) if weight == 1 else lender.high
        if scale > 1:
            raised = scaled(low, scale)
            fits = raised < whole if in_range else whole / 1000 <= raised <= whole * 1000
        else:
            scale = lender.number.said_once
            raised = scaled(low, scale)
            fits = in_range and raised < whole < _STEP * raised
        if fits and raised > 0:
            # It may lend the scale on: "200, 300 ou 400 millions".
            low, number = raised, evolve(number, scale=scale)
    low = scaled(low, weight)
    return evolve(borrower, low=low, high=low, number=number, currency=lender.currency)


def _same(first: Sum, second: Sum) -> bool:
    a, b = first.currency, second.currency
    return a is not None and b is not None and (a.code, a.name) == (b.code, b.name)


def _linked(text: str, first: Sum, second: Sum) -> bool:
    gap = text[first.end : second.start]
    return len(gap) <= _LINK and any(link.fullmatch(gap) for link in (_TO, _DASH, _AND, _OR, _UNTIL, _TO_SOME))


def _in_list(text: str, joined: Sequence[Sum]) -> bool:
    """Whether the last number is one of a list: "A, B ou C euros" are three sums."""
    if len(joined) < 2 or joined[-1].currency is not None or joined[-2].currency is not None:
        return False
    return _COMMA.fullmatch(text, joined[-2].end, joined[-1].start) is not None and not joined[-2].number.like_year


def _relation(text: str, first: Sum, second: Sum, start: int) -> str | None:
    """Return "range" or "change", or None where the two sums are only beside each other."""
    gap = text[first.end : second.start]
    if _AND.fullmatch(gap):
        return "range" if _BETWEEN.search(text, max(start, first.start - 9), first.start) else None
    if _OR.fullmatch(gap):
        # "deux ou trois euros", but "des billets de 10 ou 50 euros"
        return "range" if first.low < second.high <= 2 * first.low and not first.number.like_year else None
    before = text[max(start, first.start - _CLAUSE) : first.start]
    if _UNTIL.fullmatch(gap):
        return "range" if _FROM.search(before) else None
    if _TO_SOME.fullmatch(gap):
        return "change" if _FROM.search(before) else None
    if not _TO.fullmatch(gap):
        return "range" if first.number.digits and not (first.number.like_year and second.number.digits) else None
    if first.number.like_year and second.number.scale > 1 and not _FROM.search(before):
        # "en 2009 à 8,9 milliards"
        return None
    if _OF_THAT.search(before):
        # "celui de 30 à 18,75 euros": a packet of 30, then its price
        return None
    if _FROM.search(before) and not _SPANS.search(before) and _change().search(before):
        return "change"
    if first.currency is not None and not _FROM.search(before) and second.high > _STEP * first.low:
        # "gagne 1,02 dollar à 45,84 dollars": a move, then where it led to
        return None
    return "range" if first.low < second.high or not _FROM.search(before) else "change"


# How far before "de A à B" the verb that makes it a change may stand.
_CLAUSE = 90


_OF_THAT = re.compile(rf"(?<!\w)(?:celui|celles?|ceux){SPACE}de{SPACE}$", re.IGNORECASE)
# "une aide allant de 10 à 15 euros" is a range, whatever verb stands before.
_SPANS = re.compile(
    rf"(?<!\w)(?:all(?:ant|ait|aient)|vas?|vont|ir(?:a|ont)|varie\w*|variant|oscill\w+){SPACE}de{SPACE}$", re.IGNORECASE
)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){verbs('change_verbs')}(?:[^\w.;:!?]+\w+){{0,9}}[^\w.;:!?]+$", re.IGNORECASE)
