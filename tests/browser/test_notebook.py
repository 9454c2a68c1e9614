"""An article as the cell of a notebook: beside other cells, and in a real Jupyter page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import frnews
from browser.jupyter import notebook_in_lab
from frnews import Article

Show = Callable[..., Any]

TEXT = "Les usagers attendent\n« Nous verrons », a répondu Paul Garnier. Il reviendra le 5 mars."


@pytest.fixture(scope="module")
def article() -> Article:
    return frnews.parse(TEXT, published="2023-03-01")


def test_it_leaves_the_styles_of_the_notebook_alone(article: Article, show: Show) -> None:
    cells = f"<p id=before>avant</p>{article._repr_html_()}<h1 id=own>titre</h1>{article._repr_html_()}"
    without = show("<!doctype html><title>n</title><p id=before>avant</p><h1 id=own>titre</h1>")
    page = show(f"<!doctype html><title>n</title>{cells}")
    style = "(id) => { const s = getComputedStyle(document.getElementById(id)); return [s.font, s.color, s.margin] }"
    assert [page.evaluate(style, id_) for id_ in ("before", "own")] == [
        without.evaluate(style, id_) for id_ in ("before", "own")
    ]
    frame = page.frame_locator("iframe").first
    frame.locator(".q").first.click()
    assert "Paul Garnier" in frame.locator(".card").inner_text()


def test_jupyter_lab_shows_it(article: Article, browser: Any, tmp_path: Path) -> None:
    pytest.importorskip("jupyterlab", reason="JupyterLab is not installed: pip install '.[test]'")
    with notebook_in_lab(article, tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        frame = page.frame_locator(".jp-OutputArea-output iframe")
        frame.locator(".q").first.wait_for(timeout=30_000)
        # Lab asks for a kernel, and whether it may fetch news.
        page.add_locator_handler(page.locator(".jp-Dialog"), lambda: page.keyboard.press("Escape"))
        frame.locator(".q").first.click()
        assert "Paul Garnier" in frame.locator(".card").inner_text()
        assert page.locator(".jp-OutputArea-output iframe").bounding_box()["width"] > 500
        page.close()
