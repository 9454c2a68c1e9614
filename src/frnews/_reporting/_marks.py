"""Quotation marks: which sign opens, which closes, what stands between them.

The conventions of French typography (Lexique des règles typographiques en usage à l'Imprimerie nationale, s. v.
guillemets): a mark opened again at the start of a line, with none closed since, continues the same quotation. A mark
that is never closed ends where its line ends, so that one missing sign costs one line and not the document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

_SIGN = re.compile(
    r"""[«»“”„‟"‹›<>'‘’](?:         # one set of signs first, so that the scan runs to them
     (?<=[«»“”„‟"‹›])|(?<=<)<|(?<=>)>
    |(?<=['‘])(?<!\w['‘])(?<!\d['’]')(?=\w)  # a single mark only where it can be no apostrophe, nor of "9''58"
    |(?<=[\w.!?…,%)]['’])(?!\w)
    )""",
    re.VERBOSE,
)
# Nobody opens eight marks in a row: rulers, drawings and noise, and a million of them must not cost a stack each.
_NOISE = re.compile(r"([«»“”„‟\"‹›<>'‘’])\1{7,}")
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")
_FAMILY = {
    **dict.fromkeys(("«", "»", "<<", ">>"), "guillemet"),
    **dict.fromkeys(("“", "”", "„", "‟"), "curly"),
    **dict.fromkeys(("‹", "›"), "single guillemet"),
    **dict.fromkeys(("'", "‘", "’"), "single"),
    '"': "straight",
}
_PAIRS = {"«": "»", "“": "”", '"': '"', "‹": "›"}
_SENTENCE_END = re.compile(r"[.!?…](?=[ \u00a0\u202f]*[^\W\d_a-zà-ÿ]|[ \u00a0\u202f]*$|[ \u00a0\u202f]*[«“])")
_CLOSES = frozenset({"»", "”", "›"})
_OPENS = frozenset({"«", "<<", "“", "„", "‟", "‹", "‘"})
# Marks in marks in marks are no longer read by anyone; a hostile text must not make the stack grow with its length.
_DEEPEST = 4
# A single mark is so easily an apostrophe that what it encloses must be short enough to be seen as a whole.
_LONGEST_SINGLE = 600


@frozen
class Quoted:
    """What stands between two marks, outermost marks only.

    Attributes:
        open: Offset of the opening mark (of the content, for a closing mark without an opening one).
        start: Offset of the content, after the mark and the space that follows it.
        end: Offset after the content, before the space and the mark that close it.
        close: Offset after the closing mark, or the end of the line where there is none.
        closed: Whether a mark closes it.
        opened: Whether a mark opens it.
        continues: Whether it goes on with the quotation of the line before.
        turn: Whether it is one of several turns of speech between the same marks ("« Allô ? — Oui. »"), not the last.

    """

    open: int
    start: int
    end: int
    close: int
    closed: bool
    opened: bool = True
    continues: bool = False
    turn: bool = False

    def moved(self, by: int) -> "Quoted":
        """Return the same piece in a text that starts so many characters earlier."""
        return evolve(self, open=self.open + by, start=self.start + by, end=self.end + by, close=self.close + by)


def find_quoted(text: str) -> list[Quoted]:
    """Return what stands between the outermost quotation marks of `text`, in order.

    >>> [text[q.start:q.end] for text in ["Il dit : « Non, “rien” ! »"] for q in find_quoted(text)]
    ['Non, “rien” !']
    """
    if _SIGN.search(text) is None:
        return []  # asked of what stands between marks, too, where hardly any has marks of its own
    found: list[Quoted] = []
    stack: list[tuple[str, int, int]] = []
    ends = [m.start() for m in _LINE_END.finditer(text)]
    ends.append(len(text))
    signs = [sign for stretch in _without_noise(text) for sign in _SIGN.finditer(text, *stretch)]
    unclosed_before = ""  # family of the mark that the last line left open
    line_of = 0
    i = 0
    while i < len(signs):
        line_of = bisect_right(ends, signs[i].start() - 1, lo=line_of)
        line_start, line_end = (ends[line_of - 1] + 1 if line_of else 0), ends[line_of]
        stop = i
        while stop < len(signs) and signs[stop].start() < line_end:
            stop += 1
        stack.clear()
        line = _read_line(text, signs[i:stop], stack, line_start, line_end)
        first = signs[i]
        opens_line = not text[line_start : first.start()].strip(" \t\u00a0\u202f\u2009-–—")
        if line and unclosed_before and opens_line and line[0].opened:
            follows = _FAMILY[first[0]] == unclosed_before and not text[found[-1].close : line_start].strip()
            if follows:
                line[0] = evolve(line[0], continues=True)
        elif line and unclosed_before and not line[0].opened and _FAMILY[first[0]] == unclosed_before:
            # What the line before has opened is closed here: one quotation over two lines.
            line[0] = evolve(line[0], opened=True, continues=True)
        unclosed_before = stack[0][0] if stack and stack[0][0] != "single" and line and not line[-1].closed else ""
        found.extend(line)
        i = stop
    return found


_TURN = re.compile(r"(?<=[.?!…])[ \u00a0\u202f]*[—–][ \u00a0\u202f]*(?=[^\W\d_])")


def split_turns(text: str, quotes: Sequence[Quoted]) -> list[Quoted]:
    """Return the pieces, one that holds a dialogue cut into its turns.

    >>> text = "« Allô ? — C'est moi. »"
    >>> [text[q.start:q.end] for q in split_turns(text, find_quoted(text))]
    ['Allô ?', "C'est moi."]
    """
    turns: list[Quoted] = []
    for quote in quotes:
        rest = quote
        for dash in _TURN.finditer(text, quote.start, quote.end):
            turns.append(evolve(rest, end=dash.start(), close=dash.start(), closed=True, turn=True))
            rest = evolve(quote, open=dash.start(), start=dash.end(), continues=False)
        turns.append(rest)
    return turns


def _without_noise(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text between runs of one mark."""
    at = 0
    for noise in _NOISE.finditer(text):
        yield at, noise.start()
        at = noise.end()
    yield at, len(text)


def _read_line(
    text: str, signs: list[re.Match[str]], stack: list[tuple[str, int, int]], line_start: int, line_end: int
) -> list[Quoted]:
    """Return the outermost quoted pieces of one line; what it leaves open stays on `stack`."""
    found: list[Quoted] = []
    too_deep = closed_within = 0
    straight_left = sum(sign[0] == '"' for sign in signs)
    lacking = sum(sign[0] in _OPENS for sign in signs) - sum(sign[0] in _CLOSES for sign in signs)
    for sign in signs:
        family = _FAMILY[sign[0]]
        straight_left -= family == "straight"
        lacking += (sign[0] in _CLOSES) - (sign[0] in _OPENS)  # how many of what is opened behind it stays open
        if _is_opening(text, sign, family, stack, straight_left):
            if lacking > -2 and (end := _left_open(text, sign, stack, closed_within)):
                _, start, after = stack.pop()
                closed_within = 0
                found.append(_quoted(text, start, after, end, end))
            if len(stack) < _DEEPEST:
                stack.append((family, sign.start(), sign.end()))
            else:
                too_deep += 1
            continue
        if family == "straight" and stack and all(entry[0] != "straight" for entry in stack):
            family = stack[-1][0]  # “opened by one kind, closed by another"
        elif sign[0] == "”" and stack and stack[-1][0] == "straight" and all(entry[0] != "curly" for entry in stack):
            family = "straight"  # "and the other way round”
        depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d][0] == family), None)
        if too_deep and depth is not None and depth == len(stack) - 1:
            too_deep -= 1
            continue
        if depth is None:
            if not stack and not found and family != "single" and text[line_start : sign.start()].strip():
                # The opening mark is missing: what the caller can make of it depends on the words that follow.
                found.append(_quoted(text, line_start, line_start, sign.start(), sign.end(), opened=False))
            continue
        _, start, after = stack[depth]
        del stack[depth:]
        closed_within = sign.end() if depth else 0
        if depth == 0:
            if family == "single" and sign.start() - start > _LONGEST_SINGLE:
                continue
            found.append(_quoted(text, start, after, sign.start(), sign.end()))
    if stack and stack[0][0] == "single":
        del stack[0]
    if stack:
        _, start, after = stack[0]
        found.append(_quoted(text, start, after, line_end, line_end, closed=False))
    return [q for q in found if any(c.isalnum() for c in text[q.start : q.end])]


def _left_open(text: str, sign: re.Match[str], stack: list[tuple[str, int, int]], closed_within: int) -> int:
    """Return where the piece ends that nothing closes before another one opens, or 0: "« A. | « B », dit-il".

    Too few marks follow to close both. The sign that closes a piece within it has closed it too where a sentence ends
    behind: "ne pas être « un des « gilets jaunes » |. Il a dit « non »".

    Args:
        text: The text.
        sign: The mark that opens another piece.
        stack: The marks that are open.
        closed_within: Offset after the mark that has closed the last piece within the open one, or 0.

    """
    if len(stack) != 1 or stack[0][0] != _FAMILY[sign[0]] or sign[0] not in _OPENS:
        return 0
    if closed_within and _SENTENCE_END.search(text, closed_within, sign.start()):
        return closed_within
    last = sign.start() - 1
    while last > stack[0][2] and text[last].isspace():
        last -= 1
    following = text[sign.end() : sign.end() + 2].lstrip()
    return sign.start() if text[last] in ".!?…" and following[:1].isupper() else 0


def _is_opening(
    text: str, sign: re.Match[str], family: str, stack: list[tuple[str, int, int]], straight_left: int
) -> bool:
    before = text[sign.start() - 1 : sign.start()] if sign.start() else ""
    after = text[sign.end() : sign.end() + 1]
    clear_before = not before or before.isspace() or before in "([{-–—/'’«“"
    clear_after = not after or after.isspace() or after in ",.;:!?…)]}»”"
    is_open = bool(stack) and any(entry[0] == family for entry in stack)
    if family == "straight":
        if clear_before and not clear_after:
            # An open one and an opening one: a mark inside a mark if enough of them follow to close both.
            return not is_open or stack[-1][0] != "straight" or (straight_left >= 2 and straight_left % 2 == 0)
        if clear_after and not clear_before:
            return False
        return not is_open and (
            not clear_after or straight_left > 0 or text[max(0, sign.start() - 3) : sign.start()].rstrip().endswith(":")
        )
    if family == "single":
        return clear_before and not clear_after and not is_open
    if family == "curly" and sign[0] == "“":
        return not (is_open and clear_after and not clear_before)
    if family == "curly" and sign[0] == "”":
        return not is_open and clear_before and not clear_after
    return sign[0] in _OPENS


def _quoted(
    text: str, start: int, after: int, end: int, close: int, *, closed: bool = True, opened: bool = True
) -> Quoted:
    while after < end and text[after].isspace():
        after += 1
    while end > after and text[end - 1].isspace():
        end -= 1
    inner, pair = {*text[after + 1 : end - 1]}, _PAIRS.get(text[after : after + 1])
    if not closed and end > after + 2 and pair == text[end - 1] and inner.isdisjoint({*_PAIRS, *_PAIRS.values()}):
        after, end = after + 1, end - 1  # "« “On part”": a mark too many stands before the pair
    return Quoted(open=start, start=after, end=end, close=close if closed else end, closed=closed, opened=opened)
