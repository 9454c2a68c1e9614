"""How far a name goes: its part in lower case, what the whole article shows of it, and where somebody else starts."""

import pytest

from who_says import told

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
    assert [who for who, _ in told(text)][-1:] == [name]
