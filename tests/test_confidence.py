"""How sure a quotation is: each ingredient of the sum, and the sum."""

import pytest
from attrs import evolve

from frnews._confidence import confidence_of, ingredients
from frnews._tables import read_table
from speaker_cases import read_resolved


@pytest.mark.parametrize("row", read_table("confidence"), ids=lambda row: row["ingredient"])
def test_ingredient(row):
    float(row["weight"])
    rule = row["ingredient"].removeprefix("rule: ")
    found = [ingredients(evolve(draft, rule=rule), chosen) for draft, chosen in read_resolved(row["example"])[1]]
    assert any(row["ingredient"] in each for each in found)
    # How sure the finder is stands in no example.
    assert row["ingredient"] in ("finding", "finding high") or any(each.get(row["ingredient"]) for each in found)


def test_it_is_a_share_and_the_surer_one_is_higher():
    _, ((draft, resolution),) = read_resolved("« C'est clair », dit-on. [[« C'est fini »]], {{a dit}} <<Paul Roy>>.")
    _, ((_, nobody),) = read_resolved("[[« C'est fini »]], {{entend}}-<<on>> partout.")
    assert 0 <= confidence_of(draft, nobody) < confidence_of(draft, resolution) <= 1
