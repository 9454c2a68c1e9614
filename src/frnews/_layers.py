"""The layers of an article as flat rows: each layer's columns, their types and where their values come from."""

import bisect
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Literal, Protocol

from attrs import frozen

from frnews._types import Article, Quotation, Span, Speaker

LayerName = Literal["quotations", "dates", "amounts", "sentences", "speakers", "articles"]
ColumnType = Literal["string", "integer", "number", "decimal", "day", "time"]


class Person(Protocol):
    """Who a speaker is across articles, as `frnews.merge_speakers` tells."""

    @property
    def id(self) -> str:
        """Their identifier."""

    @property
    def name(self) -> str:
        """Their fullest name."""


class Cast(Protocol):
    """Who is who across articles, as `frnews.merge_speakers` gives it."""

    def of(self, article: Article, speaker: Speaker, /) -> Person | None:
        """Return who a speaker of an article is."""


class Reading:
    """An article whose rows are being made.

    Attributes:
        article: The article.
        cast: Who is who across articles, or None.

    """

    def __init__(self, article: Article, cast: Cast | None) -> None:
        self.article = article
        self.cast = cast

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start_char for sentence in self.article.sentences]

    def sentence_of(self, span: Span) -> int | None:
        """Return the number of the sentence in which a span starts."""
        number = bisect.bisect_right(self._sentence_starts, span.start_char) - 1
        return number if number >= 0 else None

    def person(self, speaker: Speaker | None) -> Person | None:
        """Return who a speaker is across articles, where that is known."""
        return None if speaker is None or self.cast is None else self.cast.of(self.article, speaker)


@frozen
class Column:
    """A column of a layer.

    Attributes:
        name: Its name.
        type: The type of its values, each of which may be missing.
        value: Gives the value from the article, the row's number from 0, and what the row is about.

    """

    name: str
    type: ColumnType
    value: Callable[[Reading, int, Any], Any]


@frozen
class Layer:
    """What an article holds of one kind.

    Attributes:
        columns: The columns of its rows.
        items: Gives what each row is about.

    """

    columns: tuple[Column, ...]
    items: Callable[[Article], Iterable[Any]]

    def rows(self, reading: Reading) -> Iterator[dict[str, Any]]:
        """Make the rows of one article."""
        for number, item in enumerate(self.items(reading.article)):
            yield {column.name: column.value(reading, number, item) for column in self.columns}


def _joined(names: tuple[str, ...]) -> str | None:
    return "; ".join(names) or None


def _of_span(name: str, type: ColumnType, value: Callable[[Any], Any]) -> Column:
    """Make a column of what a row is about alone."""
    return Column(name, type, lambda _, __, item: value(item))


def _attribute(name: str, type: ColumnType = "string") -> Column:
    """Make a column of an attribute with the column's name."""
    return Column(name, type, lambda _, __, item: getattr(item, name))


def _of_speaker(name: str, value: Callable[[Speaker], Any]) -> Column:
    """Make a column of a quotation's speaker."""
    return Column(name, "string", lambda _, __, q: None if q.speaker is None else value(q.speaker))


def _piece(name: str, piece: Callable[[Quotation], Span | None]) -> tuple[Column, ...]:
    """Make the three columns of a part of a quotation that may be missing."""

    def of(attribute: str) -> Callable[[Quotation], Any]:
        return lambda quotation: getattr(piece(quotation), attribute, None)

    return (
        _of_span(name, "string", of("text")),
        _of_span(f"{name}_start_char", "integer", of("start_char")),
        _of_span(f"{name}_end_char", "integer", of("end_char")),
    )


_ARTICLE = (
    Column("article_id", "string", lambda reading, _, __: reading.article.id),
    Column("published", "day", lambda reading, _, __: reading.article.published),
)
_NUMBER = Column("number", "integer", lambda _, number, __: number)
_SPAN = (_attribute("text"), _attribute("start_char", "integer"), _attribute("end_char", "integer"))
_SENTENCE = Column("sentence", "integer", lambda reading, _, item: reading.sentence_of(item))


def _speaker_of(item: Quotation | Speaker) -> Speaker | None:
    return item if isinstance(item, Speaker) else item.speaker


_PERSON = (
    Column("person_id", "string", lambda r, _, item: _text(getattr(r.person(_speaker_of(item)), "id", None))),
    Column("person", "string", lambda r, _, item: getattr(r.person(_speaker_of(item)), "name", None)),
)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


