"""An article as the cell of a notebook: beside other cells, and in a real Jupyter page."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import frnews
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


@pytest.fixture
def jupyter(article: Article, tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab that has a trusted notebook `article.ipynb`, whose one cell has shown the article."""
    pytest.importorskip("jupyterlab", reason="JupyterLab is not installed: pip install '.[test]'")
    import nbformat

    output = nbformat.v4.new_output("display_data", {"text/html": article._repr_html_(), "text/plain": repr(article)})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("article", outputs=[output])])
    nbformat.write(notebook, tmp_path / "article.ipynb")
    folders = {f"JUPYTER_{name}_DIR": str(tmp_path / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **folders, "IPYTHONDIR": str(tmp_path / "ipython")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = [sys.executable, "-m", "jupyter"]
    subprocess.run([*run, "trust", "article.ipynb"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    flags = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=", "--ip=127.0.0.1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen([*run, "lab", *flags], cwd=tmp_path, env=environment, start_new_session=True, **quiet)
    try:
        for _ in range(150):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        # Asked to end, it may first wait for its kernels.
        os.killpg(server.pid, signal.SIGKILL)
        server.wait(20)


def test_jupyter_lab_shows_it(jupyter: str, browser: Any) -> None:
    page = browser.new_page()
    page.goto(f"{jupyter}/doc/tree/article.ipynb")
    frame = page.frame_locator(".jp-OutputArea-output iframe")
    frame.locator(".q").first.wait_for(timeout=30_000)
    # Lab asks for a kernel, and whether it may fetch news.
    page.add_locator_handler(page.locator(".jp-Dialog"), lambda: page.keyboard.press("Escape"))
    frame.locator(".q").first.click()
    assert "Paul Garnier" in frame.locator(".card").inner_text()
    assert page.locator(".jp-OutputArea-output iframe").bounding_box()["width"] > 500
    if os.environ.get("FRNEWS_SCREENSHOTS"):
        page.screenshot(path=os.path.join(os.environ["FRNEWS_SCREENSHOTS"], "lab.png"))
    page.close()
