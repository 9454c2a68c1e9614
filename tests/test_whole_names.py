"""How far a name goes: its part in lower case, what the whole article shows of it, and where somebody else starts."""

import pytest

import frnews
from who_says import last_speaker, told

TAILS = [
    # a head with a capital, and what goes with it
    ("L'Inspection générale des forêts estime que la loi passera.", "Inspection générale des forêts"),
    ("La Confédération vigneronne réclame un accord.", "Confédération vigneronne"),
    ("Selon la Caisse nationale de prévoyance du Bénin, rien ne presse.", "Caisse nationale de prévoyance du Bénin"),
    ("Le Haut comité sénégalais du sel estime que la loi passera.", "Haut comité sénégalais du sel"),
    ("Selon la Mission des Nations unies au Sahel, rien ne presse.", "Mission des Nations unies au Sahel"),
    ("« Rien ne presse », indique le Pôle emploi.", "Pôle emploi"),
    # and what does not
    ("Le Haut fonctionnaire Luc Roy estime que la loi passera.", "Luc Roy"),
    ("Selon le Conseil, hier, rien ne presse.", "Conseil"),
    # complements that "et" or "en" joins
    ("Selon la Fédération des cidres et jus de Bretagne, rien ne presse.", "Fédération des cidres et jus de Bretagne"),
    ("Selon l'Institut de recherche en glaciologie, rien ne presse.", "Institut de recherche en glaciologie"),
    ("Selon l'Union pour le lait et la viande suisses, rien ne presse.", "Union pour le lait et la viande suisses"),
    (
        "La Ligue contre les abus commis aux frontières réclame un accord.",
        "Ligue contre les abus commis aux frontières",
    ),
    ("Le Conseil des ministres et le roi réclament un accord.", "Conseil des ministres et roi"),
    # a name in brackets that is put together from the letters of the words
    ("Selon le Front marocain de pêche (Fromap), rien ne presse.", "Front marocain de pêche"),
    ("Selon le Bureau andalou des sols (Rota), rien ne presse.", "Bureau andalou des sols"),
    # a noun for a body, and a name that runs on to the verb or the sign
    ("L'association Toit pour tous réclame un accord.", "Toit pour tous"),
    ("« Rien ne presse », a dit le collectif Pères en colère.", "Pères en colère"),
    ("L'ONG Rivages propres a dit que rien ne presse.", "Rivages propres"),
    ("Selon le mensuel Campagnes solidaires, rien ne presse.", "Campagnes solidaires"),
    ("Le mouvement Jour debout estime que la loi passera.", "Jour debout"),
    ("Selon Jardins sans clôtures, rien ne presse.", "Jardins sans clôtures"),
    ("Selon Macron sans surprise, rien ne presse.", "Macron"),
    ("Selon une note du SCDP c'est la règle qu'il faut changer, a dit Luc Roy.", "SCDP"),
    # and does not
    ("L'association Caritas présente au Mali réclame un accord.", "Caritas"),
    ("Selon le groupe Renault jeudi, rien ne presse.", "Renault"),
    ("L'ONG Oxfam dénonce un crime.", "Oxfam"),
    ("Selon l'association Tara au Kenya, rien ne presse.", "Tara"),
    # a name that has its tail wherever it stands, or has it with a capital elsewhere
    ("Le Hibou déchaîné paraît à Mons. Selon une enquête du Hibou déchaîné, rien ne presse.", "Hibou déchaîné"),
    ("L'Alliance En Route a gagné à Sion. L'Alliance en route, elle, réclame un accord.", "Alliance En Route"),
    ("Un sondage Kantar publié lundi l'a dit. Selon le sondage Kantar publié lundi, rien ne presse.", "Kantar"),
    ("La France entière attend. Selon la France entière, rien ne presse.", "France entière"),
    # somebody who is addressed behind another name
    ("« Rien ne presse », a écrit sur Facebook M. Roy.", "Roy"),
    ("« Rien ne presse », a écrit Antoine M. Roy.", "Antoine M. Roy"),
]


@pytest.mark.parametrize(("text", "name"), TAILS)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert last_speaker(text) == name


