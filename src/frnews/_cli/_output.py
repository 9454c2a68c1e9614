"""Where the articles are written: standard output, or a file that appears when it is complete."""

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO


@contextlib.contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """Open where to write.

    A file is written beside its final place and renamed at the end, so that nobody finds half a file there: where the
    run is stopped, what stood there before still does.

    Args:
        path: A path; `-` or None for standard output.

    Yields:
        The stream, in UTF-8; what UTF-8 cannot hold (lone surrogates) is written as an escape.

    """
    if path is None or path == "-":
        yield _standard_output()
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # A device or a pipe cannot be replaced.
        with open(target, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    try:
        with open(unfinished, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, unfinished)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def _standard_output() -> TextIO:
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        # Whatever the locale, what leaves through a pipe or into a file is UTF-8.
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    return stream
