"""Finds quotations in French news text: direct, indirect and mixed, each with the words for its speaker."""

from frnews._quotations._finder import find_drafts

__all__ = ["find_drafts"]
