"""The article's own dateline: the day published, where the caller does not give it."""

import datetime as dt
import re
from collections.abc import Sequence

from frnews._dates._recognize import Found
from frnews._dates._resolve import Context, resolve

# Only full dates at the head of the article, in the frame of a dateline, fix the day beyond doubt.
_HEAD = 400
_BEFORE = re.compile(
    r"(?:^|[\n\r]|\b(?:publié|publiée|paru|mis en ligne|mis à jour|modifié|créé)\s+le\s+(?:\w+\s+)?"
    r"|[\n\r(][A-ZÀ-Þ][\w' ’-]{1,40},\s*(?:le\s+)?|^[A-ZÀ-Þ][\w' ’-]{1,40},\s*(?:le\s+)?)\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:\.\s*)?[-–—(:|,]|\s*[-–—]?\s*\(|\s*à\s+\d|\s*[\n\r]|\s*\Z|\s*\.?\s*[-–—]")


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
        if _BEFORE.search(text[max(0, item.start - 60) : item.start]) and _AFTER.match(text, item.end):
            return stretch.first
    return None
