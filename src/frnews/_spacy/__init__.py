"""frnews as components of a spaCy pipeline, registered as entry points in pyproject.toml."""
