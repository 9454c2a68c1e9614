"""The currencies: their names, signs and codes, and where a stretch of text has one.

CLDR's French names (through Babel, https://babel.pocoo.org) are the base; `data/currency_*.tsv` add what newspapers
write instead. Everything is built when first asked for.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from attrs import frozen

from frnews._amounts._numbers import APOSTROPHE, HYPHEN, SPACE
from frnews._french._folds import bare
from frnews._tables import read_table

_HYPHEN = re.compile(HYPHEN)
_APOSTROPHE = re.compile(APOSTROPHE)


@frozen
class CurrencyWord:
    """A currency's name, sign or code in the text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        code: ISO 4217 code, or None where the word alone does not tell.
        name: The bare name ("dollar" for "dollars" and "$"), or None where the word is qualified or a code.
        family: The bare name that a qualified one belongs to ("franc" for "francs suisses"), else None.
        weight: What the number counts: 1, or a hundredth for centimes.
        before: It may stand before its number.
        after: It may stand after its number.
        scaled: The currency that a sign stands for where a scale in words precedes it, or None ("3 millions $").
        least: The smallest number that it is a currency beside ("850 FC" are francs, "11 FC" are clubs).

    """

    start: int
    end: int
    code: str | None
    name: str | None
    family: str | None = None
    weight: Decimal = Decimal(1)
    before: bool = False
    after: bool = True
    scaled: str | None = None
    least: int = 0


class _Sign(NamedTuple):
    code: str | None
    name: str | None
    before: bool
    after: bool
    scaled: str | None
    least: int


class _Subunit(NamedTuple):
    of: str | None
    default: str
    weight: Decimal


def fold(word: str) -> str:
    """Return `word` without case, accents and kinds of apostrophe, space or hyphen, for look-up.

    >>> fold("Dollars des États‑Unis")
    'dollars des etats-unis'
    """
    return " ".join(_HYPHEN.sub("-", _APOSTROPHE.sub("'", bare(word))).split())


def tolerant(words: str, *, plural: bool = False) -> str:
    """Return the source of a pattern for `words` with any apostrophe, space, hyphen, and composed or split accents.

    Args:
        words: Literal words.
        plural: Each word may take a plural ending.

    """
    pieces = []
    for word in words.split(" "):
        piece = ""
        for c in unicodedata.normalize("NFC", word):
            split = unicodedata.normalize("NFD", c)
            if c in "'’":
                piece += APOSTROPHE
            elif c == "-":
                piece += f"(?:{HYPHEN}|{SPACE})"
            elif split != c:
                # Newspapers drop the accents of capitals and of foreign names.
                piece += f"(?:{c}|{split}|{split[0]})"
            else:
                piece += re.escape(c)
        pieces.append(piece + ("(?:s|x)?" if plural and len(word) > 1 else ""))
    return f"(?:{SPACE}{{1,3}}|{HYPHEN})".join(pieces)


@cache
def cldr_names() -> dict[str, tuple[str, ...]]:
    """Return CLDR's French names of every currency, by ISO 4217 code; historic ones too, test codes and metals not."""
    from babel import Locale
    from babel.numbers import get_currency_name

    french = Locale.parse("fr")
    names: dict[str, tuple[str, ...]] = {}
    for code in french.currencies.keys() - _NOT_MONEY:
        forms = (get_currency_name(code, count, french) for count in (1, 2))
        # The years or the account in brackets tell apart what a newspaper does not.
        names[code] = tuple(dict.fromkeys(form for form in forms if "(" not in form))
    return names


