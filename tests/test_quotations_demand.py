"""Quotations on which today's tools were reported to fail on GitHub, each with the whole answer.

Where the reports were about another language, the case is its French analogue. The threads are named at each case
(chartbeat-labs/textacy, stanfordnlp/CoreNLP, explosion/spaCy, nipunsadvilkar/pySBD).
"""

from typing import NamedTuple

import pytest

import frnews


class Expected(NamedTuple):
    """One quotation in full; `speaker` and the rest None where the text does not tell."""

    kind: str
    segments: tuple[str, ...]
    cue: str | None
    mention: str | None
    speaker: str | None


LE_PEN = [Expected("direct", ("Rien n'est fait",), "a déclaré", "Marine Le Pen", "Marine Le Pen")]
STARKS = Expected(
    "direct", ("Anna est une véritable experte.",), None, "Commissaire Geoffrey Starks", "Geoffrey Starks"
)
# The line that names the speaker is another sentence: no mention beside the cue, and no cue.
ROSENWORCEL = Expected("direct", ("Anna apporte une immense expérience.",), None, None, "Rosenworcel")

CASES = [
    pytest.param('"Rien n\'est fait", a déclaré Marine Le Pen.', LE_PEN, id="textacy-200-straight"),
    pytest.param("“Rien n'est fait”, a déclaré Marine Le Pen.", LE_PEN, id="textacy-200-curly"),
    pytest.param("« Rien n'est fait », a déclaré Marine Le Pen.", LE_PEN, id="textacy-276-guillemets"),
    pytest.param(
        "« Anna est une véritable experte. » - Commissaire Geoffrey Starks", [STARKS], id="textacy-383-signature"
    ),
    pytest.param(
        "Et de la présidente Rosenworcel :\n\n« Anna apporte une immense expérience. »",
        [ROSENWORCEL],
        id="textacy-383-line-before",
    ),
    pytest.param(
        "« Anna est une véritable experte. » - Commissaire Geoffrey Starks\n\n"
        "Et de la présidente Rosenworcel :\n\n« Anna apporte une immense expérience. »",
        [STARKS, ROSENWORCEL],
        id="textacy-383-both",
    ),
    pytest.param(
        "Le ministre a déclaré que les avions se contentaient de survoler la zone.",
        [
            Expected(
                "indirect",
                ("les avions se contentaient de survoler la zone",),
                "a déclaré",
                "Le ministre",
                "ministre",
            )
        ],
        id="textacy-293",
    ),
    pytest.param(
        "« Nous irons jusqu'au bout, a déclaré le ministre. La réforme est nécessaire.",
        [
            Expected(
                "direct",
                ("Nous irons jusqu'au bout", "La réforme est nécessaire."),
                "a déclaré",
                "le ministre",
                "ministre",
            )
        ],
        id="textacy-382-unclosed",
    ),
    pytest.param(
        "« Nous irons jusqu'au bout, a déclaré le ministre. La réforme est nécessaire.\n"
        "La députée Anne Morel a jugé que le texte était mal écrit. "
        "« Nous le voterons », a répondu le sénateur Louis Ferrand.",
        [
            Expected(
                "direct",
                ("Nous irons jusqu'au bout", "La réforme est nécessaire."),
                "a déclaré",
                "le ministre",
                "ministre",
            ),
            Expected("indirect", ("le texte était mal écrit",), "a jugé", "La députée Anne Morel", "Anne Morel"),
            Expected("direct", ("Nous le voterons",), "a répondu", "le sénateur Louis Ferrand", "Louis Ferrand"),
        ],
        id="textacy-382-unclosed-the-rest-kept",
    ),
    pytest.param("l'« acte V »", [], id="textacy-382-name"),
    pytest.param(
        "Le cortège de l'« acte V » est parti. « Nous reviendrons samedi », a promis Anne Morel.",
        [Expected("direct", ("Nous reviendrons samedi",), "a promis", "Anne Morel", "Anne Morel")],
        id="textacy-382-name-the-rest-kept",
    ),
    pytest.param(
        "« La vitesse des variants inquiète, a dit Christian Dubé. Les cas baissent.\n\n"
        "« Nous restons sous les 800 cas.\n\n« Suivez les règles. »",
        [
            Expected(
                "direct",
                (
                    "La vitesse des variants inquiète",
                    "Les cas baissent.",
                    "Nous restons sous les 800 cas.",
                    "Suivez les règles.",
                ),
                "a dit",
                "Christian Dubé",
                "Christian Dubé",
            )
        ],
        id="CoreNLP-1139-reopened",
    ),
    pytest.param(
        "« Pas de cadeaux cette année », grommela Jo.\n"
        "« C'est affreux d'être pauvre ! » soupira Meg.\n"
        "« Nous avons papa et maman », dit Beth.",
        [
            Expected("direct", ("Pas de cadeaux cette année",), "grommela", "Jo", "Jo"),
            Expected("direct", ("C'est affreux d'être pauvre !",), "soupira", "Meg", "Meg"),
            Expected("direct", ("Nous avons papa et maman",), "dit", "Beth", "Beth"),
        ],
        id="CoreNLP-1090-verbs",
    ),
    pytest.param(
        "« Nous verrons », a répondu Emmanuel Macron.",
        [Expected("direct", ("Nous verrons",), "a répondu", "Emmanuel Macron", "Emmanuel Macron")],
        id="CoreNLP-1090-name",
    ),
    pytest.param(
        "Léa dit : « Bonjour ! Je suis Léa. Et toi ? » Marc répond : « Salut ! Je suis Marc. » "
        "Léa demande : « Où es-tu ? »",
        [
            Expected("direct", ("Bonjour ! Je suis Léa. Et toi ?",), "dit", "Léa", "Léa"),
            Expected("direct", ("Salut ! Je suis Marc.",), "répond", "Marc", "Marc"),
            Expected("direct", ("Où es-tu ?",), "demande", "Léa", "Léa"),
        ],
        id="spaCy-13883",
    ),
    pytest.param(
        # Who "elle" is, the text does not say.
        "Elle s'approcha de Louis. « Puis-je jouer ? », demanda-t-elle.",
        [Expected("direct", ("Puis-je jouer ?",), "demanda-t-elle", "elle", None)],
        id="pySBD-132",
    ),
]


def answers(text: str) -> list[Expected]:
    """Return what frnews finds, in the form of the expected answers."""
    return [
        Expected(
            quotation.kind,
            tuple(segment.text for segment in quotation.segments),
            quotation.cue and quotation.cue.text,
            quotation.mention and quotation.mention.text,
            quotation.speaker and quotation.speaker.name,
        )
        for quotation in frnews.extract_quotations(text)
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_that_other_tools_miss(text: str, expected: list[Expected]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_rest_of_an_article_changes_nothing(text: str, expected: list[Expected]) -> None:
    """A paragraph of somebody else's before and after does not take part in the case."""
    before = "Le vent a soufflé toute la nuit sur le port."
    behind = "Le marché ouvre à huit heures."
    assert answers(f"{before}\n\n{text}\n\n{behind}") == expected
