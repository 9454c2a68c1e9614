"""Lines of a text, those too whose end a site has lost; in hard-wrapped exports what stands between blank lines."""

import re
from collections.abc import Container, Iterator
from functools import cache

_BREAK = r"(?:\r\n|\r(?!\n)|[\n\u2028\u2029])"
# A blank line is two breaks with nothing but white space between them.
_BLANK_LINE = rf"{_BREAK}(?:[^\S\n\r\u2028\u2029]*{_BREAK})+\s*"
_RARE_BREAKS = "\r\u2028\u2029"
SMALL, CAPITAL = "a-zà-öø-ÿ", "A-ZÀ-ÖØ-Þ"
"""The letters of Latin-1, as a class of a pattern lists them."""
# Where a site may have lost the end of a line: a capital in a word, what stands before it and what it opens. Behind a
# word that has a capital itself ("FranceUne délégation") only a small letter or a figure makes sure that it is no name.
# It is sought in the shape of the text, a byte for each of its characters: twice as fast as in the text.
_SEAM = b"aaaA"
_BEFORE_SEAM = re.compile(rf"(?:^|[\s«»“”\"(,;:.!?'’])([{CAPITAL}]?)[{SMALL}]{{3,}}$")
_AFTER_SEAM = re.compile(rf"[{CAPITAL}][{SMALL}]*(?:(?=[ \u00a0\u202f]\w)|['’](?=[^\W\d_]))")
_LONGEST_WORD = 30


@cache
def _separator(wrapped: bool, rare: bool) -> re.Pattern[str]:
    # One sign is sought many times as fast as one of four.
    return re.compile(_BLANK_LINE if wrapped else rf"[\n{_RARE_BREAKS}]\s*" if rare else r"\n\s*")


def paragraphs(text: str, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    r"""Yield start and end of every paragraph that is not empty, without the white space around it.

    Args:
        text: The source.
        wrapped: Only blank lines end a paragraph; otherwise every line end does.

    >>> list(paragraphs("Un.\r\n\r\n Deux \n", wrapped=False))
    [(0, 3), (8, 12)]

    """
    start = len(text) - len(text.lstrip())
    rare = any(sign in text for sign in _RARE_BREAKS)
    for separator in _separator(wrapped, rare).finditer(text, start):
        end = separator.start()
        if separator.end() == len(text):
            break
        yield start, end - _trailing_space(text, start, end) if text[end - 1].isspace() else end
        start = separator.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end


def lines(text: str, openers: Container[str], *, wrapped: bool) -> Iterator[tuple[int, tuple[int, int]]]:
    r"""Return number, start and end of every line: a paragraph, or a part of one where a site has lost a line end.

    Such a part opens with a word that opens sentences ("La parole se libère|Le maire est venu"), so that no name is
    taken apart ("LeMonde"). It has the number of its paragraph.

    Args:
        text: The source.
        openers: Words that open a sentence, an elided one with "'".
        wrapped: Only blank lines end a paragraph; otherwise every line end does.

    >>> list(lines("Le deuil\nL'heure des comptesLe maire parle", {"Le", "L'"}, wrapped=False))
    [(0, (0, 8)), (1, (9, 28)), (1, (28, 42))]

    """
    numbered = enumerate(paragraphs(text, wrapped=wrapped))
    seams = list(_seams(text, openers))
    return _parted(numbered, seams) if seams else numbered


def _parted(numbered: Iterator[tuple[int, tuple[int, int]]], seams: list[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Part paragraphs at the positions that lie in them."""
    seams.reverse()
    for number, (start, end) in numbered:
        while seams and seams[-1] < end:
            yield number, (start, seams[-1])
            start = seams.pop()
        yield number, (start, end)


@cache
def _shapes() -> bytes:
    """Return the table that turns a small letter of Latin-1 into "a", a capital into "A", and all else into a space."""
    small, capital = re.compile(f"[{SMALL}]"), re.compile(f"[{CAPITAL}]")
    signs = map(chr, range(256))
    return bytes(ord("a" if small.match(sign) else "A" if capital.match(sign) else " ") for sign in signs)


def _seams(text: str, openers: Container[str]) -> Iterator[int]:
    """Yield where two words meet whose line end is lost."""
    shape = text.encode("latin-1", "replace").translate(_shapes())
    at = 0
    while (found := shape.find(_SEAM, at)) >= 0:
        at = found + len(_SEAM) - 1
        opening = _AFTER_SEAM.match(text, at)
        if not opening or opening[0].replace("’", "'") not in openers:
            continue
        before = _BEFORE_SEAM.search(text, max(0, at - _LONGEST_WORD), at)
        follows = text[opening.end() : opening.end() + 2].lstrip()
        if before and not (before[1] and follows[:1].isupper()):
            yield at


def _trailing_space(text: str, start: int, end: int) -> int:
    """Return how many characters of white space the paragraph ends with."""
    line = text[start:end]
    return len(line) - len(line.rstrip())
