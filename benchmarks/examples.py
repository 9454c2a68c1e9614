"""Score `frnews.parse` on the project's own labelled quotations.

Usage: python benchmarks/examples.py SCORE_PY [--sets constructions articles] [--misses] [--only CONSTRUCTION …]

SCORE_PY is the scorer of the gold labels (`gold/score.py`); it is not shipped with the project. The examples are
written in its stand-off format to a temporary folder, parsed, and scored: each construction by itself, then all.
The sets ending in `_held_out` are for measuring, not for reading while tuning.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import frnews  # noqa: E402
from quotation_examples import SETS, Example, load_examples  # noqa: E402

MEASURES = ("quotation@0.3", "quotation@0.8", "attributed")


def stand_off(example: Example) -> dict[str, Any]:
    """Return the labels as the scorer reads them: spans as [start, end]."""
    return {
        "id": example.id,
        "published": example.published,
        "quotations": [
            {
                "kind": label.kind,
                "segments": label.segments,
                "cue": label.cue,
                "mention": label.mention,
                "speaker": label.speaker,
                "accept": list(label.accept),
            }
            for label in example.labels
        ],
        "dates": [],
        "amounts": [],
    }


def parsed(example: Example) -> dict[str, Any]:
    """Return what frnews finds, without the dates and amounts, which are not labelled here."""
    article = frnews.parse(example.text, published=example.published, id=example.id).to_dict()
    return {"id": example.id, "quotations": article["quotations"]}


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file.")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def percent(scorer: ModuleType, tally: Any, measure: str) -> str:
    right, predicted, gold = tally.n[measure]
    if not gold:
        return f"{predicted:3d} spurious" if predicted else "        –   "
    return f"{scorer.prf(right, predicted, gold)[2]:12.1%}"


def print_table(scorer: ModuleType, examples: list[Example], found: dict[str, dict[str, Any]]) -> None:
    """Print F1 for each construction; for those that hold no quotation, how many were found all the same."""
    print(f"{'construction':28}{'texts':>6}{'gold':>6}{'found':>6}" + "".join(f"{m:>15}" for m in MEASURES))
    for construction in sorted({e.construction for e in examples}):
        tally, texts = scorer.Tally(), [e for e in examples if e.construction == construction]
        for example in texts:
            scorer.score_document(stand_off(example), found[example.id], tally, None, example.text)
        _, n_found, n_gold = tally.n["quotation@0.3"]
        cells = "".join(f"{percent(scorer, tally, m):>15}" for m in MEASURES)
        print(f"{construction:28}{len(texts):6}{n_gold:6}{n_found:6}{cells}")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("score_py", type=Path)
    ap.add_argument("--sets", nargs="+", choices=SETS, default=["constructions", "articles"])
    ap.add_argument("--only", nargs="+", help="these constructions alone")
    ap.add_argument("--misses", action="store_true", help="list what was missed, spurious or wrong, in context")
    args = ap.parse_args()
    if not args.score_py.exists():
        raise SystemExit(f"No scorer at {args.score_py}: give the path of the gold labels' score.py.")
    examples = [e for name in args.sets for e in load_examples(name)]
    if args.only:
        examples = [e for e in examples if e.construction in args.only]
    found = {e.id: parsed(e) for e in examples}
    print_table(load_scorer(args.score_py), examples, found)
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "gold"
        gold.mkdir()
        for example in examples:
            (gold / f"{example.id}.json").write_text(json.dumps(stand_off(example)), encoding="utf-8")
            (gold / f"{example.id}.txt").write_text(example.text, encoding="utf-8", newline="")
        predictions = Path(folder) / "found.jsonl"
        lines = (json.dumps(found[e.id], ensure_ascii=False) for e in examples)
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
        extra = ["--misses"] if args.misses else []
        print(flush=True)
        subprocess.run([sys.executable, args.score_py, gold, predictions, *extra], check=True)


if __name__ == "__main__":
    main()
