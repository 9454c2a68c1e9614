"""Inflection of French verbs by rule: every simple form of an infinitive, from the models in `data/conjugations.tsv`.

A model holds a verb's principal parts (present, stem of the passé simple, stem of the future, past participle); the
rest follows from them as in any school grammar: the imperfect and the present participle from the first person plural
of the present, the subjunctive from its third person plural, the conditional from the future.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from frnews._tables import Row, read_table

__all__ = ["Mood", "Tense", "VerbForm", "conjugate", "model_of", "says_of"]

Mood = Literal["finite", "infinitive", "past_participle", "present_participle"]
Tense = Literal["present", "imperfect", "past", "future", "conditional", "subjunctive"]


_Number = Literal["s", "p"]
_Gender = Literal["f", "m"]
Says = tuple[Mood, int | None, _Number | None, _Gender | None, Tense | None]
"""The fields of a `VerbForm` but the lemma, in their order."""


# Without slots: the lexicon makes thousands of these when it loads, and a frozen slotted class takes twice as long.
@frozen(slots=False)
class VerbForm:
    """What one form of a verb says.

    Attributes:
        lemma: The infinitive, without "se": "s'indigner" is lemma "indigner".
        mood: Finite, or which of the forms without a person.
        person: 1, 2 or 3 for finite forms, else None.
        number: Of finite forms and past participles, else None. A past participle in -s or -x ("mis") is both: it
            comes once with "s" and once with "p".
        gender: Of past participles, else None.
        tense: Of finite forms, else None; both subjunctives are "subjunctive".

    """

    lemma: str
    mood: Mood
    person: int | None = None
    number: _Number | None = None
    gender: _Gender | None = None
    tense: Tense | None = None


_PERSONS: tuple[tuple[int, _Number], ...] = ((1, "s"), (2, "s"), (3, "s"), (1, "p"), (2, "p"), (3, "p"))
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_SUBJUNCTIVE = ("e", "es", "e", "ions", "iez", "ent")
_PAST = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
    "in": ("ins", "ins", "int", "înmes", "întes", "inrent"),
}
_PAST_SUBJUNCTIVE = {
    "a": ("asse", "asses", "ât", "assions", "assiez", "assent"),
    "i": ("isse", "isses", "ît", "issions", "issiez", "issent"),
    "u": ("usse", "usses", "ût", "ussions", "ussiez", "ussent"),
    "in": ("insse", "insses", "înt", "inssions", "inssiez", "inssent"),
}
# What "*" in an ending stands for: the consonants after which é and e change before a mute syllable. Two consonants
# of different syllables ("rester", "confesser") close the syllable before them, and nothing changes.
_OPEN_SYLLABLE = re.compile("([eé])((?:ch|gn|gu|qu|[bcdfgptv]r|[bcfgp]l|[bcdfghjklmnpqrstvwz]))er$")


def conjugate(infinitive: str, *, second_person: bool = True) -> tuple[tuple[str, VerbForm], ...]:
    """Return each simple form of a verb with what it says, in lower case; one form can come several times.

    Args:
        infinitive: In lower case, without "se".
        second_person: Whether to return the forms of tu and vous.

    Raises:
        ValueError: No French verb ends so.

    >>> [form for form, says in conjugate("annoncer") if says.tense == "imperfect"]
    ['annonçais', 'annonçais', 'annonçait', 'annoncions', 'annonciez', 'annonçaient']
    >>> [form for form, says in conjugate("promettre") if says.mood == "past_participle" and says.gender == "f"]
    ['promise', 'promises']

    """
    radical, model = model_of(infinitive)
    forms = _inflect(*model) if second_person else says_of(model)
    return tuple([(radical + form, VerbForm(infinitive, *says)) for form, says in forms])


def model_of(infinitive: str) -> tuple[str, tuple[str, str]]:
    """Return the radical of a verb and the model by which it inflects: an ending, and what "*" in it stands for.

    >>> model_of("révéler")
    ('rév', ('é*er', 'l'))
    """
    ending, onset = _ending_of(infinitive)
    return infinitive[: len(infinitive) - len(ending.replace("*", onset).lstrip("^"))], (ending, onset)


def says_of(model: tuple[str, str]) -> tuple[tuple[str, Says], ...]:
    """Return the endings of a model, but for those of tu and vous, each with what it says beside the lemma."""
    return _without_second_person(*model)


@cache
def _without_second_person(ending: str, onset: str) -> tuple[tuple[str, Says], ...]:
    return tuple((form, says) for form, says in _inflect(ending, onset) if says[1] != 2)


@cache
def _inflect(ending: str, onset: str) -> tuple[tuple[str, Says], ...]:
    """Return every form of the verbs of one model, without the radical, with what it says beside the lemma."""
    parts = {name: cell.replace("*", onset) for name, cell in _models()[ending].items()}
    present = parts["present"].split()
    plural = _stem(present[3], "ons")
    past, _, vowel = parts["past"].partition(":")
    subjunctive = _subjunctive(parts["subjunctive"], _stem(present[5], "ent"), plural)
    forms = [*_infinitives(parts["ending"].lstrip("^"))]
    forms += _finite("present", present)
    forms += _finite("imperfect", _join(parts["imperfect"] or plural, _IMPERFECT))
    forms += _finite("future", _join(parts["future"], _FUTURE))
    forms += _finite("conditional", _join(parts["future"], _IMPERFECT))
    forms += _finite("past", _join(past, _PAST[vowel]))
    forms += _finite("subjunctive", subjunctive)
    forms += _finite("subjunctive", _join(past, _PAST_SUBJUNCTIVE[vowel]))
    gerunds = parts["gerund"] or _join(plural, ("ant",))[0]
    forms += [(gerund, ("present_participle", None, None, None, None)) for gerund in gerunds.split("/")]
    forms += _past_participle(parts["participle"])
    return tuple((form, says) for form, says in forms if form != "-")


def _infinitives(written: str) -> Iterator[tuple[str, Says]]:
    # The spelling of 1990 writes "reconnaitre"; both are in use.
    for infinitive in sorted({written, written.replace("aître", "aitre")}):
        yield infinitive, ("infinitive", None, None, None, None)


def _finite(tense: Tense, forms: list[str]) -> Iterator[tuple[str, Says]]:
    for (person, number), cell in zip(_PERSONS, forms, strict=True):
        for form in cell.split("/"):
            yield form, ("finite", person, number, None, tense)


def _past_participle(masculine: str) -> Iterator[tuple[str, Says]]:
    # "dû" and "mû" keep their circumflex in the masculine singular alone.
    base = masculine.replace("û", "u")
    yield masculine, ("past_participle", None, "s", "m", None)
    yield base if base.endswith("s") else base + "s", ("past_participle", None, "p", "m", None)
    feminine = base[:-1] + "te" if base.endswith("sous") else base + "e"  # "dissous, dissoute"
    yield feminine, ("past_participle", None, "s", "f", None)
    yield feminine + "s", ("past_participle", None, "p", "f", None)


def _subjunctive(given: str, stem: str, plural: str) -> list[str]:
    """Return the six forms of the present subjunctive, from the model's cell or by rule."""
    cells = given.split()
    if len(cells) == len(_PERSONS):
        return cells
    stems = cells * 2 if len(cells) == 1 else cells or [stem, plural]
    singular, plural_stem = stems
    forms = _join(singular, _SUBJUNCTIVE)
    forms[3:5] = _join(plural_stem, _IMPERFECT)[3:5]
    return forms


