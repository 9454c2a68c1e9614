"""How sure a quotation is: each ingredient of the sum, and the sum."""

import pytest
from attrs import evolve

from frnews._confidence import confidence_of, ingredients
from frnews._tables import read_table
from speaker_cases import read_resolved


@pytest.mark.parametrize("row", read_table("confidence"), ids=lambda row: row["ingredient"])
def test_ingredient(row):
    float(row["weight"])
    name = row["ingredient"]
    # Only some constructions may be no quotation at all.
    rule = name.removeprefix("rule: ") if name.startswith("rule: ") else "noun complement"
    text, found = read_resolved(row["example"])
    found = [ingredients(text, evolve(draft, rule=rule), chosen, -1.0) for draft, chosen in found]
    assert any(name in each for each in found)
    # How sure the finder is stands in no example.
    assert name in ("finding", "finding high") or any(each.get(name) for each in found)


def test_it_is_a_share_and_the_surer_one_is_higher():
    text, ((draft, resolution),) = read_resolved("« C'est clair », dit-on. [[« C'est fini »]], {{a dit}} <<Paul Roy>>.")
    _, ((_, nobody),) = read_resolved("[[« C'est fini »]], {{entend}}-<<on>> partout.")
    assert 0 <= confidence_of(text, draft, nobody, -1.0) < confidence_of(text, draft, resolution, -1.0) <= 1
    assert confidence_of(text, draft, resolution, 0.0) <= confidence_of(text, draft, resolution, -1.0)