# Funds codes, metals, units of account of banks, test codes: no newspaper pays in them.
_NOT_MONEY = frozenset(
    code
    for group in (
        ("XTS", "XXX", "XAG", "XAU", "XPD", "XPT", "XFU", "XFO", "XRE", "XDR", "XSU", "CHE", "CHW", "CLF", "COU"),
        ("ECV", "MXV", "UYI", "USN", "USS", "BOV", "GEK", "CNH", "BRN", "BRB", "AON", "ZRN"),
    )
    for code in group
)


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes that `currency_of` may name."""
    from babel import Locale

    return frozenset(Locale.parse("fr").currencies) - {"XTS", "XXX"}


@cache
def _names() -> tuple[dict[str, str | None], dict[str, dict[str, str]]]:
    """Return what bare names mean, and for each first word the codes of the names that go on after it."""
    refused = {row["name"] for row in read_table("currency_homographs") if row["cue"] == "*"}
    own = {row["name"]: None if row["currency"] == "-" else row["currency"] for row in read_table("currency_names")}
    bare: dict[str, str | None] = {}
    longer: dict[str, dict[str, str]] = {}
    heads: dict[str, set[str]] = {}
    for code, forms in cldr_names().items():
        for form in forms:
            words = form.split(" ")
            if not words[0].isalpha():
                # The pa'anga of Tonga, which no newspaper names.
                continue
            if words[0] in ("nouveau", "nouveaux"):
                longer.setdefault("nouveau", {})[" ".join(words[1:])] = code
                words = words[1:]
            if len(words) > 1:
                head = words[0] if words[0] in _IRREGULAR else _singular(words[0])
                longer.setdefault(head, {})[" ".join(words[1:])] = code
            heads.setdefault(_singular(words[0]), set()).add(code)
    for head, found in heads.items():
        if len(found) == 1 and head not in refused:
            bare[head] = next(iter(found))
    for name, own_code in own.items():
        first, _, rest = name.partition(" ")
        if not rest:
            bare[first] = own_code
        elif own_code is not None and first not in _signs():
            longer.setdefault(first, {})[rest] = own_code
    for row in read_table("currency_bare"):
        if " " not in row["name"]:
            bare[row["name"]] = None if row["currency"] == "-" else row["currency"]
    return bare, longer


@cache
def _shared_by_code() -> dict[str, str]:
    """Return the names of several words that countries share, by the currency that each means by default."""
    return {row["currency"]: row["name"] for row in read_table("currency_bare") if " " in row["name"]}


_IRREGULAR = {"lei": "leu", "maloti": "loti", "meticais": "metical"}


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if word.endswith("s") and word not in ("litas", "lats", "karbovanets", "talonas") else word


def bare_default(name: str) -> str | None:
    """Return the currency that a bare name means where nothing in the text says otherwise.

    >>> bare_default("franc"), bare_default("dinar")
    ('FRF', None)
    """
    shared = {name: code for code, name in _shared_by_code().items()}
    return shared.get(name) or _names()[0].get(name)


def bare_name(written: str) -> str | None:
    """Return the bare name that `written` is a form or the sign of, or None.

    >>> bare_name("Dollars"), bare_name("$"), bare_name("pomme")
    ('dollar', 'dollar', None)
    """
    sign = _signs().get(written)
    if sign is not None:
        return sign.name
    folded = fold(written)
    for shared in _shared_by_code().values():
        first, _, rest = fold(shared).partition(" ")
        if folded in (f"{first} {rest}", f"{first}s {rest}"):
            return shared
    for form in (folded, folded[:-1] if folded[-1:] in ("s", "x") else folded):
        name = _by_fold().get(form)
        if name is not None and (name in _names()[0] or name in _subunits()):
            return name
    return None


@cache
def _by_fold() -> dict[str, str]:
    bare, longer = _names()
    return {fold(name): name for name in [*bare, *longer, *_subunits()]}


@cache
def _subunits() -> dict[str, _Subunit]:
    return {
        row["name"]: _Subunit(None if row["of"] == "-" else row["of"], row["default"], Decimal(row["worth"]))
        for row in read_table("currency_subunits")
    }


def subunit_default(name: str) -> str:
    """Return the currency whose fraction `name` is where the text says nothing."""
    return _subunits()[name].default


def is_subunit(name: str) -> bool:
    """Whether a bare name is a fraction of a currency ("centime")."""
    return name in _subunits()


@cache
def has_subunit(code: str) -> bool:
    """Whether a currency is divided at all: no newspaper counts hundredths of a yen.

    >>> has_subunit("RUB"), has_subunit("JPY")
    (True, False)
    """
    from babel.numbers import get_currency_precision

    return get_currency_precision(code) > 0


@cache
def _signs() -> dict[str, _Sign]:
    signs = {}
    for row in read_table("currency_signs"):
        stands_for = row["stands_for"]
        is_code = stands_for.isupper()
        signs[row["sign"]] = _Sign(
            stands_for if is_code else None,
            None if is_code else stands_for,
            row["place"] in ("both", "before"),
            row["place"] in ("both", "after"),
            row["scaled"] or None,
            int(row["least"] or 0),
        )
    return signs


@cache
def iso_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that are read as money in running text."""
    return frozenset(cldr_names()) - {row["code"] for row in read_table("currency_codes_refused")}


