"""The map of the rooms in CONTRIBUTING.md is true: nothing imports what stands to its right or below."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

SOURCE = ROOT / "src" / "frnews"


def rooms() -> list[str]:
    """Return the rooms of the map, from the first to the last."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    picture = re.search(r"```text\n(values .+?)```", page, re.DOTALL)
    assert picture is not None
    return [name for line in picture[1].splitlines() for name in line.partition("│")[2].split()]


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports at its top; what a function imports late is no part of it."""
    for node in tree(path).body:
        modules: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module:
            modules = [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        for module in modules:
            parts = module.split(".")
            if parts[0] == "frnews" and len(parts) > 1:
                room = parts[1]
                if (SOURCE / room).is_dir() or (SOURCE / f"{room}.py").exists():
                    yield room


def table() -> dict[str, str]:
    """Return what the table under the map says of each room: whether it knows spaCy."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?`) \| .+ \| (.+?) \|$", page.partition("| room |")[2], re.MULTILINE)
    return {
        name.removesuffix(".py").rstrip("/"): knows
        for names, knows in rows
        for name in re.findall(r"`([^`*]+)`", names)
    }


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if room_of(path) not in {"__init__", "__main__"}]


def test_every_room_stands_on_the_map_once() -> None:
    assert sorted(rooms()) == sorted({room_of(path) for path in MODULES})


def test_no_module_imports_a_room_to_its_right() -> None:
    order = {room: number for number, room in enumerate(rooms())}
    back = [
        f"{path.relative_to(SOURCE)} imports {room}"
        for path in MODULES
        for room in imports(path)
        if order[room] > order[room_of(path)]
    ]
    assert back == []


def test_finding_and_linking_know_nothing_of_each_other() -> None:
    both = [path for path in MODULES if {"_quotations", "_speakers"} <= {*imports(path)} - {room_of(path)}]
    assert {room_of(path) for path in both} <= {"_attribution"}
    for one, other in (("_quotations", "_speakers"), ("_speakers", "_quotations")):
        assert [path for path in MODULES if room_of(path) == one and other in imports(path)] == []


def test_every_room_has_its_row() -> None:
    assert sorted(table()) == sorted(rooms())


def test_only_the_rooms_that_say_so_know_spacy() -> None:
    knowing = {
        room_of(path)
        for path in MODULES
        for node in tree(path).body  # what only type checkers read is no part of it
        if (isinstance(node, ast.Import) and any(alias.name.partition(".")[0] == "spacy" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "spacy")
    }
    assert knowing == {"_spacy"}
    assert {room for room, knows in table().items() if knows == "yes"} == knowing | {"_model"}


@pytest.mark.parametrize("line", ["import frnews._cli._run", "from frnews._cli import main", "from frnews import _cli"])
def test_an_import_to_the_right_would_be_seen(tmp_path: Path, line: str) -> None:
    (module := tmp_path / "module.py").write_text(f"import ast\n{line}\n")
    assert "_cli" in imports(module)


def test_no_import_is_relative() -> None:
    relative = [
        path.name
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []  # `imports` would not see it
