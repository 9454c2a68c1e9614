"""Run the examples of a Markdown page: Python sessions, and command-line sessions with their output."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

_FENCE = re.compile(r"^( *)```(\w+)[^\n]*\n(.*?)^\1```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[tuple[int, str]]:
    """Return the code blocks of one language, each with the number of its first line."""
    source = page.read_text(encoding="utf-8")
    return [
        (source.count("\n", 0, match.start(3)) + 1, match[3])
        for match in _FENCE.finditer(source)
        if match[2] == language
    ]


def run_python(page: Path) -> int:
    """Run the page's Python sessions in one namespace, from top to bottom; return how many examples ran."""
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    names: dict[str, object] = {}
    report: list[str] = []
    tried = 0
    for line, source in blocks(page, "python"):
        if ">>>" not in source:
            continue
        test = parser.get_doctest(source, names, f"{page.name}:{line}", str(page), line - 1)
        tried += len(test.examples)
        runner.run(test, out=report.append, clear_globs=False)
        names.update(test.globs)
    assert not report, "\n" + "".join(report)
    return tried


def run_console(page: Path, folder: Path) -> int:
    """Run the page's `$ frnews …` sessions in a folder, and compare what they print; return how many ran.

    A session is a block of lines `$ COMMAND`, each followed by what it prints. A pipe from `printf` may stand before
    `frnews`; a line `$ cat > FILE` takes what follows as the file's content.
    """
    tried = 0
    for line, source in blocks(page, "console"):
        for session in re.split(r"^\$ ", source, flags=re.MULTILINE)[1:]:
            command, _, expected = session.partition("\n")
            if command.startswith("cat > "):
                (folder / command.removeprefix("cat > ")).write_text(expected, encoding="utf-8")
                continue
            finished = subprocess.run(
                ["bash", "-c", re.sub(r"\bfrnews\b", f"{shlex.quote(sys.executable)} -m frnews", command, count=1)],
                cwd=folder,
                # `python3` is the one that runs the tests, with the packages that the page speaks of.
                env={**os.environ, "COLUMNS": "100", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            printed = finished.stdout + finished.stderr
            assert printed == expected, f"{page.name}:{line}: $ {command}\nprinted:\n{printed}\nexpected:\n{expected}"
            tried += 1
    return tried
