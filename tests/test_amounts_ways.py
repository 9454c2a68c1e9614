"""The rows of `data/amount_ways.tsv`: subunits, halves, codes, ranges that lend, penalties, parts of a whole."""

from pathlib import Path

import frnews

TABLE = Path(__file__).parent / "data" / "amount_ways.tsv"


def describe(amount):
    bounds = ["" if bound is None else format(bound, "f") for bound in (amount.low, amount.high)]
    value = "..".join(dict.fromkeys(bounds))
    qualifier = "" if amount.qualifier in ("exact", "between") else f" {amount.qualifier}"
    return f"{amount.text} = {value} {amount.currency or '?'}{qualifier}{f' /{amount.per}' if amount.per else ''}"


def test_every_way():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for line in lines[1:]:
        text, _, expected = line.partition("\t")
        seen = "; ".join(map(describe, frnews.extract_amounts(text)))
        if seen != expected:
            wrong.append(f"{text} {seen!r}, not {expected!r}")
    assert len(lines) > 60
    assert wrong == []
