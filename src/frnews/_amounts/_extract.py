"""The way from a text to its sums: places, sentences, numbers with currencies, then what each one means."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from frnews._amounts._context import is_leading, is_trailing, qualifier_of, rate_of
from frnews._amounts._elisions import complete
from frnews._amounts._resolve import Resolver, check_currency_of
from frnews._amounts._scan import anchors
from frnews._amounts._sums import Sum, find_sums
from frnews._errors import UnknownAmountError
from frnews._input import check_text
from frnews._sentences import split_sentences
from frnews._types import Amount, Sentence

_LINE_END = re.compile(r"[\n\r\u2028\u2029]")


def extract(text: str, currency_of: Mapping[str, str] | None) -> list[Amount]:
    """Return the sums of a text (see `frnews.extract_amounts`); only lines that have some are split into sentences."""
    check_text(text, "extract_amounts")
    meanings = check_currency_of(currency_of)
    places = anchors(text)
    return list(_read(text, _sentences_around(text, places), meanings))


def find(text: str, sentences: Sequence[Sentence], currency_of: Mapping[str, str] | None) -> list[Amount]:
    """Return the sums of a text whose sentences are known (see `frnews._amounts.find_amounts`)."""
    meanings = check_currency_of(currency_of)
    starts = [sentence.start_char for sentence in sentences]
    wanted = dict.fromkeys(bisect_right(starts, place) - 1 for place in anchors(text))
    spans = ((sentences[i].start_char, sentences[i].end_char) for i in wanted if i >= 0)
    return list(_read(text, spans, meanings))


def _sentences_around(text: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that have one of `places`; only the lines of those places are split.

    A sentence ends where its line ends, so that nothing else of the text can matter.
    """
    done = 0
    lines = _Lines(text)
    i = 0
    while i < len(places):
        start, end = lines.around(places[i])
        starts = []
        ends = []
        for sentence in split_sentences(text[start:end]):
            starts.append(start + sentence.start_char)
            ends.append(start + sentence.end_char)
        while i < len(places) and places[i] < end:
            k = bisect_right(starts, places[i]) - 1
            if k >= 0 and starts[k] >= done and places[i] < ends[k]:
                done = ends[k]
                yield starts[k], ends[k]
            i += 1


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


def _read(text: str, spans: Iterator[tuple[int, int]], currency_of: Mapping[str, str]) -> Iterator[Amount]:
    resolver = Resolver(text, currency_of)
    for start, end in spans:
        sums = complete(text, find_sums(text, start, end), start, end)
        left = start
        for found, code in zip(sums, resolver.resolve(sums, start, end), strict=True):
            yield _amount(text, found, code, left, end)
            left = found.end


def _amount(text: str, found: Sum, code: str | None, left: int, right: int) -> Amount:
    qualifier = "between" if found.is_range else qualifier_of(text, found.start, found.end, left, right)
    if qualifier == "exact" and found.number.rounded:
        qualifier = "approximate"
    return Amount(
        text[found.start : found.end],
        found.start,
        found.end,
        None if qualifier == "at_most" else found.low,
        None if qualifier == "at_least" else found.high,
        code,
        qualifier,
        rate_of(text, found.end, right),
    )


def parse_one(expression: str, currency_of: Mapping[str, str] | None) -> Amount:
    """Return the sum that a whole expression names (see `frnews.parse_amount`)."""
    check_text(expression, "parse_amount")
    meanings = check_currency_of(currency_of)
    found = list(_read(expression, iter([(0, len(expression))]), meanings))
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
