"""Words as keys of look-up: the same whatever case and accents they are written with."""

from unicodedata import combining, normalize


def bare(words: str) -> str:
    """Return words without case and accents, ligatures and wide letters plain.

    >>> bare("Élysée"), bare("DÉCEMBRE"), bare("e\u0301te\u0301")
    ('elysee', 'decembre', 'ete')
    """
    if words.isascii():
        return words.lower()
    return "".join(c for c in normalize("NFKD", words.casefold()) if not combining(c))
