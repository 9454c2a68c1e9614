"""The plain, frozen values that frnews gives back. Offsets count Unicode code points of the text as given."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal

from attrs import field, frozen

Granularity = Literal["minute", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
Mod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"]
DateType = Literal["date", "time", "duration", "set"]
Prefer = Literal["auto", "past", "future"]
Seasons = Literal["months", "astronomical"]
Qualifier = Literal["exact", "approximate", "at_least", "at_most", "between"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Via = Literal["name", "pronoun", "description", "carried_over"]
Gender = Literal["f", "m"]
SpeakerKind = Literal["person", "body", "group", "document"]


@frozen
class Span:
    """A piece of the source text.

    Attributes:
        text: The piece as it stands in the source.
        start_char: Offset of its first code point.
        end_char: Offset after its last code point, so that ``source[start_char:end_char] == text``.

    """

    text: str
    start_char: int
    end_char: int


def span_of(source: str, start_char: int, end_char: int) -> Span:
    """Return the span of `source` between two offsets.

    >>> span_of("Elle part demain.", 10, 16)
    Span(text='demain', start_char=10, end_char=16)
    """
    return Span(source[start_char:end_char], start_char, end_char)


@frozen
class Sentence(Span):
    r"""A sentence, without the white space around it.

    Attributes:
        paragraph: Number, from 0, of the non-empty line on which the sentence stands. Lines end at ``\n``,
            ``\r\n``, ``\r``, U+2028 and U+2029 (with ``wrapped=True`` only at blank lines).

    """

    paragraph: int


@frozen
class Speaker:
    """A person, a body, a group or a document that says something in the article; one object for each.

    Attributes:
        name: The fullest name that the article gives ("Vladimir Poutine"), without title or civility; for an
            unnamed speaker the describing noun group without its determiner ("source policière").
        role: The function that the article gives ("président russe"), or None.
        gender: "f" or "m" of a person where the text shows it (civility, agreement, pronoun), else None.
        aliases: The other names by which the article calls the speaker.
        members: The names of those who speak together ("Xi Jinping et Vladimir Poutine"), else ().
        kind: "person" (named or not), "body" (an organisation, an institution, a country, a medium), "group" (people
            taken together: "gilets jaunes", "syndicats", joint speakers), "document" (a report, a poll), or None
            where the text does not tell.
        gender_by_name: What a person's first name suggests, whatever the text shows; None where it suggests nothing.

    """

    name: str
    role: str | None = None
    gender: Gender | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    kind: SpeakerKind | None = None
    gender_by_name: Gender | None = None


@frozen
class Quotation(Span):
    """An utterance, written or spoken, that the article reports.

    The span runs from the start of the first segment to the end of the last.

    Attributes:
        kind: "direct" (wholly between quotation marks), "indirect" (no marks) or "mixed" (partly between marks).
        segments: The reported content. Direct: without the marks; mixed: the whole content, inner marks kept. A
            clause inserted by the reporter ("a-t-il dit") is in none of them.
        cue: The words that carry the saying ("a déclaré", "Selon"), or None.
        mention: The words beside the cue that name the speaker ("le président russe", "il"), or None.
        speaker: Who says it, or None where the article does not tell.
        via: How the speaker was found: "name", "pronoun", "description", "carried_over", or None.
        rule: Name of the construction that found the quotation.
        confidence: How sure frnews is that this is a quotation by this speaker, from 0 to 1, calibrated on labelled
            press: of the quotations at 0.9, nine in ten are right.

    """

    kind: QuotationKind
    segments: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    speaker: Speaker | None
    via: Via | None
    rule: str
    confidence: float


@frozen
class Evidence:
    """One thing that speaks for or against a candidate.

    Attributes:
        name: What it is: the name of its line in `data/evidence.tsv`.
        weight: How much it adds to the candidate's score.
        span: Where the text shows it, or None where no single place does.

    """

    name: str
    weight: float
    span: Span | None = None


@frozen
class Candidate:
    """Somebody who may be the speaker of a quotation, or somebody unnamed, or nobody whom the article tells.

    Attributes:
        name: The fullest name that the article gives, as in `Speaker.name`.
        score: What the evidence adds up to; of two candidates the higher is the likelier.
        evidence: What spoke for and against, heaviest first.

    """

    name: str
    score: float
    evidence: tuple[Evidence, ...] = ()


@frozen
class Explanation:
    """Why a quotation was found, or turned down, and why this speaker was chosen.

    Attributes:
        quotation: The quotation, or None for a candidate that was turned down.
        rule: Name of the construction that found it.
        speakers: The candidates, best first.
        reason: In a few words why it was kept or turned down.
        span: Where it stands.

    """

    quotation: Quotation | None
    rule: str
    speakers: tuple[Candidate, ...]
    reason: str
    span: Span


@frozen
class DateValue:
    """The days that a time expression means.

    Attributes:
        earliest: First day, inclusive, or None where it cannot be known.
        latest: Last day, inclusive, or None where it cannot be known.
        start_time: Clock time at which it starts, where one is given.
        end_time: Clock time at which it ends, where one is given.
        edtf: The days in Extended Date/Time Format (ISO 8601-2, levels 0 to 2), or None where they are unknown.
        timex: The TIMEX3 value ("2022-W51", "P1W"), or None for a range.
        mod: The TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER), or None.
        granularity: The unit in which the expression counts, or None.

    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    edtf: str | None = None
    timex: str | None = None
    mod: Mod | None = None
    granularity: Granularity | None = None


