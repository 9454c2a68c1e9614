"""One page over many articles: a list to search, sort and narrow to a speaker, whose entries open their article."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen
from markupsafe import Markup

from frnews._html import _wording
from frnews._html._environment import environment, render
from frnews._html._view import View, view
from frnews._types import Article, Speaker

# Speakers offered to narrow the list down to; the others are found by the search.
_OFFERED = 24
_NAMED = 4


@frozen
class Row:
    """An article in the list."""

    number: int
    title: str
    id: str
    day: str
    published: str
    n_quotations: int
    people: tuple[int, ...]
    names: str


def many_page(articles: Iterable[Article], *, title: str | None = None) -> str:
    """Return many articles as one self-contained page of HTML.

    The articles wait in the page as text, and each is built when it is opened: a page of hundreds opens at once.

    Args:
        articles: The articles, in the order of the list.
        title: The page's heading.

    """
    kept = _checked(articles)
    name_of = _names(kept)
    people: dict[str, int] = {}
    counts: Counter[int] = Counter()
    rows: list[Row] = []
    readings: list[Markup] = []
    n_speakers = 0
    for number, article in enumerate(kept):
        seen = view(article)
        n_speakers = max(n_speakers, len(seen.voices))
        named = [name_of(article, speaker) for speaker in article.speakers]
        here = [people.setdefault(name, len(people)) for name in named]
        counts.update(dict.fromkeys(here, 1))
        rows.append(_row(number, article, seen, tuple(dict.fromkeys(here)), named))
        readings.append(Markup(environment().get_template("article.html").module.reading(seen)))  # type: ignore[attr-defined]
    names = list(people)
    offered = [
        (person, _wording.shown(names[person]), n)
        for person, n in sorted(counts.items(), key=lambda item: (-item[1], names[item[0]]))[:_OFFERED]
    ]
    days = [article.published for article in kept if article.published]
    return render(
        "many.html",
        styles=("page.css", "many.css"),
        scripts=("article.js", "many.js"),
        n_speakers=n_speakers,
        title=_wording.shown(title or "Articles"),
        rows=rows,
        readings=readings,
        people=offered,
        n_people=len(names),
        n_quotations=sum(row.n_quotations for row in rows),
        span=_wording.days(min(days), max(days)) if days else "",
    )


def _checked(articles: Iterable[Article]) -> list[Article]:
    if isinstance(articles, Article):
        raise TypeError("to_html() takes articles, and was given one. Call its own to_html().")
    kept = list(articles)
    for number, article in enumerate(kept):
        if not isinstance(article, Article):
            raise TypeError(
                f"to_html() takes articles, and item {number} is {type(article).__name__}. "
                "Pass what frnews.parse or frnews.parse_many gives."
            )
    return kept


def _row(number: int, article: Article, seen: View, people: tuple[int, ...], named: Sequence[str]) -> Row:
    names = ", ".join(_wording.line(name, 60) for name in dict.fromkeys(named[:_NAMED]))
    return Row(
        number=number,
        title=seen.title,
        id=seen.id,
        day=article.published.isoformat() if article.published else "",
        published=seen.published,
        n_quotations=seen.n_quotations,
        people=people,
        names=names + ("…" if len(named) > _NAMED else ""),
    )


def _names(articles: list[Article]) -> Callable[[Article, Speaker], str]:
    """Return what says under which name a speaker goes across the articles."""
    import frnews

    cast = frnews.merge_speakers(articles)  # type: ignore[attr-defined,unused-ignore]
    return lambda article, speaker: str(cast.of(article, speaker).name)
