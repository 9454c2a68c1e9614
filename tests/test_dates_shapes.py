"""What the shapes of the rules leave out of a run, or do not try there, would have made no difference."""

from attrs import evolve

from frnews._dates import _grammar
from frnews._dates._grammar import Node, grammar, read_run
from frnews._dates._lexicon import OTHER
from frnews._dates._recognize import _TOKEN
from frnews._tables import read_table
from test_dates_places import read_rows


def runs():
    """Yield the runs of words that time expressions may consist of, in every example of the tables and of the tests."""
    examples = [row["example"] for table in ("date_grammar", "date_contexts") for row in read_table(table)]
    examples += [row[2] for row in read_rows("date_places")]
    symbol_of = grammar().lexicon.symbol_of
    for example in examples:
        symbols = "".join(symbol_of.get(token.rstrip(), OTHER) for token in _TOKEN.findall(example))
        yield from filter(None, symbols.split(OTHER))


def tree(part, shift=0):
    inner = [(label, tree(child, shift)) for label, child in part.parts] if isinstance(part, Node) else part.category
    return getattr(part, "rule", None), part.start + shift, part.end + shift, inner


def readings(symbols, shift=0):
    return [(tree(r.node, shift), r.relation and tuple(n + shift for n in r.relation)) for r in read_run(symbols)]


def test_rules_that_are_not_tried_would_not_match(monkeypatch):
    distinct = sorted(set(runs()))
    assert len(distinct) > 1000
    pruned = [readings(run) for run in distinct]
    every_symbol = [*grammar().lexicon.symbol_of.values(), *(rule.symbol for rule in all_rules())]
    levels = []
    for level in grammar().levels:
        rules = [evolve(rule, needs=-1) for rule in all_rules() if any(rule in own for own in level.beginning.values())]
        levels.append(evolve(level, needs=-1, beginning=dict.fromkeys(every_symbol, rules)))
    without = evolve(grammar(), levels=tuple(levels))
    monkeypatch.setattr(_grammar, "grammar", lambda: without)
    read_run.cache_clear()
    try:
        assert [readings(run) for run in distinct] == pruned
    finally:
        read_run.cache_clear()


def all_rules():
    rules = {}
    for level in grammar().levels:
        for own in level.beginning.values():
            rules.update((id(rule), rule) for rule in own)
    return list(rules.values())


def test_the_edges_that_are_left_out_tell_nothing():
    for run in set(runs()):
        if grammar().heads.search(run):
            core = grammar().core.search(run)
            assert readings(run) == ([] if core is None else readings(core[0], core.start()))
