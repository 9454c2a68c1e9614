"""The text of an article cut where its mentions start and end, so that those that overlap all stand whole."""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from frnews._types import Article

_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029]")

Part = Literal["quotation", "cue", "mention", "date", "amount"]


@frozen
class Mark:
    """A stretch of the text that belongs to a mention.

    Attributes:
        key: The mention: "q3" is the fourth quotation, "d0" the first date, "a1" the second amount.
        part: What of it stands here.
        start: Offset of its first code point.
        end: Offset after its last one.

    """

    key: str
    part: Part
    start: int
    end: int


@frozen
class Piece:
    """A stretch of the text over which the same marks lie.

    Attributes:
        text: As it stands in the source.
        marks: The marks over it, the longest first.
        opening: Keys of the mentions that start with this piece.

    """

    text: str
    marks: tuple[Mark, ...]
    opening: tuple[str, ...]


def marks_of(article: Article) -> list[Mark]:
    """Return all marks of an article, by start, the longer ones first; those without width are left out."""
    found: list[Mark] = []
    for number, quotation in enumerate(article.quotations):
        found += [Mark(f"q{number}", "quotation", s.start_char, s.end_char) for s in quotation.segments]
        for part, span in (("cue", quotation.cue), ("mention", quotation.mention)):
            if span is not None:
                found.append(Mark(f"q{number}", part, span.start_char, span.end_char))  # type: ignore[arg-type]
    found += [Mark(f"d{n}", "date", m.start_char, m.end_char) for n, m in enumerate(article.dates)]
    found += [Mark(f"a{n}", "amount", m.start_char, m.end_char) for n, m in enumerate(article.amounts)]
    return sorted((m for m in found if m.start < m.end), key=lambda m: (m.start, -m.end))


def paragraphs(article: Article) -> Iterator[list[Piece]]:
    """Yield the paragraphs of an article, each as the pieces that it is cut into; empty lines are left out.

    A line end inside a sentence, or between two sentences of one paragraph (a hard-wrapped text), ends none.
    """
    text, marks = article.text, marks_of(article)
    opened: set[str] = set()
    active: list[Mark] = []
    upcoming = 0
    for start, end in _lines(article):
        cuts = {start, end}
        first = upcoming
        while upcoming < len(marks) and marks[upcoming].start < end:
            upcoming += 1
        here = [m for m in active if m.end > start] + marks[first:upcoming]
        for mark in here:
            cuts.update((max(mark.start, start), min(mark.end, end)))
        yield list(_cut(text, sorted(c for c in cuts if start <= c <= end), here, opened))
        active = [m for m in here if m.end > end]


def _cut(text: str, cuts: list[int], marks: list[Mark], opened: set[str]) -> Iterator[Piece]:
    """Cut one paragraph; `marks` are those over it, by start."""
    over: list[Mark] = []
    upcoming = 0
    for start, end in itertools.pairwise(cuts):
        over = [m for m in over if m.end > start]
        while upcoming < len(marks) and marks[upcoming].start <= start:
            if marks[upcoming].end > start:
                over.append(marks[upcoming])
            upcoming += 1
        # A quotation opens with what is said, not with the cue that may stand before it.
        opening = [m.key for m in over if m.part not in ("cue", "mention") and m.key not in opened]
        opened.update(opening)
        ordered = sorted(over, key=lambda m: (m.start - m.end, m.start))
        yield Piece(text[start:end], tuple(ordered), tuple(dict.fromkeys(opening)))


def _lines(article: Article) -> Iterator[tuple[int, int]]:
    """Yield start and end of the paragraphs: lines, put together again where sentences tell that they were one."""
    text = article.text
    sentences = article.sentences
    reached, number = 0, -1  # `number`: the paragraph of the last sentence that starts before the line
    begun, last = -1, -1
    position = 0
    for stop in [*_LINE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if text[position:end].strip():
            first = sentences[reached] if reached < len(sentences) else None
            if first is not None and first.start_char < end:
                joined = first.paragraph == number
            else:
                joined = reached > 0 and sentences[reached - 1].end_char > position
            if begun >= 0 and not joined:
                yield begun, last
                begun = -1
            begun, last = (position if begun < 0 else begun), end
            while reached < len(sentences) and sentences[reached].start_char < end:
                number = sentences[reached].paragraph
                reached += 1
        position = stop.end() if stop else end
    if begun >= 0:
        yield begun, last
