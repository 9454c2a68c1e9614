"""Numbers joined to their currencies in one sentence ("200 milliards" + "de dollars", "3 euros" + "50")."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from attrs import define, evolve

from frnews._amounts._currencies import CurrencyWord, fold, is_subunit, read_currency_words, tolerant
from frnews._amounts._numbers import (
    APOSTROPHE,
    HYPHEN,
    SPACE,
    Number,
    is_multiple,
    letter_scale,
    read_digits,
    read_numbers,
    scale_values,
    scaled,
)
from frnews._amounts._scan import openers
from frnews._tables import read_table


@define
class Sum:
    """A number of a sentence, with its currency where one stands beside it.

    Attributes:
        start: Offset of its first character, a currency sign included.
        end: Offset after its last character.
        number: The number itself.
        low: What it is worth in the currency's main unit.
        high: As `low`, but for a range.
        currency: The currency beside it, or None.
        is_range: It is a range ("10 à 15 euros").

    """

    start: int
    end: int
    number: Number
    low: Decimal
    high: Decimal
    currency: CurrencyWord | None = None
    is_range: bool = False


def find_sums(text: str, start: int, end: int) -> list[Sum]:
    """Return the numbers of text[start:end] in order, each with the currency beside it where there is one."""
    number_starts, currency_starts = openers(text, start, end)
    words = read_currency_words(text, _near(currency_starts, number_starts), end)
    opening = {word.start: word for word in words if word.after}
    numbers = _merge(text, read_numbers(text, number_starts, end), opening)
    closing = {word.end: word for word in words if word.before}
    used: set[int] = set()
    sums = []
    for number in numbers:
        if number.start in used:
            # The "cent" of "1 cent" is no number.
            continue
        joined = _join_after(text, number, opening, used, end) or _join_before(text, number, closing, used, end)
        if joined is not None and joined.currency is not None:
            if not _is_money(text, joined, start, end):
                continue
            used.add(joined.currency.start)
        sums.append(joined or Sum(number.start, number.end, number, number.value, number.value))
    return _add_cents(text, sums, end)


# The longest number in words, and the letters and spaces of a sign before a number.
_LONGEST_NUMBER, _LONGEST_SIGN = 160, 12


def _near(places: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """Return the places that have the start of a number a little before or right after them."""
    kept = []
    for place in places:
        i = bisect_right(numbers, place + _LONGEST_SIGN)
        if i and numbers[i - 1] >= place - _LONGEST_NUMBER:
            kept.append(place)
    return kept


_SPACE = re.compile(SPACE)
_REPEATED = re.compile(rf"{SPACE}?\(")
_ONE_SPACE = re.compile(rf"{SPACE}(?:et{SPACE})?")


def _merge(text: str, numbers: list[Number], opening: dict[int, CurrencyWord]) -> list[Number]:
    """Return the numbers with "1 million" and "200 000" in "1 million 200 000 euros" made one.

    So are a number and the same once more in brackets: "dix mille (10 000) euros".
    """
    merged: list[Number] = []
    for number in numbers:
        last = merged[-1] if merged else None
        if last is not None and last.value == number.value and _REPEATED.fullmatch(text, last.end, number.start):
            closed = text.startswith(")", number.end)
            merged[-1:] = [evolve(last, end=number.end + 1)] if closed else [last, number]
        elif (
            last is not None
            and 1 < last.scale > number.value
            and not (number.rounded or last.rounded)
            and is_multiple(last.value, last.scale)
            and _SPACE.fullmatch(text[last.end : number.start])
            and ((gap := _GAP.match(text, number.end)) is None or gap.end() in opening or number.scale > 1)
        ):
            # "7 billions 457 milliards 819 millions": what goes on is counted by the last scale.
            scale = number.scale if number.scale > 1 else last.scale
            merged[-1] = evolve(last, end=number.end, value=last.value + number.value, scale=scale)
        else:
            merged.append(number)
    return merged


# "20.-" and "20,–" are Swiss for twenty francs and no centimes.
_NO_CENTIMES = re.compile(rf"[.,]{HYPHEN}")
_GAP = re.compile(
    rf"(?:{SPACE}?[»”\"](?={SPACE}(?:de|d{APOSTROPHE})))?{SPACE}{{0,3}}(?:(?:de|des){SPACE}{{1,3}}|d{APOSTROPHE}{SPACE}?)?"
    rf"(?:(?:petits?|malheureux|bons?|beaux|anciens?|vieux){SPACE}{{1,3}})?",
    re.IGNORECASE,
)


def _join_after(text: str, number: Number, opening: dict[int, CurrencyWord], used: set[int], end: int) -> Sum | None:
    """Return the number with the currency that follows it."""
    dash = _NO_CENTIMES.match(text, number.end, end) if number.digits else None
    for stop, factor in _scaled_ends(text, dash.end() if dash else number.end, end, number):
        gap = _GAP.match(text, stop, end)
        word = opening.get(gap.end()) if gap else None
        if word is None or word.start in used:
            continue
        spelled = word.name is not None and text[word.start].isalpha()
        if not spelled and gap is not None and re.search(r"\S", gap[0]) and number.scale == factor == 1:
            continue
        if word.name == "cent" and text[word.start].isalpha() and not number.digits:
            # "trois cents" is a number, three cents of a dollar are "3 cents".
            continue
        value = number.value
        value = scaled(scaled(value, factor), word.weight)
        sized = number if factor == 1 else evolve(number, end=stop, scale=number.scale * factor)
        return Sum(number.start, word.end, sized, value, value, word)
    return None


def _scaled_ends(text: str, stop: int, end: int, number: Number) -> list[tuple[int, Decimal]]:
    """Return where the number may end: with an abbreviated scale after it, or as it stands."""
    ends = [(stop, Decimal(1))]
    if number.digits and (m := letter_scale().match(text, stop, end)) is not None:
        stop = m.end(1)
        # "70 Mio. CHF": an abbreviation of several letters may have its full stop.
        ends.insert(0, (stop + (stop - m.start(1) > 1 and text.startswith(".", stop)), scale_values("letter")[m[1]]))
    return ends


def _join_before(text: str, number: Number, closing: dict[int, CurrencyWord], used: set[int], end: int) -> Sum | None:
    """Return the number with the currency sign or code that precedes it ("$10", "CHF 1’200.20")."""
    if not number.digits:
        return None
    back = 0
    while back < 2 and text[number.start - back - 1 : number.start - back].isspace():
        back += 1
    word = closing.get(number.start - back)
    # "EUR/USD 1,30" is a rate of exchange, "EURO 2016" a tournament.
    if word is None or word.start in used or text[word.start - 1 : word.start] == "/":
        return None
    if number.like_year and text[word.start : word.end] == "EURO":
        return None
    value = read_digits(number.written, english=True)
    stop, factor = number.end, Decimal(1)
    dash = _NO_CENTIMES.match(text, stop, end)
    if dash is not None:
        stop = dash.end()
    elif (m := letter_scale().match(text, stop, end)) is not None and not text[m.end(1) : m.end(1) + 1].isalnum():
        stop, factor = m.end(1), scale_values("letter")[m[1]]
    value = scaled(value, number.scale * factor)
    return Sum(word.start, stop, evolve(number, end=stop, scale=number.scale * factor), value, value, word)


_WORD = re.compile(rf"{SPACE}{{1,2}}([^\W\d_]+)")
_NO_SUM = re.compile(rf"(?<!\w)(?:pas|sans|ni|aucun|moindre){SPACE}{{1,2}}(?:même{SPACE})?$", re.IGNORECASE)

_PRICE_FOLLOWS = re.compile(
    rf"{SPACE}(?:par{SPACE}|l{APOSTROPHE}(?:unité|exemplaire|année|an)\b|pièce\b)", re.IGNORECASE
)
_COMPOUND = re.compile(rf"{HYPHEN}(?!(?:or|argent|papier)(?!\w))[^\W\d_]", re.IGNORECASE)


def _is_money(text: str, found: Sum, start: int, end: int) -> bool:
    """Whether the words around a number and a currency's name leave it a sum of money."""
    word = found.currency
    if word is None or found.low < word.least:
        return word is None
    if word.name is None or not text[word.start].isalpha():
        return True
    # "francs-maçons", "francs-tireurs", but "francs-or"
    if _COMPOUND.match(text, word.end):
        return False
    single = fold(found.number.written) in ("un", "une")
    if single and found.number.scale == 1:
        if _NO_SUM.search(text, max(start, found.start - 16), found.start):
            return False
        if is_subunit(word.name) and word.end - word.start < 9:
            # "un centime" is an idiom but where a rate or "d'euro" makes it a price.
            return (
                re.match(rf"{SPACE}(?:par|le|la|l{APOSTROPHE}|de plus)\b", text[word.end : word.end + 10]) is not None
            )
        if word.name == "livre" and fold(found.number.written) == "un":
            return False
        follower = _WORD.match(text, word.end, end)
        if follower and fold(follower[1]).startswith(_cues(f"un {word.name}")):
            return False
    cues = _cues(word.name)
    if found.number.scale > 1 and _PRICE_FOLLOWS.match(text, word.end, end):
        # "vendus un million de livres l'unité"
        return True
    return not cues or _cue_pattern(word.name).search(text, start, end) is None


