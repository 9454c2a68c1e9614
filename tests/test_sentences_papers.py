"""Where the sentences of different papers end."""

from pathlib import Path

import pytest

from each_row import table_rows
from frnews import split_sentences

PATH = Path(__file__).with_name("data") / "sentences_papers.tsv"
LINES = table_rows(PATH)


@pytest.mark.parametrize("example", [line[1] for line in LINES])
def test_a_reader_ends_them_there(example):
    expected = example.replace("+", " | ").split(" | ")
    text = example.replace("+", "").replace(" | ", " ")
    assert [sentence.text for sentence in split_sentences(text)] == expected
