"""Every phrase of `data/phrases.tsv` in its example."""

import pytest

import frnews
from frnews._french._phrases import phrase_at
from frnews._french._tokens import Tokens
from frnews._tables import Row, read_table

ROWS = read_table("phrases")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
def test_the_phrase_stands_in_its_example(row: Row) -> None:
    tokens = Tokens(row["example"], 0, len(row["example"]))
    assert any(phrase_at(tokens, k, row["kind"]) for k in range(len(tokens)))


@pytest.mark.parametrize("row", [r for r in ROWS if r["kind"] != "aside"], ids=lambda row: row["phrase"])
def test_an_occasion_is_no_part_of_what_is_said(row: Row) -> None:
    (quotation,) = frnews.extract_quotations(row["example"])
    words = row["phrase"].removesuffix(" de")
    assert all(words not in segment.text for segment in quotation.segments)


@pytest.mark.parametrize("row", [r for r in ROWS if r["kind"] == "aside"], ids=lambda row: row["phrase"])
def test_an_aside_parts_a_verb_from_what_it_governs(row: Row) -> None:
    (quotation,) = frnews.extract_quotations(row["example"])
    assert quotation.kind == "indirect"
    assert row["phrase"] not in quotation.segments[0].text
