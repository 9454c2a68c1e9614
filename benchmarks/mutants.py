"""Change the code in small ways, one at a time, and count the changes that the tests see.

    python benchmarks/mutants.py dates --sample 150
    python benchmarks/mutants.py speakers --sample 150 --seed 2

The changes are those of cosmic-ray (a comparison turned, a number off by one, "and" for "or", a loop that never runs…),
drawn evenly over the places where one is possible; what changes only an annotation, or an `==` into an `is`, is left
out. mutmut passes over every function that has a decorator, and each rule of the dates has one; cosmic-ray itself
starts a process for each change, where this forks one that has pytest and hypothesis loaded. Nothing is written to the
files: the changed source is handed to the import of its module. A change that no test sees is printed with its line.
POSIX only.
"""

import argparse
import ast
import contextlib
import difflib
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

ROOT = Path(__file__).resolve().parent.parent

# What is changed, and the tests that are asked, quickest first. {module: tests}
ROOMS = {
    "dates": (
        ["_dates/_calendar.py", *(f"_dates/_resolve_{part}.py" for part in ("days", "periods", "ranges", "times"))],
        [
            "test_calendar.py",
            "test_dates_resolution.py",
            "test_dates.py",
            "test_data_dates.py",
            "test_dates_press.py",
            "test_dates_places.py",
            "test_docs_dates.py",
        ],
    ),
    "speakers": (
        [f"_speakers/{name}.py" for name in ("_resolve", "_choice", "_evidence")],
        [
            "test_speakers_ranking.py",
            "test_quotations_turns.py",
            "test_speakers_cases.py",
            "test_speakers.py",
            "test_data_speakers.py",
            "test_speakers_pages.py",
        ],
    ),
}
LEFT_OUT = ("RemoveDecorator", "Variable", "ExceptionReplacer", "NoOp", "_Is", "BitOr_", "_Invert", "_UAdd", "Shift")


class Change:
    """One change of one module: where, what, and the source that it makes."""

    def __init__(self, module: Path, line: int, operator: str, source: str) -> None:
        self.module, self.line, self.operator, self.source = module, line, operator, source

    def __str__(self) -> str:
        before = self.module.read_text(encoding="utf-8").splitlines()
        lines = [
            line
            for line in difflib.unified_diff(before, self.source.splitlines(), n=0, lineterm="")
            if line[:1] in "+-" and line[:3] not in ("+++", "---")
        ]
        return f"{self.module.name}:{self.line} {self.operator.partition('/')[2]}\n" + "\n".join(
            f"    {line}" for line in lines
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--sample", type=int, default=150, help="how many changes (default 150)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so many, and give the score until then")
    parser.add_argument("--at", action="append", default=[], metavar="FILE:LINE", help="only changes of these lines")
    arguments = parser.parse_args()
    modules, tests = ROOMS[arguments.room]
    changes = list(drawn([ROOT / "src" / "frnews" / name for name in modules], arguments))
    began = time.monotonic()
    if run(None, tests, 3600) != "survived":
        print("the tests fail without any change", file=sys.stderr)
        return 2
    limit = 5 * (time.monotonic() - began) + 10
    print(f"{len(changes)} changes; without one the tests take {time.monotonic() - began:.1f} s", flush=True)
    counts = {"killed": 0, "survived": 0, "endless": 0}
    for change in changes:
        if time.monotonic() - began > arguments.minutes * 60:
            break
        result = run(change, tests, limit)
        counts[result] += 1
        if result == "survived":
            print(change, flush=True)
    seen = counts["killed"] + counts["endless"]
    print(f"{seen} of {sum(counts.values())} seen: {seen / max(1, sum(counts.values())):.1%} {counts}")
    return 0


def drawn(modules: Sequence[Path], arguments: argparse.Namespace) -> Iterator[Change]:
    """Yield so many changes, each at a place of its own."""
    places: dict[tuple[Path, tuple[int, int]], list[tuple[str, int]]] = {}
    for module in modules:
        source = module.read_text(encoding="utf-8")
        nodes = list(ast_nodes(get_ast(source)))
        idle = annotations(source)
        for name in cosmic_ray.plugins.operator_names():
            operator = cosmic_ray.plugins.get_operator(name)
            if any(part in name for part in LEFT_OUT) or operator.arguments():
                continue
            positions = [start for node in nodes for start, _ in operator().mutation_positions(node)]
            for occurrence, start in enumerate(positions):
                if start not in idle:
                    places.setdefault((module, start), []).append((name, occurrence))
    lines = [tuple(place.rsplit(":", 1)) for place in arguments.at]
    chance = random.Random(arguments.seed)
    chosen = [p for p in sorted(places) if not lines or (p[0].name, str(p[1][0])) in lines]
    chance.shuffle(chosen)
    for module, start in chosen[: arguments.sample]:
        name, occurrence = chance.choice(places[module, start])
        changed = mutate_code(module.read_text(encoding="utf-8"), cosmic_ray.plugins.get_operator(name)(), occurrence)
        if changed is not None:
            yield Change(module, start[0], name, changed)


def annotations(source: str) -> set[tuple[int, int]]:
    """Return every place inside an annotation or a docstring's line."""
    found: set[tuple[int, int]] = set()
    for node in ast.walk(ast.parse(source)):
        notes = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        for note in filter(None, notes):
            for line in range(note.lineno, note.end_lineno + 1):
                first = note.col_offset if line == note.lineno else 0
                last = note.end_col_offset if line == note.end_lineno else 200
                found.update((line, column) for column in range(first, last + 1))
    return found


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module its changed source."""

    def __init__(self, change: Change) -> None:
        parts = change.module.relative_to(ROOT / "src").with_suffix("").parts
        self.name, self.change = ".".join(parts), change

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.change.module, loader=self)

    def create_module(self, spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.change.source, str(self.change.module), "exec"), module.__dict__)


def run(change: Change | None, tests: Sequence[str], seconds: float) -> str:
    """Return "killed" where a test fails under the change, "survived" where none does, or "endless"."""
    import hypothesis  # noqa: F401  # loaded once, before the fork
    import pytest

    child = os.fork()
    if child == 0:
        code = 3
        with contextlib.suppress(BaseException):
            os.setpgrp()
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            if change is not None:
                sys.meta_path.insert(0, Changed(change))
            sys.path.insert(0, str(ROOT / "src"))
            os.chdir(ROOT)
            code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *(f"tests/{name}" for name in tests)])
        os._exit(int(code))
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "survived" if os.waitstatus_to_exitcode(status) == 0 else "killed"
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "endless"


if __name__ == "__main__":
    sys.exit(main())
