"""Headlines and subheads in capitals: read as the lines below them, given back as they stand."""

import pytest

import frnews
from frnews._french._capitals import in_running_case

HEADLINES = [
    # headline and first paragraph; what is said in the headline, by whom
    (
        "LE MAIRE DE LORIENT ASSURE QUE LA CRIÈRE RESTERA PUBLIQUE\nLe maire, Luc Le Goff, recevait à Lorient.",
        "LA CRIÈRE RESTERA PUBLIQUE",
        "Luc Le Goff",
    ),
    (
        "BUDGET : TREMBLAY EXIGE UN VOTE EN JUIN\nÀ Québec, le député Marc Tremblay a tenu tête au premier ministre.",
        "UN VOTE EN JUIN",
        "Marc Tremblay",
    ),
    (
        "« NOUS NE CÈDERONS PAS », PRÉVIENT LA FGTB\nÀ Liège, les délégués de la FGTB sont restés devant l'usine.",
        "NOUS NE CÈDERONS PAS",
        "FGTB",
    ),
    (
        "LA MINISTRE DIALLO ANNONCE LA FIN DES DÉLESTAGES\nHier à Conakry, la ministre Fanta Diallo était au barrage.",
        "LA FIN DES DÉLESTAGES",
        "Fanta Diallo",
    ),
    (
        "SELON BERNE, LE TUNNEL OUVRIRA EN AVRIL\nLe chantier avance, a-t-on appris à Berne.",
        "LE TUNNEL OUVRIRA EN AVRIL",
        "Berne",
    ),
]


@pytest.mark.parametrize(("text", "said", "speaker"), HEADLINES)
def test_what_a_headline_in_capitals_says(text: str, said: str, speaker: str) -> None:
    first = frnews.parse(text).quotations[0]
    assert (first.text, first.speaker and first.speaker.name) == (said, speaker)
    assert text[first.start_char : first.end_char] == first.text


@pytest.mark.parametrize(
    "text",
    [
        "RFI ET RTBF\nLa chaîne parle à Paris.",
        "BURKINA FASO\nLe pays a voté à Ouagadougou.",
        "UN VOTE EST EXIGÉ PAR TOUS",
        "La CGT, la CFDT, FO et l'UNSA ONT SIGNÉ\nÀ Paris, on parle.",
    ],
)
def test_what_is_left_as_it_stands(text: str) -> None:
    assert in_running_case(text) == text


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("DEUX MORTS DANS LE NORD DE LYON", "Deux morts dans le nord de Lyon"),
        ("LA VILLE DE LYON OFFRE UNE ROSE AU PRÉSIDENT", "La ville de Lyon offre une rose au président"),
        ("LA MARINE RUSSE QUITTE LE PORT", "La marine russe quitte le port"),
        ("ANNE ROY QUITTE LYON POUR PARIS", "Anne Roy quitte Lyon pour paris"),
    ],
)
def test_which_words_are_names(headline: str, read: str) -> None:
    rest = "Le maire était à Lyon. « C'est fini. » La foule est partie."
    assert in_running_case(f"{headline}\n{rest}") == f"{read}\n{rest}"


def test_no_character_moves_where_a_small_letter_is_longer() -> None:
    text = "İSTANBUL SALUE LE MAIRE DE LYON\nHier, le maire de Lyon était là."
    assert in_running_case(text) == text
