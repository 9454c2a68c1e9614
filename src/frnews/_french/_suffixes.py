"""What the ending of a noun says of what it names."""

# Suffixes that make names of deeds and qualities.
_THING_ENDINGS = ("tion", "sion", "ment", "age", "ité", "isme", "ance", "ence", "ure", "esse", "tude", "ée")


def names_a_deed(word: str) -> bool:
    """Whether a noun in lower case has an ending of deeds and qualities: "votations", "engagement".

    >>> names_a_deed("votations"), names_a_deed("macron")
    (True, False)
    """
    return word.rstrip("s").endswith(_THING_ENDINGS)
