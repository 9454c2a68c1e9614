"""The clause around an expression: how far its sentence reaches, and the pieces that commas and relatives make of it.

Dates need no full split of the text: a stop, a mark or a line end on either side bounds the sentence near an
expression, so that `extract_dates` and `parse` find the same.
"""

import re
from functools import cache, lru_cache

from attrs import frozen

from frnews._tables import read_table

# A sentence seldom reaches further; the bound keeps the work per expression constant.
_REACH = 240
# The longest words inside marks that the sentence goes on behind: a name ("les « gilets jaunes » ont défilé").
_LABEL = 60
# One set of signs first, which is what `re` looks for quickly.
_SIGN = re.compile(
    r"[.!?…;:\n\r\u2028\u2029«»“”\"()\[\]\-–—]"
    r"(?:(?<=[.!?…])(?=[\s»”\"]|$)|(?<=[;:\n\r\u2028\u2029«»“”\"()\[\]])|(?<=\s[-–—])(?=\s))"
)
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_OPENING = {"«": "»", "“": "”", "(": ")", "[": "]", '"': '"'}
_CLOSING = {close: open_ for open_, close in _OPENING.items()}
# A comma, a relative or a conjunction starts a clause of its own.
_SPLIT = re.compile(
    r",\s|\b(?:qui|que|dont|où|mais|tandis|alors|quand|lorsque|après|avant|et|puis|si)\b|\b(?:qu|lorsqu)['’]"
)


@frozen
class Clause:
    """The sentence around an expression, in pieces.

    Attributes:
        around: The words of the expression's own piece, before and after it.
        before: The pieces before it, the nearest first, each with the word that opens it ("", "qui", "avant").
        after: The pieces after it, the nearest first.
        opening: The word that opens the expression's own piece.

    """

    around: tuple[str, str]
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    opening: str

    @property
    def left(self) -> str:
        """All that stands before the expression in its sentence."""
        return " ".join([piece for _, piece in reversed(self.before)] + [self.around[0]])


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in read_table("sentence_abbreviations") if row["joins"] != "number")


def clause_around(text: str, start: int, end: int) -> Clause:
    """Return the clause in which `text[start:end]` stands.

    >>> clause_around("Il ira voir M. Scholz mardi, puis rentrera.", 22, 27).around
    ('Il ira voir M. Scholz ', '')
    """
    return _read_clause(text[max(0, start - _REACH) : start], text[end : end + _REACH])


# An expression is asked about its clause several times, and then never again.
@lru_cache(maxsize=64)
def _read_clause(before: str, after: str) -> Clause:
    left, right = _left(before), _right(after)
    pieces_left, pieces_right = _pieces(left), _pieces(right)
    opening, own = pieces_left[-1]
    return Clause((own, pieces_right[0][1]), tuple(pieces_left[-2::-1]), tuple(pieces_right[1:]), opening)


def _pieces(stretch: str) -> list[tuple[str, str]]:
    pieces, opening, position = [], "", 0
    for match in _SPLIT.finditer(stretch):
        pieces.append((opening, stretch[position : match.start()]))
        opening, position = match[0].strip(" ,'’"), match.end()
    pieces.append((opening, stretch[position:]))
    return pieces


def _left(stretch: str) -> str:
    """Cut a stretch to what belongs to the sentence at its end, names in marks left out."""
    kept, edge = [], len(stretch)
    for match in reversed(list(_SIGN.finditer(stretch))):
        if match.end() > edge:
            continue
        sign = match[0]
        if sign == "." and _holds(stretch, match.start()):
            continue
        opened = _opening_of(stretch, match) if sign in _CLOSING else None
        kept.append(stretch[match.end() : edge])
        if opened is None:
            return "".join(reversed(kept))
        edge = opened
    kept.append(stretch[:edge])
    return "".join(reversed(kept))


def _right(stretch: str) -> str:
    kept, position = [], 0
    for match in _SIGN.finditer(stretch):
        if match.start() < position:
            continue
        sign = match[0]
        if sign == "." and _holds(stretch, match.start()):
            continue
        closed = _closing_of(stretch, match) if sign in _OPENING else None
        kept.append(stretch[position : match.start()])
        if closed is None:
            return "".join(kept)
        position = closed
    kept.append(stretch[position:])
    return "".join(kept)


def _holds(stretch: str, stop: int) -> bool:
    """Whether the stop is an abbreviation's or an initial's: "M. Scholz", "J. Dupont"."""
    word = _LAST_WORD.search(stretch, max(0, stop - 12), stop)
    return word is not None and ((len(word[0]) == 1 and word[0].isupper()) or word[0] in _abbreviations())


def _opening_of(stretch: str, closing: re.Match[str]) -> int | None:
    """Return where the mark that is closed here was opened, if what it holds is short and no sentence."""
    sign = closing[0]
    if sign == '"' and stretch[closing.start() - 1 : closing.start()] in ("", " ", "\u00a0", "\n"):
        return None
    opened = stretch.rfind(_CLOSING[sign], 0, closing.start())
    return opened if opened >= 0 and _is_label(stretch[opened + 1 : closing.start()]) else None


def _closing_of(stretch: str, opening: re.Match[str]) -> int | None:
    sign = opening[0]
    if sign == '"' and stretch[opening.end() : opening.end() + 1] in ("", " ", "\u00a0", "\n", ",", "."):
        return None
    closed = stretch.find(_OPENING[sign], opening.end())
    return closed + 1 if closed >= 0 and _is_label(stretch[opening.end() : closed]) else None


def _is_label(words: str) -> bool:
    return len(words) <= _LABEL and not re.search(r"[.!?…;\n\r]", words)
