"""The README's examples, and that its commands are where .ci/run looks for them."""

import re
from pathlib import Path

import pytest

from markdown_examples import blocks, run_python


@pytest.mark.usefixtures("extractors")
def test_examples_give_what_the_readme_says(root: Path) -> None:
    assert run_python(root / "README.md") >= 10


def test_it_opens_with_an_example_of_about_ten_lines(root: Path) -> None:
    _, first = blocks(root / "README.md", "python")[0]
    assert ">>> import frnews" in first
    assert len(first.strip().splitlines()) <= 14


@pytest.mark.parametrize("name", ["main job", "tests"])
def test_the_two_commands_are_marked(root: Path, name: str) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^<!-- command: {name} -->\n```sh\npip install .*\n```$", readme, re.MULTILINE)


def test_the_links_into_the_repository_lead_somewhere(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert links
    # CITATION.cff and docs are in the repository and in the sdist alike.
    assert [link for link in links if not (root / link).exists()] == []
