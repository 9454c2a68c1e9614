"""frnews as components of a spaCy pipeline, registered as entry points."""

from frnews._spacy.article import make_frnews
from frnews._spacy.sentences import make_frnews_sentences

__all__ = ["make_frnews", "make_frnews_sentences"]
