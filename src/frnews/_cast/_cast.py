"""Who is who: the people of a corpus, and which of them each speaker of an article is."""

import hashlib
from typing import TYPE_CHECKING

from attrs import frozen

from frnews._cast._mentions import LONGEST_ROLE, Mention, mention_of, mentions_of
from frnews._cast._readings import fold
from frnews._types import Article, Gender, Speaker, SpeakerKind

if TYPE_CHECKING:
    from frnews._cast._resolver import Resolver


@frozen
class Person:
    """One person or body of a corpus.

    Attributes:
        id: The caller's own id where the table of people names them, else one made of the name, stable as long as the
            corpus is ("emmanuel-macron").
        name: The table's name, else the most frequent full one.
        names: All names by which the articles call them, `name` first, then the most frequent.
        roles: The functions that the articles give, most frequent first.
        kind: "person", "body", "group" or "document", as most articles show it; None where none does.
        gender: "f" or "m", from the table or as most articles show it; None for all but persons.
        n_articles: The number of articles in which they speak.
        n_quotations: The number of their quotations, joint ones included.

    """

    id: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    kind: SpeakerKind | None
    gender: Gender | None
    n_articles: int
    n_quotations: int


class Cast:
    """Who is who across articles: what `merge_speakers` gives.

    Attributes:
        people: The people and bodies, most quoted first. Who has no name that tells them beyond one article ("une
            source policière", "Marie, 34 ans") is not among them.

    """

    def __init__(self, resolver: "Resolver", by_key: dict[str, Person]) -> None:
        """Take what `merge_speakers` found."""
        self._resolver = resolver
        self._by_key = by_key
        self.people: tuple[Person, ...] = tuple(by_key.values())

    def __repr__(self) -> str:
        """Return the count and the first names of the list.

        >>> import frnews
        >>> frnews.merge_speakers([])
        <Cast of 0>
        """
        first = ", ".join(person.name for person in self.people[:3])
        return f"<Cast of {len(self.people)}{': ' + first if first else ''}>"[:120]

    def of(self, article: Article, speaker: Speaker | str) -> Person:
        """Return who a speaker of an article is.

        The article is read again, not looked up: it needs no id, and may be one that `Article.from_json` gave.

        Args:
            article: One of the articles that were merged.
            speaker: One of its speakers, or a name of one.

        Returns:
            One of `people`. For who cannot be told beyond the article, and for several who speak together, a `Person`
            of this article alone, whose id ends with the article's.

        Raises:
            TypeError: `article` or `speaker` is something else.
            ValueError: Nobody of that name speaks in the article.

        >>> import frnews
        >>> article = frnews.parse("« Oui », a dit Mme Borne.")
        >>> frnews.merge_speakers([article]).of(article, article.speakers[0]).name
        'Borne'

        """
        if not isinstance(article, Article) or not isinstance(speaker, (Speaker, str)):
            raise TypeError(
                f"Cast.of() takes an Article and one of its speakers, and was given {type(article).__name__} and "
                f"{type(speaker).__name__}."
            )
        company = mentions_of(article)
        mention = _find(article, speaker, company)
        if isinstance(speaker, Speaker) and speaker.members:
            return _alone(article, mention)
        key = self._resolver.resolve(mention, article.published, company)
        if key is not None and key in self._by_key:
            return self._by_key[key]
        return _alone(article, mention)


def _find(article: Article, speaker: Speaker | str, company: list[Mention]) -> Mention:
    if isinstance(speaker, Speaker):
        for mention in company:
            given = (speaker.name, (speaker.role or "")[:LONGEST_ROLE], speaker.aliases)
            if (mention.name, mention.role, mention.aliases) == given:
                return mention
        together = [q for q in article.quotations if q.speaker is not None and q.speaker == speaker]
        return mention_of(speaker, len(together))
    wanted = fold(speaker)
    for mention in company:
        if wanted == fold(mention.name):
            return mention
    for mention in company:
        if wanted in [fold(alias) for alias in mention.aliases]:
            return mention
    raise ValueError(f"Nobody called {speaker!r} speaks in this article. Pass one of article.speakers, or its name.")


def _alone(article: Article, mention: Mention) -> Person:
    """Return who is known from one article alone."""
    place = article.id
    if place is None:
        seen = "\n".join([str(article.published), article.text, *(s.name for s in article.speakers)])
        place = hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Person(
        id=f"{fold(mention.name).replace(' ', '-')}@{place}",
        name=mention.name,
        names=(mention.name, *mention.aliases),
        roles=(mention.role,) if mention.role else (),
        kind=mention.kind,
        gender=mention.gender if mention.kind in (None, "person") else None,
        n_articles=1,
        n_quotations=mention.n_quotations,
    )
