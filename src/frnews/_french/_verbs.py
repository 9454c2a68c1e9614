"""What a word may be as a form of a verb: every verb of `data/verbs.tsv`, reporting or not, read backwards.

The forms of two thousand verbs are not written out: a word is cut at each place, and counts where its end is an ending
of a model and its start a radical of that model.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from frnews._french._conjugation import Says, VerbForm, conjugate, model_of, says_of
from frnews._french._remembered import Remembered
from frnews._tables import read_table

REGULAR_PARTICIPLE = ("é", "ée", "és", "ées")
"""How the past participle of every verb in -er ends, of those too that no list has."""
# Verbs that the language makes every day ("finlandiser", "bunkériser", "complexifier") in the forms of the news.
_PRODUCTIVE = re.compile(
    r"([^\W\d_]{3,}(?:(?<![oa])is|ifi))"  # "danoise" and "anglaise" are no verbs
    "(?:e|ent|ait|aient|er|ée?s?|ant|era|erait)"
)
_PREFIX = re.compile(r"(?:re|ré|r|dé|co|sur|auto-?|pré)(?=[^\W\d_]{4})")


@cache
def _lemmas() -> frozenset[str]:
    listed = {row["verb"] for row in read_table("verbs")}
    return frozenset(listed | {infinitive_of(row["verb"]) for row in read_table("reporting_verbs")})


def infinitive_of(verb: str) -> str:
    """Return the bare infinitive of a verb as the tables write it.

    >>> infinitive_of("s'en prendre"), infinitive_of("(se) dire"), infinitive_of("y voir")
    ('prendre', 'dire', 'voir')
    """
    return verb.replace("(", "").replace(")", "").replace("s'", "se ").split()[-1]


class _Inflection(NamedTuple):
    """What an ending is in one model: how its verbs end, their radicals, and what a form with the ending says."""

    infinitive: str
    radicals: frozenset[str]
    says: tuple[Says, ...]


@cache
def _radicals() -> dict[tuple[str, str], frozenset[str]]:
    """Return the radicals of the verbs of each model."""
    radicals: dict[tuple[str, str], set[str]] = {}
    for lemma in _lemmas():
        radical, model = model_of(lemma)
        radicals.setdefault(model, set()).add(radical)
    return {model: frozenset(found) for model, found in radicals.items()}


@cache
def _every_radical() -> frozenset[str]:
    """Return the radicals of all models: of most words, no start is one."""
    return frozenset().union(*_radicals().values())


@cache
def _inflections() -> dict[str, tuple[_Inflection, ...]]:
    """Return what each ending may be, by the ending."""
    endings: dict[str, list[_Inflection]] = {}
    for model, kept in _radicals().items():
        infinitive = model[0].replace("*", model[1]).lstrip("^")
        says_by_ending: dict[str, list[Says]] = {}
        for ending, says in says_of(model):
            says_by_ending.setdefault(ending, []).append(says)
        for ending, every in says_by_ending.items():
            endings.setdefault(ending, []).append(_Inflection(infinitive, kept, tuple(every)))
    return {ending: tuple(inflections) for ending, inflections in endings.items()}


@cache
def _tails() -> frozenset[str]:
    """Return how endings end: where a word ends so no more, no longer ending is left to look for."""
    return frozenset(ending[start:] for ending in _inflections() for start in range(len(ending) + 1))


@cache
def _tables() -> tuple[dict[str, tuple[_Inflection, ...]], frozenset[str], frozenset[str]]:
    return _inflections(), _every_radical(), _tails()


def readings(word: str) -> tuple[VerbForm, ...]:
    """Return what a word in lower case may be as a form of a verb; () where it is none.

    >>> [(form.lemma, form.mood, form.tense) for form in readings("affirmait")]
    [('affirmer', 'finite', 'imperfect')]
    >>> readings("officier"), [form.lemma for form in readings("complexifie") if form.person == 3]
    ((), ['complexifier', 'complexifier'])
    """
    return _READINGS[word]


def _readings(word: str) -> tuple[VerbForm, ...]:
    found = _read(word)
    if found or len(word) < 6:
        return found
    prefix = _PREFIX.match(word)
    if prefix and (plain := _read(word[prefix.end() :])):
        return tuple(VerbForm(prefix[0] + f.lemma, f.mood, f.person, f.number, f.gender, f.tense) for f in plain)
    return _coined(word)


_READINGS = Remembered(_readings)


def _read(word: str) -> tuple[VerbForm, ...]:
    inflections, known, tails = _tables()
    cut, cuts = len(word), []
    while cut >= 0 and (tail := word[cut:]) in tails:
        if tail in inflections and word[:cut] in known:
            cuts.append(cut)
        cut -= 1
    found = []
    for cut in reversed(cuts):
        for infinitive, radicals, every in inflections[word[cut:]]:
            if word[:cut] in radicals:
                found += [VerbForm(word[:cut] + infinitive, *says) for says in every]
    return tuple(found)


def _coined(word: str) -> tuple[VerbForm, ...]:
    """Read a form of a verb in -iser or -ifier that no list has."""
    parts = _PRODUCTIVE.fullmatch(word) if "is" in word or "ifi" in word else None
    if parts is None:
        return ()
    return tuple(says for form, says in conjugate(parts[1] + "er", second_person=False) if form == word)


@cache
def shares() -> dict[str, float]:
    """Return, for forms that are other words too, how often they are the verb, from 0 to 1.

    >>> shares()["juge"] < 0.5 < shares()["raconte"]
    True
    """
    return {row["word"]: int(row["share"]) / 10 for row in read_table("homographs")}


@cache
def auxiliary_forms() -> frozenset[str]:
    """Return the forms of avoir and être, which make compound tenses and the passive.

    >>> {"ont", "été"} <= auxiliary_forms()
    True
    """
    return frozenset(form for verb in ("avoir", "être") for form, _ in conjugate(verb))


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """Whether a word in lower case may be a past participle, one in -é also where no list has its verb.

    >>> [w for w in ("annoncées", "dû", "ouvert", "spoilé", "parlement") if is_participle(w)]
    ['annoncées', 'dû', 'ouvert', 'spoilé']
    """
    return word.endswith(REGULAR_PARTICIPLE, 1) or any(form.mood == "past_participle" for form in readings(word))


@lru_cache(maxsize=8192)
def is_infinitive(word: str) -> bool:
    """Whether a word in lower case is an infinitive before anything else.

    >>> [w for w in ("vouloir", "mettre", "janvier", "officier", "pouvoir", "reconfiner") if is_infinitive(w)]
    ['vouloir', 'mettre', 'reconfiner']
    """
    return any(form.mood == "infinitive" for form in readings(word)) and shares().get(word, 1.0) >= 0.4
