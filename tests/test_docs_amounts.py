"""The page on sums is up to date with the data."""

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "docs" / "currency_table.py"


def test_the_table_of_currencies_is_the_one_that_the_data_give():
    spec = importlib.util.spec_from_file_location("currency_table", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()
