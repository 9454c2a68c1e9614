"""Political colours: whom "la députée solidaire" can mean and whom it cannot."""

from functools import cache

from frnews._names._words import Words
from frnews._tables import read_table

_LONGEST = 3


@cache
def _openers() -> frozenset[str]:
    """Return the first words of all names, singular and plural: most words can be passed over by them."""
    firsts = {keys[0] for keys in _families()}
    return frozenset(firsts | {key + "s" for key in firsts})


@cache
def _families() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the families that the name or adjective of a party stands for, by its words."""
    return {
        tuple(Words(row["name"]).folds): frozenset(row["families"].split()) for row in read_table("speaker_colours")
    }


def colours(words: Words, first: int, last: int) -> frozenset[str]:
    """Return the political families that a stretch of words names, singular or plural.

    Args:
        words: The text.
        first: Index of the stretch's first word.
        last: Index after its last word.

    >>> words = Words("la cheffe parlementaire de Québec solidaire")
    >>> sorted(colours(words, 0, len(words))), sorted(colours(words, 0, 4))
    (['quebec-solidaire'], [])

    """
    if _openers().isdisjoint(words.folds[first:last]):
        return frozenset()
    table, found, index = _families(), frozenset[str](), first
    while index < last:
        for length in range(min(_LONGEST, last - index), 0, -1):
            keys = tuple(words.folds[index : index + length])
            shown = table.get(keys) or (table.get((keys[0].removesuffix("s"),)) if length == 1 else None)
            if shown:
                found |= shown
                index += length - 1
                break
        index += 1
    return found


def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of families, or of complements, rule each other out: both are known and share nothing.

    >>> clash(frozenset({"socialiste"}), frozenset({"vert"})), clash(frozenset(), frozenset({"vert"}))
    (True, False)
    """
    return bool(one and other and not one & other)


def names_party(keys: tuple[str, ...]) -> bool:
    """Tell whether a name as a whole is a party's.

    >>> names_party(("front", "national")), names_party(("france",))
    (True, False)
    """
    return keys in _families()
