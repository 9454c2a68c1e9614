"""What the ending of a noun says of what it names."""

from functools import cache
from typing import Literal

from frnews._french._folds import bare
from frnews._french._words import plural_of
from frnews._tables import read_table

Kind = Literal["deed", "attitude", "deeds", "human", "trade", "person", "people", "age"]


@cache
def endings_of(kind: Kind) -> tuple[str, ...]:
    """Return the endings of the nouns of a kind, in the singular; `data/noun_endings.tsv` says what each kind is.

    >>> "euse" in endings_of("trade"), "tion" in endings_of("trade")
    (True, False)
    """
    return tuple(row["ending"] for row in read_table("noun_endings") if row["kind"] == kind)


@cache
def bare_endings_of(kind: Kind, *, plural: bool = False) -> tuple[str, ...]:
    """Return the endings of a kind without accents, in the singular or the plural.

    >>> "iere" in bare_endings_of("trade"), "ites" in bare_endings_of("deeds", plural=True)
    (True, True)
    """
    return tuple(bare(plural_of(ending) if plural else ending) for ending in endings_of(kind))


def names_a_deed(word: str) -> bool:
    """Whether a noun in lower case has an ending of deeds and qualities: "votations", "engagement".

    >>> names_a_deed("votations"), names_a_deed("macron")
    (True, False)
    """
    return word.rstrip("s").endswith(endings_of("deed"))
