"""Fixed phrases of `data/phrases.tsv`, matched on tokens."""

from functools import cache

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
