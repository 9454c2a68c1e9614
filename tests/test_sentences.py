"""`split_sentences`: its contract, its options, and input that is none of the kind that it expects."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clock import holds, linear, proportional, seconds
from frnews import Sentence, parse, split_sentences


def texts(text, **options):
    return [s.text for s in split_sentences(text, **options)]


# shared/demand.md, the cases of the area "sent"; the source of each stands there.
DEMAND = [
    "Léa dit : « Bonjour ! ¦Je suis Léa. ¦Et toi ? » ¦Marc répond : « Salut ! ¦Je suis Marc. » ¦"
    "Léa demande : « Où es-tu ? »",
    "Deux militaires de son Service action [SA], affectés au Centre parachutiste d’entraînement spécialisé [CPES] de "
    "Cercottes [Loiret].",
    "Bon, me dis-je, s'il a faim, mon oncle, qui est le plus impatient des hommes, va pousser des cris de détresse.",
    "Elle s'approcha de Louis. ¦« Puis-je jouer ? », demanda-t-elle.",
    "Elle s'approcha de Louis. ¦“Puis-je jouer ?”, demanda-t-elle.",
    'Elle s\'approcha de Louis. ¦"Puis-je jouer ?", demanda-t-elle.',
    "Maissen se chargea du reste .... ¦Logiquement,",
    "Film culte, classique parmi les classiques.¦Enfin un conte de Noël bien adapté aux tout-petits.",
    "L'entretien avec J.-L. Mélenchon a été annulé.",
]


@pytest.mark.parametrize("marked", DEMAND)
def test_cases_of_the_demand(marked):
    assert texts(marked.replace("¦", "")) == [piece.strip() for piece in marked.split("¦")]


def test_demand_offsets():
    found = split_sentences("Maissen se chargea du reste .... Logiquement,")
    assert [(s.start_char, s.end_char) for s in found] == [(0, 32), (33, 45)]
    glued = split_sentences("Film culte, classique parmi les classiques.Enfin un conte de Noël bien adapté.")
    assert glued[0].end_char == glued[1].start_char == 43


def test_sentences_are_the_public_frozen_type():
    (sentence,) = split_sentences(" Bonjour. ")
    assert sentence == Sentence("Bonjour.", 1, 9, 0)
    assert hash(sentence) == hash(Sentence("Bonjour.", 1, 9, 0))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        sentence.text = "Bonsoir."


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_paragraphs_are_the_lines_that_are_not_empty(line_end):
    text = line_end.join(["", "Titre", "", " \t", "Un. Deux.", "Trois"]) + line_end * 3
    assert [(s.text, s.paragraph) for s in split_sentences(text)] == [
        ("Titre", 0),
        ("Un.", 1),
        ("Deux.", 1),
        ("Trois", 2),
    ]


def test_form_feed_and_next_line_end_no_paragraph():
    assert [s.paragraph for s in split_sentences("Un.\x0cDeux.\x85Trois.\x0bQuatre.")] == [0, 0, 0, 0]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_wrapped_lines_are_joined(line_end):
    text = line_end.join(["Le ministre a dit", "non. La loi", "passera.", "", " ", "Titre", "", "M.", "Petit part."])
    found = split_sentences(text, wrapped=True)
    assert [s.text.replace(line_end, " ") for s in found] == [
        "Le ministre a dit non.",
        "La loi passera.",
        "Titre",
        "M. Petit part.",
    ]
    assert [s.paragraph for s in found] == [0, 0, 1, 2]
    assert all(text[s.start_char : s.end_char] == s.text for s in found)


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("Il dit : « Un. ¦Deux ! » ¦Puis il part. ¦« Trois. »", "Il dit : « Un. Deux ! » ¦Puis il part. ¦« Trois. »"),
        ("« Un. ¦Deux. ¦Trois », dit-il. ¦Fin.", "« Un. Deux. Trois », dit-il. ¦Fin."),
        ('"Un. ¦Deux." ¦"Trois. ¦Quatre", dit-il.', '"Un. Deux." ¦"Trois. Quatre", dit-il.'),
        ("“Un. ¦Deux.” ¦Fin.", "“Un. Deux.” ¦Fin."),
        ("« Un “deux. ¦Trois” quatre. ¦Cinq. » ¦Fin.", "« Un “deux. Trois” quatre. Cinq. » ¦Fin."),
        ("« Un. ¦Deux. ¦Trois.", "« Un. ¦Deux. ¦Trois."),
        ("Un » deux. ¦Trois « quatre.", "Un » deux. ¦Trois « quatre."),
        ("« Un. ¦« Deux. ¦Trois. » ¦Fin.", "« Un. ¦« Deux. Trois. » ¦Fin."),
    ],
)
def test_split_quotations(marked, whole):
    text = marked.replace("¦", "")
    assert texts(text) == [piece.strip() for piece in marked.split("¦")]
    assert texts(text, split_quotations=False) == [piece.strip() for piece in whole.split("¦")]


def test_own_abbreviations():
    text = "Le Gouv. Martin a vu le Xyz. Petit."
    assert len(split_sentences(text)) == 3
    for own in (["Gouv.", "Xyz."], ("Gouv", "Xyz"), {"Gouv.", "Xyz"}, iter(["Gouv.", "Xyz."])):
        assert texts(text, abbreviations=own) == [text]
    assert len(split_sentences(text)) == 3  # nothing is remembered


def test_own_abbreviation_of_two_words():
    text = "Le P. D. G. du groupe, Hon. sen. Roy, part. La Bourse salue."
    assert texts(text, abbreviations=["Hon. sen."]) == [
        "Le P. D. G. du groupe, Hon. sen. Roy, part.",
        "La Bourse salue.",
    ]


@pytest.mark.parametrize("wrong", ["Gouv.", b"Gouv.", [1], [None]])
def test_wrong_abbreviations(wrong):
    with pytest.raises(TypeError, match="abbreviations"):
        split_sentences("Bonjour.", abbreviations=wrong)


@pytest.mark.parametrize("wrong", [None, b"Bonjour.", 3, ["Bonjour."]])
def test_what_is_no_text(wrong):
    with pytest.raises(TypeError, match=r"frnews\.split_sentences\(\) reads text"):
        split_sentences(wrong)


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\u2028\u00a0\u202f"])
def test_text_without_sentence(text):
    assert split_sentences(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "L'e\u0301lu a parle\u0301.E\u0301lodie a re\u0301pondu. A\u0300 Paris, on rit.",
        "İstanbul est loin. İzmir aussi.",
        "Un \ud800 mot. \udfff Deux.",
        "\ufeffUn. \u200bDeux.\u200b Trois.",
        "Un.\x00 Deux.\x07",
        "<p>Un.</p> <p>Deux.</p>",
        '» Un. « Deux. ” Trois. “ ) Quatre. ( ] Cinq. [ " Six.',
        "👍 Bravo ! 👏👏 Merci. 🇫🇷",
    ],
)
def test_odd_text_is_covered_exactly(text):
    check_cover(text)


def check_cover(text, **options):
    found = split_sentences(text, **options)
    position = 0
    for sentence in found:
        assert text[sentence.start_char : sentence.end_char] == sentence.text
        assert sentence.text
        assert sentence.text == sentence.text.strip()
        assert not text[position : sentence.start_char].strip()
        position = sentence.end_char
    assert not text[position:].strip()
    numbers = [s.paragraph for s in found]
    assert sorted(set(numbers)) == list(range(len(set(numbers))))
    assert numbers == sorted(numbers)
    return found


ALPHABET = st.sampled_from(
    [*"aéZÀ1.!?…«»“”„\"'’()[]-–—•,:;@#\n\r\u2028 \u00a0\u202f\u200b\u0301\ud800*>", "M.", "etc."]
)
TEXTS = st.lists(ALPHABET, max_size=60).map("".join) | st.text()


@given(text=TEXTS, wrapped=st.booleans(), split_quotations=st.booleans())
def test_every_character_is_in_one_sentence(text, wrapped, split_quotations):
    found = check_cover(text, wrapped=wrapped, split_quotations=split_quotations)
    if not wrapped:
        assert not any(set(s.text) & set("\n\r\u2028\u2029") for s in found)
    if split_quotations and not wrapped:
        lines = re.split("[\n\r\u2028\u2029]", text)
        assert len({s.paragraph for s in found}) == sum(bool(line.strip()) for line in lines)


@given(TEXTS)
def test_not_splitting_quotations_only_takes_ends_away(text):
    all_ends = {s.end_char for s in split_sentences(text)}
    assert {s.end_char for s in split_sentences(text, split_quotations=False)} <= all_ends


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
@pytest.mark.parametrize("hyphen", ["-", "‑", "‐"])
def test_look_alikes_are_interchangeable(space, apostrophe, hyphen):
    model = (
        "«_C'est fini !_», dit J.-L. Petit. ¦L'O.N.U. Nord se tait. ¦L'art. L. 3 est né en 3 av. J.-C. ¦Qu'il parte !"
    )
    marked = model.replace("_", " ").replace(" ", space).replace("'", apostrophe).replace("-", hyphen)
    assert texts(marked.replace("¦", "")) == [piece.strip() for piece in marked.split("¦")]


HOSTILE = {
    "no full stop": "mot " * 15_000,
    "one word": "a" * 60_000,
    "capitals": "A" * 60_000,
    "white space": "." + " " * 60_000 + "a",
    "initials": "A." * 30_000,
    "spaced initials": "A. " * 20_000,
    "spaced stops": ". " * 30_000,
    "opened and stopped": "«." * 30_000,
    "opened, stopped, spaced": "« . " * 15_000,
    "stop and quote": '." ' * 20_000,
    "spaced quotes": '. " ' * 15_000,
    "low quotes": "„.“ " * 15_000,
    "brackets": ".( " * 20_000,
    "omissions": "[...] " * 10_000,
    "dashes": "a ! - " * 10_000,
    "signature": "a. » - B " * 6_600,
    "stop and line end": ".\n" * 30_000,
    "carriage returns": "\r" * 60_000,
    "words and stops without space": "mot.Mot" * 8_400,
    "abbreviations": "M. " * 20_000,
    "stops and spaces": ("." + " " * 50) * 1_200,
    "digits": "1. " * 20_000,
    "tags": ".<a> " * 12_000,
    "a run of tags": "." + "<a>" * 20_000,
    "emphasis": ".*" * 30_000,
    "spaced stops before capitals": "M .A " * 12_000,
    "curled marks": "a.”B" * 15_000,
    "ellipses": "le… A " * 10_000,
    "slashes": "a. ab/cd" * 7_600,
    "bullets": ".• " * 20_000,
}
OPTIONS = pytest.mark.parametrize(
    "options", [{}, {"wrapped": True, "split_quotations": False}], ids=["default", "options"]
)


def assert_nothing_is_lost(text, options):
    assert "".join("".join(s.text.split()) for s in split_sentences(text, **options)) == "".join(text.split())


@pytest.mark.parametrize("name", HOSTILE)
@OPTIONS
def test_hostile_input_takes_no_longer_than_other_input(name, options):
    def cut(length):
        return HOSTILE[name][: length - 1] + HOSTILE[name][-1]

    assert proportional(cut, lambda text: split_sentences(text, **options), 7_500)
    assert_nothing_is_lost(cut(60_000), options)


@pytest.mark.parametrize("sign", "«».!?…\"'’“”()[]-—*>@#\u200b")
@OPTIONS
def test_one_sign_without_end(sign, options):
    text = sign * 250_000
    assert linear(lambda: split_sentences(text, **options), len(text), 20)
    assert_nothing_is_lost(text, options)


def test_time_grows_linearly():
    line = "Le maire a dit « non ». Il part, selon M. Petit ! " * 20 + "\n"

    def taken(text):
        return seconds(lambda: split_sentences(text), runs=3)

    assert holds(lambda: taken(line * 800) < 20 * taken(line * 100))


def test_parse_passes_its_options_on():
    text = "Il dit : « Oui. Non. »\nLe vent\ntombe."
    for options in ({"wrapped": True}, {"split_quotations": False}, {"wrapped": True, "split_quotations": False}):
        assert list(parse(text, **options).sentences) == split_sentences(text, **options)
