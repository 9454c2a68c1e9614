"""Acronyms, and the names that they spell: "Action des parents pour la sécurité de la route (APSR)"."""

from frnews._names._lexicon import word_set
from frnews._names._words import Words

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


def is_blend(words: Words, first: int, last: int, key: str) -> bool:
    """Tell whether a short name is put together from the first letters of each word: "(Frapru)", "(Ademe)".

    >>> words = Words("Front d'action populaire en réaménagement urbain")
    >>> is_blend(words, 0, len(words), "frapru"), is_blend(words, 0, len(words), "frap")
    (True, False)
    """
    letters = "".join(c for c in key if c.isalpha())
    reached = {0}
    for index in range(first, last):
        word = words.folds[index]
        small = word in word_set("small")
        longer = set(reached) if small and index > first else set[int]()
        for at in reached:
            shared = 0
            while letters[at + shared : at + shared + 1] == word[shared : shared + 1] != "":
                shared += 1
                longer.add(at + shared)
        reached = longer
    return len(letters) in reached
