"""Asides between commas that stand between a verb and what it governs: "affirme, à ce propos, que"."""

from collections.abc import Container

from frnews._french._letters import ASKING
from frnews._french._tags import tags_of
from frnews._french._verbs import is_infinitive
from frnews._french._words import words_of
from frnews._reporting._unit import Unit

# Tokens of an aside between dashes, at most.
_LONGEST_ASIDE = 20


def closing_dash(unit: Unit, k: int, stop: int) -> int | None:
    """Return the dash that closes the aside which the one at token `k` opens, no verb between them, or None."""
    tags = tags_of(unit.tokens)
    for c in range(k + 1, min(stop - 1, k + _LONGEST_ASIDE)):
        if tags[c] == "-":
            return c if c > k + 1 else None
        if tags[c] in "VAK" or unit.tokens.quote[c] >= 0:
            return None
    return None


def closing_comma(unit: Unit, k: int, stop: int, own: Container[str], *, anything: bool) -> int | None:
    """Return the comma that closes what the comma at `k` opens, where the clause goes on with its complement."""
    low = unit.tokens.low
    tags = tags_of(unit.tokens)
    for c in range(k + 1, min(stop, k + 30)):
        if tags[c] in "VA" or low[c] in {";", ":"}:
            break
        if low[c] == "," and low[c + 1 : c + 2] in (["que"], ["qu'"]):
            return c
    for c in range(k + 1, min(stop, k + 25)):
        if low[c] in {"que", "qu'"}:
            return c - 1 if low[c - 1] == "," else None
        if unit.tokens.quote[c] >= 0 or low[c] in {";", ":", "."}:
            return None
        if (
            low[c] == ","
            and c + 1 < stop
            and (
                anything
                or low[c + 1] in {"que", "qu'", "de", "d'", "à"}
                or low[c + 1] in own
                or low[c + 1] in ASKING
                or is_infinitive(low[c + 1])
                or unit.tokens.quote[c + 1] >= 0
                or low[c + 1] in words_of("determiner")
                or low[c + 1] in {"des", "du"}
            )
        ):
            return c
    return None
