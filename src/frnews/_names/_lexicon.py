"""The words that speakers are named with, from the tables, under their keys for comparison."""

from functools import cache, lru_cache
from typing import NamedTuple

from frnews._french._conjugation import VerbForm
from frnews._french._determiners import determiners_of, showing
from frnews._french._first_names import is_first_name
from frnews._french._verbs import infinitive_of, readings
from frnews._french._words import CONTRACTED, GOVERNORS, plural_of, words_of
from frnews._names._words import Words, fold
from frnews._tables import read_table
from frnews._types import Gender

# "é" as one character, or the accent that is set on the letter.
_ACUTE = frozenset({"\u00e9", "\u0301"})


_CLOSED = (
    "determiner", "partitive", "preposition", "coordinator", "subordinator", "relative", "subject pronoun", "clitic",
)  # fmt: skip
_COUNTING = frozenset({"autres", "nombreux", "nombreuses"})


class Function(NamedTuple):
    """A function, trade or tie ("ministre", "avocate") as one of its forms shows it.

    Attributes:
        key: The function that the form stands for, without gender.
        gender: The gender that the form shows by itself, or None ("ministre").
        broader: Keys of the words that may take it up.
        plural: Whether the form is a plural.
        length: Number of words.
        listed: Whether the table has it; else the article alone shows that it is one.

    """

    key: str
    gender: Gender | None
    broader: frozenset[str]
    plural: bool
    length: int
    listed: bool = True


class Civility(NamedTuple):
    """A form of address: the gender and function that it shows, and whether it announces several names."""

    gender: Gender | None
    plural: bool
    function: str


def as_gender(cell: str) -> Gender | None:
    """Return the gender that a cell of a table gives: "m", "f" or none."""
    return "f" if cell == "f" else "m" if cell == "m" else None


