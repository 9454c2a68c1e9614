"""The words of time expressions: which categories a token belongs to, and what a word is worth.

Every token of a text becomes one character, its *symbol*; the grammar (`_grammar.py`) is a set of regular
expressions over these symbols. Tokens that belong to the same categories share a symbol, so the symbols are found by
themselves from the tables: nobody numbers them.
"""

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from frnews._french._folds import bare
from frnews._tables import Row, read_table

OTHER = "x"
"""Symbol of a token that no time expression contains."""

LETTERS = "A-Za-z\u00c0-\u024f\u0300-\u036f\u1d49\u02b3"
APOSTROPHES = "'’ʼ‘"
HYPHENS = "‑‐–-"
_SIGNS = re.compile(rf"[\s{APOSTROPHES}.{HYPHENS}]+")

# What a one-word literal of the tables stands for when it is contracted with the article that follows it.
_CONTRACTED = {"de": ("de", "du", "des", "d"), "à": ("à", "au", "aux")}

# Units that a text calls by a deictic ("cette semaine"); "ce jour" and "cette nuit" are words of their own.
_CALENDAR_UNITS = {"week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"}

# Each table with the categories of its rows.
_TABLES: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("date_months", lambda row: {"name": "MONTH", "english": "MONTHEN"}.get(row["kind"], "MONTHABBR")),
    ("date_weekdays", lambda row: "WEEKDAY" if row["kind"] == "singular" else "WEEKDAYS"),
    ("date_units", lambda row: "UNIT PUNIT" if row["unit"] in _CALENDAR_UNITS else "UNIT"),
    ("date_seasons", lambda row: "SEASON"),
    ("date_day_words", lambda row: "DAYWORD"),
    ("date_day_parts", lambda row: "PART"),
    ("date_positions", lambda row: "POSITION"),
    ("date_shifts", lambda row: "SHIFT"),
    ("date_holidays", lambda row: "HOLIDAY"),
    ("date_approximators", lambda row: "APPROX"),
    ("date_relations", lambda row: "RELATION"),
    ("date_ordinals", lambda row: "ORDWORD"),
    ("date_zones", lambda row: "ZONE"),
    ("date_round_numbers", lambda row: "ROUND"),
    ("numerals", lambda row: _numeral_category(int(row["value"]))),
)


def _numeral_category(value: int) -> str:
    if value < 10:
        return "UNITW"
    if value < 20:
        return "TEENW"
    if value < 100:
        return "TENSW"
    return {100: "CENTW", 1000: "MILLEW"}.get(value, "SCALEW")


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """Return `words` as a key of the tables: no case, no accents, one space for spaces, hyphens and apostrophes.

    >>> fold("L’Après‑Midi")
    'l apres midi'
    """
    return _SIGNS.sub(" ", bare(words)).strip()


def tokenize(words: str) -> list[str]:
    """Return the tokens of a few words of a table or of the grammar.

    >>> tokenize("aujourd'hui")
    ['aujourd', "'", 'hui']
    """
    return re.findall(rf"[{LETTERS}]+[0-9]*|[0-9]+|\S", words)


@frozen
class Lexicon:
    """The categories of all tokens.

    Attributes:
        symbol_of: Symbol of every form of every word; a token that is not in it has the symbol `OTHER`.
        sources: Source of a regular expression over symbols, for every category and every literal word.

    """

    symbol_of: dict[str, str]
    sources: dict[str, str]


def build_lexicon(literals: Iterable[str], new_symbol: Iterator[str]) -> Lexicon:
    """Return the lexicon of the tables and of the literal words that the grammar uses."""
    categories, sequences = _read_tables()
    for literal in literals:
        categories[literal].add(f"={literal}")
    number_categories = dict(_number_categories())

    symbols: dict[frozenset[str], str] = {}
    symbol_of: dict[str, str] = {}
    by_category: defaultdict[str, set[str]] = defaultdict(set)

    merged: defaultdict[str, set[str]] = defaultdict(set)
    for token, names in categories.items():
        for form in _forms(token):
            merged[form] |= names
    for form, names in itertools.chain(merged.items(), number_categories.items()):
        key = frozenset(names)
        symbol = symbols.get(key)
        if symbol is None:
            symbol = symbols[key] = next(new_symbol)
        symbol_of[form] = symbol
        for name in key:
            by_category[name].add(symbol)

    sources = {name: _one_of(found) for name, found in by_category.items()}
    for category, found in sequences.items():
        ordered = sorted(found, key=len, reverse=True)
        pieces = ["".join(_token_source(token, sources) for token in tokens) for tokens in ordered if len(tokens) > 1]
        if category in by_category:
            pieces.append(_one_of(by_category[category]))
        sources[category] = "(?:" + "|".join(pieces) + ")"
    return Lexicon(symbol_of, sources)


