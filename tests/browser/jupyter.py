"""A JupyterLab with one notebook, whose one cell has shown an article."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from frnews import Article


@contextlib.contextmanager
def notebook_in_lab(article: Article, folder: Path) -> Iterator[str]:
    """Serve a trusted notebook from a folder, with settings of its own, and yield its address."""
    import nbformat

    output = nbformat.v4.new_output("display_data", {"text/html": article._repr_html_(), "text/plain": repr(article)})
    cell = nbformat.v4.new_code_cell('article = frnews.parse(text, published="2022-12-30")\narticle', outputs=[output])
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "article.ipynb")
    folders = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **folders, "IPYTHONDIR": str(folder / "ipython")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = [sys.executable, "-m", "jupyter"]
    subprocess.run([*run, "trust", "article.ipynb"], cwd=folder, env=environment, check=True, capture_output=True)
    flags = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=", "--ip=127.0.0.1"]
    with subprocess.Popen(
        [*run, "lab", *flags],
        cwd=folder,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            for _ in range(150):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}/doc/tree/article.ipynb"
        finally:
            # Asked to end, it may first wait for its kernels.
            os.killpg(server.pid, signal.SIGKILL)
