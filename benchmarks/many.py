"""Measure many articles: one process against two, memory, and the way from JSON lines to Parquet.

    python benchmarks/many.py ../shared/press/articles.jsonl.gz [--number 5000]

Wall-clock time says what a user waits; processor time is what is left of it on a busy machine: the ratio that two idle
cores would give is printed too, from the processor time of one process and of two with their parent.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIELDS = ("text", "published", "id")


def main() -> None:
    """Run all measurements, each in processes of its own, and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON lines with text, published and id, compressed or not")
    parser.add_argument("--number", type=int, default=5000, help="how many of them")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)  # a measurement inside its own process
    given = parser.parse_args()
    if given.one:
        measure(read(given.articles, given.number), given.one)
        return
    measured = {n: json.loads(run(given, n)) for n in (1, 2)}
    one, two = measured[1], measured[2]
    print(f"{one['articles']} articles, {one['characters']} characters")
    for n, row in measured.items():
        print(
            f"{n} process{'es' if n > 1 else ''}: {row['wall']:.1f} s, processor time {row['own']:.1f} s here and "
            f"{row['others']:.1f} s in the others, at most {row['memory']} MB here"
        )
    print(f"ratio of wall-clock times: {one['wall'] / two['wall']:.2f}")
    print(f"ratio that two idle cores would give: {2 * one['own'] / (two['own'] + two['others']):.2f}")
    parquet(given)


def read(path: Path, number: int) -> list[dict[str, object]]:
    """Return the first articles of a file."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for _, line in zip(range(number), lines)]  # noqa: B905 (the file may be shorter)
    return [{field: record.get(field) for field in FIELDS} for record in records]


def run(given: argparse.Namespace, n_process: int) -> str:
    """Return what a measurement in a fresh process prints."""
    command = [sys.executable, __file__, str(given.articles), "--number", str(given.number), "--one", str(n_process)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def measure(articles: list[dict[str, object]], n_process: int) -> None:
    """Read the articles once, and print how long it took, as JSON."""
    import frnews

    wall, own = time.perf_counter(), time.process_time()
    number = sum(1 for _ in frnews.parse_many(articles, n_process=n_process))
    wall, own = time.perf_counter() - wall, time.process_time() - own
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    row = {
        "articles": number,
        "characters": sum(len(str(article["text"])) for article in articles),
        "wall": wall,
        "own": own,
        "others": others.ru_utime + others.ru_stime,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(row))


def parquet(given: argparse.Namespace) -> None:
    """Print how long the command line takes to Parquet with two processes."""
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "articles.jsonl")
        records.write_text("".join(json.dumps(a) + "\n" for a in read(given.articles, given.number)), encoding="utf-8")
        target = Path(folder, "articles.parquet")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        command = [sys.executable, "-m", "frnews", "parse", str(records), "--output", str(target), "--n-process", "2"]
        subprocess.run(command, check=True)
        wall = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        size = target.stat().st_size / 1e6
        print(f"to Parquet, two processes: {wall:.1f} s, processor time {processor:.1f} s, {size:.1f} MB")


if __name__ == "__main__":
    main()
