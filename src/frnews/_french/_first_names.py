"""First names: which words are some, and the gender that they suggest.

Keys are without case and accents, as `_folds.bare` gives them, the hyphens of double names kept.
"""

from functools import cache, lru_cache

from frnews._french._folds import bare
from frnews._tables import read_table
from frnews._types import Gender


@cache
def first_names() -> dict[str, Gender | None]:
    """Return frequent first names with the gender that they suggest, never that of a `Speaker`.

    They tell "Kenneth Roth" from "Air France", and which of two persons "elle" takes up.

    >>> first_names()["anne"], first_names()["claude"]
    ('f', None)
    """
    genders: dict[str, Gender | None] = {"f": "f", "m": "m"}
    return {bare(row["name"]): genders.get(row["suggests"]) for row in read_table("speaker_first_names")}


@lru_cache(maxsize=1 << 12)
def is_first_name(key: str) -> bool:
    """Tell whether a word is a frequent first name, or two of them that a hyphen joins.

    >>> is_first_name("jean"), is_first_name("pierre-henry"), is_first_name("saint-denis")
    (True, True, False)
    """
    known = first_names()
    return key in known or ("-" in key and all(part in known for part in key.split("-")))


def suggested_gender(key: str) -> Gender | None:
    """Return the gender that a first name suggests, of a double one that is not known its first part.

    >>> suggested_gender("anne"), suggested_gender("jean-zébulon"), suggested_gender("xyz")
    ('f', 'm', None)
    """
    known = first_names()
    return known.get(key) or known.get(key.partition("-")[0])
