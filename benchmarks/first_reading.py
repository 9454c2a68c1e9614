"""How fast a tool reads articles that it has not seen: each one once, in processor time.

A text read over and over is in every cache by the second time, and a corpus pasted together until it is long enough
has the words of a short one. So no article is read twice, and no best run is picked.
"""

import gzip
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "press" / "articles.jsonl.gz"
# A tool that takes longer is timed on the articles that it reads in that time.
PATIENCE_SECONDS = 20.0


def read_articles(path: Path) -> list[str]:
    """Return the distinct texts of a file of JSON lines with a `text` each, which may end in .gz.

    Args:
        path: The file.

    """
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(dict.fromkeys(json.loads(line)["text"] for line in content.splitlines() if line.strip()))


def characters_a_second(read: Callable[[str], Any], articles: Sequence[str]) -> tuple[float, int]:
    """Return how many characters a tool reads in a second of processor time, and how many it has read.

    Args:
        read: Reads one text. It is called once beforehand, with a sentence, to load and compile.
        articles: The texts.

    """
    read("Le pont a coûté 3 millions d'euros, a dit M. Petit. Il ouvrira en mai.")
    characters = 0
    began = time.process_time()
    for article in articles:
        read(article)
        characters += len(article)
        if time.process_time() - began > PATIENCE_SECONDS:
            break
    return characters / (time.process_time() - began), characters
