"""What a text has named so far: the days and the year from which later expressions count."""

import datetime as dt
import re

from attrs import define

from frnews._dates._calendar import Stretch
from frnews._dates._clause import clause_around
from frnews._dates._direction import belongs_to_a_noun
from frnews._dates._neighbours import with_year
from frnews._dates._recognize import Expression, Found
from frnews._dates._tense import Tense, governing_verb
from frnews._dates._verbs import Verb

# A year or a day is remembered this many characters, and over so many ends of sentences.
_REACH = 400
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bMM)[.!?…][»”\"]?\s+(?=[«“\"A-ZÀ-Þ])|[\n\r]")
# The rest of a heading that opens with a year, and how many ends of sentences below it its year still holds.
_HEADING = re.compile(r"(?:\s*[:–—-][^\n\r.!?]{0,60})?[\n\r]")
_UNDER_HEADING = 4
# Expressions with their own year that tell when something happened.
_DATED = frozenset(["day_month", "days_of_month", "month_year", "bare_year", "mention", "range", "numeric_day"])
_YEARLESS = frozenset(["day_month", "days_of_month", "named_month"])
_BACKGROUND = ("ON_OR_AFTER",)  # "depuis 1999": what goes on, not where the story is


@define
class Year:
    """A year that the text has named.

    Attributes:
        number: The year.
        item: The expression that named it.
        alone: Whether it was named without a month.
        heads: Whether it stands at the head of a line of its own, as in a chronology: "- 2014 : Ferguson -".

    """

    number: int
    item: Found
    alone: bool
    heads: bool = False


@define
class Story:
    """What a text has named so far.

    Attributes:
        text: The whole text.
        published: The day published, or None.
        last: The last date of any kind.
        earlier: The one before it.
        day: The last day that tells when something happened: not "la loi du 9 décembre 1905".
        day_end: Offset after it.
        any_day: The last day of any kind.
        year: The last year named.

    """

    text: str
    published: dt.date | None
    last: Stretch | None = None
    earlier: Stretch | None = None
    day: Stretch | None = None
    day_end: int = 0
    any_day: Stretch | None = None
    year: Year | None = None

    @property
    def today(self) -> dt.date | None:
        """The day published; without it only a day of the text can be the day from which others are counted."""
        if self.published is not None:
            return self.published
        return self.any_day.first if self.any_day is not None else None

    def day_of_sentence(self, item: Found) -> Stretch | None:
        """Return the day that the sentence of an expression has named before it."""
        near = self.day is not None and item.start - self.day_end < _REACH
        return self.day if near and self._ends_between(self.day_end, item.start) == 0 else None

    def _ends_between(self, start: int, end: int) -> int:
        return sum(1 for _ in _SENTENCE_END.finditer(self.text, start, end))

    def note(self, item: Found, stretch: Stretch) -> None:
        """Remember a date that the text has named."""
        if stretch.first is None or stretch.last is None or stretch.type not in ("date", "time"):
            return
        self.earlier, self.last = self.last, stretch
        if stretch.unit == "day" and (stretch.last - stretch.first).days < 2:
            self.any_day = stretch
            ongoing = item.relation is not None and item.relation["mod"] in _BACKGROUND  # "depuis lundi"
            if not ongoing and (self.day is None or not belongs_to_a_noun(self.text, item)):
                self.day, self.day_end = stretch, item.end
        if stretch.first.year == stretch.last.year and _names_year(item.expression):
            self._note_year(item, stretch.first.year)

    def _note_year(self, item: Found, number: int) -> None:
        mod = item.relation["mod"] if item.relation is not None else ""
        if mod in _BACKGROUND or belongs_to_a_noun(self.text, item):
            return
        alone = item.expression.rule in ("mention", "bare_year")
        self.year = Year(number, item, alone, alone and self._is_heading(item))

    def _is_heading(self, item: Found) -> bool:
        """Whether an expression opens a short line that ends without a stop."""
        start = max(self.text.rfind("\n", 0, item.start), self.text.rfind("\r", 0, item.start)) + 1
        line = _HEADING.match(self.text, item.end)
        return line is not None and not any(c.isalnum() for c in self.text[start : item.start])

    def _is_told(self, year: Year) -> bool:
        """Whether a verb of the story's own stands by a year, and not only a participle ("né en 1962")."""
        verb = governing_verb(clause_around(self.text, year.item.start, year.item.end))
        return verb is None or not verb.weak

    def with_year_of_story(self, item: Found, tense: Tense | None) -> Expression | None:
        """Return a day or month without a year with the year that its sentence, or the one before, names.

        A clause in the future, a day of a noun, and a year from which the clause only looks back take none: the
        sense excludes it.
        """
        year, expression = self.year, item.expression
        if year is None or tense == "future" or item.start - year.item.end > _REACH or not _lacks_year(expression):
            return None
        mod = item.relation["mod"] if item.relation is not None else ""
        if mod in (*_BACKGROUND, "ON_OR_BEFORE") or belongs_to_a_noun(self.text, item):
            return None
        ends = self._ends_between(year.item.end, item.start)
        if year.heads and ends <= _UNDER_HEADING:
            return with_year(expression, (year.number, False))
        if self.published is not None and year.number >= self.published.year - 1 and (ends or year.alone):
            return None  # the calendar decides
        verb = governing_verb(clause_around(self.text, item.start, item.end))
        if _tells(verb):
            return with_year(expression, (year.number, False)) if ends <= 1 else None
        # "un retraité interpellé en novembre" opens a story of its own
        near = ends == 0 or (ends == 1 and not year.alone and (verb is None or not verb.weak))
        if not near or not self._is_told(year):
            return None
        return with_year(expression, (year.number, False))


def _tells(verb: Verb | None) -> bool:
    return verb is not None and verb.tale


def _names_year(expression: Expression) -> bool:
    if expression.rule == "mention":
        return bool(expression.parts["period"].rule == "bare_year")
    if expression.rule == "range":
        return any(isinstance(part, Expression) and _names_year(part) for part in expression.parts.values())
    return expression.rule in _DATED and "year" in expression.parts


def _lacks_year(expression: Expression) -> bool:
    if expression.rule == "mention":
        return bool(expression.parts["period"].rule == "month")
    return expression.rule in _YEARLESS and not {"year", "weekday"} & set(expression.parts)
