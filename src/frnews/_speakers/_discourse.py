"""What the reporter's own sentences are about: who is their subject, who has just spoken, what stands in quotations."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from frnews._draft import Draft, Offsets
from frnews._speakers._cast import Cast, Occurrence
from frnews._speakers._entities import Entity
from frnews._types import Sentence

# Bounds for texts without sentences or line ends: how far back a sentence is read, how many speakers of it count.
_REACH, _LATEST, _CROWD = 4000, 20, 300


@frozen
class Spoken:
    """One resolved quotation: where its speaker is named or it starts, and who speaks."""

    anchor: int
    entity: Entity


def merged(spans: Sequence[Offsets]) -> list[Offsets]:
    """Return spans in order, those that touch joined.

    >>> merged([(5, 9), (0, 3), (8, 12)])
    [(0, 3), (5, 12)]
    """
    joined: list[Offsets] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


class Discourse:
    """The sentences of an article, what of them is quoted, and who has spoken so far."""

    def __init__(self, cast: Cast, sentences: Sequence[Sentence], drafts: Sequence[Draft], size: int) -> None:
        self.cast = cast
        self._size = size
        self._sentence_starts = [s.start_char for s in sentences] or [0]
        self._paragraphs = [s.paragraph for s in sentences] or [0]
        quoted = merged([segment for draft in drafts for segment in draft.segments if segment[0] < segment[1]])
        self._quoted_starts = [start for start, _ in quoted]
        self._quoted_ends = [end for _, end in quoted]
        self._spoken: dict[int, list[Spoken]] = {}
        self._reported: dict[int, bool] = {}
        self._counts: Counter[int] = Counter()
        self._known: dict[int, Entity] = {}

    @property
    def count(self) -> int:
        """Number of sentences."""
        return len(self._sentence_starts)

    def sentence_of(self, position: int) -> int:
        """Return the number of the sentence in which an offset lies."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def bounds(self, number: int) -> Offsets:
        """Return the offsets of a sentence."""
        start = self._sentence_starts[number]
        last = number + 1 == len(self._sentence_starts)
        return start, self._size if last else self._sentence_starts[number + 1]

    def paragraph_of(self, number: int) -> int:
        """Return the number of a sentence's paragraph."""
        return self._paragraphs[number]

    def is_quoted(self, position: int) -> bool:
        """Tell whether an offset lies in the content of a quotation."""
        at = bisect_right(self._quoted_starts, position) - 1
        return at >= 0 and position < self._quoted_ends[at]

    def unquoted(self, start: int, end: int) -> Iterator[Offsets]:
        """Yield the reporter's own stretches of a stretch of text."""
        at = max(0, bisect_right(self._quoted_starts, start) - 1)
        while at < len(self._quoted_starts) and start < end:
            opening, closing = self._quoted_starts[at], self._quoted_ends[at]
            if closing > start:
                if opening > start:
                    yield start, min(opening, end)
                start = max(start, closing)
            if opening >= end:
                return
            at += 1
        if start < end:
            yield start, end

    def is_reported(self, number: int) -> bool:
        """Tell whether a sentence holds nothing but quoted content and signs."""
        known = self._reported.get(number)
        if known is None:
            known = self._reported[number] = self._is_reported(number)
        return known

    def _is_reported(self, number: int) -> bool:
        start, end = self.bounds(number)
        words = self.cast.words
        for opening, closing in self.unquoted(start, end):
            first, last = words.at(opening, closing)
            if any(words.forms[i][0].isalnum() for i in range(first, min(last, first + 12))):
                return False
        return True

    def named(self, number: int, before: int) -> list[Occurrence]:
        """Return who is named in the reporter's words of a sentence, up to an offset."""
        start, end = self.bounds(number)
        end = min(end, before)
        return [o for o in self.cast.within(max(start, end - _REACH), end) if not self.is_quoted(o.name.start)]

    def note(self, anchor: int, entity: Entity) -> None:
        """Keep who speaks in a quotation."""
        self._counts[id(entity)] += 1
        self._known[id(entity)] = entity
        self._spoken.setdefault(self.sentence_of(anchor), []).append(Spoken(anchor, entity))

    def has_spoken(self, entity: Entity) -> bool:
        """Tell whether someone speaks in a quotation resolved so far."""
        return id(entity) in self._known

    def leading_speaker(self) -> Entity | None:
        """Return the person with three quotations at least and three times as many as anyone else, or None."""
        if not 0 < len(self._counts) < _CROWD:
            return None
        (first, most), *rest = self._counts.most_common(2)
        entity = self._known[first]
        clear = most >= 3 and (not rest or most >= 3 * rest[0][1])
        return entity if clear and entity.kind == "person" and entity.named else None

    def spoken(self, number: int, before: int) -> list[Entity]:
        """Return who has spoken in a sentence before an offset, latest first."""
        latest = islice(reversed(self._spoken.get(number, ())), _LATEST)
        return [s.entity for s in latest if s.anchor < before]

    def back(self, position: int, limit: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences up to an offset, nearest first, with how many of the reporter's lie between."""
        number, distance = self.sentence_of(position), 0
        steps = 0
        while number >= 0 and distance <= limit and steps < 40:
            reported = self.is_reported(number)
            if not reported or number in self._spoken:
                yield number, distance
            if not reported:
                distance += 1
            number -= 1
            steps += 1

    def previous(self, position: int) -> Entity | None:
        """Return who spoke last before an offset, within a few sentences."""
        for number, _ in self.back(position, 12):
            if spoken := self.spoken(number, position):
                return spoken[0]
        return None
