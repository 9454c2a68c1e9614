"""What pronouns ask for: a gender, a number, and which of those named before."""

import re
from typing import Literal, NamedTuple

from frnews._french._remembered import LONGEST_WORD
from frnews._speakers._lexicon import word_set
from frnews._speakers._words import fold
from frnews._types import Gender

Choice = Literal["subject", "last", "nobody"]


class Pronoun(NamedTuple):
    """What a pronoun asks for.

    Attributes:
        gender: The gender it must agree with, or None.
        plural: Whether it takes up several; None where that is open.
        choice: Whether it takes up the current subject or speaker, the one named last, or nobody ("on").
        pair: Whether it takes up just two.

    """

    gender: Gender | None
    plural: bool | None
    choice: Choice
    pair: bool = False


_PRONOUNS: dict[str, Pronoun] = {
    "il": Pronoun("m", False, "subject"),
    "elle": Pronoun("f", False, "subject"),
    "ils": Pronoun("m", True, "subject"),
    "elles": Pronoun("f", True, "subject"),
    "lui": Pronoun("m", False, "subject"),
    "lui-meme": Pronoun("m", False, "subject"),
    "elle-meme": Pronoun("f", False, "subject"),
    "eux": Pronoun("m", True, "subject"),
    "eux-memes": Pronoun("m", True, "subject"),
    "ce dernier": Pronoun("m", False, "last"),
    "cette derniere": Pronoun("f", False, "last"),
    "ces derniers": Pronoun("m", True, "last"),
    "ces dernieres": Pronoun("f", True, "last"),
    "celui-ci": Pronoun("m", False, "last"),
    "celle-ci": Pronoun("f", False, "last"),
    "ceux-ci": Pronoun("m", True, "last"),
    "celles-ci": Pronoun("f", True, "last"),
    "l'interesse": Pronoun("m", False, "subject"),
    "l'interessee": Pronoun("f", False, "subject"),
    "le principal interesse": Pronoun("m", False, "subject"),
    "la principale interessee": Pronoun("f", False, "subject"),
    "les interesses": Pronoun("m", True, "subject"),
    "le meme": Pronoun("m", False, "subject"),
    "la meme": Pronoun("f", False, "subject"),
    "les deux": Pronoun(None, True, "subject", pair=True),
    "les trois": Pronoun(None, True, "subject"),
    "tous deux": Pronoun("m", True, "subject", pair=True),
    "toutes deux": Pronoun("f", True, "subject", pair=True),
    "tous les deux": Pronoun("m", True, "subject", pair=True),
    "qui": Pronoun(None, False, "last"),
    "lequel": Pronoun("m", False, "last"),
    "laquelle": Pronoun("f", False, "last"),
    "se": Pronoun(None, False, "subject"),
    "s'": Pronoun(None, False, "subject"),
}
_NOBODY = Pronoun(None, False, "nobody")
_INVERTED = re.compile(r"(?:^|[-‑‐])(ils?|elles?|on|je|nous|vous|tu)$")


def read_pronoun(text: str) -> Pronoun | None:
    """Return what a mention asks for where it is a pronoun.

    >>> read_pronoun("a-t-elle").gender
    'f'
    >>> read_pronoun("le ministre") is None
    True
    """
    key = " ".join(fold(text[-LONGEST_WORD:]).split()).strip(" ,.;:-")
    found = _PRONOUNS.get(key)
    if found is None and key in word_set("nobody"):
        return _NOBODY
    if found is None and " " not in key and (inverted := _INVERTED.search(key)):
        return _PRONOUNS.get(inverted[1], _NOBODY)
    return found
