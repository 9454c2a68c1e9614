"""Fit the weights of the speaker choice and of the confidence on labelled articles, and say what they are worth.

    python benchmarks/fit.py speakers DIR... [--check DIR] [--write] [--strength L]
    python benchmarks/fit.py doubts [DIR...] [--judged FILE] [--check DIR] [--write] [--strength L]
    python benchmarks/fit.py confidence DIR... [--check DIR] [--write] [--strength L]

DIR holds ID.txt with ID.json; `score.py` lies in the folder above. The speakers are fitted as a conditional logistic
choice among the candidates of each quotation (the right one against the others), held near the weights that stand in
`evidence.tsv` with a strength; the doubts, whether it is a quotation, for each construction as a logistic regression
held near the weights of `doubts.tsv` in the same way, and so is the confidence. All are cross-validated by outlet (how
the ids begin). --check measures on a folder that takes no part in the fit. Without --write nothing changes.

FILE holds candidates of the library's own that somebody has read and judged, one in a line of JSON: `text`, `outlet`,
`segments` (a list of offsets) and `quotation` (true or false). They cost a tenth of what a labelled article costs.

Needs the extra `dev` (SciPy).
"""

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

import frnews
from frnews._confidence import ingredients
from frnews._dates import find_dates
from frnews._doubts import CONSTRUCTIONS, LEAST_DOUBT, construction_of, doubt, evidence_of
from frnews._draft import Draft
from frnews._model import syntax_of
from frnews._quotations import find_drafts
from frnews._sentences import split_sentences
from frnews._speakers import Resolution, resolve_speakers
from frnews._speakers._weights import weights
from frnews._tables import read_table

DATA = Path(frnews.__file__).parent / "data"
KINDS = ("pronoun", "description", "none")
NOBODY = "nobody"
_PARTS = 10
# How much more firmly than a verb's the weights are held that each quotation has.
_FIRMER = 4.0
# Evidence counts from so many quotations of a construction on.
_SHOWN = 5
Row = tuple[str, dict[str, float], bool]
"""The outlet of something fitted, what it shows, and whether it holds."""

Doubted = tuple[str, str, dict[str, float], bool]
"""The same of a construction, which stands second."""


class Document(NamedTuple):
    """A labelled article with what the finder finds in it."""

    outlet: str
    text: str
    labels: list[dict[str, Any]]
    found: list[Draft]


class Question(NamedTuple):
    """One choice: the evidence on each candidate, and which are right."""

    outlet: str
    wanted: str
    traces: list[dict[str, float]]
    right: list[bool]


class Weighed(NamedTuple):
    """A quotation as found and resolved, whether it is one, and whether its words and its speaker are right."""

    document: Document
    draft: Draft
    resolution: Resolution
    found: bool
    right: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("speakers", "doubts", "confidence"))
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR", help="labelled articles to fit on")
    parser.add_argument("--judged", type=Path, metavar="FILE", help="judged candidates to fit the doubts on")
    parser.add_argument("--check", type=Path, metavar="DIR", help="labelled articles to measure on alone")
    parser.add_argument("--cases", action="store_true", help="fit on the project's own cases too (tests/data/speakers)")
    parser.add_argument("--strength", type=float, default=1.0, help="how firmly the present weights are held")
    parser.add_argument("--write", action="store_true", help="put the weights into the table")
    arguments = parser.parse_args()
    known = next(iter(arguments.folders), arguments.check)
    if known is None:
        parser.error("nothing to measure with: name a folder of labelled articles")
    score = load(known.parent / "score.py")
    documents = [each for folder in arguments.folders for each in read(folder, score)]
    check = read(arguments.check, score) if arguments.check else []
    if arguments.what == "speakers":
        own = own_questions(score) if arguments.cases else []
        fit_speakers(documents, check, score, own, arguments.strength, arguments.write)
    elif arguments.what == "doubts":
        rows = doubt_rows(documents, score)
        rows += judged_rows(arguments.judged) if arguments.judged else []
        fit_doubts(rows, doubt_rows(check, score), arguments.strength, arguments.write)
    else:
        fit_confidence(documents, check, score, arguments.strength, arguments.write)
    return 0


def load(path: Path) -> ModuleType:
    """Return the scorer that lies beside the labelled articles."""
    specification = importlib.util.spec_from_file_location("gold_score", path)
    if specification is None or specification.loader is None:
        sys.exit(f"{path} is not there")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def read(folder: Path, score: ModuleType) -> list[Document]:
    """Return the labelled articles of a folder."""
    documents = []
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        if "quotations" not in labels:
            continue
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        outlet = path.stem.rsplit("-", 1)[0]
        documents.append(Document(outlet, text, labels["quotations"], found_in(text)))
    return documents


