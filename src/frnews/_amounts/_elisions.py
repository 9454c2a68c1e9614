"""Sums whose currency or scale the sentence says only once ("de 7,5 à 14 euros"), and ranges."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from attrs import evolve

from frnews._amounts._currencies import tolerant
from frnews._amounts._numbers import APOSTROPHE, HYPHEN, SPACE, scaled
from frnews._amounts._sums import Sum
from frnews._tables import read_table

_TO = re.compile(rf"{SPACE}{{1,3}}à{SPACE}{{1,3}}", re.IGNORECASE)
_DASH = re.compile(rf"{SPACE}?(?:{HYPHEN}|—|/){SPACE}?")
_AND = re.compile(rf"{SPACE}{{1,3}}et{SPACE}{{1,3}}", re.IGNORECASE)
_OR = re.compile(rf"{SPACE}{{1,3}}(?:ou|voire){SPACE}{{1,3}}", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\w)entre{SPACE}{{1,3}}$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)de{SPACE}{{1,3}}$", re.IGNORECASE)
_SERIES = re.compile(rf",?{SPACE}{{1,3}}(?:et|ou|puis|contre){SPACE}{{1,3}}(?:de{SPACE}{{1,3}})?", re.IGNORECASE)
_COMMA = re.compile(rf",{SPACE}{{1,3}}(?:de{SPACE}{{1,3}}|puis{SPACE}{{1,3}})?", re.IGNORECASE)


def complete(text: str, sums: Sequence[Sum], start: int, end: int) -> list[Sum]:
    """Return the sums of a sentence: ranges made one, elided currencies and scales lent, mere numbers left out."""
    joined = _join_ranges(text, sums, start)
    lent = _lend_back(text, joined)
    lent = _lend_to_parts(text, lent, end)
    lent = _lend_forward(text, lent, end)
    return [found for found in lent if found.currency is not None]


def _join_ranges(text: str, sums: Sequence[Sum], start: int) -> list[Sum]:
    joined: list[Sum] = []
    for found in sums:
        last = joined[-1] if joined else None
        if last is None or found.currency is None or last.is_range or not _linked(text, last, found, start):
            joined.append(found)
            continue
        first = _lend(last, found, ascending=True)
        alike = first.currency is not None and _same(first, found)
        kind = _relation(text, first, found, start)
        if alike and kind == "range" and first.low < found.high:
            joined[-1] = evolve(first, end=found.end, high=found.high, is_range=True)
        elif alike and kind is not None:
            joined[-1] = _lend(last, found, ascending=False)
            joined.append(found)
        else:
            joined.append(found)
    return joined


def _same(first: Sum, second: Sum) -> bool:
    a, b = first.currency, second.currency
    return a is not None and b is not None and (a.code, a.name) == (b.code, b.name)


def _linked(text: str, first: Sum, second: Sum, start: int) -> bool:
    gap = text[first.end : second.start]
    return len(gap) <= 12 and any(link.fullmatch(gap) for link in (_TO, _DASH, _AND, _OR))


def _relation(text: str, first: Sum, second: Sum, start: int) -> str | None:
    """Return "range" or "change", or None where the two sums are only beside each other."""
    gap = text[first.end : second.start]
    if _AND.fullmatch(gap):
        return "range" if _BETWEEN.search(text, max(start, first.start - 9), first.start) else None
    if _TO.fullmatch(gap):
        before = text[max(start, first.start - 60) : first.start]
        if first.number.like_year and second.number.scale > 1 and not _FROM.search(before):
            # "en 2009 à 8,9 milliards"
            return None
        if _FROM.search(before) and _change().search(before):
            return "change"
        if first.currency is not None and not _FROM.search(before) and second.high > _STEP * first.low:
            # "gagne 1,02 dollar à 45,84 dollars": a move, then where it led to
            return None
        return "range" if first.low < second.high or not _FROM.search(before) else "change"
    if _OR.fullmatch(gap):
        # "deux ou trois euros", but "des billets de 10 ou 50 euros"
        return "range" if second.high <= 2 * first.low else None
    return "range" if first.number.digits and not (first.number.like_year and second.number.digits) else None


@cache
def _change() -> re.Pattern[str]:
    stems = "|".join(tolerant(row["stem"]) for row in read_table("change_verbs"))
    return re.compile(rf"(?<!\w)(?:{stems})\w*(?:\W+\w+){{0,4}}\W+$", re.IGNORECASE)


def _lend(sum_: Sum, lender: Sum, *, ascending: bool) -> Sum:
    """Return `sum_` with the currency of `lender`, and its scale where that makes them comparable.

    "300 à 600 millions" are 300 millions; "de 900 000 à 1,2 million" are no millions of millions.
    """
    if sum_.currency is not None or lender.currency is None:
        return sum_
    scale, weight = lender.number.scale, lender.currency.weight
    low = sum_.low
    if sum_.number.scale == 1 and scale > 1 and low < 1000:
        raised = scaled(low, scale)
        whole = scaled(lender.high, 1 / weight) if weight == 1 else lender.high
        fits = raised < whole if ascending else whole / 1000 <= raised <= whole * 1000
        if fits and raised > 0:
            low = raised
    low = scaled(low, weight)
    return evolve(sum_, low=low, high=low, currency=lender.currency)


def _lend_back(text: str, sums: Sequence[Sum]) -> list[Sum]:
    """Return the sums with the currency of a series' last lent to the others ("5, 10 et 20 euros")."""
    lent = list(sums)
    for i in range(len(lent) - 2, -1, -1):
        found, after = lent[i], lent[i + 1]
        if found.currency is not None or after.currency is None or found.number.like_year:
            continue
        gap = text[found.end : after.start]
        last = _SERIES.fullmatch(gap) is not None
        inner = _COMMA.fullmatch(gap) is not None and i + 2 < len(lent) and sums[i + 1].currency is None
        if last or inner:
            lent[i] = _lend(found, after, ascending=False)
    return lent


