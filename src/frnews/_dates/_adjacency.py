"""Which symbols the grammar can put beside each other, so that a run of words is cut where no expression can go on.

The patterns of the grammar are regular expressions over symbols, of a few operators only: groups, classes, `|`, `?`,
`*` and `(?!…)`. From each come the symbols that it can begin and end with, and the pairs that stand side by side in it
(what compilers call FIRST, LAST and FOLLOW). A result of a level stands for all that its rules can be made of.
"""

import functools
import operator
from collections.abc import Iterable, Iterator

from attrs import define, frozen

Symbols = int
"""A set of symbols: bit n is the nth symbol."""

_FIRST = 0x4E00


def _bit(symbol: str) -> Symbols:
    return 1 << (ord(symbol) - _FIRST)


def _symbols_of(bits: Symbols) -> str:
    return "".join(chr(_FIRST + n) for n in range(bits.bit_length()) if bits >> n & 1)


@frozen
class _Shape:
    """What a piece of a pattern can be.

    Attributes:
        empty: Whether it can be nothing at all.
        first: The symbols that it can begin with.
        last: Those that it can end with.
        one_of: Symbols of which it has at least one; none where it can be empty.

    """

    empty: bool
    first: Symbols
    last: Symbols
    one_of: Symbols


_NOTHING = _Shape(empty=True, first=0, last=0, one_of=0)


@define
class _Reader:
    """Reads one pattern, and notes the pairs of symbols that stand side by side in it, and what ends a look ahead."""

    source: str
    pairs: set[tuple[Symbols, Symbols]]
    looked_at: set[Symbols]
    at: int = 0

    def alternatives(self) -> _Shape:
        """Read up to the end of the group, or of the pattern."""
        shape = self._sequence()
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            other = self._sequence()
            empty = shape.empty or other.empty
            one_of = 0 if empty else shape.one_of | other.one_of
            shape = _Shape(empty, shape.first | other.first, shape.last | other.last, one_of)
        return shape

    def _sequence(self) -> _Shape:
        shape = _NOTHING
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            if self.source.startswith("(?!", self.at):  # what must not follow is looked at too
                looked_at = self._group(3)
                self.pairs.add((shape.last, looked_at.first))
                self.looked_at.add(looked_at.last)
                continue
            part = self._repeated(self._atom())
            self.pairs.add((shape.last, part.first))
            shape = _Shape(
                shape.empty and part.empty,
                shape.first | (part.first if shape.empty else 0),
                part.last | (shape.last if part.empty else 0),
                min(filter(None, (shape.one_of, part.one_of)), key=int.bit_count, default=0),
            )
        return shape

    def _atom(self) -> _Shape:
        sign = self.source[self.at]
        if sign == "(":
            return self._group(3 if self.source.startswith("(?:", self.at) else self._after(">"))
        if sign == "[":
            end = self.source.index("]", self.at)
            symbols = sum(map(_bit, set(self.source[self.at + 1 : end])))
            self.at = end + 1
        else:
            symbols = _bit(sign)
            self.at += 1
        return _Shape(empty=False, first=symbols, last=symbols, one_of=symbols)

    def _after(self, sign: str) -> int:
        return self.source.index(sign, self.at) + 1 - self.at

    def _group(self, opening: int) -> _Shape:
        self.at += opening
        shape = self.alternatives()
        self.at += 1
        return shape

    def _repeated(self, part: _Shape) -> _Shape:
        sign = self.source[self.at : self.at + 1]
        if not sign or sign not in "?*":
            return part
        self.at += 1
        if sign == "*":
            self.pairs.add((part.last, part.first))
        return _Shape(empty=True, first=part.first, last=part.last, one_of=0)


class Adjacency:
    """The pairs of symbols that some expression has side by side."""

    def __init__(self, rules: Iterable[tuple[str, str]], whole: str) -> None:
        """Read the patterns.

        Args:
            rules: The symbol of each rule's result, and its pattern.
            whole: The pattern of all that is wanted in the end.

        """
        pairs: set[tuple[Symbols, Symbols]] = set()
        looked_at: set[Symbols] = set()
        shapes = [(_bit(symbol), _Reader(pattern, pairs, looked_at).alternatives()) for symbol, pattern in rules]
        wanted = _Reader(whole, pairs, looked_at).alternatives()
        begins = _closed([(symbol, shape.first) for symbol, shape in shapes])
        ends = _closed([(symbol, shape.last) for symbol, shape in shapes])
        self._pairs = [(_expand(last, ends), _expand(first, begins)) for last, first in pairs if last and first]
        self._after: dict[str, frozenset[str]] = {}
        self.rule_begins = [_symbols_of(shape.first) for _, shape in shapes]
        """The symbols with which each rule can begin, results of lower levels among them."""
        self.rule_needs = [_symbols_of(shape.one_of) for _, shape in shapes]
        """Symbols of which each rule needs at least one."""
        self.begins = _symbols_of(_expand(wanted.first, begins))
        """The symbols with which what is wanted can begin."""
        self.ends = _symbols_of(functools.reduce(operator.or_, (_expand(e, ends) for e in (wanted.last, *looked_at))))
        """The symbols with which it, or what it must not be followed by, can end."""

    def pieces(self, symbols: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of a run, left to right, between which no expression can go on."""
        start = 0
        for i in range(1, len(symbols)):
            after = self._after.get(symbols[i - 1]) or self._followers(symbols[i - 1])
            if symbols[i] not in after:
                yield start, i
                start = i
        yield start, len(symbols)

    def _followers(self, symbol: str) -> frozenset[str]:
        own = _bit(symbol)
        followers = functools.reduce(operator.or_, (first for last, first in self._pairs if last & own), 0)
        self._after[symbol] = frozenset(_symbols_of(followers))
        return self._after[symbol]


Results = list[tuple[Symbols, Symbols]]
"""The symbol of each result with those that it stands for."""


def _expand(symbols: Symbols, results: Results) -> Symbols:
    """Return symbols with all that the results among them stand for."""
    for result, stands_for in results:
        if symbols & result:
            symbols |= stands_for
    return symbols


def _closed(results: Results) -> Results:
    """Return what each result stands for, through the results that it is made of."""
    while True:
        grown = [(result, _expand(stands_for, results)) for result, stands_for in results]
        if grown == results:
            return results
        results = grown
