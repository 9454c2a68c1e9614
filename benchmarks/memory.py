"""Read very many articles lazily in one process, each another one, and print what memory that takes on the way.

    python benchmarks/memory.py ../shared/press/articles.jsonl.gz [--number 200000] [--characters 480]

The articles are the beginnings of those of the file, over and over, with other names and other numbers each time, so
that nothing that is kept of the words of one is of use to the next. Linux only: memory is read from /proc.
"""

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frnews

# A word with a capital after a small letter or an apostrophe is a name; what starts a sentence stays.
_NAME_OR_NUMBER = re.compile(r"(?<=[a-zé,’'] )[A-ZÉÈ][a-zéèêàïëçô]{3,}|(?<=[’'])[A-ZÉÈ][a-zéèêàïëçô]{3,}|\d+")
_SYLLABLES = re.findall("..", "bacadofugulamanipelorosatevizobrechadrflegrloumoprisotru")
# Next to the number of articles, so that neighbours are of different papers.
_STRIDE = 7919


def main() -> None:
    """Read the articles, and print memory after every tenth thousand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON lines with text and published, compressed or not")
    parser.add_argument("--number", type=int, default=200_000)
    parser.add_argument("--characters", type=int, default=480, help="how much of each article's beginning is taken")
    given = parser.parse_args()
    beginnings = list(read(given.articles, given.characters))
    print(
        f"{len(beginnings)} beginnings of {sum(len(text) for text, _ in beginnings) / len(beginnings):.0f} characters"
    )
    started = time.process_time()
    for number, _ in enumerate(frnews.parse_many(stream(beginnings, given.number)), 1):
        if number in (1000, 5000) or number % 10_000 == 0:
            print(
                f"{number:>7} articles: {resident():.1f} MB, {sys.getallocatedblocks()} objects, "
                f"{time.process_time() - started:.0f} s",
                flush=True,
            )


def read(path: Path, characters: int) -> Iterator[tuple[str, Any]]:
    """Yield the beginnings of articles, up to the end of a sentence where one ends early enough, with their days."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"][:characters]
            end = max(text.rfind(". "), text.rfind(".\n"))
            yield text[: end + 1] if end > characters // 3 else text, record.get("published")


def stream(beginnings: list[tuple[str, Any]], number: int) -> Iterator[dict[str, Any]]:
    """Yield articles, each with names and numbers of its own."""
    for n in range(number):
        text, published = beginnings[n * _STRIDE % len(beginnings)]
        yield {"text": another(text, random.Random(n)), "published": published, "id": n}


def another(text: str, choice: random.Random) -> str:
    """Return a text with other names and numbers, one name for each that it has."""
    names: dict[str, str] = {}

    def exchanged(match: "re.Match[str]") -> str:
        word = match[0]
        if word.isdigit():
            # Days of a month stay such.
            most = 28 if len(word) <= 2 else 10 ** len(word) - 1
            return str(choice.randint(1 if len(word) <= 2 else 10 ** (len(word) - 1), most))
        if word not in names:
            names[word] = "".join(choice.choices(_SYLLABLES, k=choice.randint(3, 5))).capitalize()
        return names[word]

    return _NAME_OR_NUMBER.sub(exchanged, text)


def resident() -> float:
    """Return the memory of this process, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
