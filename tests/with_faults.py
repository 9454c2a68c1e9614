"""What goes wrong in a process that reads articles, as their text says; apart, so that it need not import pytest."""

import os
import signal
from pathlib import Path

import frnews


def faulty(article: frnews.Article, extra: object) -> frnews.Article:
    """Raise, kill the process, or kill it the first time only, as the text says."""
    what, _, folder = article.text.partition(" ")
    if what == "raise":
        raise ZeroDivisionError("division by zero")
    if what == "odd":
        raise UnicodeDecodeError("utf-8", b"x", 0, 1, "odd")  # its kind cannot be made from a message
    if what == "always" or (what == "once" and not Path(folder, "killed").exists()):
        Path(folder, "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return article
