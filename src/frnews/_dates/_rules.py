"""The ground of resolution: what a rule is given, where rules are kept, and how an expression is handed to its own.

Each rule of the grammar that builds an expression has one function in a module `_resolve_*`, registered under the
rule's name, with the rule's parts as arguments. This file knows none of them.
"""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from attrs import frozen

from frnews._dates._calendar import Stretch
from frnews._dates._recognize import Expression
from frnews._dates._tense import Tense
from frnews._types import Seasons


@frozen
class Context:
    """All that resolution knows beside the expression.

    Attributes:
        published: The day from which "hier" counts, or None.
        tense: Where a day or month without a year lies: past, future, or None where nothing shows it.
        antecedent: The last date of the text before this one, for "la veille" and "ce jour-là".
        seasons: How seasons are counted.

    """

    published: dt.date | None
    tense: Tense | None = None
    antecedent: Stretch | None = None
    seasons: Seasons = "months"

    @property
    def text_day(self) -> dt.date | None:
        """The day from which "la veille" counts: the antecedent's, else the day published."""
        if self.antecedent is not None and self.antecedent.first is not None:
            return self.antecedent.first
        return self.published

    def anchor(self, name: str) -> dt.date | None:
        """Return the day that an anchor of the tables names: "published" or "text"."""
        return self.text_day if name == "text" else self.published


Year = tuple[int, bool] | int
"""A year as written: in digits (with whether there are only two), or the number that words spell."""

Rule = Callable[..., Stretch]
Floating = bool | Callable[[dict[str, Any]], bool]

_RULES: dict[str, Rule] = {}
_FLOATING: dict[str, Floating] = {}


def rule(*, floating: Floating = False) -> Callable[[Rule], Rule]:
    """Register a function as the meaning of the grammar rule of its name.

    Args:
        floating: Whether the rule leaves its year or week open, so that its days depend on the tense and the day
            published: True (unless a year is among its parts, or none of its parts is open), or a function of the
            parts that tells.

    """

    def register(function: Rule) -> Rule:
        _RULES[function.__name__] = function
        _FLOATING[function.__name__] = floating
        return function

    return register


def resolve(expression: Expression, context: Context) -> Stretch:
    """Return the days of an expression; those of a day that the calendar lacks ("31 avril") are unknown."""
    return _RULES[expression.rule](context, **expression.parts)


@lru_cache(maxsize=8192)
def is_floating(expression: Expression) -> bool:
    """Whether an expression leaves its year or week open, so that the tense of its clause matters."""
    own = _FLOATING.get(expression.rule, False)  # lengths of time have no days of their own
    if callable(own):
        return own(expression.parts)
    parts = [part for part in expression.parts.values() if isinstance(part, Expression)]
    if own and "year" not in expression.parts and not parts:
        return True
    return any(map(is_floating, parts))
