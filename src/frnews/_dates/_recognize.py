"""Recognition: where the time expressions of a text stand and how they are built, without a thought for their days."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from attrs import frozen

from frnews._dates._grammar import Leaf, Node, Reading, grammar, read_run
from frnews._dates._guards import passes
from frnews._dates._lexicon import LETTERS, OTHER
from frnews._dates._stretches import find_stretches
from frnews._dates._words import read_word
from frnews._tables import Row

# A token and the spaces after it; a line end is a token of its own, so that no expression crosses it. A number with a
# decimal comma is one token: never a date.
_TOKEN = re.compile(rf"(?:[{LETTERS}]+[0-9]*|[0-9]+(?:,[0-9]+)?|\S)[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*|\s")
_CHUNK = 250_000  # characters tokenised at a time: bounds the memory
_WINDOW = 72  # tokens of a run that are read together; only tables and hostile text have longer ones


# Rules that only join the tokens of one word or number, and the category under which it is read.
_WORD_RULES = {
    "number_words": "NUMBER",
    "ordinal_number": "NUMBER",
    "big_number": "NUMBER",
    "day_part_word": "PART",
    "approximator": "APPROX",
    "month_word": "MONTHN",
}


@frozen(eq=False)  # made once per wording, and remembered by identity
class Expression:
    """A time expression, or a part of one: the rule that built it and what it was built from.

    Parts are expressions and plain values (numbers, table rows). It is all that resolution sees of the text.
    """

    rule: str
    parts: dict[str, Any]


@frozen(eq=False)
class Found:
    """An expression in its place; `relation` is the row of the preposition before it, or None."""

    start: int
    end: int
    expression: Expression
    relation: Row | None
    gap: str
    """What stands between the expression before it in the same run and this one."""


def find_expressions(text: str, *, alone: bool = False) -> Iterator[Found]:
    """Yield the time expressions of a text, left to right.

    Args:
        text: The text.
        alone: Whether the text is one expression by itself, so that no context has to show that it is one: "mars" is
            a month and "2017" a year.

    """
    position, length = 0, len(text)
    while position < length:
        end = position + _CHUNK
        if end < length:
            end = _cut(text, position, end)
        yield from _find_in_chunk(text, position, min(end, length), alone)
        position = end


def _cut(text: str, low: int, high: int) -> int:
    """Return where to cut a long text: at the end of a line, else of a sentence, else of a word."""
    for sign in ("\n", "\r", ". ", " "):
        cut = text.rfind(sign, low, high)
        if cut > low:
            return cut + len(sign)
    return high


def _find_in_chunk(text: str, low: int, high: int, alone: bool) -> Iterator[Found]:
    compiled = grammar()
    stretches = list(find_stretches(text, low, high))
    tokens = _TOKEN.findall("\n".join([text[start:end] for start, end in stretches]))
    symbols = "".join(map(compiled.lexicon.symbol_of.get, map(str.rstrip, tokens), itertools.repeat(OTHER)))
    head_at, find_core = compiled.heads.search, compiled.core.search
    starts: list[int] = []
    done = 0
    head = head_at(symbols)
    while head:
        first = max(done, symbols.rfind(OTHER, done, head.start()) + 1, head.start() - _WINDOW // 2)
        last = symbols.find(OTHER, head.start(), first + _WINDOW)
        last = last if last >= 0 else min(first + _WINDOW, len(symbols))
        core = find_core(symbols, first, last)
        if core is not None and (readings := read_run(core[0])):
            starts = starts or _starts(tokens, stretches)
            yield from _place(text, tokens, readings, starts, core.start(), alone)
        done = last
        head = head_at(symbols, last)


def _starts(tokens: list[str], stretches: list[tuple[int, int]]) -> list[int]:
    """Return where the tokens of some stretches begin in the text."""
    starts: list[int] = []
    lengths = map(len, tokens)
    for start, end in stretches:
        while start < end:
            starts.append(start)
            start += next(lengths)
        starts.append(end)
        next(lengths, 0)  # the line end that parts two stretches
    return starts


def _place(
    text: str, tokens: list[str], readings: Sequence[Reading], starts: list[int], first: int, alone: bool
) -> Iterator[Found]:
    def fits(guard: str, i: int, j: int) -> bool:
        return (alone and guard.endswith("_context")) or passes(
            guard, text, starts[first + i], _end(text, starts, first + j)
        )

    before = -1
    for reading in readings:
        start, end = starts[first + reading.node.start], _end(text, starts, first + reading.node.end)
        if not _cut_out(text, start, end):
            continue
        nodes = (
            (reading.node,) if all(fits(*guard) for guard in reading.guards) else _mended_readings(reading.node, fits)
        )
        for node in nodes:
            expression = build(node, tuple(tokens[first + node.start : first + node.end]))
            if expression is None:
                continue
            if node is not reading.node:
                start, end = starts[first + node.start], _end(text, starts, first + node.end)
            relation: Row | None = None
            if reading.relation:
                i, j = reading.relation
                relation = read_word("RELATION", "".join(tokens[first + i : first + j]).rstrip())
            yield Found(start, end, expression, relation, text[before:start] if before >= 0 else "")
            before = end


def _end(text: str, starts: list[int], token: int) -> int:
    end = starts[token]
    while text[end - 1].isspace():
        end -= 1
    return end


_TAGGED_DAY = re.compile(r"\d{1,2}\s?[^\W\d_]{3}")
_NOTE_NUMBERS = frozenset("¹²³⁴⁵⁶⁷⁸⁹⁰")  # "2017¹"
_JOINERS = frozenset("-‑/.,°$€+#_'’")


def _cut_out(text: str, start: int, end: int) -> bool:
    """Whether the words stand alone: not the tail of "Covid-19" nor the head of "15 000" or "12 %"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start].isdigit():
        if before in _JOINERS:
            left = text[start - 2 : start - 1]
            if before in "'’":
                return not left.isdigit()
            if before in "°$€+#_" or left.isalnum():
                return before == "#" and bool(_TAGGED_DAY.match(text, start, end))
        elif before.isalnum():
            return False
    if (after.isalnum() and after not in _NOTE_NUMBERS) or after == "_":
        return not text[end - 1].isalnum()
    if after and text[end - 1].isdigit():
        if after in "%€$°" or (after in "./:-" and text[end + 1 : end + 2].isdigit()):
            return False
        if after.isspace() and text[end + 1 : end + 2] in ("%", "€", "$", "£"):
            return False
    return True


