"""How a speaker's name reads by itself: a person's full name, a surname alone, a body, or nobody's name."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from attrs import frozen

from frnews._french._first_names import is_first_name
from frnews._tables import read_table
from frnews._types import Gender, SpeakerKind

Sort = Literal["full", "surname", "given", "body", "unnamed"]

# "J.-L.", "F.", "J": no word of a name is shorter.
_INITIAL = re.compile(r"(?:\w\.-?)+|\w")
# Longer ones are no names; what is done below is done on short strings only.
_LONGEST = 200
# A letter alone ("J.") is how articles hide a name.
_SHORTEST = 2
_SIGNS = re.compile(r"[\s\-‑‐–'’ʼ.,«»\"“”()]+")


@frozen
class Reading:
    """What a name says without the article.

    Attributes:
        sort: "full" (first name and surname), "surname" (one word, or one with its particles, which may be an acronym
            too), "given" (a first name alone), "body", or "unnamed" ("source policière").
        key: What stays of it without case, accents, hyphens, particles and forms of address; equal for the spellings of
            one name.
        given: The first name of a full name, or its initial followed by a full stop; "" for all others.
        surnames: The ways in which its bearer can be called by surname alone, longest first.
        acronym: Its letters, where it is written as an acronym, else "".
        gender: What its form of address shows.
        sure: Whether a person's name is shown to be one by its first name or by its kind.
        particle: Whether a small particle stands before the surname ("de Villepin", "Dominique de Villepin").
        common: Whether a body is named by what every country has ("ministère de l'Intérieur", "Cour suprême").

    """

    sort: Sort
    key: str
    given: str = ""
    surnames: tuple[str, ...] = ()
    acronym: str = ""
    gender: Gender | None = None
    sure: bool = False
    particle: bool = False
    common: bool = False


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a text without case, accents and punctuation, its words parted by single spaces.

    >>> fold("Jean‑Luc MÉLENCHON"), fold("d’Hauteserre"), fold("U.M.P.")
    ('jean luc melenchon', 'd hauteserre', 'ump')
    """
    text = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text)
    flat = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return " ".join(_SIGNS.sub(" ", "".join(c for c in flat if not unicodedata.combining(c))).split())


@cache
def words_of(table: str, column: str, set_: str = "") -> frozenset[str]:
    """Return the folded cells of one column of a table, of one set of words where it has several.

    >>> "pape" in words_of("cast_words", "word", "title")
    True
    """
    return frozenset(fold(row[column]) for row in read_table(table) if row[column] and set_ in ("", row.get("set")))


def hyphened(given: str) -> str:
    """Return a folded first name as the table of first names has it: "jean luc" is "jean-luc" there."""
    return given.replace(" ", "-")


@cache
def _particles() -> frozenset[str]:
    from frnews._names._lexicon import word_set  # `import frnews` alone loads nothing of who speaks

    # "d'" and "l'" lose their apostrophe in the fold.
    return frozenset(map(fold, word_set("particle"))) - {"y", "ap"}


@cache
def _small() -> frozenset[str]:
    return _particles() | words_of("cast_words", "word", "determiner") | {"au", "aux", "en", "et"}


@cache
def _civilities() -> dict[str, str]:
    rows = read_table("speaker_civilities")
    return {fold(row["word"]): row["gender"] for row in rows} | dict.fromkeys(
        words_of("cast_words", "word", "honorific"), ""
    )


def surname_key(text: str) -> str:
    """Return the key of a surname: folded, without the particles before it; "le" and "la" are part of it.

    >>> surname_key("de Villepin"), surname_key("von der Leyen"), surname_key("Le Pen")
    ('villepin', 'leyen', 'le pen')
    """
    words = fold(text).split()
    while len(words) > 1 and words[0] in _particles():
        del words[0]
    return " ".join(words)


def name_key(text: str) -> str:
    """Return what stays of a name without case, accents, hyphens, spaces, determiners and particles.

    >>> name_key("Bachar al-Assad"), name_key("L'Opinion"), name_key("France Info") == name_key("Franceinfo")
    ('bacharassad', 'opinion', True)
    """
    return "".join(telling_words(text))