def found_in(text: str) -> list[Draft]:
    """Return what the finder finds in a text."""
    sentences = split_sentences(text)
    dates = find_dates(text, sentences, published=None, prefer="auto", seasons="months")
    times = [(date.start_char, date.end_char) for date in dates]
    return find_drafts(text, sentences, syntax_of(text, None, None), times)


def paired(document: Document, score: ModuleType) -> tuple[dict[int, int], list[set[int]], list[set[int]]]:
    """Return which label each found quotation is, with the letters of both."""
    word = [c.isalnum() for c in document.text]
    said = [score.letters(word, draft.segments) for draft in document.found]
    wanted = [score.letters(word, label["segments"]) for label in document.labels]
    pairs = score.pair(range(len(said)), range(len(wanted)), lambda i, j: score.iou(said[i], wanted[j]), 0.3)
    return dict(pairs), said, wanted


def labelled_drafts(document: Document, score: ModuleType) -> list[tuple[dict[str, Any], Draft]]:
    """Return the labels as drafts, with the words that only the finder knows of (agent and addressee)."""
    pairs = {label: found for found, label in paired(document, score)[0].items()}
    drafts = []
    for number, label in enumerate(document.labels):
        found = document.found[pairs[number]] if number in pairs else None
        mention = tuple(label["mention"]) if label["mention"] else None
        draft = Draft(
            label["kind"],
            tuple((start, end) for start, end in label["segments"]),
            tuple(label["cue"]) if label["cue"] else None,
            mention,
            found.rule if found else "label",
            found.agent if found and mention is None else None,
            found.addressee if found else None,
        )
        drafts.append((label, draft))
    return sorted(drafts, key=lambda one: one[1].start)


def questions(documents: Iterable[Document], score: ModuleType) -> tuple[list[Question], int, int]:
    """Return the choices that the labelled quotations ask for, and how many speakers of all are right."""
    asked, right, total = [], 0, 0
    for document in documents:
        pairs = labelled_drafts(document, score)
        resolutions, _ = resolve_speakers(document.text, split_sentences(document.text), [d for _, d in pairs])
        for (label, _), resolution in zip(pairs, resolutions, strict=True):
            if label.get("optional"):
                continue
            names = score.names(label)
            total += 1
            right += score.name_key(resolution.speaker.name if resolution.speaker else None) in names
            question = question_of(document.outlet, resolution, names, score)
            if question is not None:
                asked.append(question)
    return asked, right, total


def question_of(outlet: str, resolution: Resolution, names: list[Any], score: ModuleType) -> Question | None:
    """Return the choice that led to a speaker; None where there was none, or it could not go right or wrong."""
    if not resolution.candidates:
        return None
    traces = [dict(ranked.trace) for ranked in resolution.candidates]
    good = [score.name_key(ranked.entity.name) in names for ranked in resolution.candidates]
    wanted = resolution.candidates[0].wanted
    if wanted != "description":
        traces.append({NOBODY: 1.0})
        good.append(set() in names)
    return Question(outlet, wanted, traces, good) if any(good) and not all(good) else None


