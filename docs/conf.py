"""Sphinx's configuration."""

import frnews

project = "frnews"
author = "The frnews developers"
copyright = "The frnews developers"
release = frnews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"frnews {release}"

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# The fields of the attrs classes are described once, under "Attributes".
napoleon_use_ivar = True