def telling_words(text: str) -> list[str]:
    """Return the folded words of a name without determiners and particles; all of them where nothing else is left.

    >>> telling_words("Ligue des droits de l'Homme"), telling_words("La La")
    (['ligue', 'droits', 'homme'], ['la', 'la'])
    """
    words = fold(text).split()
    return [word for word in words if word not in _small()] or words


@lru_cache(maxsize=1 << 16)
def read_name(name: str, kind: SpeakerKind | None = None) -> Reading:
    """Return how a name reads.

    Args:
        name: As in `Speaker.name`; a form of address before it is taken off.
        kind: As in `Speaker.kind`.

    >>> read_name("Mme Ursula von der Leyen").sort, read_name("Macron").sort, read_name("source policière").sort
    ('full', 'surname', 'unnamed')
    >>> read_name("Élisabeth Borne").key == read_name("Elisabeth BORNE").key
    True

    """
    if len(name) > _LONGEST:
        return Reading("unnamed", name[:_LONGEST])
    words, gender = _without_address(name.split())
    if not words or kind == "document" or sum(c.isalpha() for c in " ".join(words)) < _SHORTEST:
        return Reading("unnamed", fold(name))
    written = " ".join(words)
    if not _has_proper_start(words):
        return _read_description(words, kind)
    if _is_office(written, kind):
        return Reading("unnamed", fold(written)) if kind == "body" else _read_description(words, kind)
    if kind == "body" and len(words) > 2:
        return _body(written)
    # A word alone may be a surname whatever kind the article shows: "Macron" is easily taken for a firm's name.
    if len(words) == 1 or (len(words) == 2 and fold(words[0]) in _leading()) or _is_surname_with_particles(words):
        return _read_single(words, kind, gender)
    if kind != "body" and _looks_like_person(words, kind):
        return _read_full(words, kind, gender)
    return _body(written)


def _without_address(words: list[str]) -> tuple[list[str], Gender | None]:
    gender: Gender | None = None
    words = list(words)
    while len(words) > 1 and (fold(words[0]) in _civilities() or fold(" ".join(words[:2])) in ("el hadj",)):
        shown = _civilities().get(fold(words[0]))
        if shown in ("f", "m"):
            gender = "f" if shown == "f" else "m"
        del words[0]
    return words, gender


@cache
def _leading() -> frozenset[str]:
    return words_of("cast_words", "word", "determiner") | _particles()


def _has_proper_start(words: list[str]) -> bool:
    """Tell whether a name starts with a capital, particles and a number before it left aside ("20 Minutes")."""
    for number, word in enumerate(words):
        if word[0].isupper():
            return True
        if not (fold(word) in _particles() or (number == 0 and word.isdecimal() and len(word) < 3)):
            return bool(re.match(r"(?:[dl]['’ʼ]|al-|el-)[^\W\d_]", word)) and any(c.isupper() for c in word)
    return False


def _read_description(words: list[str], kind: SpeakerKind | None) -> Reading:
    """Read what starts with a common noun: a body where that noun is one's and a proper name tells which."""
    head, written = fold(words[0]), " ".join(words)
    tells = any(word[0].isupper() or re.match(r"[dl]['’ʼ][A-ZÀ-Ý]", word) for word in words[1:])
    tells = tells or (len(words) > 1 and fold(words[-1]) in _nationalities())
    is_body = (kind == "body" or head in words_of("speaker_bodies", "word")) and kind != "person"
    if is_body and tells and head not in words_of("cast_words", "word", "vague"):
        return _body(written)
    return Reading("unnamed", fold(written))


def _is_office(written: str, kind: SpeakerKind | None) -> bool:
    """Tell whether a name is a function written with a capital ("Premier ministre", "Président de la République").

    Some offices are bodies too ("Défenseur des droits"), and of a body one word alone is a brand ("Champion").
    """
    words, functions = fold(written).split(), _functions()
    offices = {" ".join(words[:length]) for length in range(len(words), 1, -1)} & functions
    if kind == "body":
        return bool(offices) and not offices & words_of("cast_words", "word", "institution")
    if offices:
        return True
    return words[0] in functions and (len(words) == 1 or words[1] in _small())


