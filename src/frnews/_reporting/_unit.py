"""The stretch of text that is read at once: a sentence, or the sentences that one pair of marks holds together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from frnews._draft import Offsets
from frnews._french._clauses import sentence_at
from frnews._french._tokens import Tokens, pronoun_of
from frnews._french._words import CLOSING_MARKS
from frnews._reporting._marks import Quoted, find_quoted
from frnews._types import Sentence

# Marks at which a sentence ends whose speaker the next one may tell, and how that one starts.
_CLOSING = tuple(CLOSING_MARKS)
_TELLS_WHOSE = re.compile(r"[—–-] ?[^\W\d_]|(?:C['’]est|Voilà|Voici)(?: \w+){0,2} ce qu")
_SPACE_AND_STOPS = " \t\u00a0\u202f\u2009,;:.!?…-–—"


class Unit:
    """A sentence, or several joined by a quoted piece that crosses their boundary, with its tokens.

    Attributes:
        text: The whole source text.
        start: Offset of the unit.
        end: Offset after the unit.
        quotes: The outermost quoted pieces that start in the unit and may be speech.
        labels: Those that are names: their marks are no tokens.
        tokens: Its tokens; those inside the marks know the number of their piece.
        paragraph: Number of its line.
        sentence_starts: Offsets at which its sentences start.

    """

    __slots__ = (
        "_label_ends",
        "_label_starts",
        "_opens",
        "end",
        "labels",
        "paragraph",
        "quotes",
        "sentence_starts",
        "start",
        "text",
        "tokens",
    )

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quotes: Sequence[Quoted],
        times: Sequence[Offsets] = (),
        labels: Sequence[Quoted] = (),
    ) -> None:
        self.text = text
        self.start = sentences[0].start_char
        self.end = max(sentences[-1].end_char, quotes[-1].close if quotes else 0)
        self.paragraph = sentences[0].paragraph
        self.sentence_starts = [s.start_char for s in sentences]
        self.quotes = list(quotes)
        self._opens = [quote.open for quote in self.quotes]
        self.labels = list(labels)
        self._label_starts = {label.start: label for label in labels}
        self._label_ends = {label.end: label for label in labels}
        marks = [(*range(label.open, label.start), *range(label.end, label.close)) for label in labels]
        self.tokens = Tokens(text, self.start, self.end, frozenset().union(*marks) if marks else frozenset())
        for number, quote in enumerate(self.quotes):
            first, after = self.tokens.first_from(quote.open), self.tokens.first_from(quote.close)
            self.tokens.quote[first:after] = [number] * (after - first)
        for label in labels:
            for i in range(self.tokens.first_from(label.start), self.tokens.first_from(label.end)):
                self.tokens.named[i] = True
        for start, end in times:
            for i in range(self.tokens.first_from(start), self.tokens.first_from(end)):
                self.tokens.timed[i] = True
        self.tokens.firsts = self._boundaries()

    def nested(self) -> "Iterator[Unit]":
        """Yield what stands between marks as a unit of its own, where marks stand in it: "« Il m'a dit : “Pars” »"."""
        for quote in self.quotes:
            inner = [piece.moved(quote.start) for piece in find_quoted(self.text[quote.start : quote.end])]
            if inner:
                starts = [quote.start, *(start for start in self.sentence_starts if quote.start < start < quote.end)]
                ends = [*starts[1:], quote.end]
                sentences = [
                    Sentence(self.text[start:end], start, end, self.paragraph)
                    for start, end in zip(starts, ends, strict=True)
                ]
                yield Unit(self.text, sentences, inner)

    def offsets(self, first: int, last: int) -> Offsets:
        """Return the offsets of the tokens `first` to `last`, both inclusive."""
        start, end = self.tokens.starts[first], self.tokens.ends[last]
        # A name in marks goes with both of them, or, alone, without.
        ending, opening = self._label_ends.get(end), self._label_starts.get(start)
        if ending is not None and start < ending.open:
            end = ending.close
        if opening is not None and opening.end < end:
            start = opening.open
        return start, end

    def mention_offsets(self, mention: tuple[int, int] | None) -> Offsets | None:
        """Return the offsets of a mention, given by tokens; of an inverted pronoun, without its hyphens."""
        if mention is None:
            return None
        start, end = self.offsets(*mention)
        if self.text[start] in "-‐‑":
            start = end - len(pronoun_of(self.tokens.low[mention[1]]))
        return start, end

    def quotes_in(self, start: int, end: int) -> range:
        """Return the numbers of the quoted pieces that overlap the text between two offsets."""
        first = bisect_right(self._opens, start)
        if first and self.quotes[first - 1].close > start:
            first -= 1
        return range(first, bisect_left(self._opens, end))

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the tokens (first, after) of the sentence in which token `i` stands."""
        return self.tokens.sentence_of(i)

    def opens_sentence(self, i: int) -> bool:
        """Whether token `i` is the first of its sentence."""
        return self.sentence_of(i)[0] == i

    def sentence_around(self, i: int) -> tuple[int, int]:
        """Return the tokens (first, after) of the sentence around token `i`; inside marks, of the one in the marks."""
        return sentence_at(self.tokens, i)

    def _boundaries(self) -> list[int]:
        """Return the first token of each sentence; a boundary inside a quoted piece is none around it."""
        firsts = [0]
        for start in self.sentence_starts[1:]:
            if _continues(self.text[start : start + 3]):
                continue
            k = self.tokens.first_from(start)
            quote = self.tokens.quote[k - 1 : k + 1]
            if firsts[-1] < k < len(self.tokens) and not (quote[0] >= 0 and quote[0] == quote[1]):
                firsts.append(k)
        return firsts

    def trim(self, start: int, end: int) -> Offsets:
        """Return the offsets without the white space and punctuation around them."""
        while start < end and self.text[start] in _SPACE_AND_STOPS:
            start += 1
        while end > start and self.text[end - 1] in _SPACE_AND_STOPS:
            end -= 1
        return start, end


