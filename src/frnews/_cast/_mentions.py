"""What one article says of its speakers, as plain and small as it can be kept: no text, no offsets."""

import datetime as dt
from collections import Counter

from attrs import evolve, field, frozen

from frnews._cast._places import countries_named
from frnews._cast._readings import Reading, read_name
from frnews._types import Article, Gender, Speaker, SpeakerKind

# A role is cut after so many characters: what tells one office from another stands before.
LONGEST_ROLE = 120


@frozen
class Mention:
    """One speaker of one article.

    Attributes:
        name: As in `Speaker.name`.
        role: As in `Speaker.role`, or "".
        gender: As in `Speaker.gender`, else what a form of address before the name shows.
        kind: As in `Speaker.kind`.
        aliases: As in `Speaker.aliases`.
        gender_by_name: As in `Speaker.gender_by_name`.
        n_quotations: How many quotations of the article are theirs, joint ones included.
        countries: Those of which the article tells, as `countries_named` gives them, where the name is that of a body
            that every country has; () for all others.
        reading: How the name reads.

    """

    name: str
    role: str
    gender: Gender | None
    kind: SpeakerKind | None
    aliases: tuple[str, ...]
    gender_by_name: Gender | None
    n_quotations: int
    countries: tuple[str, ...]
    reading: Reading = field(eq=False)


def mention_of(speaker: Speaker, n_quotations: int) -> Mention:
    """Return what is kept of a speaker.

    >>> mention_of(Speaker("Mme Anne Morel"), 2).gender
    'f'
    """
    reading = read_name(speaker.name, speaker.kind)
    return Mention(
        speaker.name,
        (speaker.role or "")[:LONGEST_ROLE],
        speaker.gender or reading.gender,
        speaker.kind,
        speaker.aliases,
        speaker.gender_by_name,
        n_quotations,
        (),
        reading,
    )


def mentions_of(article: Article) -> list[Mention]:
    """Return the speakers of an article, those who speak together one by one.

    >>> mentions_of(Article("Bonjour.", speakers=(Speaker("Anne Morel"),)))[0].reading.key
    'annemorel'
    """
    counts: Counter[str] = Counter()
    for quotation in article.quotations:
        if quotation.speaker is not None:
            counts.update(quotation.speaker.members or (quotation.speaker.name,))
    mentions = [mention_of(speaker, counts[speaker.name]) for speaker in article.speakers if not speaker.members]
    if any(mention.reading.common for mention in mentions):
        countries = countries_named(article.text, [mention.reading.key for mention in mentions])
        mentions = [evolve(m, countries=countries) if m.reading.common else m for m in mentions]
    return mentions


def month_of(published: dt.date | None) -> int | None:
    """Return the number of months since year 0, or None.

    >>> month_of(dt.date(2022, 12, 30)) - month_of(dt.date(2021, 12, 1))
    12
    """
    return None if published is None else published.year * 12 + published.month