def own_questions(score: ModuleType) -> list[Question]:
    """Return the choices of the project's own cases."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from speaker_cases import DATA as CASES
    from speaker_cases import read_cases

    asked = []
    for path in sorted(CASES.glob("*.txt")):
        for case in read_cases(path.stem):
            resolutions, _ = resolve_speakers(case.text, split_sentences(case.text), case.drafts)
            for resolution, expected in zip(resolutions, case.expected, strict=True):
                name = None if expected[0] == "-" else expected[0]
                question = question_of("own cases", resolution, [score.name_key(name)], score)
                if question is not None:
                    asked.append(question)
    return asked


def fit_speakers(
    documents: list[Document],
    check: list[Document],
    score: ModuleType,
    own: list[Question],
    strength: float,
    write: bool,
) -> None:
    asked, right, total = questions(documents, score)
    asked += own
    print(f"as it stands: {right} of {total} speakers right ({right / total:.1%}); {len(asked)} choices to fit")
    if check:
        _, right, total = questions(check, score)
        print(f"as it stands, checked: {right} of {total} ({right / total:.1%})")
    fitted = {}
    for wanted in KINDS:
        mine = [q for q in asked if q.wanted == wanted]
        names = sorted({name for q in mine for trace in q.traces for name in trace})
        before = np.array([weights(wanted).get(name, 0.0) for name in names])
        kept = sum(
            hits(
                learn([q for q in mine if q.outlet not in left], names, before, strength),
                names,
                [q for q in mine if q.outlet in left],
            )
            for left in parted({q.outlet for q in mine})
        )
        now = hits(before, names, mine)
        found = learn(mine, names, before, strength)
        print(
            f"{wanted}: {len(mine)} choices; {now} right as it stands, {hits(found, names, mine)} fitted, "
            f"{kept} cross-validated by outlet"
        )
        fitted[wanted] = dict(zip(names, found, strict=True))
    if write:
        rewrite(DATA / "evidence.tsv", "evidence", lambda row, column: fitted[column].get(row), KINDS)


def parted(outlets: set[str]) -> list[set[str]]:
    """Return the outlets in at most ten parts, each of which is left out in turn."""
    ordered = sorted(outlets)
    return [set(ordered[part::_PARTS]) for part in range(min(_PARTS, len(ordered)))]


def matrix(question: Question, names: Sequence[str]) -> Any:
    """Return the evidence of one choice, a line for each candidate."""
    return np.array([[trace.get(name, 0.0) for name in names] for trace in question.traces])


def learn(asked: list[Question], names: Sequence[str], before: Any, strength: float) -> Any:
    """Return the weights under which the right candidates are likeliest, held near those before."""
    table = np.concatenate([matrix(q, names) for q in asked])
    right = np.concatenate([np.array(q.right) for q in asked])
    sizes = np.array([len(q.right) for q in asked])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])

    def shares(scores: Any) -> tuple[Any, Any]:
        """Return the logarithm of the sum of each choice, and the share of each candidate in it."""
        top = np.maximum.reduceat(scores, starts)
        weighed = np.exp(scores - np.repeat(top, sizes))
        sums = np.add.reduceat(weighed, starts)
        return top + np.log(sums), weighed / np.repeat(sums, sizes)

    def cost(w: Any) -> tuple[float, Any]:
        scores = table @ w
        total, of_all = shares(scores)
        good, of_right = shares(np.where(right, scores, -np.inf))
        held = w - before
        return (
            strength * float(held @ held) / 2 + float((total - good).sum()),
            strength * held + (of_all - of_right) @ table,
        )

    return minimize(cost, before, jac=True, method="L-BFGS-B").x


def hits(w: Any, names: Sequence[str], asked: Iterable[Question]) -> int:
    """Return in how many choices the best candidate is a right one."""
    return sum(bool(q.right[int(np.argmax(matrix(q, names) @ w))]) for q in asked)


def weighed(documents: Iterable[Document], score: ModuleType) -> Iterator[Weighed]:
    """Yield each quotation found that no optional label matches, and whether it is one (found at 0.3) and right."""
    for document in documents:
        if not document.found:
            continue
        label_of, said, wanted = paired(document, score)
        resolutions, _ = resolve_speakers(document.text, split_sentences(document.text), document.found)
        for number, (draft, resolution) in enumerate(zip(document.found, resolutions, strict=True)):
            label = document.labels[label_of[number]] if number in label_of else None
            if label is not None and label.get("optional"):
                continue
            name = score.name_key(resolution.speaker.name if resolution.speaker else None)
            near = label is not None and score.iou(said[number], wanted[label_of[number]]) >= 0.8
            right = bool(near and label and name in score.names(label))
            yield Weighed(document, draft, resolution, label is not None, right)


def doubt_rows(documents: Iterable[Document], score: ModuleType) -> list[Doubted]:
    """Return the construction of each quotation that leaves doubt, what speaks for it, and whether it is one."""
    return [
        (one.document.outlet, construction, evidence_of(one.document.text, one.draft, one.resolution), one.found)
        for one in weighed(documents, score)
        if (construction := construction_of(one.draft))
    ]


def judged_rows(path: Path) -> list[Doubted]:
    """Return the same of the candidates that somebody has judged."""
    by_text: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        judged = json.loads(line)
        by_text.setdefault(judged["text"], []).append(judged)
    rows: list[Doubted] = []
    for text, every in by_text.items():
        drafts = found_in(text)
        resolutions, _ = resolve_speakers(text, split_sentences(text), drafts)
        of_segments = {
            draft.segments: (draft, resolution) for draft, resolution in zip(drafts, resolutions, strict=True)
        }
        for judged in every:
            found = of_segments.get(tuple((start, end) for start, end in judged["segments"]))
            if found is not None and (construction := construction_of(found[0])):
                rows.append((judged["outlet"], construction, evidence_of(text, *found), judged["quotation"]))
    return rows


def fit_doubts(rows: list[Doubted], held: list[Doubted], strength: float, write: bool) -> None:
    fitted = {}
    for construction in sorted(set(CONSTRUCTIONS.values())):
        mine = [(outlet, evidence, found) for outlet, of, evidence, found in rows if of == construction]
        checked = [(outlet, evidence, found) for outlet, of, evidence, found in held if of == construction]
        before = {row["evidence"]: float(row[construction]) for row in read_table("doubts")}
        fitted[construction] = refitted(f"{construction}, ", mine, checked, before, strength)
    if write:
        rewrite(DATA / "doubts.tsv", "evidence", lambda row, column: fitted[column].get(row, 0.0), tuple(fitted))


def refitted(
    title: str, rows: Sequence[Row], held: Sequence[Row], before: dict[str, float], strength: float
) -> dict[str, float]:
    """Return weights fitted on some rows near those before, and show what both are worth there and on held rows."""
    # What is hardly ever shown says nothing of itself: its weight stays.
    names = [name for name in before if sum(bool(row.get(name)) for _, row, _ in rows) >= _SHOWN]
    chances: list[tuple[float, bool]] = []
    for left in parted({outlet for outlet, _, _ in rows}):
        learnt = adjusted([row for row in rows if row[0] not in left], names, before, strength)
        chances += judged_by(learnt, [row for row in rows if row[0] in left])
    after = adjusted(rows, names, before, strength)
    for what, some in (
        ("as it is", judged_by(before, rows)),
        ("cross-validated by outlet", chances),
        ("checked as it is", judged_by(before, held)),
        ("checked", judged_by(after, held)),
    ):
        if some:
            print(f"{title}{what}")
            reliability(some)
    return after


def adjusted(rows: Sequence[Row], names: Sequence[str], before: dict[str, float], strength: float) -> dict[str, float]:
    """Return the weights before, those of some names moved to where they tell these rows best, held with a strength."""
    table = np.array([[row.get(name, 0.0) for name in names] for _, row, _ in rows])
    held = np.array([sum(before.get(name, 0.0) * value for name, value in row.items()) for _, row, _ in rows])
    signs = np.array([1.0 if right else -1.0 for _, _, right in rows])
    # What every quotation shows has been weighed on more than these; a verb may never have been met before.
    firm = strength * np.array([1.0 if name.startswith("by: ") or not before[name] else _FIRMER for name in names])

    def cost(moved: Any) -> tuple[float, Any]:
        margins = signs * (held + table @ moved)
        slopes = -signs / (1.0 + np.exp(margins))
        return float(np.logaddexp(0.0, -margins).sum() + firm @ moved**2), table.T @ slopes + 2 * firm * moved

    moved = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return before | {name: before[name] + float(by) for name, by in zip(names, moved, strict=True)}


def judged_by(weights_of: dict[str, float], rows: Sequence[Row]) -> list[tuple[float, bool]]:
    """Return how likely each row is by some weights, and whether it holds."""
    sums = [sum(weights_of.get(name, 0.0) * value for name, value in row.items()) for _, row, _ in rows]
    return [(1.0 / (1.0 + math.exp(-total)), right) for total, (_, _, right) in zip(sums, rows, strict=True)]


def confidence_rows(documents: Iterable[Document], score: ModuleType) -> list[Row]:
    """Return the ingredients of each quotation found, and whether it is right: found at 0.8 and attributed."""
    rows = []
    for one in weighed(documents, score):
        against = doubt(one.document.text, one.draft, one.resolution)
        if against <= LEAST_DOUBT:
            shown = ingredients(one.document.text, one.draft, one.resolution, against)
            rows.append((one.document.outlet, shown, one.right))
    return rows


def fit_confidence(
    documents: list[Document], check: list[Document], score: ModuleType, strength: float, write: bool
) -> None:
    rows = confidence_rows(documents, score)
    before = {row["ingredient"]: float(row["weight"]) for row in read_table("confidence")}
    after = refitted("", rows, confidence_rows(check, score), before, strength)
    if write:
        rewrite(DATA / "confidence.tsv", "ingredient", lambda row, column: after[row], ("weight",))


def reliability(chances: Sequence[tuple[float, bool]]) -> None:
    """Show how many quotations there are at each confidence, and how many of them are right."""
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = [right for value, right in chances if low <= round(value, 2) < high]
        share = f"{sum(inside) / len(inside):.0%}" if inside else "-"
        print(f"  {low:.1f} to {min(high, 1.0):.1f}: {len(inside):4} of {len(chances)}, right {share}")


def rewrite(path: Path, key: str, value: Callable[[str, str], float | None], columns: Sequence[str]) -> None:
    """Put new weights into a table, its other cells and comments left as they are."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if not line.startswith("#")).split("\t")
    out = []
    for line in lines:
        cells = line.split("\t")
        if not line.startswith("#") and cells != header:
            for column in columns:
                new = value(cells[header.index(key)], column)
                if new is not None:
                    cells[header.index(column)] = f"{round(new, 2) + 0.0:.2f}".rstrip("0").rstrip(".") or "0"
        out.append("\t".join(cells))
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
