"""The determiners: which kinds there are, and what each shows of its noun."""

from functools import cache
from typing import Literal

from frnews._tables import read_table

Kind = Literal[
    "definite", "contracted", "indefinite", "distributive", "demonstrative", "possessive", "personal possessive"
]


@cache
def determiners_of(*kinds: Kind) -> frozenset[str]:
    """Return the determiners of some kinds, in lower case.

    >>> sorted(determiners_of("demonstrative"))
    ['ce', 'ces', 'cet', 'cette']
    """
    return frozenset(row["word"] for row in read_table("determiners") if row["kind"] in kinds)


@cache
def showing(*signs: Literal["m", "f", "s", "p"]) -> frozenset[str]:
    """Return the determiners that show a gender or a number, or both.

    >>> "cette" in showing("f"), "son" in showing("m"), sorted(showing("f", "p"))
    (True, False, ['certaines', 'différentes', 'diverses'])
    """
    rows = read_table("determiners")
    return frozenset(row["word"] for row in rows if set(signs) <= {row["gender"], row["number"]})
