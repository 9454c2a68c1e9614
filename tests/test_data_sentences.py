"""Every row of the tables about sentences holds in its example; " | " stands there where a sentence ends."""

from collections.abc import Mapping

import pytest
from attrs import evolve

from each_row import each
from frnews import split_sentences
from frnews._sentences._lexicon import french
from frnews._tables import read_table

KEYS = {
    "sentence_abbreviations": "abbreviation",
    "sentence_openers": "word",
    "sentence_letter_nouns": "noun",
    "sentence_domains": "ending",
    "sentence_unfinished": "word",
}
ROWS = [(table, row[key], row) for table, key in KEYS.items() for row in read_table(table)]


@each(("table", "word", "row"), ROWS, ids=[f"{table}-{word}" for table, word, _ in ROWS])
def test_example(table, word, row):
    example = row["example"]
    assert word.lower() in example.lower().replace("’", "'")
    expected = example.split(" | ")
    assert [s.text for s in split_sentences(" ".join(expected))] == expected


FIELDS = {
    "sentence_abbreviations": "joins",
    "sentence_openers": "openers",
    "sentence_letter_nouns": "letter_nouns",
    "sentence_domains": "domains",
    "sentence_unfinished": "unfinished",
}


@each(("table", "word", "row"), ROWS, ids=[f"{table}-{word}" for table, word, _ in ROWS])
def test_row_is_needed(monkeypatch, table, word, row):
    """Without the row its example is split in another way: no row is idle."""
    words = getattr(french(), FIELDS[table])
    is_mapping = isinstance(words, Mapping)
    without = {key: value for key, value in words.items() if key != word} if is_mapping else words - {word}
    lexicon = evolve(french(), **{FIELDS[table]: without})
    monkeypatch.setattr("frnews._sentences._split.with_abbreviations", lambda _: lexicon)
    expected = row["example"].split(" | ")
    assert [s.text for s in split_sentences(" ".join(expected))] != expected


@pytest.mark.parametrize("table", KEYS)
def test_no_word_stands_twice(table):
    words = [row[KEYS[table]] for row in read_table(table)]
    assert len(words) == len(set(words))


def test_kinds_of_abbreviation():
    assert {row["joins"] for row in read_table("sentence_abbreviations")} == {"any", "name", "number"}
    assert {row["letter"] for row in read_table("sentence_letter_nouns")} == {"only", "also"}
    assert {row["particle"] for row in read_table("sentence_openers")} == {"", "yes"}