BOUNDS = [
    # English words and signs that join capitals
    ("L'ONG Wells and Rivers réclame un accord.", "Wells and Rivers"),
    ("« Rien ne presse », indique Doors of Africa.", "Doors of Africa"),
    ("Selon le cabinet Morin & Fils, rien ne presse.", "Morin & Fils"),
    ("Rien ne presse, selon la Ville de Chicoutimi–Saint-Fulgence.", "Ville de Chicoutimi–Saint-Fulgence"),
    # whoever comes from somewhere, where one of the two stands without the other
    ("Ana Roy de Radio Sion dit que rien ne presse. La Radio Sion est née hier.", "Ana Roy"),
    ("« Rien ne presse », a dit Luc Morel de Dakar. Luc Morel est venu.", "Luc Morel"),
    ("« Rien ne presse », a dit Luc Morel de Fontanges. Fontanges est venu.", "Luc Morel de Fontanges"),
    ("Ana Roy a posé. © Ana Roy Luc Petit. « Rien ne presse », a dit Mme Roy.", "Ana Roy"),
    ("Ana Roy est là. « Rien ne presse », a dit Ana Roy Cela dit, il neige.", "Ana Roy"),
    ("Ana Roy est là. Il a vu Ana Roy Le Premier ministre. Ana Roy a dit que rien ne presse.", "Ana Roy"),
    # a mention of which the finder has seen the end only
    ("Il a vu l'Ordre des sages-femmes, qui réclame un accord.", "Ordre des sages-femmes"),
    # a firm and its town
    ("Devant les salariés de Bosch de Liège, la ministre Ana Roy a dit que rien ne presse.", "Ana Roy"),
    # kings, and capitals behind a name
    ("« Rien ne presse », a dit Sa Majesté Hassan III.", "Hassan III"),
    ("Le roi, Sa Majesté Hassan III, a parlé. Le roi a promis de rester.", "Hassan III"),
    ("« Rien ne presse », a dit Son Excellence Monsieur Awa Ngor SARR.", "Awa Ngor SARR"),
    ("« Rien ne presse », a dit le député Luc Petit LREM.", "Luc Petit"),
    ("« Rien ne presse », a dit le député Luc Petit PDCI.", "Luc Petit"),
]


@pytest.mark.parametrize(("text", "name"), BOUNDS)
def test_what_belongs_to_a_name(text: str, name: str) -> None:
    assert last_speaker(text) == name


OTHERS = [
    # another name of somebody is no quotation, and leads to them
    ("Aimé Zongo, dit « Papa Zed », chante. Papa Zed assure que tout va bien.", [("Aimé Zongo", "tout va bien")]),
    ("Luc Morel, dit « le Chat », a fui. Le Chat a dit qu'il reviendrait.", [("Luc Morel", "il reviendrait")]),
    ("Luc Morel alias « le Chat » a fui. Le Chat a dit qu'il reviendrait.", [("Luc Morel", "il reviendrait")]),
    ("Ana Roy, surnommée « la Louve », a dit que tout va bien.", [("Ana Roy", "tout va bien")]),
    ("L'usine, contactée par Le Soir, dit « avoir tout vérifié ».", [("usine", "avoir tout vérifié")]),
    ("« Je viens », dit Luc Roy, « et je reste ».", [("Luc Roy", "Je viens ‖ et je reste")]),
    # a mark that ends a name
    ("L'élu d'En Route ! à Mons a dit que tout va bien.", [("élu d'En Route", "tout va bien")]),
    ("En Route ! a dit que tout va bien.", [("En Route", "tout va bien")]),
    ("Vive la Suisse ! a crié la foule.", [("foule", "Vive la Suisse")]),
    ("La rue est libre ! a dit Luc Roy.", [("Luc Roy", "La rue est libre")]),
]


@pytest.mark.parametrize(("text", "said"), OTHERS)
def test_marks_of_a_name(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text) == said


SHARED = [
    # one surname for two, a first name of three
    ("Les sœurs Awa et Fanta Kanté sont à Thiès. L'aînée, Awa, assure que tout va bien.", "Awa Kanté"),
    ("Yann et Odile Morvan ont fui. « Tout va bien », dit Yann.", "Yann Morvan"),
    ("« Tout va bien », disent Yann et Odile Morvan.", "Yann et Odile Morvan"),
    ("Legault et Luc Roy ont fui. « Tout va bien », dit François Legault.", "François Legault"),
    ("Martin et Luc Roy ont fui. Jean Martin sourit. Martin assure que tout va bien.", "Jean Martin"),
    ("Jean de Dieu Zongo est parti. Jean de Dieu assure que tout va bien.", "Jean de Dieu Zongo"),
]


@pytest.mark.parametrize(("text", "name"), SHARED)
def test_short_forms(text: str, name: str) -> None:
    assert last_speaker(text) == name


def test_a_name_with_a_hyphen_may_start_a_longer_one() -> None:
    (quotation,) = frnews.extract_quotations("« Non », a dit M. Nadeau-Dubois. Il a vu Nadeau-Dubois Gabriel hier.")
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Nadeau-Dubois"


def test_what_somebody_says_in_one_word_is_no_name_of_his() -> None:
    text = "Luc Roy dit « Stop » aux éoliennes. « Nous irons au tribunal », a répondu Stop."
    assert last_speaker(text) == "Stop"
