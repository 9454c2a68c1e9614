"""Whether what was found is a quotation at all: each piece of evidence, and what it leads to."""

import pytest
from attrs import evolve

from frnews._doubts import CONSTRUCTIONS, evidence_of
from frnews._sentences import split_sentences
from frnews._speakers import resolve_speakers
from frnews._tables import read_table
from speaker_cases import read_marked


def read(marked):
    text, drafts = read_marked(marked)
    resolutions, _ = resolve_speakers(text, split_sentences(text), drafts)
    return text, list(zip(drafts, resolutions, strict=True))


@pytest.mark.parametrize("row", read_table("doubts"), ids=lambda row: row["evidence"])
def test_evidence(row):
    assert any(float(row[construction]) for construction in set(CONSTRUCTIONS.values()))
    text, found = read(row["example"])
    rule = row["evidence"].removeprefix("rule: ")
    shown = [evidence_of(text, evolve(draft, rule=rule), chosen) for draft, chosen in found]
    # How sure the finder is stands in no example.
    assert row["evidence"] == "finding" or any(each.get(row["evidence"]) for each in shown)
