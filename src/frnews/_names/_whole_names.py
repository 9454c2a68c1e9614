"""What only the whole article shows of its names: a tail in lower case, or two that "de" joins in one place."""

from collections import Counter
from itertools import pairwise

from attrs import evolve

from frnews._french._first_names import is_first_name
from frnews._french._verbs import is_participle
from frnews._french._words import CLOSING_MARKS, OPENING_MARKS, is_adverb, words_of
from frnews._names._lexicon import countries, demonyms, function_at, openers, word_set
from frnews._names._name_tails import is_finite
from frnews._names._names import Name, classified, name_in
from frnews._names._words import Words

# Words of another name that is given to somebody.
_LONGEST_OTHER = 4


def whole_names(words: Words, names: list[Name]) -> list[Name]:
    """Return the names of an article, each as the others show it: longer by its tail, or parted."""
    recurring = Recurring(words, [(name.first, name.last) for name in names])
    found = [_with_tail(words, name, recurring) for name in names]
    seams = {name.start: seam for name in found if name.kind == "person" and (seam := _seams(words, name))}
    if not seams:
        return found
    whole = {name.parts for name in found}
    things = {name.parts[:k] for name in found if name.kind == "thing" for k in range(1, len(name.parts) + 1)}
    parted: list[Name] = []
    for name in found:
        for end, start in seams.get(name.start, ()):
            if name.parts[:end] in whole or (start > end and name.parts[start:] in things):
                break
        else:
            parted.append(name)
            continue
        one, other = name_in(words, name.first, name.first + end), name_in(words, name.first + start, name.last)
        parted += [evolve(one, civility=name.civility, address=name.address, gender=name.gender)] if one else []
        parted += [_with_tail(words, other, recurring)] if other else []
    return parted


def shares_surname(words: Words, name: Name, other: Name) -> bool:
    """Tell whether a first name alone has the surname of the one that "et" joins to it: "Yann | et Odile Morvan"."""
    if len(name.parts) > 1 or name.civility or words.fold_at(name.last) != "et" or other.first != name.last + 1:
        return False
    if len(other.parts) < 2 or other.kind != "person" or not words.forms[other.first + 1][0].isupper():
        return False
    # "Pierre et Marie Curie", but "Macron et Bruno Le Maire", "Martin et Jean-Luc Roy" with a Luc Martin
    return is_first_name(name.parts[0]) and is_first_name(other.parts[0])


def other_name(words: Words, index: int) -> tuple[int, int] | None:
    """Return the words of another name that is given behind a name: "Ana Roy, dite « la | Louve | », …".

    >>> words = Words("Ana Roy, dite « la Louve », est là")
    >>> words.slice(*other_name(words, 2))
    'Louve'
    """
    parted = words.fold_at(index) == ","
    index += parted
    if words.fold_at(index) not in ("dit", "dite", "alias", "surnomme", "surnommee"):
        return None
    first = index + 1
    marked = words.fold_at(first) in OPENING_MARKS
    first += marked
    first += words.fold_at(first) in ("le", "la", "l'")
    last = first
    while (
        last < len(words)
        and last - first < _LONGEST_OTHER
        and words.forms[last][0].isalnum()
        and not words.is_line_end(last)
    ):
        last += 1
    closed = words.fold_at(last) in (CLOSING_MARKS if marked else {",", ".", ")"})
    capital = last > first and words.forms[first][0].isupper()
    # "Ana Roy dit « Stop »" says it: a comma before, and one behind the marks, make a name of it
    set_off = parted and (not marked or words.fold_at(last + 1) in (",", ".", ")"))
    sure = words.folds[index] in ("alias", "surnomme", "surnommee") or (marked and set_off)
    return (first, last) if closed and capital and sure else None


def _with_tail(words: Words, name: Name, recurring: "Recurring") -> Name:
    """Return a name with its tail in lower case, by which it is no person's."""
    end = recurring.end(name.first, name.last) if name.kind != "person" else name.last
    longer = classified(words, name.first, end, tuple(words.folds[name.first : end]), "") if end > name.last else None
    return evolve(longer, kind="thing") if longer else name


