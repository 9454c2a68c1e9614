"""Functions that no table has, learned from the article: a noun set beside the name of a person says what he is."""

from frnews._french._first_names import is_first_name
from frnews._french._suffixes import bare_endings_of, names_a_deed
from frnews._french._verbs import is_participle, readings, shares
from frnews._french._words import GOVERNORS, is_adverb, words_of
from frnews._names._colours import colours
from frnews._names._group_ends import group_end
from frnews._names._lexicon import (
    bodies,
    civilities,
    determiners,
    documents,
    function_at,
    is_adjective,
    openers,
    prepositions,
    word_set,
)
from frnews._names._words import Words

# Words from a noun to the name that it is set before, at most.
_FARTHEST = 12
# Prepositions that somebody may stand behind: "selon la quartenière Anne Roy".
_WITH_PERSONS = frozenset({"avec", "par", "pour", "contre", "chez", "entre", "sans", "envers"})
# How often a word is a verb that passes for a noun.
_HARDLY_EVER = 0.2
# A name of more words is no person's.
_LONGEST_NAME = 5
_ARTICLES = frozenset({"le", "la", "l'", "un", "une"})
_LINKS = GOVERNORS | {"a"}
_CLOSING = frozenset({",", ".", ")"})


def offices_in(words: Words) -> frozenset[str]:
    """Return the nouns of an article that no table has and that stand beside the names of persons, as keys.

    "la | quartenière | de Mons Anne Roy", "Anne Roy, | syndique | de Nyon, a": an article before the noun and a
    whole name behind all that it governs, or a name, a comma and a bare noun with what it governs (Grevisse, Le Bon
    Usage, l'apposition).

    >>> sorted(offices_in(Words("Le quartenier de Mons, Anne Roy, a dit non à Luc Rey, hallebardier à Nyon.")))
    ['hallebardier', 'quartenier']
    """
    found: set[str] = set()
    for first in words.capitals:
        if is_first_name(words.folds[first]) and (last := _name_end(words, first)):
            found.update(
                words.folds[index] for index in (_noun_before(words, first, last), _noun_after(words, last)) if index
            )
    return frozenset(found)


def _name_end(words: Words, first: int) -> int:
    """Return the index after a person's whole name that starts at a first name, or 0."""
    last = first + 1
    while last < len(words) and last - first <= _LONGEST_NAME and words.forms[last][0].isupper():
        last += 1
    # "la rue | Anne Roy", "le lycée Saint-| Anne Roy"
    named_after = (before := words.fold_at(first - 1)) in word_set("named_after") or before == "-"
    return last if last - first > 1 and not named_after else 0


def _noun_before(words: Words, first: int, last: int) -> int:
    """Return the noun that governs all the words up to a name: "le | quartenier | de Mons Anne Roy", or 0."""
    end = first - (words.fold_at(first - 1) in civilities())
    parted = words.fold_at(end - 1) == ","
    end -= parted
    if words.fold_at(end - 1) in _LINKS or (parted and words.fold_at(last) not in _CLOSING):
        return 0
    for index in range(end - 1, max(0, end - _FARTHEST), -1):
        form = words.forms[index]
        if words.is_line_end(index) or not (form[0].isalnum() or form[-1] == "'") or function_at(words, index):
            return 0
        core = index
        while core > 0 and words.folds[core - 1] in word_set("before"):
            core -= 1
        # "sur le plateau, | Anne Roy", "de la primaire, | Anne Roy": what is governed is set beside nobody.
        before = words.fold_at(core - 2) if words.fold_at(core - 1) in _ARTICLES else None
        determined = before is not None and (before not in prepositions() or (not parted and before in _WITH_PERSONS))
        if determined and group_end(words, index, 1, end) == end:
            # "le procès | Luc Rey", "le stade | Luc Rey": what bears a person's name stands right before it too.
            bears = index == end - 1 and not parted and not words.folds[index].endswith(bare_endings_of("trade"))
            return index if not bears and _may_be_office(words, index) else 0
    return 0


def _noun_after(words: Words, last: int) -> int:
    """Return the noun in apposition to a name: "Luc Rey, | hallebardier | à Nyon", or 0."""
    if words.fold_at(last) != ",":
        return 0
    index = last + 1
    determined = words.fold_at(index) in _ARTICLES
    index += determined
    while words.fold_at(index) in word_set("before"):
        index += 1
    if index + 1 >= len(words) or not _may_be_office(words, index):
        return 0
    behind = words.fold_at(index + 1)
    key = words.folds[index]
    if not determined and is_adjective(key) and not key.endswith(bare_endings_of("trade")):
        return 0  # "Luc Rey, originaire de Nyon"
    if determined:  # "Selon Anne Roy, l'usine de Belfort ferme": an apposition is closed
        end = group_end(words, index, 1, min(len(words), index + _FARTHEST))
        return index if words.fold_at(end) in _CLOSING else 0
    return index if behind in _LINKS or behind in _CLOSING else 0


def _may_be_office(words: Words, index: int) -> bool:
    """Tell whether a word may be a noun for a person: no known noun of another kind, no verb, no deed or quality."""
    key, low = words.folds[index], words.low_at(index)
    if not words.forms[index].islower() or len(key) < 4 or key in openers() or key in determiners():
        return False
    if colours(words, index, index + 1):
        return False  # "la socialiste Laure Monney": a party is no office
    if key in bodies() or key in documents() or any(key in word_set(name) for name in _THINGS):
        return False
    if function_at(words, index) is not None or names_a_deed(low) or is_adverb(low) or is_participle(low):
        return False
    verb = readings(low) and shares().get(low, 1.0) >= _HARDLY_EVER  # "président" is one in "ils président"
    return not (verb or low in words_of("date word", "quantity"))


_THINGS = ("thing_opener", "territory", "headed", "named_head", "account")
