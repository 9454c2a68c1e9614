"""Accuracy on the shared gold texts and cases, and the benchmark that measures it."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from frnews import extract_dates

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = [parent / "shared" / "gold" for parent in ROOT.parents]
GOLD = next((folder for folder in FOLDERS if folder.is_dir()), None)
with_gold = pytest.mark.skipif(GOLD is None, reason="the shared gold folder is not beside the project")


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("benchmark_dates", ROOT / "benchmarks" / "dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@with_gold
def test_articles(benchmark):
    found, days = benchmark.score(benchmark.read_frnews, list(benchmark.gold_documents(GOLD / "dev")))
    assert found >= 0.97
    assert days >= 0.94


@with_gold
def test_cases_of_other_suites():
    """Their bare weekdays and days look ahead; a case is right where it gives one mention, with the expected days."""
    right = total = 0
    for line in (GOLD / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["expect"]["type"] == "money":
            continue
        mentions = extract_dates(case["text"], published=case["reference"][:10], prefer="future")
        got = [m for m in mentions if m.type in ("date", "time")]
        wanted = {(want["earliest"], want["latest"]) for want in [case["expect"], *case.get("accept", [])]}
        days = [tuple(day and day.isoformat() for day in (m.earliest, m.latest)) for m in got]
        right += len(days) == 1 and days[0] in wanted
        total += 1
    assert right / total >= 0.93


def test_benchmark_runs(benchmark, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["dates.py", "--size", "0.01", "--only", "frnews"])
    benchmark.main()
    name, found, days, speed = capsys.readouterr().out.splitlines()[-1].split()
    assert (name, found, days) == ("frnews", "100.0%", "100.0%")
    assert int(speed.replace(",", "")) > 100_000
