"""Who speaks: names, descriptions and pronouns beside the cues, followed through the article."""

from frnews._speakers._resolve import Resolution, resolve_speakers

__all__ = ["Resolution", "resolve_speakers"]
