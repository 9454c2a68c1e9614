"""Dates: frnews against dateparser.search and timexy, accuracy and speed in one run.

Usage: python benchmarks/dates.py [--gold DIR] [--articles FILE] [--size MEGABYTES] [--only NAME]

Accuracy is F1 over the marked sentences of tests/data/date_press.tsv (or over a folder of ID.txt and ID.json, labelled
as in the project's guidelines): an expression is found where it overlaps a marked one, one to one, and right where
its first and last day are the marked ones as well. Speed is that of a first reading, in processor time of one core:
with --articles FILE (JSON lines, also .gz, with `text` and `published`) of distinct articles, each read once; without
it of the documents of the accuracy, which are few and short. The slow peers read a part of it. A peer that is not
installed is left out: pip install dateparser timexy.
"""

import argparse
import datetime as dt
import gzip
import json
import pathlib
import time
from collections.abc import Callable, Iterator

import frnews

TABLE = pathlib.Path(__file__).parents[1] / "tests" / "data" / "date_press.tsv"
Day = dt.date | None
Found = tuple[int, int, Day, Day]
Reader = Callable[[str, str | None], list[Found]]
Document = tuple[str, str | None, list[Found]]


def read_frnews(text: str, published: str | None) -> list[Found]:
    mentions = frnews.extract_dates(text, published=published)
    return [(m.start_char, m.end_char, m.earliest, m.latest) for m in mentions if m.type in ("date", "time")]


def make_dateparser() -> Reader:
    from dateparser.search import search_dates

    def read(text: str, published: str | None) -> list[Found]:
        options = {"RELATIVE_BASE": dt.datetime.fromisoformat(published)} if published else {}
        found, position = [], 0
        for words, moment in search_dates(text, languages=["fr"], settings=options) or []:
            start = text.find(words, position)
            if start < 0:
                continue
            position = start + len(words)
            found.append((start, position, moment.date(), moment.date()))
        return found

    return read


def make_timexy() -> Reader:
    import warnings

    import spacy
    import timexy  # noqa: F401 - registers the component

    warnings.filterwarnings("ignore", message="Span could not be retrieved")
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def read(text: str, published: str | None) -> list[Found]:
        found = []
        for entity in pipeline(text).ents:
            value = entity.kb_id_.partition('value="')[2].partition('"')[0]
            if 'type="DATE"' not in entity.kb_id_:
                continue
            try:
                day: Day = dt.date.fromisoformat(value[:10])
            except ValueError:
                day = None
            found.append((entity.start_char, entity.end_char, day, day))
        return found

    return read


def press_documents() -> Iterator[Document]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        published, marked, expected = [*line.split("\t"), "", ""][:3]
        text, spans, days = "", [], iter(expected.split("; "))
        for character in marked:
            if character == "⟦":
                spans.append([len(text)])
            elif character == "⟧":
                spans[-1].append(len(text))
            else:
                text += character
        wanted = []
        for start, end in spans:
            first, _, last = next(days).split(" ")[1].partition("/")
            known = first != "-"
            earliest = dt.date.fromisoformat(first) if known else None
            wanted.append((start, end, earliest, dt.date.fromisoformat(last or first) if known else None))
        yield text, published, wanted


def gold_documents(folder: pathlib.Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        read = lambda day: day and dt.date.fromisoformat(day)  # noqa: E731
        wanted = [
            (*label["span"], read(label["earliest"]), read(label["latest"]))
            for label in labels["dates"]
            if label["type"] in ("date", "time")
        ]
        yield path.with_suffix(".txt").read_text(encoding="utf-8"), labels["published"], wanted


def score(reader: Reader, documents: list[Document]) -> tuple[float, float]:
    """Return F1 of expressions found, and of those with the right days."""
    hits = right = predicted = gold = 0
    for text, published, wanted in documents:
        found = reader(text, published)
        predicted, gold = predicted + len(found), gold + len(wanted)
        left = list(found)
        for start, end, earliest, latest in wanted:
            match = next((f for f in left if min(end, f[1]) > max(start, f[0])), None)
            if match is not None:
                left.remove(match)
                hits += 1
                right += match[2:] == (earliest, latest)
    return 2 * hits / (predicted + gold), 2 * right / (predicted + gold)


def read_articles(path: pathlib.Path) -> Iterator[tuple[str, str | None]]:
    """Yield text and day published of the articles of a file of JSON lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in content.decode("utf-8").splitlines():
        article = json.loads(line)
        yield article["text"], article.get("published")


def speed(reader: Reader, articles: list[tuple[str, str | None]], size: int) -> float:
    """Return characters a second over articles that are read once, up to a number of characters."""
    reader("Le 3 mai 2021.", None)  # what is loaded at the first call is no matter of speed
    read, start = 0, time.process_time()
    for text, published in articles:
        reader(text, published)
        read += len(text)
        if read >= size:
            break
    return read / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, help="folder of labelled articles, in place of the press table")
    parser.add_argument("--articles", type=pathlib.Path, help="distinct articles for the speed, JSON lines")
    parser.add_argument("--size", type=float, default=20.0, help="at most so many megabytes for the speed of frnews")
    parser.add_argument("--only", help="measure one of frnews, dateparser, timexy")
    args = parser.parse_args()
    documents = list(gold_documents(args.gold) if args.gold else press_documents())
    articles = list(read_articles(args.articles)) if args.articles else [(t, day) for t, day, _ in documents]
    print(f"{'':12}{'found':>8}{'days':>8}{'characters/s':>16}")
    makers: dict[str, tuple[Callable[[], Reader], int]] = {
        "frnews": (lambda: read_frnews, int(args.size * 1e6)),
        "dateparser": (make_dateparser, 50_000),
        "timexy": (make_timexy, 10_000),
    }
    for name, (make, size) in makers.items():
        if args.only not in (None, name):
            continue
        try:
            reader = make()
        except ImportError as error:
            print(f"{name:12}not installed ({error.name})")
            continue
        found, days = score(reader, documents)
        print(f"{name:12}{found:8.1%}{days:8.1%}{speed(reader, articles, size):16,.0f}")


if __name__ == "__main__":
    main()
