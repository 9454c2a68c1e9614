"""From a text to its date mentions: recognition, then resolution in reading order, each date the next one's anchor."""

import datetime as dt
import re
from typing import Any

from attrs import evolve

from frnews._dates._calendar import Stretch
from frnews._dates._dateline import find_dateline
from frnews._dates._direction import direction_of
from frnews._dates._recognize import Expression, Found, find_expressions
from frnews._dates._render import to_value
from frnews._dates._resolve import Context, is_floating, resolve
from frnews._dates._tense import Tense
from frnews._tables import Row
from frnews._types import DateMention, DateValue, Mod, Prefer, Seasons

# What may stand between two dates of one enumeration.
_ENUMERATION = frozenset([",", "et", ", et", "ou", ", puis", "puis", ""])
# Expressions that look back from the last date of the text without taking its place.
_PASSING = frozenset(["later", "span_from_day"])


def extract(text: str, published: dt.date | None, prefer: Prefer, seasons: Seasons) -> list[DateMention]:
    """Return the date mentions of a text, left to right."""
    found = _join_apposed(text, list(find_expressions(text)))
    if published is None:
        published = find_dateline(text, found)
    mentions: list[DateMention] = []
    antecedent: Stretch | None = None
    antecedent_day: Stretch | None = None
    shared = _shared(found)
    for i, item in enumerate(found):
        expression = _completed(item.expression, shared[i]) if i in shared else item.expression
        now, tense, anchor = published, None, antecedent
        if is_floating(expression):
            if now is None and antecedent is not None:
                now = antecedent.first
            else:
                tense = direction_of(text, item, prefer)
        if _is_day_of_text(expression) and antecedent_day is not None:
            anchor = antecedent_day
        event = _FROM_AN_EVENT if expression.rule == "later" else _OF_AN_EVENT
        if _looks_back(expression) and event.match(text, item.end):
            now, anchor = None, None if _counts_months(expression) else antecedent
        if i and expression.rule in _TIMES_ALONE and antecedent is not None and antecedent.unit == "day":
            now = antecedent.last if _same_sentence(text, found[i - 1].end, item) else now
        stretch = resolve(expression, Context(now, tense, anchor, seasons))
        if item.relation:
            stretch = _with_relation(stretch, item.relation)
        value = to_value(stretch, seasons)
        mentions.append(DateMention(text[item.start : item.end], item.start, item.end, stretch.type, value))
        if stretch.first is not None and not _passes(item):
            antecedent = stretch
            antecedent_day = stretch if stretch.unit == "day" else antecedent_day
    return mentions


_APPOSITION = re.compile(r"\s+(?:[^\W\d_]+(?:['’ʼ]\s?|\s+)){0,3}[^\W\d_]+,\s+(?:en|le|au|au mois de|dès)?\s*")


def _join_apposed(text: str, found: list[Found]) -> list[Found]:
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


def value_alone(item: Found, published: dt.date | None, prefer: Prefer, seasons: Seasons) -> DateValue:
    """Return the value of an expression that stands by itself."""
    tense: Tense | None = None if prefer == "auto" else prefer
    stretch = resolve(item.expression, Context(published, tense, None, seasons))
    if item.relation:
        stretch = _with_relation(stretch, item.relation)
    return to_value(stretch, seasons)


def _passes(item: Found) -> bool:
    """Whether the text only looks over to this date and goes on where it was: "six mois plus tôt", "jusqu'en 1967"."""
    if item.relation is not None and item.relation["mod"] == "ON_OR_BEFORE":
        return True
    expression = item.expression
    return expression.rule in _PASSING and expression.parts.get("way") in ("plus tot", "avant", "auparavant")


def _is_day_of_text(expression: Expression) -> bool:
    """Whether it is "ce jour-là": the last day named, past a week or a year that stands between."""
    return (
        expression.rule == "deictic"
        and expression.parts["word"]["anchor"] == "text"
        and expression.parts["word"]["offset"] == "0"
        and "jour" in expression.parts["word"]["word"]
    )


def _with_relation(stretch: Stretch, relation: Row) -> Stretch:
    if stretch.mod is not None or stretch.type not in ("date", "time"):
        return stretch
    mod: Mod = relation["mod"]  # type: ignore[assignment]
    return evolve(stretch, mod=mod)


# "deux jours après son retour", "le lendemain de l'élection": the anchor is an event, not the day published; but "il a
# reçu la veille le ministre".
_OF_AN_EVENT = re.compile(r"\s+(?:(?:du|des|de)\b|d['’ʼ])")
_FROM_AN_EVENT = re.compile(
    r"\s+(?:(?:du|des|de|les?|la|une?|son|sa|ses|mon|ma|mes|leurs?|notre|nos|votre|vos|cet?|cette|ces|ceux|celles?|celui"
    r"|avoir|être|que)\b|(?:l|d|qu|s)['’ʼ])"
)


def _counts_months(expression: Expression) -> bool:
    """Whether months or years are counted: from further away than the last date of the text is likely to be."""
    return expression.rule == "later" and expression.parts["span"].parts.get("unit") not in ("day", "week", "fortnight")


# Times without a day: on the day that their sentence has named.
_TIMES_ALONE = frozenset(["lone_clock", "clock_part", "lone_part"])
_SENTENCE_END = re.compile(r"[.!?…]\s|[\n\r]")


def _same_sentence(text: str, start: int, item: Found) -> bool:
    return item.start - start < 250 and not _SENTENCE_END.search(text, start, item.start)


def _looks_back(expression: Expression) -> bool:
    if expression.rule == "later":
        unit = expression.parts["span"].parts.get("unit", "hour")
        return expression.parts["way"] in ("apres", "avant") and unit not in ("hour", "minute", "second")
    return expression.rule == "deictic" and expression.parts["word"]["anchor"] == "text"


def _shared(found: list[Found]) -> dict[int, dict[str, Any]]:
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
    if expression.rule == "mention":
        return Expression("month_year", {"month": expression.parts["period"].parts["month"], "year": shared["year"]})
    return Expression(expression.rule, {**expression.parts, "year": shared["year"]})
