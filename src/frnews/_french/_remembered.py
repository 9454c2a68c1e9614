"""What is found out about a word is kept for a while: nearly every word of a text has been met before."""

from collections.abc import Callable
from itertools import islice
from typing import TypeVar

V = TypeVar("V")

# Words that are kept at most: memory must not grow with the number of articles.
_MOST = 1 << 15
LONGEST_WORD = 80
"""No word of French has more letters, but what a broken page leaves has: its start has to do, and is not kept."""


class Remembered(dict[str, V]):
    """Answers about words, by the word: `remembered[word]` asks `read` where the word is new.

    A cache of `functools` notes at every word that it was asked for again, and the garbage collector walks through all
    that it keeps. Here the half that has been known longest goes when there are too many; what is needed of it is read
    once more.

    >>> halves = Remembered(lambda word: word[: len(word) // 2])
    >>> halves["papa"], list(halves)
    ('pa', ['papa'])
    """

    def __init__(self, read: Callable[[str], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> V:
        if len(word) > LONGEST_WORD:
            return self._read(word[:LONGEST_WORD])
        if len(self) >= _MOST:
            for known in list(islice(self, _MOST // 2)):
                self.pop(known, None)  # another thread may have been here
        answer = self[word] = self._read(word)
        return answer
