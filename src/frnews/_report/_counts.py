"""What the report counts: plain numbers, each with the query that finds the passages behind it."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import quote

from attrs import evolve, frozen

from frnews._html import _wording
from frnews._report._collect import KINDS, Columns

# Bars that a reader takes in at once; the tables have the rest.
MOST = 15
PANELS = 12
TOGETHER = 12
# More people than this in one text are no company but a directory, and have more pairs than can be read.
_CROWD = 150
# Up to half a year is counted by weeks, up to twelve years by months.
_WEEKS = 26 * 7
_MONTHS = 12 * 366

_FROM_THE_TEXT = {"f": "femmes", "m": "hommes", None: "le texte ne le dit pas"}
_NATURES = {
    "person": "personnes",
    "body": "institutions, pays, médias",
    "group": "groupes",
    "document": "documents",
    None: "nature inconnue",
}


@frozen
class Count:
    """A number, what it counts, and how to find what it counts.

    Attributes:
        label: What is counted.
        number: How many.
        query: The link to the passages ("who=3").
        note: A second line, or "".
        parts: The number cut by direct, indirect, mixed; () where it is not.

    """

    label: str
    number: int
    query: str
    note: str = ""
    parts: tuple[int, ...] = ()


@frozen
class Series:
    """Numbers over time.

    Attributes:
        label: Whose.
        total: Their sum.
        query: The link to all.
        numbers: One a period.

    """

    label: str
    total: int
    query: str
    numbers: tuple[int, ...]


@frozen
class Time:
    """The periods of a corpus: weeks, months or years, without a gap.

    Attributes:
        unit: "semaine", "mois" or "année".
        keys: Their names in queries: "2022-12-26" (a week's Monday), "2022-12", "2022".
        labels: What they are called.
        undated: Quotations of articles without a day.
        outside: Quotations of the few articles far before or after all others, for which there is no period.

    """

    unit: str
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    undated: int
    outside: int


def quotations_of_people(columns: Columns) -> list[Counter[int]]:
    """Return of each person the quotations by kind."""
    counts: list[Counter[int]] = [Counter() for _ in columns.people]
    for passage in columns.passages:
        for person in passage.people:
            counts[person][passage.kind] += 1
    return counts


def most_quoted(columns: Columns) -> list[int]:
    """Return the numbers of the people, most quoted first."""
    totals = [sum(counts.values()) for counts in quotations_of_people(columns)]
    return sorted(range(len(totals)), key=lambda n: (-totals[n], columns.people[n].name))


def top(columns: Columns, order: Sequence[int], counts: Sequence[Counter[int]]) -> list[Count]:
    """Return the most quoted, each by kind of quotation."""
    return [
        Count(
            label=columns.people[n].name,
            number=sum(counts[n].values()),
            query=f"who={n}",
            note=columns.people[n].role,
            parts=tuple(counts[n][kind] for kind in range(len(KINDS))),
        )
        for n in order[:MOST]
        if counts[n]
    ]


def by_nature(columns: Columns) -> list[Count]:
    """Return how many quotations come from persons, bodies, groups and documents; joint ones count for each kind."""
    found = _count(columns, lambda n: columns.people[n].kind)
    return _shared([Count(_NATURES[kind], found[kind], f"nature={kind or 'none'}") for kind in _NATURES if found[kind]])


def by_gender(columns: Columns) -> list[Count]:
    """Return how many quotations of persons come from women and men, by the evidence of the texts alone."""
    found = _count(columns, lambda n: (columns.people[n].kind, columns.people[n].gender))
    return _shared(
        [
            Count(label, found["person", gender], f"gender={gender or 'none'}")
            for gender, label in _FROM_THE_TEXT.items()
            if found["person", gender]
        ]
    )


def by_first_name(columns: Columns) -> list[Count]:
    """Return what first names suggest of those persons of whom the texts do not tell."""

    def suggestion(n: int) -> object:
        who = columns.people[n]
        return who.gender_by_name or "none" if who.kind == "person" and who.gender is None else None

    found = _count(columns, suggestion)
    labels = {"f": "prénom plutôt féminin", "m": "prénom plutôt masculin", "none": "le prénom non plus, ou il manque"}
    return _shared([Count(label, found[key], f"suggested={key}") for key, label in labels.items() if found[key]])


def _shared(counts: list[Count]) -> list[Count]:
    """Return counts, each with its share of their sum."""
    total = sum(count.number for count in counts)
    return [evolve(count, note=_wording.percent(count.number / total)) for count in counts]


def _count(columns: Columns, of: Callable[[int], object]) -> Counter[object]:
    found: Counter[object] = Counter()
    for passage in columns.passages:
        found.update({of(person) for person in passage.people})
    return found


def by_role(columns: Columns, counts: Sequence[Counter[int]]) -> list[Count]:
    """Return the functions most quoted; of each person the one that the articles give most often."""
    found: Counter[str] = Counter()
    written: dict[str, str] = {}
    for who, count in zip(columns.people, counts, strict=True):
        if who.role:
            found[who.role.lower()] += sum(count.values())
            written.setdefault(who.role.lower(), who.role)
    return [Count(written[role], n, f"role={quote(role)}") for role, n in found.most_common(MOST) if n]


def by_kind(columns: Columns) -> list[Count]:
    """Return how many quotations are direct, indirect and mixed."""
    found = Counter(passage.kind for passage in columns.passages)
    labels = ("directes", "indirectes", "mixtes")
    return _shared([Count(labels[kind], found[kind], f"kind={kind}") for kind in range(len(KINDS)) if found[kind]])


def by_confidence(columns: Columns) -> list[Count]:
    """Return how many quotations there are in each tenth of confidence."""
    found = Counter(min(passage.confidence // 10, 9) for passage in columns.passages)
    return [
        Count(f"{tenth * 10}–{tenth * 10 + 10}{_wording.NARROW}%", found[tenth], f"sure={tenth}") for tenth in range(10)
    ]


def over_time(columns: Columns, order: Sequence[int]) -> tuple[Time, Series, list[Series]]:
    """Return the periods of the corpus, the quotations in each, and those of the most quoted."""
    dated = _without_stragglers(sorted(day for _, day, _ in columns.articles if day is not None))
    unit = _unit(dated)
    keys = _periods(dated, unit)
    place = {key: n for n, key in enumerate(keys)}
    totals = [0] * len(keys)
    of_people = {n: [0] * len(keys) for n in order[:PANELS]}
    undated = outside = 0
    for passage in columns.passages:
        day = columns.articles[passage.article][1]
        if day is None:
            undated += 1
            continue
        period = place.get(period_of(day, unit))
        if period is None:
            outside += 1
            continue
        totals[period] += 1
        for person in passage.people:
            if person in of_people:
                of_people[person][period] += 1
    time = Time(unit, tuple(keys), tuple(_label(key, unit) for key in keys), undated, outside)
    panels = [
        Series(columns.people[n].name, sum(numbers), f"who={n}", tuple(numbers))
        for n, numbers in of_people.items()
        if any(numbers)
    ]
    return time, Series("toutes les citations", sum(totals), "", tuple(totals)), panels


def _without_stragglers(dated: list[dt.date]) -> list[dt.date]:
    """Return the days without the hundredth at each end, where those stretch the time to more than twice its length.

    An archive has a few articles of another decade, or days that were read wrongly; they would press all others into
    a corner of the plot.
    """
    away = len(dated) // 100
    kept = dated[away : len(dated) - away]
    if away and 2 * (kept[-1] - kept[0]) < dated[-1] - dated[0]:
        return kept
    return dated


def _unit(dated: Sequence[dt.date]) -> str:
    length = (dated[-1] - dated[0]).days if dated else 0
    return "semaine" if length <= _WEEKS else "mois" if length <= _MONTHS else "année"


def period_of(day: dt.date, unit: str) -> str:
    """Return the key of the period in which a day lies.

    >>> period_of(dt.date(2022, 12, 30), "semaine")
    '2022-12-26'
    """
    if unit == "semaine":
        return (day - dt.timedelta(min(day.weekday(), day.toordinal() - 1))).isoformat()
    return day.isoformat()[: 7 if unit == "mois" else 4]


def _periods(dated: Sequence[dt.date], unit: str) -> list[str]:
    if not dated:
        return []
    step = {"semaine": 7, "mois": 28, "année": 365}[unit]
    first, last = dated[0].toordinal(), dated[-1].toordinal()
    days = (dt.date.fromordinal(n) for n in itertools.chain(range(first, last, step), (last,)))
    return sorted({period_of(day, unit) for day in days})


def _label(key: str, unit: str) -> str:
    if unit == "année":
        return key
    if unit == "mois":
        first = dt.date.fromisoformat(f"{key}-01")
        return f"{_wording.day(first, year=False).partition(_wording.NO_BREAK)[2]} {first.year}"
    return f"semaine du {_wording.day(dt.date.fromisoformat(key))}"


def together(columns: Columns, order: Sequence[int]) -> tuple[list[int], dict[tuple[int, int], int]]:
    """Return the most quoted, and of each two of all people in how many articles both speak."""
    of_article: dict[int, set[int]] = {}
    for passage in columns.passages:
        of_article.setdefault(passage.article, set()).update(passage.people)
    pairs: Counter[tuple[int, int]] = Counter()
    for people in of_article.values():
        if len(people) > _CROWD:
            continue
        pairs.update(itertools.combinations(sorted(people), 2))
    return list(order[:TOGETHER]), dict(pairs)