def _read_tables() -> tuple[defaultdict[str, set[str]], defaultdict[str, set[tuple[str, ...]]]]:
    """Return the categories of each token as the tables write it, and the words of each category as their tokens."""
    categories: defaultdict[str, set[str]] = defaultdict(set)
    sequences: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for table, category_of in _TABLES:
        for row in read_table(table):
            tokens = tuple(tokenize(row["word"]))
            by_itself = len(tokens) == 1 and tokens[0] not in _CONTRACTED
            for category in category_of(row).split():
                sequences[category].add(tokens)
                if by_itself:  # all months are one symbol, all weekdays another
                    categories[tokens[0]].add(category)
                if category == "HOLIDAY":
                    categories[max(tokens, key=len)].add("HOLIDAYWORD")
            for token in () if by_itself else tokens:
                for form in _CONTRACTED.get(token, (token,)):
                    categories[form].add(f"={form}")
    return categories, sequences


def _token_source(token: str, sources: dict[str, str]) -> str:
    if token == "-":  # "week-end", "week end", "weekend" cut in two by a line: the hyphen is never needed
        return sources["=-"] + "?"
    if token == "de":
        return f"(?:{sources['=d']}{sources['=' + chr(39)]}|{sources['=de']}|{sources['=du']}|{sources['=des']})"
    if token == "à":
        return f"(?:{sources['=à']}|{sources['=au']}|{sources['=aux']})"
    return sources[f"={token}"]


def _one_of(symbols: set[str]) -> str:
    return "[" + "".join(sorted(symbols)) + "]"


def _forms(token: str) -> set[str]:
    """Every way in which a newspaper may write the token: case, missing accents, signs that look alike."""
    if token in APOSTROPHES:
        return set(APOSTROPHES)
    if token in HYPHENS:
        return set(HYPHENS)
    composed = unicodedata.normalize("NFC", token)
    plain = "".join(c for c in unicodedata.normalize("NFD", composed) if not unicodedata.combining(c))
    first_bare = plain[:1] + composed[1:]
    written = {composed, composed.lower(), composed.upper(), composed[:1].upper() + composed[1:]}
    written.add(first_bare[:1].upper() + first_bare[1:])  # "Etats", "A partir"
    if len(token) >= 4:  # shorter ones are other words without their accents: "des", "la", "a"
        written |= {plain, plain.lower(), plain.upper(), plain[:1].upper() + plain[1:]}
    return written | {unicodedata.normalize("NFD", form) for form in written}


def _number_categories() -> Iterator[tuple[str, set[str]]]:
    """Numbers in digits, with what they may be."""
    for n in range(10_000):
        yield str(n), _categories_of_number(n, str(n))
    for n in range(10):
        yield f"0{n}", _categories_of_number(n, f"0{n}")
    for n in range(100):
        yield f"{n:03}", {"THREE"}
    for n in range(60):
        for letter in "hH":
            yield f"{letter}{n:02}", {"HMIN"}
    for n in range(24):  # as ISO 8601 parts the day from the hour: "2021-05-03T08:15"
        yield f"T{n:02}", {"THOUR"}
    for letters, count, category in (("TtQ", 4, "QCODE"), ("S", 2, "HCODE")):
        for letter in letters:
            for n in range(1, count + 1):
                yield f"{letter}{n}", {category}
    for n in range(1, 31):
        roman = _roman(n)
        for numeral in (roman, roman.lower()):
            for ending in ("e", "è", "ème", "eme", "ᵉ", "ième", "E"):
                yield numeral + ending, {"ROMAN"}
    for ending in ("er", "ᵉʳ", "ER"):
        yield "I" + ending, {"ROMAN"}


def _categories_of_number(n: int, written: str) -> set[str]:
    two = len(written) == 2
    found = {"INT"}
    if written[0] != "0" and n < 1000:
        found.add("INT3")
    if len(written) == 3:
        found |= {"THREE", "YEAR3"}
    if 1 <= n <= 31:
        found.add("DD")
    if 1 <= n <= 12:
        found.add("MM")
        if two:
            found.add("MM2")
    if n <= 24:
        found.add("HH")
    if two and n < 60:
        found.add("MIN")
    if 1000 <= n < 2200:
        found.add("YEAR4")
    if two:
        found.add("YY")
        if n >= 32:
            found.add("YY98")
        if n % 10 == 0:
            found.add("TENS")
    if n == 1:
        found.add("=1")
    return found


def _roman(n: int) -> str:
    written = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        written += letters * count
    return written
