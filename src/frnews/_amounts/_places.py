"""Which countries a text names, as far as they tell whose francs it counts."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property

from frnews._tables import read_table

# The country of an article is plain from its beginning; what comes after this many characters is not looked at.
_ARTICLE = 100_000
# A word, or the code of a Swiss canton as it stands behind a place: "Rennaz (VD)".
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*|\([A-Z]{2}\)")
_HYPHEN = re.compile("[-‐‑]")
_BRACKETS = re.compile(r"\((?![A-Z]{2}\))[^()]{0,100}\)")
_YEAR = re.compile(r"(?<!\d)(?:1[789]|20)\d\d(?!\d)")


class Places:
    """The currencies of the countries that one text names, with how often it names them.

    A country's name, its adjective, a town or a body count alike. They are counted for the whole text when first
    asked for, and for one sentence each time.
    """

    def __init__(self, text: str) -> None:
        """Take the text; nothing is read yet."""
        self._text = text
        self._last: tuple[int, int, Counter[str]] = (0, 0, Counter())

    @cached_property
    def everywhere(self) -> Counter[str]:
        """How often the article names a country of each currency; its headline or first words count twice."""
        article = self._text[:_ARTICLE]
        counted = _count(Counter(_WORD.findall(article)))
        if len(article) < 3 * _HEADLINE:
            return counted
        return counted + _count(Counter(_WORD.findall(article.lstrip()[:_HEADLINE].partition("\n")[0])))

    @cached_property
    def latest_year(self) -> int:
        """The last year that the article names, or 0."""
        return max(map(int, _YEAR.findall(self._text[:_ARTICLE])), default=0)

    def between(self, start: int, end: int) -> Counter[str]:
        """Return how often text[start:end] names a country of each currency; what stands in brackets is left out.

        >>> Places("Berne et Paris, en Suisse").between(0, 25)
        Counter({'CHF': 2, 'FRF': 1})
        """
        if self._last[:2] != (start, end):
            stretch = _BRACKETS.sub(" ", self._text[start : min(end, start + _ARTICLE)])
            self._last = start, end, _count(Counter(_WORD.findall(stretch)))
        return self._last[2]


# A headline is no longer; a text that is hardly longer than one has none.
_HEADLINE = 160


def _count(words: Counter[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for word, times in words.items():
        for cue in _cues_in(word):
            counted[cue] += times
    return counted


def _cues_in(word: str) -> Iterator[str]:
    """Yield the currencies that a word stands for: "Hong-Kong" for its own, "Hydro-Québec" for that of a part."""
    known = _currency_by_cue()
    whole = known.get(word)
    if whole is not None:
        yield whole
    elif len(word) > _SHORT and ("-" in word or "‐" in word or "‑" in word):
        yield from (known[part] for part in _HYPHEN.split(word) if part in known)


# No hyphenated word with a country in it has fewer letters.
_SHORT = 5


@cache
def _currency_by_cue() -> dict[str, str]:
    by_cue: dict[str, str] = {}
    for row in read_table("currency_countries"):
        cue = row["cue"]
        forms = {cue}
        if cue[0].islower():
            # Inhabitants are written with a capital.
            genders = {form for gender in cue.split("/") for form in (gender, gender + "s" * (gender[-1] not in "sx"))}
            forms = genders | {form.capitalize() for form in genders}
        # Headlines stand in capitals, often without accents.
        for form in forms | {form.upper() for form in forms}:
            by_cue.setdefault(form, row["currency"])
    return by_cue


@cache
def currencies_named(name: str) -> frozenset[str]:
    """Return the currencies whose countries call them by a bare name, or by one that begins with it ("franc CFA").

    >>> sorted(currencies_named("livre"))[:3]
    ['EGP', 'GBP', 'LBP']
    """
    return frozenset(
        row["currency"] for row in read_table("currency_countries") if f"{row['name']} ".startswith(f"{name} ")
    )


@cache
def inhabitants() -> frozenset[str]:
    """Return what one inhabitant of a country or town is called.

    >>> sorted(inhabitants() & {"Belge", "Suissesse", "Tunisienne"})
    ['Belge', 'Tunisienne']
    """
    cues = (row["cue"] for row in read_table("currency_countries"))
    return frozenset(form.capitalize() for cue in cues if cue[0].islower() for form in cue.split("/"))