@frozen
class DateMention(Span):
    """A time expression of the text, with the days that it means.

    Attributes:
        type: "date", "time" (a clock time or part of the day), "duration" ("trois mois") or "set" ("chaque
            samedi").
        value: The days; its fields are also read-only properties of the mention.

    >>> day = dt.date(2022, 12, 30)
    >>> DateMention("vendredi", 12, 20, "date", DateValue(day, day)).earliest
    datetime.date(2022, 12, 30)

    """

    type: DateType
    value: DateValue

    @property
    def earliest(self) -> dt.date | None:
        """First day, inclusive."""
        return self.value.earliest

    @property
    def latest(self) -> dt.date | None:
        """Last day, inclusive."""
        return self.value.latest

    @property
    def start_time(self) -> dt.time | None:
        """Clock time at which it starts."""
        return self.value.start_time

    @property
    def end_time(self) -> dt.time | None:
        """Clock time at which it ends."""
        return self.value.end_time

    @property
    def edtf(self) -> str | None:
        """The days in Extended Date/Time Format."""
        return self.value.edtf

    @property
    def timex(self) -> str | None:
        """The TIMEX3 value."""
        return self.value.timex

    @property
    def mod(self) -> Mod | None:
        """The TIMEX3 modifier."""
        return self.value.mod

    @property
    def granularity(self) -> Granularity | None:
        """The unit in which the expression counts."""
        return self.value.granularity


@frozen
class Amount(Span):
    """A sum of money.

    Attributes:
        low: Least sum, in the currency's main unit; None for "moins de".
        high: Greatest sum, in the currency's main unit; None for "plus de".
        currency: ISO 4217 code, or None where the currency cannot be known.
        qualifier: "exact", "approximate" (low and high are both the stated number), "at_least", "at_most" or
            "between".
        per: The word as written after "par", "/" or "le" where a rate is given ("mois", "litre"), else None.

    >>> Amount("plus de 3 euros", 0, 15, Decimal(3), None, "EUR", "at_least").value
    Decimal('3')

    """

    low: Decimal | None
    high: Decimal | None
    currency: str | None
    qualifier: Qualifier
    per: str | None = None

    @property
    def value(self) -> Decimal | None:
        """The stated number, or None for a range."""
        if self.qualifier == "between":
            return None
        return self.high if self.low is None else self.low


