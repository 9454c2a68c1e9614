"""Measure frnews against labelled texts, and compare with what it has reached before.

    python benchmarks/gold.py DIR [--misses] [--thresholds FILE] [--predictions DIR]

DIR is one of these, or a folder that holds several of them:

- a folder of ID.txt with ID.json (labels, and the day on which the text was published), scored by `score.py`;
- a folder of *.jsonl with sentence boundaries, scored by the `score.py` in it;
- a file `cases.jsonl` of single expressions, with its `cases.py`.

The scorers are those that lie beside the data (in the folder or the one above); nothing of them is copied here. FILE is
a TOML file with a table for each folder or sentence file: measure = least F1 in percent. The exit status is 1 where one
is not reached.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import frnews

Scores = dict[str, float]
"""Measure → percent."""

Counts = dict[str, list[int]]
"""Measure → how many are right, predicted and labelled."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="DIR", help="labelled texts")
    parser.add_argument("--misses", action="store_true", help="list what was missed, spurious or wrong, in context")
    parser.add_argument("--thresholds", type=Path, metavar="FILE", help="least scores; fail below them")
    parser.add_argument("--predictions", type=Path, metavar="DIR", help="keep the predictions there")
    arguments = parser.parse_args()
    together: Counts = {}
    with tempfile.TemporaryDirectory() as temporary:
        kept = arguments.predictions or Path(temporary)
        kept.mkdir(parents=True, exist_ok=True)
        scores = dict(measure(arguments.gold, kept, arguments.misses, together))
    if together:
        print("\n== all articles: each measure over the folders that have labels for it")
        scores["all articles"] = show(together)
    if not scores:
        print(f"{arguments.gold} holds no labelled texts", file=sys.stderr)
        return 2
    return 0 if arguments.thresholds is None else compare(scores, read_toml(arguments.thresholds))


def measure(folder: Path, predictions: Path, misses: bool, together: Counts) -> Iterator[tuple[str, Scores]]:
    """Measure one folder, or each one in it; yield the name of each, with its scores, and add up the counts."""
    if any(path.with_suffix(".txt").exists() for path in folder.glob("*.json")):
        counts = measure_articles(folder, predictions / f"{folder.name}.jsonl", misses)
        for measured, added in counts.items():
            together[measured] = [a + b for a, b in zip(together.get(measured, [0, 0, 0]), added, strict=True)]
        yield folder.name, show(counts)
        return
    if (folder / "score.py").exists() and not (folder / "cases.py").exists():
        for path in sorted(folder.glob("*.jsonl")):
            yield path.stem, measure_sentences(path, misses)
        return
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield from measure(inner, predictions, misses, together)
    if (folder / "cases.py").exists():
        yield "cases", measure_cases(folder / "cases.py", misses)


def measure_articles(folder: Path, predictions: Path, misses: bool) -> Counts:
    """Parse every ID.txt of a folder with its own `published`, and count what is right in each layer with labels."""
    score = load_scorer(folder, "score.py")
    tally, listed = score.Tally(), [] if misses else None
    details = Details(score)
    texts = {}
    started = time.perf_counter()
    with predictions.open("w", encoding="utf-8") as output:
        for labels in sorted(folder.glob("*.json")):
            gold = json.loads(labels.read_text(encoding="utf-8"))
            if "quotations" not in gold:
                continue
            text = texts[labels.stem] = read_text(labels.with_suffix(".txt"))
            article = frnews.parse(text, published=gold["published"], id=labels.stem)
            output.write(article.to_json() + "\n")
            prediction = article.to_dict()
            score.score_document(gold, prediction, tally, listed, text)
            details.add(gold, prediction, text)
    seconds = time.perf_counter() - started
    print(f"\n== {folder.name}: {len(texts)} texts, {sum(map(len, texts.values()))} characters, {seconds:.1f} s")
    for what, name, (start, end), note in listed or []:
        text = texts[name]
        before, after = text[max(0, start - 50) : start], text[end : end + 50]
        print(f"{what:20} {name} [{start}:{end}] {before!r} >> {text[start:end][:140]!r} << {after!r} {note}")
    # A folder that labels one layer alone says nothing about the others.
    return {measured: counts for measured, counts in {**tally.n, **details.counts}.items() if counts[2]}


