"""The article's own dateline: the day published, where the caller does not give it."""

import datetime as dt
import re
from collections.abc import Sequence

from frnews._dates._recognize import Found
from frnews._dates._resolve import Context, resolve

# Only full dates at the head of the article, in the frame of a dateline, fix the day beyond doubt.
_HEAD = 400
_PUBLISHED = re.compile(
    r"\b(?:publiée?|parue?|mise?\s+en\s+ligne|mise?\s+à\s+jour|modifiée?|créée?|posté|daté)\s*:?\s*(?:le\s+)?\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’ -]{1,40}(?:\([^()\n]{1,30}\))?,\s*(?:le\s+)?\Z")
_AFTER = re.compile(r"\.?\s*[-–—:|(]|[^\S\n\r]*(?:[\n\r]|\Z)")


def find_dateline(text: str, found: Sequence[Found]) -> dt.date | None:
    """Return the day that the article's dateline gives, or None.

    Args:
        text: The whole text.
        found: Its time expressions.

    """
    for item in found:
        if item.start > _HEAD:
            return None
        if item.expression.rule not in ("day_month", "numeric_day", "iso_day", "day_clock"):
            continue
        stretch = resolve(item.expression, Context(None))
        if stretch.first is None or stretch.first != stretch.last:
            continue
        line = text[max(text.rfind("\n", 0, item.start), text.rfind("\r", 0, item.start)) + 1 : item.start]
        if _PUBLISHED.search(line):
            return stretch.first
        # A line that opens with "Le 12 mars 2011" is a sentence; with "12 mars 2011. -", a dateline.
        opens = not line.strip() and not text.startswith(("Le ", "LE "), item.start)
        if (opens or _PLACE.fullmatch(line)) and _AFTER.match(text, item.end):
            return stretch.first
    return None
