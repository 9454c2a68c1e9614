"""The report of a corpus: who is quoted how often, over time, with whom; the days and sums most named."""

from frnews._report._page import report_page

__all__ = ["report_page"]
