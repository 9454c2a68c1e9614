"""Text that means harm: one sign without end, grammar words without end. Time stays linear, nothing crashes."""

import random

import pytest

from clock import linear, proportional
from frnews import extract_dates, normalize_date
from frnews._tables import read_table

SIGNS = [
    " ",
    "1",
    "a",
    "-",
    "'",
    ".",
    ",",
    "\n",
    "(",
    "é",
    "\u0301",
    "\ud800",
    "«",
    "0/",
    "1 ",
    "12/",
    "le ",
    "de ",
]
DATES = ["mars ", "lundi ", "il sera samedi "]
WORDS = [
    "le",
    "la",
    "les",
    "de",
    "du",
    "des",
    "d'",
    "au",
    "à",
    "en",
    "lundi",
    "mardi",
    "12",
    "30",
    "mars",
    "avril",
    "mai",
    "2012",
    "1998",
    "début",
    "fin",
    "mi",
    "-",
    ",",
    "et",
    "entre",
    "premier",
    "dernier",
    "prochain",
    "semaine",
    "mois",
    "an",
    "années",
    "siècle",
    "XXe",
    "h",
    "heures",
    "20h30",
    "h30",
    "midi",
    "il",
    "y",
    "a",
    "dans",
    "deux",
    "trente",
    "avant",
    "après",
    "plus",
    "tard",
    "nuit",
    "soir",
    "matin",
    "(",
    ")",
    "/",
    ":",
    ".",
    "av",
    "J.-C.",
    "jusqu'",
    "ce",
    "cette",
    "là",
    "week",
    "end",
    "Noël",
    "Pâques",
    "trimestre",
    "sept",
]
TABLES = ("months", "weekdays", "units", "day_words", "day_parts", "seasons", "holidays", "positions", "relations")
TABLES += ("shifts", "approximators", "ordinals", "zones", "round_numbers", "tense_words", "nouns")
# Words that only meet in the ends of expressions, and every word of the tables of dates.
MORE_WORDS = [
    *[
        "toute",
        "lendemain",
        "même",
        "suivants",
        "précédents",
        "partie",
        "moitié",
        "quarts",
        "T08",
        "z",
        "2021-05-03T08:15:00Z",
        "03/2026",
        "3/5",
        "48",
        "h",
    ],
    *(row.get("word") or row["noun"] for table in TABLES for row in read_table(f"date_{table}")),
]
ENDS = ["0001-01-01", "0001-01-02", "9999-12-30", "9999-12-31"]
BOUND = 20.0  # seconds for a million characters, on a slow machine that is busy; quadratic time would be hours


def read(text):
    for mention in extract_dates(text, published="2022-12-30")[:1000]:
        assert text[mention.start_char : mention.end_char] == mention.text


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_one_sign_without_end(sign):
    text = sign * (250_000 // len(sign))
    assert linear(lambda: read(text), len(text), BOUND)


@pytest.mark.parametrize("date", DATES)
def test_a_text_of_nothing_but_dates(date, monkeypatch):
    monkeypatch.setattr("frnews._dates._recognize._CHUNK", 25_000)  # the text is more than is read at a time
    read(date)
    assert proportional(lambda length: date * (length // len(date)), read, 10_000)


@pytest.mark.parametrize("glue", [" ", ""])
def test_grammar_words_without_end_take_linear_time(glue):
    rng = random.Random(7)
    read(glue.join(rng.choices(WORDS, k=1_000)))  # compiles the grammar
    assert proportional(lambda number: glue.join(rng.choices(WORDS, k=number)), read, 2_000)


@pytest.mark.parametrize("words", [WORDS, WORDS + MORE_WORDS], ids=["grammar", "tables"])
def test_shuffled_words_never_crash(words):
    rng = random.Random(11)
    for _ in range(3_000):
        text = " ".join(rng.choices(words, k=rng.randint(1, 12)))
        published = rng.choice([None, "2022-12-30", "0001-01-01", "9999-12-31"])
        prefer, seasons = rng.choice(["auto", "past", "future"]), rng.choice(["months", "astronomical"])
        for mention in extract_dates(text, published=published, prefer=prefer, seasons=seasons):
            assert text[mention.start_char : mention.end_char] == mention.text
            assert (mention.earliest is None) == (mention.latest is None)
            assert mention.earliest is None or mention.earliest <= mention.latest


@pytest.mark.parametrize("published", ENDS)
@pytest.mark.parametrize(
    "expression",
    [
        "automne dernier",
        "hiver prochain",
        "printemps prochain",
        "il y a 9000 ans",
        "dans 9000 ans",
        "la semaine dernière",
        "la semaine prochaine",
        "samedi",
        "le week-end prochain",
        "lundi en huit",
        "du 31 au 3",
        "du 30 au 2 janvier",
        "le premier mercredi du mois prochain",
        "la fin de l'année",
        "la seconde moitié du mois",
        "dans un siècle",
        "la semaine du 31 décembre",
        "la nuit dernière",
        "les deux dernières années",
        "Pâques",
        "à trois jours de Noël",
    ],
)
def test_nothing_runs_over_the_ends_of_the_calendar(expression, published):
    for prefer in ("auto", "past", "future"):
        for mention in extract_dates(f"Il ira {expression}.", published=published, prefer=prefer):
            value = normalize_date(mention.text, published=published, prefer=prefer)
            for found in (mention, value):
                assert (found.earliest is None) == (found.latest is None)
                assert found.earliest is None or found.earliest <= found.latest
