"""Where an infinitive starts: behind clitics, negations and marks."""

from itertools import compress, count

from frnews._french._clauses import LONGEST_SENTENCE
from frnews._french._letters import moods_of
from frnews._french._remembered import Remembered
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verbs import is_infinitive, readings
from frnews._french._words import GOVERNORS, OPENING_MARKS, is_adverb, words_of

MAY_BE_INFINITIVE = Remembered(
    lambda word: word.endswith(("r", "re")) and (word.endswith("er") or "I" in moods_of(word))
)
"""Whether a word may be an infinitive, wherever it stands; asked before parts of speech are read."""
_LINKED = words_of("clitic", "negation") | {"en", "le", "la", "les", "l'", "lui", "leur", "nous", "vous"}


def links_infinitive(tokens: Tokens, k: int) -> bool:
    """Whether "à" or "de" may stand before an infinitive behind token `k`, as far as single words show it."""
    low = tokens.low[k + 1 : k + LONGEST_SENTENCE]
    linkers = compress(count(1), map(GOVERNORS.__contains__, low[:-1]))
    return any(MAY_BE_INFINITIVE[low[i]] or low[i] in _LINKED for i in linkers)


def infinitive_from(tokens: Tokens, k: int, stop: int) -> int | None:
    """Return the infinitive that starts at token `k` after clitics, negation and the mark behind it, or None."""
    low = tokens.low
    i = k
    while (
        i < stop
        and i - k < 6
        and (
            low[i] in words_of("clitic", "negation")
            or (is_adverb(low[i]) and not is_infinitive(low[i]))
            # "à ne pas « gâcher la fête »"
            or (low[i] in OPENING_MARKS and i > k and _ties(low[max(k, i - 2) : i]))
        )
    ):
        i += 1
    denied = i > k and low[k] in {"ne", "n'"}  # "ne pas | pouvoir", which is a noun elsewhere
    known = i < stop and (
        is_infinitive(low[i])
        or (tags_of(tokens)[i] == "I" and not readings(low[i]))
        or (denied and any(form.mood == "infinitive" for form in readings(low[i])))
    )
    if not known or low[i] in words_of("date word"):
        return None
    if i > k and low[i - 1] in {"l'", "la", "le", "les"} and i + 1 < stop and low[i + 1] in words_of("partitive"):
        return None  # "le dîner de gala" is a noun
    return i


def _ties(before: list[str]) -> bool:
    """Whether words before a mark belong to the infinitive in it: "se", "ne pas", "ne plus", and no adverb."""
    return before[-1] in words_of("clitic", "negation") or before[0] in {"ne", "n'"}


def find_infinitive(tokens: Tokens, k: int, stop: int) -> int | None:
    """Return the infinitive that starts at token `k` after marks, clitics and negation, or None.

    >>> text = "à « ne pas céder »"
    >>> find_infinitive(Tokens(text, 0, len(text)), 1, 6)
    4
    """
    while k < stop and not tokens.low[k][0].isalnum():
        k += 1
    return infinitive_from(tokens, k, stop)


def object_then_infinitive(tokens: Tokens, k: int, stop: int) -> bool:
    """Whether an object that is to do something follows the verb: "exhorte | les pays à agir"."""
    low = tokens.low
    for i in range(k + 1, min(k + 10, stop)):
        if low[i] in {",", ";", ":", ".", "que", "qu'", "et"}:
            return False
        if low[i] == "à" and infinitive_from(tokens, i + 1, stop) is not None:
            return True
    return False
