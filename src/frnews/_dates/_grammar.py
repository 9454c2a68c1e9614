"""The grammar of time expressions: a cascade of rewriting levels over symbols, read from `data/date_grammar.tsv`.

Each row of the table says that a pattern of smaller parts makes a greater one: "day, month, year" make a DAY, "fin de"
and a period make a POSITIONED. A level rewrites the string of symbols from left to right, the longest match first,
and its results are parts for the next one. What a stretch of words reads as depends on the symbols alone, so that
every run of symbols is parsed once and remembered.

The pattern language: `CATEGORY` is a category of the lexicon, a result of a lower level or a set of these; a lower-case
word or a sign stands for itself; `name:CATEGORY` hands the part to the rule under that name; `( | ) ? *` as in regular
expressions; `!( )` not followed by.
"""

import functools
import itertools
import operator
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from attrs import frozen

from frnews._dates._lexicon import OTHER, Lexicon, build_lexicon
from frnews._dates._shapes import Shape, Symbols, closed, expand, set_of, shape_of, written
from frnews._tables import Row, read_table

_PART = re.compile(
    r"(?:(?P<label>[a-z_]+):)?(?P<name>[A-Z][A-Z0-9_]*)|(?P<operator>!\(|[()|?*])|(?P<literal>[^\W\d_]+|[0-9]|\S)"
)

Part = "Node | Leaf"


@frozen
class Leaf:
    """Tokens that are one word of a category; `start` and `end` count tokens of the run."""

    category: str
    start: int
    end: int


@frozen(eq=False)  # nodes are made once per run of symbols, and remembered by identity
class Node:
    """A part that a row of the grammar built. `guard` names the check on the text that it still has to pass."""

    rule: str
    start: int
    end: int
    parts: tuple[tuple[str, "Node | Leaf"], ...]
    guard: str


@frozen(eq=False)
class Reading:
    """A time expression of a run.

    Attributes:
        node: How it is built.
        relation: Token offsets of the relation word before it ("depuis"), or None.
        guards: The checks of its parts, innermost first: the name of each and the tokens that it is about.

    """

    node: Node
    relation: tuple[int, int] | None
    guards: tuple[tuple[str, int, int], ...]


@frozen(slots=False)
class _Rule:
    name: str
    symbol: str
    source: str
    guard: str
    labels: dict[str, tuple[str, str]]  # group → (label, category)
    shape: Shape
    needs: Symbols

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first asks for it: a short article needs few of them."""
        return re.compile(self.source)


@frozen
class _Level:
    """Rules that rewrite together.

    Attributes:
        beginning: The rules that can begin with each symbol.
        needs: Symbols of which a run has one where any of them matches.

    """

    beginning: dict[str, list[_Rule]]
    needs: Symbols


@frozen
class Grammar:
    """The compiled table.

    Attributes:
        lexicon: Symbols of the tokens.
        heads: Every symbol that can be the heart of a time expression: a run without one holds none.
        levels: The levels, the lowest first.
        core: A run without the symbols at its edges that no expression begins or ends with: fewer runs to read.

    """

    lexicon: Lexicon
    heads: re.Pattern[str]
    levels: tuple[_Level, ...]
    core: re.Pattern[str]
    sources: dict[str, str]
    mention_symbols: frozenset[str]
    relation: re.Pattern[str]


_IDLE_BEFORE = ("et",)
_IDLE_AFTER = ("un", "une", "cette", "'", "est")


def _new_symbols() -> Iterator[str]:
    # CJK ideographs: one code point each, letters to `re`, no special signs among them.
    return map(chr, itertools.count(0x4E00))


@cache
def grammar() -> Grammar:
    """Return the compiled grammar (a few dozen milliseconds, once)."""
    rows = read_table("date_grammar")
    literals = {part["literal"] for row in rows for part in _PART.finditer(row["pattern"]) if part["literal"]} - {"1"}
    sets = {row["symbol"]: row["pattern"] for row in rows if row["level"] == "set"}
    rows = tuple(row for row in rows if row["level"] != "set")
    new_symbol = _new_symbols()
    literals |= {"'", "-", "(", ")", "de", "du", "des", "d", "à", "au", "aux", *_IDLE_BEFORE, *_IDLE_AFTER}
    lexicon = build_lexicon(literals, new_symbol)
    symbol_of_result = {name: next(new_symbol) for name in dict.fromkeys(row["symbol"] for row in rows)}
    signs = {"OPEN": lexicon.sources["=("], "CLOSE": lexicon.sources["=)"]}
    sources = _Sources({**lexicon.sources, **signs, **symbol_of_result}, sets)
    by_level = [
        [_compile(row, symbol_of_result[row["symbol"]], sources) for row in group]
        for _, group in itertools.groupby(rows, key=lambda row: row["level"])
    ]
    rules = list(itertools.chain.from_iterable(by_level))
    head = re.compile(sources["HEAD"])
    heads = re.compile("[" + "".join(filter(head.fullmatch, set(lexicon.symbol_of.values()))) + "]")
    mention = re.compile(sources["MENTIONED"])
    mentions = frozenset(symbol for symbol in symbol_of_result.values() if mention.fullmatch(symbol))
    relation = f"(?P<relation>{sources['RELATION']})(?:{sources['LE']})?"
    last = set_of(mentions)
    begins = expand(shape_of(relation).first | last, closed((rule.symbol, rule.shape.first) for rule in rules))
    ends = expand(last, closed((rule.symbol, rule.shape.last) for rule in rules))
    return Grammar(
        lexicon,
        heads,
        tuple(map(_level, by_level)),
        _core(lexicon, begins, ends),
        sources,
        mentions,
        re.compile(f"{relation}$"),
    )


def _level(rules: list[_Rule]) -> _Level:
    beginning: defaultdict[str, list[_Rule]] = defaultdict(list)
    for rule in rules:
        for symbol in written(rule.shape.first):
            beginning[symbol].append(rule)
    return _Level(dict(beginning), functools.reduce(operator.or_, (rule.needs for rule in rules)))


def _core(lexicon: Lexicon, begins: int, ends: int) -> re.Pattern[str]:
    """Return the pattern of a run without what tells nothing at its edges; "d" keeps the apostrophe after it."""
    before, after = ([lexicon.symbol_of[word] for word in words] for words in (_IDLE_BEFORE, _IDLE_AFTER))
    first = "".join(symbol for symbol in written(begins) if symbol not in before)
    last = "".join(symbol for symbol in written(ends) if symbol not in after)
    return re.compile(f"[{first}](?:.*(?:[{last}]|{lexicon.symbol_of['d']}.?))?")


class _Sources(dict[str, str]):
    """Sources of patterns by name; a set's is put together when first asked for."""

    def __init__(self, known: dict[str, str], sets: dict[str, str]) -> None:
        super().__init__(known)
        self.sets = sets

    def __missing__(self, name: str) -> str:
        source = self[name] = f"(?:{_source(self.sets[name], self, {})})"
        return source


