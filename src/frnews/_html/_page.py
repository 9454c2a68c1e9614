"""The page of one article, and the same, smaller, for a notebook."""

from collections.abc import Iterable
from html import escape

from frnews._html._environment import render
from frnews._html._view import view
from frnews._types import Article, Explanation

# Lines of about 70 letters, 26 pixels each, under a head and above a foot; and no cell is taller than a screen.
_CELL_LINE, _CELL_REST, _CELL_LEAST, _CELL_TALLEST = 26, 190, 340, 560


def article_page(article: Article, explanations: Iterable[Explanation] | None = None, *, small: bool = False) -> str:
    """Return an article as one self-contained page of HTML.

    Args:
        article: The article.
        explanations: Why its quotations were found and who was weighed as speaker. None: they are asked for;
            (): none are shown.
        small: For a cell of a notebook: less around the text.

    """
    found = _explain(article) if explanations is None else explanations
    seen = view(article, found)
    return render(
        "page.html",
        styles=("page.css",),
        scripts=("article.js",),
        n_speakers=len(seen.voices),
        article=seen,
        small=small,
    )


def notebook_cell(article: Article) -> str:
    """Return an article as a cell of a notebook shows it.

    It stands in a frame of its own, so that neither side's styles touch the other's, and in a sandbox, so that the page
    cannot touch the notebook.
    """
    lines = len(article.text) // 70 + 2 * article.text.count("\n")
    height = min(_CELL_TALLEST, max(_CELL_LEAST, _CELL_REST + _CELL_LINE * lines))
    page = article_page(article, (), small=True)
    return (
        f'<iframe srcdoc="{escape(page)}" sandbox="allow-scripts" title="Article lu par frnews" loading="lazy" '
        f'style="width:100%;height:{height}px;border:1px solid #8885;border-radius:6px;resize:vertical"></iframe>'
    )


def _explain(article: Article) -> Iterable[Explanation]:
    import frnews

    try:
        found: Iterable[Explanation] = frnews.explain(  # type: ignore[attr-defined,unused-ignore]
            article.text, published=article.published
        )
    except frnews.ModelNotFoundError:  # an article read elsewhere, and kept as JSON, still has its page
        return ()
    return found
