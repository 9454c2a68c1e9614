"""The numbers of a sentence, in digits or in words, with their scales ("1,5 million", "une vingtaine de milliers")."""

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache

from attrs import frozen

from frnews._numerals import read_number_words
from frnews._tables import read_table

# Line ends stand inside sentences of hard-wrapped texts alone.
SPACE = r"[ \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
APOSTROPHE = "['’ʼ]"
HYPHEN = "[-‐‑–]"
OF = rf"(?:{SPACE}{{1,3}}(?:de{SPACE}{{1,3}}|d{APOSTROPHE}{SPACE}?)?|{HYPHEN})"

# A number with groups of three, or plain; at most some thirty digits, so that a megabyte of digits costs no more
# than its length. The English form (1,200.50) is read where it cannot be the French one.
_DIGITS = rf"""
    (?<!\d)(?<!\d[.,])
    (?: \d{{1,3}} (?: (?:{SPACE}\d{{3}}){{1,8}} | (?:{APOSTROPHE}\d{{3}}){{1,8}} | (?:\.\d{{3}}){{1,8}} )
            (?!\d) (?: [,.]\d{{1,6}} )?
      | \d{{1,3}} (?:,\d{{3}}){{1,8}} \.\d{{1,6}} | \d{{1,3}} (?:,\d{{3}}){{2,8}}
      | \d{{1,30}} (?: [.,]\d{{1,9}} )?
    ) (?!\d) (?: {SPACE}?[½¼¾] )?
"""
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_HALVES = {"demi": Decimal("0.5"), "demie": Decimal("0.5"), "quart": Decimal("0.25"), "quarts": Decimal("0.25")}


def is_multiple(value: Decimal, scale: Decimal) -> bool:
    """Tell whether a number is a whole number of times a scale, however many digits it has.

    >>> is_multiple(Decimal(3_000_000), Decimal(1_000_000)), is_multiple(Decimal("1.5"), Decimal(1))
    (True, False)
    """
    # Decimal's own remainder is refused where the quotient has more digits than its context.
    return Fraction(value) % Fraction(scale) == 0


@frozen
class Number:
    """A number of a sentence.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character, scale words included.
        value: What it is worth.
        scale: What its scale words multiply by; 1 without any.
        rounded: It is named by a rounded collective ("une vingtaine").
        digits: It is written in digits.
        written: Its digits or words without the scale.

    """

    start: int
    end: int
    value: Decimal
    scale: Decimal
    rounded: bool
    digits: bool
    written: str

    @property
    def like_year(self) -> bool:
        """Whether it may be a year: four digits, unscaled and ungrouped."""
        return self.scale == 1 and len(self.written) == 4 and self.written.isdigit() and 1000 < self.value < 2100

    @property
    def said_once(self) -> Decimal:
        """What the lower end of a range may leave to this upper one: the thousands of "10 à 15 000"."""
        thousand = Decimal(1000)
        if self.scale == 1 and self.value >= thousand and is_multiple(self.value, thousand):
            return thousand
        return _ONE


# Sums are exact: no product of what the patterns read has so many digits.
_EXACT = Context(prec=120)
_ONE = Decimal(1)


def scaled(value: Decimal, factor: Decimal) -> Decimal:
    """Return the exact product, as a plain whole number where it is one.

    >>> scaled(Decimal("1.5"), Decimal(1000000))
    Decimal('1500000')
    """
    if factor == _ONE and value.same_quantum(_ONE):
        return value  # a text of nothing but sums holds many: no copies of what is whole already
    product = _EXACT.multiply(value, factor)
    whole = product.to_integral_value(context=_EXACT)
    return whole if whole == product else product


@cache
def scale_values(kind: str) -> dict[str, Decimal]:
    """Return the scales of one kind with what each multiplies by.

    >>> scale_values("word")["millions"]
    Decimal('1000000')
    """
    return {row["scale"]: Decimal(row["value"]) for row in read_table("number_scales") if row["kind"] == kind}


@cache
def letter_scale() -> re.Pattern[str]:
    """Return the pattern of an abbreviated scale ("M", "k", "Mds"), the space before it included."""
    letters = "|".join(sorted(scale_values("letter"), key=len, reverse=True))
    return re.compile(rf"{SPACE}?({letters})\.?(?:{SPACE}de(?={SPACE})|{SPACE}d(?={APOSTROPHE}))?")


@cache
def _words_below_a_million() -> str:
    words = sorted((row["word"] for row in read_table("numerals") if int(row["value"]) < 1_000_000), key=len)
    word = "(?:" + "|".join(reversed(words)) + ")"
    joint = rf"(?:{HYPHEN}|{SPACE}{{1,3}})(?:et(?:{HYPHEN}|{SPACE}{{1,3}})(?=une?\b|onze\b))?"
    # The longest number below a million has ten words; the bound keeps hostile text linear.
    return rf"{word}\b(?:{joint}{word}\b){{0,12}}"


