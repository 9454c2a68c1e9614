"""Quotation marks in wrong shapes, put right: `” Oui “, dit-il`, `« oui« .`, `‘’oui’’`.

Programs that curl straight marks look at the spaces around them, and turn those with a space inside the wrong way
round; keyboards without a double mark make one of two apostrophes. A mark that touches a word on its right opens, one
that touches a word on its left closes; of one between two spaces its neighbours tell (Lexique des règles typographiques
en usage à l'Imprimerie nationale, s. v. guillemets). Shapes that make pairs are never doubted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from attrs import frozen

_DOUBLES, _OPENING_DOUBLES = ("''", "’’"), ("‘’", "‘‘", "’‘")
_RUN = re.compile(r"['’‘]{2,}|[\n\r\u2028\u2029]")
# The letters before an apostrophe, as in "d'‘’urgence’’"; what follows them closes nothing ("l'' homme").
_ELIDED = re.compile(r"(?i:\b(?:[ldnjmtsc]|qu|lorsqu|puisqu|jusqu|quoiqu))\Z")
_LONGEST_ELIDED = 9

_SHAPES = {"«": "»", "“": "”"}
# Eight marks in a row are a ruler or noise: none of them is looked at.
_FAMILIES = {opening: re.compile(f"([{opening}{closing}])\\1*") for opening, closing in _SHAPES.items()}
_NOISE = 8
_PAIRS = {o: re.compile(f"{o}[^{o}{c}\n\r\u2028\u2029]*{c}") for o, c in _SHAPES.items()}
# Marks within marks that the first look takes in.
_DEEPEST = 3
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")
_OPENING = frozenset("([{'’-–—/«“")
_CLOSING = frozenset(",;:.!?)…]}»”")
# Behind a mark and a space "?" and "!" may be what is said: "« ? »".
_STOPS = frozenset(",;:.)]")
_ENDS = frozenset(".!?…")
# What goes on over a line end is a quotation of some sentences.
_LONGEST_OVER_LINES = 2000
_BLANKS = " \t\u00a0\u202f\u2009"
_BREAKS = "\n\r\u2028\u2029"


def with_proper_marks(text: str) -> str:
    """Return a text with its wrongly shaped quotation marks put right: every character stays at its place.

    Two apostrophes that are one mark become a mark and the space inside it.

    Examples:
        >>> with_proper_marks("” Je reste “, dit-il. » Moi non « , dit-elle.")
        '“ Je reste ”, dit-il. « Moi non » , dit-elle.'
        >>> with_proper_marks("Il parle d’une ‘’mascarade’’ sur un écran de 10''.")
        "Il parle d’une « mascarade » sur un écran de 10''."

    """
    if any(map(text.__contains__, _DOUBLES)) or ("‘" in text and any(map(text.__contains__, _OPENING_DOUBLES))):
        text = _with_doubles_joined(text)
    for opening, family in _FAMILIES.items():
        turned = [] if _is_paired_throughout(text, opening) else _turned(text, family, opening)
        if turned:
            signs = list(text)
            for at in turned:
                signs[at] = _SHAPES[opening] if signs[at] == opening else opening
            text = "".join(signs)
    return text


def _is_paired_throughout(text: str, opening: str) -> bool:
    """Whether the marks of a family make pairs by their shape in every line, as those of most texts do.

    Where more of them stand around each other than `_DEEPEST`, as in a ruler of marks, it does not tell.
    """
    for _ in range(_DEEPEST):
        if opening not in text:
            break
        text = _PAIRS[opening].sub("", text)
    return opening not in text and _SHAPES[opening] not in text


@frozen
class _Double:
    """Two apostrophes that may be one mark: where they stand, and what they can do there."""

    at: int
    opens: bool
    closes: bool
    unsure: bool = False


def _with_doubles_joined(text: str) -> str:
    """Return a text with a guillemet and its space for each of two apostrophes that make a pair within a line."""
    signs = list(text)
    line: list[_Double] = []
    for run in _RUN.finditer(text):
        if run[0] in _BREAKS:
            _join(signs, line)
            line = []
        elif len(run[0]) <= 3 and (double := _double(text, run.start(), run.end())) is not None:
            line.append(double)
    _join(signs, line)
    return "".join(signs)


def _double(text: str, start: int, end: int) -> _Double | None:
    """Return what two apostrophes, or three of which one belongs to a word or to marks inside, can be."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    touches = after.isalnum() or after in "([«“…"
    if end - start == 3:
        if touches:
            return _Double(start + 1, opens=True, closes=False) if _is_elided(text, start) else None
        return None if before.isspace() else _Double(start + 1, opens=False, closes=True)
    if before.isspace() or before in _OPENING:
        return _Double(start, opens=touches or after.isspace(), closes=not touches)
    if touches:
        return None
    return _Double(start, opens=False, closes=True, unsure=before.isdigit() or _is_elided(text, start))


def _is_elided(text: str, at: int) -> bool:
    """Whether an elided word ends at `at`, before its apostrophe."""
    return _ELIDED.search(text, max(0, at - _LONGEST_ELIDED), at) is not None


def _join(signs: list[str], line: Sequence[_Double]) -> None:
    """Write a guillemet and a space for those doubles of a line that make pairs."""
    waiting: list[int] = []
    for double, follower in zip_longest(line, line[1:]):
        if double.opens and not (double.closes and waiting):
            waiting.append(double.at)
        elif waiting and not (double.unsure and follower is not None and follower.closes):
            opened = waiting.pop()
            signs[opened : opened + 2] = "« "
            signs[double.at : double.at + 2] = " »"


@frozen
class _Mark:
    """A mark of a line, and what the text around it makes of it.

    Attributes:
        at: Its offset.
        opens: Whether it has the shape of an opening mark.
        role: 1 where it opens, -1 where it closes, 0 where the words beside it do not tell.
        sure: Whether what stands beside it tells so, and not its shape alone.
        stopped: Whether a stop or the end of the line follows, so that it closes.
        ended: Whether a sentence ends before it.
        space_behind: Whether white space stands behind it.
        space_before: Whether white space stands before it.

    """

    at: int
    opens: bool
    role: int
    sure: bool = False
    stopped: bool = False
    ended: bool = False
    space_behind: bool = False
    space_before: bool = False


def _turned(text: str, family: re.Pattern[str], opening: str) -> list[int]:
    """Return the offsets of the marks of a family that have the other one's shape."""
    read = list(_lines_of_marks(text, family, opening))
    if all(_is_paired(text[at] == opening for at in line) for line, _ in read):
        return []
    lines = list(_over_lines([[_mark(text, at, end, opens=text[at] == opening) for at in line] for line, end in read]))
    # A program that turns some marks of a text turns all that stand so.
    return _turned_in(lines, shown=True) if _turned_in(lines, shown=False) else []


def _turned_in(lines: Sequence[Sequence[_Mark]], *, shown: bool) -> list[int]:
    """Return the offsets of the marks in the wrong shape, line by line."""
    found: list[int] = []
    open_before = False
    for line in lines:
        paired = _is_paired(mark.opens for mark in line)
        pairs = None if paired or (open_before and _may_close(line[0])) else _pairs(line)
        if pairs is not None and _are_pairs(pairs, shown=shown):
            found += (mark.at for a, b in pairs for mark, opens in ((a, True), (b, False)) if mark.opens != opens)
            open_before = False
        elif shown and len(line) == 1 and _is_turned(line[0]):
            found.append(line[0].at)
            open_before = False
        else:
            open_before = line[-1].opens and line[-1].role >= 0
    return found


def _over_lines(lines: Sequence[list[_Mark]]) -> Iterator[list[_Mark]]:
    """Yield the marks line by line, two lines together where one plainly opens what the next one plainly closes."""
    before: list[_Mark] = []
    for line in lines:
        if len(line) % 2 and before and _go_together(before[-1], line[0]):
            yield before + line
            before = []
            continue
        if before:
            yield before
        before = line if len(line) % 2 else []
        if not before:
            yield line
    if before:
        yield before


def _go_together(a: _Mark, b: _Mark) -> bool:
    """Whether two marks on two lines, one at least in the wrong shape, stand around something."""
    plain = a.sure and a.role > 0 and b.sure and b.role < 0
    return plain and not (a.opens and not b.opens) and b.at - a.at < _LONGEST_OVER_LINES


def _are_pairs(pairs: Sequence[tuple[_Mark, _Mark]], *, shown: bool) -> bool:
    """Whether pairs of marks plainly stand around something; one that is sure shows what another between spaces is."""
    turned = [(a, b) for a, b in pairs if not (a.opens and not b.opens)]
    shown = shown or any(_is_pair(a, b, shown=False) for a, b in turned)
    return all(_is_pair(a, b, shown=shown) for a, b in turned)


def _is_paired(opening: Iterable[bool]) -> bool:
    """Whether the marks of a line, each of which opens by its shape or does not, make pairs."""
    depth = 0
    for opens in opening:
        depth += 1 if opens else -1
        if depth < 0:
            return False
    return depth == 0


def _may_close(first: _Mark) -> bool:
    """Whether the first mark of a line may close what a line before has opened."""
    return not first.opens and (first.space_behind or not first.sure)


def _is_turned(alone: _Mark) -> bool:
    """Whether the only mark of a line opens or closes, in the wrong shape, what the next line or the last one holds."""
    return alone.sure and (alone.stopped if alone.opens else alone.role > 0 and alone.space_behind)


def _pairs(line: Sequence[_Mark]) -> list[tuple[_Mark, _Mark]] | None:
    """Return the marks of a line in twos by what stands beside them, or None where they do not come out even."""
    if len(line) % 2:
        return None
    twos = list(zip(line[::2], line[1::2], strict=True))
    return twos if all(a.role >= 0 and b.role <= 0 for a, b in twos) else None


def _is_pair(a: _Mark, b: _Mark, *, shown: bool) -> bool:
    """Whether two marks, not both in their right shape, plainly stand around something.

    Args:
        a: The first.
        b: The second.
        shown: Whether the text is known to have turned marks.

    """
    spaced = a.space_behind and b.space_before
    alike = a.space_behind == b.space_before
    if shown and spaced and not a.role and not b.role:
        return True
    if a.opens:  # « oui« .
        return b.sure and (b.stopped or not (a.space_behind or b.space_before))
    if b.opens:  # » oui « dit-il
        return (a.sure or b.sure) and (alike or b.stopped)
    return a.sure and (b.sure or b.ended) and alike  # ” oui ”.


def _lines_of_marks(text: str, family: re.Pattern[str], opening: str) -> Iterator[tuple[list[int], int]]:
    """Yield where the marks of each line that has some stand, and its end; not of „German“ ones."""
    line: list[int] = []
    end, low = -1, False
    for sign in family.finditer(text):
        at = sign.start()
        if at > end:
            if line and not low:
                yield line, end
            found = _LINE_END.search(text, at)
            start = text.rfind("\n", end + 1, at) + 1 or end + 1
            line, end = [], found.start() if found else len(text)
            low = opening == "“" and text.find("„", start, end) >= 0
        if sign.end() - at < _NOISE:
            line += range(at, sign.end())
    if line and not low:
        yield line, end


def _mark(text: str, at: int, end: int, *, opens: bool) -> _Mark:
    """Return a mark with what stands beside it in a line that goes to `end`."""
    before, after = text[at - 1 : at] or "\n", text[at + 1 : at + 2] or "\n"
    clear_before, clear_after = before.isspace() or before in _OPENING, after.isspace() or after in _CLOSING
    stopped = _is_stopped(text, at, end)
    role, sure = 0, False
    if clear_before != clear_after:
        role = 1 if clear_before else -1
        sure = after.isalnum() or after in "([" if clear_before else stopped or before.isalnum()
    elif clear_before and (stopped or _opens_something(text, at)):  # and not where a space is missing: "rien.»Il"
        role, sure = (-1 if stopped else 1), True
    ended = text[max(0, at - 3) : at].rstrip(_BLANKS)[-1:] in _ENDS
    return _Mark(at, opens, role, sure, stopped, ended, after.isspace(), before.isspace())


def _is_stopped(text: str, at: int, end: int) -> bool:
    """Whether a stop follows the mark at `at`, or the end of the line after what can be said."""
    following = text[at + 1 : min(at + 4, end)].lstrip(_BLANKS)
    if following:
        dotted = following[0] == "." and (following[1:2] == "." or following[1:2].isalnum())  # "« ...", "“.fr"
        return following[0] in _STOPS and not dotted
    if end - at > 4:
        return False  # blanks without end
    before = text[max(0, at - 3) : at]
    return bool(before.strip()) and (before[-1:].strip() != "" or before.rstrip(_BLANKS)[-1] in _ENDS)


def _opens_something(text: str, at: int) -> bool:
    """Whether the mark at `at` stands where a line or a quotation begins, or behind an elided word."""
    before = text[max(0, at - 3) : at]
    last = before.rstrip(_BLANKS)[-1:]
    begins = last in _BREAKS + ":(" if last else at < 3
    return begins or before[-1:] in ("'", "’")
