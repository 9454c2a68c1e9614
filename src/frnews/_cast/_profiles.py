"""What the corpus shows of each name: how often, when, with which roles, genders and other names."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from attrs import Factory, define

from frnews._cast._mentions import Mention, month_of
from frnews._cast._readings import fold, hyphened, read_name, surname_key, telling_words
from frnews._french._first_names import first_names, suggested_gender
from frnews._types import Gender

# As many roles and companions of one name as are kept; more would tell nothing new of who it is.
_ROLES = 24
_COMPANY = 200
# The longest names that have an acronym have so many words, little ones counted.
_MOST_WORDS = 16


@define
class Profile:
    """What the corpus shows of one name.

    Attributes:
        n_articles: How many articles name it among their speakers.
        f: How many of them show a woman.
        m: How many of them show a man.
        months: The months in which they came out.
        undated: Whether some have no day.
        roles: The roles that they give.
        called_by_surname: Whether an article calls its bearer by the surname alone, as only persons are called.
        person: Whether its reading, or a kind, shows a person.
        bodies: How many articles show a body.
        company: Keys of those who speak in the same articles (filled only where namesakes have to be told apart).

    """

    n_articles: int = 0
    f: int = 0
    m: int = 0
    months: set[int] = Factory(set)
    undated: bool = False
    roles: set[str] = Factory(set)
    called_by_surname: bool = False
    person: bool = False
    bodies: int = 0
    company: set[str] = Factory(set)

    def add(self, mention: Mention, month: int | None) -> None:
        """Count one more article."""
        self.n_articles += 1
        self.f += mention.gender == "f"
        self.m += mention.gender == "m"
        if month is None:
            self.undated = True
        else:
            self.months.add(month)
        if mention.role and len(self.roles) < _ROLES:
            self.roles.add(mention.role)
        self.person |= mention.reading.sure or mention.kind == "person"
        self.bodies += mention.kind == "body"
        if not self.called_by_surname:
            surnames = mention.reading.surnames
            self.called_by_surname = any(surname_key(alias) in surnames for alias in mention.aliases)

    def meet(self, company: set[str]) -> None:
        """Keep who else speaks in an article of theirs."""
        if len(self.company) < _COMPANY:
            self.company |= company

    def gender(self, given: str) -> Gender | None:
        """Return the gender that most articles show; where none does, what the first name suggests."""
        if self.f != self.m:
            # A first name that the table knows outweighs one article that was misread.
            suggested = suggested_gender(hyphened(given))
            if suggested and abs(self.f - self.m) < 2:
                return suggested
            return "f" if self.f > self.m else "m"
        return suggested_gender(hyphened(given))


class Profiles:
    """The profiles of all names of a corpus.

    Attributes:
        by_key: Profile of each key; the two genders of a first name that both bear have one each.
        given: First name of each key of a full name.
        by_surname: Keys of the full names that each surname can mean.
        particled: Keys of the full names in which a particle stands before the surname.
        beside_common: How many articles name each country, of those in which a body speaks that every country has.
        acronyms: The long names that articles tie to each acronym, in telling words.

    """

    def __init__(self) -> None:
        """Start with none."""
        self.by_key: dict[str, Profile] = {}
        self.given: dict[str, str] = {}
        self.by_surname: dict[str, list[str]] = {}
        self.particled: set[str] = set()
        self.beside_common: Counter[str] = Counter()
        self.acronyms: dict[str, Counter[str]] = {}

    def add(self, mentions: list[Mention], published: dt.date | None) -> None:
        """Count the speakers of one article."""
        month = month_of(published)
        self.beside_common.update({country for mention in mentions for country in mention.countries if country})
        for mention in mentions:
            reading = mention.reading
            if reading.sort in ("unnamed", "given"):
                continue
            for key in keys_of(mention):
                profile = self.by_key.get(key)
                if profile is None:
                    profile = self.by_key[key] = Profile()
                    if reading.sort == "full":
                        self.given[key] = reading.given
                        if reading.particle:
                            self.particled.add(key)
                        for surname in reading.surnames:
                            self.by_surname.setdefault(surname, []).append(key)
                profile.add(mention, month)
            for acronym, long_name in _ties(mention):
                self.acronyms.setdefault(acronym, Counter())[long_name] += 1

    def n_articles(self, key: str) -> int:
        """Return how many articles name one among their speakers."""
        profile = self.by_key.get(key)
        return 0 if profile is None else profile.n_articles

    def contested(self) -> set[str]:
        """Return the keys of full names that share a surname with another one."""
        return {key for keys in self.by_surname.values() if len(keys) > 1 for key in keys}


def keys_of(mention: Mention) -> tuple[str, ...]:
    """Return the key of a mention's profile; a first name that both genders bear has one for each.

    >>> from frnews import Speaker
    >>> from frnews._cast._mentions import mention_of
    >>> keys_of(mention_of(Speaker("Claude Martin", gender="f"), 1))
    ('claudemartin|f',)
    """
    reading = mention.reading
    if reading.sort == "full" and mention.gender and _is_of_both(reading.given):
        return (f"{reading.key}|{mention.gender}",)
    return (reading.key,)


def _is_of_both(given: str) -> bool:
    key = hyphened(given)
    return key in first_names() and first_names()[key] is None


def _ties(mention: Mention) -> Iterator[tuple[str, str]]:
    """Yield each acronym that the article gives as another name of a longer one, with the words of that."""
    for alias in mention.aliases:
        short = read_name(alias).acronym
        if short and is_acronym_of(short, mention.name):
            yield short, " ".join(telling_words(mention.name))
    if mention.reading.acronym:
        for alias in mention.aliases:
            if is_acronym_of(mention.reading.acronym, alias):
                yield mention.reading.acronym, " ".join(telling_words(alias))


def is_acronym_of(short: str, long_name: str) -> bool:
    """Tell whether an acronym's letters are the initials of a name, its little words taken or left.

    >>> is_acronym_of("fsu", "Fédération syndicale unitaire"), is_acronym_of("jdd", "Journal du dimanche")
    (True, True)
    >>> is_acronym_of("paris", "Paris"), is_acronym_of("bfm", "BFM Business")
    (False, False)
    """
    words = fold(long_name).split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    return _initials(short, tuple(words))


def _initials(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether the letters stand, in order, at the starts of words, no long word being skipped."""
    if not short:
        return all(_is_little(word) for word in words)
    if not words:
        return False
    if words[0][0] == short[0] and _initials(short[1:], words[1:]):
        return True
    # "CGT" has no letter for "du", "JDD" has one.
    return _is_little(words[0]) and _initials(short, words[1:])


def _is_little(word: str) -> bool:
    return len(word) < 4 or word in ("pour", "avec", "sans", "dans", "entre", "contre")
