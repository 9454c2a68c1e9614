"""Acronyms, and the names that they spell: "Action des parents pour la sécurité de la route (APSR)"."""

from frnews._speakers._lexicon import word_set
from frnews._speakers._words import Words

# Words of a name that its acronym spells, at most.
SPELLED = 16


def is_acronym(form: str) -> bool:
    """Tell whether a word is written as an acronym ("CGT", "LFI", "U.M.P."), and not as initials ("J-M").

    >>> is_acronym("CGT"), is_acronym("Poutine"), is_acronym("SUD-PTT"), is_acronym("J.-M.")
    (True, False, True, False)
    """
    if not form.isupper():
        return False
    letters = [c for c in form if c.isalpha()]
    if len(letters) < 2 or not all(c.isupper() for c in letters):
        return False
    return "-" not in form or any(len(part.strip(".")) > 1 for part in form.split("-"))


def spelled_before(words: Words, index: int, acronym: str) -> tuple[int, int] | None:
    """Return the words before a parenthesis whose initials make an acronym."""
    letters = "".join(c for c in acronym if c.isalpha())
    at, left = index - 1, len(letters)
    while at >= max(0, index - SPELLED) and left:
        key = words.folds[at]
        if key not in word_set("small"):
            if key[0] != letters[left - 1]:
                return None
            left -= 1
            if not left:
                return at, index
        elif key[0] == letters[left - 1] and left > 1 and words.fold_at(at - 1)[:1] == letters[left - 2]:
            left -= 1
        at -= 1
    return None
