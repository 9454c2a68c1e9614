"""Paragraphs: the lines of a text, or what stands between blank lines in hard-wrapped exports."""

import re
from collections.abc import Iterator
from functools import cache

_BREAK = r"(?:\r\n|\r(?!\n)|[\n\u2028\u2029])"
# A blank line is two breaks with nothing but white space between them.
_BLANK_LINE = rf"{_BREAK}(?:[^\S\n\r\u2028\u2029]*{_BREAK})+\s*"
_RARE_BREAKS = "\r\u2028\u2029"


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


def _trailing_space(text: str, start: int, end: int) -> int:
    """Return how many characters of white space the paragraph ends with."""
    line = text[start:end]
    return len(line) - len(line.rstrip())
