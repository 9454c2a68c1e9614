"""Two readings of a stream of articles: the first counts names, the second says who is who. No article is kept."""

import datetime as dt
import pickle
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

from attrs import Factory, define

from frnews._cast._cast import Cast, Person
from frnews._cast._mentions import Mention, mentions_of
from frnews._cast._people import People, read_people
from frnews._cast._profiles import Profiles
from frnews._cast._readings import fold, read_name
from frnews._cast._resolver import Resolver
from frnews._types import Article, Gender, SpeakerKind

# The names of so many bytes of articles stay in memory; more go to a temporary file until the second reading.
_IN_MEMORY = 32_000_000
# As many names and roles as a person keeps, most frequent first.
_KEPT = 40

_Record = tuple[int | None, list[tuple[Any, ...]]]


def merge_speakers(articles: Iterable[Article], *, people: Any = None) -> Cast:
    """Say who is who across articles.

    Full names are joined over case, accents, hyphens and particles ("Élisabeth Borne", "Elisabeth BORNE"). A surname
    alone joins the one full name of the corpus that it can mean by the article's day, its company, gender and role, and
    stays apart where it can mean several. A body joins its acronym where an article ties the two. Somebody without a
    name ("une source policière") stays in his article.

    Args:
        articles: Any iterable of articles, read once and never kept: for a million of them memory grows with the number
            of names, and a temporary file holds the rest (about 100 bytes a speaker).
        people: Your own table: the path of a CSV file, a DataFrame, or mappings with "id", "name", and where known
            "aliases" (several parted by ";"), "gender" ("f", "m"), "role", "from", "to" (days, both inclusive).
            Somebody with several offices has a line for each, all with one id. Its ids are given to those whom it
            names, and an office without a name goes to who held it on the article's day.

    Returns:
        The cast: its people, and who each speaker of an article is.

    Raises:
        TypeError: `articles` holds something else than articles, or `people` cannot be read.
        ValueError: A row of `people` has no id or name, or a cell that cannot be read.

    Examples:
        >>> import frnews
        >>> texts = ["« Oui », a dit Élisabeth Borne.", "« Non », a dit Mme Borne."]
        >>> cast = frnews.merge_speakers(frnews.parse_many(texts))
        >>> [(person.name, person.n_quotations) for person in cast.people]
        [('Élisabeth Borne', 2)]

    """
    if isinstance(articles, Article) or not isinstance(articles, Iterable):
        raise TypeError(
            f"merge_speakers() reads an iterable of articles, and was given {type(articles).__name__}. "
            "Pass a list, or what parse_many() gives."
        )
    table = read_people(people)
    profiles = Profiles()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as spool:
        for number, article in enumerate(articles):
            if not isinstance(article, Article):
                raise TypeError(
                    f"merge_speakers(), item {number}: {type(article).__name__}. Pass articles, as parse() and "
                    "parse_many() give them; Article.from_json() reads them back."
                )
            mentions = mentions_of(article)
            if mentions:
                profiles.add(mentions, article.published)
                pickle.dump(_to_record(mentions, article.published), spool, pickle.HIGHEST_PROTOCOL)
        _add_company(profiles, spool)
        resolver = Resolver(profiles, table)
        tallies = _count(resolver, spool)
    return Cast(resolver, _name_people(tallies, table))


def _to_record(mentions: list[Mention], published: dt.date | None) -> _Record:
    day = None if published is None else published.toordinal()
    rows = [
        (m.name, m.role, m.gender, m.kind, m.aliases, m.gender_by_name, m.n_quotations, m.countries) for m in mentions
    ]
    return day, rows


def _read(spool: IO[bytes]) -> Iterator[tuple[dt.date | None, list[Mention]]]:
    spool.seek(0)
    while True:
        try:
            day, rows = pickle.load(spool)
        except EOFError:
            return
        published = None if day is None else dt.date.fromordinal(day)
        yield published, [_to_mention(*row) for row in rows]


def _to_mention(name: str, role: str, gender: Gender | None, kind: SpeakerKind | None, *rest: Any) -> Mention:
    aliases, by_name, n_quotations, countries = rest
    reading = read_name(name, kind)
    return Mention(name, role, gender, kind, aliases, by_name, n_quotations, countries, reading)


def _add_company(profiles: Profiles, spool: IO[bytes]) -> None:
    """Keep who else speaks beside the bearers of a surname that several bear."""
    contested = profiles.contested()
    if not contested:
        return
    for _, mentions in _read(spool):
        keys = {m.reading.key for m in mentions if m.reading.sort != "unnamed"}
        for key in keys & contested:
            profiles.by_key[key].meet(keys - {key})


@define
class _Tally:
    n_articles: int = 0
    n_quotations: int = 0
    names: Counter[str] = Factory(Counter)
    full: Counter[str] = Factory(Counter)
    roles: Counter[str] = Factory(Counter)
    kinds: Counter[SpeakerKind] = Factory(Counter)
    genders: Counter[Gender] = Factory(Counter)
    by_name: Counter[Gender] = Factory(Counter)

    def add(self, mention: Mention) -> None:
        self.n_quotations += mention.n_quotations
        for name in (mention.name, *mention.aliases):
            if name in self.names or len(self.names) < _KEPT:
                self.names[name] += 1
        if mention.reading.sort in ("full", "body"):
            self.full[mention.name] += 1
        if mention.role and (mention.role in self.roles or len(self.roles) < _KEPT):
            self.roles[mention.role] += 1
        if mention.kind:
            self.kinds[mention.kind] += 1
        if mention.gender:
            self.genders[mention.gender] += 1


def _count(resolver: Resolver, spool: IO[bytes]) -> dict[str, _Tally]:
    tallies: dict[str, _Tally] = {}
    for published, mentions in _read(spool):
        seen = set()
        for mention in mentions:
            key = resolver.resolve(mention, published, mentions)
            if key is None:
                continue
            tally = tallies.setdefault(key, _Tally())
            tally.add(mention)
            if key not in seen:
                seen.add(key)
                tally.n_articles += 1
    return tallies


def _name_people(tallies: dict[str, _Tally], table: People) -> dict[str, Person]:
    """Return the people by key, most quoted first, each with an id that no other has."""
    order = sorted(tallies, key=lambda key: (-tallies[key].n_quotations, -tallies[key].n_articles, key))
    taken = set(table.by_id)
    people: dict[str, Person] = {}
    for key in order:
        tally = tallies[key]
        known = table.by_id.get(key[2:]) if key.startswith("p:") else None
        name = known.name if known else _fullest(tally)
        id = known.id if known else _free(fold(name).replace(" ", "-") or "x", taken)
        taken.add(id)
        names = [n for n, _ in tally.names.most_common() if n != name]
        gender: Gender | None = known.gender if known and known.gender else _most(tally.genders)
        kind = _most(tally.kinds)
        people[key] = Person(
            id=id,
            name=name,
            names=(name, *names),
            roles=tuple(role for role, _ in tally.roles.most_common()),
            kind=kind,
            gender=gender if kind in (None, "person") else None,
            n_articles=tally.n_articles,
            n_quotations=tally.n_quotations,
        )
    return people


def _fullest(tally: _Tally) -> str:
    """Return the most frequent of the full spellings, before those in capitals alone."""
    names = tally.full or tally.names
    return min(names, key=lambda name: (name.isupper() and " " in name, -names[name], name))


def _free(slug: str, taken: set[str]) -> str:
    number, id = 2, slug
    while id in taken:
        id, number = f"{slug}-{number}", number + 1
    return id


def _most(counts: "Counter[Any]") -> Any:
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
