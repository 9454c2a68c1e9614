"""The table of rules on the documentation's page of quotations: whole, and each example found by its rule."""

import re

import pytest

import frnews
from conftest import ROOT
from quotation_examples import load_examples

PAGE = ROOT / "docs" / "quotations.md"
_ROW = re.compile(r"^\| `([a-z ]+)` \| (.+) \|$", re.MULTILINE)


def rules() -> list[tuple[str, str]]:
    section = PAGE.read_text(encoding="utf-8").partition("## Rules")[2].partition("\n## ")[0]
    head, *rows = _ROW.findall(section)
    assert head == ("rule", "for instance")
    return rows


@pytest.mark.parametrize(("rule", "example"), rules(), ids=[rule for rule, _ in rules()])
def test_each_example_is_found_by_its_rule(rule: str, example: str) -> None:
    assert rule in {quotation.rule for quotation in frnews.extract_quotations(example.replace("⏎", "\n"))}


def test_every_rule_stands_in_the_table() -> None:
    found = {
        quotation.rule
        for name in ("constructions", "articles")
        for example in load_examples(name)
        for quotation in frnews.parse(example.text).quotations
    }
    assert len(found) > 15
    assert found <= {rule for rule, _ in rules()}
