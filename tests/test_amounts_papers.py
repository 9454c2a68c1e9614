"""Sums in sentences as eight kinds of paper print them."""

from pathlib import Path

import pytest

import frnews
from amounts_notation import read_notation, readings
from each_row import table_rows

PATH = Path(__file__).with_name("data") / "amounts_papers.tsv"
# Sums that are not read rightly, and why.
_FAR = "the number leans on a currency too far off, or in no sum at all"
UNREAD = {
    "Haïti : la gourde a perdu de sa valeur, il en faut 132 pour un dollar.": _FAR,
    "À Genève, un studio se loue 1400 francs, un deux-pièces 2100.": _FAR,
    "On est loin des 50 milliards d'euros annoncés, plutôt autour de 20.": _FAR,
    "Sur les 300 millions de dollars promis, seuls 40 ont été versés à Haïti.": _FAR,
    "Elle paie 600 euros pour 20 m2, lui 500 pour 15.": _FAR,
    "Prix très corrects (coupe homme 18 euros, femme 32).": _FAR,
    "Entrée : 3 euros ; enfants : 1,50.": _FAR,
    "Le budget 2024 de la ville de Fribourg boucle sur un déficit de 3,1 mios de francs.": (
        "a surname and a town of Germany too: « Fribourg » shows no country"
    ),
    "Qui gagne entre 1.900 et 2.500 euros brut verra son net grimper de 50 à 100 euros.": (
        "« grimper de A à B » is a change by its form; that it is an increase of 50 to 100 is sense alone"
    ),
    "Le franc Poincaré, créé par la loi du 25 juin 1928, ne valait plus que vingt centimes d'avant-guerre.": (
        "a currency named without a number does not tell whose centimes these are"
    ),
}
LINES = table_rows(PATH)


@pytest.mark.parametrize(("text", "expected"), [line[1:] for line in LINES], ids=[line[1] for line in LINES])
def test_a_reader_takes_these_sums_from_it(text, expected, request):
    if text in UNREAD:
        request.applymarker(pytest.mark.xfail(reason=UNREAD[text], strict=True))
    amounts = frnews.extract_amounts(text)
    assert readings(amounts) == read_notation(expected)
    assert all(text[amount.start_char : amount.end_char] == amount.text for amount in amounts)
