"""How much each piece of evidence counts, by what stands for the speaker: from `data/evidence.tsv`."""

from collections import defaultdict
from functools import cache

from frnews._speakers._queries import Wanted
from frnews._tables import read_table

_COLUMNS: tuple[Wanted, ...] = ("pronoun", "description", "none")


@cache
def weights(wanted: Wanted) -> dict[str, float]:
    """Return the weight of each piece of evidence for a pronoun, a description, or no words at all.

    >>> weights("pronoun")["gender differs"] < 0 < weights("pronoun")["gender agrees"]
    True
    """
    assert wanted in _COLUMNS
    # Evidence that is not in the table counts for nothing.
    return defaultdict(float, {row["evidence"]: float(row[wanted] or 0) for row in read_table("evidence")})