def show(counts: Counts) -> Scores:
    """Print precision, recall and F1 of each measure; return the F1."""
    scores = {}
    for measured, (right, predicted, labelled) in counts.items():
        precision = right / predicted if predicted else 0.0
        recall = right / labelled if labelled else 0.0
        f1 = scores[measured] = 200 * right / (predicted + labelled) if predicted + labelled else 0.0
        print(
            f"{measured:24} P {precision:6.1%}  R {recall:6.1%}  F1 {f1:5.1f}%"
            f"   ({right} right, {predicted} predicted, {labelled} gold)"
        )
    return scores


class Details:
    """What `score.py` does not count: kinds, types, qualifiers and rates.

    - `qualifier`: share of the matched amounts whose qualifier is right.
    - `per`: F1 over the labels that have one.
    - `kind`: share of the quotations matched at 0.3 whose kind is right.
    - `recall KIND@0.3`, `recall KIND@0.8`: share of the gold quotations of that kind that are matched by one of any.
    - `time`, `duration`, `set`: F1 of time expressions of that type against those of that type; `duration value`: with
      the right ISO 8601 duration.

    Shares are printed as F1 with as many predicted as labelled.
    """

    def __init__(self, score: ModuleType) -> None:
        self.score = score
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, gold: dict[str, Any], prediction: dict[str, Any], text: str) -> None:
        self.add_quotations(gold["quotations"], prediction["quotations"], text)
        self.add_dates(gold["dates"], prediction["dates"])
        self.add_amounts(gold["amounts"], prediction["amounts"])

    def count(self, measured: str, right: int, predicted: int, expected: int) -> None:
        for place, number in enumerate((right, predicted, expected)):
            self.counts[measured][place] += number

    def add_quotations(self, gold: list[dict[str, Any]], predicted: list[dict[str, Any]], text: str) -> None:
        is_word = [c.isalnum() for c in text]
        wanted = [self.score.letters(is_word, q["segments"]) for q in gold]
        got = [
            self.score.letters(is_word, [(s["start_char"], s["end_char"]) for s in q["segments"]]) for q in predicted
        ]
        for least in (0.3, 0.8):
            pairs = self.score.pair(wanted, got, self.score.iou, least)
            found = Counter(gold[i]["kind"] for i, _ in pairs)
            for kind, number in Counter(q["kind"] for q in gold).items():
                self.count(f"recall {kind}@{least}", found[kind], number, number)
            if least == 0.3:
                right = sum(gold[i]["kind"] == predicted[j]["kind"] for i, j in pairs)
                self.count("kind", right, len(pairs), len(pairs))

    def add_dates(self, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
        for type_ in ("time", "duration", "set"):
            wanted = [d for d in gold if d["type"] == type_]
            got = [d for d in predicted if d["type"] == type_]
            pairs = self.score.pair(wanted, got, self.score.overlap, 0.0)
            self.count(type_, len(pairs), len(got), len(wanted))
            if type_ == "duration":
                right = sum("iso" in wanted[i] and wanted[i]["iso"] == got[j]["timex"] for i, j in pairs)
                labelled = sum("iso" in d for d in wanted)
                self.count("duration value", right, len(got), labelled)

    def add_amounts(self, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
        pairs = self.score.pair(gold, predicted, self.score.overlap, 0.0)
        right = sum(gold[i]["qualifier"] == predicted[j]["qualifier"] for i, j in pairs)
        self.count("qualifier", right, len(pairs), len(pairs))
        rated = sum(bool(a.get("per")) for a in gold)
        given = sum(bool(a["per"]) for a in predicted)
        agreeing = sum(bool(gold[i].get("per")) and gold[i]["per"] == predicted[j]["per"] for i, j in pairs)
        self.count("per", agreeing, given, rated)


def measure_sentences(path: Path, misses: bool) -> Scores:
    """Split every text of a file of sentence boundaries, and score them."""
    score = load_scorer(path.parent, "score.py")
    total = [(0, 0, 0)] * 3
    for gold in score.load(path).values():
        predicted = [{"start_char": s.start_char, "end_char": s.end_char} for s in frnews.split_sentences(gold["text"])]
        counts, predicted_ends, gold_ends = score.compare(gold, predicted)
        total = [tuple(map(sum, zip(*pair, strict=True))) for pair in zip(total, counts, strict=True)]
        if misses:
            flat = gold["text"].replace("\n", "¶")
            for end in sorted(predicted_ends ^ gold_ends):
                sign = "-" if end in gold_ends else "+"
                print(f"{gold['id']} {sign} {flat[max(0, end - 40) : end]}|{flat[end : end + 40]}")
    print(f"\n== {path.stem}")
    scores = {}
    for measured, (right, predicted_count, expected) in zip(("sentence", "boundary", "inner"), total, strict=True):
        scores[measured] = 200 * right / (predicted_count + expected) if predicted_count + expected else 100.0
        counted = f"({right} right, {predicted_count} predicted, {expected} gold)"
        print(f"{measured:24} F1 {scores[measured]:6.2f}%   {counted}")
    return scores


def measure_cases(script: Path, misses: bool) -> Scores:
    """Run the single expressions that lie beside a `cases.py`; a score is the share that is read right."""
    cases = load(script)
    right, total = Counter[str](), Counter[str]()
    for line in script.with_name("cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        got = cases.read(case)
        good = len(got) == 1 and any(cases.agrees(got[0], w) for w in [case["expect"], *case.get("accept", [])])
        kind = "money" if case["expect"]["type"] == "money" else "dates and times"
        for group in (f"{case['source']} {case['expect']['type']}", kind):
            total[group] += 1
            right[group] += good
        if misses and not good:
            print(f"{case['text']!r} @{case['reference'][:10]} wants {case['expect']} got {got}")
    print("\n== cases")
    for group in sorted(total):
        print(f"{group:24} {right[group] / total[group]:6.1%}   ({right[group]} right of {total[group]})")
    return {group: 100 * right[group] / total[group] for group in total}


def compare(scores: dict[str, Scores], thresholds: dict[str, dict[str, float]]) -> int:
    """Print what falls below its threshold, and return the exit status."""
    print("\n== thresholds")
    failures = checked = 0
    for name, least in thresholds.items():
        if name not in scores:
            print(f"{name}: not measured here")
            continue
        for measured, bound in least.items():
            checked += 1
            got = scores[name].get(measured)
            if got is None or got < bound - 0.005:
                failures += 1
                print(f"{name}: {measured} is {'absent' if got is None else f'{got:.2f}'}, below {bound}")
    print(f"{checked - failures} of {checked} reached")
    return 1 if failures or not checked else 0


def read_text(path: Path) -> str:
    # Line ends as they are: the labels' offsets count them.
    return path.read_bytes().decode("utf-8")


def load_scorer(folder: Path, name: str) -> ModuleType:
    """Load the scorer of a folder, which lies in it or in the folder above."""
    for place in (folder, folder.resolve().parent):
        if (place / name).exists():
            return load(place / name)
    raise SystemExit(f"there is no {name} in {folder} or above it")


def load(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(f"{path.parent.name}_{path.stem}", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def read_toml(path: Path) -> dict[str, dict[str, float]]:
    try:
        import tomllib
    except ModuleNotFoundError:  # Python 3.10; the extra `dev` brings tomli there
        import tomli as tomllib
    return tomllib.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