def _compile(row: Row, symbol: str, sources: dict[str, str]) -> _Rule:
    labels: dict[str, tuple[str, str]] = {}
    pattern = _source(row["pattern"], sources, labels)
    shape = shape_of(pattern)
    return _Rule(row["rule"], symbol, pattern, row["guard"], labels, shape, shape.one_of or -1)


def _source(pattern: str, sources: dict[str, str], labels: dict[str, tuple[str, str]]) -> str:
    pieces = []
    for part in _PART.finditer(pattern):
        if part["operator"]:
            pieces.append({"(": "(?:", "!(": "(?!"}.get(part["operator"], part["operator"]))
            continue
        name = part["name"] or "=" + part["literal"]
        try:
            source = sources[name]
        except KeyError:
            raise ValueError(f"data/date_grammar.tsv: unknown part {name!r} in {pattern!r}") from None
        if part["label"]:
            group = f"{part['label']}__{len(labels)}"
            labels[group] = (part["label"], part["name"])
            pieces.append(f"(?P<{group}>{source})")
        else:
            pieces.append(source)
    return "".join(pieces)


@lru_cache(maxsize=4096)
def read_run(symbols: str) -> tuple[Reading, ...]:
    """Return the time expressions of a run of symbols, left to right."""
    compiled = grammar()
    items: list[Node | tuple[int, int]] = [(i, i + 1) for i in range(len(symbols))]
    current = symbols
    present = set_of(symbols)
    for level in compiled.levels:
        if level.needs & present:
            rewritten = _rewrite(current, items, level, present)
            if rewritten is not None:
                current, items = rewritten
                present = set_of(current)
    readings = []
    for symbol, item in zip(current, items, strict=True):
        if isinstance(item, Node) and symbol in compiled.mention_symbols:
            shift = max(0, item.start - 6)
            found = compiled.relation.search(symbols[shift : item.start])
            relation = (found.start() + shift, found.end("relation") + shift) if found else None
            readings.append(Reading(item, relation, tuple(_guards_of(item))))
    return tuple(readings)


def _rewrite(
    symbols: str, items: list[Node | tuple[int, int]], level: _Level, present: Symbols
) -> tuple[str, list[Node | tuple[int, int]]] | None:
    """Return a run with what the rules of a level make of it, or None where that is nothing."""
    written: list[str] = []
    kept: list[Node | tuple[int, int]] = []
    copied = start = 0
    while start < len(symbols):
        best: re.Match[str] | None = None
        for rule in level.beginning.get(symbols[start], ()):
            match = rule.pattern.match(symbols, start) if rule.needs & present else None
            if match is not None and match.end() > (start if best is None else best.end()):
                best, made_by = match, rule
        if best is None:
            start += 1
            continue
        written += symbols[copied:start], made_by.symbol
        kept += items[copied:start]
        kept.append(_node(made_by, best, items))
        copied = start = best.end()
    if not written:
        return None
    written.append(symbols[copied:])
    kept += items[copied:]
    return "".join(written), kept


def _node(rule: _Rule, match: re.Match[str], items: list[Node | tuple[int, int]]) -> Node:
    parts: list[tuple[str, Node | Leaf]] = []
    for group, (label, category) in rule.labels.items():
        start, end = match.span(group)
        if start < 0 or start == end:
            continue
        first, last = items[start], items[end - 1]
        if end == start + 1 and isinstance(first, Node):
            parts.append((label, first))
        else:
            parts.append((label, Leaf(category, _start(first), _end(last))))
    return Node(rule.name, _start(items[match.start()]), _end(items[match.end() - 1]), tuple(parts), rule.guard)


def _guards_of(node: Node) -> Iterator[tuple[str, int, int]]:
    for _, part in node.parts:
        if isinstance(part, Node):
            yield from _guards_of(part)
    if node.guard:
        yield node.guard, node.start, node.end


def _start(item: "Node | tuple[int, int]") -> int:
    return item.start if isinstance(item, Node) else item[0]


def _end(item: "Node | tuple[int, int]") -> int:
    return item.end if isinstance(item, Node) else item[1]


__all__ = ["OTHER", "Grammar", "Leaf", "Node", "Reading", "grammar", "read_run"]
