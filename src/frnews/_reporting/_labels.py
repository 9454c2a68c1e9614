"""Marks that hold no speech: names ("«gilets jaunes»"), titles ("l'émission « Balance ton post »").

A name in marks is plain words to everything that follows: it can be the subject of a verb, and makes no quotation.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from frnews._french._words import words_of
from frnews._reporting._lexicon import announces
from frnews._reporting._marks import Quoted
from frnews._tables import read_table

# A name has few words, and a title not many more.
_LONGEST_NAME, _LONGEST_TITLE, _LONGEST_THEME = 3, 8, 16
_WORDS = re.compile(r"\w+(?:[-'’]\w+)*")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f]+[a-zà-ÿ]")
_LAST_WORD = re.compile(r"([^\W\d_]+['’]?)[ \u00a0\u202f]*$")
_CRIED = re.compile(r"(\w+)[ \u00a0\u202f]+d(?:e |['’])[ \u00a0\u202f]*$")
_BEFORE_COLON = re.compile(r"([^\W\d_]+)[ \u00a0\u202f]*:[ \u00a0\u202f]*$")
_BY_NAME = re.compile(r"\b([^\W\d_])[\w'’-]+, (?:dite?|alias|surnommée?)[ \u00a0\u202f]*$")
_APOSTROPHES = ("'", "’")
_ENDS = (".", "!", "?", "…", ":", ";")


def split_labels(text: str, quotes: Sequence[Quoted]) -> tuple[list[Quoted], list[Quoted]]:
    """Return the quoted pieces that may be speech, and those that are names or titles.

    >>> from frnews._reporting._marks import find_quoted
    >>> text = "Les « bonnets rouges » marchent. Un « bonnet rouge » a crié : « Justice pour tous ! »"
    >>> [[text[q.start:q.end] for q in pieces] for pieces in split_labels(text, find_quoted(text))]
    [['Justice pour tous !'], ['bonnets rouges', 'bonnet rouge']]
    """
    keys = [_key(text, quote) for quote in quotes]
    met = Counter(key for key in keys if key)
    speech: list[Quoted] = []
    labels: list[Quoted] = []
    for quote, key in zip(quotes, keys, strict=True):
        is_label = (
            quote.opened
            and quote.closed
            and (
                (met[key] > 1 and key and not _is_said_anew(text, quote))
                or _is_nickname(text, quote)
                or _is_title(text, quote)
                or (len(key) == 2 and key[1] in _colours())
            )
        )
        (labels if is_label else speech).append(quote)
    return speech, labels


def _key(text: str, quote: Quoted) -> tuple[str, ...]:
    """Return the words of a short piece without their plural, or () for a longer one."""
    if quote.end - quote.start > 60 or text[quote.start : quote.end].endswith(_ENDS):
        return ()
    words = [word.lower().rstrip("sx") for word in _WORDS.findall(text[quote.start : quote.end])]
    return tuple(words) if len(words) <= _LONGEST_NAME else ()


def _is_said_anew(text: str, quote: Quoted) -> bool:
    """Whether "un" or "une" stands before the marks: what has a name is known ("dénonce une « campagne de haine »")."""
    before = _LAST_WORD.search(text, max(0, quote.open - 30), quote.open)
    return before is not None and before[1].lower() in {"un", "une"}


def _is_title(text: str, quote: Quoted) -> bool:
    """Whether a title, with its capital, stands behind the noun, article or preposition that it belongs to.

    The title of a noun that a colon may follow needs no capital: "sur le thème « la ville de demain »".
    """
    content = text[quote.start : quote.end]
    if content.endswith(_ENDS) or (words := len(_WORDS.findall(content))) > _LONGEST_THEME:
        return False
    near = max(0, quote.open - 30)
    last = text[near : quote.open].rstrip(" \u00a0\u202f\n")[-1:]
    before = _LAST_WORD.search(text, near, quote.open) if last.isalnum() or last in _APOSTROPHES else None
    announced = _BEFORE_COLON.search(text, near, quote.open) if last == ":" else None
    noun = announced or before
    themed = noun is not None and f"{noun[1].lower()}:" in _titled()
    themed = themed and (announced is not None or (before is not None and before[1].lower() in _titled()))
    # "a repris ce thème : « nous ne céderons pas »" is said, though.
    themed = themed and (content[:1].isupper() or words_of("subject pronoun").isdisjoint(content.split()))
    if not (content[:1].isupper() or themed):
        return False
    if themed:
        return True
    if (before is not None or _NEXT_WORD.match(text, quote.close) is not None) and _is_newspaper(content):
        return True
    if before is not None and before[1] == "à" and _is_newspaper(content, of=True):
        return True
    cried = _CRIED.search(text, max(0, quote.open - 30), quote.open)
    if before is None or (cried is not None and announces(cried[1].lower(), "s")):
        return False  # "aux cris de « Libérez nos camarades »"
    word = before[1].lower().replace("’", "'")
    article = word in words_of("determiner") or word in {"de", "d'", "du", "des", "au", "aux", "dans"}
    return word in _titled() or (words <= _LONGEST_TITLE and article and word not in {"les", "des", "ces"})


def _is_nickname(text: str, quote: Quoted) -> bool:
    """Whether a few words are another name of who is named before the comma: "Ana Roy, dite « la Louve », …"."""
    if text[quote.close : quote.close + 1] != "," or len(_WORDS.findall(text[quote.start : quote.end])) > _LONGEST_NAME:
        return False
    named = _BY_NAME.search(text, max(0, quote.open - 60), quote.open)
    return named is not None and named[1].isupper()


def _is_newspaper(content: str, *, of: bool = False) -> bool:
    """Whether all words of a short piece behind an article have a capital: "« La Croix »".

    But for "du" or "de", where they count: "à « La Voix du Fleuve »".
    """
    words = _WORDS.findall(content)
    article = words[0] in {"Le", "La", "Les"} and 1 < len(words) <= _LONGEST_NAME + 1
    return article and all(word[0].isupper() or (of and word in words_of("partitive")) for word in words)


@cache
def _colours() -> frozenset[str]:
    """Return the colours, without their plural, by which a garment names those who wear it ("blouses blanches")."""
    return frozenset(row["word"].rstrip("sx") for row in read_table("colours"))


@cache
def _titled() -> frozenset[str]:
    """Return the nouns behind which a title starts, those with a colon that need it: "émission", "thème:"."""
    return frozenset(row["word"] + row["sign"] for row in read_table("titled_nouns"))
