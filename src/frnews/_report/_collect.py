"""One reading of the articles of a corpus, into columns: everything that the report counts, and the passages behind."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from attrs import Factory, define, frozen

from frnews._html import _wording
from frnews._types import Amount, Article, Gender, Quotation, Speaker, SpeakerKind

# A passage is a sentence or two around what was said; what is longer is cut.
_PASSAGE = 360
_AROUND = 90

KINDS = ("direct", "indirect", "mixed")


@frozen
class Passage:
    """A quotation as the report shows it.

    Attributes:
        article: Number of the article.
        people: Numbers of who speaks, () where nobody is told.
        kind: Place in `KINDS`.
        confidence: In whole percents.
        text: The words, with some before and after.
        said: Start and length of the segments in `text`.

    """

    article: int
    people: tuple[int, ...]
    kind: int
    confidence: int
    text: str
    said: tuple[tuple[int, int], ...]


@define
class Who:
    """A person or body of the corpus.

    Attributes:
        name: The fullest name.
        names: The other ones.
        role: The function given most often.
        kind: As in `Speaker.kind`.
        gender: From the texts' own evidence, or the table of people.
        gender_by_name: What the first name suggests.

    """

    name: str
    names: tuple[str, ...]
    role: str
    kind: SpeakerKind | None
    gender: Gender | None
    gender_by_name: Gender | None = None


@frozen
class Named:
    """One place where a day or a sum is named."""

    article: int
    text: str
    start: int
    length: int


@define
class Columns:
    """What the report is made of.

    Attributes:
        articles: Id, day or None, and title of each article.
        people: Who speaks.
        passages: The quotations.
        days: The places where each single day is named, by day.
        sums: The places where each sum is named, by low, high and currency, with one amount that says it.
        n_dates: All time expressions.
        n_amounts: All sums.

    """

    articles: list[tuple[str, dt.date | None, str]] = Factory(list)
    people: list[Who] = Factory(list)
    passages: list[Passage] = Factory(list)
    days: dict[dt.date, list[Named]] = Factory(dict)
    sums: dict[tuple[Decimal | None, Decimal | None, str], list[Named]] = Factory(dict)
    amount_of: dict[tuple[Decimal | None, Decimal | None, str], Amount] = Factory(dict)
    n_dates: int = 0
    n_amounts: int = 0


def collect(articles: Iterable[Article], *, people: Any = None) -> Columns:
    """Read a corpus into columns.

    Args:
        articles: The articles; all are kept until it is known who is who in them.
        people: As in `frnews.merge_speakers`.

    """
    import frnews

    kept = list(articles)
    cast = frnews.merge_speakers(kept, people=people)  # type: ignore[attr-defined,unused-ignore]
    columns = Columns()
    numbers: dict[str, int] = {}
    suggested: dict[int, Counter[Gender]] = {}

    def number_of(article: Article, speaker: Speaker) -> int:
        person = cast.of(article, speaker)
        if person.id not in numbers:
            numbers[person.id] = len(columns.people)
            columns.people.append(_who(person))
        number = numbers[person.id]
        if speaker.gender_by_name:
            suggested.setdefault(number, Counter())[speaker.gender_by_name] += 1
        return number

    for article in kept:
        _add(columns, article, number_of)
    for number, votes in suggested.items():
        columns.people[number].gender_by_name = votes.most_common(1)[0][0]
    return columns


def _who(person: Any) -> Who:
    names = tuple(_wording.shown(name) for name in person.names if name != person.name)
    role = _wording.shown(person.roles[0]) if person.roles else ""
    return Who(_wording.shown(person.name), names[:6], role, person.kind, person.gender)


def _add(columns: Columns, article: Article, number_of: Callable[[Article, Speaker], int]) -> None:
    number = len(columns.articles)
    columns.articles.append((_wording.line(article.id or "", 80), article.published, _wording.title_of(article)))
    here = {speaker.name: number_of(article, speaker) for speaker in article.speakers}
    for quotation in article.quotations:
        columns.passages.append(_passage(article, number, quotation, here, number_of))
    columns.n_dates += len(article.dates)
    columns.n_amounts += len(article.amounts)
    for mention in article.dates:
        if mention.type in ("date", "time") and mention.earliest is not None and mention.earliest == mention.latest:
            columns.days.setdefault(mention.earliest, []).append(_named(article, number, mention))
    for amount in article.amounts:
        key = (amount.low, amount.high, amount.currency or "")
        columns.amount_of.setdefault(key, amount)
        columns.sums.setdefault(key, []).append(_named(article, number, amount))


def _passage(
    article: Article,
    number: int,
    quotation: Quotation,
    here: dict[str, int],
    number_of: Callable[[Article, Speaker], int],
) -> Passage:
    speaker = quotation.speaker
    people: tuple[int, ...] = ()
    if speaker is not None:
        names = speaker.members or (speaker.name,)
        people = tuple(dict.fromkeys(here[name] for name in names if name in here))
        if not people:
            people = (number_of(article, speaker),)
    start, text = _around(article.text, quotation.start_char, quotation.end_char)
    said = [(s.start_char - start, min(s.end_char - start, len(text))) for s in quotation.segments]
    return Passage(
        article=number,
        people=people,
        kind=KINDS.index(quotation.kind),
        confidence=int(quotation.confidence * 100 + 0.5),
        text=text,
        said=tuple((first, last - first) for first, last in said if first < last),
    )


def _named(article: Article, number: int, mention: Any) -> Named:
    start, text = _around(article.text, mention.start_char, mention.end_char)
    return Named(number, text, mention.start_char - start, min(len(mention.text), len(text)))


def _around(text: str, start: int, end: int) -> tuple[int, str]:
    """Return a stretch of text around a mention, within its lines, from and to a space, and where it starts.

    Where it breaks into a sentence, an ellipsis says so: the start is then the one that offsets in it count from.
    """
    first = max(0, start - _AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    end = min(end, start + _PASSAGE)
    last = min(len(text), end + _AROUND)
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    # The line before may be a headline, which is no part of the sentence.
    first = max([first, *(at.end() + first for at in _LINE_END.finditer(text[first:start]))])
    ended = _LINE_END.search(text, end, last)
    last = ended.start() if ended else last
    before = "…\u00a0" if _is_inside(text[:first]) else ""
    after = "\u00a0…" if last < len(text) and not ended and _is_inside(text[:last]) else ""
    return first - len(before), before + _wording.shown(text[first:last].translate(_LINES)) + after


def _is_inside(before: str) -> bool:
    """Tell whether what ends here ends in the middle of a sentence."""
    return bool(before) and before[-40:].rstrip(" \u00a0\u202f")[-1:] not in tuple('.!?…»"”\n\r\u2028\u2029')


_LINE_END = re.compile("[\n\r\u2028\u2029]")
_LINES = dict.fromkeys((0x0A, 0x0D, 0x09, 0x2028, 0x2029), " ")
