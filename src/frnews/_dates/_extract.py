"""From a text to its date mentions: recognition, then resolution in reading order, each date the next one's anchor."""

import datetime as dt
import re

from attrs import evolve

from frnews._dates._calendar import Stretch, shift_days
from frnews._dates._dateline import find_dateline
from frnews._dates._direction import direction_of, is_weekday
from frnews._dates._neighbours import join_apposed, share_parts
from frnews._dates._recognize import Expression, Found, find_expressions
from frnews._dates._render import to_value
from frnews._dates._resolve import Context, is_floating, resolve
from frnews._dates._resolve_days import counts_years
from frnews._dates._story import Story
from frnews._dates._tense import Tense, tense_at
from frnews._tables import Row
from frnews._types import DateMention, DateValue, Mod, Prefer, Seasons

# Expressions that look back from the last date of the text without taking its place.
_PASSING = frozenset(["later", "span_from_day"])
# Times without a day: on the day that their sentence has named.
_TIMES_ALONE = frozenset(["lone_clock", "clock_part", "lone_part"])
_SHORT = ("hour", "minute", "second")


def extract(text: str, published: dt.date | None, prefer: Prefer, seasons: Seasons) -> list[DateMention]:
    """Return the date mentions of a text, left to right."""
    found = share_parts(join_apposed(text, list(find_expressions(text))))
    if published is None:
        published = find_dateline(text, found)
    story = Story(text, published)
    mentions: list[DateMention] = []
    for i, item in enumerate(found):
        stretch = _resolve(story, found, i, prefer, seasons)
        if item.relation:
            stretch = _with_relation(stretch, item.relation)
        value = to_value(stretch, seasons)
        mentions.append(DateMention(text[item.start : item.end], item.start, item.end, stretch.type, value))
        if not _passes(item):
            story.note(item, stretch)
    return mentions


def value_alone(item: Found, published: dt.date | None, prefer: Prefer, seasons: Seasons) -> DateValue:
    """Return the value of an expression that stands by itself."""
    tense: Tense | None = None if prefer == "auto" else prefer
    stretch = resolve(item.expression, Context(published, tense, None, seasons))
    if item.relation:
        stretch = _with_relation(stretch, item.relation)
    return to_value(stretch, seasons)


def _resolve(story: Story, found: list[Found], i: int, prefer: Prefer, seasons: Seasons) -> Stretch:
    """Return the days of the expression number `i`, in the story as far as it is told."""
    item = found[i]
    expression, now, anchor = item.expression, story.published, story.last
    tense: Tense | None = None
    sure = True
    if is_floating(expression):
        now = story.today
        if (now is not None or story.year is not None) and not _is_today(expression, now):
            tense, sure = direction_of(story.text, item, prefer)
            expression = _of_story(story, item, tense, Context(now, tense, anchor, seasons)) or expression
    explained = _explained(story, found, i)
    if explained is not None:
        return explained
    if _counts_from_text(expression):
        anchor = story.day if _is_day_of_text(expression) else story.last
        if _counts_hours(expression):  # from a moment of its sentence (see _time_alone), else from the day published
            anchor = story.day if story.published is None else None
        event = _FROM_AN_EVENT if expression.rule == "later" else _OF_AN_EVENT
        if event.match(story.text, item.end) and not _within_a_day(expression):
            now, anchor = None, _day_of_event(story, found, i, prefer, seasons)
        elif _goes_on(story, item, anchor):
            now = None
        elif i and _tells_again(story, found[i - 1], item, Context(now, tense, story.earlier, seasons)):
            anchor = story.earlier
    if expression.rule in _TIMES_ALONE or _counts_hours(expression):
        return _time_alone(story, item, expression, Context(now, tense, anchor, seasons))
    stretch = resolve(expression, Context(now, tense, anchor, seasons))
    if _is_eve_to_come(story, item, stretch):
        return resolve(expression, Context(now, tense, None, seasons))
    if i and _is_next_of_days(story, found[i - 1], item, stretch) and stretch.first and stretch.last:
        return evolve(stretch, first=shift_days(stretch.first, 7), last=shift_days(stretch.last, 7))
    if not sure and now is not None and _is_far(stretch, now):
        nearest = resolve(expression, Context(now, None, anchor, seasons))
        return nearest if _is_near(nearest, now) else stretch
    return stretch


def _goes_on(story: Story, item: Found, anchor: Stretch | None) -> bool:
    """Whether an expression counts from what a text tells without its day: "Six mois plus tard, il en rit"."""
    expression = item.expression
    ahead = expression.rule == "later" and expression.parts["way"] in ("plus tard", "apres")
    alone = item.end - item.start >= len(story.text.strip())
    return ahead and anchor is None and not alone and not _counts_hours(expression)


def _tells_again(story: Story, before: Found, item: Found, context: Context) -> bool:
    """Whether an expression says in other words the date before it, counted from an earlier one.

    "condamné en 1894, réhabilité le 12 juillet 1906, douze ans plus tard"
    """
    told = story.last
    if told is None or told.first is None or context.antecedent is None:
        return False
    if story.text[before.end : item.start].strip() not in (",", ", soit", "("):
        return False
    counted = resolve(item.expression, context)
    return counted.first is not None and counted.last is not None and counted.first <= told.first <= counted.last


def _is_next_of_days(story: Story, before: Found, item: Found, stretch: Stretch) -> bool:
    """Whether the second of two weekdays would lie before the first: "jeudi et vendredi", published on a Thursday."""
    if not (is_weekday(before.expression) and is_weekday(item.expression)) or item.gap.strip() not in _AND_THEN:
        return False
    first = story.last
    return first is not None and stretch.first is not None and first.first is not None and stretch.first < first.first


_AND_THEN = ("et", "puis", "ou", ",", "et le")


