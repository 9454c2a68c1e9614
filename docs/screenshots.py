"""Make the pictures of the README and of these pages: `python docs/screenshots.py`.

From the founding article and the small corpus beside this file, in a headless Chromium driven by playwright
(`FRNEWS_CHROMIUM` says which). Needs what the browser tests need (`pip install '.[browser]'`, `apt-get install chromium
fonts-urw-base35`), and writes docs/images/*.png.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import frnews
from frnews._report import report_page

DOCS = Path(__file__).resolve().parent
IMAGES = DOCS / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Make all pictures."""
    IMAGES.mkdir(exist_ok=True)
    source = (DOCS.parent / "seeds" / "000_e7cadc77fcb512b1.txt").read_text(encoding="utf-8")
    seed = frnews.parse(source, published="2022-12-30")
    lines = (DOCS / "corpus" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    corpus = list(frnews.parse_many(map(json.loads, lines)))
    path = os.environ.get("FRNEWS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        sys.exit("No Chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        place = Path(folder)
        pages = {
            "article": seed.to_html(),
            "many": frnews.to_html(corpus, title="Le canal du Nord"),
            "report": report_page(corpus, title="Le canal du Nord"),
        }
        for name, html in pages.items():
            (place / f"{name}.html").write_text(html, encoding="utf-8")

        def picture(name: str, of: str, width: int, height: int, *, scheme: str = "light", show: str = "") -> None:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto((place / f"{of}.html").as_uri())
            if show:
                page.locator(show).first.click()
                page.wait_for_timeout(300)
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()

        picture("article", "article", 1180, 760, show="[data-m~=q2].q")
        picture("article-dark", "article", 1180, 760, scheme="dark", show="[data-m~=a0].a")
        picture("article-mobile", "article", 390, 760, show="[data-m~=q3].q")
        picture("many", "many", 1000, 720)
        picture("report", "report", 1280, 1500)
        picture("report-passages", "report", 1180, 700, show=".f-cites .wide rect")
        notebook(browser, seed, place)
        browser.close()


def notebook(browser: Any, article: frnews.Article, folder: Path) -> None:
    """Make the picture of a real JupyterLab."""
    sys.path.insert(0, str(DOCS.parent / "tests"))
    from browser.jupyter import notebook_in_lab

    with notebook_in_lab(article, folder) as address:
        page = browser.new_page(viewport={"width": 1100, "height": 760})
        page.goto(address)
        frame = page.frame_locator(".jp-OutputArea-output iframe")
        frame.locator(".q").first.wait_for(timeout=30_000)
        # Lab asks for a kernel, and whether it may tell news, when it is ready to.
        page.wait_for_timeout(4_000)
        if page.locator(".jp-Dialog").is_visible():
            page.keyboard.press("Escape")
        for button in page.get_by_role("button", name="No", exact=True).all():
            button.click()
        frame.locator(".q").nth(3).click()
        page.wait_for_timeout(800)
        page.screenshot(path=IMAGES / "notebook.png")
        page.close()


if __name__ == "__main__":
    main()
