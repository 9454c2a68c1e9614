"""The page on dates is up to date with the grammar."""

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "docs" / "date_kinds.py"


def test_the_table_of_kinds_is_the_one_that_the_grammar_gives():
    spec = importlib.util.spec_from_file_location("date_kinds", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()
