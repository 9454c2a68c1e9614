"""Text that means harm: one sign a million times, grammar words without end. Time stays linear, nothing crashes."""

import random
import time

import pytest

from frnews import extract_dates

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
    "mars ",
]
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
BOUND = 20.0  # seconds for a million characters, on a slow machine that is busy; quadratic time would be hours


def seconds(text):
    start = time.perf_counter()
    found = extract_dates(text, published="2022-12-30")
    for mention in found[:1000]:
        assert text[mention.start_char : mention.end_char] == mention.text
    return time.perf_counter() - start


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_one_sign_a_million_times(sign):
    assert seconds(sign * (1_000_000 // len(sign))) < BOUND


@pytest.mark.parametrize("glue", [" ", ""])
def test_grammar_words_without_end_take_linear_time(glue):
    rng = random.Random(7)
    short = glue.join(rng.choices(WORDS, k=4_000))
    long = glue.join(rng.choices(WORDS, k=40_000))
    seconds(short)  # compiles the grammar
    assert seconds(long) < 60 * max(seconds(glue.join(rng.choices(WORDS, k=4_000))), 0.05)


def test_shuffled_words_never_crash():
    rng = random.Random(11)
    for _ in range(3_000):
        text = " ".join(rng.choices(WORDS, k=rng.randint(1, 12)))
        for mention in extract_dates(text, published=rng.choice([None, "2022-12-30", "0001-01-01", "9999-12-31"])):
            assert text[mention.start_char : mention.end_char] == mention.text
            assert (mention.earliest is None) == (mention.latest is None)
            assert mention.earliest is None or mention.earliest <= mention.latest
