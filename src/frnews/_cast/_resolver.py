"""Whom one mention means, by the names of the whole corpus, the article's day and the company in it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from frnews._cast._mentions import Mention, month_of
from frnews._cast._people import People
from frnews._cast._places import country_keys
from frnews._cast._profiles import Profile, Profiles, keys_of
from frnews._cast._readings import fold, name_key, telling_words, words_of
from frnews._cast._roles import is_same_role, office_key, share_a_role
from frnews._cast._spellings import misspelt
from frnews._tables import read_table
from frnews._types import Gender

# A surname alone means somebody whom the corpus names within so many months; whom newspapers have called by a surname
# for years is named in full somewhere in between.
_WINDOW = 36
# Of several namesakes in that time, the one named so often, and so many times as often as all others, is the one whom
# newspapers call by the surname alone.
_PROMINENT = 10
# Whom so many articles name may be called by a surname that looks like something else's in one of them.
_KNOWN = 3
# A word that stands alone so often, and so many times as often as the one full name that ends with it, is no surname of
# that person but a place or a brand ("Paris" beside "Didier Paris").
_ALONE = 5
_ALONE_RATIO = 3


class Resolver:
    """Who is meant, decided from plain counts; the same answer for the same article, however often it is asked."""

    def __init__(self, profiles: Profiles, people: People) -> None:
        """Take what the corpus and the caller's table know."""
        self._profiles = profiles
        self._people = people
        self._long = self._read_acronyms() | misspelt(profiles)
        counts = profiles.beside_common + Counter({key: profiles.n_articles(key) for key in country_keys()})
        self._home = max(counts, key=lambda key: (counts[key], key), default="")

    def resolve(self, mention: Mention, published: dt.date | None, company: list[Mention]) -> str | None:
        """Return a key for whom a mention means.

        Args:
            mention: The mention.
            published: The day of its article.
            company: All mentions of the article, this one included.

        Returns:
            "p:ID" for somebody of the caller's table, "n:KEY" for a name, "a:KEY" for a surname that can mean several
            in that month; None for somebody who cannot be told beyond the article.

        """
        known = self._in_table(mention, published)
        if known is not None:
            return f"p:{known}"
        reading = mention.reading
        if reading.sort == "unnamed":
            return None
        if reading.sort == "body":
            if mention.countries and self._home not in mention.countries:
                return self._abroad(mention, published)
            return self._named(self._long.get(reading.key, reading.key))
        if reading.sort == "full":
            return self._full(mention, published, company)
        return self._single(mention, published, company)

    def _abroad(self, mention: Mention, published: dt.date | None) -> str:
        """Return the key of a body that every country has, in an article that names others than the corpus's own.

        The corpus's own country is the one that most articles name beside such bodies, or let speak.
        """
        key, country = mention.reading.key, mention.countries[0]
        return f"n:{key}@{country}" if country else f"a:{key}||{month_of(published) or ''}"

    def _in_table(self, mention: Mention, published: dt.date | None) -> str | None:
        people, reading = self._people, mention.reading
        if not people.by_id:
            return None
        if reading.sort != "unnamed" or mention.kind != "group":
            id = people.named(reading.key, mention.role, mention.gender, published)
            if id is not None:
                return id
        if reading.sort == "unnamed" and mention.kind in (None, "person"):
            return people.holder(mention.name, published) or (
                people.holder(mention.role, published) if mention.role else None
            )
        if fold(mention.name) and office_key(mention.name) in people.by_office:
            return people.holder(mention.name, published)
        return None

    def _named(self, key: str) -> str:
        known = self._people.by_key.get(key.partition("|")[0], ())
        if len(known) == 1:
            gender = self._people.by_id[known[0]].gender
            if not ("|" in key and gender not in (None, key[-1])):
                return f"p:{known[0]}"
        return f"n:{key}"

    def _full(self, mention: Mention, published: dt.date | None, company: list[Mention]) -> str:
        key = keys_of(mention)[0]
        if ("|" not in key and f"{key}|f" in self._profiles.by_key) or f"{key}|m" in self._profiles.by_key:
            if "|" in key:
                return self._named(key)
            chosen = self._choose(mention, [f"{key}|f", f"{key}|m"], published, company)
            return self._named(chosen if chosen is not None else key)
        if mention.reading.given.endswith("."):
            initial = mention.reading.given[0]
            surname = mention.reading.surnames[0]
            keys = [
                k
                for k in self._profiles.by_surname.get(surname, ())
                if self._profiles.given[k].startswith(initial) and not self._profiles.given[k].endswith(".")
            ]
            # Others of that initial whom the article's day leaves out are others all the same.
            chosen = self._choose(mention, keys, published, company) if len(keys) == 1 else self._most_prominent(keys)
            if chosen is not None:
                return self._named(chosen)
        return self._named(self._long.get(key, key))

    def _single(self, mention: Mention, published: dt.date | None, company: list[Mention]) -> str | None:
        """Resolve a surname, an acronym or a first name alone."""
        reading = mention.reading
        surname = reading.surnames[0]
        here = {m.reading.key: m for m in company if m.reading.sort == "full" and surname in m.reading.surnames}
        fitting = [
            m
            for m in here.values()
            if not _conflict(mention.gender, m.gender)
            and all(self._is_person(key) and not self._is_a_word(mention, key) for key in keys_of(m))
        ]
        if len(fitting) == 1 and (reading.sort == "surname" or is_same_role(mention.role, {fitting[0].role})):
            return self._full(fitting[0], published, company)
        if reading.acronym and reading.acronym in self._long:
            return self._named(self._long[reading.acronym])
        if reading.sort == "given":
            return self._given(mention, published, company)
        table = self._people.choose(self._people.by_surname.get(surname, ()), mention.role, mention.gender, published)
        keys = self._profiles.by_surname.get(surname, [])
        candidates = [k for k in keys if self._is_person(k)]
        if reading.particle and reading.gender is None:
            # "de Villepin" is Dominique de Villepin; "de Nice" is what stands after an office, and nobody's name.
            candidates = [k for k in candidates if k in self._profiles.particled]
            if not candidates and table is None:
                return None
        if table is not None and all(self._named(k) == f"p:{table}" for k in candidates):
            return f"p:{table}"
        if not candidates or reading.key in self._long:
            return self._named(self._long.get(reading.key, reading.key))
        chosen = self._choose(mention, candidates, published, company)
        if chosen is not None:
            return self._named(chosen)
        if len(candidates) == 1:
            # The word is a place's, a brand's or somebody else's: itself, wherever it stands alone.
            return self._named(f"{reading.key}|{mention.gender}" if mention.gender and reading.sure else reading.key)
        return f"a:{reading.key}|{mention.gender or ''}|{month_of(published) or ''}"

    def _given(self, mention: Mention, published: dt.date | None, company: list[Mention]) -> str | None:
        """Resolve a first name alone: a surname that is one too, by its role; a pope or a king, by the title."""
        if not mention.role:
            return None
        candidates = [
            key
            for key in self._profiles.by_surname.get(mention.reading.surnames[0], ())
            if is_same_role(mention.role, self._profiles.by_key[key].roles)
        ]
        chosen = self._choose(mention, candidates, published, company)
        if chosen is not None:
            return self._named(chosen)
        titles = [w for w in fold(mention.role).split() if w in words_of("cast_words", "word", "title")]
        return self._named(f"{titles[0]} {mention.reading.key}") if titles else None

    def _is_person(self, key: str) -> bool:
        profile = self._profiles.by_key.get(key)
        if profile is None:
            return False
        shown = profile.person or profile.called_by_surname or bool(profile.roles)
        return shown and 2 * profile.bodies <= profile.n_articles

    def _choose(
        self, mention: Mention, keys: Iterable[str], published: dt.date | None, company: list[Mention]
    ) -> str | None:
        """Return the one name of the corpus that the mention can mean, or None."""
        month = month_of(published)
        by_key = self._profiles.by_key
        left = [
            key
            for key in keys
            if key in by_key and not _conflict(mention.gender, self._gender_of(key)) and _near(by_key[key], month)
        ]
        if len(left) == 1:
            return left[0] if self._plausible(mention, left[0]) else None
        if mention.role:
            fitting = [key for key in left if share_a_role(mention.role, by_key[key].roles)]
            if len(fitting) == 1:
                return fitting[0]
            left = fitting or left
        others = {m.reading.key for m in company} - {mention.reading.key}
        met = [key for key in left if by_key[key].company & others]
        chosen = met[0] if len(met) == 1 else self._most_prominent(left)
        return chosen if chosen is not None and self._plausible(mention, chosen) else None

    def _gender_of(self, key: str) -> Gender | None:
        if "|" in key:
            return "f" if key.endswith("f") else "m"
        return self._profiles.by_key[key].gender(self._profiles.given.get(key, ""))

    def _is_a_word(self, mention: Mention, key: str) -> bool:
        """Tell whether what the mention calls by one word stands alone too often to be that person's surname."""
        alone = self._profiles.by_key.get(mention.reading.key)
        often = _ALONE_RATIO * self._profiles.by_key[key].n_articles
        return alone is not None and alone.n_articles >= _ALONE and alone.n_articles > often

    def _plausible(self, mention: Mention, key: str) -> bool:
        """Tell whether a word alone can be the surname of the only one who bears it."""
        profile = self._profiles.by_key[key]
        if mention.reading.sort == "full":
            return True
        if mention.kind == "body" and (profile.n_articles < _KNOWN or not profile.called_by_surname):
            # "Bouygues" beside Martin Bouygues: the firm, unless the papers know that person well and call him so.
            return False
        if self._is_a_word(mention, key) and not mention.reading.sure:
            return False
        if mention.role and profile.roles and profile.n_articles < _KNOWN:
            return share_a_role(mention.role, profile.roles)
        return True

    def _most_prominent(self, keys: list[str]) -> str | None:
        counts = sorted(((self._profiles.by_key[key].n_articles, key) for key in keys), reverse=True)
        if not counts or counts[0][0] < _PROMINENT or counts[0][0] < _PROMINENT * sum(n for n, _ in counts[1:]):
            return None
        return counts[0][1]

    def _read_acronyms(self) -> dict[str, str]:
        """Return one key for each acronym and the long names that articles tie to it, where they are one body's.

        What the articles tie goes before what is known of old.
        """
        joined: dict[str, str] = {}
        for row in read_table("cast_bodies"):
            names = row["names"].split(";")
            tied = self._profiles.acronyms.get(fold(row["acronym"]).replace(" ", ""), ())
            if all(_alike(name, " ".join(telling_words(names[0]))) for name in tied):
                joined.update((name_key(name), name_key(names[0])) for name in (row["acronym"], *names))
        for acronym, longs in self._profiles.acronyms.items():
            if acronym in self._profiles.by_surname and any(
                self._is_person(k) for k in self._profiles.by_surname[acronym]
            ):
                continue
            names = sorted(longs, key=lambda name: (-longs[name], name))
            if all(_alike(names[0], other) for other in names[1:]):
                key = joined.get(acronym) or names[0].replace(" ", "")
                joined[acronym] = key
                joined.update((other.replace(" ", ""), key) for other in names)
        return joined


def _conflict(one: Gender | None, other: Gender | None) -> bool:
    return one is not None and other is not None and one != other


def _near(profile: Profile, month: int | None) -> bool:
    if month is None or not profile.months:
        return True
    if profile.undated:
        return True
    return min(abs(month - other) for other in profile.months) <= _WINDOW


def _alike(one: str, other: str) -> bool:
    """Tell whether two long names with one acronym are spellings of one ("de la statistique", "des statistiques")."""
    first, second = set(one.split()), set(other.split())
    return len(first & second) >= 0.6 * max(len(first), len(second))
