"""From a text to its date mentions: recognition, then resolution in reading order, each date the next one's anchor."""

import datetime as dt
from typing import Any

from attrs import evolve

from frnews._dates._calendar import Stretch
from frnews._dates._dateline import find_dateline
from frnews._dates._recognize import Expression, Found, find_expressions
from frnews._dates._render import to_value
from frnews._dates._resolve import Context, is_floating, resolve
from frnews._dates._tense import Tense, tense_at
from frnews._types import DateMention, DateValue, Mod, Prefer, Seasons

# What may stand between two dates of one enumeration.
_ENUMERATION = frozenset([",", "et", ", et", "ou", ", puis", "puis", ""])
# Expressions that look back from the last date of the text without taking its place.
_PASSING = frozenset(["later", "span_from_day"])


def extract(text: str, published: dt.date | None, prefer: Prefer, seasons: Seasons) -> list[DateMention]:
    """Return the date mentions of a text, left to right."""
    found = list(find_expressions(text))
    if published is None:
        published = find_dateline(text, found)
    mentions: list[DateMention] = []
    context = Context(published, seasons=seasons)
    shared = _shared(found, published)
    for i, item in enumerate(found):
        floating = i in shared or is_floating(item.expression)
        here = evolve(context, tense=_tense(text, item, prefer) if floating else None)
        if floating and published is None and here.antecedent is not None and here.antecedent.first is not None:
            here = evolve(here, published=here.antecedent.first, tense=None)
        stretch = resolve(_completed(item.expression, shared.get(i)), here)
        stretch = _with_relation(stretch, item.relation)
        mentions.append(_mention(text, item, to_value(stretch, seasons), stretch))
        if stretch.first is not None and stretch.type in ("date", "time") and not _passes(item.expression):
            context = evolve(context, antecedent=stretch)
    return mentions


def _mention(text: str, item: Found, value: DateValue, stretch: Stretch) -> DateMention:
    return DateMention(text[item.start : item.end], item.start, item.end, stretch.type, value)


def _passes(expression: Expression) -> bool:
    return expression.rule in _PASSING and expression.parts.get("way") in ("plus tot", "avant", "auparavant")


def _tense(text: str, item: Found, prefer: Prefer) -> Tense | None:
    if prefer != "auto":
        return prefer
    return tense_at(text, item.start, item.end)


def _with_relation(stretch: Stretch, relation: str) -> Stretch:
    if not relation or stretch.mod is not None or stretch.type not in ("date", "time"):
        return stretch
    mod: Mod = relation  # type: ignore[assignment]
    return evolve(stretch, mod=mod)


def _shared(found: list[Found], published: dt.date | None) -> dict[int, dict[str, Any]]:
    """For each member of an enumeration, what it takes from a later one: "lundi 20, mardi 21 et jeudi 23 avril"."""
    shared: dict[int, dict[str, Any]] = {}
    for i in range(len(found) - 2, -1, -1):
        following = found[i + 1]
        if following.start - found[i].end > 8 or following.gap.strip() not in _ENUMERATION:
            continue
        lent = shared.get(i + 1) or _parts_to_lend(following.expression)
        wanted = _wanted(found[i].expression)
        taken = {name: lent[name] for name in wanted if name in lent}
        if taken:
            shared[i] = {**lent, **taken}
    return shared


def _parts_to_lend(expression: Expression) -> dict[str, Any]:
    return {name: expression.parts[name] for name in ("month", "year") if name in expression.parts and not isinstance(expression.parts[name], Expression)}


def _wanted(expression: Expression) -> tuple[str, ...]:
    if expression.rule in ("weekday_day", "lone_day_number"):
        return ("month", "year")
    if expression.rule == "day_month" and "year" not in expression.parts:
        return ("year",)
    if expression.rule == "mention" and expression.parts["period"].rule == "month":
        return ("year",)
    return ()


def _completed(expression: Expression, shared: dict[str, Any] | None) -> Expression:
    if not shared:
        return expression
    if expression.rule in ("weekday_day", "lone_day_number"):
        return Expression("day_month", {**shared, **expression.parts}) if "month" in shared else expression
    if "year" not in shared:
        return expression
    if expression.rule == "mention":
        return Expression("month_year", {"month": expression.parts["period"].parts["month"], "year": shared["year"]})
    return Expression(expression.rule, {**expression.parts, "year": shared["year"]})
