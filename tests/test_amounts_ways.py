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


def test_a_number_of_thirty_digits_is_read_to_its_end():
    text = "Le musée doit 1111111111112511500780783311 millions d'euros, dont 0 million de frais."
    assert all(text[a.start_char : a.end_char] == a.text for a in frnews.extract_amounts(text))
    assert frnews.extract_amounts("3 millions 200 000 euros")[0].low == 3_200_000
