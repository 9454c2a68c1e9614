"""Whether what was found is a quotation at all: each piece of evidence, and what it leads to."""

import pytest
from attrs import evolve

from frnews._doubts import CONSTRUCTIONS, evidence_of
from frnews._tables import read_table
from speaker_cases import read_resolved


@pytest.mark.parametrize("row", read_table("doubts"), ids=lambda row: row["evidence"])
def test_evidence(row):
    assert any(float(row[construction]) for construction in set(CONSTRUCTIONS.values()))
    text, found = read_resolved(row["example"])
    rule = row["evidence"].removeprefix("rule: ")
    shown = [evidence_of(text, evolve(draft, rule=rule), chosen) for draft, chosen in found]
    # How sure the finder is stands in no example.
    assert row["evidence"] == "finding" or any(each.get(row["evidence"]) for each in shown)
