"""Every example on the documentation's pages."""

from pathlib import Path

import pytest

from conftest import ROOT
from markdown_examples import blocks, run_console, run_python

PAGES = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.usefixtures("extractors")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples(page: Path) -> None:
    run_python(page)


@pytest.mark.usefixtures("extractors")
@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "console")], ids=lambda page: page.name)
def test_console_examples(page: Path, tmp_path: Path) -> None:
    assert run_console(page, tmp_path) > 0


def test_python_blocks_are_sessions_that_can_be_run() -> None:
    """A block of Python without prompts would never be run."""
    bare = [f"{page.name}:{line}" for page in PAGES for line, source in blocks(page, "python") if ">>>" not in source]
    assert bare == []
