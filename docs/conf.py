"""Sphinx's configuration."""

import frnews

project = "frnews"
author = "The frnews developers"
copyright = "The frnews developers"
release = frnews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"frnews {release}"
html_static_path = ["_static"]
html_css_files = ["frnews.css"]
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#1f4e8c",
        "color-brand-content": "#1f4e8c",
        "color-background-primary": "#fcfbf8",
        "color-background-secondary": "#f5f3ee",
    },
    "dark_css_variables": {"color-brand-primary": "#8ab0e8", "color-brand-content": "#8ab0e8"},
}

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

# What is copied is what is typed: no prompts, no output.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# The fields of the attrs classes are described once, under "Attributes".
napoleon_use_ivar = True
