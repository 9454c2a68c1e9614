"""Pages to look at: one article, many articles, the cell of a notebook. Each is one file that asks for no other."""

from collections.abc import Iterable

from frnews._types import Article

__all__ = ["to_html"]


def to_html(articles: Iterable[Article], *, title: str | None = None) -> str:
    """Return many articles as one page to look at: a list to search, sort and filter, whose entries open their article.

    The page is one self-contained file of HTML. Hundreds of articles in it open at once; for thousands, the report of
    a corpus (`frnews report`) is made.

    Args:
        articles: The articles, in the order in which they are listed.
        title: The heading of the page.

    Raises:
        TypeError: `articles` is one article, or holds something else than articles.

    >>> import frnews
    >>> page = frnews.to_html([frnews.Article("Bonjour.", id="a1")], title="Un article")
    >>> "<h1>Un article</h1>" in page
    True

    """
    from frnews._html._many import many_page

    return many_page(articles, title=title)