def _name_key(name: str) -> str:
    """Return a name as names are compared: no case, no accents, one apostrophe, one hyphen, single spaces."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(flat.translate(_PLAIN).split())


_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


@frozen(repr=False)
class Article:
    """A text and all that was read out of it.

    Attributes:
        text: The text as given.
        id: The caller's own identifier, or None.
        published: The day on which it came out, or None.
        sentences: Its sentences, by start.
        quotations: Its quotations, by start.
        dates: Its time expressions, by start.
        amounts: Its sums of money, by start.
        speakers: The persons and bodies that speak, by their first quotation; who speak together stand here one
            by one.

    """

    text: str
    id: str | None = None
    published: dt.date | None = None
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    speakers: tuple[Speaker, ...] = field(default=())

    def __repr__(self) -> str:
        """Return at most 120 characters: the counts, and as much of the id as there is room for.

        >>> Article("Bonjour.", id="a1")
        <Article 'a1' 8 characters, 0 sentences, 0 quotations, 0 dates, 0 amounts>
        """
        counts = (
            f"{len(self.text)} characters, {len(self.sentences)} sentences, {len(self.quotations)} quotations, "
            f"{len(self.dates)} dates, {len(self.amounts)} amounts>"
        )
        room = 120 - len("<Article ") - len(counts)
        name = "" if self.id is None else repr(self.id)
        if len(name) >= room:
            name = name[: max(0, room - 2)] + "…" if room > 1 else ""
        return f"<Article {name} {counts}" if name else f"<Article {counts}"

    def quotations_by(self, speaker: Speaker | str) -> tuple[Quotation, ...]:
        """Return the quotations of one speaker, those spoken together with others included.

        Args:
            speaker: One of `speakers`, or a name: the full one or an alias, in any case, its accents aside.

        Returns:
            The quotations in text order; () for someone who says nothing.

        Raises:
            TypeError: `speaker` is neither a `Speaker` nor a str.

        >>> Article("Bonjour.").quotations_by("Anne Morel")
        ()

        """
        if not isinstance(speaker, (Speaker, str)):
            raise TypeError(
                f"Article.quotations_by() takes a Speaker or a name, and was given {type(speaker).__name__}. "
                "Pass one of article.speakers, or a str."
            )
        wanted = {_name_key(speaker.name if isinstance(speaker, Speaker) else speaker)}
        # A name or an alias leads to every name of whoever bears it, members of joint speakers among them.
        for one in self.speakers:
            keys = {_name_key(name) for name in (one.name, *one.aliases)}
            if not wanted.isdisjoint(keys) and (not isinstance(speaker, Speaker) or one.name == speaker.name):
                wanted.add(_name_key(one.name))
        return tuple(
            q
            for q in self.quotations
            if q.speaker and any(_name_key(name) in wanted for name in (q.speaker.name, *q.speaker.members))
        )

    def to_html(self, *, explanations: "Iterable[Explanation] | None" = None) -> str:
        """Return the article as a page to look at: one self-contained file of HTML.

        Quotations are tinted by speaker, dates and sums underlined; each opens what was read of it and why. The page
        asks for nothing beyond itself, and runs no script but its own, whatever the text holds.

        Args:
            explanations: What `frnews.explain` gave for this text, to be shown as the reasons. None: they are asked
                for, which reads the text once more; (): none are shown.

        >>> Article("Bonjour.", id="a1").to_html(explanations=()).startswith("<!doctype html>")
        True

        """
        from frnews._html._page import article_page

        return article_page(self, explanations)

    def _repr_html_(self) -> str:
        """Return the article as a notebook shows it: the page, smaller, in a frame of its own."""
        from frnews._html._page import notebook_cell

        return notebook_cell(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain values, ready for JSON: days as ISO strings, decimals in plain notation.

        >>> Article("Bonjour.", id="a1").to_dict()["id"]
        'a1'
        """
        from frnews import _json

        return _json.to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Article":
        """Return the article that `to_dict` gave these values for.

        Args:
            data: What `to_dict` gave, or the same read back from JSON.

        Raises:
            TypeError: `data` is no mapping.
            ValueError: The values are not of the schema that this version of frnews reads.

        >>> Article.from_dict(Article("Bonjour.").to_dict()).text
        'Bonjour.'

        """
        from frnews import _json

        return _json.from_dict(data)

    def to_json(self) -> str:
        """Return the article as one line of JSON, its letters as they are.

        Only what would break the line or UTF-8 is escaped: line ends and lone surrogates. (Two surrogates that stand
        side by side in the right order are one character to every reader of JSON.)

        >>> Article("Où ?").to_json()[:28]
        '{"schema": 2, "text": "Où ?"'
        """
        from frnews import _json

        return _json.to_json(self)

    @classmethod
    def from_json(cls, line: str) -> "Article":
        """Return the article that `to_json` gave this line for.

        Args:
            line: What `to_json` gave.

        Raises:
            ValueError: The line is not JSON, or not of the schema that this version of frnews reads.

        >>> Article.from_json(Article("Bonjour.").to_json()).text
        'Bonjour.'

        """
        from frnews import _json

        return _json.from_json(line)
