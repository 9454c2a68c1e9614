"""Lines that are none of an article's text say nothing and nobody in them speaks."""

import pytest

import frnews
from frnews._french._lines import outside_lines

LINKS = [
    "Lire aussi : Le Conseil d'État valide ce que demandait la ville",
    "À LIRE AUSSI > Budget : ce qui change en mai",
    "► Voir également : Jean Roy annonce qu'il part",
    "À lire : Le bourgmestre dit ce qu'il pense",
    "Relire notre dossier sur la réforme des communes",
]
CREDITS = [
    "© AFP",
    "Photo Jean Dupont / SIPA",
    "Photo: Léa Roy La Presse canadienne",
    "Crédit photo : Ali Roy",
    "© Keystone / Roy",
    "(Photo : La Presse canadienne)",
    "Crédit : Belga",
    "Vincent Roy/IP3 PRESS/MAXPPP",
    "Reuters / Aya Petit",
]
SIGNATURES = ["— Paul Roy (@paul_roy) 5 mars 2021", "– Ville de Liège (@liege) March 5, 2021"]
TEXT = [
    "Photo de famille à Bamako, où les ministres ont dit leur accord.",
    "À lire le rapport, la commune a tout payé, dit le préfet.",
    "— Paul Roy, maire de Sion (Valais)",
    "Voir Genève et mourir.",
    "Crédit agricole et banques locales ont signé.",
    "France/Italie : le match",
    "Tunis/TAP - Le ministre est rentré.",
]


@pytest.mark.parametrize("line", LINKS + CREDITS + SIGNATURES)
def test_they_are_no_part_of_the_text(line: str) -> None:
    text = f"Anne Morel est venue.\n{line}\nElle a dit que le pont tient."
    assert [text[start:end] for start, end in outside_lines(text)] == [line]
    (said,) = frnews.extract_quotations(text)
    assert (said.text, said.speaker and said.speaker.name) == ("le pont tient", "Anne Morel")


@pytest.mark.parametrize("line", TEXT)
def test_other_lines_are_text(line: str) -> None:
    assert outside_lines(line) == []


def test_a_link_can_quote() -> None:
    (said,) = frnews.extract_quotations("Lire aussi Jean Roy : « Nous ne céderons pas sur ce point »")
    assert said.text == "Nous ne céderons pas sur ce point"
