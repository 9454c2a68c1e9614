"""Verbs of the tables: `dépass~er` stands for every form of that verb, and for no noun made from it."""

from functools import cache

from frnews._amounts._currencies import tolerant
from frnews._tables import read_table

# The endings of a regular verb, by infinitive: "dépass~er" is no "dépassement", "franch~ir" no "franchise".
_ENDINGS = {
    "er": "e|es|ent|ons|ez|ais|ait|aient|ai|a|èrent|er[ae]?i?[st]?|erons|eront|eraient|ée?s?|ant|ât",
    "ir": "i[est]?|ies|it|ît|issent|issait|issaient|irent|ira|iront|irait|iraient|issant|ir",
}


def forms(written: str) -> str:
    """Return the source of a pattern for a word of a table.

    Args:
        written: A word; "*" after a stem stands for any ending, "~er" or "~ir" for those of the verb.

    >>> import re
    >>> bool(re.fullmatch(forms("dépass~er"), "dépassait")), bool(re.fullmatch(forms("dépass~er"), "dépassement"))
    (True, False)

    """
    stem, verb, ending = written.partition("~")
    if verb:
        return rf"{tolerant(stem)}(?:{_ENDINGS[ending]})(?!\w)"
    return tolerant(written.rstrip("*")) + (r"\w{0,9}" if written.endswith("*") else "")


@cache
def verbs(table: str) -> str:
    """Return the source of a pattern for every form of the verbs of a table.

    >>> import re
    >>> bool(re.fullmatch(verbs("change_verbs"), "relevait"))
    True
    """
    return "(?:" + "|".join(forms(row["verb"]) for row in read_table(table)) + ")"
