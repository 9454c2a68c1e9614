"""Noun groups, verb groups and subjects: what stands between a verb and its subject is passed over."""

from itertools import pairwise

import pytest

import frnews
from frnews._french._chunks import bracket_closes
from frnews._french._clauses import skeleton_at
from frnews._french._groups import noun_group, number_of
from frnews._french._series import lists_on
from frnews._french._tokens import Tokens


def read(text):
    return Tokens(text, 0, len(text))


def words(tokens, group):
    return None if group is None else tokens.text[tokens.starts[group[0]] : tokens.ends[group[1]]]


def subject_of(text, verb):
    """Return the words of the subject of the verb group whose main verb is a word of the text."""
    tokens = read(text)
    skeleton = skeleton_at(tokens, tokens.low.index(verb))
    group = skeleton.verb_at(tokens.low.index(verb))
    assert group is not None, [tokens.low[g.verb] for g in skeleton.verbs]
    return words(tokens, skeleton.subject(group) or skeleton.inverted_subject(group.last + 1))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("le ministre de l'Intérieur Gérald Marchand mardi a", "le ministre de l'Intérieur Gérald Marchand"),
        ("une source proche du dossier a", "une source proche du dossier"),
        ("Marine Le Goff a", "Marine Le Goff"),
        ("Dominique de Vilmorin a", "Dominique de Vilmorin"),
        ("la députée de Gouin et porte-parole du parti dénonce", "la députée de Gouin et porte-parole du parti"),
        ("les agriculteurs que la pluie ruine", "les agriculteurs"),
        ("le procureur qui requiert", "le procureur"),
        ("M. Traoré a", "M. Traoré"),
        ("elle a", None),
    ],
)
def test_a_noun_group_is_the_shortest_that_identifies(text, group):
    tokens = read(text)
    assert words(tokens, noun_group(tokens, 0)) == group


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("les syndicats", "p"),
        ("la ministre", "s"),
        ("deux élus", "p"),
        ("un maire et un préfet", "p"),
        ("Anne", None),
        ("le porte-parole des éleveurs et des bergers", "s"),
        ("la présidente des communes et des cantons", "s"),
    ],
)
def test_the_number_of_a_group(text, number):
    tokens = read(text)
    group = noun_group(tokens, 0)
    assert group is not None
    assert number_of(tokens, group) == number


# Agency, headline, interview, parliament, regional paper; France, Québec, Suisse, Belgique, Maghreb, Afrique.
INVERTED = [
    ("« Oui », a déclaré mardi sur France 2 la ministre Anne Morel.", "déclaré", "la ministre Anne Morel"),
    ("« Oui », a dit à l'AFP le préfet Luc Bonnet.", "dit", "le préfet Luc Bonnet"),
    ("« Oui », a assuré, casque sur la tête, le gouverneur Ibrahim Maïga.", "assuré", "le gouverneur Ibrahim Maïga"),
    ("« Non », a tranché en marge du sommet de Lausanne Eva Zumstein.", "tranché", "Eva Zumstein"),
    ("« Non », répète depuis des mois, sans ambages, la mairesse de Laval.", "répète", "la mairesse de Laval"),
    ("« Non », a averti lors d'une séance houleuse le bourgmestre.", "averti", "le bourgmestre"),
    ("« Non », a martelé hier soir devant les députés (majorité) Samir Haddad.", "martelé", "Samir Haddad"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), INVERTED)
def test_an_inverted_subject_stands_behind_what_adjuncts_there_are(text, verb, subject):
    assert subject_of(text, verb) == subject


PLAIN = [
    ("La ministre, interrogée mardi à Dakar, a promis une loi.", "promis", "La ministre"),
    ("Le patron de l'usine que la Région soutient annonce trois départs.", "annonce", "Le patron de l'usine"),
    ("Les élus de la ville (majorité) réclament un vote.", "réclament", "Les élus de la ville"),
    ("Selon nos informations, le club a confirmé le transfert.", "confirmé", "le club"),
    ("Le procureur de Sion, lui, requiert dix ans.", "requiert", "Le procureur de Sion"),
    ("Il a, dans la foulée, démenti la rumeur.", "démenti", "Il"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), PLAIN)
def test_a_subject_stands_before_what_parts_it_from_its_verb(text, verb, subject):
    assert subject_of(text, verb) == subject


def test_nobody_is_the_subject_who_stands_in_another_sentence():
    assert subject_of("« Oui », a-t-on répété. Le préfet est parti.", "répété") == "-t-on"


