"""Where time expressions may stand: the stretches of a text that hold a word or a figure that one can turn on.

Most words of a text stand in no time expression. A copy of the text in plain letters, one byte for each of its
characters, is cut into words and looked up as a whole; only what is found there is read with all its signs.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from frnews._dates._grammar import grammar
from frnews._dates._lexicon import LETTERS

# Letters of known words that Latin-1 lacks: written as a letter of no French word, they do not part a word in two.
_RARE_LETTERS = "\u0300\u0301\u0302\u0308\u0327ᵉʳ"
_NO_LETTER = "þ"
_FIGURE = b"0"

# A letter, or a figure of the word before it: "covid19" is one word.
_WITHIN_WORD = re.compile(f"[{LETTERS}]|(?<=[{LETTERS}])[0-9]")
_REST_OF_WORD = re.compile(f"[{LETTERS}]*[0-9]*")


def find_stretches(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text[low:high] that may hold time expressions, from the left.

    What stands before and after a stretch is a word of no time expression.

    >>> text = "Le conseil se tiendra mardi 3 mai, pas hier."
    >>> [text[start:end] for start, end in find_stretches(text, 0, len(text))]
    [' mardi 3 mai, ', ' hier.']

    """
    hearts, known = _words()
    plain = b" %b " % _plain(text[low:high]).replace(_FIGURE, b" %b " % _FIGURE)
    words = plain.split(b" ")
    read = at = 0  # words, and signs of the plain text
    place, done = low - 1, low  # the same place in the text, and where the last stretch ends
    for heart in itertools.compress(itertools.count(), map(hearts.__contains__, words)):
        if heart < read:
            continue
        first, read = heart, heart + 1
        begin = plain.index(hearts[words[heart]], at)
        end = begin + len(words[heart]) + 1
        while first and (word := words[first - 1]) in known and begin > at:
            first -= 1
            begin -= len(word) + 1
        while read < len(words) and (word := words[read]) in known:
            read += 1
            end += len(word) + 1
        # each figure has two spaces of its own
        start = place + begin - at - 2 * plain.count(_FIGURE, at, begin)
        place = start + end - begin - 2 * plain.count(_FIGURE, begin, end)
        at = end
        if done < min(place + 1, high):
            start, done = _whole_words(text, max(done, start), min(place + 1, high), done)
            yield start, done


def _whole_words(text: str, start: int, end: int, low: int) -> tuple[int, int]:
    """Return a stretch with the whole of the words at its edges."""
    if text[start] != " ":
        while start > low and _WITHIN_WORD.match(text, start):
            start -= 1
    if text[end - 1] != " " and _WITHIN_WORD.match(text, end - 1) and (rest := _REST_OF_WORD.match(text, end)):
        end = rest.end()
    return start, end


def _plain(text: str) -> bytes:
    """Return a text in small letters without accents, a byte for each character: figures are 0, all signs spaces.

    >>> _plain("L’été 2023")
    b'l ete 0000'
    """
    for letter in _RARE_LETTERS:
        text = text.replace(letter, _NO_LETTER)
    return text.encode("latin-1", "replace").translate(_plain_bytes())


@cache
def _plain_bytes() -> bytes:
    return bytes(map(_plain_byte, map(chr, range(256))))


def _plain_byte(sign: str) -> int:
    if sign in "0123456789":
        return _FIGURE[0]
    if not _WITHIN_WORD.match(sign):
        return ord(" ")
    base = unicodedata.normalize("NFD", sign.lower())[0]
    return ord(base)


@cache
def _words() -> tuple[dict[bytes, bytes], frozenset[bytes]]:
    """Return the plain words that an expression can turn on, each with spaces around it, and all that it can have."""
    compiled = grammar()
    hearts, known = {_FIGURE}, {_FIGURE, b""}
    for form, symbol in compiled.lexicon.symbol_of.items():
        if form.isdecimal():
            continue
        word = _plain(form)
        letters = word.strip(_FIGURE + b" ")  # of "h30" and "Q1" the figures are the heart
        known.add(letters)
        if letters == word and compiled.heads.match(symbol):
            hearts.add(word)
    return {word: b" %b " % word for word in hearts}, frozenset(known)
