"""What a capital says: that a name starts, or only a sentence."""

from collections.abc import Container

from frnews._french._determiners import determiners_of
from frnews._french._first_names import first_names
from frnews._french._verbs import readings
from frnews._french._words import DASHES, GOVERNORS
from frnews._names._lexicon import (
    bodies,
    civilities,
    countries,
    determiners,
    documents,
    function_at,
    openers,
    parties,
    prepositions,
    word_set,
)
from frnews._names._words import NEWLINES, Words

_DASHES = DASHES | {"-"}
_POSSESSIVES = determiners_of("possessive", "personal possessive")
# Letters of an acronym that might open a line before a dash: "SNCF - Le trafic …".
_LONGEST_ACRONYM = 5
# Words of offices in two words.
_OF_OFFICES = frozenset({"president", "general", "delegue", "adjoint", "directeur"})
# Signs behind which a sentence, a clause or a piece in marks starts.
_BEFORE_START = frozenset('.?!…:«»"“”—–-•(*')


def starts_sentence(words: Words, index: int) -> bool:
    """Tell whether a line, a sentence, a clause or a piece in marks starts at a word, as the sign before it shows.

    >>> words = Words("Paul est là. Anne aussi")
    >>> [words.forms[index] for index in range(len(words)) if starts_sentence(words, index)]
    ['Paul', 'Anne']
    """
    if not 0 < index <= len(words.forms):
        return True
    before = words.forms[index - 1]
    return before in _BEFORE_START or before[0] in NEWLINES


def is_capital(words: Words, index: int) -> bool:
    """Tell whether there is a word at an index, and a capital starts it."""
    return 0 <= index < len(words.forms) and words.forms[index][0].isupper()


def past_openers(words: Words, index: int) -> int:
    """Return where a run of capitals starts whose first words carry one by their place only: "Le | Vaudois Roy"."""
    if starts_sentence(words, index):
        while is_opener(words, index) and is_capital(words, index + 1) and words.adjoining(index):
            if tuple(words.folds[index : index + 2]) in words.opened:
                break  # "Notre Tour a annoncé", of "le collectif Notre Tour"
            if has_mark(words, index + 2):
                break  # "En Marche ! a annoncé"
            index += 1
    return index


def has_mark(words: Words, index: int) -> bool:
    """Tell whether a name's own mark stands at a word, and no sentence's: "Yahoo | ! a annoncé"."""
    behind = index + 1 < len(words) and words.forms[index] == "!"
    return behind and words.forms[index + 1].islower() and words.adjoining(index)


def is_kicker(words: Words, index: int) -> bool:
    """Tell whether a word in capitals alone opens a line before a dash, as a site's section does: "POLITIQUE - Le"."""
    if index + 1 >= len(words) or words.forms[index + 1] not in _DASHES or not words.is_line_end(index - 1):
        return False
    return len(words.forms[index]) > _LONGEST_ACRONYM and words.forms[index].isupper() and words.adjoining(index)


def is_opener(words: Words, index: int) -> bool:
    """Tell whether a word is one that mostly opens sentences ("Le", "Pour"), and no form of address."""
    return words.folds[index] in openers() and words.folds[index] not in civilities()


def is_office(words: Words, index: int, civility: str) -> bool:
    """Tell whether a word with a capital is a function, no surname: "le Président", but "M. Berger", "dit Berger"."""
    found = function_at(words, index)
    if found is None or found.length > 1:
        return found is not None  # "vice-| Premier ministre"
    before = words.fold_at(index - 1)
    governed = before in determiners() or before in prepositions() or starts_sentence(words, index)
    titled = function_at(words, index - 1) is not None
    # "le maire | Boucher", but "le ministre | Président", "Premier | Ministre"
    office = titled and (words.folds[index] in _OF_OFFICES or words.forms[index - 1][0].isupper())
    return not civility and (governed or office)


def own_capitals(words: Words) -> frozenset[str]:
    """Return the keys of the words that carry a capital of their own somewhere, and not by their place alone.

    >>> own_capitals(Words("Hier, Anne est venue. Demain aussi."))
    frozenset({'anne'})
    """
    return frozenset(words.folds[index] for index in words.capitals if not starts_sentence(words, index))


def opened_names(words: Words) -> frozenset[tuple[str, ...]]:
    """Return the first two words of the names that open with a possessive: "le collectif | Notre Tour".

    >>> opened_names(Words("Le collectif Notre Tour a dit non. Notre Dame aussi."))
    frozenset({('notre', 'tour')})
    """
    found = (i for i in words.capitals if words.folds[i] in _POSSESSIVES and not starts_sentence(words, i))
    return frozenset(tuple(words.folds[i : i + 2]) for i in found if is_capital(words, i + 1) and words.adjoining(i))


def past_common_word(words: Words, first: int, last: int, capitals: Container[str], mentions: Container[int]) -> int:
    """Return where a run of capitals starts, a common word left out whose capital is due to its place.

    "Débarqué de | Martinique", "Conclusion de | Tamara Roy", "Difficile de dire": a word that has no capital anywhere
    else is a name at the head of a sentence where the tables know it, where it is the subject of a verb, or where the
    finder has seen somebody named.

    >>> words = Words("Conclusion de Tamara Roy")
    >>> past_common_word(words, 0, 4, own_capitals(words), ())
    1
    """
    if not starts_sentence(words, first) or not words.forms[first][1:].islower() or words.starts[first] in mentions:
        return first
    linked = last - first > 1 and words.fold_at(first + 1) in GOVERNORS and is_capital(words, first + 2)
    written = linked and words.folds[first] in documents()
    if words.folds[first] in capitals or (_is_known(words, first) and not written):
        return first
    if last - first > 1:
        return first + 1 if linked else first
    verb = last + has_mark(words, last)
    following = words.forms[verb].lower() if verb < len(words) else ""
    is_subject = any(form.mood == "finite" and form.number == "s" for form in readings(following))
    return first if is_subject and not readings(words.forms[first].lower()) else last


def _is_known(words: Words, index: int) -> bool:
    """Tell whether the tables know a word as a name, or as the first word of one."""
    key = words.folds[index]
    tables = (first_names(), civilities(), bodies(), documents(), countries(), parties(), word_set("platform"))
    return any(key in table for table in tables) or function_at(words, index) is not None


def is_common_noun(words: Words, index: int) -> bool:
    """Tell whether a noun is written as no name is: "association", and "ONG", which the press writes in capitals."""
    return words.forms[index].islower() or words.folds[index] == "ong"