@cache
def _pattern() -> re.Pattern[str]:
    large = "|".join(sorted(scale_values("word"), key=len, reverse=True))
    rounded = "|".join(sorted(scale_values("collective"), key=len, reverse=True))
    words = rf"(?<!\w)(?!(?:cents|vingts)\b){_words_below_a_million()}"
    # "le million d'euros" is one million; "les millions" are none.
    after = "(?:" + "|".join(rf"(?<=\b{word}{SPACE})" for word in ("le", "du", "au", "ce", "son", "leur")) + ")"
    return re.compile(
        rf"""
        (?: (?P<digits>{_DIGITS})
          | (?P<words>{words}) (?: {SPACE}virgule{SPACE}(?P<decimals>{words}) )?
          | {after} (?P<half>demi)(?={HYPHEN})
          | {after} (?P<single>(?=(?:million|milliard)\b))
        )
        (?: {OF} (?P<part>demie?|quarts?)(?!\w)(?={OF}(?:{large})\b) )?
        (?: {OF} (?P<rounded>{rounded})\b )?
        (?P<scales> (?: (?:{OF}(?:(?:autres|nouveaux|bons){SPACE})?|(?<=\d)|(?<={SPACE})) (?:{large})\b ){{0,3}} )
        (?: {SPACE}et{SPACE}(?:un{SPACE})?(?P<and_half>demie?|quart)\b )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def read_digits(written: str, *, below_two: bool = False, english: bool = False) -> Decimal:
    """Return what a number in digits is worth.

    Args:
        written: The digits with their separators, French, Swiss or English.
        below_two: A scale in the singular follows: a point is then a decimal point ("1.450 milliard").
        english: A currency sign stands before the number: a comma before three digits then parts thousands.

    Returns:
        The number, exactly as written.

    >>> read_digits("12 345,67"), read_digits("1’200.20"), read_digits("5.000"), read_digits("8,943")
    (Decimal('12345.67'), Decimal('1200.20'), Decimal('5000'), Decimal('8.943'))
    >>> read_digits("1.450", below_two=True), read_digits("1,200", english=True), read_digits("1,200.50")
    (Decimal('1.450'), Decimal('1200'), Decimal('1200.50'))

    """
    extra = Decimal(0)
    if written[-1] in _FRACTIONS:
        extra = _FRACTIONS[written[-1]]
        written = written[:-1].rstrip()
    plain = re.sub(rf"{SPACE}|{APOSTROPHE}", "", written)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        thousands = "," if plain.rfind(".") > plain.rfind(",") else "."
    elif commas:
        # Nobody writes three zeros after a decimal comma.
        whole = english and re.fullmatch(r"[1-9]\d{0,2},\d{3}", plain)
        thousands = "," if commas > 1 or whole or re.fullmatch(r"[1-9]\d{0,2},000", plain) else "."
    elif points > 1:
        thousands = "."
    else:
        grouped = plain == written and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain) and not below_two
        thousands = "." if grouped else ","
    return Decimal(plain.replace(thousands, "").replace(",", ".")) + extra


@cache
def number_openers() -> frozenset[str]:
    """Return the words, in lower case, that a number can begin with."""
    words = {row["word"] for row in read_table("numerals")} - {"cents", "vingts", "millions", "milliards"}
    return frozenset({*words, "demi"})


def read_numbers(text: str, starts: Sequence[int], end: int) -> list[Number]:
    """Return the numbers that begin at some of `starts` and stop before `end`, in order, none inside another."""
    numbers: list[Number] = []
    position = 0
    for start in starts:
        if start >= position and (m := _pattern().match(text, start, end)) is not None:
            position = m.end()
            number = _read(m)
            if number is not None:
                numbers.append(number)
    return numbers


_SCALE_WORD = re.compile(r"[^\W\d_]{4,}")
_SINGULAR = re.compile(r"(?:million|milliard)\Z", re.IGNORECASE)


def _read(m: re.Match[str]) -> Number | None:
    scale = _ONE
    for word in _SCALE_WORD.findall(m["scales"]):
        # "640 autres millions"
        scale *= scale_values("word").get(word.casefold(), _ONE)
    if m["digits"] is not None:
        value = read_digits(m["digits"], below_two=_SINGULAR.search(m["scales"]) is not None)
    elif m["words"] is not None:
        whole = read_words(m["words"])
        if whole is None:
            return None
        value = whole
        if m["decimals"] is not None:
            value += _read_decimals(m["decimals"])
    elif m["half"] is not None:
        value = Decimal("0.5")
    else:
        value = Decimal(1)
    if m["part"] is not None:
        value *= _HALVES[m["part"].casefold()]
    if m["rounded"] is not None:
        value *= scale_values("collective")[m["rounded"].casefold()]
    if m["and_half"] is not None:
        value += _HALVES[m["and_half"].casefold()]
    written = m["digits"] or m["words"] or ""
    # "un millier" is a rounded number as "une centaine" is.
    rounded = m["rounded"] is not None or (value == 1 and "millier" in m["scales"].casefold())
    return Number(m.start(), m.end(), scaled(value, scale), scale, rounded, m["digits"] is not None, written)


@lru_cache(maxsize=4096)
def read_words(words: str) -> Decimal | None:
    """Return what a whole number below a million, in words, is worth, or None where it is none.

    >>> read_words("deux cent mille"), read_words("septante-cinq"), read_words("vingt trente")
    (Decimal('200000'), Decimal('75'), None)
    """
    number = read_number_words(words)
    return None if number is None else Decimal(number)


def _read_decimals(words: str) -> Decimal:
    zeros = 0
    while (head := re.match(rf"zéro{SPACE}+", words, re.IGNORECASE)) is not None:
        zeros += 1
        words = words[head.end() :]
    number = read_words(words) or Decimal(0)
    return number.scaleb(-zeros - len(str(number)))