@cache
def first_words() -> str:
    """Return the source of a pattern for the first word of a currency's name, in any number (case is the caller's)."""
    bare, longer = _names()
    words = sorted({*bare, *longer, *_subunits()}, key=len, reverse=True)
    return "|".join(tolerant(word, plural=True) for word in words)


# What may stand before a code or an abbreviation: no letter, but the letter of a scale ("M€", "kCHF").
_EDGE = rf"(?:(?<![^\W\d_])|(?<=\d[kKMG])|(?<=\d{SPACE}[kKMG])|(?<=Md)|(?<=Mds)|(?<=MM))"


@cache
def _pattern() -> re.Pattern[str]:
    signs = sorted(_signs(), key=len, reverse=True)
    open_signs = "|".join(tolerant(s) for s in signs if not s[-1].isalnum() and not s[0].isalnum())
    lettered = "|".join(tolerant(s).replace(f"{SPACE}{{1,3}}", f"{SPACE}?") for s in signs if s[-1].isalnum())
    opened = "|".join(tolerant(s) for s in signs if s[0].isalnum() and not s[-1].isalnum())
    return re.compile(
        rf"""
          (?P<name> (?<!\w) (?i:{first_words()}) (?!\w) )
        | (?P<sign> {_EDGE}(?:{opened}) | (?:{_EDGE}|(?=\$))(?:{lettered})(?!\w) | (?:{open_signs}) )
        | (?P<code> {_EDGE}[A-Z]{{3}}(?![^\W\d_]) )
        """,
        re.VERBOSE,
    )


@cache
def _rest_of_name(first: str) -> re.Pattern[str] | None:
    rests = _names()[1].get(first)
    if not rests:
        return None
    ordered = sorted(rests, key=len, reverse=True)
    groups = "|".join(f"(?P<r{i}>{tolerant(rest, plural=True)})" for i, rest in enumerate(ordered))
    return re.compile(rf"{SPACE}{{1,3}}(?:{groups})(?!\w)", re.IGNORECASE)


def _match_rest(first: str, text: str, position: int, end: int) -> tuple[str, int] | None:
    pattern = _rest_of_name(first)
    m = pattern.match(text, position, end) if pattern else None
    if m is None or m.lastgroup is None:
        return None
    rests = sorted(_names()[1][first], key=len, reverse=True)
    return _names()[1][first][rests[int(m.lastgroup[1:])]], m.end()


@cache
def currency_openers() -> frozenset[str]:
    """Return the words, folded, that a currency's name can begin with."""
    return frozenset(form for word in _by_fold() for form in (word, word + "s", word + "x"))


@cache
def accented_names() -> frozenset[str]:
    """Return the first words of currencies' names, in both numbers, that have an accent."""
    names = {form for word in _by_fold().values() for form in (word, word + "s", word + "x")}
    return frozenset(name for name in names if not name.isascii())


@cache
def sign_openers() -> dict[str, int]:
    """Return the letters that a sign or code can begin with, and how many of a scale ("kCHF", "MF") precede it."""
    letters = {m[0] for sign in _signs() if (m := re.match(r"[^\W\d_]+", sign))} | iso_codes()
    glued = {scale + word: len(scale) for scale in ("k", "K", "M", "MM", "G", "Md", "Mds") for word in letters}
    return {**glued, **dict.fromkeys(letters, 0)}


@cache
def sign_characters() -> str:
    """Return the characters, no letters, that signs begin with."""
    return "".join({sign[0] for sign in _signs() if not sign[0].isalnum()})


