"""Every example of every table on money holds."""

import pytest

import frnews
from amounts_notation import read_notation, readings
from each_row import each
from frnews._amounts._currencies import codes
from frnews._tables import read_table

EXPECTING = (
    "number_scales",
    "currency_names",
    "currency_bare",
    "currency_signs",
    "currency_subunits",
    "amount_qualifiers",
    "rate_units",
    "rate_refused",
    "money_nouns",
    "change_verbs",
    "amount_adverbials",
    "amount_counted",
    "amount_verbs",
)
REFUSING = ("currency_codes_refused", "currency_homographs")


@each("row", [pytest.param(row, id=f"{table}-{row['example']}") for table in EXPECTING for row in read_table(table)])
def test_the_example_of_a_row_reads_as_it_says(row):
    assert readings(frnews.extract_amounts(row["example"])) == read_notation(row["expect"])


@each("row", [pytest.param(row, id=f"{table}-{row['example']}") for table in REFUSING for row in read_table(table)])
def test_what_only_looks_like_money_is_left_alone(row):
    assert frnews.extract_amounts(row["example"]) == []


@each("row", [pytest.param(row, id=f"{row['name']}-{row['cue']}") for row in read_table("currency_countries")])
def test_a_country_lends_its_currency_to_a_bare_name(row):
    assert [amount.currency for amount in frnews.extract_amounts(row["example"])] == [row["currency"]]


def test_every_currency_named_exists():
    named = {
        row[column]
        for table, column in (
            ("currency_names", "currency"),
            ("currency_bare", "currency"),
            ("currency_countries", "currency"),
        )
        for row in read_table(table)
    }
    assert named - {"-"} <= codes()
