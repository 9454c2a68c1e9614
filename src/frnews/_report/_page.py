"""The page of the report: its plots, its tables, and the data that its script finds passages in."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen
from markupsafe import Markup

from frnews._html import _wording
from frnews._html._environment import render
from frnews._report import _charts, _counts
from frnews._report._collect import Columns, Named, collect
from frnews._report._counts import Count
from frnews._report._data import LISTED, data_of, value_of
from frnews._types import Article

# Rows that stand in the page before its script shows more.
_ROWS = 30


# What the cells of the table of people say.
_WORDS = {
    "nature": {kind or "none": _wording.nature(kind) if kind else "" for kind in _wording.KINDS_OF_SPEAKERS},
    "gender": {"f": "femme", "m": "homme", "none": ""},
    "suggested": {"f": "féminin", "m": "masculin", "none": ""},
}


@frozen
class Figure:
    """A plot with its heading and the sentence under it."""

    id: str
    title: str
    about: str
    plot: Markup


def report_page(articles: Iterable[Article], *, people: Any = None, title: str | None = None) -> str:
    """Return the report of a corpus as one self-contained page of HTML.

    Args:
        articles: The articles.
        people: Your own table of people, as in `frnews.merge_speakers`.
        title: The page's heading.

    """
    columns = collect(articles, people=people)
    counts = _counts.quotations_of_people(columns)
    order = _counts.most_quoted(columns)
    days = sorted(columns.days.items(), key=lambda day: (-len(day[1]), day[0]))[:LISTED]
    sums = sorted(columns.sums.items(), key=lambda one: (-len(one[1]), str(one[0])))[:LISTED]
    data = data_of(columns, order, counts, days, sums)
    return render(
        "report.html",
        styles=("page.css", "report.css"),
        scripts=("report.js",),
        n_speakers=0,
        title=_wording.shown(title or "Qui parle"),
        period=_period(columns),
        facts=_facts(columns),
        quality=_quality(columns),
        figures=_figures(columns, order, counts, days, sums),
        people=data["people"][:_ROWS],
        words=_WORDS,
        days=data["days"][:_ROWS],
        sums=data["sums"][:_ROWS],
        pairs=data["pairs"][:_ROWS],
        n_people=len(order),
        data=Markup(_as_script(data)),
    )


def _as_script(data: Any) -> str:
    # Inside a script nothing is markup but "<", which must not be able to end it.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _facts(columns: Columns) -> list[tuple[str, str]]:
    numbers = (
        (len(columns.articles), "articles"),
        (len(columns.passages), "citations"),
        (len(columns.people), "locuteurs"),
        (columns.n_dates, "dates"),
        (columns.n_amounts, "sommes"),
    )
    return [(_wording.number(number), what) for number, what in numbers]


def _period(columns: Columns) -> str:
    """Return from when to when the articles came out, as it follows on "parus"."""
    dated = [day for _, day, _ in columns.articles if day is not None]
    if not dated:
        return ""
    said = _wording.days(min(dated), max(dated))
    return said if said.startswith(("du ", "de ")) else f"le {said}" if min(dated) == max(dated) else f"en {said}"


def _quality(columns: Columns) -> str:
    """Return in one sentence how far the numbers can be trusted."""
    n = len(columns.passages)
    if not n:
        return "Aucune citation n’a été trouvée."
    told = sum(bool(passage.people) for passage in columns.passages)
    right = sum(passage.confidence for passage in columns.passages) / 100
    return (
        f"{_wording.percent(told / n)} des citations ont un locuteur nommé ou décrit. À en juger par la confiance "
        f"donnée à chacune, environ {_wording.number(round(right))} sur {_wording.number(n)} sont justes, "
        "locuteur compris."
    )


def _figures(
    columns: Columns, order: Sequence[int], counts: Any, days: Sequence[Any], sums: Sequence[Any]
) -> list[Figure]:
    time, whole, panels = _counts.over_time(columns, order)
    shown, pairs = _counts.together(columns, order)
    names = [columns.people[n].name for n in shown]
    left = [(time.undated, "d’articles sans date"), (time.outside, "d’articles bien plus anciens ou récents")]
    undated = "".join(f" {_wording.number(n)} citations {of} n’y sont pas." for n, of in left if n)
    figures = [
        Figure("cites", "Les plus cités", "Citations directes, indirectes et mixtes.",
               _charts.bars(_counts.top(columns, order, counts), "Les plus cités")),
        Figure("natures", "Personnes, institutions, documents", "Une citation à plusieurs compte pour chacun.",
               _charts.bars(_counts.by_nature(columns), "Citations par nature du locuteur")),
        Figure("genre", "Femmes et hommes", "Ce que les textes disent des personnes\u00a0: civilité, accords, pronoms.",
               _charts.bars(_counts.by_gender(columns), "Citations par genre")),
        Figure("prenoms", "Ce que suggère le prénom",
               "Des seules personnes dont le texte ne dit pas le genre. Une supposition, à ne pas ajouter aux faits.",
               _charts.bars(_counts.by_first_name(columns), "Genre suggéré par le prénom")),
        Figure("temps", "Au fil du temps", f"Citations par {time.unit} de parution.{undated}",
               _charts.columns(whole.numbers, time, "Citations au fil du temps")),
        Figure("chacun", "Chacun au fil du temps", "Les plus cités, à la même échelle.",
               _charts.panels(panels, time, "Les plus cités au fil du temps")),
        Figure("fonctions", "Fonctions", "Les fonctions les plus citées, comme les articles les donnent.",
               _charts.bars(_counts.by_role(columns, counts), "Citations par fonction")),
        Figure("ensemble", "Qui avec qui",
               "Articles où les deux parlent\u00a0: plus il y en a, plus le carré est grand.",
               _charts.matrix(shown, names, pairs, "Qui parle dans les mêmes articles")),
        Figure("jours", "Les jours les plus nommés", "Dans le texte des articles, quel que soit le jour de parution.",
               _charts.bars([_day(n, day) for n, day in enumerate(days[: _counts.MOST])], "Les jours les plus nommés")),
        Figure("sommes", "Les sommes les plus nommées", "Même valeur, même monnaie.",
               _charts.bars([_sum(columns, n, one) for n, one in enumerate(sums[: _counts.MOST])], "Les sommes")),
        Figure("formes", "Direct, indirect, mixte", "Entre guillemets, rapporté, ou les deux.",
               _charts.bars(_counts.by_kind(columns), "Citations par forme")),
        Figure("confiance", "À quel point c’est sûr", "Citations par dixième de confiance.",
               _charts.tenths(_counts.by_confidence(columns), "Citations par confiance")),
    ]  # fmt: skip
    return [figure for figure in figures if "<a " in figure.plot]


def _day(number: int, day: tuple[Any, list[Named]]) -> Count:
    return Count(_wording.day(day[0]), len(day[1]), f"day={number}")


def _sum(columns: Columns, number: int, one: tuple[Any, list[Named]]) -> Count:
    return Count(value_of(columns, one[0]), len(one[1]), f"sum={number}")
