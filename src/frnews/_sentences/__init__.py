"""Sentences of French news text, by surface rules alone."""

from frnews._sentences._split import split_sentences

__all__ = ["split_sentences"]
