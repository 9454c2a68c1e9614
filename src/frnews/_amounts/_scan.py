"""Where to look: the places of a text that may hold a sum, found without reading the rest."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from frnews._amounts._currencies import accented_names, currency_openers, fold, sign_characters, sign_openers
from frnews._amounts._numbers import number_openers, scale_values
from frnews._tables import read_table


@cache
def _token() -> re.Pattern[str]:
    signs = re.escape(sign_characters())
    return re.compile(rf"\d+|(?:[^\W\d_]|[\u0300-\u036f])+|[{signs}]")


def openers(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return the offsets in text[start:end] at which a number, and at which a currency, may begin.

    >>> openers("Il a 12 euros.", 0, 14)
    ([5], [8])
    """
    numbers: list[int] = []
    currencies: list[int] = []
    number_words, currency_words, signs = number_openers(), currency_openers(), sign_openers()
    for m in _token().finditer(text, start, end):
        token = m[0]
        if token.isdigit() or token[0].isdigit():
            numbers.append(m.start())
            continue
        if token in signs:
            currencies.append(m.start() + signs[token])
        elif not token.isalpha() and len(token) == 1:
            currencies.append(m.start())
        word = token.lower() if token.isascii() else fold(token)
        if word in number_words or token.lower() in number_words:
            numbers.append(m.start())
        if word in currency_words and m.start() not in currencies[-1:]:
            currencies.append(m.start())
    return numbers, currencies


@cache
def _needles() -> frozenset[str]:
    """Return every form in which a currency may stand in a text, as one word or sign.

    "$" stands for "C$" and "US$" too, and the "francs" of "nouveaux francs" for the whole.
    """
    words = currency_openers() - _NEVER_ALONE
    forms = {form for word in words for form in (word, word.capitalize(), word.upper())}
    # Names are folded there: their accents come back in either normal form.
    accented = {form for name in accented_names() for form in (name, name.capitalize(), name.upper())}
    forms |= accented | {unicodedata.normalize("NFD", form) for form in accented}
    return frozenset(forms | {s for s in sign_openers() if len(s) > 1 or s == "F"} | set(sign_characters()))


_NEVER_ALONE = frozenset(
    form + ending for form in ("nouveau", "nouveaux", "unite", "droit", "once", "coupon") for ending in ("", "s", "x")
)


def anchors(text: str) -> list[int]:
    """Return the offsets, in order, of the currencies of a text that have a number beside them.

    The words of a text are few beside its length, so its currencies are looked for among its distinct words first;
    only those found are then sought in the text.

    >>> anchors("Il a deux euros et un peu d'or.")
    [10]
    """
    # "12,50€ 13€" has no word: the token pattern cuts what white space does not.
    vocabulary = set(_token().findall("\n".join(set(text.split()))))
    found: list[int] = []
    for needle in vocabulary & _needles():
        found.extend(p for p in _occurrences(text, needle) if _has_number(text, p, p + len(needle)))
    return sorted(found)


def _occurrences(text: str, needle: str) -> Iterator[int]:
    """Yield where `needle` stands as a whole word."""
    is_word = needle[0].isalpha()
    position = text.find(needle)
    while position >= 0:
        stop = position + len(needle)
        if not is_word or not (text[position - 1 : position].isalpha() or text[stop : stop + 1].isalpha()):
            yield position
        position = text.find(needle, stop)


@cache
def _counters() -> frozenset[str]:
    """Return the words, in lower case, with which a number can end."""
    words = {row["word"] for row in read_table("numerals")} | {"demi", "demie", "quart", "quarts"}
    return frozenset(words | set(scale_values("word")) | set(scale_values("collective")))


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_]+|\S)\s*$")


# The longest word that can stand between a number and its currency, with the words around it.
_REACH = 32


def _has_number(text: str, start: int, stop: int) -> bool:
    if any(c.isdigit() for c in text[stop : stop + 6]):
        return True
    before = text[max(0, start - _REACH) : start]
    # "d'", "de", "nouveaux", and the letters of "10 US$" and "10 M€" stand between.
    for _ in range(4):
        before = before.rstrip()
        if not before:
            return False
        if before[-1].isdigit() or before[-1] in "½¼¾-–—.":
            return True
        m = _last_word().search(before)
        word = m[1] if m else before[-1]
        lower = word.lower()
        if lower in _counters():
            return True
        if not (lower in _BETWEEN or (len(word) <= 4 and word in scale_values("letter")) or word.isupper()):
            return False
        before = before[: m.start()] if m else before[:-1]
    return False


_BETWEEN = frozenset(("de", "d", "'", "’", "ʼ", "nouveau", "nouveaux", "us", "$", "zéro"))
