"""The rows of `data/amount_ways.tsv`: subunits, halves, codes, ranges that lend, penalties, parts of a whole."""

from pathlib import Path

import frnews
from each_row import table_rows

TABLE = Path(__file__).parent / "data" / "amount_ways.tsv"


def describe(amount):
    bounds = ["" if bound is None else format(bound, "f") for bound in (amount.low, amount.high)]
    value = "..".join(dict.fromkeys(bounds))
    qualifier = "" if amount.qualifier in ("exact", "between") else f" {amount.qualifier}"
    return f"{amount.text} = {value} {amount.currency or '?'}{qualifier}{f' /{amount.per}' if amount.per else ''}"


def test_every_way():
    rows = table_rows(TABLE)
    wrong = []
    for text, expected in rows:
        seen = "; ".join(map(describe, frnews.extract_amounts(text)))
        if seen != expected:
            wrong.append(f"{text} {seen!r}, not {expected!r}")
    assert len(rows) >= 60
    assert wrong == []
