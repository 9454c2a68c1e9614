"""Bodies that speak: their full names for their acronyms and for the nouns that take them up."""

from functools import cached_property

from frnews._french._words import words_of
from frnews._speakers._acronyms import is_acronym, spelled_before
from frnews._speakers._groups import group_end
from frnews._speakers._lexicon import is_first_name, word_set
from frnews._speakers._names import Name
from frnews._speakers._words import Words

# Words before and after a noun in which a fuller name is looked for, and occurrences of it that are read.
_REACH, _NEAR = 3000, 40


class Bodies:
    """The bodies that one article names at length, and where each noun stands in it."""

    def __init__(self, words: Words, names: list[Name]) -> None:
        self._words = words
        self._names = names

    def _near(self, key: str, position: int) -> list[int]:
        """Return where a word stands around an offset, nearest before first, then after."""
        words = self._words
        at, _ = words.at(position, position)
        found: list[int] = []
        for low, high in ((max(0, at - _REACH), at), (at, min(len(words), at + _REACH))):
            index = low - 1
            some: list[int] = []
            while len(some) < _NEAR:
                try:
                    index = words.folds.index(key, index + 1, high)
                except ValueError:
                    break
                some.append(index)
            found += some[::-1] if high == at else some
        return found

    @cached_property
    def _acronyms(self) -> dict[str, tuple[int, int]]:
        """Acronym → the words of its full name: "Confédération générale du travail (CGT)", or by its initials."""
        words, found = self._words, dict[str, tuple[int, int]]()
        for index, key in enumerate(words.folds):
            if key != "(" or index + 2 >= len(words) or not is_acronym(words.forms[index + 1]):
                continue
            span = spelled_before(words, index, words.folds[index + 1])
            if span:
                found.setdefault(words.folds[index + 1], span)
        for name in self._names:
            # "SUD" for "SUD-PTT"
            short, hyphen, _ = name.parts[0].partition("-")
            if hyphen and is_acronym(words.forms[name.first]):
                found.setdefault(short, (name.first, name.last))
            if is_acronym(words.forms[name.first]) or name.kind == "person":
                continue
            last = group_end(words, name.first, name.last - name.first, len(words))
            initials = ""
            for index in range(name.first, last):
                if words.folds[index] not in word_set("small"):
                    initials += words.folds[index][0]
                    if len(initials) > 1 and len(initials) <= 8:
                        found.setdefault(initials, (name.first, index + 1))
        return found

    def full_name(self, key: str) -> str | None:
        """Return the full name that the article gives for an acronym, or None."""
        span = self._acronyms.get(key) or self._acronyms.get(_letters(key))
        if span is None or not self._words.forms[span[0]][0].isupper():
            return None
        return self._words.slice(*span)

    def _specifies(self, index: int) -> bool:
        """Tell whether a word after a noun starts more of its name: an adjective, or "de" and something definite."""
        key = self._words.folds[index]
        if key in ("à", "au", "aux", "en", "pour", "chez", "sur", "contre"):
            return False
        return key not in ("de", "d'") or self._words.fold_at(index + 1) not in ("un", "une")

    def longest(self, keys: tuple[str, ...], position: int) -> tuple[int, int] | None:
        """Return the words of the fullest group that starts with the same words: "police" → "police madrilène".

        Args:
            keys: The words of the short name.
            position: Offset of the short name.

        Returns:
            The range of words of the nearest longer group before, else of the first one after, or None.

        """
        words = self._words
        for index in self._near(keys[0], position):
            if tuple(words.folds[index : index + len(keys)]) != keys:
                continue
            more = index + len(keys)
            last = group_end(words, index, len(keys), len(words))
            last = next((k for k in range(more, last) if is_dated(words, k)), last)
            if keys[0] in words.folds[more:last] and "et" in words.folds[more:last]:
                last = words.folds.index("et", more)  # "la police de Peel | et la police de York"
            # "la porte-parole du gouvernement | Anne Roy"
            person = last > more and words.forms[more][0].isupper() and is_first_name(words.folds[more])
            if last > more and not person and self._specifies(more):
                return index, last
        return None


def is_dated(words: Words, index: int) -> bool:
    """Tell whether a preposition starts a day, days or a year: "Le Figaro | de mardi", "le Conseil | du 12 au 13 mars".

    A day of a month may name a body: "le Mouvement du 23 mars".
    """
    behind = words.fold_at(index + 1)
    if words.folds[index] not in ("de", "d'", "du", "en"):
        return False
    days = words.folds[index] == "du" and words.fold_at(index + 2) == "au"
    return behind in words_of("date word") or (behind.isdigit() and (len(behind) == 4 or days))


def _letters(key: str) -> str:
    return "".join(c for c in key if c.isalpha())
