"""The fuzz runner: the same text for the same seed, and what is not borne is kept and read again."""

import importlib
import json
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

CORPUS = [
    "« Oui », a dit Anne Roy (PS) vendredi 30 décembre. Elle a promis 3 millions d’euros.",
    "Selon le maire, non.",
]


@pytest.fixture
def fuzz(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(root / "benchmarks")
    module = importlib.import_module("fuzz")
    monkeypatch.setattr(module.fuzz_texts, "read_corpus", lambda press: CORPUS)
    before = signal.getsignal(signal.SIGPROF)
    yield module
    signal.signal(signal.SIGPROF, before)


def run(fuzz: Any, monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["fuzz.py", *map(str, words)])
    status: int = fuzz.main()
    return status


def test_a_seed_makes_the_same_texts_and_another_one_others(fuzz: Any) -> None:
    def texts(seed: int) -> list[str]:
        return [fuzz.fuzz_texts.a_text(Random(f"{seed}:{number}"), CORPUS) for number in range(200)]

    assert texts(1) == texts(1)
    assert len(set(texts(1)) - set(texts(2))) > 150


def test_a_run_without_a_fault_leaves_nothing(fuzz: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(fuzz, monkeypatch, "--inputs", 30, "--first", 1, "--seed", 1, "--keep", tmp_path / "kept") == 0
    assert not (tmp_path / "kept").exists()


def test_a_fault_is_kept_told_and_read_again(
    fuzz: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def check_parse(text: str, rng: Random) -> None:
        assert "Roy" not in text or text is CORPUS[0]

    with monkeypatch.context() as planted:
        planted.setattr(fuzz.fuzz_checks, "check_parse", check_parse)
        planted.setattr(fuzz.fuzz_checks, "other_check", lambda rng: None)
        assert run(fuzz, planted, "--inputs", 50, "--first", 1, "--seed", 1, "--keep", tmp_path) == 1
        (kept,) = tmp_path.iterdir()  # one place of the code, one file
        assert "FAULT" in capsys.readouterr().out
        assert "Roy" in json.loads(kept.read_text("utf-8"))["text"]
        assert run(fuzz, planted, "--replay", kept) == 1
    assert run(fuzz, monkeypatch, "--replay", kept) == 0


def test_a_text_that_hangs_is_ended(fuzz: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "_HANGS", 0.0)
    monkeypatch.setattr(fuzz, "_SECONDS_AT_LEAST", 0.1)
    signal.signal(signal.SIGPROF, fuzz._too_slow)

    def check(text: str, rng: Random) -> None:
        while True:
            pass

    with pytest.raises(fuzz.TooSlowError, match="it hangs"):
        fuzz.timed(check, "", Random(1))