def _join(stem: str, endings: tuple[str, ...]) -> list[str]:
    """Return stem + ending for each ending; a stem in free variation gives forms in free variation.

    >>> _join("annonç", ("ait", "ions")), _join("paier/payer", ("a",))
    (['annonçait', 'annoncions'], ['paiera/payera'])
    """
    return ["/".join(_spell(variant, ending) for variant in stem.split("/")) for ending in endings]


def _spell(stem: str, ending: str) -> str:
    """Return stem + ending; "ç" and "ge" stay only where the consonant would harden without them.

    >>> _spell("exige", "a"), _spell("exige", "èrent")
    ('exigea', 'exigèrent')
    """
    if stem == "-":
        return "-"
    if ending[0] in "eèiî":
        if stem.endswith("ç"):
            return stem[:-1] + "c" + ending
        if stem.endswith("ge"):
            return stem[:-1] + ending
    return stem + ending


def _stem(cell: str, ending: str) -> str:
    """Return a form (or several in free variation) without its ending; "-" stays."""
    if not cell.endswith(ending):
        return "-"
    return "/".join(form.removesuffix(ending) for form in cell.split("/"))


def _ending_of(infinitive: str) -> tuple[str, str]:
    """Return the ending by which `data/conjugations.tsv` lists the verb, and the consonants that "*" in it stands for.

    >>> _ending_of("annoncer"), _ending_of("révéler"), _ending_of("dire")
    (('cer', ''), ('é*er', 'l'), ('^dire', ''))
    """
    models = _models()
    if "^" + infinitive in models:
        return "^" + infinitive, ""
    open_syllable = _OPEN_SYLLABLE.search(infinitive)
    for start in range(len(infinitive)):
        if infinitive[start:] in models:
            return infinitive[start:], ""
        if open_syllable and open_syllable.start() == start:
            vowel, onset = open_syllable.groups()
            return f"{vowel}*er", onset
    raise ValueError(f"not an infinitive: {infinitive!r}")


@cache
def _models() -> dict[str, Row]:
    """Return the models by their endings."""
    return {row["ending"]: row for row in read_table("conjugations")}
