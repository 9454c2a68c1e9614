"""Who speaks where the words beside the cue tell more than a name: where "on" sits, what befell several, who issued."""

import pytest

from who_says import last_speaker, told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # where "on" sits
        ("Au ministère de l'Économie, on assure que la prévision reste atteignable.", "ministère de l'Économie"),
        ("À la préfecture, on confirme que deux randonneurs ont été retrouvés.", "préfecture"),
        ("Du côté de la mairie, on jure que rien n'est décidé.", "mairie"),
        ("Du côté du syndicat Unia, on dénonce «une décision brutale».", "Unia"),
        ("À la commune de Namur, on explique que le pont rouvrira en mai.", "commune de Namur"),
        ("De la mairie, on assure que le port est vide.", None),
        ("À l'hôpital, on m'a dit que mon père était mort.", None),
        # what befell several is no part of their name
        ("Des habitants contactés par Actualité-Est affirment avoir entendu des tirs.", "habitants"),
        ("« Dehors ! » scandaient lundi les parents massés devant le centre communautaire.", "parents"),
        ("«On lâche rien», ont chanté les supporters réunis à Sion.", "supporters"),
        ("Les syndicats reçus par le ministre réclament un report.", "syndicats"),
        ("Les ministres délégués dans la région réclament un report.", "ministres délégués"),
        # who issued a document, whatever stands between
        ("Les prix ont doublé, selon un sondage réalisé en avril par la fédération Entreprendre.", "Entreprendre"),
        ("Selon le dernier rapport de la Cour des comptes, rien ne change.", "Cour des comptes"),
        ("Selon une étude menée auprès de mille élèves par l'institut Solys, tout va bien.", "Solys"),
        ("Selon une étude commandée par la Région, rien ne change.", "étude"),
        ("Selon des documents consultés par l'AFP, rien ne change.", "documents"),
        ("Selon le baromètre dressé au printemps par Transparency, le pays recule.", "Transparency"),
        ("Selon un bilan fait par l'AFP, dix marcheurs sont morts.", "AFP"),
        ("Selon le communiqué lu par le porte-parole, rien ne change.", "communiqué"),
        ("Selon un rapport d'étape de la Cour des comptes, rien ne change.", "Cour des comptes"),
        ("Selon une note de synthèse, rien ne change.", "note de synthèse"),
        # an attribute in marks
        ("Chez les dockers, on se déclarait « presque soulagés ».", "dockers"),
        ("Le tribunal de Mons s'est déclaré « incompétent ».", "tribunal de Mons"),
        ("Les pêcheurs s'avouent « à bout ».", "pêcheurs"),
        # a newspaper may be called what a document is
        ("Selon Le Courrier de Namur, la pièce affiche complet.", "Courrier de Namur"),
        ("Selon le Communiqué de la présidence, le scrutin est reporté.", "présidence"),
        # a form of address, or a first name
        ("« C'est signé », a dit le président de l'amicale, Cheikh Tidiane Mbaye.", "Cheikh Tidiane Mbaye"),
        ("« C'est signé », a dit le cheikh Ahmed Mbaye.", "Ahmed Mbaye"),
        # whole nouns
        ("C'est fini, a-t-on appris auprès du peloton de haute montagne.", "peloton de haute montagne"),
        ("« Menteur ! » a crié quelqu'un au fond de la salle.", None),
    ],
)
def test_speaker_by_the_words_beside(text, speaker):
    assert [who for who, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a function told in full is another one's, save beside a rank; a phrase for an office may be anyone's
        (
            "« On a entendu un bruit », raconte un voisin, Modou Lo Seck. Selon le commandant de la brigade des "
            "sapeurs-pompiers, la bâtisse menaçait ruine.",
            "commandant de la brigade des sapeurs-pompiers",
        ),
        (
            "« Rien ne change », a dit le porte-parole du gouvernement, Evariste Tapsoba. Le ministre en charge de la "
            "Jeunesse a précisé que la mesure prendrait effet en mai.",
            "ministre en charge de la Jeunesse",
        ),
        (
            "Le colonel Issa Kanté a promis des élections. Le président de la transition a dit qu'elles auraient lieu.",
            "Issa Kanté",
        ),
        # the same source is who spoke before
        (
            "Un homme a été écroué, a dit le parquet de Poitiers. Il a reconnu les faits, selon la même source.",
            "parquet de Poitiers",
        ),
        (
            "Deux mineurs sont morts, ont dit les pompiers. Trois sont blessés, a-t-on appris de même source.",
            "pompiers",
        ),
        ("L'accord coûtera cher à l'Europe, a souligné la même source.", "source"),
        (
            "Le maire Paul Roy a dit que tout allait bien. Deux hommes sont morts, selon la police. Trois autres sont "
            "blessés, ajoute la même source.",
            "police",
        ),
        (
            "Un homme est mort, selon l'AFP. Le maire Paul Roy a assuré que la ville aiderait. Selon la même source, "
            "un suspect est en fuite.",
            "AFP",
        ),
        # a masculine function says little against "elle"
        (
            "Le maire, Naaba Yé, a visité l'hôpital. Le bâtiment sera livré en juin, a-t-elle averti.",
            "Naaba Yé",
        ),
        (
            "M. Yé, ministre de la Santé, a visité l'hôpital avec Anne Roy. Tout sera livré en juin, a-t-elle averti.",
            "Anne Roy",
        ),
        # a pronoun behind what is said may take up its subject, where nobody else is there
        ("Le groupe Nordelec supprimera 100 postes en Suisse, a-t-il annoncé mardi.", "Nordelec"),
        ("Le constructeur Alpina va fermer son usine de Liège, a-t-il annoncé.", "Alpina"),
        ("La société Bavaria quittera Sfax, a-t-elle fait savoir.", "Bavaria"),
        ("Un procès s'est ouvert. Paul Roy a tué sa femme, a-t-il avoué.", None),
        ("Le président Tebboune reçoit. Tout est signé, a-t-elle dit.", None),
        ("Paul Roy a parlé. Le groupe Nordelec supprimera 100 postes, a-t-il regretté.", "Paul Roy"),
    ],
)
def test_speaker_of_the_last_one(text, speaker):
    assert told(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative without a verb
        (
            "Douze personnes, dont trois enfants, ont été blessées, a indiqué le préfet.",
            [("préfet", "Douze personnes, dont trois enfants, ont été blessées")],
        ),
        (
            "Onze élus, parmi lesquels deux maires, ont été entendus, a précisé le parquet de Sfax.",
            [("parquet de Sfax", "Onze élus, parmi lesquels deux maires, ont été entendus")],
        ),
        ("Le projet, dont l'auteur, Luc Roy, a démissionné, sera relancé.", []),
        # the verb's own preposition behind what stands between commas
        (
            "Kamel Hadj a plaidé, hier à Oran, pour « une révision urgente des salaires ».",
            [("Kamel Hadj", "« une révision urgente des salaires »")],
        ),
        ("La députée a plaidé, jeudi en commission, pour le retrait.", [("députée", "le retrait")]),
        # a verb behind "et" that no article makes a noun
        (
            "Le nouveau chef dit mesurer l'ampleur de la tâche et compte sur l'appui de tous.",
            [("nouveau chef", "mesurer l'ampleur de la tâche")],
        ),
        # an aside parts an infinitive from its object
        (
            "Le maire a demandé aux services de préparer, avant la fin du mois, un plan de secours.",
            [("maire", "préparer, avant la fin du mois, un plan de secours")],
        ),
        ("Le maire a demandé aux élus de rester, avant de quitter la salle.", [("maire", "rester")]),
        # a day behind closed marks is the author's
        (
            "Mgr Mutombo a appelé à « ne pas céder à la haine », dimanche lors d'une messe.",
            [("Mutombo", "ne pas céder à la haine")],
        ),
        # a participle alone goes on with the sentence before
        (
            "Rien n'est prêt, assure Marc Lambert. Promettant de tout publier.",
            [("Marc Lambert", "Rien n'est prêt"), ("Marc Lambert", "tout publier")],
        ),
        ("Le maire a tranché. Refusant de partir.", []),
        # where something is verified, and what a source has told
        ("Ce bilan n'a pas pu être vérifié de source sûre.", []),
        ("Le sommet est reporté, a-t-on appris de source sûre.", [("source", "Le sommet est reporté")]),
        # what describes a speaker is no verb
        (
            "« Nous avons été entendus », nuance le président, Benoît Lardin, joint par Belga.",
            [("Benoît Lardin", "Nous avons été entendus")],
        ),
    ],
)
def test_extent_and_speaker(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Raffinerie du Texas: "aucun risque" pour la population (préfet du Var)', [("préfet du Var", "aucun risque")]),
        (
            "Budget : « on ira au bout », « sans faiblir » (source gouvernementale)",
            [("source gouvernementale", "on ira au bout ‖ sans faiblir")],
        ),
        (
            "Paul Roy a précisé : « Tout sera livré en mai » (source officielle)",
            [("Paul Roy", "Tout sera livré en mai")],
        ),
        ("Moussa Ba : « Nous tiendrons » (ministre)", [("Moussa Ba", "Nous tiendrons")]),
        ("Loyers: «une usine à gaz» (syndicat des bailleurs)", [("syndicat des bailleurs", "une usine à gaz")]),
        ("Paul Roy : « un pas de plus » (voir page 3)", [("Paul Roy", "un pas de plus")]),
        ("Paul Roy : « un pas de plus » (archives)", [("Paul Roy", "un pas de plus")]),
    ],
)
def test_source_in_brackets_behind_a_headline(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a noun of no table is somebody's function where it is set beside a name
        ("La quartenière de Mons Anne Roy reçoit Paul Petit. « Rien n'est prêt », a dit la quartenière.", "Anne Roy"),
        ("Luc Rey, hallebardier à Nyon, a vu Paul Petit. Le hallebardier a dit que la tour est sûre.", "Luc Rey"),
        (
            "L'archiviste-paléographe, Anne Tremblay, a écrit à Paul Roy. « C'est faux », dit l'archiviste.",
            "Anne Tremblay",
        ),
        ("Karim Bouzid, muezzin d'Oran, a prié avec Paul Petit. Le muezzin assure que tout va bien.", "Karim Bouzid"),
        ("Le sapeur Paul Dupont a sauvé Anne Roy. Le sapeur raconte que le toit brûlait.", "Paul Dupont"),
        # of what is set beside nobody, or governed, nothing is learned
        ("Sur le plateau, Anne Roy a souri à Paul Petit. Le plateau dit que tout est calme.", "plateau"),
        # a rank makes a function of what no table has, a noun does not
        ("Le vaguemestre-chef Paul Dupont est venu. « Tout est prêt », a dit le vaguemestre-chef.", "Paul Dupont"),
        ("Le projet-pilote de Mons a coûté cher. Paul Petit dit que le projet-pilote est mort.", "Paul Petit"),
    ],
)
def test_who_is_described_by_a_noun_that_the_article_explains(text, speaker):
    assert last_speaker(text) == speaker