def read_currency_words(text: str, starts: Sequence[int], end: int) -> list[CurrencyWord]:
    """Return the currencies that begin at some of `starts` and stop before `end`, in order, none inside another."""
    words: list[CurrencyWord] = []
    position = 0
    for start in starts:
        if start >= position and (m := _pattern().match(text, start, end)) is not None:
            word = _read(m, text, end)
            if word is not None:
                words.append(word)
                position = word.end
    return words


def _read(m: re.Match[str], text: str, end: int) -> CurrencyWord | None:
    if m["sign"] is not None or m[0] in _signs():
        sign = _signs().get(m[0]) or _signs_by_letters()[_letters(m[0])]
        if sign.name is not None and is_subunit(sign.name):
            return CurrencyWord(m.start(), m.end(), None, sign.name, weight=_subunits()[sign.name].weight)
        return CurrencyWord(
            m.start(),
            m.end(),
            sign.code,
            sign.name,
            before=sign.before,
            after=sign.after,
            scaled=sign.scaled,
            least=sign.least,
        )
    if m["code"] is not None:
        if m["code"] not in iso_codes():
            return None
        return CurrencyWord(m.start(), m.end(), m["code"], None, before=True)
    name = _first_word(m["name"])
    if name in _subunits():
        return _read_subunit(name, m.start(), m.end(), text, end)
    rest = _match_rest(name, text, m.end(), end)
    if rest is not None:
        code, stop = rest
        return CurrencyWord(m.start(), stop, code, _shared_by_code().get(code), family=name)
    if name not in _names()[0]:
        return None
    return CurrencyWord(m.start(), m.end(), bare_default(name), name)


@cache
def _signs_by_letters() -> dict[str, _Sign]:
    return {_letters(sign): meaning for sign, meaning in _signs().items()}


def _letters(sign: str) -> str:
    """Return a sign without what `tolerant` lets vary: spaces, hyphens, accents ("$-US", "Kc")."""
    flat = unicodedata.normalize("NFD", re.sub(f"{SPACE}|{HYPHEN}", "", sign))
    return "".join(c for c in flat if not unicodedata.combining(c))


def _first_word(written: str) -> str:
    folded = fold(written)
    known = _by_fold()
    return known[folded] if folded in known else known[folded[:-1]]


def _read_subunit(name: str, start: int, stop: int, text: str, end: int) -> CurrencyWord:
    of, _, weight = _subunits()[name]
    # "centimes d'euro", "centimes de franc suisse"
    m = _whole().match(text, stop, end)
    if m is not None:
        first = _first_word(m["name"])
        rest = _match_rest(first, text, m.end(), end)
        if rest is not None:
            return CurrencyWord(start, rest[1], rest[0], None, weight=weight)
        if first in _names()[0]:
            return CurrencyWord(start, m.end(), bare_default(first), first, weight=weight)
    # "cents américains", "centimes suisses": the hundredth of the dollar, of the franc so called
    rest = _match_rest("dollar" if name == "cent" else "franc", text, stop, end)
    if rest is not None:
        return CurrencyWord(start, rest[1], rest[0], None, weight=weight)
    return CurrencyWord(start, stop, of, None if of else name, weight=weight)


@cache
def _whole() -> re.Pattern[str]:
    of = rf"{SPACE}{{1,3}}(?:de{SPACE}{{1,3}}|d{APOSTROPHE}{SPACE}?)"
    return re.compile(rf"{of}(?P<name>{first_words()})(?!\w)", re.IGNORECASE)


def find_qualified(text: str, name: str) -> list[tuple[int, str]]:
    """Return where `text` has a bare name with its country, and the currency that this makes.

    >>> find_qualified("Le franc suisse monte, le franc baisse.", "franc")
    [(3, 'CHF')]
    """
    found = []
    for m in _any_number(name).finditer(text):
        rest = _match_rest(name, text, m.end(), len(text))
        if rest is not None:
            found.append((m.start(), rest[0]))
    return found


@cache
def _any_number(name: str) -> re.Pattern[str]:
    # No lookbehind first: a literal prefix is what makes the search fast.
    return re.compile(rf"{name}(?:s|x)?(?!\w)")
