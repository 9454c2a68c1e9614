"""Where a run of capitals holds two names: "le patron de la CGT | Philippe Martinez"."""

from collections.abc import Container

from frnews._french._first_names import is_first_name
from frnews._french._words import GOVERNORS, words_of
from frnews._names._acronyms import is_acronym
from frnews._names._capitals import is_capital
from frnews._names._groups import group_before
from frnews._names._lexicon import (
    bodies,
    civilities,
    countries,
    function_at,
    is_adjective,
    is_inhabitant,
    openers,
    parties,
    word_set,
)
from frnews._names._words import Words

_ARTICLES = frozenset({"le", "la", "l'", "les"})
_LINKED = frozenset({"la", "l'"})
_ONE = _LINKED | {"le"}


def second_name(words: Words, first: int, last: int, mentions: Container[int]) -> int:
    """Return where the second of two names in a run of capitals starts, or 0 where there is one.

    Args:
        words: The text in words.
        first: The run's first word.
        last: The word after it.
        mentions: Offsets at which the finder has seen somebody named.

    """
    return _mention_within(words, first, last, mentions) or _split(words, first, last)


def _mention_within(words: Words, first: int, last: int, mentions: Container[int]) -> int:
    """Return the word of a run at which a name starts that the finder has seen, behind another one, or 0.

    "depuis Bruxelles | Paul Roy", "sur son compte Twitter | Mme Roy"
    """
    seen = (at for at in range(first + 1, last) if words.starts[at] in mentions and is_capital(words, at))
    return next((at for at in seen if at < last - 1 or is_first_name(words.folds[at])), 0)


def _split(words: Words, first: int, last: int) -> int:
    """Return where a person's name starts after another name in one run of capitals, or 0.

    "le patron de la CGT | Philippe Martinez", "le ministre de l'Intérieur | Gérald Darmanin".
    """
    if words.fold_at(first - 1) == "d'" and last - first > 1:
        # "la conseillère d'État | Doris Roy"
        office = function_at(words, first - 2) if first > 1 else None
        if (office and office.length == 3) or words.folds[first] == "etat":
            return first + 1  # "l'agence d'État | Chine nouvelle"
    named = is_first_name(words.folds[first]) and words.fold_at(first + 1) not in ("du", "des")
    if named and last - first > 3 and words.fold_at(first - 1) in GOVERNORS and is_first_name(words.folds[first + 2]):
        # "le soutien d'Alain Roy | Benoist Petit"
        return first + 2
    if last - first < 3 or named or words.folds[first] in civilities():
        return 0
    acronym = is_acronym(words.forms[first]) and not is_acronym(words.forms[last - 1])
    if (
        acronym
        and not function_at(words, first)
        and words.fold_at(first - 1) in _ARTICLES
        and not is_first_name(words.fold_at(first + 1))
    ):
        return 0  # "le EU Disinfo Lab"; a leader's name stands behind "du"
    if words.folds[first] in countries():
        # "le président de Debout la France | Nicolas Roy"; behind an article two words are a name: "… | Octave Roy"
        placed = words.fold_at(first - 1) in _ARTICLES and last - first == 3 and words.forms[first + 1][0].isupper()
        if is_first_name(words.fold_at(first + 1)) or placed:
            return first + 1
    # "le député Vert | Noël Roy", but "le docteur Tiémoko Marie Koné"
    key = words.folds[first]
    article = key in _ARTICLES and words.forms[first][0].isupper()  # "le député Les Républicains | Paul Roy"
    aside = article or key in parties() or key in bodies() or is_adjective(key)
    beside = first > 0 and function_at(words, first - 1) is not None and (acronym or aside)
    before = words.fold_at(first - 1)
    governed = _is_governed(words, first)
    # "le Vaudois | Pierre-Yves Maillard"
    inhabitant = before in _ONE and is_inhabitant(words.folds[first]) and not function_at(words, first)
    shown = acronym or governed or beside or inhabitant
    # "le fondateur du cabinet Sigma Conseil | Paul Roy", "le préfet de la région Hauts-de-France | Paul Roy"
    housed = not shown and (before in word_set("territory") or (before in bodies() and _is_governed(words, first - 1)))
    if not (shown or housed):
        return 0
    called = key in word_set("named_after")
    for index in range(first + 1, last - 1):
        if is_first_name(words.folds[index]) and words.forms[index][0].isupper():
            # "le lycée Saint Jean Baptiste", "une note de la Fondation Jean Roy"
            borne = words.folds[index - 1] in words_of("place head") or (called and index == first + 1)
            return 0 if borne else index
    if housed:
        return 0
    if acronym:
        named = words.folds[last - 1] not in word_set("body_word") and words.forms[first + 1][0].isupper()
        return first + 1 if named else 0
    return 0 if beside or called else _split_surname(words, first, last)


def _split_surname(words: Words, first: int, last: int) -> int:
    """Return where a first name of no table starts the name that ends a run, or 0: "… des Finances | Ylva Roy"."""
    index = last - 2
    while index > first + 1 and (words.folds[index] in word_set("particle") or words.folds[index] in _ARTICLES):
        # "le ministre des Finances | Gonzague Le Maire"
        index -= 1
    thing = words.folds[last - 1] in word_set("body_word") or words.folds[index] in openers()
    if thing or not words.forms[index][0].isupper():
        return 0
    return index if group_before(words, index) is not None else 0


def _is_governed(words: Words, first: int) -> bool:
    """Tell whether "de" or its like stands before a word, an article between them or not."""
    before = words.fold_at(first - 1)
    return before in GOVERNORS or (before in _LINKED and words.fold_at(first - 2) in GOVERNORS)
