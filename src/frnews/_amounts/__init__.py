"""Sums of money in French news text."""

from frnews._amounts._extract import extract_amounts, find_amounts, parse_amount

__all__ = ["extract_amounts", "find_amounts", "parse_amount"]
