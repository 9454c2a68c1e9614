"""Ordinary paragraphs of the press: what is said and by whom where the author's own words stand close by."""

import pytest

import frnews
from clock import proportional
from who_says import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative clause behind who speaks is the author's
        (
            "« Hors sol », tonne le préfet du district, Charly Lonfat, dont les administrés doivent patienter.",
            [("Charly Lonfat", "Hors sol")],
        ),
        (
            "Le vaccin est sûr, insiste Geneviève Lauzon, médecin au CHU de Saguenay, qui invite à la prudence.",
            [("Geneviève Lauzon", "Le vaccin est sûr"), ("Geneviève Lauzon", "la prudence")],
        ),
        # one sentence in two pairs of marks
        (
            "«Nous avons été surpris», concède Matthias Roth, porte-parole des chemins de fer, «par la demande».",
            [("Matthias Roth", "Nous avons été surpris ‖ par la demande")],
        ),
        # what describes a source is no part of what it says
        (
            "De l'avis de Chiara Berna, de l'Université de Fribourg, le glissement ne s'arrêtera pas.",
            [("Chiara Berna", "le glissement ne s'arrêtera pas")],
        ),
        # who only denies has not said it
        (
            "Le chantier aurait démarré sans permis, affirment les riverains, ce que conteste l'architecte.",
            [("riverains", "Le chantier aurait démarré sans permis")],
        ),
        # two who are set against each other have both spoken
        (
            "Si la mairesse, Josée Vallée, y voit « une occasion en or », le biologiste parle d'un « désastre ».",
            [("Josée Vallée", "« une occasion en or »"), ("biologiste", "un « désastre »")],
        ),
        # an aside between times
        (
            "Le parquet reproche à l'ancien banquier d'avoir blanchi, entre 2009 et 2014, quelque 48 millions.",
            [("parquet", "avoir blanchi, entre 2009 et 2014, quelque 48 millions")],
        ),
        # an object with its apposition
        (
            'Le gouvernement a accusé la compagnie Tarsa, filiale du groupe Nordex, d\'avoir "dissimulé" la pollution.',
            [("gouvernement", 'la compagnie Tarsa, filiale du groupe Nordex, d\'avoir "dissimulé" la pollution')],
        ),
        # indirect questions to somebody
        ("La juge a demandé à l'accusé s'il comprenait la peine.", [("juge", "s'il comprenait la peine")]),
        # in vain
        (
            "L'adjointe Corinne Mahieu a beau jurer que les impôts n'augmenteront pas, les élus restent sceptiques.",
            [("Corinne Mahieu", "les impôts n'augmenteront pas")],
        ),
        # a cue behind another verb
        (
            "“L’enquête suit son cours”, s’est borné à répondre à notre journal le porte-parole, Riadh Nouri.",
            [("Riadh Nouri", "L’enquête suit son cours")],
        ),
        # agencies' plural sources
        (
            "Onze personnes ont péri, ont indiqué à l'AFP des sources hospitalières.",
            [("sources hospitalières", "Onze personnes ont péri")],
        ),
        # a clause behind a colon and an attitude
        (
            "L’entraîneur, Romain Béchu, ne décolère pas : son équipe « a joué à l’envers ».",
            [("Romain Béchu", "son équipe « a joué à l’envers »")],
        ),
        # words said to be somebody's
        ("« Nous restons », tel est le message de la préfète.", [("préfète", "Nous restons")]),
        ("« Nous restons » : la réplique de la préfète, Anne Roy, a fusé.", [("Anne Roy", "Nous restons")]),
        ("Le verdict de la préfète est tombé : « Nous restons. »", [("préfète", "Nous restons.")]),
        # the sentence before
        (
            "Le pont restera fermé. C'est ce qu'a affirmé mercredi le directeur, Fabrice Aellen.",
            [("Fabrice Aellen", "Le pont restera fermé")],
        ),
        # marks in marks
        (
            "«On nous avait dit: “Vous serez relogés.” On attend toujours», soupire Aïcha Mbarki.",
            [
                ("Aïcha Mbarki", "On nous avait dit: “Vous serez relogés.” On attend toujours"),
                (None, "Vous serez relogés."),
            ],
        ),
        # turns of dialogue with verbs of every kind
        (
            "On se chamaille.\n— C'était un chien, tranche Gaston, 81 ans.\n— Tu rêves ! rétorque Paulette.",
            [("Gaston", "C'était un chien"), ("Paulette", "Tu rêves !")],
        ),
        # a headline with its source in brackets behind it
        (
            "SNCB : les trains rouleront lundi (Dutordoir)\nLa patronne, Sophie Dutordoir, a parlé.",
            [("Sophie Dutordoir", "les trains rouleront lundi")],
        ),
        (
            "Sahel : la moitié des puits sont à sec (étude)\nLes puits manquent d'eau.",
            [("étude", "la moitié des puits sont à sec")],
        ),
        (
            "Québec : le pont « sera payant » dès l'hiver (ministre)\nLe pont ferme.",
            [("ministre", "le pont « sera payant » dès l'hiver")],
        ),
        ("Incendie dans un immeuble de Fréjus, trois morts (Var)\nDans le Var, un feu a tué.", []),
        ("Incendie dans un immeuble de Fréjus, trois morts (Var)\nLe Var est en vigilance rouge.", []),
        ("Le roi ira à Kinshasa lundi pour une visite (Monde)\nLe Monde en parle.", []),
        ("Un policier a tué son voisin à Lyon hier (enquête)\nIl dormait.", []),
        ("Le Maroc interdit la pêche au thon rouge (MGF)\nLa pêche est close.", []),
        ("Une baleine remonte la Seine jusqu'à Rouen (vidéo)\nElle nage.", []),
        # a headline's topic speaks not
        ("Macron en visite à Lyon : « Nous tiendrons bon »", [("Macron", "Nous tiendrons bon")]),
    ],
)
def test_what_is_said_and_by_whom(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le ministre a dit aux élus que les mesures qu'il avait prises étaient bonnes.", "les mesures qu'il"),
        ("Le préfet a dit aux maires que les routes que la pluie avait coupées rouvriront.", "les routes que"),
        ("Le maire a répété depuis que le pont tient bon.", "le pont tient bon"),
        ("Affirmant que la foule avançait chantant et dansant, le maire est parti.", "la foule avançait"),
        ("Le chanteur a lancé dans la salle « Nous reviendrons tous demain ».", "Nous reviendrons"),
        ("Il a écrit sur son compte « Je démissionne demain matin ».", "Je démissionne"),
    ],
)
def test_what_looks_alike_is_still_found(text, content):
    assert [quotation for quotation in frnews.extract_quotations(text) if quotation.text.startswith(content)]


@pytest.mark.parametrize(
    "text",
    [
        "Faut-il en conclure que les pouvoirs publics ont renoncé ?",
        "Si le commissaire venait à déclarer que le maire a menti, celui-ci serait suspendu.",
        "Jamais, depuis le début de la saison, le staff n'a dit que son gardien partirait.",
        "On dirait que la pelouse a été labourée.",
        "La police lance un appel à témoins.",
        "La juge a condamné l'ex-notaire à 30 mois de détention.",
        "« Oui », le maire.",
    ],
)
def test_nothing_is_said(text):
    assert told(text) == []


@pytest.mark.parametrize("piece", ["« a », dit Anne, ", "« b “c” : “d” », dit Anne, "])
def test_names_in_marks_and_marks_in_marks_cost_linear_time(piece):
    # Of fewer pieces one clause reaches over all: what is read of them is read once.
    assert proportional(lambda times: piece * times, frnews.extract_quotations, 200)
