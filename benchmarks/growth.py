"""Measure how time and memory grow with the length of a text, and what hostile kinds of text cost beside news.

    python benchmarks/growth.py                            # every kind at 1 MB: time and memory, as multiples of news
    python benchmarks/growth.py --growth --largest 10000000 [--kinds news "short lines"] [--functions parse]

The kinds stand in `hostile_kinds.py`. Each text is read once, in a process of its own that has its tables already;
processor time counts, and the most memory beyond what the process had. The exponent is the steepest between two lengths
next to each other of which the shorter takes a tenth of a second: 1 is linear, 2 quadratic. The exit status is 1 where
a kind costs more than five times what news costs, or grows with an exponent above 1.1.
"""

import argparse
import json
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import frnews
import hostile_kinds

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "parse": lambda text: frnews.parse(text, published="2022-12-30"),
    "split_sentences": frnews.split_sentences,
    "extract_quotations": frnews.extract_quotations,
    "extract_dates": lambda text: frnews.extract_dates(text, published="2022-12-30"),
    "extract_amounts": frnews.extract_amounts,
}
SMALLEST = 10_000
MOST_TIMES, MOST_EXPONENT = 5.0, 1.1
# Below it the clock, and what is read once, weigh more than the text.
_LEAST_SECONDS = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--growth", action="store_true", help="measure 10 KB, 100 KB, … and print exponents")
    parser.add_argument("--largest", type=int, default=1_000_000, help="length of the longest text (default 1 MB)")
    parser.add_argument("--kinds", nargs="+", metavar="KIND", help="default: all")
    parser.add_argument("--functions", nargs="+", choices=FUNCTIONS, default=["parse"], help="default: parse")
    given = parser.parse_args()
    kinds = given.kinds or ["news", *hostile_kinds.KINDS]
    for function in FUNCTIONS.values():
        function(hostile_kinds.text_of("news", 2_000))  # tables are read before the clock starts
    exceeded = 0
    for name in given.functions:
        print(f"\n{name}")
        exceeded += growth(name, kinds, given.largest) if given.growth else beside_news(name, kinds, given.largest)
    return 1 if exceeded else 0


def beside_news(function: str, kinds: Sequence[str], size: int) -> int:
    """Print what each kind costs as multiples of news, the dearest first; return how many cost too much."""
    news_seconds, news_memory = cost(function, "news", size)
    print(f"{'kind':26} {'seconds':>9} {'× news':>7} {'MB':>7} {'× news':>7}   at {size:,} characters")
    rows = [(*cost(function, kind, size), kind) for kind in kinds]
    exceeded = 0
    for seconds, memory, kind in sorted(rows, reverse=True):
        times, of_memory = seconds / news_seconds, memory / max(news_memory, 1)
        mark = " *" if max(times, of_memory) > MOST_TIMES else ""
        exceeded += bool(mark)
        print(f"{kind:26} {seconds:9.2f} {times:7.2f} {memory:7.0f} {of_memory:7.2f}{mark}", flush=True)
    return exceeded


def growth(function: str, kinds: Sequence[str], largest: int) -> int:
    """Print the seconds at each length and the steepest exponent of each kind; return how many are too steep."""
    sizes = list(_sizes(largest))
    print(f"{'kind':26} " + " ".join(f"{size:>10,}" for size in sizes) + f" {'exponent':>9}")
    exceeded = 0
    for kind in kinds:
        seconds = [cost(function, kind, size)[0] for size in sizes]
        exponent = steepest(seconds, sizes)
        mark = " *" if exponent > MOST_EXPONENT else ""
        exceeded += bool(mark)
        told = " ".join(f"{each:10.3f}" for each in seconds)
        print(f"{kind:26} {told} {exponent or math.nan:9.2f}{mark}", flush=True)
    return exceeded


def _sizes(largest: int) -> Iterator[int]:
    size = SMALLEST
    while size <= largest:
        yield size
        size *= 10


def steepest(seconds: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the steepest exponent between neighbours that take long enough to be measured, 0 where none does."""
    return max(
        (
            math.log(after / before) / math.log(larger / smaller)
            for (before, after), (smaller, larger) in zip(pairwise(seconds), pairwise(sizes), strict=True)
            if before >= _LEAST_SECONDS
        ),
        default=0.0,
    )


def cost(function: str, kind: str, size: int) -> tuple[float, float]:
    """Return the seconds and megabytes that a function takes for a text, in a copy of this process."""
    text = hostile_kinds.text_of(kind, size)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        before, began = _memory("VmRSS"), time.process_time()
        result = FUNCTIONS[function](text)
        taken = time.process_time() - began
        os.write(writer, json.dumps([taken, _memory("VmHWM") - before]).encode())
        os._exit(0 if result is not None else 1)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        told = answer.read()
    os.waitpid(child, 0)
    if not told:
        raise RuntimeError(f"{function} did not survive {size:,} characters of {kind!r}")
    seconds, memory = json.loads(told)
    return seconds, memory


def _memory(field: str) -> float:
    """Return a field of /proc/self/status in megabytes (Linux), where it is not there 0."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:"))


if __name__ == "__main__":
    sys.exit(main())
