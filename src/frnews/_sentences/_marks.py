"""Quotation marks around the ends of sentences: which straight ones close, and what one pair holds together."""

import re

_CLOSERS = re.compile(r"(?:\s*[»”›)\]}])*")
_SPACE = re.compile(r"\s*")
_MARKS = re.compile('[«»“”"]')
_CLOSER_OF = {"«": "»", "“": "”"}
_OF_KIND = {'"': re.compile('"'), "”": re.compile("[“”]")}


class OpenMarks:
    """Which quotations are open in one line, for marks that do not tell by themselves whether they open or close.

    These are the straight mark and, in texts whose marks a program has curled, ”. A mark with white space on one side
    only shows by it what it does; any other is taken for the counterpart of the one before. So one forgotten mark
    does not turn all that follow it. The line is read from left to right and no part of it twice.
    """

    __slots__ = ("_line_start", "_read", "_text")

    def __init__(self, text: str, line_start: int) -> None:
        self._text = text
        self._line_start = line_start
        # By kind of mark: how far the line is read, and whether a quotation is open there.
        self._read: dict[str, tuple[int, bool]] = {}

    def is_open(self, kind: str, position: int) -> bool:
        """Tell whether a quotation between marks of a kind, `"` or `”`, is open before a position.

        Args:
            kind: The mark that would close it.
            position: Where to tell; from one call to the next it does not go back.

        """
        done, is_open = self._read.get(kind, (self._line_start, False))
        for mark in _OF_KIND[kind].finditer(self._text, done, position):
            is_open = _opens(self._text, mark.start(), self._line_start, is_open)
        self._read[kind] = max(done, position), is_open
        return is_open


def _opens(text: str, at: int, line_start: int, is_open: bool) -> bool:
    """Tell whether the mark at `at` opens a quotation."""
    space_before = at == line_start or text[at - 1].isspace() or text[at - 1] in "(['’"
    space_after = not text[at + 1 : at + 2].strip() or text[at + 1] in ",;:.!?)…"
    return not is_open if space_before == space_after else space_before


def quoted_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the quotations of a line that are both opened and closed stand, marks included.

    A quotation inside another is left out, and so is one whose mark is never closed.

    Args:
        text: The source.
        start: Start of the line.
        end: End of the line.

    >>> quoted_stretches("Il dit : « Un “deux”. Trois. » Puis « quatre.", 0, 45)
    [(9, 30)]

    """
    found: list[tuple[int, int]] = []
    waiting: dict[str, list[int]] = {"»": [], "”": [], '"': []}
    for mark in _MARKS.finditer(text, start, end):
        sign, at = mark[0], mark.start()
        if sign == '"':
            if _opens(text, at, start, bool(waiting[sign])):
                waiting[sign] = [at]
                continue
        elif sign in _CLOSER_OF:
            waiting[_CLOSER_OF[sign]].append(at)
            continue
        if waiting[sign]:
            opened = waiting[sign].pop()
            while found and found[-1][0] > opened:
                found.pop()
            found.append((opened, at + 1))
    return found


def take_closing_marks(text: str, j: int, k: int, limit: int, marks: OpenMarks) -> tuple[int, int]:
    """Return the end of a stop and of the space after it once the closing marks at `k` are counted to it.

    Args:
        text: The source.
        j: End of the stop.
        k: End of the white space after it, where one of `"`, `'`, `’`, `“` stands.
        limit: End of the line.
        marks: The marks of the line.

    """
    while k < limit and text[k] in "\"'’“" and _closes(text, j, k, limit, marks):
        closers = _CLOSERS.match(text, k + 1, limit)
        j = closers.end() if closers else k + 1
        space = _SPACE.match(text, j, limit)
        k = space.end() if space else j
    return j, k


def _closes(text: str, j: int, k: int, limit: int, marks: OpenMarks) -> bool:
    """Tell whether the mark at `k` closes a quotation."""
    glued = j == k
    after = text[k + 1] if k + 1 < limit else " "
    mark = text[k]
    if mark != '"':
        # “ closes „Swiss or German“ quotations, and is typed for ” elsewhere.
        return glued and not after.isalnum()
    if glued and not after.isalnum() and after not in "«“":
        return True
    if not glued and not after.isspace():
        return after in ",;:)]»" or (after == "." and text[k + 2 : k + 3] != ".")
    return marks.is_open('"', k) or (not glued and after.isspace() and not _is_answered(text, k, limit))


def _is_answered(text: str, k: int, limit: int) -> bool:
    """Tell whether a quotation that the free mark at `k` may open is closed before another one is opened."""
    following = text.find('"', k + 1, limit)
    return following >= 0 and not _opens(text, following, k, is_open=True)
