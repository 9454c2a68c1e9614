"""Where to look: the places of a text that may hold a sum, found without reading the rest."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from frnews._amounts._currencies import accented_names, currency_openers, fold, sign_characters, sign_openers
from frnews._amounts._numbers import number_openers, scale_values
from frnews._tables import read_table

# Letters with their marks, if these are characters of their own. A set that repeats is read faster than a choice.
_WORD = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"(\d+)|{_WORD}|[{re.escape(sign_characters())}]")


def openers(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return the offsets in text[start:end] at which a number, and at which a currency, may begin.

    >>> openers("Il a 12 euros.", 0, 14)
    ([5], [8])
    """
    numbers: list[int] = []
    currencies: list[int] = []
    article: int | None = None
    for m in _token().finditer(text, start, end):
        if m.lastindex is not None:
            numbers.append(m.start())
            article = None
            continue
        token = _role(m[0][:_LONGEST_WORD])
        if article is not None and token.goes_on:
            numbers.append(article)
        article = None
        if token.is_article:
            article = m.start()
        elif token.opens_number:
            numbers.append(m.start())
        if token.shift is not None:
            currencies.append(m.start() + token.shift)
    return numbers, currencies


class _Role(NamedTuple):
    """What a word or sign can do: `shift` is how many of its letters stand before a currency, None for no currency."""

    opens_number: bool
    is_article: bool
    goes_on: bool
    shift: int | None


# "un" and "une" are mostly articles: they are numbers before a currency, a scale or one of these.
_AFTER_ONE = frozenset(
    ("à", "ou", "et", "voire", "virgule", "seul", "petit", "petits", "malheureux", "bon", "beau", "nouveau", "de", "d")
)


# No word of French is longer; what a broken page leaves must not be kept whole in the cache.
_LONGEST_WORD = 80


@lru_cache(maxsize=4096)
def _role(token: str) -> _Role:
    word, lower = fold(token), token.lower()
    opens_number = word in number_openers() or lower in number_openers()
    shift = sign_openers().get(token)
    if shift is None and (word in currency_openers() or token in sign_characters()):
        shift = 0
    goes_on = opens_number or shift is not None or lower in _counters() or lower in _AFTER_ONE
    return _Role(opens_number, lower in ("un", "une"), goes_on, shift)


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

    Few currencies stand in a text, so they are looked for among its plain words first; only those found are then sought
    in the text.

    >>> anchors("Il a deux euros et un peu d'or.")
    [10]
    """
    known = _needles_by_word()
    found: list[int] = []
    for word in known.keys() & _plain(text).split():
        for needle in known[word]:
            found.extend(p for p in _occurrences(text, needle) if _has_number(text, p, p + len(needle)))
    for sign in filter(text.__contains__, _lone_signs()):
        found.extend(p for p in _occurrences(text, sign) if _has_number(text, p, p + 1))
    return sorted(found)


@cache
def _lone_signs() -> tuple[str, ...]:
    return tuple(needle for needle in _needles() if not needle[0].isalpha())


@cache
def _needles_by_word() -> dict[bytes, list[str]]:
    """Return the needles that are words, by the plain word that a text with them has."""
    known: defaultdict[bytes, list[str]] = defaultdict(list)
    for needle in _needles():
        if needle[0].isalpha():
            known[max(_plain(needle).split(), key=len)].append(needle)
    return dict(known)


def _plain(text: str) -> bytes:
    """Return a text with a space for all that is no letter of Latin-1, to be cut into words quickly.

    >>> _plain("12,50€ l’euro")
    b'       l euro'
    """
    return text.encode("latin-1", "replace").translate(_letters_alone())


@cache
def _letters_alone() -> bytes:
    return bytes(code if chr(code).isalpha() else ord(" ") for code in range(256))


def _occurrences(text: str, needle: str) -> Iterator[int]:
    """Yield where `needle` stands as a whole word."""
    is_word = needle[0].isalpha()
    position = text.find(needle)
    while position >= 0:
        stop = position + len(needle)
        if not is_word or not (_goes_on(text[position - 1 : position]) or _goes_on(text[stop : stop + 1])):
            yield position
        position = text.find(needle, stop)


def _goes_on(sign: str) -> bool:
    """Whether a sign beside a word is of this word: a letter, or an accent that is a character of its own."""
    return sign.isalpha() or "\u0300" <= sign <= "\u036f"


@cache
def _counters() -> frozenset[str]:
    """Return the words, in lower case, with which a number can end."""
    words = {row["word"] for row in read_table("numerals")} | {"demi", "demie", "quart", "quarts"}
    return frozenset(words | set(scale_values("word")) | set(scale_values("collective")))


# A sign may have its own letters and a space before the number: "$ CA 40".
_DIGIT_AFTER = re.compile(r"\D{0,5}\d")
_BETWEEN = frozenset(("de", "d", "nouveau", "nouveaux", "petits", "us", "anciens", "vieux"))


def _has_number(text: str, start: int, stop: int) -> bool:
    """Whether a number can end before the currency text[start:stop], or begin after it."""
    if _DIGIT_AFTER.match(text, stop) is not None:
        return True
    # "d'", "de", "nouveaux", and the letters of "10 US$" and "10 M€" stand between.
    for _ in range(4):
        while start and text[start - 1] in _SKIPPED and stop - start < _REACH:
            start -= 1
        last = text[start - 1 : start]
        if not last.isalpha():
            return last != "" and (last.isdigit() or last in "½¼¾-–—.)")
        end = start
        while start and end - start < _REACH and text[start - 1].isalpha():
            start -= 1
        word = text[start:end]
        if word.lower() in _counters():
            return True
        if not (word in scale_values("letter") or word.lower() in _BETWEEN or (word.isupper() and len(word) < 4)):
            return False
    return False


# The longest word, or white space, that can stand between a number and its currency.
_REACH = 24
_SKIPPED = frozenset("\"»” \t\n\r\u00a0\u2009\u202f\u2002\u2003'’ʼ$")
