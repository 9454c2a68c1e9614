"""Accuracy on the shared gold texts, and the benchmark that measures it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from frnews import split_sentences

ROOT = Path(__file__).resolve().parents[1]
BENCHMARK = ROOT / "benchmarks" / "sentences.py"
FOLDERS = [parent / "shared" / "gold" / "sentences" for parent in ROOT.parents]
GOLD = next((folder for folder in FOLDERS if folder.is_dir()), None)


def f1(path):
    right = found = wanted = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold = {tuple(span) for span in record["sentences"]}
        predicted = {(s.start_char, s.end_char) for s in split_sentences(record["text"])}
        right, found, wanted = right + len(gold & predicted), found + len(predicted), wanted + len(gold)
    return 200 * right / (found + wanted)


@pytest.mark.skipif(GOLD is None, reason="the shared gold folder is not beside the project")
@pytest.mark.parametrize(("name", "least"), [("wikinews", 99.0), ("gsd", 98.0), ("sequoia", 99.2), ("partut", 98.5)])
def test_exact_sentences(name, least):
    assert f1(GOLD / f"{name}-dev.jsonl") >= least


def test_benchmark_runs(tmp_path):
    record = {"id": "a", "text": "Un mot. Deux mots.\nTrois", "sentences": [[0, 7], [8, 18], [19, 24]]}
    (tmp_path / "mine.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    articles = tmp_path / "articles.json"
    articles.write_text(json.dumps({"text": "Un mot. Deux mots.\n"}) + "\n", encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, BENCHMARK, tmp_path, "--only", "frnews", "--articles", articles],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert "mine" in finished.stdout
    assert "100.0" in finished.stdout
