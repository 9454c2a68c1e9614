"""French verbs are inflected as the grammars say."""

import pytest

from frnews._french._conjugation import conjugate
from frnews._tables import read_table


@pytest.mark.parametrize("row", read_table("conjugations"), ids=lambda row: row["ending"])
def test_the_model_gives_the_forms_of_its_example(row):
    infinitive, forms = row["example"].split(": ")
    assert set(forms.split(", ")) <= {form for form, _ in conjugate(infinitive)}


# Present 3s, 3p; imperfect 3s; past 3s, 3p; future 3s; present subjunctive 3s; past participle f. s.; gerund.
KNOWN = """
affirmer affirme affirment affirmait affirma affirmèrent affirmera affirme affirmée affirmant
annoncer annonce annoncent annonçait annonça annoncèrent annoncera annonce annoncée annonçant
lancer lance lancent lançait lança lancèrent lancera lance lancée lançant
juger juge jugent jugeait jugea jugèrent jugera juge jugée jugeant
interroger interroge interrogent interrogeait interrogea interrogèrent interrogera interroge interrogée interrogeant
rappeler rappelle rappellent rappelait rappela rappelèrent rappellera rappelle rappelée rappelant
rejeter rejette rejettent rejetait rejeta rejetèrent rejettera rejette rejetée rejetant
marteler martèle martèlent martelait martela martelèrent martèlera martèle martelée martelant
relever relève relèvent relevait releva relevèrent relèvera relève relevée relevant
achever achève achèvent achevait acheva achevèrent achèvera achève achevée achevant
révéler révèle révèlent révélait révéla révélèrent révélera révèle révélée révélant
espérer espère espèrent espérait espéra espérèrent espérera espère espérée espérant
céder cède cèdent cédait céda cédèrent cédera cède cédée cédant
réitérer réitère réitèrent réitérait réitéra réitérèrent réitérera réitère réitérée réitérant
pénétrer pénètre pénètrent pénétrait pénétra pénétrèrent pénétrera pénètre pénétrée pénétrant
alléguer allègue allèguent alléguait allégua alléguèrent alléguera allègue alléguée alléguant
protéger protège protègent protégeait protégea protégèrent protégera protège protégée protégeant
protester proteste protestent protestait protesta protestèrent protestera proteste protestée protestant
alerter alerte alertent alertait alerta alertèrent alertera alerte alertée alertant
confesser confesse confessent confessait confessa confessèrent confessera confesse confessée confessant
expliquer explique expliquent expliquait expliqua expliquèrent expliquera explique expliquée expliquant
nier nie nient niait nia nièrent niera nie niée niant
renvoyer renvoie renvoient renvoyait renvoya renvoyèrent renverra renvoie renvoyée renvoyant
nettoyer nettoie nettoient nettoyait nettoya nettoyèrent nettoiera nettoie nettoyée nettoyant
appuyer appuie appuient appuyait appuya appuyèrent appuiera appuie appuyée appuyant
renchérir renchérit renchérissent renchérissait renchérit renchérirent renchérira renchérisse renchérie renchérissant
avertir avertit avertissent avertissait avertit avertirent avertira avertisse avertie avertissant
garantir garantit garantissent garantissait garantit garantirent garantira garantisse garantie garantissant
démentir dément démentent démentait démentit démentirent démentira démente démentie démentant
soutenir soutient soutiennent soutenait soutint soutinrent soutiendra soutienne soutenue soutenant
prévenir prévient préviennent prévenait prévint prévinrent préviendra prévienne prévenue prévenant
découvrir découvre découvrent découvrait découvrit découvrirent découvrira découvre découverte découvrant
offrir offre offrent offrait offrit offrirent offrira offre offerte offrant
apercevoir aperçoit aperçoivent apercevait aperçut aperçurent apercevra aperçoive aperçue apercevant
savoir sait savent savait sut surent saura sache sue sachant
vouloir veut veulent voulait voulut voulurent voudra veuille voulue voulant
pouvoir peut peuvent pouvait put purent pourra puisse pue pouvant
devoir doit doivent devait dut durent devra doive due devant
voir voit voient voyait vit virent verra voie vue voyant
prévoir prévoit prévoient prévoyait prévit prévirent prévoira prévoie prévue prévoyant
répondre répond répondent répondait répondit répondirent répondra réponde répondue répondant
prétendre prétend prétendent prétendait prétendit prétendirent prétendra prétende prétendue prétendant
reprendre reprend reprennent reprenait reprit reprirent reprendra reprenne reprise reprenant
promettre promet promettent promettait promit promirent promettra promette promise promettant
plaindre plaint plaignent plaignait plaignit plaignirent plaindra plaigne plainte plaignant
dépeindre dépeint dépeignent dépeignait dépeignit dépeignirent dépeindra dépeigne dépeinte dépeignant
enjoindre enjoint enjoignent enjoignait enjoignit enjoignirent enjoindra enjoigne enjointe enjoignant
rompre rompt rompent rompait rompit rompirent rompra rompe rompue rompant
convaincre convainc convainquent convainquait convainquit convainquirent convaincra convainque convaincue convainquant
poursuivre poursuit poursuivent poursuivait poursuivit poursuivirent poursuivra poursuive poursuivie poursuivant
vivre vit vivent vivait vécut vécurent vivra vive vécue vivant
écrire écrit écrivent écrivait écrivit écrivirent écrira écrive écrite écrivant
lire lit lisent lisait lut lurent lira lise lue lisant
dire dit disent disait dit dirent dira dise dite disant
contredire contredit contredisent contredisait contredit contredirent contredira contredise contredite contredisant
traduire traduit traduisent traduisait traduisit traduisirent traduira traduise traduite traduisant
faire fait font faisait fit firent fera fasse faite faisant
croire croit croient croyait crut crurent croira croie crue croyant
reconnaître reconnaît reconnaissent reconnaissait reconnut reconnurent reconnaîtra reconnaisse reconnue reconnaissant
conclure conclut concluent concluait conclut conclurent conclura conclue conclue concluant
être est sont était fut furent sera soit étée étant
avoir a ont avait eut eurent aura ait eue ayant
aller va vont allait alla allèrent ira aille allée allant
""".strip().splitlines()


