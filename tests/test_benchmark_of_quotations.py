"""The comparison with other tools runs to its end, so that the figures of the docs can be taken again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts, which cannot be shipped, are not beside the project")
def test_the_comparison_gives_accuracy_and_speed(tmp_path: Path) -> None:
    shutil.copy(GOLD / "score.py", tmp_path)
    for path in sorted((GOLD / "watch").glob("*.*"))[:2]:
        shutil.copy(path, tmp_path)
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "quotations.py"), str(tmp_path), "--rounds=1", "--warm-up=9"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert [line.split()[0] for line in run.stdout.splitlines() if line.startswith("frnews")] == ["frnews", "frnews"]
