"""The command line: `frnews parse FILE…`, also as `python -m frnews`."""

from frnews._cli._commands import main

__all__ = ["main"]
