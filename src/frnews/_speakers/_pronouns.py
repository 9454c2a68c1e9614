"""What pronouns ask for: a gender, a number, and which of those named before."""

import re
from functools import cache
from typing import Literal, NamedTuple, get_args

from frnews._french._remembered import LONGEST_WORD
from frnews._names._lexicon import as_gender, word_set
from frnews._names._words import fold
from frnews._tables import read_table
from frnews._types import Gender

Choice = Literal["subject", "last", "nearest", "nobody"]
_CHOICES: dict[str, Choice] = {choice: choice for choice in get_args(Choice)}


class Pronoun(NamedTuple):
    """What a pronoun asks for.

    Attributes:
        gender: The gender it must agree with, or None.
        plural: Whether it takes up several; None where that is open.
        choice: Whether it takes up the current subject or speaker, the person named last, the nearest of all that says
            things ("celui-ci"), or nobody ("on").
        pair: Whether it takes up just two.

    """

    gender: Gender | None
    plural: bool | None
    choice: Choice
    pair: bool = False

    @property
    def looks_back(self) -> bool:
        """Whether it takes up one just named, and not the subject: "ce dernier", "celui-ci"."""
        return self.choice in ("last", "nearest")


_NOBODY = Pronoun(None, False, "nobody")
_INVERTED = re.compile(r"(?:^|[-‑‐])(ils?|elles?|on|je|nous|vous|tu)$")


@cache
def _pronouns() -> dict[str, Pronoun]:
    """Return what each pronoun asks for, by its key."""
    pronouns = {}
    for row in read_table("pronouns"):
        plural, pair = row["number"] != "s", row["number"] == "2"
        choice = _CHOICES[row["takes_up"]]
        pronouns[fold(row["pronoun"])] = Pronoun(as_gender(row["gender"]), plural, choice, pair)
    return pronouns


def read_pronoun(text: str) -> Pronoun | None:
    """Return what a mention asks for where it is a pronoun.

    >>> read_pronoun("a-t-elle").gender
    'f'
    >>> read_pronoun("le ministre") is None
    True
    """
    key = " ".join(fold(text[-LONGEST_WORD:]).split()).strip(" ,.;:-")
    found = _pronouns().get(key)
    if found is None and key in word_set("nobody"):
        return _NOBODY
    if found is None and " " not in key and (inverted := _INVERTED.search(key)):
        return _pronouns().get(inverted[1], _NOBODY)
    return found
