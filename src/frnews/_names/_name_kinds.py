"""What kind of thing a proper name names: a person, or a body, place or title, as it and the word before it show."""

from typing import Literal

from frnews._french._first_names import is_first_name
from frnews._french._words import CLOSING_MARKS, GOVERNORS, OPENING_MARKS
from frnews._names._acronyms import is_acronym
from frnews._names._lexicon import bodies, countries, documents, parties, word_set
from frnews._names._words import Words

JOINING = frozenset({"&", "of", "for", "and", "the"})
"""Between two capitals: English words that French never has there, and the sign for "et"."""
NameKind = Literal["person", "thing", "unknown"]


def kind_of(words: Words, first: int, last: int, *, before: str, determined: bool, civility: str) -> NameKind:
    """Return what a name looks to name.

    Args:
        words: The text in words.
        first: Index of its first word, civility excluded.
        last: Index after its last word.
        before: Key of the word before it on its line, or "".
        determined: Whether that is a determiner.
        civility: Key of the form of address before it, or "".

    >>> words = Words("Anne Morel a vu Radio Brest et Orly")
    >>> [kind_of(words, *name, before="", determined=False, civility="") for name in ((0, 2), (4, 6), (7, 8))]
    ['person', 'thing', 'unknown']

    """
    if civility:
        return "person"
    if determined and before not in ("de", "d'"):
        return "thing"
    parts = words.folds[first:last]
    if _is_thing(words, first, last):
        return "thing"
    # "les salariés de Whirlpool d'Amiens"
    placed = len(parts) == 3 and parts[1] in ("de", "d'") and before in GOVERNORS and not is_first_name(parts[0])
    if before in ("de", "d'") and len(parts) > 1 and words.fold_at(first - 2) in word_set("territory"):
        return "unknown" if is_first_name(parts[0]) else "thing"  # "la wilaya de | Tizi Ouzou"
    return "person" if len(parts) > 1 and before != "en" and not placed else "unknown"


def _is_thing(words: Words, first: int, last: int) -> bool:
    """Tell whether the words of a name are those of a country, party, body, document or title."""
    parts = words.folds[first:last]
    if " ".join(parts) in countries() or " ".join(parts) in parties():
        return True
    of_body = parts[-1] in word_set("body_word") and not (len(parts) > 2 and is_first_name(parts[0]))
    if parts[0] in bodies() or parts[0] in documents() or of_body or parts[-1].isdigit():
        return True
    if parts[0] in ("les", "des", "la", "le"):
        # "Le Devoir", "La Croix": a surname alone ("Le Maire") leads to the full name before its kind is asked.
        return True
    if _is_in_marks(words, first, last):
        return True
    if words.forms[last - 1].islower() and not words.folds[last - 2].endswith("'"):
        return True  # "Pôle emploi", but "Farid M'hamed"
    if not JOINING.isdisjoint(parts):
        return True
    if len(parts) == 1:
        return is_acronym(words.forms[first]) or parts[0] in word_set("platform")
    if parts[0] in word_set("thing_opener") or _is_body_with_acronym(words, first, last):
        return True
    # "Budget de la Défense", "Palais des Congrès"
    return not is_first_name(parts[0]) and any(part in ("du", "des", "la", "l'") for part in parts[1:-1])


def _is_in_marks(words: Words, first: int, last: int) -> bool:
    """Tell whether a name fills a pair of marks, as a title does: "le chroniqueur du « Canal Football Club »"."""
    opened = first > 0 and words.forms[first - 1] in OPENING_MARKS and not is_first_name(words.folds[first])
    return opened and last < len(words) and words.forms[last] in CLOSING_MARKS


def _is_body_with_acronym(words: Words, first: int, last: int) -> bool:
    """Tell whether a name opens with an acronym and goes on in lower case: "SOS | Racisme"; no "JD Vance".

    One in the midst shows as much: "Unité | SGP | Police-FO".
    """
    if not is_first_name(words.folds[first]) and any(map(is_acronym, words.forms[first + 1 : last - 1])):
        return words.forms[first][1:].islower()
    if (
        last - first < 2
        or len(words.forms[first]) < 3
        or not is_acronym(words.forms[first])
        or "." in words.forms[first]
    ):
        return False
    # "SCPN UNSA": several acronyms too, but no name in capitals ("ANNE ROY").
    others = [words.forms[index] for index in range(first + 1, last)]
    return not is_acronym(others[-1]) or all(len(form) < 5 for form in (words.forms[first], *others))
