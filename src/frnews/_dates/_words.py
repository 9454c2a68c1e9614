"""What a word or number of a time expression is worth, by its category in the grammar."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from frnews._dates._lexicon import fold
from frnews._numerals import read_number_words
from frnews._tables import Row, read_table

_ROMAN = {"i": 1, "v": 5, "x": 10}


@lru_cache(maxsize=4096)
def read_word(category: str, words: str) -> Any:
    """Return the value of `words` as a word of `category`, or None where they have none.

    >>> read_word("MONTHN", "déc.")
    12
    >>> read_word("NUMBER", "vingt-trois")
    23
    >>> read_word("CENTURYN", "XXIe")
    21
    """
    return _READERS.get(category, _read_number)(words)


@cache
def _table(name: str, column: str) -> dict[str, str]:
    return {fold(row["word"]): row[column] for row in read_table(name)}


@cache
def _rows(name: str) -> dict[str, Row]:
    return {fold(row["word"]): row for row in read_table(name)}


def _read_number(words: str) -> int | None:
    key = fold(words)
    digits = key.replace(" ", "")
    if digits.isdecimal():
        return int(digits)
    match = re.match(r"\d+", digits)
    if match:
        return int(match[0])
    ordinal = _table("date_ordinals", "value").get(key)
    if ordinal:
        return int(ordinal)
    round_number = _table("date_round_numbers", "value").get(key)
    if round_number:
        return int(round_number)
    single = _table("numerals", "value").get(key)
    if single:
        return int(single)
    if re.fullmatch(r"[ivx]+(?:er|e|eme|ieme)?", key) or re.fullmatch(r"[ivx]+e", key):
        return _read_roman(re.match(r"[ivx]+", key)[0])  # type: ignore[index]
    return _spelled(words)


def _spelled(words: str) -> int | None:
    """Return the number that words spell; years write "mil" for "mille"."""
    return read_number_words(re.sub(r"\bmil\b", "mille", words, flags=re.IGNORECASE))


def _read_roman(numeral: str) -> int:
    total = 0
    for letter, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN[letter]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total


def _read_years(words: str) -> tuple[int, bool] | None:
    """Return a year, and whether it is written with two digits."""
    plain = re.sub(r"\D", "", words)
    if plain:
        return int(plain), len(plain) == 2
    number = _spelled(words)
    return None if number is None else (number, False)


def _read_month(words: str) -> int | None:
    value = _table("date_months", "value").get(fold(words))
    return int(value) if value else None


def _read_weekday(words: str) -> int:
    return int(_table("date_weekdays", "value")[fold(words)])


def _read_unit(words: str) -> str:
    return _table("date_units", "unit")[fold(words)]


def _read_shift(words: str) -> tuple[int, str] | None:
    row = _rows("date_shifts").get(fold(words))
    return (int(row["offset"]), row["anchor"]) if row else None


def _read_direction(words: str) -> tuple[int, str]:
    """Plural adjectives: towards the past (-1) or the future (1), from the day published or from the text's date."""
    key = fold(words)
    anchor = "text" if key.startswith(("prec", "suiv")) else "published"
    return (-1 if key.startswith(("dern", "prec", "pass", "ecou")) else 1), anchor


def _read_code(words: str) -> tuple[str, int]:
    return ("half" if words[0] in "Ss" else "quarter"), int(words[1:])


def _read_position(words: str) -> str:
    return _table("date_positions", "mod")[fold(words)]


def _read_fraction(words: str) -> int | None:
    """Minutes after the hour, negative before it: "et demie", "moins vingt-trois minutes"."""
    key = fold(words)
    sign = -1 if key.startswith("moins") else 1
    for name, minutes in (("trois quarts", 45), ("quart", 15), ("demi", 30)):
        if name in key:
            return sign * minutes
    number = _read_number(re.sub(r"^(?:moins|passe)(?: (?:de|le|les|la|d))?\b|\bminutes?$", "", key).strip())
    return None if number is None else sign * number


def _read_minutes(words: str) -> int | None:
    return int(words[1:])


def _row_reader(table: str) -> Callable[[str], Row | None]:
    return lambda words: _rows(table).get(fold(words))


def _column_reader(table: str, column: str) -> Callable[[str], str | None]:
    def read(words: str) -> str | None:
        key = re.sub(r" (?:d|du|des)$", " de", fold(words))
        return _table(table, column).get(key)

    return read


def _read_relation(words: str) -> Row | None:
    rows, key = _rows("date_relations"), re.sub(r"\b(?:au|aux)$", "a", fold(words))
    return rows.get(key) or rows.get(re.sub(r"\b(?:du|des|d)$", "de", key))


_READERS: dict[str, Callable[[str], Any]] = {
    "MONTH": _read_month,
    "MONTHN": _read_month,
    "MM2": _read_number,
    "SEPT": lambda _: 9,
    "ENGLISHMONTH": _read_month,
    "THOUR": _read_minutes,
    "QUARTERS": lambda words: 15 if fold(words) == "un quart" else 45,
    "WEEKDAY": _read_weekday,
    "WEEKDAYS": _read_weekday,
    "UNIT": _read_unit,
    "PUNIT": _read_unit,
    "WHOLEUNIT": _read_unit,
    "QUARTERU": _read_unit,
    "YEARS": _read_years,
    "YEARN": _read_years,
    "YEAR": _read_years,
    "YEAR4": _read_years,
    "YY": _read_years,
    "YY98": _read_years,
    "SHIFT": _read_shift,
    "ROLL": _read_direction,
    "SHIFTS": _read_direction,
    "CODE": _read_code,
    "POSITION": _read_position,
    "HMIN": _read_minutes,
    "FRACTIONW": _read_fraction,
    "DAYWORD": _row_reader("date_day_words"),
    "HOURLETTER": lambda _: "hour",
    "DAYPARTW": _row_reader("date_day_parts"),
    "PART": _row_reader("date_day_parts"),
    "PARTS": _row_reader("date_day_parts"),
    "SEASON": _row_reader("date_seasons"),
    "HOLIDAY": _row_reader("date_holidays"),
    "APPROX": _column_reader("date_approximators", "mod"),
    "RELATION": _read_relation,
    "LATERW": fold,
    "LATERX": fold,
    "BEFOREAFTER": fold,
    "RELDAY": fold,
    "NOONWORD": fold,
    "BCE": fold,
    "HALF": fold,
    "FIRSTLAST": fold,
}