@cache
def _functions() -> frozenset[str]:
    return words_of("speaker_functions", "word") | words_of("speaker_functions", "feminine")


@cache
def _nationalities() -> frozenset[str]:
    return words_of("speaker_countries", "adjective") | words_of("speaker_countries", "feminine")


@cache
def _country_words() -> frozenset[str]:
    """Return the words of which names of countries are made, but for those of other names ("Afrique du Sud")."""
    return frozenset(word for name in words_of("speaker_countries", "name") for word in name.split() if len(word) > 3)


def _acronym(written: str) -> str:
    letters = [c for c in written if c.isalpha()]
    if " " in written.strip() or not 1 < len(letters) < 9 or not all(c.isupper() for c in letters):
        return ""
    return fold("".join(letters))


def _body(written: str) -> Reading:
    return Reading("body", name_key(written), acronym=_acronym(written), common=_is_of_any_state(written))


def _is_of_any_state(written: str) -> bool:
    """Tell whether a body is one that every country has, and its name does not say which one's it is."""
    words = fold(written).split()
    kinds = words_of("cast_words", "word", "state")
    of_a_state = any(" ".join(words[:length]) in kinds for length in range(1, 4))
    return of_a_state and not any(word in _nationalities() or word in _country_words() for word in words)


def _is_surname_with_particles(words: list[str]) -> bool:
    """Tell whether all words but the last are particles ("von der Leyen")."""
    return all(fold(word) in _particles() for word in words[:-1])


def _read_single(words: list[str], kind: SpeakerKind | None, gender: Gender | None) -> Reading:
    written = " ".join(words)
    if kind != "person" and (fold(written) in words_of("speaker_countries", "name")):
        return _body(written)
    if len(words) == 1 and is_first_name(hyphened(fold(written))) and gender is None:
        return Reading(
            "given",
            name_key(written),
            given=fold(written),
            surnames=(surname_key(written),),
            acronym=_acronym(written),
        )
    return Reading(
        "surname",
        name_key(written),
        surnames=(surname_key(written),),
        acronym=_acronym(written),
        gender=gender,
        sure=kind == "person" or gender is not None,
        particle=_has_particle(words),
    )


def _has_particle(words: list[str]) -> bool:
    return any(word.islower() and fold(word) in _particles() for word in words[:-1])


def _looks_like_person(words: list[str], kind: SpeakerKind | None) -> bool:
    if kind == "person":
        return words[-1][0].isupper() or "'" in words[-1] or "’" in words[-1]
    if len(words) > 5 or fold(words[0]) in _small():
        return False
    folded = [fold(word) for word in words]
    proper = all(
        word[0].isupper() or fold(word) in _particles() or re.match(r"(?:d['’ʼ]|al-|el-|bin-|ben-)[^\W\d_]", word)
        for word in words
    )
    if not proper or any(word[0].isdigit() for word in words):
        return False
    if is_first_name(hyphened(folded[0])):
        return True
    bodies = words_of("speaker_bodies", "word") | words_of("speaker_words", "word", "body_word")
    # "Quai d'Orsay", "Banque de France": a particle after a word that is no first name.
    return not any(word in bodies or word in words_of("speaker_countries", "name") for word in folded)


def _read_full(words: list[str], kind: SpeakerKind | None, gender: Gender | None) -> Reading:
    given = fold(words[0])
    known = is_first_name(hyphened(given))
    if _INITIAL.fullmatch(words[0]):
        given = given[:1] + "."
    surnames = dict.fromkeys(surname_key(" ".join(words[start:])) for start in range(1, len(words)))
    last = (
        words[-2:] if len(words) > 2 and fold(words[-2]) in words_of("cast_words", "word", "determiner") else words[-1:]
    )
    possible = tuple(key for key in surnames if len(key) >= len(surname_key(" ".join(last))))
    return Reading(
        "full",
        name_key(" ".join(words)),
        given=given,
        surnames=possible,
        gender=gender,
        sure=known or kind == "person" or gender is not None,
        particle=_has_particle(words),
    )
