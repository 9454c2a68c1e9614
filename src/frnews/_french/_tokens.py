"""The words of a stretch of text, with their offsets: enough for the surface grammar, and linear on any input."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, compress
from typing import Any
from unicodedata import normalize

from frnews._french._remembered import Remembered
from frnews._tables import read_table

_APOSTROPHES = "'’ʼ"
_SUBJECT = r"(?:t[-‐‑'’])?(?:ils?|elles?|on|je|tu|nous|vous|ce)"
# The same with a space where the first hyphen should be.
_SPACED = "t[-‐‑](?:ils?|elles?|on)"
# So many of one sign in a row are one token.
_RUN = 8
# What a page puts between letters and nobody sees: no token.
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
# A decomposed accent (NFD) is a part of its letter.
_LETTERS = "\\w[\\w\u0300-\u036f]*"
# Behind the hyphen of a compound: "Val-d'Oise", "main-d'œuvre".
_LINKED = rf"(?:(?i:[dl])[{_APOSTROPHES}](?=\w))?{_LETTERS}"
_DOMAINS = "|".join(row["ending"] for row in read_table("sentence_domains"))
_SIGN = rf"[^\w\s{INVISIBLE}]"
_WORDS = rf"""
      [A-Za-zÀ-ÖØ-öø-ÿ]+(?=[ ,])                              # two tokens of three: what nothing else could be
    | [,.](?=\s)
    | (?i:[ldnjmtsc]|qu|lorsqu|puisqu|jusqu|quoiqu)[{_APOSTROPHES}](?=[\w"«“„‟‹‘])  # elided: it keeps its apostrophe
    | (?:[-‐‑](?i:{_SUBJECT})|\b{_SPACED})\b                  # an inverted subject: "-t-il", "-elle", "a t-on"
    | (?<!\w)@\w+                                            # a handle, which is a name
    | (?i:aujourd[{_APOSTROPHES}]hui|quelqu[{_APOSTROPHES}]une?\b|prud[{_APOSTROPHES}]hom\w+)
    | \d+(?:[.,]\d+)*
    | \b[A-ZÀ-ÖØ-Þ]\.[-‐‑][A-ZÀ-ÖØ-Þ]\.(?=\s?\w)             # initials: "J.-M. Roy"
    | {_LETTERS}(?:[-‐‑](?!(?i:{_SUBJECT})\b){_LINKED})*(?:['’](?i:s)\b|\.(?:{_DOMAINS})\b)?  # "Moody's", "BFMTV.com"
"""
# A space is no place at which to try all of these: it stands apart before a token. Many signs are to be taken apart.
_SPACE_AND_TOKEN = re.compile(f"([ ]?)({_WORDS} | {_SIGN}{{{_RUN},}} | {_SIGN})", re.VERBOSE)
_RUN_OR_TOKEN = re.compile(f"({_SIGN})\\1{{{_RUN - 1},}} | {_WORDS} | {_SIGN}", re.VERBOSE)
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
# What is known of many signs without a space.
_TOGETHER = ("", False)


def _look_up(written: str) -> tuple[str, bool]:
    """Return a token as it is looked up, and whether a capital stands in it."""
    if len(written) >= _RUN and not (written[0].isalnum() or any(sign.isalnum() or sign == "_" for sign in written)):
        return _TOGETHER
    word = written.lower()
    cased = word != written or (word[0] == "@" and len(word) > 1)
    if word[0] == "t" and re.fullmatch(_SPACED, word):
        word = f"-{word}"
    return (word if word.isascii() else normalize("NFC", word.translate(_PLAIN))), cased


_LOOKED_UP = Remembered(_look_up)
# A capital that lost its accent: "A" where a sentence opens, before a word that is no pronoun of its own ("A t-il").
_CAPITAL_A = ("a", True)
_ACCENTED = ("à", True)
_OPENED = re.compile(r"""A(?=[ \u00a0\u202f](?!t[-‐‑' ]|[^\w«"“]))""")
# Signs behind which a sentence may open.
_OPENING = frozenset('.!?…:;«»"“”–—-')


def _with_accents(words: list[tuple[str, bool]], text: str, starts: list[int]) -> list[tuple[str, bool]]:
    """Return words with "à" for each capital "A" that opens a sentence: "A Mons, le préfet", not "LE PRÉFET A DIT"."""
    return [
        _ACCENTED
        if word == _CAPITAL_A and _opens_sentence(words, text, starts, i) and _OPENED.match(text, starts[i])
        else word
        for i, word in enumerate(words)
    ]


def _opens_sentence(words: list[tuple[str, bool]], text: str, starts: list[int], i: int) -> bool:
    """Whether a sign or a line end stands before word `i`, and no initial's full stop: "| A Mons", but "J. | A Roy"."""
    if not i or "\n" in text[starts[i - 1] : starts[i]]:
        return True
    return words[i - 1][0] in _OPENING and not (words[i - 1][0] == "." and i > 1 and len(words[i - 2][0]) == 1)


def pronoun_of(word: str) -> str:
    """Return the pronoun of an inverted subject without what ties it to its verb; another word as it is.

    >>> pronoun_of("-t-il"), pronoun_of("-t'elle"), pronoun_of("-vous"), pronoun_of("maire")
    ('il', 'elle', 'vous', 'maire')
    """
    return word.lstrip("-").split("-")[-1].removeprefix("t'") if word.startswith("-") else word


class Tokens:
    """The tokens of `text` between two offsets.

    Attributes:
        text: The whole source text. (Signs at the offsets `unseen` are left out: the marks around a name.)
        low: Each token in lower case, its apostrophes and hyphens plain, "à" for the "A" that opens a sentence; for
            look-up only, so that of a word without end its start is enough.
        cased: Whether a capital stands anywhere in each token.
        starts: Offset of each token.
        ends: Offset after each token.
        quote: Number of the quoted piece in which each token stands, or -1. Set by who knows the marks.
        asked: Answers to what has been asked of these tokens, by the question, so that no pass reads them again.
        timed: Whether each token stands in a time expression that the dates' own reader has found.
        tags: What `_tags.tags_of` has read, or None.
        named: Whether each token stands in a name between marks, whose marks are no tokens.
        firsts: First token of each sentence, by whom knows them.
        skeletons: What `_clauses.skeleton_at` has read, for each token that of its sentence or quoted one, or None.
        quoted: The sentence between marks (first, after) of which `_clauses.skeleton_at` was asked last.

    """

    __slots__ = (
        "asked",
        "cased",
        "ends",
        "firsts",
        "low",
        "named",
        "quote",
        "quoted",
        "skeletons",
        "starts",
        "tags",
        "text",
        "timed",
    )

    def __init__(self, text: str, start: int, end: int, unseen: frozenset[int] = frozenset()) -> None:
        # What stands before the first token, a space, the first token, what stands before the second one, …
        pieces = _SPACE_AND_TOKEN.split(text[start:end])
        offsets = list(accumulate(map(len, pieces), initial=start))
        starts, ends = offsets[2::3], offsets[3::3]
        words = list(map(_LOOKED_UP.__getitem__, pieces[2::3]))
        low = [low for low, _ in words]
        if "" in low:
            matches = list(_RUN_OR_TOKEN.finditer(text, start, end))
            starts, ends = [match.start() for match in matches], [match.end() for match in matches]
            words = [_LOOKED_UP[match[1] or match[0]] for match in matches]
            low = [low for low, _ in words]
        if unseen:
            seen = [at not in unseen for at in starts]
            words, starts, ends = list(compress(words, seen)), list(compress(starts, seen)), list(compress(ends, seen))
            low = [low for low, _ in words]
        if "a" in low and _CAPITAL_A in words:
            words = _with_accents(words, text, starts)
            low = [low for low, _ in words]
        self.text = text
        self.low = low
        self.cased = [cased for _, cased in words]
        self.starts = starts
        self.ends = ends
        self.quote = [-1] * len(self.low)
        self.asked: dict[Any, Any] = {}
        self.timed = [False] * len(self.low)
        self.named = [False] * len(self.low)
        self.tags: list[str] | None = None
        self.firsts = [0]
        self.skeletons: list[Any] = [None] * len(self.low)
        self.quoted = (0, 0)

    def __len__(self) -> int:
        return len(self.low)

    def word(self, i: int) -> str:
        """Return token `i` as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def is_capital(self, i: int) -> bool:
        """Whether token `i` starts with a capital letter, or is a handle."""
        return self.cased[i] and (self.text[self.starts[i]].isupper() or self.text[self.starts[i]] == "@")

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the tokens (first, after) of the sentence in which token `i` stands."""
        firsts = self.firsts
        after = bisect_right(firsts, i) or 1
        return firsts[after - 1], firsts[after] if after < len(firsts) else len(self.low)

    def first_from(self, offset: int) -> int:
        """Return the number of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def last_before(self, offset: int) -> int:
        """Return the number of the last token that starts before an offset, or -1."""
        return bisect_right(self.starts, offset - 1) - 1