def _plural(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the plural of a function: its first word's, and the second's where that is an adjective."""
    if words[0] in ("premier", "premiere", "vice-premier", "haut", "haute", "souverain") and len(words) > 1:
        return (plural_of(words[0]), plural_of(words[1]), *words[2:])
    if len(words) == 2 and words[1].endswith(("al", "ale", "e", "el")):
        return (plural_of(words[0]), plural_of(words[1]))
    return (plural_of(words[0]), *words[1:])


@cache
def functions() -> dict[str, dict[tuple[str, ...], Function]]:
    """Return the forms of all functions: first word → words → function."""
    table: dict[str, dict[tuple[str, ...], Function]] = {}
    for row in read_table("speaker_functions"):
        key, broader = fold(row["same_as"]), frozenset(fold(b) for b in row["broader"].split())
        masculine = tuple(Words(row["word"]).folds)
        feminine = tuple(Words(row["feminine"]).folds)
        forms: list[tuple[tuple[str, ...], Gender | None]] = [(masculine, None if feminine == masculine else "m")]
        if feminine and feminine != masculine:
            forms.append((feminine, "f"))
        for words, gender in forms:
            for shape, plural in ((words, False), (_plural(words), True)):
                entry = Function(key, gender, broader, plural and shape != words, len(shape))
                table.setdefault(shape[0], {}).setdefault(shape, entry)
    # What others are another word for, or what takes them up, is a function itself, unless it is a name or a body too.
    others = {word for row in read_table("speaker_functions") for word in (row["same_as"], *row["broader"].split())}
    for implied in others:
        key, words = fold(implied), tuple(Words(implied).folds)
        for shape, plural in ((words, False), (_plural(words), True)):
            entry = Function(key, None, frozenset(), plural and shape != words, len(shape))
            if key not in bodies() and not is_first_name(key):
                table.setdefault(shape[0], {}).setdefault(shape, entry)
    return table


@cache
def _accented() -> frozenset[str]:
    """Return the keys of the functions of one word whose last accent tells them from a verb: "accusé", "délégué"."""
    forms = (form for row in read_table("speaker_functions") for form in (row["word"], row["feminine"]))
    single = {fold(form) for form in forms if form and " " not in form and form.endswith(("é", "ée"))}
    return frozenset(single | {key + "s" for key in single})


def function_at(words: Words, index: int) -> Function | None:
    """Return the longest function that starts at a word: one of the table, or one that the article has shown."""
    first = words.folds[index]
    found = _listed_at(words, index) if first in functions() or "-" in first else None
    if found is None and first in words.offices and words.forms[index].islower():
        return Function(_of_both_genders(first), None, frozenset(), plural=False, length=1, listed=False)
    return found


def _listed_at(words: Words, index: int) -> Function | None:
    """Return the longest function of the table that starts at a word, a prefixed "ex-" or "vice-" aside."""
    first = words.folds[index]
    table = functions()
    found = table.get(first)
    if first in _accented() and words.forms[index].islower() and not _ACUTE.intersection(words.forms[index]):
        return None  # "Anne Roy accuse" is no "accusé"
    if found is None:
        bare = first.removeprefix("ex-").removeprefix("vice-")
        found = table.get(bare) if bare != first else None
        if found is None:
            return _compound(first)
        first = bare
    best = None
    for shape, function in found.items():
        if best is not None and function.length <= best.length:
            continue
        if function.length == 1 or (first, *words.folds[index + 1 : index + function.length]) == shape:
            best = function
    return best


_DEGREES = frozenset({"sous", "co", "archi"})


def _of_both_genders(key: str) -> str:
    """Return a function in the masculine, by its ending: "quarteniere" → "quartenier", "tisseuse" → "tisseur"."""
    for feminine, masculine in _FEMININES:
        if key.endswith(feminine):
            return key.removesuffix(feminine) + masculine
    return key


_FEMININES = (("trice", "teur"), ("euse", "eur"), ("ienne", "ien"), ("onne", "on"), ("iere", "ier"), ("ee", "e"))


def _compound(key: str) -> Function | None:
    """Return the function of two joined by a hyphen, which the first may stand for: "député-maire".

    Behind a word that no table has a rank shows it ("caporal-chef", but "projet-pilote"), before one that a table has
    a degree ("sous-greffier").
    """
    one, hyphen, other = key.rpartition("-")
    first = functions().get(one, {}).get((one,)) if hyphen else None
    second = functions().get(other, {}).get((other,)) if hyphen else None
    ranked = other == "chef" or other in word_set("task") or one in _DEGREES
    if second is None or (first is None and not (ranked and one.isalpha())):
        return None
    if first is None:
        return Function(key, second.gender, second.broader | {second.key}, second.plural, 1)
    broader = first.broader | second.broader | {first.key, second.key}
    return Function(key, first.gender or second.gender, broader, first.plural, 1)


# "Saint" before a name is a part of it.
_SAINTS = frozenset({"st", "ste"})


@cache
def civilities() -> dict[str, Civility]:
    """Return the forms of address."""
    known = {
        fold(row["word"]): Civility(as_gender(row["gender"]), row["number"] == "2", fold(row["function"]))
        for row in read_table("speaker_civilities")
    }
    others = {word + stop for word in words_of("civility") - _SAINTS for stop in ("", ".") if len(word + stop) > 1}
    return {**dict.fromkeys(others, Civility(None, False, "")), **known}


@cache
def openers() -> frozenset[str]:
    """Return the common words that carry a capital only because they start a sentence."""
    return frozenset(fold(row["word"]) for row in read_table("speaker_openers")) | _closed(*_CLOSED)


def _closed(*classes: str) -> frozenset[str]:
    """Return the words of closed classes of French, as keys."""
    return frozenset(map(fold, words_of(*classes)))


@cache
def determiners() -> frozenset[str]:
    """Return the determiners, contracted ones included; numerals and words that count ("nombreux") are none here."""
    own = {fold(row["word"]) for row in read_table("speaker_openers") if row["kind"] == "determiner"}
    return frozenset(own | (_closed("determiner", "partitive") - _closed("numeral") - _COUNTING))


@cache
def opening_determiners() -> frozenset[str]:
    """Return the determiners that open a group of their own: "de" ties one to the noun before it."""
    return determiners() - {"de", "d'"}


@cache
def prepositions() -> frozenset[str]:
    """Return the prepositions that keep what follows from being a subject."""
    own = {fold(row["word"]) for row in read_table("speaker_openers") if row["kind"] == "preposition"}
    return frozenset(own | _closed("preposition", "partitive")) - {"selon"}


@cache
def countries() -> dict[str, Gender | None]:
    """Return the countries and regions with the gender of their names."""
    return {fold(row["name"]): as_gender(row["gender"]) for row in read_table("speaker_countries")}


@cache
def demonyms() -> dict[str, tuple[str, Gender | None]]:
    """Return each form of each country's adjective with the country and the gender that the form shows."""
    table: dict[str, tuple[str, Gender | None]] = {}
    for row in read_table("speaker_countries"):
        country, m, f = fold(row["name"]), fold(row["adjective"]), fold(row["feminine"])
        if not m:
            continue
        forms: list[tuple[str, Gender | None]] = [(m, "m"), (f, "f")] if m != f else [(m, None)]
        for form, gender in forms:
            table.setdefault(form, (country, gender))
            table.setdefault(form if form.endswith(("s", "x")) else form + "s", (country, gender))
    return table


class Body(NamedTuple):
    """A noun for a body ("syndicat"): its gender and the families of bodies it can take up."""

    key: str
    gender: Gender | None
    families: frozenset[str]
    plural: bool


@cache
def bodies() -> dict[str, Body]:
    """Return the nouns for bodies, singular and plural."""
    table: dict[str, Body] = {}
    for row in read_table("speaker_bodies"):
        word, families = fold(row["word"]), frozenset(fold(f) for f in row["families"].split())
        table[word] = Body(word, as_gender(row["gender"]), families, False)
        if plural_of(word) != word:
            table.setdefault(plural_of(word), Body(word, as_gender(row["gender"]), families, True))
    families_named = {fold(family) for row in read_table("speaker_bodies") for family in row["families"].split()}
    for family in families_named - word_set("named_head"):
        table.setdefault(family, Body(family, None, frozenset({family}), False))
        table.setdefault(plural_of(family), Body(family, None, frozenset({family}), True))
    return table


@cache
def known_bodies() -> dict[str, list[tuple[str, ...]]]:
    """Return the names of several words that the press gives bodies without more, longest first, by their first word.

    >>> known_bodies()["nations"]
    [('nations', 'unies')]
    """
    names: dict[str, list[tuple[str, ...]]] = {}
    for row in read_table("cast_bodies"):
        for name in row["names"].split(";"):
            keys = tuple(Words(name).folds)
            if len(keys) > 1:
                names.setdefault(keys[0], []).append(keys)
    return {first: sorted(long, key=len, reverse=True) for first, long in names.items()}


@cache
def documents() -> frozenset[str]:
    """Return the nouns for what is written or said, singular and plural."""
    words = {fold(row["word"]) for row in read_table("speaker_documents")}
    return frozenset(words | set(map(plural_of, words)))


@cache
def _adjectives() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    words, others, endings = set(), set(), set()
    for row in read_table("speaker_adjectives"):
        form = fold(row["form"])
        if row["adjective"] == "no":
            others.add(form)
        elif form.startswith("-"):
            endings.add(form[1:])
        else:
            words |= {form, form + "s"}
    # "l'exécutif | souhaite", "le maire | félicite": what verbs around speech look like is no ending of adjectives.
    infinitives = {
        infinitive_of(row["verb"]) for table in ("reporting_verbs", "semi_auxiliaries") for row in read_table(table)
    }
    others |= {fold(verb)[:-1] for verb in infinitives if verb.endswith("er")} - words
    return frozenset(words), frozenset(others), tuple(sorted(endings))


@lru_cache(maxsize=1 << 12)
def is_adjective(key: str) -> bool:
    """Tell whether a word after a noun can be its adjective, by the word or its ending.

    >>> is_adjective("socialiste"), is_adjective("insiste"), is_adjective("chinoise")
    (True, False, True)
    """
    words, others, endings = _adjectives()
    if key in others:
        return False
    return key in words or key in demonyms() or (len(key) > 4 and key.endswith(endings))


@cache
def families() -> frozenset[str]:
    """Return the nouns for a whole family of bodies, in the singular: "les | autorités"."""
    return frozenset(family for body in bodies().values() for family in body.families)


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the closed sets of words, as keys; a set of which nothing is known is empty.

    A set that holds a whole class of French words has these from the class, and in the table only what it adds.

    >>> "leur" in word_set("definite"), "trois" in word_set("number"), "sur" in word_set("link")
    (True, True, True)
    """
    rows = (*read_table("speaker_words"), *read_table("noun_sets"))
    own = frozenset(fold(row["word"]) for row in rows if row["set"] == name)
    return own | frozenset(map(fold, _classes().get(name, ())))


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Return the classes of French words that closed sets hold, by the names of the sets."""
    known = determiners_of("definite", "demonstrative", "possessive")
    contracted = determiners_of("contracted") | {"des"}
    return {
        "article": known | contracted | determiners_of("indefinite", "personal possessive"),
        "definite": known | contracted,
        "pointing": known | determiners_of("contracted"),
        "plural_determiner": showing("p") | words_of("numeral"),
        "inner": known | determiners_of("indefinite"),
        "link": GOVERNORS,
        "leading": GOVERNORS - {"à"},
        "small": determiners_of("definite") | GOVERNORS | {"et"},
        "number": words_of("numeral") - {"deux"},
        "share": words_of("share") - {"%", "quarts"},
        "particle": words_of("name particle") | CONTRACTED["de"],
    }


@lru_cache(maxsize=1 << 12)
def is_done(word: str, name: str) -> bool:
    """Tell whether a word in lower case is the past participle of a verb of one of the closed sets.

    >>> is_done("émise", "issued"), is_done("émise", "received"), is_done("émet", "issued")
    (True, False, False)
    """
    return any(form.mood == "past_participle" for form in forms_in(word, name))


def forms_in(word: str, name: str) -> list[VerbForm]:
    """Return what a word in lower case can be as a form of a verb of one of the closed sets.

    >>> [form.mood for form in forms_in("émet", "issued")]
    ['finite']
    """
    return [form for form in readings(word) if fold(form.lemma) in word_set(name)]


def is_inhabitant(key: str) -> bool:
    """Tell whether a noun with a capital can say where someone is from ("le Vaudois", "la Valaisanne").

    >>> is_inhabitant("vaudois"), is_inhabitant("valaisan"), is_inhabitant("vatican"), is_inhabitant("commission")
    (True, True, False, False)
    >>> is_inhabitant("franco-algerien")
    True
    """
    before, hyphen, after = key.rpartition("-")
    if hyphen and before.endswith("o"):
        key = after  # the first of two ends in "-o" (Grevisse, Le Bon Usage, éléments de composition)
    if key in countries() or key in bodies() or key in parties() or key in word_set("metonym"):
        return False
    return is_adjective(key) or (len(key) > 4 and key.endswith(("an", "ane", "anne", "ard", "arde", "and", "ande")))


@cache
def parties() -> frozenset[str]:
    """Return the parties whose names look like a person's surname beside a function ("l'élu Ecolo")."""
    return frozenset(fold(row["name"]) for row in read_table("speaker_parties"))