@cache
def _cues(name: str) -> tuple[str, ...]:
    rows = (row for row in read_table("currency_homographs") if row["name"] == name and row["cue"] != "*")
    return tuple(fold(row["cue"]) for row in rows)


@cache
def _cue_pattern(name: str) -> re.Pattern[str]:
    rows = [row["cue"] for row in read_table("currency_homographs") if row["name"] == name and row["cue"] != "*"]
    # "lu" is a whole word, not the beginning of "lundi"; longer cues are stems.
    stems = "|".join(tolerant(cue) + (r"\b" if len(cue) < 4 else "") for cue in rows)
    return re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)


# What follows "3 euros 50" where 50 are cents: no noun that could be counted.
_AFTER_CENTS = re.compile(
    rf"\s*(?:$|[.,;:!?)»”\"…]|(?:le|la|les|par|pour|au|aux|en|et|ou|à|contre|environ|seulement|pièce|chacune?)\b"
    rf"|l{APOSTROPHE})",
    re.IGNORECASE,
)


def _add_cents(text: str, sums: Sequence[Sum], end: int) -> list[Sum]:
    """Return the sums with the cents that follow them made part of them."""
    whole: list[Sum] = []
    for found in sums:
        last = whole[-1] if whole else None
        if last is not None and _are_cents(text, last, found, end):
            cents = found.low if found.currency is not None else scaled(found.low, Decimal("0.01"))
            total = last.low + cents
            whole[-1] = evolve(last, end=found.end, low=total, high=total)
        else:
            whole.append(found)
    return whole


def _are_cents(text: str, last: Sum, found: Sum, end: int) -> bool:
    if last.currency is None or last.currency.end != last.end or last.number.scale > 1 or last.currency.weight < 1:
        return False
    if last.low != last.low.to_integral_value() or found.number.scale > 1:
        return False
    gap = text[last.end : found.start]
    if found.currency is not None:
        return found.currency.weight < 1 and bool(gap) and _ONE_SPACE.fullmatch(gap) is not None
    written = found.number.written
    if found.number.digits:
        if len(written) != 2 or not written.isdigit():
            return False
        # "3€50"
        if not gap:
            return text[found.end : found.end + 1] != "%"
    elif not 10 <= found.low < 100:
        return False
    return (
        _SPACE.fullmatch(gap) is not None and _AFTER_CENTS.match(text[found.end : min(end, found.end + 14)]) is not None
    )
