"""Which country's currency a bare name means: "francs" in a Swiss article are Swiss."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from frnews._amounts._currencies import (
    CurrencyWord,
    bare_default,
    bare_name,
    codes,
    find_qualified,
    has_subunit,
    is_subunit,
    subunit_default,
)
from frnews._amounts._places import Places, currencies_named
from frnews._amounts._sums import Sum
from frnews._tables import read_table

# A country that leads to the sum in its own sentence counts as much as so many mentions elsewhere: more than an article
# of some length has of another one in passing, fewer than of the one that it is about. One that follows the sum ("versé
# sur un compte en Suisse") may only be where the money went, and counts half of that.
_BEFORE, _AFTER = 4, 2
# What stands farther from a sum than this, in a sentence without end, is as far as the rest of the article.
_SENTENCE = 400
# So many sums on either side tell what centimes are the hundredths of.
_OTHERS = 8
# Currencies that gave way to the euro, and the first year without them.
_GONE = frozenset(("FRF", "BEF", "LUF", "IEP"))
_EURO = 2002
# How far a text of francs' own time speaks for the French ones: as much as France itself before the sum.
_OLD = 4
# What is counted in so many centimes, or more, is counted in them where the main unit is small: in the Maghreb.
_MANY_CENTIMES = 100_000


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
        self._places = Places(text)
        self._qualified: dict[str, tuple[set[int], set[str]]] = {}
        self._found: list[str] = []

    def is_money(self, found: Sum) -> bool:
        """Whether a sum is one of money: a few "livres" are books.

        They are where no country of that money is named in the whole text, and nothing but the word says money.
        """
        word = found.currency
        if word is None or word.name not in _ambiguous() or word.name in self._currency_of:
            return True
        if found.number.scale > 1 or found.high >= _FEW or not self._text[word.start].isalpha():
            return True
        named = currencies_named(str(word.name))
        return any(self._places.everywhere[code] for code in named) or bool(self._uses(str(word.name))[1])

    def _near(self, place: int, start: int, end: int) -> Counter[str]:
        """Return the countries of the sentence text[start:end], as far as it is near the sum at `place`."""
        return self._places.between(max(start, place - _SENTENCE), min(end, place + _SENTENCE))

    def resolve(self, sums: Sequence[Sum], start: int, end: int) -> list[str | None]:
        """Return the code of each sum of the sentence text[start:end]; sentences come in order."""
        counted = {found.currency.start for found in sums if found.currency is not None}
        names = {found.currency.name for found in sums if found.currency is not None and found.currency.name}
        # "250 millions de francs suisses (1 milliard de francs)": the bare name is told apart from the other.
        apart = {name for name in names & _mentions_needed().keys() if not counted.isdisjoint(self._uses(name)[0])}
        codes_: list[str | None] = [self._code(found, apart, start, end) for found in sums]
        for i, found in enumerate(sums):
            word = found.currency
            if word is not None and word.code is None and word.name is not None and is_subunit(word.name):
                near = codes_[max(0, i - _OTHERS) : i][::-1] + codes_[i + 1 : i + 1 + _OTHERS]
                others = [c for c in near if c is not None]
                codes_[i] = self._whole(found, word.name, others, start, end)
        self._found = [*self._found[-2:], *(code for code in codes_ if code is not None)][-3:]
        return codes_

    def _code(self, found: Sum, apart: set[str], start: int, end: int) -> str | None:
        word = found.currency
        if word is None or word.name is None:
            return None if word is None else word.code
        if word.name in self._currency_of:
            return self._currency_of[word.name]
        if is_subunit(word.name):
            return None
        if word.name not in _mentions_needed():
            return bare_default(word.name)
        default = word.code or bare_default(word.name)
        meant = self._uses(word.name)[1]
        if len(meant) == 1 and (word.name not in apart or default is None):
            (code,) = meant
            return self._of_country(_CFA, code, found.start, start, end) if code == bare_default(_CFA) else code
        if word.name in apart:
            return default
        if word.scaled is not None:
            return self._of_sign(word, found.start, start, end)
        return self._of_country(word.name, default, found.start, start, end)

    def _uses(self, name: str) -> tuple[set[int], set[str]]:
        """Return where the whole text qualifies a bare name, and as which currencies."""
        if name not in self._qualified:
            found = find_qualified(self._text, name)
            self._qualified[name] = {position for position, _ in found}, {code for _, code in found}
        return self._qualified[name]

    def _of_sign(self, word: CurrencyWord, place: int, start: int, end: int) -> str | None:
        """Return the currency of "$": of the papers that write "millions $", if the text names their country at all."""
        name, own = str(word.name), str(word.scaled)
        beside = self._near(place, start, end)
        default = bare_default(name)
        if not beside[own] and any(beside[code] for code in currencies_named(name) - {own}):
            return self._of_country(name, default, place, start, end)
        if self._places.everywhere[own] or _has_scale_in_words(self._text[max(start, word.start - 20) : word.start]):
            return own
        return self._of_country(name, default, place, start, end)

    def _of_country(self, name: str, default: str | None, place: int, start: int, end: int) -> str | None:
        """Return the currency of the country that the text names, the sum's own sentence above all, or the default.

        Args:
            name: The bare name.
            default: What it means where no country is plain.
            place: Offset of the sum.
            start: Offset of its sentence.
            end: Where that ends.

        """
        everywhere, beside = self._places.everywhere, self._near(place, start, end)
        before = self._places.between(max(start, place - _SENTENCE), place) if beside else beside
        scores = {
            code: everywhere[code] + _AFTER * beside[code] + (_BEFORE - _AFTER) * before[code]
            for code in currencies_named(name)
        }
        home = float(scores.pop(default, 0)) if default is not None else 0.0
        if default in _GONE:
            # Of countries with francs today France is none: that it is named says little, unless the text is as old.
            home = home / 2 if not 0 < self._places.latest_year < _EURO else home + _OLD
        best = max(scores.values(), default=0)
        ranked = [code for code, score in scores.items() if score == best]
        if best == 0 or len(ranked) > 1 or best < home or (best == home and default not in _GONE):
            return default
        code = ranked[0]
        return code if default is None or beside[code] or best >= _mentions_needed()[name] else default

    def _whole(self, found: Sum, name: str, others: list[str], start: int, end: int) -> str | None:
        """Return the currency of which centimes are the hundredth.

        Args:
            found: The sum in centimes.
            name: Their name.
            others: Currencies of the sentence's other sums, the nearest first.
            start: Offset of the sentence.
            end: Where it ends.

        """
        if name in self._currency_of:
            return self._currency_of[name]
        wholes = {code for whole in _wholes(name) for code in currencies_named(whole) - _GONE if has_subunit(code)}
        beside = [code for code, _ in self._near(found.start, start, end).most_common() if code in wholes]
        everywhere = [code for code, _ in self._places.everywhere.most_common() if code in wholes]
        divided = [code for code in others if has_subunit(code)]
        earlier = [code for code in reversed(self._found) if has_subunit(code)]
        default = subunit_default(name)
        if found.low >= _MANY_CENTIMES / 100 and found.number.scale > 1:
            return next(iter([*beside, *everywhere, *divided, *earlier]), default)
        return next(iter([*divided, *beside, *earlier, *everywhere]), default)


# So few of what may be books or weights are no sum where nothing says so.
_FEW = 60


@cache
def _ambiguous() -> frozenset[str]:
    """Return the bare names that countries share and that are everyday things too: "livre", "couronne"."""
    homographs = {row["name"] for row in read_table("currency_homographs") if row["cue"] != "*"}
    return frozenset(homographs & _mentions_needed().keys())


# The one name of several words that countries share.
_CFA = "franc CFA"


def _has_scale_in_words(before: str) -> bool:
    """Whether a scale that a newspaper of Québec alone puts before "$" stands there: "3 millions", "4 G"."""
    last = before.split()[-1:]
    return bool(last) and (last[0].lower() in _scales() or (last[0][-1:] == "G" and not last[0][:-1].isalpha()))


@cache
def _scales() -> frozenset[str]:
    return frozenset(row["scale"] for row in read_table("number_scales") if row["kind"] == "word")


@cache
def _mentions_needed() -> dict[str, int]:
    return {row["name"]: int(row["mentions"] or 1) for row in read_table("currency_bare")}


@cache
def _wholes(name: str) -> tuple[str, ...]:
    """Return the bare names of the currencies whose hundredths are called so."""
    return ("dollar",) if name == "cent" else ("franc", "dinar", "dirham")
