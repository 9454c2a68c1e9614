"""Which country's currency a bare name means: "francs" in a Swiss article are Swiss."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from frnews._amounts._currencies import (
    bare_default,
    bare_name,
    codes,
    family_of_code,
    find_qualified,
    is_subunit,
    subunit_default,
)
from frnews._amounts._sums import Sum
from frnews._tables import read_table

# The country of an article is plain from its beginning; what comes after this many characters is not looked at.
_ARTICLE = 100_000
# A country other than that of the default needs so many mentions, and so many times those of the default's.
_PLAIN = 3
_OUTWEIGHS = 2


def check_currency_of(currency_of: Mapping[str, str] | None) -> dict[str, str]:
    """Return what the user says that bare names mean, by bare name.

    Args:
        currency_of: Bare names in either number, or their signs, to ISO 4217 codes; or None.

    Raises:
        TypeError: It is not a mapping from str to str.
        ValueError: A key is no bare name of a currency, or a value no ISO 4217 code.

    >>> check_currency_of({"francs": "CHF", "$": "CAD"})
    {'franc': 'CHF', 'dollar': 'CAD'}
    >>> check_currency_of({"franc": "Suisse"})
    Traceback (most recent call last):
        ...
    ValueError: currency_of={'franc': 'Suisse'}: 'Suisse' is not an ISO 4217 code. Pass three capitals, such as 'CHF'.

    """
    if currency_of is None:
        return {}
    if not isinstance(currency_of, Mapping):
        raise TypeError(
            f"currency_of is {type(currency_of).__name__} ({currency_of!r:.60}). "
            "Pass a mapping from bare names to ISO 4217 codes, such as {'franc': 'CHF'}, or None."
        )
    meanings = {}
    for key, code in currency_of.items():
        if not isinstance(key, str) or not isinstance(code, str):
            raise TypeError(
                f"currency_of={{{key!r}: {code!r}}}: names and codes are str. Pass for instance {{'franc': 'CHF'}}."
            )
        name = bare_name(key.strip())
        if name is None:
            raise ValueError(
                f"currency_of={{{key!r}: {code!r}}}: {key!r} is not the bare name of a currency. "
                "Pass a name as the text has it, without adjective, such as 'franc', 'dollar' or 'dinar'."
            )
        if code not in codes():
            raise ValueError(
                f"currency_of={{{key!r}: {code!r}}}: {code!r} is not an ISO 4217 code. "
                "Pass three capitals, such as 'CHF'."
            )
        meanings[name] = code
    return meanings


class Resolver:
    """Gives the sums of one text their ISO 4217 codes."""

    def __init__(self, text: str, currency_of: Mapping[str, str]) -> None:
        """Take the text, and what `check_currency_of` gave."""
        self._text = text
        self._currency_of = currency_of
        self._qualified: dict[str, list[tuple[int, str]]] = {}
        self._found: list[tuple[int, str]] = []
        self._from_country: dict[str, str | None] = {}

    def resolve(self, sums: Sequence[Sum], start: int, end: int) -> list[str | None]:
        """Return the code of each sum of the sentence text[start:end]; sentences come in order."""
        codes_: list[str | None] = [self._code(found, start, end) for found in sums]
        for i, found in enumerate(sums):
            word = found.currency
            if word is None or word.code is not None or word.name is None or not is_subunit(word.name):
                continue
            if word.name in self._currency_of:
                continue
            others = [c for c in codes_[:i][::-1] + codes_[i + 1 :] if c is not None]
            earlier = [c for _, c in reversed(self._found[-3:])]
            parents = (c for c in [*others, *earlier] if _has_subunit(c, str(word.name)))
            codes_[i] = next(parents, subunit_default(word.name))
        self._found.extend((found.start, c) for found, c in zip(sums, codes_, strict=True) if c is not None)
        return codes_

    def _code(self, found: Sum, start: int, end: int) -> str | None:
        word = found.currency
        if word is None:
            return None
        if word.name is None:
            return word.code
        if word.name in self._currency_of:
            return self._currency_of[word.name]
        if is_subunit(word.name):
            return None
        default = bare_default(word.name)
        if word.name not in _shared():
            return default
        uses = self._uses(word.name)
        meant = {code for _, code in uses}
        beside = any(start <= position < end for position, _ in uses)
        if len(meant) == 1 and (not beside or default is None):
            return next(iter(meant))
        if beside:
            # "250 millions de francs suisses (1 milliard de francs)": the bare name is told apart from the other.
            return default
        return self._of_country(word.name, default)

    def _uses(self, name: str) -> list[tuple[int, str]]:
        """Return where the whole text qualifies a bare name, and as which currency."""
        if name not in self._qualified:
            self._qualified[name] = find_qualified(self._text, name)
        return self._qualified[name]

    @cached_property
    def _words(self) -> Counter[str]:
        words = re.findall(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*", self._text[:_ARTICLE])
        counted = Counter(words)
        if words:
            # A dateline, or the first word of a headline, says where the article is from.
            counted[words[0].capitalize()] += 1
        return counted

    def _of_country(self, name: str, default: str | None) -> str | None:
        if name not in self._from_country:
            self._from_country[name] = self._weigh(name, default)
        return self._from_country[name]

    def _weigh(self, name: str, default: str | None) -> str | None:
        scores: Counter[str] = Counter()
        for cue, code in _cues().get(name, ()):
            scores[code] += self._words[cue]
        against = scores.pop(default, 0) if default is not None else 0
        ranked = scores.most_common(2)
        if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return default
        code, score = ranked[0]
        if default is None:
            return code
        return code if score >= _PLAIN and score > _OUTWEIGHS * against else default


@cache
def _shared() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("currency_bare"))


@cache
def _cues() -> dict[str, list[tuple[str, str]]]:
    cues: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("currency_countries"):
        cues.setdefault(row["name"], []).append((row["cue"], row["currency"]))
    return cues


def _has_subunit(code: str, name: str) -> bool:
    family = family_of_code(code)
    return code == "EUR" or family in (("dollar",) if name == "cent" else ("franc", "dinar", "dirham", "gourde"))
