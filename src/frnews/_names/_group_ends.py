"""Where a noun group ends whose noun is known: "le maire de Brest", "une source proche du dossier"."""

from frnews._french._first_names import is_first_name
from frnews._french._verbs import is_infinitive, readings
from frnews._french._words import CONTRACTED, press_nouns, to_newsroom, words_of
from frnews._names._lexicon import determiners, documents, function_at, is_adjective, openers, word_set
from frnews._names._words import Words

FINITE = frozenset({"a", "est", "avait", "etait", "ont", "sont", "avaient", "etaient"})
"""Forms before which an unknown word is no verb, under their keys."""
LONGEST_GROUP = 24
"""Words of a noun group, at most."""
_FIRM_LINKS = CONTRACTED["de"]
# What may bring in a second complement behind "et".
_JOINED_LINKS = _FIRM_LINKS | {"à"}


def group_end(words: Words, head: int, length: int, limit: int) -> int:
    """Return the index after the noun group whose noun is known.

    Args:
        words: The text.
        head: Index of the noun.
        length: Number of words of the noun.
        limit: Index that the group may not pass.

    Returns:
        The index after its adjectives and its complements with "de", "à", "en"…: whatever comes first of a sign, a
        verb, a pronoun or any word that continues no group.

    """
    limit = min(limit, head + LONGEST_GROUP, len(words))
    index = good = head + length
    links = word_set("link")
    while index < limit:
        key, form = words.folds[index], words.forms[index]
        if words.is_line_end(index):
            break
        if key == "(" and index > head and (after := _after_party(words, index, limit)):
            index = after
            continue
        if key in links and key not in _FIRM_LINKS and not _continues(words, head, index, limit):
            break
        if key in links or (key in word_set("inner") and words.folds[index - 1] in links):
            index += 1
            continue
        if key == "et" and index + 1 < limit and words.folds[index + 1] in _JOINED_LINKS:
            if links.isdisjoint(words.folds[head + length : index]):
                break  # "auprès de la mairie | et du parquet", but "la fédération du bois et | du fer"
            index += 1
            continue
        linked = _is_linked(words, head, index)
        if linked and not form[0].isupper() and _opens_infinitive(words, index, limit):
            break
        if index == good and _is_unknown_adjective(words, index):
            good = index + 1
            break
        # "la gendarmerie de haute montagne": its noun follows the adjective.
        linked = linked or (good < index and words.folds[index - 1] in word_set("before"))
        if linked or _goes_on(words, head, index):
            if not form[0].isalnum() or (not linked and form[0].isupper() and key in determiners()):
                break
            index += 1
            # "anciens" alone ends no group: its noun is still to come.
            good = good if key in word_set("before") else index
            continue
        if key == "et" and good == index and index + 1 < limit and is_adjective(words.folds[index + 1]):
            index += 1
            continue
        break
    return good


def _is_linked(words: Words, head: int, index: int) -> bool:
    """Tell whether a word stands behind what brings in a complement, an article or a number between them or not."""
    links, before = word_set("link"), words.folds[index - 1]
    if before in links or (before in word_set("inner") and words.folds[index - 2] in links):
        return True
    # "maire du 18e arrondissement", but "France 24 | résume"
    counted = before[0].isdigit() and index - 1 > head
    return counted and not any(reading.mood == "finite" for reading in readings(words.low_at(index)))


def _is_unknown_adjective(words: Words, index: int) -> bool:
    """Tell whether an unknown word before "a", "est" is an adjective: "le député | bleuet | a …".

    Two finite verbs do not adjoin.
    """
    key, verb = words.folds[index], index + 1 + (words.fold_at(index + 1) == "n'")
    if not words.forms[index].islower() or words.fold_at(verb) not in FINITE:
        return False
    return key not in determiners() and key not in FINITE and is_free(key)


def _goes_on(words: Words, head: int, index: int) -> bool:
    """Tell whether a word goes on with a group by itself: a name, a number, an adjective, two that a hyphen joins."""
    key, form = words.folds[index], words.forms[index]
    if form[0].isupper() or form[0].isdigit() or is_adjective(key):
        return True
    return "-" in key and linked_before(words, index, head)


def linked_before(words: Words, index: int, head: int) -> bool:
    """Tell whether two words that a hyphen joins go with the complement before them: "à l'Égalité femmes-hommes"."""
    return words.forms[index].islower() and words.forms[index - 1][0].isupper() and index - 1 > head


def _opens_infinitive(words: Words, index: int, limit: int) -> bool:
    """Tell whether an infinitive stands at a word, a pronoun before it: "au prévenu de | s'expliquer"."""
    if words.low_at(index) in words_of("clitic") and index + 1 < limit:
        index += 1
    return is_infinitive(words.low_at(index))


def is_free(key: str) -> bool:
    """Tell whether a word can be an unknown adjective: no common little word, no adverb."""
    return key not in openers() and len(key) > 3 and not key.endswith("ment")


def _after_party(words: Words, index: int, limit: int) -> int:
    """Return the index after "(PS)" where the group goes on with "de": "le maire (PS) de Brest", else 0."""
    for close in range(index + 2, min(index + 5, limit - 1)):
        if words.folds[close] == ")":
            return close + 1 if words.folds[close + 1] in _FIRM_LINKS else 0
    return 0


def _continues(words: Words, head: int, index: int, limit: int) -> bool:
    """Tell whether "à", "en", "pour"… go on with the group: before a name, or a task after "adjoint", "chargé"."""
    if to_newsroom([words.low_at(i) for i in range(index, min(index + 3, len(words)))]):
        office = function_at(words, head)  # "la correspondante | à la BBC", but "un proche du dossier | à l'AFP"
        return office is not None and office.key in press_nouns()
    after = index + 1
    if (
        words.folds[index] == "à"
        and is_first_name(words.fold_at(after))
        and words.fold_at(after + 1).isalpha()
        and words.forms[after + 1][0].isupper()
    ):
        return False  # "a répondu la ministre | à Paul Roy"
    if after < limit and words.folds[after] in word_set("inner"):
        after += 1
    if after >= limit:
        return False
    if words.forms[after][0].isupper():
        # "une note sur Mayotte", but "la ministre | sur BFMTV"
        return words.folds[index] != "sur" or not documents().isdisjoint(words.folds[max(0, index - 3) : index])
    if words.folds[index] == "en":
        return words.folds[after] in word_set("after_en")
    return words.folds[index - 1] in word_set("task") and words.forms[after][0].isalpha()
