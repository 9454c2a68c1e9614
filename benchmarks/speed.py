"""Measure how fast frnews reads, what share of the text its model sees, and whether memory stays flat.

    python benchmarks/speed.py FOLDER [--rounds 5] [--articles 10000]

FOLDER holds news texts (*.txt, UTF-8); with few of them each round reads all of them several times. One core, after
warm-up; each figure is the best of the rounds, since whatever else the machine does only makes it slower. Characters
are Unicode code points.
"""

import argparse
import itertools
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import frnews

PUBLISHED = "2022-12-30"

# A round reads about this many characters: long enough for the clock, short enough to be repeated.
ROUND = {"parse": 200_000, "extract_quotations": 200_000}
ROUND_WITHOUT_MODEL = 2_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="news texts, *.txt")
    parser.add_argument("--rounds", type=int, default=5, help="how often each figure is taken (default 5)")
    parser.add_argument("--articles", type=int, default=10_000, help="how many articles the memory is watched over")
    arguments = parser.parse_args()
    texts = [path.read_bytes().decode("utf-8") for path in sorted(arguments.folder.glob("*.txt"))]
    if not any(texts):
        print(f"there are no texts (*.txt) in {arguments.folder}", file=sys.stderr)
        return 2
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters; Python {platform.python_version()}")
    measure_start()
    measure_speed(texts, arguments.rounds)
    measure_share(texts)
    measure_memory(texts, arguments.articles)
    return 0


def measure_start() -> None:
    """Print how long the first article takes, the loading of the model included."""
    started = time.perf_counter()
    frnews.parse("« Nous verrons », a dit Léa Martin vendredi.", published=PUBLISHED)
    print(f"first article, everything loaded: {time.perf_counter() - started:.2f} s\n")


def measure_speed(texts: Sequence[str], rounds: int) -> None:
    """Print the characters a second of the whole and of each extractor."""
    functions: dict[str, Callable[[str], object]] = {
        "parse": lambda text: frnews.parse(text, published=PUBLISHED),
        "split_sentences": frnews.split_sentences,
        "extract_quotations": frnews.extract_quotations,
        "extract_dates": lambda text: frnews.extract_dates(text, published=PUBLISHED),
        "extract_amounts": frnews.extract_amounts,
    }
    print(f"{'function':20} {'characters/s':>14} {'articles/s':>11}   best of {rounds}, one core")
    for name, function in functions.items():
        batch = repeated(texts, ROUND.get(name, ROUND_WITHOUT_MODEL))
        characters = sum(map(len, batch))
        for text in texts[:20]:
            function(text)  # tables and patterns are made
        best = min(seconds(function, batch) for _ in range(rounds))
        print(f"{name:20} {characters / best:14,.0f} {len(batch) / best:11,.1f}")


def repeated(texts: Sequence[str], characters: int) -> list[str]:
    """Return the texts, over and over, until there are so many characters, but each at least once."""
    batch: list[str] = []
    while sum(map(len, batch)) < characters:
        batch.extend(texts)
    return batch


def seconds(function: Callable[[str], object], batch: Sequence[str]) -> float:
    # CPU time of this process: what else the machine does is not counted.
    started = time.process_time()
    for text in batch:
        function(text)
    return time.process_time() - started


def measure_share(texts: Sequence[str]) -> None:
    """Print the share of the characters that the parser is given."""
    from frnews._model import ModelSyntax

    before = ModelSyntax.characters
    for text in texts:
        frnews.parse(text, published=PUBLISHED)
    given = ModelSyntax.characters - before
    print(f"\ngiven to the parser: {given / sum(map(len, texts)):.1%} of the characters")


def measure_memory(texts: Sequence[str], articles: int) -> None:
    """Print the resident memory at the start and after each quarter of so many articles, all of them different."""
    print(f"\nmemory over {articles:,} articles")
    numbered = (f"Numéro {number}. {text}" for number, text in enumerate(itertools.cycle(texts)))
    quarter = max(1, articles // 4)
    for done, _ in enumerate(frnews.parse_many(itertools.islice(numbered, articles), published=PUBLISHED), start=1):
        if done in (min(100, quarter), articles) or done % quarter == 0:
            print(f"{done:8,} articles {resident():8.1f} MB")


def resident() -> float:
    """Return the resident memory of this process in megabytes (Linux), else its peak."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        import resource

        # Kilobytes on Linux and the BSDs, bytes on macOS.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
