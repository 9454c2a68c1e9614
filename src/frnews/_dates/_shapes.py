"""What a pattern of the grammar begins with, ends with, and cannot do without.

The patterns are regular expressions over symbols, of a few operators only: groups, classes, `|`, `?`, `*` and `(?!…)`.
What stands in them tells, before any text is read, which rules can match where: a rule that begins with a month is not
tried at a weekday, and a run without a unit needs no rule of lengths of time.
"""

from collections.abc import Iterable

from attrs import define, frozen

Symbols = int
"""A set of symbols: bit n is the nth symbol."""

_FIRST = 0x4E00


def set_of(symbols: Iterable[str]) -> Symbols:
    """Return symbols as a set."""
    found = 0
    for symbol in symbols:
        found |= 1 << (ord(symbol) - _FIRST)
    return found


def written(symbols: Symbols) -> str:
    """Return a set as a string of its symbols.

    >>> written(set_of("丁一"))
    '一丁'
    """
    return "".join(chr(_FIRST + n) for n in range(symbols.bit_length()) if symbols >> n & 1)


@frozen
class Shape:
    """What a pattern, or a piece of one, can be.

    Attributes:
        empty: Whether it can be nothing at all.
        first: The symbols that it can begin with.
        last: Those that it can end with, or look ahead at.
        one_of: Symbols of which it has at least one; none where it can be empty.

    """

    empty: bool
    first: Symbols
    last: Symbols
    one_of: Symbols


_NOTHING = Shape(empty=True, first=0, last=0, one_of=0)


def shape_of(source: str) -> Shape:
    """Return the shape of a pattern.

    >>> shape = shape_of("一?[丁七](?:万|丈)")
    >>> written(shape.first), written(shape.last), written(shape.one_of)
    ('一丁七', '万丈', '丁七')
    """
    return _Reader(source).alternatives()


def closed(results: Iterable[tuple[str, Symbols]]) -> list[tuple[Symbols, Symbols]]:
    """Return what each result of a level stands for, through the results that it is made of.

    Args:
        results: The symbol of each rule's result, with symbols that it can begin (or end) with.

    """
    found = [(set_of(symbol), symbols) for symbol, symbols in results]
    while True:
        grown = [(result, expand(symbols, found)) for result, symbols in found]
        if grown == found:
            return found
        found = grown


def expand(symbols: Symbols, results: Iterable[tuple[Symbols, Symbols]]) -> Symbols:
    """Return symbols with all that the results among them stand for."""
    for result, stands_for in results:
        if symbols & result:
            symbols |= stands_for
    return symbols


@define
class _Reader:
    source: str
    at: int = 0

    def alternatives(self) -> Shape:
        """Read up to the end of the group, or of the pattern."""
        shape = self._sequence()
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            other = self._sequence()
            empty = shape.empty or other.empty
            one_of = 0 if empty else shape.one_of | other.one_of
            shape = Shape(empty, shape.first | other.first, shape.last | other.last, one_of)
        return shape

    def _sequence(self) -> Shape:
        shape = _NOTHING
        looked_at: Symbols = 0
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            if self.source.startswith("(?!", self.at):
                looked_at |= self._group(3).last
                continue
            part = self._repeated(self._atom())
            shape = Shape(
                shape.empty and part.empty,
                shape.first | (part.first if shape.empty else 0),
                part.last | (shape.last if part.empty else 0),
                min(filter(None, (shape.one_of, part.one_of)), key=int.bit_count, default=0),
            )
        return Shape(shape.empty, shape.first, shape.last | looked_at, shape.one_of)

    def _atom(self) -> Shape:
        sign = self.source[self.at]
        if sign == "(":
            named = self.source.startswith("(?P<", self.at)
            return self._group(self.source.index(">", self.at) + 1 - self.at if named else 3)
        if sign == "[":
            end = self.source.index("]", self.at)
            symbols = set_of(self.source[self.at + 1 : end])
            self.at = end + 1
        else:
            symbols = set_of(sign)
            self.at += 1
        return Shape(empty=False, first=symbols, last=symbols, one_of=symbols)

    def _group(self, opening: int) -> Shape:
        self.at += opening
        shape = self.alternatives()
        self.at += 1
        return shape

    def _repeated(self, part: Shape) -> Shape:
        sign = self.source[self.at : self.at + 1]
        if not sign or sign not in "?*":
            return part
        self.at += 1
        return Shape(empty=True, first=part.first, last=part.last, one_of=0)
