"""Who is who across articles: names first, article by article, then whom each of them means."""

from frnews._cast._cast import Cast, Person
from frnews._cast._merge import merge_speakers

__all__ = ["Cast", "Person", "merge_speakers"]
