"""The grammar of time expressions: a cascade of rewriting levels over symbols, read from `data/date_grammar.tsv`.

Each row of the table says that a pattern of smaller parts makes a greater one: "day, month, year" make a DAY, "fin de"
and a period make a POSITIONED. A level rewrites the string of symbols from left to right, the longest match first,
and its results are parts for the next one. What a stretch of words reads as depends on the symbols alone, so that
every run of symbols is parsed once and remembered.

The pattern language: `CATEGORY` is a category of the lexicon, a result of a lower level or a set of these; a lower-case
word or a sign stands for itself; `name:CATEGORY` hands the part to the rule under that name; `( | ) ? *` as in regular
expressions; `!( )` not followed by.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from frnews._dates._lexicon import OTHER, Lexicon, build_lexicon
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


@frozen
class _Rule:
    name: str
    symbol: str
    pattern: re.Pattern[str]
    guard: str
    labels: dict[str, tuple[str, str]]  # group → (label, category)


@frozen
class Grammar:
    """The compiled table.

    Attributes:
        lexicon: Symbols of the tokens.
        idle_before: Symbols that neither begin an expression nor belong to what stands before it.
        idle_after: Symbols that neither end an expression nor tell what it is; so runs without them are the same.
        elision: The symbol of "d", which keeps the apostrophe after it.
        heads: Every symbol that can be the heart of a time expression: a run without one holds none.

    """

    lexicon: Lexicon
    heads: re.Pattern[str]
    levels: tuple[tuple[re.Pattern[str], tuple[_Rule, ...]], ...]
    sources: dict[str, str]
    mention_symbols: frozenset[str]
    idle_before: str
    idle_after: str
    elision: str
    relation: re.Pattern[str]


_IDLE_BEFORE = (",", ".", ")", ":", "en", "et", "ou", "pour", "qui", "est", "avec")
_IDLE_AFTER = ("le", "la", "les", "l", "un", "une", "ce", "cette", "ces", ",", "'", "(")
_IDLE_WORDS_AFTER = ("est", "qui", "pour", "par", "en", "au", "à", "aux", "avec", "dans", "a", "il")


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
    lexicon = build_lexicon(literals | {"'", "-", "(", ")", "de", "du", "des", "d", "à", "au", "aux"}, new_symbol)
    symbol_of_result = {name: next(new_symbol) for name in dict.fromkeys(row["symbol"] for row in rows)}
    signs = {"OPEN": lexicon.sources["=("], "CLOSE": lexicon.sources["=)"]}
    sources = _Sources({**lexicon.sources, **signs, **symbol_of_result}, sets)
    levels = []
    for _, group in itertools.groupby(rows, key=lambda row: row["level"]):
        rules = tuple(_compile(row, symbol_of_result[row["symbol"]], sources) for row in group)
        finder = re.compile(re.sub(r"\?P<\w+>", "?:", "|".join(rule.pattern.pattern for rule in rules)))
        levels.append((finder, rules))
    head = re.compile(sources["HEAD"])
    heads = re.compile("[" + "".join(filter(head.fullmatch, set(lexicon.symbol_of.values()))) + "]")
    mention = re.compile(sources["MENTIONED"])
    return Grammar(
        lexicon,
        heads,
        tuple(levels),
        sources,
        frozenset(symbol for symbol in symbol_of_result.values() if mention.fullmatch(symbol)),
        "".join(lexicon.symbol_of[word] for word in _IDLE_BEFORE if word in lexicon.symbol_of),
        "".join(lexicon.symbol_of[word] for word in _IDLE_AFTER + _IDLE_WORDS_AFTER if word in lexicon.symbol_of),
        lexicon.symbol_of["d"],
        re.compile(f"(?P<relation>{sources['RELATION']})(?:{sources['LE']})?$"),
    )


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
    return _Rule(row["rule"], symbol, re.compile(pattern), row["guard"], labels)


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


def trim_run(symbols: str) -> tuple[int, int]:
    """Return where a run begins and ends without the signs and small words at its edges: fewer runs to read."""
    compiled = grammar()
    start = len(symbols) - len(symbols.lstrip(compiled.idle_before))
    end = len(symbols.rstrip(compiled.idle_after))
    if end < len(symbols) and symbols[end - 1 : end] == compiled.elision:
        end += 1
    return start, max(start, end)


@lru_cache(maxsize=4096)
def read_run(symbols: str) -> tuple[Reading, ...]:
    """Return the time expressions of a run of symbols, left to right."""
    rules_of = grammar()
    items: list[Node | tuple[int, int]] = [(i, i + 1) for i in range(len(symbols))]
    current = symbols
    for finder, rules in rules_of.levels:
        current, items = _rewrite(current, items, finder, rules)
    readings = []
    for symbol, item in zip(current, items, strict=True):
        if isinstance(item, Node) and symbol in rules_of.mention_symbols:
            found = rules_of.relation.search(symbols[max(0, item.start - 6) : item.start])
            shift = max(0, item.start - 6)
            relation = (found.start() + shift, found.end("relation") + shift) if found else None
            readings.append(Reading(item, relation, tuple(_guards_of(item))))
    return tuple(readings)


def _rewrite(
    symbols: str, items: list[Node | tuple[int, int]], finder: re.Pattern[str], rules: tuple[_Rule, ...]
) -> tuple[str, list[Node | tuple[int, int]]]:
    found = finder.search(symbols)
    if not found:
        return symbols, items
    written: list[str] = []
    kept: list[Node | tuple[int, int]] = []
    copied = 0
    while found:
        start = found.start()
        best: tuple[_Rule, re.Match[str]] | None = None
        for rule in rules:
            match = rule.pattern.match(symbols, start)
            if match and match.end() > start and (best is None or match.end() > best[1].end()):
                best = rule, match
        if best is None:
            found = finder.search(symbols, start + 1)
            continue
        rule, match = best
        written += symbols[copied:start], rule.symbol
        kept += items[copied:start]
        kept.append(_node(rule, match, items))
        copied = match.end()
        found = finder.search(symbols, copied)
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


__all__ = ["OTHER", "Grammar", "Leaf", "Node", "Reading", "grammar", "read_run", "trim_run"]