@pytest.mark.parametrize(
    ("text", "verb", "what"),
    [
        ("Le maire n'a pas dit oui.", "dit", {"negated": True, "compound": True}),
        ("La rue a été fermée par le préfet.", "fermée", {"passive": True}),
        ("La ministre est venue à Sion.", "venue", {"passive": False, "compound": True}),
        ("Le maire s'est félicité du vote.", "félicité", {"reflexive": True, "passive": False}),
        ("« Oui », a-t-elle lancé.", "lancé", {"compound": True, "number": "s"}),
        ("Le club dit vouloir partir.", "vouloir", {"mood": "infinitive"}),
        ("Il part en dénonçant un complot.", "dénonçant", {"mood": "gerund"}),
        ("Les élus quittent la salle, dénonçant un complot.", "dénonçant", {"mood": "participle"}),
        ("Ils partiront lundi.", "partiront", {"tense": "future", "number": "p", "person": 3}),
    ],
)
def test_a_verb_group_says_how_its_verb_stands(text, verb, what):
    tokens = read(text)
    at = tokens.low.index(verb)
    group = skeleton_at(tokens, at).verb_at(at)
    assert group is not None
    assert {name: getattr(group, name) for name in what} == what


def test_an_infinitive_has_the_subject_of_the_verb_that_it_hangs_on():
    tokens = read("La juge vient de confirmer la peine.")
    skeleton = skeleton_at(tokens, 0)
    infinitive = skeleton.verb_at(tokens.low.index("confirmer"))
    assert infinitive is not None
    assert infinitive.governor is skeleton.verb_at(tokens.low.index("vient"))
    assert words(tokens, skeleton.subject(infinitive)) == "La juge"


def test_chunks_cover_the_sentence_without_a_gap():
    text = "Mardi, à Alger, la ministre (PS), « très fâchée », a dit que les 12 élus de l'Est, eux, partiraient vite."
    chunks = skeleton_at(read(text), 0).chunks
    assert chunks[0].first == 0
    assert chunks[-1].last == len(read(text)) - 1
    assert all(a.last + 1 == b.first for a, b in pairwise(chunks))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous irons », précise depuis Bruxelles le Premier ministre.", "Premier ministre"),
        ("« Nous irons », explique mardi sur France 2 le Conseil d'État.", "Conseil d'État"),
        ("« Je viens », dit à l'AFP Ophélie, qui incite ses voisins.", "Ophélie"),
        ("« Le pont tient », a confié à la RTS  Jean  Roy.", "Jean Roy"),
        ("« Charles le Téméraire est mort », a rappelé la guide.", "guide"),
    ],
)
def test_who_stands_behind_a_place_a_medium_or_two_spaces(text: str, speaker: str) -> None:
    (said,) = frnews.extract_quotations(text)
    assert said.speaker is not None
    assert said.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        # A bishop, a canton, a region, a parliament, a headline.
        ("L'évêque appelle les prêtres, les diacres et les laïcs à prier.", True),
        ("Le Valais invite les guides, les agences et les hôtels à fermer.", True),
        ("Elle exhorte les élus de Mons, les juges et les syndicats à voter.", True),
        ("Les députés pressent le wali, le maire et le préfet de répondre.", True),
        ("Québec appelle les villes, les écoles, les cégeps et les hôpitaux à payer", True),
        # No series: a clause, an aside, a relative clause, another sentence.
        ("Le maire invite les élus, les syndicats refusent.", False),
        ("Il invite les agences, dit-il, à fermer.", False),
        ("Elle invite les élus, qui refusent, à voter.", False),
        ("Interrogé mardi, le préfet se tait.", False),
    ],
)
def test_a_comma_in_a_series(text, lists):
    tokens = read(text)
    comma = tokens.low.index(",")
    assert lists_on(skeleton_at(tokens, comma), comma) is lists


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("trois gares (Mons, Ath) ferment", ")"),
        ("la députée (PS) vote", ")"),
        ("le wali (préfet) d'Oran", ")"),
        ("la ministre (Kayes, Gao, Mopti) est partie", ")"),
        ("le club (Ligue 2) rit", ")"),
        ("le maire (sans étiquette a ri", None),
    ],
)
def test_where_a_bracket_closes(text, closes):
    tokens = read(text)
    at = bracket_closes(tokens, tokens.low.index("("), len(tokens.low))
    assert (None if at is None else tokens.low[at]) == closes


def test_a_bracket_is_closed_only_within_reach():
    text = "le maire (" + "et puis " * 50 + ") a ri"
    assert bracket_closes(read(text), 2, len(read(text).low)) is None


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("D'autres demandaient un vote.", "demandaient", "D'autres"),
        ("D'autres élus de Mons votent.", "votent", "D'autres élus de Mons"),
        ("La ministre plaidait lui pour un vote.", "plaidait", "La ministre"),
        ("Le maire de Sion plaide lui pour un vote.", "plaide", "Le maire de Sion"),
        ("Un journal lu par les militants et par les élus annonce un vote.", "annonce", "Un journal lu"),
        ("Le syndicat, soutenu par les maires et par les élus, réclame un vote.", "réclame", "Le syndicat"),
        ("Le préfet est parti et le maire réclame un vote.", "réclame", "le maire"),
    ],
)
def test_a_subject_before_joined_phrases_and_pronouns_that_stress(text, verb, subject):
    assert subject_of(text, verb) == subject
