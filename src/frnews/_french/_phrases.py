"""Fixed phrases of `data/phrases.tsv`, matched on tokens."""

from collections.abc import Iterator
from functools import cache
from itertools import compress

from frnews._french._tokens import Tokens
from frnews._tables import read_table


def phrase_at(tokens: Tokens, k: int, kind: str) -> int:
    """Return how many tokens a phrase of a kind takes at token `k`, or 0 where none stands there.

    >>> phrase_at(Tokens("Il dit de son côté vouloir partir.", 0, 34), 2, "aside")
    3
    """
    low = tokens.low
    for words in phrases(kind).get(low[k], ()):
        if low[k : k + len(words)] == words:
            return len(words)
    return 0


def phrases_in(tokens: Tokens, kind: str) -> Iterator[tuple[int, int]]:
    """Yield the first token and the length of each phrase of a kind, from left to right, none within another.

    >>> list(phrases_in(Tokens("Il dit de son côté, de plus, vouloir partir.", 0, 44), "aside"))
    [(2, 3), (6, 2)]
    """
    low, seconds = tokens.low, _seconds(kind)
    after = 0
    for k in compress(range(len(low) - 1), map(seconds.__contains__, low)):
        if low[k + 1] in seconds[low[k]] and k >= after and (length := phrase_at(tokens, k, kind)):
            yield k, length
            after = k + length


@cache
def _seconds(kind: str) -> dict[str, frozenset[str]]:
    """Return the second words of the phrases of a kind by their first; none has one word alone."""
    return {first: frozenset(words[1] for words in every) for first, every in phrases(kind).items()}


@cache
def phrases(kind: str) -> dict[str, list[list[str]]]:
    """Return the phrases of a kind, in tokens, by their first.

    >>> phrases("aside")["quant"][0][:2]
    ['quant', 'à']
    """
    index: dict[str, list[list[str]]] = {}
    for row in read_table("phrases"):
        if row["kind"] == kind:
            elided = row["phrase"].endswith("'")
            text = row["phrase"] + "il" * elided  # "s'" is a word before another alone
            words = Tokens(text, 0, len(text)).low[: -1 if elided else None]
            index.setdefault(words[0], []).append(words)
    return index