def _is_eve_to_come(story: Story, item: Found, stretch: Stretch) -> bool:
    """Whether "la veille" would lie ahead of what is told in the past: it is the eve of the day published, then."""
    if story.published is None or stretch.first is None or stretch.first <= story.published:
        return False
    expression = item.expression
    if expression.rule != "deictic" or not expression.parts["word"]["offset"].startswith("-"):
        return False
    return tense_at(story.text, item.start, item.end) == "past"


def _of_story(story: Story, item: Found, tense: Tense | None, context: Context) -> Expression | None:
    """Return an expression with the year of the story, unless that lays what is past ahead of the day published."""
    dated = story.with_year_of_story(item, tense)
    if dated is None or tense != "past" or context.published is None:
        return dated
    first = resolve(dated, context).first
    return None if first is not None and first > context.published else dated


def _is_today(expression: Expression, now: dt.date | None) -> bool:
    """Whether a bare weekday is that of the day published: it means this day, whatever the verb."""
    if now is None or expression.rule != "mention" or expression.parts["period"].rule != "weekday":
        return False
    return bool(expression.parts["period"].parts["weekday"] == now.weekday())


# A paper that means a day of almost a year ago, or of almost a year on, writes its year: beside a like day of these
# weeks a verb before it has misled ("sera jugé pour deux défilés, le 22 décembre", published in February).
_ALMOST_A_YEAR, _THESE_WEEKS = 300, 60


def _is_far(stretch: Stretch, now: dt.date) -> bool:
    return stretch.unit == "day" and stretch.first is not None and abs((stretch.first - now).days) > _ALMOST_A_YEAR


def _is_near(stretch: Stretch, now: dt.date) -> bool:
    return stretch.first is not None and abs((stretch.first - now).days) <= _THESE_WEEKS


def _time_alone(story: Story, item: Found, expression: Expression, context: Context) -> Stretch:
    """Return a clock time, a part of the day or a number of hours, on the day that the sentence has named."""
    day = story.day_of_sentence(item) or (story.day if story.published is None else None)
    if day is None or day.first is None or day.last is None or (context.published is None and story.published):
        return resolve(expression, context)
    if _counts_hours(expression):
        return resolve(expression, evolve(context, antecedent=day))
    if expression.rule == "lone_part" and context.tense == "past":  # "arrêté vendredi, relâché dans la nuit"
        context = evolve(context, tense="future")
    return resolve(expression, evolve(context, published=day.last))


def _explained(story: Story, found: list[Found], i: int) -> Stretch | None:
    """Return the day of a weekday that explains the one before it in brackets: "demain (mardi, NDLR)"."""
    item = found[i]
    if not i or not is_weekday(item.expression) or item.expression.rule != "mention":
        return None
    between, day = story.text[found[i - 1].end : item.start], story.last
    if day is None or day.first is None or day.first != day.last or between.strip() not in ("(", "["):
        return None
    return day if day.first.weekday() == item.expression.parts["period"].parts["weekday"] else None


def _passes(item: Found) -> bool:
    """Whether the text only looks over to this date and goes on where it was: "six mois plus tôt", "jusqu'en 1967"."""
    if item.relation is not None and item.relation["mod"] == "ON_OR_BEFORE":
        return True
    expression = item.expression
    return expression.rule in _PASSING and expression.parts.get("way") in ("plus tot", "avant", "auparavant")


def _is_day_of_text(expression: Expression) -> bool:
    """Whether it is "ce jour-là": the last day that tells when something happened."""
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
_OF_AN_EVENT = re.compile(r"\s+(?:(?:du|des)\b|(?:de\s+|d['’ʼ]\s?)(?![A-ZÀ-Þ]|[^\W\d_]+(?:er|ir|re)\b))")
_FROM_AN_EVENT = re.compile(
    r"\s+(?:(?:du|des|de|les?|la|une?|son|sa|ses|mon|ma|mes|leurs?|notre|nos|votre|vos|cet?|cette|ces|ceux|celles?|celui"
    r"|avoir|être|que)\b|(?:l|d|qu|s)['’ʼ])"
)
# The event may bear its day: "une semaine après l'attentat du 3 mai 2021".
_EVENT_WITH_DAY = re.compile(r"\s+[^.;:!?,()\n\r«»\"]{2,60}\s(?:du|de|des|en|le)\s+")


def _day_of_event(story: Story, found: list[Found], i: int, prefer: Prefer, seasons: Seasons) -> Stretch | None:
    """Return the day of the event from which an expression counts, where the event's name bears one."""
    if i + 1 < len(found) and _EVENT_WITH_DAY.fullmatch(story.text, found[i].end, found[i + 1].start):
        stretch = _resolve(story, found, i + 1, prefer, seasons)
        counted = found[i].expression.parts.get("span")
        units = ("day", "year") if isinstance(counted, Expression) and counts_years(counted) else ("day",)
        if stretch.type in ("date", "time") and stretch.known and stretch.unit in units:
            return stretch
    return None


def _counts_from_text(expression: Expression) -> bool:
    if expression.rule in ("later", "day_after_event"):
        return True
    return expression.rule == "deictic" and expression.parts["word"]["anchor"] == "text"


def _within_a_day(expression: Expression) -> bool:
    """Whether fewer than 24 hours are counted: from an event of the story they hardly leave its day."""
    if not _counts_hours(expression):
        return False
    span = expression.parts["span"].parts
    number = span.get("number", span.get("hour", 0))
    return bool(number < {"hour": 24, "minute": 1_440, "second": 86_400}[span.get("unit", "hour")])


def _counts_hours(expression: Expression) -> bool:
    return expression.rule == "later" and expression.parts["span"].parts.get("unit", "hour") in _SHORT