@pytest.mark.parametrize("line", KNOWN, ids=lambda line: line.split()[0])
def test_known_forms(line):
    infinitive, *expected = line.split()
    forms = conjugate(infinitive)

    def of(tense, number):
        return {f for f, s in forms if (s.tense, s.person, s.number) == (tense, 3, number)}

    slots = [
        of("present", "s"),
        of("present", "p"),
        of("imperfect", "s"),
        of("past", "s"),
        of("past", "p"),
        of("future", "s"),
        of("subjunctive", "s"),
        {f for f, s in forms if s.mood == "past_participle" and (s.number, s.gender) == ("s", "f")},
        {f for f, s in forms if s.mood == "present_participle"},
    ]
    for form, slot in zip(expected, slots, strict=True):
        assert form in slot


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("dire", "dis dis dit disons dites disent"),
        ("contredire", "contredis contredis contredit contredisons contredisez contredisent"),
        ("exiger", "exige exiges exige exigeons exigez exigent"),
        ("dénoncer", "dénonce dénonces dénonce dénonçons dénoncez dénoncent"),
        ("espérer", "espère espères espère espérons espérez espèrent"),
        ("projeter", "projette projettes projette projetons projetez projettent"),
        ("faire", "fais fais fait faisons faites font"),
        ("prévenir", "préviens préviens prévient prévenons prévenez préviennent"),
        ("craindre", "crains crains craint craignons craignez craignent"),
        ("être", "suis es est sommes êtes sont"),
        ("avoir", "ai as a avons avez ont"),
    ],
)
def test_all_persons_of_the_present(infinitive, forms):
    present = [form for form, says in conjugate(infinitive) if says.tense == "present"]
    assert present == forms.split()


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("annoncer", "annoncerais annoncerais annoncerait annoncerions annonceriez annonceraient"),
        ("vouloir", "voudrais voudrais voudrait voudrions voudriez voudraient"),
        ("soutenir", "soutiendrais soutiendrais soutiendrait soutiendrions soutiendriez soutiendraient"),
    ],
)
def test_all_persons_of_the_conditional(infinitive, forms):
    assert [form for form, says in conjugate(infinitive) if says.tense == "conditional"] == forms.split()


@pytest.mark.parametrize(
    ("infinitive", "participles"),
    [
        ("admettre", {"admis", "admise", "admises"}),
        ("déclarer", {"déclaré", "déclarés", "déclarée", "déclarées"}),
        ("devoir", {"dû", "dus", "due", "dues"}),
        ("inclure", {"inclus", "incluse", "incluses"}),
        ("exclure", {"exclu", "exclus", "exclue", "exclues"}),
    ],
)
def test_past_participles_agree(infinitive, participles):
    assert {form for form, says in conjugate(infinitive) if says.mood == "past_participle"} == participles


def test_a_participle_in_s_is_singular_and_plural():
    numbers = {says.number for form, says in conjugate("promettre") if form == "promis" and says.gender == "m"}
    assert numbers == {"s", "p"}


def test_a_missing_form_is_left_out():
    forms = [form for form, _ in conjugate("falloir")]
    assert "faut" in forms
    assert not [form for form in forms if "-" in form]


def test_both_spellings_of_1990():
    forms = {form for form, _ in conjugate("reconnaître")}
    assert {"reconnaitre", "reconnait", "reconnaîtra", "reconnaitra"} <= forms


@pytest.mark.parametrize("word", ["", "maison", "été"])
def test_what_is_no_infinitive_is_refused(word):
    with pytest.raises(ValueError, match="not an infinitive"):
        conjugate(word)