def _seams(words: Words, name: Name) -> list[tuple[int, int]]:
    """Return where two names may meet in one that starts with a first name: numbers of words, "de" between left out.

    "Anne Roy | de | Top Chef", "Anne Roy | Luc Petit" of a caption, "Anne Roy | Il" of an interview
    """
    if not is_first_name(name.parts[0]):
        return []
    size = len(name.parts)
    linked = [(k, k + 1) for k in range(2, size - 1) if name.parts[k] in ("de", "d'")][:1]
    glued = [(k, k) for k in range(2, size - 1) if is_first_name(name.parts[k])]
    # "Anne Roy | Le Premier ministre …" of a text whose line end is lost
    glued += [
        (k, k) for k in range(2, size - 1) if name.parts[k] in openers() and function_at(words, name.first + k + 1)
    ]
    return linked + glued + [(size - 1, size - 1)] * (size > 2 and name.parts[-1] in openers())


class Recurring:
    """Names that the article has with a tail in lower case wherever they stand: "Canard | enchaîné", twice.

    One that has its tail with a capital somewhere ("La République En Marche") has it in lower case too.

    >>> words = Words("Le Canard enchaîné a dit non. Selon Le Canard enchaîné, rien ne presse.")
    >>> Recurring(words, [(1, 2), (9, 10)]).end(1, 2)
    3
    """

    def __init__(self, words: Words, names: list[tuple[int, int]]) -> None:
        self._words = words
        self._whole: set[tuple[str, ...]] = set()
        self._with: Counter[tuple[str, ...]] = Counter()
        self._all: Counter[str] = Counter()
        self._tails: dict[int, tuple[str, ...]] = {}  # by the word behind a name
        for first, last in {last: (first, last) for first, last in names}.values():  # one may stand within another
            parts = words.folds[first:last]
            self._whole.update((a, b) for a, b in pairwise(parts))
            self._whole.update(
                (parts[k - 1], "en", parts[k + 1]) for k in range(1, last - first - 1) if parts[k] == "en"
            )
            self._all[parts[-1]] += 1
            if tail := self._tail(last):
                self._with[(parts[-1], *tail)] += 1

    def _tail(self, last: int) -> tuple[str, ...]:
        """Return the word in lower case behind a name that can be the end of it, with "en" before it."""
        tail = self._tails.get(last)
        if tail is None:
            tail = self._tails[last] = self._read_tail(last)
        return tail

    def _read_tail(self, last: int) -> tuple[str, ...]:
        words = self._words
        if last >= len(words) or not words.adjoining(last - 1):
            return ()
        at = last + (words.folds[last] == "en")
        if at >= len(words) or not words.forms[at].islower() or len(words.folds[at]) < 4:
            return ()
        low = words.low_at(at)
        closed = words.folds[at] in openers() or is_adverb(low) or low in words_of("date word")
        return () if closed else tuple(words.folds[last : at + 1])

    def end(self, first: int, last: int) -> int:
        """Return where a name ends, the tail that it has everywhere with it."""
        words = self._words
        tail = self._tail(last)
        key = (words.folds[last - 1], *tail)
        if not tail or (self._with[key] < 2 and key not in self._whole):
            return last
        if key in self._whole:
            return last + len(tail)
        if (
            self._with[key] < self._all[key[0]]
            or key[0] in demonyms()
            or " ".join(words.folds[first:last]) in countries()
        ):
            return last
        low, before = words.low_at(last + len(tail) - 1), words.fold_at(first - 1)
        # "un sondage Elabe | publié", but "le Canard enchaîné"
        done = is_participle(low) and before not in ("le", "la", "l'", "du", "au")
        said = done or (len(tail) == 1 and is_finite(low))
        return last if said or before in word_set("plural_determiner") else last + len(tail)
