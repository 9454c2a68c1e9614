"""Every example on the documentation's pages."""

from pathlib import Path

import pytest

from conftest import ROOT
from markdown_examples import blocks, run_console, run_python

PAGES = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a page may write files
    run_python(page)


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "console")], ids=lambda page: page.name)
def test_console_examples(page: Path, tmp_path: Path) -> None:
    assert run_console(page, tmp_path) > 0


def test_python_blocks_are_sessions_that_can_be_run() -> None:
    """A block of Python without prompts would never be run."""
    bare = [f"{page.name}:{line}" for page in PAGES for line, source in blocks(page, "python") if ">>>" not in source]
    assert bare == []


def test_tasks_over_many_articles_take_ten_lines_at_most() -> None:
    page = ROOT / "docs" / "many-articles.md"
    for line, source in blocks(page, "python") + blocks(page, "console"):
        typed = [typed for typed in source.splitlines() if typed.startswith((">>> ", "... ", "$ "))]
        assert 0 < len(typed) <= 10, f"{page.name}:{line}"


def test_the_columns_of_every_layer_are_documented() -> None:
    import frnews

    page = (ROOT / "docs" / "many-articles.md").read_text(encoding="utf-8")
    for layer in ("quotations", "dates", "amounts", "sentences", "speakers", "articles"):
        assert [name for name in frnews.tables.schema(layer).names if f"`{name}`" not in page] == []
