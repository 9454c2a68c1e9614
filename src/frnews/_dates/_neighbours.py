"""What neighbours make of each other: one day said twice, and enumerations that share a month or a year."""

import re
from typing import Any

from frnews._dates._recognize import Expression, Found

# What may stand between two dates of one enumeration.
_ENUMERATION = frozenset([",", "et", ", et", "ou", ", puis", "puis", ""])
_APPOSITION = re.compile(r"\s+(?:[^\W\d_]+(?:['’ʼ]\s?|\s+)){0,3}[^\W\d_]+,\s+(?:en|le|au|au mois de|dès)?\s*")


def join_apposed(text: str, found: list[Found]) -> list[Found]:
    """Join "six mois après l'accident, en septembre 2011": one date, said twice."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.expression.rule == "later"
            and item.start - before.end < 60
            and item.expression.rule in ("month_year", "day_month", "mention")
            and _APPOSITION.fullmatch(text, before.end, item.start)
        ):
            parts = {"first": before.expression, "second": item.expression}
            joined[-1] = Found(before.start, item.end, Expression("apposed", parts), before.relation, before.gap)
        else:
            joined.append(item)
    return joined


def share_parts(found: list[Found]) -> list[Found]:
    """Give each member of an enumeration what it takes from a later one: "lundi 20, mardi 21 et jeudi 23 avril"."""
    completed = list(found)
    lent: dict[str, Any] = {}
    for i in range(len(found) - 2, -1, -1):
        following, item = found[i + 1], found[i]
        if following.start - item.end > 8 or following.gap.strip() not in _ENUMERATION:
            lent = {}
            continue
        lent = lent or _parts_to_lend(following.expression)
        taken = {name: lent[name] for name in _wanted(item.expression) if name in lent}
        if taken:
            lent = {**lent, **taken}
            expression = _completed(item.expression, lent)
            completed[i] = Found(item.start, item.end, expression, item.relation, item.gap)
        else:
            lent = {}
    return completed


def _parts_to_lend(expression: Expression) -> dict[str, Any]:
    return {
        name: expression.parts[name]
        for name in ("month", "year")
        if name in expression.parts and not isinstance(expression.parts[name], Expression)
    }


def _wanted(expression: Expression) -> tuple[str, ...]:
    if expression.rule in ("weekday_day", "lone_day_number"):
        return ("month", "year")
    if expression.rule == "day_month" and "year" not in expression.parts:
        return ("year",)
    if expression.rule == "mention" and expression.parts["period"].rule == "month":
        return ("year",)
    return ()


def _completed(expression: Expression, shared: dict[str, Any]) -> Expression:
    if expression.rule in ("weekday_day", "lone_day_number"):
        return Expression("day_month", {**shared, **expression.parts}) if "month" in shared else expression
    if "year" not in shared:
        return expression
    return with_year(expression, shared["year"])


def with_year(expression: Expression, year: Any) -> Expression:
    """Return a day or month without a year as one with it."""
    if expression.rule == "mention":
        return Expression("month_year", {"month": expression.parts["period"].parts["month"], "year": year})
    if expression.rule in ("month", "named_month"):
        return Expression("month_year", {"month": expression.parts["month"], "year": year})
    return Expression(expression.rule, {**expression.parts, "year": year})
