"""Measure how fast frnews reads articles that it has not met, how soon the first is there, and what memory it takes.

    python benchmarks/speed.py [ARTICLES] [--number 2000]

ARTICLES is a file of JSON lines with a `text` each (also .gz), the press beside the project by default. Each article is
read once by each function, in processor time on one core: no text twice, no best run (`first_reading.py`). The first
article is read in a fresh process, which imports and compiles all that it needs. Characters are Unicode code points.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import frnews
from first_reading import ARTICLES, characters_a_second, read_articles

PUBLISHED = "2022-12-30"
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "parse": lambda text: frnews.parse(text, published=PUBLISHED),
    "split_sentences": frnews.split_sentences,
    "extract_quotations": frnews.extract_quotations,
    "extract_dates": lambda text: frnews.extract_dates(text, published=PUBLISHED),
    "extract_amounts": frnews.extract_amounts,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", default=ARTICLES, metavar="ARTICLES")
    parser.add_argument("--number", type=int, default=2000, help="how many articles (default 2000)")
    given = parser.parse_args()
    if not given.articles.is_file():
        print(f"there is no file {given.articles}", file=sys.stderr)
        return 2
    articles = read_articles(given.articles)[: given.number]
    print(f"{len(articles)} articles, {sum(map(len, articles)):,} characters; Python {platform.python_version()}")
    measure_start(articles)
    measure_speed(articles)
    measure_memory(articles)
    return 0


def measure_start(articles: Sequence[str]) -> None:
    """Print how long a fresh process takes for its first article, its imports included."""
    code = (
        "import json, sys, time; text = json.load(sys.stdin); began = time.process_time(); import frnews; "
        f"frnews.parse(text, published={PUBLISHED!r}); print(time.process_time() - began)"
    )
    seconds = []
    for text in articles[:5]:
        done = subprocess.run([sys.executable, "-c", code], input=json.dumps(text), capture_output=True, text=True)
        done.check_returncode()
        seconds.append(float(done.stdout))
    print(f"first article of a fresh process, import included: {min(seconds):.2f} to {max(seconds):.2f} s")


def measure_speed(articles: Sequence[str]) -> None:
    """Print the characters a second of the whole and of each extractor."""
    print(f"\n{'function':20} {'characters/s':>14}")
    for name, function in FUNCTIONS.items():
        speed, _ = characters_a_second(function, articles)
        print(f"{name:20} {speed:14,.0f}", flush=True)


def measure_memory(articles: Sequence[str]) -> None:
    """Print the resident memory at the start and after each quarter of the articles."""
    print(f"\nmemory over {len(articles):,} articles")
    quarter = max(1, len(articles) // 4)
    for done, _ in enumerate(frnews.parse_many(articles, published=PUBLISHED), start=1):
        if done == min(100, quarter) or done % quarter == 0:
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
