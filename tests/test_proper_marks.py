"""Marks in wrong shapes: what is put right, what stays, and that every character stays at its place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import frnews
from clock import linear
from frnews._french._proper_marks import with_proper_marks

PIECES = (
    "«",
    "»",
    "“",
    "”",
    "„",
    "'",
    "’",
    "‘",
    " ",
    "\n",
    "\u2028",
    ",",
    ".",
    ":",
    "(",
    "a",
    "d",
    "5",
    "Oui",
    "dit-il",
)


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("” Je pars “, dit-elle.", "“ Je pars ”, dit-elle."),
        ("» Je pars « , dit-elle.", "« Je pars » , dit-elle."),
        ("» Je pars « dit-elle.", "« Je pars » dit-elle."),
        ("La foule (” Dehors “) chante.", "La foule (“ Dehors ”) chante."),
        ("Il dit : ” Je pars. ” Elle rit.", "Il dit : “ Je pars. ” Elle rit."),
        ("Il dit : ” Je pars. “\nElle rit.", "Il dit : “ Je pars. ”\nElle rit."),
        # One shape at both ends.
        ("« rien à dire« .", "« rien à dire» ."),
        ("Un ”vrai” choix, un “faux“ choix.", "Un “vrai” choix, un “faux” choix."),
        ("Un »vrai» choix, un «faux« choix.", "Un «vrai» choix, un «faux» choix."),
        ("Il voit qu’»il pleut».", "Il voit qu’«il pleut»."),
        # What one pair shows, another between spaces shares.
        ("Un ” vrai “ choix. ” Oui “, dit-il.", "Un “ vrai ” choix. “ Oui ”, dit-il."),
        ("Un ” vrai ” choix.\n” Oui “, dit-il.", "Un “ vrai ” choix.\n“ Oui ”, dit-il."),
        # Over line ends.
        ("” Je pars.\nDemain “, dit-il.", "“ Je pars.\nDemain ”, dit-il."),
        ("” Un.\n” Deux.\n” Trois “, dit-il.", "“ Un.\n“ Deux.\n“ Trois ”, dit-il."),
        # Two apostrophes.
        ("Une ‘’mascarade’’, une ''farce'', un ’’jeu’’.", "Une « mascarade », une « farce », un « jeu »."),
        ("D'‘’urgence’’, l'''urgence'', d’’’urgence’’.", "D'« urgence », l'« urgence », d’« urgence »."),
        ("‘’ Je pars. ’’ Il rit.", "«  Je pars.  » Il rit."),
        ("''Il court en 10'' ici'', dit-il.", "« Il court en 10'' ici », dit-il."),
        ("''Il a dit 'non''', dit-elle.", "« Il a dit 'non' », dit-elle."),
    ],
)
def test_put_right(text: str, proper: str) -> None:
    assert with_proper_marks(text) == proper


@pytest.mark.parametrize(
    "text",
    [
        "« Oui », dit-il, “ non ”, dit-elle, «si» et “ si “.e.",
        # A space is missing, a mark is lost, or stands on another line.
        "« Ni droite ni gauche »Il faut dire que l'âge.« Une horde » vient.",
        "« Oui »Il dit« Non »",
        "Elle part.« Une horde vient.\nUne autre. » Il ajoute « rien",
        "« Nouveaux\nOGM\n» ou «\nOGM\ncachés »",
        "« Je pars.\nFin. » Il ajoute « autre",
        "Elle vient ». Il part ».",
        "« Un.\n« Deux.\n« Trois. »",
        # Signs of lists and links, German marks, what is left out.
        "Accueil » Politique » Le maire part",
        "» LIRE AUSSI - Le maire part",
        "Er sagt „ja“, sie „nein“, et „oui “.",
        "Voici : « ... Il est permis » et « … Non ».",
        # Measures, apostrophes, signs of wikis, noise.
        "Un écran de 5'' et un autre de 10''. Un temps de 3'20'' et 9''58.",
        "Un écran de 5” et un autre de 10”.",
        "L''homme de l’’équipe, aujourd''hui, les amis'' et l'' autre.",
        "Le '''gras''' et l'''italique gras'''''.",
        "''''''''''",
        "''Un mot que rien ne ferme.\nUne autre''",
        "L’école de l’Ouest n’a pas d'élèves.",
    ],
)
def test_left_as_it_stands(text: str) -> None:
    assert with_proper_marks(text) == text


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_character_stays_at_its_place(text: str) -> None:
    proper = with_proper_marks(text)
    assert len(proper) == len(text)
    assert all(a == b or a in "«»“”'’‘" for a, b in zip(text, proper, strict=True))
    for quotation in frnews.extract_quotations(text + "”, a dit Ana Roy."):
        assert all(
            (text + "”, a dit Ana Roy.")[each.start_char : each.end_char] == each.text
            for each in (quotation, *quotation.segments)
        )


def test_sentences_end_behind_turned_marks() -> None:
    found = frnews.split_sentences("” Je pars. Elle reste. “, dit-il. Il ferme. ‘’Oui.’’ Fin.")
    assert [each.text for each in found] == ["” Je pars.", "Elle reste. “, dit-il.", "Il ferme.", "‘’Oui.’’", "Fin."]


@pytest.mark.parametrize(
    "piece", ["” a “, ", "''a'' ", "d'''", "” a\n", "„a“\r", "” \n“ ", " " * 30 + "“", "“" + " " * 30, "« a« "]
)
def test_time_grows_with_length(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    assert linear(lambda: with_proper_marks(text), len(text), 40)
