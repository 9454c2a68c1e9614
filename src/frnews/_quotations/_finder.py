"""From a text to its quotations: units, their marks read; what each generator yields; the choice among it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from attrs import evolve

from frnews._draft import Draft, Offsets
from frnews._french._lines import outside_lines
from frnews._model import Syntax
from frnews._quotations._alone import find_alone
from frnews._quotations._announced import find_announced
from frnews._quotations._attributed import find_attributed
from frnews._quotations._candidates import Candidate, choose, drafts_of
from frnews._quotations._framed import find_framed
from frnews._quotations._governed import find_governed
from frnews._quotations._headlines import find_headline
from frnews._quotations._introduced import find_introduced, speaker_announced
from frnews._quotations._turns import find_turns
from frnews._reporting._labels import split_labels
from frnews._reporting._marks import find_quoted, split_turns
from frnews._reporting._unit import Unit, units_of
from frnews._types import Sentence

# A fragment without a cue goes on with what was said at most so many units before.
_STILL_SPEAKING = 2
# Between two turns of a dialogue stand at most so many lines that are no part of the text.
_LINES_BETWEEN = 3


def find_drafts(
    text: str,
    sentences: Sequence[Sentence],
    syntax: Syntax,
    times: Sequence[Offsets] = (),
    turned_down: list[Draft] | None = None,
) -> list[Draft]:
    """Return the quotations of a text, by start, their speakers not resolved yet.

    Args:
        text: The text.
        sentences: Its sentences.
        syntax: Answers where the surface leaves a subject open.
        times: Offsets of its time expressions, by start: words that no speaker's name runs over.
        turned_down: Where given, what was weighed and not chosen is added to it.

    """
    outside = outside_lines(text)
    walk = _Walk(text, sentences, syntax, outside, turned_down)
    # One after the other: the tokens of a megabyte of short lines would take a gigabyte.
    for unit in read_units(text, sentences, times):
        # A link can quote with its marks, but not go on with the article: "À lire - X : « Nous partons »".
        link = _is_outside(unit, outside)
        if unit.quotes or not link:
            walk.read(unit, link=link)
    return sorted(walk.drafts.all(), key=lambda draft: (draft.start, -draft.end))


class _Walk:
    """One walk over the units of a text: who has been speaking where decides what may go on."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        syntax: Syntax,
        outside: Sequence[Offsets],
        turned_down: list[Draft] | None,
    ) -> None:
        self.drafts = _Drafts()
        self._text = text
        self._sentences = sentences
        self._syntax = syntax
        self._outside = outside
        self._turned_down = turned_down
        self._before: Unit | None = None
        self._since_speech = 10  # units
        self._speech_paragraph = -1
        self._turn_paragraph = -10  # the line of the last turn of dialogue or interview
        self._turn_of_line = False

    def read(self, unit: Unit, *, link: bool) -> None:
        """Find what is said in the next unit, which may be a link that stands among the text's lines."""
        self._since_speech += 1
        if self._before is None or unit.paragraph != self._before.paragraph:
            self._read_turn(unit, self._before)
        if not (self._turn_of_line and unit.start < self.drafts.end):
            self._read_speech(unit, link=link)
        self._before = unit
        # They hold the tokens that hold them, and would wait for the garbage collector.
        unit.tokens.skeletons[:] = [None] * len(unit.tokens)

    def _read_turn(self, unit: Unit, before: Unit | None) -> None:
        """Read a line that is a turn of dialogue or interview."""
        text, sentences = self._text, self._sentences
        following = bisect_right(sentences, unit.paragraph, key=attrgetter("paragraph"))
        announced = before is not None and text[before.end - 1] == ":"
        turn = find_turns(
            unit,
            text,
            sentences[following - 1].end_char,
            after_question=before is not None and text[before.start : before.end].rstrip('»”" ').endswith("?"),
            after_turn=before is not None and self._turn_paragraph == before.paragraph,
            after_colon=announced or _dash_follows(text, sentences, following, self._outside),
        )
        self._turn_of_line = turn is not None
        if turn is not None and turn.mention is None and before is not None and announced:
            cue, mention, agent = speaker_announced(before)
            turn = evolve(turn, cue=cue, mention=mention, agent=agent)
        if turn is not None:
            self.drafts.add([turn])
            self._turn_paragraph = unit.paragraph
            self._spoke(unit)

    def _read_speech(self, unit: Unit, *, link: bool) -> None:
        """Choose among what the generators yield."""
        going_on = self._since_speech <= _STILL_SPEAKING and unit.paragraph == self._speech_paragraph
        candidates = _candidates(unit, self._before, self._syntax)
        if unit.quotes and not link:
            going_on = going_on or bool(candidates)
            candidates += find_alone(unit, self._before, speech_before=going_on, spoken=self.drafts.any)
        found = drafts_of(chosen := choose(candidates))
        if self._turned_down is not None:
            self._turned_down += drafts_of(each for each in candidates if each not in chosen)
        if found and _continues(unit) and self.drafts.any:
            found = self.drafts.go_on(unit, found)
        if found or _continues(unit):
            self._spoke(unit)
        self.drafts.add(found)

    def _spoke(self, unit: Unit) -> None:
        self._since_speech, self._speech_paragraph = 0, unit.paragraph