_QUOTATIONS = Layer(
    (
        *_ARTICLE,
        _NUMBER,
        *_SPAN,
        _attribute("kind"),
        _of_span("content", "string", lambda q: " […] ".join(segment.text for segment in q.segments)),
        *_piece("cue", lambda q: q.cue),
        *_piece("mention", lambda q: q.mention),
        _of_speaker("speaker", lambda speaker: speaker.name),
        _of_speaker("speaker_role", lambda speaker: speaker.role),
        _of_speaker("speaker_kind", lambda speaker: speaker.kind),
        _of_speaker("speaker_gender", lambda speaker: speaker.gender),
        _of_speaker("speaker_gender_by_name", lambda speaker: speaker.gender_by_name),
        _of_speaker("speaker_members", lambda speaker: _joined(speaker.members)),
        _attribute("via"),
        _attribute("rule"),
        _attribute("confidence", "number"),
        _SENTENCE,
        *_PERSON,
    ),
    lambda article: article.quotations,
)

_DATES = Layer(
    (
        *_ARTICLE,
        _NUMBER,
        *_SPAN,
        _attribute("type"),
        _attribute("earliest", "day"),
        _attribute("latest", "day"),
        _attribute("start_time", "time"),
        _attribute("end_time", "time"),
        _attribute("edtf"),
        _attribute("timex"),
        _attribute("mod"),
        _attribute("granularity"),
        _SENTENCE,
    ),
    lambda article: article.dates,
)

_AMOUNTS = Layer(
    (
        *_ARTICLE,
        _NUMBER,
        *_SPAN,
        _attribute("low", "decimal"),
        _attribute("high", "decimal"),
        _attribute("value", "decimal"),
        _attribute("currency"),
        _attribute("qualifier"),
        _attribute("per"),
        _SENTENCE,
    ),
    lambda article: article.amounts,
)

_SENTENCES = Layer((*_ARTICLE, _NUMBER, *_SPAN, _attribute("paragraph", "integer")), lambda article: article.sentences)

_SPEAKERS = Layer(
    (
        *_ARTICLE,
        _NUMBER,
        _attribute("name"),
        _attribute("role"),
        _attribute("kind"),
        _attribute("gender"),
        _attribute("gender_by_name"),
        _of_span("aliases", "string", lambda speaker: _joined(speaker.aliases)),
        Column("n_quotations", "integer", lambda reading, _, speaker: len(reading.article.quotations_by(speaker))),
        *_PERSON,
    ),
    lambda article: article.speakers,
)

_ARTICLES = Layer(
    (
        *_ARTICLE,
        _attribute("text"),
        _of_span("n_characters", "integer", lambda article: len(article.text)),
        _of_span("n_sentences", "integer", lambda article: len(article.sentences)),
        _of_span("n_quotations", "integer", lambda article: len(article.quotations)),
        _of_span("n_dates", "integer", lambda article: len(article.dates)),
        _of_span("n_amounts", "integer", lambda article: len(article.amounts)),
        _of_span("n_speakers", "integer", lambda article: len(article.speakers)),
    ),
    lambda article: (article,),
)

LAYERS: dict[str, Layer] = {
    "quotations": _QUOTATIONS,
    "dates": _DATES,
    "amounts": _AMOUNTS,
    "sentences": _SENTENCES,
    "speakers": _SPEAKERS,
    "articles": _ARTICLES,
}

# What a row of an article holds of its own in every layer; nested below the article, it need not be said again.
OF_THE_ARTICLE = tuple(column.name for column in _ARTICLE)
MENTIONS = tuple(name for name in LAYERS if name != "articles")


def layer_of(name: Any) -> Layer:
    """Return a layer by its name.

    Raises:
        ValueError: There is none of this name.

    >>> layer_of("quotation")
    Traceback (most recent call last):
        ...
    ValueError: The layer 'quotation' is not known. Pass one of 'quotations', 'dates', 'amounts', 'sentences', \
'speakers', 'articles'.

    """
    layer = LAYERS.get(name) if isinstance(name, str) else None
    if layer is None:
        raise ValueError(f"The layer {name!r} is not known. Pass one of {', '.join(map(repr, LAYERS))}.")
    return layer
