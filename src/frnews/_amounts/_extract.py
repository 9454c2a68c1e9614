"""The way from a text to its sums: places, sentences, numbers with currencies, then what each one means."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from frnews._amounts._context import is_leading, is_trailing, qualifier_of, rate_of, shared_qualifier
from frnews._amounts._elisions import complete
from frnews._amounts._resolve import Resolver, check_currency_of
from frnews._amounts._scan import anchors
from frnews._amounts._sums import Sum, find_sums
from frnews._errors import UnknownAmountError
from frnews._input import check_text
from frnews._sentences import split_sentences
from frnews._types import Amount, Qualifier, Sentence

_LINE_END = re.compile(r"[\n\r\u2028\u2029]")
# What a sentence has whose sums may have their currency from the sentence before.
_SCALE = re.compile(r"[Mm](?:illi(?:on|ard)|ILLI(?:ON|ARD))")


_MILLIARD = re.compile(r"[Mm]illiard(?!a)")


class _Stretch(NamedTuple):
    """A sentence, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def extract(text: str, currency_of: Mapping[str, str] | None) -> list[Amount]:
    """Return the sums of a text (see `frnews.extract_amounts`); only lines that have some are split into sentences."""
    check_text(text, "extract_amounts")
    meanings = check_currency_of(currency_of)
    places = _places(text)
    return list(_read(text, list(_sentences_around(text, places)), places, meanings))


def find(text: str, sentences: Sequence[Sentence], currency_of: Mapping[str, str] | None) -> list[Amount]:
    """Return the sums of a text whose sentences are known (see `frnews._amounts.find_amounts`)."""
    meanings = check_currency_of(currency_of)
    places = _places(text)
    if not places:
        return []
    stretches = [_Stretch(s.start_char, s.end_char, s.paragraph) for s in sentences]
    return list(_read(text, stretches, places, meanings))


def _places(text: str) -> list[int]:
    """Return where sums may stand: at the currencies beside a number, and at the milliards behind the first of them."""
    places = anchors(text)
    if places:
        places.extend(m.start() for m in _MILLIARD.finditer(text, places[0]))
        places.sort()
    return places


def _sentences_around(text: str, places: Sequence[int]) -> Iterator[_Stretch]:
    """Yield the sentences of the lines that have one of `places`; only those lines are split.

    A sentence ends where its line ends, so that nothing else of the text can matter.
    """
    lines = _Lines(text)
    done = 0
    for place in places:
        start, end = lines.around(place)
        if start < done:
            continue
        done = end + 1
        for sentence in split_sentences(text[start:end]):
            yield _Stretch(start + sentence.start_char, start + sentence.end_char, start)


