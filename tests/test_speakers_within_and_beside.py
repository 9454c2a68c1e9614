"""Who speaks where others speak within, where a colon announces, and where a mention is cut short of a name."""

import pytest

from who_says import last_speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # who speaks within another one's words is not the last to speak
        ("« Luc Petit a promis de venir », a dit Paul Roy. Il a ajouté que la salle était pleine.", "Paul Roy"),
        ("« Anne Favre a promis une aide », a affirmé Julie Marchal. « Rien n'est venu. »", "Julie Marchal"),
        ("« Ali Sadi a juré de partir », a dit Omar Ba. Il a précisé que le vol était plein.", "Omar Ba"),
        # but where its own clause is the reporter's, whoever is told of may well go on
        ("Le maire assure que Moussa Diop viendra. Il a dit que tout allait bien.", "Moussa Diop"),
        # a pronoun in reported words may mean who reports
        (
            "Luc Sanou est venu. Luc Sanou prie. Pour le pasteur Jean Diop, l'église aide la jeune fille qui, d'après "
            "lui, est un atout.",
            "Jean Diop",
        ),
        (
            "Anne Roy a réfuté ce qu'elle a qualifié de « ragots ». Luc Petit a nié ce qu'il a appelé « une fable ».",
            "Luc Petit",
        ),
        # those who spoke together go on together
        (
            "Ana Roy est là. Ana Roy rit. « On part », disent Luc Petit et Ana Roy. « On en a assez. »",
            "Luc Petit et Ana Roy",
        ),
        # a line that ends in a colon announces the next
        (
            "Paul Roy a longtemps parlé. Paul Roy est venu hier.\nInvité d'une radio, Luc Petit, député "
            "de Brest, allait plus loin :\n« La taxe est morte », avait-il dit.",
            "Luc Petit",
        ),
    ],
)
def test_who_speaks_within_and_behind_a_colon(text, speaker):
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the mention is cut short of the name that the function stands before
        ("La ministre déléguée auprès du ministre de la Santé Anne Roy a promis des lits.", "Anne Roy"),
        (
            "La secrétaire d'État Awa Ba est venue. La secrétaire d'État auprès du premier ministre Awa Diop a annoncé "
            "que l'école rouvrirait.",
            "Awa Diop",
        ),
        (
            "La conseillère auprès du président de la région Julie Marchal a dit que la ligne fermerait.",
            "Julie Marchal",
        ),
        # a bare noun is set beside who speaks in its relative clause
        ("Le communiqué de Solenia, ONG qui dénonce le bruit, est paru.", "Solenia"),
        ("La lettre d'Anne Roy, maire de Brest qui dénonce le bruit, est parue.", "Anne Roy"),
        ("Les blocages des « bonnets verts », mouvement qui dénonce la taxe, ont repris.", "bonnets verts"),
        ("Le courrier de Moussa Diop, député de Thiès qui dénonce un abus, est parti.", "Moussa Diop"),
        ("Anne Roy, avocate d'une ONG qui dénonce le bruit, est venue.", "ONG"),
        ("Paul Roy, avocat de la veuve qui dénonce un crime, est venu.", "veuve"),
        # the preposition at the head of a sentence is no part of a name
        ("À Anne Roy, qui affirme que le pont tombera, le préfet a répondu par lettre.", "Anne Roy"),
        ("A Olli Rehn, le commissaire, qui a prévenu que le prêt attendrait, elle a répondu par lettre.", "Olli Rehn"),
        # "n'empêche" is nobody
        ("N'empêche, en affirmant que la loi passera, elle prend un risque.", None),
        # one person, whatever stands before the name
        (
            "La gauche critique un Paul Roy inflexible. Hier, il a dit que le pont tomberait. Paul Roy est venu.",
            "Paul Roy",
        ),
        ("Les députés saluent une Anne Favre apaisée. Elle a dit que le texte passerait.", "Anne Favre"),
        # the group in which a mention starts is nobody else
        (
            "Il est blâmé de la part d'associations militantes, qui ont accusé le maire de mentir.",
            "associations militantes",
        ),
    ],
)
def test_who_is_named_beside_a_mention(text, speaker):
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a tie says nothing of what somebody is, and speaks against no office
        (
            "Paul Roy a parlé de l'Europe. Cité par un journal, l'ami de toujours Luc Petit était plus précis. « On ne "
            "gagne pas au centre », avait dit le ministre.",
            "Luc Petit",
        ),
        (
            "Julie Marchal a fini la saison. Sa partenaire Anne Favre est revenue sur ses débuts. La professeure a "
            "expliqué que l'élève avait douté.",
            "Anne Favre",
        ),
        # what names a territory once is no person elsewhere
        (
            "Le tourisme gagne la wilaya de Sidi Bellaz. L'office de Sidi Bellaz a reçu Ali Sadi. Sidi Bellaz attend. "
            "Il a dit que tout allait bien.",
            "Ali Sadi",
        ),
        # a paper whose name opens with "TV"
        ("Paul Roy va mieux. Il l'a confié à TV Hebdo. « Je marche », a-t-il dit.", "Paul Roy"),
        # nouns for persons
        ("Paul Roy est médecin. « C'est un malentendu », a dit le professionnel.", "Paul Roy"),
    ],
)
def test_who_is_taken_up(text, speaker):
    assert last_speaker(text) == speaker