def _is_outside(unit: Unit, lines: Sequence[Offsets]) -> bool:
    """Whether a unit lies in a line that is no part of the text."""
    n = bisect_right(lines, (unit.start, len(unit.text))) - 1
    return n >= 0 and unit.end <= lines[n][1]


def read_units(text: str, sentences: Sequence[Sentence], times: Sequence[Offsets]) -> Iterator[Unit]:
    """Yield the units of a text, their marks read: what may be speech, and what is a name."""
    speech, labels = split_labels(text, split_turns(text, find_quoted(text)))
    return units_of(text, sentences, speech, times, labels)


def _dash_follows(text: str, sentences: Sequence[Sentence], at: int, outside: Sequence[Offsets]) -> bool:
    """Whether the line of the sentence number `at` starts with a dash too, so that a dialogue goes on there."""
    for sentence in sentences[at : at + _LINES_BETWEEN]:
        n = bisect_right(outside, (sentence.start_char, len(text))) - 1
        if n < 0 or sentence.end_char > outside[n][1]:
            return text[sentence.start_char] in "–—"
    return False


def _candidates(unit: Unit, before: Unit | None, syntax: Syntax) -> list[Candidate]:
    candidates = list(find_announced(unit, before))
    candidates += find_governed(unit, syntax)
    candidates += find_framed(unit)
    candidates += find_headline(unit)
    if unit.quotes:
        candidates += find_attributed(unit)
        candidates += find_introduced(unit, before)
        for inner in unit.nested():
            told = (*find_attributed(inner), *find_introduced(inner, None))
            candidates += (evolve(each, told=True) for each in told if each.draft.mention is not None)
    return candidates


def _continues(unit: Unit) -> bool:
    return bool(unit.quotes) and unit.quotes[0].continues


class _Drafts:
    """The quotations of a text so far; the last one grows where its mark is opened again line by line."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []
        self._lines: list[list[Draft]] = []  # what the lines add to the last one; joined once

    @property
    def any(self) -> bool:
        return bool(self._drafts)

    @property
    def end(self) -> int:
        return self.all()[-1].end

    def add(self, found: Sequence[Draft]) -> None:
        if found:
            self.all().extend(found)

    def go_on(self, unit: Unit, found: list[Draft]) -> list[Draft]:
        """Give the last quotation what its reopened mark goes on with; return the others."""
        quote = unit.quotes[0]
        going_on = [draft for draft in found if draft.start >= quote.open and draft.end <= quote.close]
        if not going_on or self._drafts[-1].kind != "direct":
            return found
        outer: list[Draft] = []
        told: list[Draft] = []
        for draft in going_on:  # by start, the longer first
            (told if outer and draft.end <= outer[-1].end else outer).append(draft)
        self._lines.append(outer)
        self._drafts[-1:-1] = told  # what somebody else says inside of it stays a quotation of its own
        return [draft for draft in found if not (draft.start >= quote.open and draft.end <= quote.close)]

    def all(self) -> list[Draft]:
        if self._lines:
            self._drafts[-1] = _joined(self._drafts[-1], self._lines)
            self._lines = []
        return self._drafts


def _joined(last: Draft, lines: Sequence[Sequence[Draft]]) -> Draft:
    """Return a quotation with what the lines below add to it, and the clause that reports it on one of them."""
    for drafts in lines:
        if last.cue is None and last.mention is None:
            told = drafts[-1]
            last = evolve(last, cue=told.cue, mention=told.mention, agent=told.agent or last.agent, rule=told.rule)
    added = (segment for drafts in lines for draft in drafts for segment in draft.segments)
    return evolve(last, segments=(*last.segments, *added))
