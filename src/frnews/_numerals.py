"""French numbers, in digits or words, as they stand inside dates and amounts."""

import re


def read_number_words(words: str) -> int | None:
    """Return the whole number that `words` spell, or None where they spell none.

    Belgian and Swiss forms are read too. text2num (https://github.com/allo-media/text2num) does the reading.

    >>> read_number_words("deux mille dix-sept")
    2017
    >>> read_number_words("nonante-trois")
    93
    >>> read_number_words("chat") is None
    True
    """
    from text_to_num import text2num

    plain = re.sub(r"\s+", " ", re.sub(r"[‐‑–]", "-", words.casefold())).strip()
    try:
        number = text2num(plain, "fr")
    except ValueError:
        return None
    return int(number)
