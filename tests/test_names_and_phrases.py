"""Names that stand behind their nouns, and phrases that stand where no clause shows them: papers of all kinds."""

import pytest

from who_says import last_speaker, told

NAMES = [
    # a name with a plain word, at the head of the sentence
    ("L'ONG Frontière claire réclame un accord.", "Frontière claire"),
    # who is one of several, from where
    ("Il ne partira pas, a dit une de ses adjointes, la Lausannoise Anne Favre.", "Anne Favre"),
    # a body that is somebody's work
    ("L'entreprise fondée par la chanteuse Ana Roy réclame un accord.", "entreprise"),
    # three who speak together, whatever they are
    ("La SNCF, la RATP et l'Unef ont annoncé un accord.", "SNCF, RATP et Unef"),
    ("Hier, la France, l'Italie et le Mali ont annoncé un accord.", "France, Italie et Mali"),
    ("L'ONU, Amnesty International et Oxfam, notamment, réclament un accord.", "ONU, Amnesty International et Oxfam"),
    ("À l'ONU, la France et l'Italie ont annoncé un accord.", "France et Italie"),
    # a body that its head's name only tells apart
    ("Le gouvernement Legault promet de rouvrir l'école. François Legault est à Gaspé.", "gouvernement Legault"),
    ("La famille Diallo réclame un procès.", "famille Diallo"),
    ("L'exécutif Renard et le ministre Luc Petit ont annoncé un accord.", "exécutif Renard et Luc Petit"),
    ("Le groupe Renault annonce la fermeture de l'usine.", "Renault"),
    # a lawyer who "et" does not join to what was left, and who is described behind a name
    ("Ils avaient quitté le site et leur avocat, Me Luc Marchand, assure que tout va bien.", "Luc Marchand"),
    ("Le maire a reçu Ana Roy, une élue de Mons, qui affirme que la loi passera.", "Ana Roy"),
    (
        "La police de Peel a dit que l'homme est mort. La police de Peel et la police de York enquêtent.",
        "police de Peel",
    ),
    # an office whose complement has a capital
    ("« Rien ne presse », a indiqué la procureure de la République de Dole, Maud Ferrier.", "Maud Ferrier"),
    ("« Rien ne presse », a dit l'ambassadeur de la République de Moldavie, Ion Ciobanu.", "Ion Ciobanu"),
    ("« Rien ne presse », dit la Lausannoise Mila Perret.", "Mila Perret"),
    # two first names that a hyphen joins
    ("« Rien ne presse », a dit le porte-parole du ministère Pierre-Henry Lemoine.", "Pierre-Henry Lemoine"),
    ("« Rien ne presse », a dit le docteur Tiémoko Marie Diarra.", "Tiémoko Marie Diarra"),
    ("« Rien ne presse », a dit le député Vert Noël Gagnon.", "Noël Gagnon"),
    # whoever leads a body that has a name
    ("Le film plaît, selon la fondatrice du cabinet Sigma Conseil Louise Ngo.", "Louise Ngo"),
    ("Rien ne presse, selon le porte-parole du cabinet EY Wolfhart Roy.", "Wolfhart Roy"),
    # a body behind its noun, a person behind an office
    ("Le premier syndicat du pays, l'UGTT, accuse le gouvernement de mentir.", "UGTT"),
    ("Selon la principale fédération de locataires, la FLB, les loyers doubleront.", "FLB"),
    ("Selon le syndicat des taxis, la course, déjà chère, doublera.", "syndicat des taxis"),
    ("Le principal du collège, Jean Caron, estime que la cantine suffit.", "Jean Caron"),
    # several persons behind their office
    ("Les ministres des Transports, Lise Roy et Ali Benna, ont annoncé que la ligne ouvrira.", "Lise Roy et Ali Benna"),
    ("« Tout va bien », raconte un couple de retraités, Guy et Odile Noël.", "Guy et Odile Noël"),
    # names of newspapers keep their region, persons lose where they work
    ("« Rien ne presse », écrit La Voix du Nord.", "La Voix du Nord"),
    ("Selon un sondage publié par l'hebdomadaire Le Journal du Dimanche, rien ne presse.", "Le Journal du Dimanche"),
    ("« Rien ne presse », dit Anne Caron de l'Uprona.", "Anne Caron"),
    ("La Haute Autorité de la Santé a dit que rien ne presse.", "Haute Autorité de la Santé"),
    # an apostrophe within a name, and one that is none
    ("« Rien ne presse », a dit le wali, Farid M’hamed Benali.", "Farid M’hamed Benali"),
    ("« Rien ne presse », a dit le directeur de la branche Europe de l'OMS, Hans Klug.", "Hans Klug"),
    ("Selon l'Exécutif, il s'attaque au rail.", "Exécutif"),
    # a link whose headline is glued to the next sentence
    (
        "Lire aussi: Les élus continuent en FranceDirectement visé, le ministre malien Ali Diop a prôné le « calme ».",
        "Ali Diop",
    ),
    # what a document was made for, and when, is no part of who made it
    ("Selon un sondage d'OpinionWay pour Vitalis courtage, rien ne presse.", "OpinionWay"),
    ("Selon le dixième baromètre Elabe publié mardi, rien ne presse.", "Elabe"),
    ("Selon une étude de l'Insee menée en mars, rien ne presse.", "Insee"),
    # whose document, and what it is about
    ("La droite l'emporte, selon un sondage de sortie des urnes.", "sondage de sortie des urnes"),
    ("Selon un communiqué des avocats, rien ne presse.", "avocats"),
    ("Selon les informations des autorités, rien ne presse.", "autorités"),
    ("Selon une note sur Mayotte, rien ne presse.", "note sur Mayotte"),
    # on what channel it was said is no part of who said it
    ("« Rien ne presse », s'est agacée la présidente de la région sur France Inter.", "présidente de la région"),
    # a body behind its noun and what describes it
    ("Rien ne presse, écrit le magazine spécialisé Cruise Law News.", "Cruise Law News"),
    ("Rien ne presse, selon l'agence d'État Chine Nouvelle.", "Chine Nouvelle"),
    # what several share is nobody's alone
    ("Luc Petit a témoigné. Selon les victimes et leurs familles, rien ne presse.", "victimes et familles"),
    # where someone is from, in two words
    ("Marcus Hall tient une échoppe. Cet Afro-Américain dénonce la clémence du juge.", "Marcus Hall"),
    ("Karim Zidi est rentré lundi. Le Franco-Algérien assure que rien ne presse.", "Karim Zidi"),
    # a relative clause takes up what its verb agrees with
    ("Il faut entendre la colère des agriculteurs, qui disent que les prix chutent.", "agriculteurs"),
    ("Les voisins de la victime, qui dit avoir eu peur, sont partis.", "victime"),
    ("Il rapporte les propos de l'entourage du maire, qui estime que rien ne presse.", "entourage du maire"),
    ("Il a adressé une lettre au préfet, qui assure que rien ne presse.", "préfet"),
    # a sentence without a verb tells whose view it is
    ("Même inquiétude chez les pompiers : « Rien ne presse. »", "pompiers"),
    ("Même son de cloche à la CGT : « Rien ne presse. »", "CGT"),
    ("Réaction des éleveurs : « Rien ne presse. »", "éleveurs"),
    ("Le verdict de la Cour des comptes : « Rien ne presse. »", "Cour des comptes"),
    # the name of a line's first word is none
    ("Originaire de Villars-sur-Lac, la victime a dit que rien ne presse.", "victime"),
    ("Invité de Canal, le président du syndicat a dit que rien ne presse.", "président du syndicat"),
    # What is done to a document, a day or a year is no part of who issued it or of a body's name.
    ("Selon les statistiques du FBI rendues publiques lundi, le vol recule.", "FBI"),
    ("Selon un article du Monde publié récemment, le vol recule.", "Monde"),
    ("Le Figaro de mardi affirme que le vol recule.", "Figaro"),
    ("Un rapport du Centre Brennan de 2011 démontre que le vol recule.", "Centre Brennan"),
    ("Selon un chiffre du Hamas et relayé par la presse, le vol recule.", "Hamas"),
    ("Selon les Nations unies, le vol recule.", "Nations unies"),
    ("Selon le rapport des anciens détenus du camp, le vol recule.", "anciens détenus du camp"),
    ("Le Conseil islamique du 12 au 15 mars. Pour le Conseil islamique, le vol recule.", "Conseil islamique"),
    # A verb is no adjective of who speaks, whatever it ends in.
    ("L'exécutif souhaite « fixer un seuil ».", "exécutif"),
    # Whom one tells is nobody who speaks.
    ("« Le vol recule », raconte un porte-parole à l'AFP.", "porte-parole"),
    ("« Le vol recule », avait dit en 2016 son père à la RTBF.", "père"),
    ("« Le vol recule », a dit l'ambassadrice à l'ONU.", "ambassadrice à l'ONU"),
    # Behind a country with its article two words are a name, also one that no table has.
    ("Le président de Debout la France Ferréol Dupont a dit que le vol recule.", "Ferréol Dupont"),
    ("Le président de la Roumanie Wandrille Ionescu a dit que le vol recule.", "Wandrille Ionescu"),
    # Of two functions before a comma and a name, the first is meant.
    (
        "« Oui », a dit le porte-parole de la chancelière, Stefan Seibert. Il a promis que le vol reculera.",
        "Stefan Seibert",
    ),
    # nothing behind a clause of hearing, not even a stop
    ("Le vol recule, a appris Ana Roy", "Ana Roy"),
    ("Le vol recule, a appris l'AFP mardi auprès du parquet.", "parquet"),
    ("« Oui », a indiqué le Mouvement du 23 mars.", "Mouvement du 23 mars"),
    ("« Le vol recule », a dit un médecin à l'AP-HP.", "médecin à l'AP-HP"),
    ("Selon un responsable Twitter de Lyon, le vol recule.", "responsable Twitter de Lyon"),
    # no participle behind an acronym, no verb behind a number
    ("La circulaire du 29 décembre 1956 affirme que le vol recule.", "circulaire du 29 décembre 1956"),
    ("Selon le NHC basé à Miami, le vol recule.", "NHC"),
    ("La Laddh saisie par les élus affirme que le vol recule.", "Laddh"),
    # A share alone is one of the group named last; a line glued to the next one ends before it.
    ("Selon Elabe, 75 % des Français approuvent le plan. 81 % jugent que le ministre doit partir.", "Français"),
    ("75 % des personnes interrogées disent oui. 12 % jugent que le ministre doit partir.", "personnes interrogées"),
    ("Cuba démentCuba a démenti toute présence militaire.", "Cuba"),
    # Whoever has an account or a page on a platform writes there.
    ("La page Facebook de Gilets jaunes du Canada affirme que le vol recule.", "Gilets jaunes du Canada"),
    ("Selon le compte Twitter de la préfecture, le vol recule.", "préfecture"),
    ("Selon la page Facebook d'Alek Minassian, le vol recule.", "Alek Minassian"),
    ("Selon le site de la mairie, le vol recule.", "site de la mairie"),
    ("On le punit pour avoir parlé. Le maire Paul Roy a dit que le vol recule.", "Paul Roy"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMES)
def test_name(text: str, speaker: str) -> None:
    assert last_speaker(text) == speaker


PHRASES = [
    # the plural article before an adjective
    ("Le maire de Mons a annoncé hier de nouvelles mesures.", ["de nouvelles mesures"]),
    ("L'ONU dénonce de graves violations du cessez-le-feu.", ["de graves violations du cessez-le-feu"]),
    ("La CAQ accuse les élus de fausses déclarations.", ["les élus de fausses déclarations"]),
    ("Elle demande de l'aide.", []),
    # several who are asked
    ("La ligue demande au préfet et à l'État d'enquêter sur la fuite.", ["enquêter sur la fuite"]),
    ("Le roi a demandé au juge, à la ministre et aux élus de partir.", ["partir"]),
    # a document behind its relative
    ("Il cite une étude de 2009, selon laquelle un jeune sur dix fume.", ["un jeune sur dix fume"]),
    ("La loi selon laquelle il est jugé est vieille.", []),
    # whose view it is, and for whom it is
    ("Il est venu avec Anne Caron, pour qui la loi est mauvaise.", ["la loi est mauvaise"]),
    ("Il est venu avec Anne Caron, pour qui il travaille.", []),
    ("Les écoles, pour lesquelles le budget baisse, protestent.", []),
    # a phrase behind a frame goes with the verb before it
    ("La côte a été dévastée, selon la préfecture, par la crue.", ["La côte a été dévastée ‖ par la crue"]),
    ("La côte a été dévastée, selon Lise Roy, membre du GIEC.", ["La côte a été dévastée"]),
    # a bare noun describes the source
    ("Pour Guy Noël, plume du président, la loi est « morte ».", ["la loi est « morte »"]),
    # what somebody says he did to himself is no question
    (
        "Des élèves disent s'être trompés de train, d'autres espèrent un retard.",
        ["s'être trompés de train"],
    ),
    # a participle that agrees shares no "avoir"
    ("Elle a dit avoir été frappée et menacée devant témoins.", ["avoir été frappée et menacée devant témoins"]),
    ("Elle a dit avoir été frappée et a menacé de partir.", ["avoir été frappée", "partir"]),
    # "ne … que" opens no clause that waits for its verb
    ("L'état du pont ne laisse que peu de choix, rapporte le Journal.", ["L'état du pont ne laisse que peu de choix"]),
    # a deed says nothing
    ("La justice, saisie par le propriétaire de la « petite ceinture », a ordonné leur expulsion.", []),
    # a relative behind what is worried about
    ("Léo Blanc se plaint de cette loi, que les élus ont votée hier.", ["cette loi"]),
    # what a noun announces, behind who utters it, and behind who only speaks of it
    ("Le syndicat a formulé le vœu que la loi passe.", ["la loi passe"]),
    ("Le syndicat a condamné un appel à manifester.", ["un appel à manifester"]),
    # a subordinate clause that opens the sentence ends with it
    ("Même si le maire affirme que le pont rouvrira, les riverains en doutent.", ["le pont rouvrira"]),
    # what is left unsaid, and what goes on behind it
    ("Le maire affirme que les chars sont partis, sans préciser lesquels.", ["les chars sont partis"]),
    (
        "Le maire a promis de voter la loi, sans annoncer de date aux élus, et de partir.",
        ["voter la loi, sans annoncer de date aux élus, et de partir"],
    ),
    # who is told, and a relative of theirs
    ("Le maire a rassuré les familles qui attendaient que l'école rouvre.", []),
    # a day that one is called to, and the hour at which
    ("Les syndicats appellent à une journée de grève le 5 décembre.", ["une journée de grève le 5 décembre"]),
    ("Le maire a appelé à une heure du matin à voter la loi.", ["voter la loi"]),
    # a day is not what is promised
    ("La ministre a promis lundi de rouvrir l'hôpital.", ["rouvrir l'hôpital"]),
    ("La CGT a dénoncé ce matin des licenciements abusifs.", ["des licenciements abusifs"]),
    # to whom, and which
    ("Le patron a expliqué devant quelques journalistes que l'usine fermerait.", ["l'usine fermerait"]),
    ("La mairesse a précisé à quel moment le pont rouvrirait.", ["à quel moment le pont rouvrirait"]),
    # a dateline, and a dash that is none
    ("PARIS (Reuters) - Le ministre, Luc Petit, a accusé lundi la CGT de mentir.", ["la CGT de mentir"]),
    (
        "L'usine de Flins (Yvelines) - fermée en mai - va rouvrir, selon la CGT.",
        ["L'usine de Flins (Yvelines) - fermée en mai - va rouvrir"],
    ),
    # what for: of what is to be done, and of what is announced
    ("Le maire a promis de rouvrir la rue, afin de vider la place.", ["rouvrir la rue, afin de vider la place"]),
    ("La directrice annonce une baisse des tarifs, afin de remplir ses trains.", ["une baisse des tarifs"]),
    # one in so many, and the verb behind them
    ("Un salarié sur cinq est au chômage, explique Lise Roy.", ["Un salarié sur cinq est au chômage"]),
    # a clause that the author adds, and two nouns with one verb
    ("Les autorités ont démenti toute pollution et une enquête a été ouverte.", ["toute pollution"]),
    (
        "Le maire réclame un texte que les élus et les citoyens comprennent.",
        ["un texte que les élus et les citoyens comprennent"],
    ),
    # somebody's marks may look like a newspaper's name
    ("« Les Français », a répondu Lise Roy.", ["Les Français"]),
]


@pytest.mark.parametrize(("text", "said"), PHRASES)
def test_phrase(text: str, said: list[str]) -> None:
    assert [what for _, what in told(text)] == said
