"""Pages to look at: one article, many articles, the cell of a notebook. Each is one file that asks for no other."""

from frnews._html._many import many_page
from frnews._html._page import article_page, notebook_cell

__all__ = ["article_page", "many_page", "notebook_cell"]
