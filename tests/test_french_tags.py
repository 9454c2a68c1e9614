"""Parts of speech and forms of verbs, in sentences as papers of five kinds write them."""

import pytest

from frnews._french import _tags
from frnews._french._remembered import Remembered
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verbs import is_infinitive, readings
from frnews._french._words import is_adverb
from frnews._tables import read_table


def tagged(text):
    tokens = Tokens(text, 0, len(text))
    return dict(zip(tokens.low, tags_of(tokens), strict=True))


# The same form as a verb and as another word, as an agency, a headline, an interview, a parliament and a regional paper
# have it.
PAIRS = [
    ("juge", "Le tribunal juge la plainte recevable.", "V", "Le juge a entendu deux témoins.", "N"),
    ("porte", "La députée porte un amendement.", "V", "La porte du fournil est restée ouverte.", "N"),
    ("ferme", "Grève : l'usine ferme lundi", "V", "Une ferme a brûlé à Plouay.", "N"),
    ("montre", "Le sondage montre que l'écart se réduit.", "V", "Une montre a été volée à Genève.", "N"),
    ("avions", "Nous avions prévenu la Région.", "V", "Deux avions ont été détournés vers Alger.", "N"),
    ("être", "Il dit être prêt.", "I", "Tout être humain a droit au repos.", "N"),
    ("la", "Le garde la connaît depuis dix ans.", "c", "Le maire de la ville a cédé.", "D"),
    ("en", "Le ministre en parle peu.", "c", "Le ministre est en Suisse.", "R"),
    ("pas", "Elle ne viendra pas.", "n", "Un pas a été franchi à Dakar.", "N"),
]
# "ferme" is next to never the verb in print, so that "l'usine ferme" has none; "tout être humain" has an infinitive.
LOST = {"ferme", "être"}


@pytest.mark.parametrize(
    ("word", "one", "tag", "other", "other_tag"),
    [
        pytest.param(*pair, id=pair[0], marks=[pytest.mark.xfail(strict=False)] if pair[0] in LOST else [])
        for pair in PAIRS
    ],
)
def test_a_form_is_read_by_its_place(word, one, tag, other, other_tag):
    assert (tagged(one)[word], tagged(other)[word]) == (tag, other_tag)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Le juge a dit mardi qu'il la juge dangereuse", "DNAQTUpcVN"),
        ("Selon la ministre, rien n'est joué", "RDN,nnAQ"),
        ("Hydro-Québec prévoit des pannes", "PVdN"),
    ],
)
def test_a_whole_sentence(text, tags):
    tokens = Tokens(text, 0, len(text))
    assert "".join(tags_of(tokens)) == tags


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        # "depuis" alone before a participle is an adverb, elsewhere a preposition.
        ("Ils ont cependant depuis déclaré forfait.", "depuis", "B"),
        ("La conseillère a depuis nié.", "depuis", "B"),
        ("Il neige à Sion depuis mardi.", "depuis", "R"),
        # One of several.
        ("L'un d'eux a menti.", "un", "N"),
        ("L'une des élues de Mons a cédé.", "une", "N"),
        ("Un élu d'Oran a cédé.", "un", "D"),
        # Others, with and without a noun.
        ("D'autres demandent un vote.", "autres", "S"),
        ("Certains réclament un vote.", "certains", "S"),
        ("D'autres élus demandent un vote.", "autres", "D"),
        # Nouns in "-ment" behind a determiner or "de", and adverbs.
        ("Le conseil a voté cette mesure d'allègement.", "allègement", "N"),
        ("Dakar rejette un plan de financement qui échoue.", "financement", "N"),
        ("Il a rapidement cédé.", "rapidement", "B"),
        # At the head of a line a name alone has a verb behind it.
        ("Noda menace de partir", "menace", "V"),
        ("Legault menace de dissoudre", "menace", "V"),
        ("La menace de grève demeure à Liège.", "menace", "N"),
    ],
)
def test_words_that_their_neighbours_tell(text, word, tag):
    assert tagged(text)[word] == tag


NOUNS = (
    "hier premier dernier janvier février mer cher fer hiver entier particulier financier policier quartier chantier",
    "dossier métier courrier ordre lettre avenir soir espoir désir loisir plaisir cuir noir pair chair clair impair",
    "alger niger tanger danger étranger berger boulanger léger manager leader super hyper foyer loyer rocher clocher",
    "banquier ouvrier fermier papier cahier sanglier pilier millier immobilier mobilier régulier familier militaire",
    "affaire salaire propriétaire secrétaire parlementaire scolaire officier",
)
INFINITIVES = (
    "parler finir vendre recevoir mettre craindre naître coudre résoudre vaincre rompre suivre vivre écrire lire dire",
    "conduire nuire faire plaire croire boire mourir courir tenir offrir dormir vêtir acquérir fuir savoir devoir",
    "valoir voir prévoir asseoir aller envoyer appeler jeter peser céder manger placer",
)
# In no list of verbs, or ("rire") taken for the noun.
NOT_LISTED = ("peindre rire cueillir assaillir bouillir mouvoir pleuvoir frauder déserter cambrioler ourdir",)


def words(lines):
    return [word for line in lines for word in line.split()]


def test_no_noun_is_an_infinitive():
    assert [noun for noun in words(NOUNS) if is_infinitive(noun)] == []


def test_infinitives_of_every_group():
    assert [verb for verb in words(INFINITIVES) if not is_infinitive(verb)] == []


@pytest.mark.xfail(strict=False, reason="verbs that data/verbs.tsv does not have")
def test_infinitives_that_are_lost():
    assert [verb for verb in words(NOT_LISTED) if not is_infinitive(verb)] == []


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [
        ("tacla", "tacler", "finite"),
        ("vainquit", "vaincre", "finite"),
        ("reconfinerait", "reconfiner", "finite"),
        ("bunkérise", "bunkériser", "finite"),
        ("requérant", "requérir", "present_participle"),
        ("requis", "requérir", "past_participle"),
    ],
)
def test_forms_of_verbs_whether_or_not_they_report(form, lemma, mood):
    assert (lemma, mood) in {(says.lemma, says.mood) for says in readings(form)}


@pytest.mark.parametrize("word", ["danoise", "anglaise", "officier", "gouvernement", "ministre", "policier", "x", ""])
def test_what_is_no_form_of_a_verb(word):
    assert readings(word) == ()


def test_adverbs_and_other_words_in_ment():
    endings = ["fermement", "récemment", "parlement", "règlement", "affirment", "démentent", "prudemment", "argument"]
    assert [word for word in endings if is_adverb(word)] == ["fermement", "récemment", "prudemment"]


@pytest.mark.usefixtures("replaceable")
@pytest.mark.parametrize("frame", ["Le maire {} la loi", "il {} dit que les élus", "a {} élus", "{} les élus, dit-il"])
def test_a_settled_word_has_its_letter_wherever_it_stands(frame: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {row["word"] for row in read_table("grammar_words")} | {"préfet", "loi", "»", "("}
    texts = [frame.format(word) for word in sorted(words)]

    def tags() -> list[str]:
        return ["".join(_tags.tags_of(Tokens(text, 0, len(text)))) for text in texts]

    settled = tags()
    monkeypatch.setattr(_tags, "SETTLED", Remembered(lambda _word: ""))
    walked = tags()
    monkeypatch.undo()
    assert settled == walked