def _continues(line: str) -> bool:
    """Whether a line goes on with a clause behind a comma."""
    return line.startswith(", ") and line[2:3].islower()


def _goes_on(sentence: Sentence, before: Sentence) -> bool:
    """Whether a sentence goes on with the one before it, or tells whose the words in its marks are.

    "…⏎, dit Ana Roy" (the web parts so what stood in italics), "« … »⏎— Ana Roy", "« … ». C'est ce qu'a dit Ana Roy".
    """
    if _continues(sentence.text):
        return True
    return _TELLS_WHOSE.match(sentence.text) is not None and before.text.rstrip(" .").endswith(_CLOSING)


def units_of(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quoted],
    times: Sequence[Offsets],
    labels: Sequence[Quoted] = (),
) -> Iterator[Unit]:
    """Yield the units of a text, in order.

    Args:
        text: The text.
        sentences: Its sentences.
        quotes: Its quoted pieces that may be speech.
        times: The offsets of its time expressions.
        labels: Its quoted pieces that are names.

    """
    q = t = n = 0
    i = 0
    while i < len(sentences):
        last = i
        first_quote = q
        end = sentences[i].end_char
        while True:
            while q < len(quotes) and quotes[q].open < end:
                end = max(end, quotes[q].close)
                q += 1
            grown = last
            while grown + 1 < len(sentences) and (
                sentences[grown + 1].start_char < end or _goes_on(sentences[grown + 1], sentences[grown])
            ):
                grown += 1
            if grown == last:
                break
            last = grown
            end = max(end, sentences[last].end_char)
        first_time = t
        while t < len(times) and times[t][0] < end:
            t += 1
        first_label = n
        while n < len(labels) and labels[n].open < end:
            n += 1
        yield Unit(text, sentences[i : last + 1], quotes[first_quote:q], times[first_time:t], labels[first_label:n])
        i = last + 1
