"""What a caller, or whoever edits a table, is told where nothing can be done."""

import sys

import pytest

import frnews
from frnews import _tables
from frnews._french._words import words_of
from frnews._many._pool import _new_process


def test_a_misspelt_name_of_the_package_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'quote'"):
        frnews.quote  # noqa: B018


def test_abbreviations_that_are_no_collection():
    with pytest.raises(TypeError, match="is no collection of strings"):
        frnews.split_sentences("M. Roy.", abbreviations=3)


def test_a_class_of_words_that_no_table_has():
    with pytest.raises(KeyError, match="preposition of place"):
        words_of("preposition of place")


def test_a_row_with_too_many_cells_is_named(monkeypatch, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "verbs.tsv").write_text("verb\texample\nfaire\tIl fait.\ttoo much\n")
    monkeypatch.setattr(_tables.resources, "files", lambda package: tmp_path)
    with pytest.raises(
        ValueError, match=r"data/verbs\.tsv: more cells than columns in \['faire', 'Il fait\.', 'too much'\]"
    ):
        _tables.read_table.__wrapped__("verbs")


def test_a_python_that_does_not_know_its_own_program_starts_no_others(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(frnews.FrnewsError, match="Pass n_process=1"):
        _new_process()