class _Lines:
    """Finds the line around an offset; offsets come in order, so that each line end is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = 0
        self._end = -1

    def around(self, place: int) -> tuple[int, int]:
        while self._end < place:
            if self._end >= 0:
                self._start = self._end + 1
            # The last line end before the place, so that lines without sums are not walked one by one.
            back = max(self._text.rfind(c, self._start, place) for c in "\n\r\u2028\u2029")
            self._start = max(self._start, back + 1)
            m = _LINE_END.search(self._text, place)
            self._end = m.start() if m else len(self._text)
        return self._start, self._end


def _read(
    text: str, stretches: Sequence[_Stretch], places: Sequence[int], currency_of: Mapping[str, str]
) -> Iterator[Amount]:
    """Yield the sums of the sentences that have one of `places`, and of those that lean on the sentence before."""
    resolver = Resolver(text, currency_of)
    starts = [stretch.start for stretch in stretches]
    wanted = dict.fromkeys(bisect_right(starts, place) - 1 for place in places)
    wanted.pop(-1, None)
    before = -2
    last: Sum | None = None
    sums: Sequence[Sum] = ()
    for first in wanted:
        i = first
        while i == first or (i < len(stretches) and i not in wanted and _leans_on(text, sums, stretches, i)):
            start, end, paragraph = stretches[i]
            adjacent = before == i - 1 and bool(sums) and stretches[before].paragraph == paragraph
            sums = complete(text, find_sums(text, start, end), start, end, last, adjacent=adjacent)
            sums = [found for found in sums if resolver.is_money(found) or _is_whole(text, found)]
            last = sums[-1] if sums else last
            yield from _amounts(text, sums, resolver.resolve(sums, start, end), start, end)
            before = i
            i += 1


def _is_whole(text: str, found: Sum) -> bool:
    """Whether a text is nothing but one sum: "neuf livres" is then money."""
    around = len(text) - (found.end - found.start)
    return around < _FRAME and is_leading(text[: found.start]) and is_trailing(text[found.end :])


# What qualifies a sum in an expression of its own is no longer.
_FRAME = 60


def _leans_on(text: str, sums: Sequence[Sum], stretches: Sequence[_Stretch], i: int) -> bool:
    """Whether the sentence `i` may have its currency from the sums of the sentence before."""
    start, end, paragraph = stretches[i]
    return bool(sums) and paragraph == stretches[i - 1].paragraph and _SCALE.search(text, start, end) is not None


def _amounts(text: str, sums: Sequence[Sum], codes: Sequence[str | None], start: int, end: int) -> Iterator[Amount]:
    """Yield what the sums of the sentence text[start:end] mean."""
    left = start
    last: Qualifier = "exact"
    for found, code, rate in zip(sums, codes, _rates(text, sums, end), strict=True):
        qualifier = _qualifier(text, found, left, end)
        if qualifier == "exact":
            qualifier = shared_qualifier(text, (left, last), (found.start, found.end), end)
        yield Amount(
            text[found.start : found.end],
            found.start,
            found.end,
            None if qualifier == "at_most" else found.low,
            None if qualifier == "at_least" else found.high,
            code,
            qualifier,
            rate,
        )
        left, last = found.end, qualifier


def _qualifier(text: str, found: Sum, left: int, right: int) -> Qualifier:
    if found.is_range:
        return "between"
    qualifier = qualifier_of(text, found.start, found.end, left, right)
    return "approximate" if qualifier == "exact" and found.number.rounded else qualifier


# What parts two sums of a series: ", ou ", " jusqu'à ".
_SERIES_GAP = 10


def _rates(text: str, sums: Sequence[Sum], right: int) -> list[str | None]:
    """Return what each sum pays for; one that has its currency from the next has its rate too."""
    rates = [rate_of(text, found.end, right) for found in sums]
    for i in range(len(sums) - 2, -1, -1):
        found, after = sums[i], sums[i + 1]
        currency = found.currency
        if rates[i] is None and currency is not None and currency == after.currency and currency.start >= found.end:
            rates[i] = rates[i + 1] if after.start - found.end <= _SERIES_GAP else None
    return rates


def parse_one(expression: str, currency_of: Mapping[str, str] | None) -> Amount:
    """Return the sum that a whole expression names (see `frnews.parse_amount`)."""
    check_text(expression, "parse_amount")
    meanings = check_currency_of(currency_of)
    found = list(_read(expression, [_Stretch(0, len(expression), 0)], [0], meanings))
    if not found:
        raise UnknownAmountError(
            f"{expression!r:.80} is not a sum of money. "
            "Pass a number with its currency, such as '200 milliards de dollars'."
        )
    if len(found) > 1:
        raise UnknownAmountError(
            f"{expression!r:.80} names {len(found)} sums ({', '.join(repr(a.text) for a in found[:4])}). "
            "Pass one, or read them all with frnews.extract_amounts()."
        )
    amount = found[0]
    before, after = expression[: amount.start_char], expression[amount.end_char :]
    for words, allowed in ((before, is_leading), (after, is_trailing)):
        if not allowed(words):
            raise UnknownAmountError(
                f"{expression!r:.80} says more than a sum: {words.strip()!r:.60} is left over beside {amount.text!r}. "
                "Pass the sum alone, or read the text with frnews.extract_amounts()."
            )
    return amount
