"""The snippets of `sentences_press.txt`, in the manner of many kinds of papers."""

from pathlib import Path

import pytest

from frnews import split_sentences

SNIPPETS = [
    line.replace("⏎", "\n")
    for line in Path(__file__).with_name("sentences_press.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("# ", "## "))
]


def test_the_file_is_read():
    assert len(SNIPPETS) > 250


@pytest.mark.parametrize("marked", SNIPPETS)
def test_press(marked):
    expected = [piece.strip() for piece in marked.split("¦")]
    assert [s.text for s in split_sentences(marked.replace("¦", ""))] == expected
