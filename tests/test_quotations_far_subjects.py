"""Who speaks behind an inverted verb, whatever stands between; and the clause that a verb governs from afar."""

import pytest

import frnews


def speakers(text):
    return [quotation.speaker and quotation.speaker.name for quotation in frnews.extract_quotations(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the noun before it has a name of its own
        ("« Le pont tiendra », a précisé à l'agence Belga Anne Morel.", "Anne Morel"),
        ("« Le pont tiendra », a précisé au site Mediapart la préfète.", "préfète"),
        ("« On ne lâchera rien », écrit sur son compte Twitter Mme Tremblay.", "Tremblay"),
        ("« Nous voterons », a confié au quotidien El Watan Samir Haddad.", "Samir Haddad"),
        ("« La récolte est perdue », a déploré sur la radio Ndarason le maire de Zinder.", "maire de Zinder"),
        ("« Rien n'est signé », glisse dans les colonnes du journal Le Temps Reto Keller.", "Reto Keller"),
        # a civility opens a name
        ("« C'est non », a répété en direct sur BFM TV M. Collin.", "Collin"),
        ("« C'est non », a tranché devant la presse à Namur Mme Dupuis.", "Dupuis"),
        # hours, numbers, what is counted
        ("« Tout ira bien », a ajouté lors du journal de 20 heures le ministre.", "ministre"),
        ("« Tout ira bien », a répété trois fois la mairesse de Gatineau.", "mairesse de Gatineau"),
        ("« Il faut payer », a reconnu quelques heures plus tard Xavier Hulin.", "Xavier Hulin"),
        ("« Il faut payer », a indiqué il y a quelques jours l'Élysée.", "Élysée"),
        ("« Il faut payer », a répété trois fois Ana Lopes.", "Ana Lopes"),
        ("« Il faut payer », a expliqué face à Léa Salin sur France 2 Kader Benali.", "Kader Benali"),
        # manner
        ("« Je reste », a lancé tout de go le président du conseil.", "président du conseil"),
        ("« Je reste », a glissé non sans ironie Fatou Diop.", "Fatou Diop"),
        ("« Je reste », répète à qui veut l'entendre le sélectionneur.", "sélectionneur"),
        # a contracted article makes a noun of an infinitive
        ("« Je reste », a déclaré au sortir de l'audience le procureur.", "procureur"),
        # acronyms, and names in four words
        ("« Je reste », a expliqué à l'AFP Ilse Van De Keer.", "Ilse Van De Keer"),
        ("« Je reste », sourit dans la foulée Ophélie.", "Ophélie"),
        ("« Je reste », a indiqué dans une tribune publiée par Le Soir l'Élysée.", "Élysée"),
    ],
)
def test_the_subject_of_an_inverted_verb(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the civility opens the one addressed
        ("« Je reste », a répondu à Mme Roy le maire.", ["maire"]),
        # an office with its holder is one
        ("« Je reste », a répondu au président Paul Roy la députée.", ["députée"]),
        # an object is not what is measured, and stays who is no speaker
        ("Plusieurs membres du parti, dit-on, critiquent une prise de décision jugée solitaire.", [None]),
        # a particle in a name
        ("« Je reste », a dit Michel de l'Aubépine.", ["Michel de l'Aubépine"]),
        ("« Je reste », a dit à Lyon Dominique de Villeroy.", ["Dominique de Villeroy"]),
    ],
)
def test_what_is_no_subject_of_it(text, expected):
    assert speakers(text) == expected


def test_a_single_name_behind_a_place():
    assert speakers("« Je reste », sourit à Tunis Ophélie.") == ["Ophélie"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("La ministre affirme haut et fort que la ville paiera.", "la ville paiera"),
        ("Le bourgmestre a redit tout net que la rue rouvrira.", "la rue rouvrira"),
        ("Le collectif clame haut et fort qu'il ira en justice.", "il ira en justice"),
        ("L'entraîneur a reconnu lui-même que son équipe était fatiguée.", "son équipe était fatiguée"),
        ("M. Haddad a demandé au premier ministre de recevoir les élus.", "recevoir les élus"),
        ("Le préfet a demandé aux secrétaires d'État de proposer des mesures.", "proposer des mesures"),
        ("Le ministre confiait au magazine Le Point que l'école changera.", "l'école changera"),
    ],
)
def test_what_a_verb_governs_behind_words_of_manner_and_whom_it_is_said_to(text, content):
    assert [quotation.text for quotation in frnews.extract_quotations(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "On remarquait quelques drapeaux ainsi que de rares pancartes.",
        "La marque propose autre chose que des navettes.",
        "Ils se sont réjouis d'une victoire plus large que prévu.",
        "Le constructeur a expliqué au moyen de la vidéo qu'il a projetée.",
        "La députée a répondu à la lettre que les riverains avaient envoyée.",
    ],
)
def test_que_that_opens_nothing_said(text):
    assert [q for q in frnews.extract_quotations(text) if q.rule == "que clause"] == []


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060", "\u00ad"])
def test_signs_that_nobody_sees_are_no_words(sign):
    text = f"« Je reste{sign} », a déclaré {sign} le préfet{sign} de Liège."
    (quotation,) = frnews.extract_quotations(text)
    assert quotation.mention.text.replace(sign, "") == "le préfet de Liège"
    assert text[quotation.start_char : quotation.end_char] == quotation.text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Olivier Horent, 45 ans assure que la marche continue.", "Olivier Horent"),
        ("Akli Gasmi, 45 ans, berger en Kabylie, se souvient : « Nous étions heureux. »", "Akli Gasmi"),
        ("Nadia Houry, 52 ans, responsable de l'ONG, a précisé que le camp rouvrira.", "Nadia Houry"),
        ("« On continue », a expliqué à l'AFP Denis Collin, 61 ans, à l'origine de la marche.", "Denis Collin"),
        ("Âgée de 30 ans, Aïcha Bello affirme que le marché a changé.", "Aïcha Bello"),
        ("L'école va changer à en croire la CGT.", "CGT"),
    ],
)
def test_an_age_is_nobody(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire refuse de dire que le pont est fermé.",
        "La banque s'abstient de préciser que les frais montent.",
        "Le service a promis d'appeler dès qu'il en saurait plus.",
        "Le passager s'est accroché à une porte alors que le train partait.",
        "Il a évolué en tant que joueur à Charleroi.",
        "Elle a cliqué sur le premier lien que le site lui proposait.",
    ],
)
def test_a_clause_that_nobody_says(text):
    assert [q.text for q in frnews.extract_quotations(text) if q.rule == "que clause"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La mesure sera prise en mars, a plastronné le Conseil d'État.", "Conseil d'État"),
        ("La réforme est mauvaise, argumente le député-maire de Meaux.", "député-maire de Meaux"),
        ("Le ministre a tenté d'expliquer mardi que la loi passerait.", "ministre"),
        ("La syndique a essayé de dire devant la presse que tout était payé.", "syndique"),
    ],
)
def test_verbs_and_functions_that_no_table_has(text, speaker):
    assert speakers(text) == [speaker]