_CONTRE = re.compile(
    rf"(?:[^.;:()]{{0,40}}\W)?(?:contre|au{SPACE}lieu{SPACE}de|puis|dont){SPACE}{{1,3}}(?:à{SPACE}|de{SPACE})?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"{SPACE}{{0,3}}(?:%|‰|h\b|°|ème|e\b|[-‐‑–][^\W\d_])|{SPACE}{{1,3}}(?:de{SPACE}{{1,3}}|d{APOSTROPHE}{SPACE}?)"
    rf"(?P<noun>[^\W\d_]+)|{SPACE}{{1,3}}(?:pour{SPACE}cent|points?|ans?|mois|jours?|heures?|fois|personnes?)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    rf"\s*(?:$|[.,;:!?)»”\"…]|(?:en|l{APOSTROPHE}an|un{SPACE}an|auparavant|avant|hier|précédemment|la|le|au|à|pour|et|avec|dans)\b)",
    re.IGNORECASE,
)


def _lend_forward(text: str, sums: Sequence[Sum], end: int) -> list[Sum]:
    """Return the sums with the sentence's currency lent to scaled numbers, and to numbers set against a sum.

    "53 millions de francs, suivi du PR (32,6 millions)"; "14 euros, contre 12,5 en 2010".
    """
    lender: Sum | None = None
    first = next((found for found in sums if found.currency is not None), None)
    if first is None:
        return list(sums)
    lent: list[Sum] = []
    counting = False
    for found in sums:
        if found.currency is not None:
            lender = found
        else:
            source = lender or first
            if found.number.scale > 1:
                # "Sur 12 millions de foyers, 3 millions": what is counted before any sum goes on being counted.
                counts = _counts_things(text, found.end, end)
                counting = counting or (counts and lender is None)
                if not counts and not (counting and lender is None):
                    found = _lend(found, source, ascending=False)
            elif (
                lender is not None
                and not found.number.like_year
                and found.number.digits
                and (
                    _is_parallel(text, lender, found, end)
                    or (
                        lent[-1] is lender
                        and _CONTRE.fullmatch(text, lender.end, found.start)
                        and _FREE.match(text, found.end, min(end, found.end + 14))
                    )
                )
                and not _counts_things(text, found.end, end)
            ):
                found = _lend(found, lender, ascending=False)
        lent.append(found)
    return lent


_JOINED = re.compile(rf"(?:,|,?{SPACE}et){SPACE}(?:de{SPACE})?$", re.IGNORECASE)
_SHARE = re.compile(rf"{SPACE}(pour|à|au|aux|en|dans|sur|chez)(?!\w)", re.IGNORECASE)


def _is_parallel(text: str, lender: Sum, found: Sum, end: int) -> bool:
    """Whether a number repeats the construction of a sum: "400 millions d'euros pour A et 300 pour B"."""
    between = text[lender.end : found.start]
    if len(between) > 80 or any(c in between for c in ".;:("):
        return False
    first, second = _SHARE.match(text, lender.end, end), _SHARE.match(text, found.end, end)
    same = first is not None and second is not None and first[1][:1].casefold() == second[1][:1].casefold()
    return same and _JOINED.search(between) is not None


def _counts_things(text: str, stop: int, end: int) -> bool:
    m = _COUNTED.match(text, stop, end)
    if m is None:
        return False
    return m["noun"] is None or _money_noun().fullmatch(m["noun"]) is None


@cache
def _money_noun() -> re.Pattern[str]:
    nouns = "|".join(tolerant(row["noun"], plural=True) for row in read_table("money_nouns"))
    return re.compile(nouns, re.IGNORECASE)


# A range that no "de" opens does not go so many times as far as it began.
_STEP = 10

_BRACKET = re.compile(r"[^()]{0,80}\(([^()]{1,200})\)")


def _lend_to_parts(text: str, sums: Sequence[Sum], end: int) -> list[Sum]:
    """Return the sums with currency and scale lent to the numbers in brackets that add up to the sum before them.

    "7 millions d'euros (5 pour le pont et 2 pour la route)"
    """
    lent = list(sums)
    for whole in sums:
        if whole.currency is None or whole.is_range:
            continue
        m = _BRACKET.match(text, whole.end, end)
        if m is None:
            continue
        inside = [i for i, found in enumerate(sums) if found.number.digits and m.start(1) <= found.start < m.end(1)]
        parts = [sums[i] for i in inside]
        if len(parts) < 2 or any(part.currency is not None or part.number.scale > 1 for part in parts):
            continue
        scale = whole.number.scale
        if scaled(sum((part.low for part in parts), Decimal(0)), scale) == whole.low:
            for i in inside:
                low = scaled(sums[i].low, scale)
                lent[i] = evolve(sums[i], low=low, high=low, currency=whole.currency)
    return lent