@lru_cache(maxsize=8192)
def build(node: Node, tokens: tuple[str, ...]) -> Expression | None:
    """Return the expression that a node makes of its tokens, or None where a number word is none."""
    parts: dict[str, Any] = {}
    for label, part in node.parts:
        category = part.category if isinstance(part, Leaf) else _WORD_RULES.get(part.rule)
        own = tokens[part.start - node.start : part.end - node.start]
        if category is not None:
            value = read_word(category, "".join(own).rstrip())
        else:
            assert isinstance(part, Node)
            value = build(part, own)
        if value is None:
            return None
        parts[label] = value
    return Expression(node.rule, parts)


def _mended_readings(node: Node, fits: Callable[[str, int, int], bool]) -> tuple[Node, ...]:
    """Return what a node is that failed a check: with a weekday alone at its end, or something less."""
    mended = _mended(node, fits)
    if mended is not None:
        return (mended,)
    return tuple(n for n in _second_readings(node) if not n.guard or fits(n.guard, n.start, n.end))


def _mended(node: Node, fits: Callable[[str, int, int], bool]) -> Node | None:
    """Return a node with the weekday alone in place of a weekday and number at its end: "7h30 lundi, deux hommes"."""
    if not node.parts:
        return None
    label, last = node.parts[-1]
    if not isinstance(last, Node) or last.end != node.end:
        return None
    if last.rule != "weekday_day":
        inner = _mended(last, fits)
    elif fits(last.guard, last.start, last.end):
        return None
    else:
        day = dict(last.parts)["weekday"]
        inner = Node("weekday", last.start, day.end, (("weekday", day),), "")
    if inner is None or (node.guard and not fits(node.guard, node.start, inner.end)):
        return None
    return Node(node.rule, node.start, inner.end, (*node.parts[:-1], (label, inner)), node.guard)


def _second_readings(node: Node) -> tuple[Node, ...]:
    """Return what a node is that failed its check.

    "trois heures" is a duration where it is no time of the day, "deux ans" in "deux ans avant de partir"; "huit jours"
    and "un mois" are two in "entre huit jours et un mois"; "vendredi" is a day by itself in "vendredi 3 millions".
    """
    parts = dict(node.parts)
    if node.rule == "weekday_day":
        day = parts["weekday"]
        weekday = Node("weekday", node.start, day.end, (("weekday", day),), "")
        return (Node("mention", node.start, day.end, (("period", weekday),), ""),)
    if node.rule == "day_month_comma":
        parts.pop("year")
        month = parts["month"]
        return (Node("day_month", node.start, month.end, tuple(parts.items()), "not_a_name"),)
    if node.rule == "later":
        return (_duration(parts["span"]),)
    if node.rule == "later_than" and isinstance(parts["later"], Node):  # "deux jours après 2000 arrestations"
        return (parts["later"],)
    if node.rule == "span_from_day" and isinstance(parts["day"], Node):
        return (_duration(parts["span"]), parts["day"])
    if node.rule == "rolling":
        number, unit = parts["number"], parts["unit"]
        return (_duration(Node("span", number.start, unit.end, (("number", number), ("unit", unit)), "")),)
    inner = parts.get("of")
    if node.rule in ("positioned", "positioned_unit") and isinstance(inner, Node):  # "ont pris fin la semaine dernière"
        return () if inner.rule in ("month", "bare_year", "season") else (inner,)
    span = parts.get("span")
    if node.rule == "duration" and isinstance(span, Node) and span.rule == "compound_span":
        return tuple(_duration(part) for _, part in span.parts)
    clock = parts.get("clock")
    if isinstance(clock, Node) and clock.rule == "zoned_clock" and clock.parts[0][1].end == clock.end:
        clock = clock.parts[0][1]
    if node.rule == "lone_clock" and isinstance(clock, Node) and clock.rule == "clock" and len(clock.parts) == 1:
        return (_duration(clock),)
    return ()


def _duration(span: Leaf | Node) -> Node:
    return Node("duration", span.start, span.end, (("span", span),), "duration_context")
