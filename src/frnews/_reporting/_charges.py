"""Marks that hold what justice charges somebody with, and nobody's words: "mis en examen pour « recel »"."""

from itertools import islice

from frnews._reporting._lexicon import charges
from frnews._reporting._unit import Unit

# Words between one that brings a charge and its "pour".
_FARTHEST = 12


def is_charge(unit: Unit, number: int, first: int) -> bool:
    """Whether a quoted piece holds a charge, by the words before it from token `first` on."""
    tokens = unit.tokens
    k = tokens.last_before(unit.quotes[number].open)
    if k <= first or tokens.low[k] != "pour":
        return False
    before = islice((i for i in range(k - 1, first - 1, -1) if tokens.quote[i] < 0), _FARTHEST)
    return any(charges(tokens.low[i]) for i in before)
