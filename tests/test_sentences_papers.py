"""Where the sentences of different papers end."""

from pathlib import Path

import pytest

from frnews import split_sentences

PATH = Path(__file__).with_name("data") / "sentences_papers.tsv"
LINES = [line.split("\t") for line in PATH.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]


@pytest.mark.parametrize("example", [line[1] for line in LINES])
def test_a_reader_ends_them_there(example):
    expected = example.replace("+", " | ").split(" | ")
    text = example.replace("+", "").replace(" | ", " ")
    assert [sentence.text for sentence in split_sentences(text)] == expected
