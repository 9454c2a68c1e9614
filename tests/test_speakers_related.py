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
            "Le ministre Anis Trabelsi a vu son homologue malien, Modibo Keïta. Ce dernier a salué « un ami ». "
            "Son hôte a promis un crédit.",
            ["Modibo Keïta", "Anis Trabelsi"],
        ),
        ("Le bourgmestre Jan Claes était absent. « Il est grippé », a dit son entourage.", ["entourage de Jan Claes"]),
        (
            "Omar Diallo est mort en garde à vue. Sa sœur affirme qu'il était en bonne santé.",
            ["sœur d'Omar Diallo"],
        ),
        (
            "Paul Rey a fui. Son avocat, Me Ana Costa a écrit au juge. « Il reviendra », assure l'avocate.",
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
            "La CSN et la FTQ sont là. La première exige une hausse de 10 %. La seconde réclame le retrait du texte.",
            ["CSN", "FTQ"],
        ),
        (
            "Lui a devancé son rival. « Il m'a gêné », a pesté le second. Marc Claes a battu Joris Peeters à Spa.",
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


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a name behind a comma belongs to the person in the complement of a body or a group
        ("L'entourage de la ministre, Aya Koné, assure que « rien n'est signé ».", ["entourage d'Aya Koné"]),
        ("Le cabinet du bourgmestre, Luc Maes, dément toute pression.", ["cabinet de Luc Maes"]),
        ("Les proches de la victime, Ana Roy, affirment que le guide dormait.", ["proches d'Ana Roy"]),
        ("L'équipe du candidat, Luc Rey, dit avoir tout payé.", ["équipe de Luc Rey"]),
        # but to the person whose function it is, and not over the end of a frame
        ("Le porte-parole de la ministre, Luc Rey, assure que tout va bien.", ["Luc Rey"]),
        ("La directrice d'Helvia, Ana Rey, assure que rien n'est vendu.", ["Ana Rey"]),
        ("Selon l'équipe du maire, Luc Rey est malade.", ["équipe du maire"]),
        # whose it is, a pronoun may say
        (
            "Aya Koné a visé son rival, Moussa Sy. L'équipe de ce dernier dément toute fraude.",
            ["équipe de Moussa Sy"],
        ),
        ("La mairesse Line Côté est en congé. L'entourage de celle-ci dément.\n", []),
        (
            "Le préfet Luc Maes est absent. L'entourage de celui-ci dément toute maladie.",
            ["entourage de Luc Maes"],
        ),
        # a name in brackets
        ("Seule une élue de Sion (Lina Burri) s'est indignée que la mairie paie.", ["Lina Burri"]),
        ("Un élu de Lyon (Rhône) s'est indigné que la mairie paie.", ["élu de Lyon"]),
        # to whom it is said is no part of who says it
        ("« Vous ferez cinq ans », a déclaré le juge à l'ancien caissier.", ["juge"]),
        ("« C'est non », a dit le secrétaire d'État à la Justice.", ["secrétaire d'État à la Justice"]),
        # a quantity counts those who are meant
        ("Une trentaine de maraîchers bloquent Namur. « On vend à perte », disent-ils.", ["maraîchers"]),
        # who is not there says nothing
        ("Le tanneur a 68 ans et pas de successeur. « Mes fils sont à Lyon. »", [None]),
        # a participle with a subject of its own
        ("Les incidents ont repris à Mons, le gouvernement lançant un appel au « calme ».", ["gouvernement"]),
        ("Le vote est serré – la cheffe du parti, Ana Petit, expliquant qu'elle s'y attendait.", ["Ana Petit"]),
        # a party by its name
        (
            "Le Front national a réuni ses élus. La salle était pleine. Le parti dénonce « un complot ».",
            ["Front national"],
        ),
        # where somebody is from, or has a place
        (
            "« On méritait mieux », a dit Awa Ba, la coach de Dijon. « Bravo », a dit Lise Roy, la coach de Brest. "
            "La Dijonnaise a salué le travail de sa gardienne.",
            ["Awa Ba", "Lise Roy", "Awa Ba"],
        ),
        (
            "L'attaquant français Paul Roy a vu le Belge Luc Petit. Le Français a dit que c'était dur. "
            "Le Belge a dit que c'était bien.",
            ["Paul Roy", "Luc Petit"],
        ),
        ("Le maire Luc Maes a vu le préfet. « Non », a dit le représentant de l'État.", ["préfet"]),
    ],
)
def test_by_whose_and_whence(text, speakers):
    assert who(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # who issued the document that is taken up
        ("La Cour des comptes a rendu son rapport sur les ports. Le rapport dénonce un gâchis.", ["Cour des comptes"]),
        ("Un rapport de l'ONG Amnesty est paru. Le document affirme que la police frappe.", ["Amnesty"]),
        ("La déclaration de Rio est connue. « Il faut agir », dit le texte.", ["texte"]),
        ("L'AFP a consulté un rapport. Le rapport affirme que la mine est vide.", ["rapport"]),
        ("La loi est abrogée par la circulaire de 1994, qui proposait d'étaler les devoirs.", ["circulaire de 1994"]),
        ("Les élus ont souri. Conclusion de Tamara Morel, professeure de 54 ans : « Il faut lire. »", ["Tamara Morel"]),
        # to whom it is said does not say it
        ("Anne Roy s'est tue. La juge lui a dit que c'était fini.", ["juge"]),
        (
            "Interrogée par la juge Ana Blanc, l'influenceuse Kenza Morel a dit avoir payé. La magistrate lui a fait "
            "remarquer que c'était faux.",
            ["Kenza Morel", "Ana Blanc"],
        ),
        # an office within a party, said beside a medium
        (
            "« Non », a dit le numéro trois de LR sur Franceinfo, pour qui « tout ça fait mal ».",
            ["numéro trois de LR", "numéro trois de LR"],
        ),
        # whose he is, the words before tell
        ("Alain Roy est venu. Il ira en appel, a dit son avocat.", ["avocat d'Alain Roy"]),
        ("L'enseignante vaudoise a été relâchée, a indiqué son avocat.", ["avocat"]),
    ],
)
def test_by_what_is_told_around(text, speakers):
    assert who(text) == speakers
