"""The docs as a telephone shows them. Say where they were built in FRNEWS_DOCS_HTML, as `.ci/run` does."""

import os
from pathlib import Path
from typing import Any

import pytest


def test_nothing_overflows_at_420_pixels(browser: Any) -> None:
    folder = os.environ.get("FRNEWS_DOCS_HTML")
    if folder is None:
        pytest.skip("the docs are not built: sphinx-build -b html docs FOLDER, and FRNEWS_DOCS_HTML=FOLDER")
    pages = sorted(Path(folder).glob("*.html"))
    assert len(pages) > 10
    wide = []
    page = browser.new_page(viewport={"width": 420, "height": 800})
    for file in pages:
        page.goto(file.resolve().as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > 420:
            wide.append(file.name)
    page.close()
    assert wide == []


def test_examples_have_a_button_that_copies_them_without_prompts(browser: Any) -> None:
    folder = os.environ.get("FRNEWS_DOCS_HTML")
    if folder is None:
        pytest.skip("the docs are not built: sphinx-build -b html docs FOLDER, and FRNEWS_DOCS_HTML=FOLDER")
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((Path(folder).resolve() / "quick-start.html").as_uri())
    page.locator(".copybtn").nth(1).click(force=True)
    page.wait_for_timeout(200)
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied.startswith("import frnews")
    assert ">>>" not in copied
    assert "article = frnews.parse(" in copied
