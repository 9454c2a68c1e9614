"""The typed script of a user does what it says; that type checkers pass it is asked in `.ci/run`."""

import runpy

from conftest import ROOT

SCRIPT = ROOT / "tests" / "typed" / "script.py"


def test_the_typed_script_runs():
    seen = runpy.run_path(str(SCRIPT))["main"]()
    assert "Anne Morel|maire de Lyon|f|person|0|0" in seen
    assert "3000000|3000000|3000000|EUR|exact|None" in seen
    assert "1|anne-morel|Anne Morel|1|2|('maire de Lyon',)" in seen
    assert seen[-2:] == ["UnknownDateError", "UnknownAmountError"]


def test_the_typed_script_uses_every_public_name():
    import frnews

    source = SCRIPT.read_text(encoding="utf-8")
    assert [name for name in frnews.__all__ if f"frnews.{name}" not in source] == []
    assert [name for name in frnews.tables.__all__ if f"frnews.tables.{name}" not in source] == []
