"""Bodies that speak: their full names for their acronyms and for the nouns that take them up."""

from functools import cached_property
from itertools import compress, count

from frnews._french._first_names import is_first_name
from frnews._french._words import words_of
from frnews._names._acronyms import is_acronym, spelled_before
from frnews._names._group_ends import group_end
from frnews._names._lexicon import word_set
from frnews._names._names import Name
from frnews._names._words import Words

# Words before and after a noun in which a fuller name is looked for, and occurrences of it that are read.
_REACH, _NEAR = 3000, 40


class Bodies:
    """The bodies that one article names at length, and where each noun stands in it."""

    def __init__(self, words: Words, names: list[Name]) -> None:
        self._words = words
        self._names = names
        self._named: dict[str, dict[str, tuple[int, int]]] = {}

    def _near(self, key: str, position: int) -> list[int]:
        """Return where a word stands around an offset, nearest before first, then after."""
        words = self._words
        at = words.first_from(position)
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
    def _spelled(self) -> dict[str, tuple[int, int]]:
        """Acronym → the words before it: "Confédération générale du travail (CGT)"."""
        words, found = self._words, dict[str, tuple[int, int]]()
        for index in compress(count(), map("(".__eq__, words.folds[:-2])):
            span = is_acronym(words.forms[index + 1]) and spelled_before(words, index, words.folds[index + 1])
            if span:
                found.setdefault(words.folds[index + 1], span)
        return found

    @cached_property
    def _by_letter(self) -> dict[str, list[Name]]:
        """The names that an acronym can stand for, by its first letter."""
        words, small, found = self._words, word_set("small"), dict[str, list[Name]]()
        for name in self._names:
            at = name.first
            if is_acronym(words.forms[at]):
                if "-" not in name.parts[0]:
                    continue
            elif name.kind == "person":
                continue
            else:
                while at + 1 < len(words) and words.folds[at] in small:
                    at += 1
            found.setdefault(words.folds[at][0], []).append(name)
        return found

    def _initials(self, letter: str) -> dict[str, tuple[int, int]]:
        """Return the words that are named, by their initials, for those that start with a letter."""
        words, found = self._words, dict[str, tuple[int, int]]()
        for name in self._by_letter.get(letter, ()):
            if is_acronym(words.forms[name.first]):
                found.setdefault(name.parts[0].partition("-")[0], (name.first, name.last))  # "SUD" for "SUD-PTT"
                continue
            last = group_end(words, name.first, name.last - name.first, len(words))
            initials = ""
            for index in range(name.first, last):
                if words.folds[index] not in word_set("small"):
                    initials += words.folds[index][0]
                    if len(initials) > 1 and len(initials) <= 8:
                        found.setdefault(initials, (name.first, index + 1))
        return found

    def _span(self, key: str) -> tuple[int, int] | None:
        """Return the words that an acronym stands for, or None."""
        if (spelled := self._spelled.get(key)) or not key:
            return spelled
        if key[0] not in self._named:
            self._named[key[0]] = self._initials(key[0])
        return self._named[key[0]].get(key)

    def full_name(self, key: str) -> str | None:
        """Return the full name that the article gives for an acronym, or None."""
        span = self._span(key) or self._span(_letters(key))
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
