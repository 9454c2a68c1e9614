"""Who is meant by what he is to another one, or by the place he has among those named before."""

import pytest

from who_says import told


def who(text):
    return [name for name, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # whose somebody is, is not meant himself
        (
            "Idriss Sarr, ancien gérant du port sec, comparaît à Thiès. Son avocat a dénoncé un dossier vide.",
            ["avocat d'Idriss Sarr"],
        ),
        (
            "Léa Caron et Hugo Binet tiennent un café à Rimouski. Mme Caron assure que les clients reviennent. "
            "Son partenaire dit être épuisé.",
            ["Léa Caron", "Hugo Binet"],
        ),
        (
            "La Valaisanne Eva Rey a battu la Vaudoise Lina Burri. « J'ai bien dormi », a souri Eva Rey. "
            "Sa rivale regrette un départ raté.",
            ["Eva Rey", "Lina Burri"],
        ),
        (
            "Le ministre tunisien Anis Trabelsi a vu son homologue malien, Modibo Keïta. Ce dernier a salué « un ami ». "
            "Son hôte a promis un crédit.",
            ["Modibo Keïta", "Anis Trabelsi"],
        ),
        ("Le bourgmestre Jan Claes était absent. « Il est grippé », a dit son entourage.", ["entourage de Jan Claes"]),
        (
            "Omar Diallo est mort en garde à vue. Sa sœur affirme qu'il était en bonne santé.",
            ["sœur d'Omar Diallo"],
        ),
        (
            "Le trésorier, Paul Rey, a fui. Son avocat, Me Ana Costa a écrit au juge. « Il reviendra », assure l'avocate.",
            ["Ana Costa"],
        ),
        # but who has an office in a house named before may be meant by it
        (
            "Le Parti vert a voté. Ana Rey, présidente du parti, a souri. Sa présidente a dit que c'était fini.",
            ["Ana Rey"],
        ),
        # what is somebody's, and is nobody
        ("Ana Rey a joué à Mons. Pour son premier film, elle a promis « du rire ».", ["Ana Rey"]),
        # a function between two persons is the first one's
        ("Ana Rey, sa voisine, Luc Petit et Omar Ba sont venus. « C'est loin », a dit la voisine.", ["Ana Rey"]),
    ],
)
def test_by_what_somebody_is_to_another_one(text, speakers):
    assert who(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Yann Le Goff et Marc Petit briguent la mairie de Vannes. Le premier a promis de baisser la taxe. "
            "Le second juge que les caisses sont vides. « C'est faux », a lancé le premier.",
            ["Yann Le Goff", "Marc Petit", "Yann Le Goff"],
        ),
        (
            "Ana Rey et Lise Blanc visent la présidence du parti à Genève. La première plaide pour une alliance. "
            "Sa concurrente rétorque que le parti y perdrait.",
            ["Ana Rey", "Lise Blanc"],
        ),
        (
            "Pour Awa Sow, Issa Ba et Fanta Sy, la réforme est prématurée. « On improvise », soupire la première. "
            "La troisième dit manquer de livres.",
            ["Awa Sow, Issa Ba et Fanta Sy", "Awa Sow", "Fanta Sy"],
        ),
        (
            "La CSN et la FTQ seront reçues lundi. La première exige une hausse de 10 %. La seconde réclame le retrait du texte.",
            ["CSN", "FTQ"],
        ),
        (
            "Le pilote a devancé son rival. « Il m'a gêné », a pesté le second. Marc Claes a battu Joris Peeters à Spa.",
            ["Joris Peeters"],
        ),
        (
            "Le ministre Luc Rey recevait la syndicaliste Ana Blanc. La syndicaliste a exigé une prime. Le ministre a "
            "répondu que la caisse était vide. « On verra », a réagi la première.",
            ["Ana Blanc", "Luc Rey", "Ana Blanc"],
        ),
        ("L'échevin Luc Maes a vu Anne Roy. Le même affirme que la rue rouvrira.", ["Luc Maes"]),
        (
            "Omar Ba et Awa Diop tiennent un stand à Dakar. Tous deux disent avoir tout perdu.",
            ["Omar Ba et Awa Diop"],
        ),
        (
            "Le maire Luc Maes a vu Anne Roy. Les deux affirment avoir parlé du port.",
            ["Luc Maes et Anne Roy"],
        ),
        # an ordinal before its noun, and what is counted with its noun, say nobody
        ("Yann Roy et Marc Petit sont venus. Le premier juge de la ville est parti.", []),
        ("La seconde demande de permis date de mai.", []),
        ("Les deux parties se voient lundi.", []),
        ("Les deux mots commencent tous deux par un accent.", []),
        ("Elle a pris la même pose que le modèle.", []),
    ],
)
def test_by_the_place_among_those_named(text, speakers):
    assert who(text) == speakers
