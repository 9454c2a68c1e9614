"""A real browser for the pages: Debian's Chromium, driven by playwright. Without one, these tests are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium (`FRNEWS_CHROMIUM` says which)."""
    path = os.environ.get("FRNEWS_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium, or say in FRNEWS_CHROMIUM where it is")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[test]'")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A page in the browser, with what it said and asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda dialog: (self.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open HTML as a file, at a width; at the end nothing may stand in the console and nothing have been asked for."""
    contexts = []
    opened: list[Opened] = []

    def open_page(html: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        one = Opened(context.new_page())
        opened.append(one)
        one.page.goto(file.as_uri())
        return one.page

    yield open_page
    said = [line for one in opened for line in one.said]
    asked = [url for one in opened for url in one.asked if not url.startswith(("file:", "data:", "blob:", "about:"))]
    for context in contexts:
        context.close()
    assert said == []
    assert asked == []
    own = {f"page{number}.html" for number in range(1, len(opened) + 1)} | {"timed.html"}
    assert {url.rpartition("/")[2].partition("#")[0] for one in opened for url in one.asked if "file:" in url} <= own


def violations(page: Any) -> list[str]:
    """Return what axe-core holds against a page, one line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node.get('failureSummary')}" for one in found for node in one["nodes"]]


def seconds_to_open(page: Any, html: str) -> float:
    """Return the seconds of processor time that the page's thread needs to open another page, until it is idle.

    Not those of the clock: what else the machine does must not count.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["TaskDuration"])

    file = Path(page.url.removeprefix("file://")).with_name("timed.html")
    file.write_text(html, encoding="utf-8")
    before = spent()
    page.goto(file.as_uri())
    page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 50)))")
    after = spent()
    # Another process may have taken the page over, whose clock starts anew.
    return after - before if after > before else after
