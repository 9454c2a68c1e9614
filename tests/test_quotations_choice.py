"""The choice among candidates, labels that are no speech, and where the author goes on, each with counter-examples."""

import pytest

import frnews
from frnews._draft import Draft
from frnews._quotations._candidates import Candidate, choose
from frnews._reporting._labels import split_labels
from frnews._reporting._marks import find_quoted

LOST = pytest.mark.xfail(strict=False, reason="read wrongly")


def draft(start, end, cue=None, rule="que clause"):
    return Draft(kind="indirect", segments=((start, end),), cue=cue, mention=None, agent=None, rule=rule)


def chosen(*candidates):
    return [(c.draft.start, c.draft.end) for c in choose(candidates)]


def test_of_two_that_overlap_the_heavier_is_kept_in_whatever_order_they_come():
    light, heavy = Candidate(draft(0, 20, (30, 33)), 1.0), Candidate(draft(10, 25, (40, 43)), 2.0)
    assert chosen(light, heavy) == chosen(heavy, light) == [(10, 25)]


def test_two_that_stand_apart_are_both_kept_by_their_start():
    assert chosen(Candidate(draft(50, 60), 9.0), Candidate(draft(0, 20), 1.0)) == [(0, 20), (50, 60)]


def test_what_weighs_nothing_is_no_quotation():
    assert chosen(Candidate(draft(0, 20), 0.0), Candidate(draft(30, 40), -1.0)) == []


def test_one_inside_another_stands_where_somebody_of_its_own_says_it():
    outer = Candidate(draft(10, 60, (0, 5)), 5.0, told=True)
    assert chosen(outer, Candidate(draft(30, 60, (20, 25)), 4.0, told=True)) == [(10, 60), (30, 60)]
    assert chosen(outer, Candidate(draft(30, 60, (20, 25)), 4.0)) == [(10, 60)]


def test_one_cue_has_one_content_but_for_a_clause_and_what_its_colon_introduces():
    cue = (0, 5)
    assert chosen(Candidate(draft(10, 20, cue), 5.0), Candidate(draft(30, 40, cue), 4.0)) == [(10, 20)]
    colon = Candidate(draft(30, 40, cue, "colon"), 4.0)
    assert chosen(Candidate(draft(10, 20, cue), 5.0), colon) == [(10, 20), (30, 40)]


def test_the_choice_is_linear():
    many = [Candidate(draft(10 * n, 10 * n + 8, (10 * n + 8, 10 * n + 9)), 1.0) for n in range(20_000)]
    assert len(choose(many)) == len(many)


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("Les « gilets jaunes » et les « gilets jaunes » de Liège ont défilé.", []),  # twice: a name
        ("L'émission « Place publique » revient à la RTS.", []),
        ("Les « blouses blanches » marchent à Alger.", []),
        ("Le journal « La Presse du soir » ferme.", []),
        ("Le maire a crié : « Place publique ! »", ["Place publique !"]),
        ("Les élus dénoncent une « mascarade ».", ["mascarade"]),
        ("« Nous irons », « nous irons jusqu'au bout », répète-t-il.", ["Nous irons", "nous irons jusqu'au bout"]),
    ],
)
def test_a_name_in_marks_is_no_speech(text, speech):
    assert [text[quote.start : quote.end] for quote in split_labels(text, find_quoted(text))[0]] == speech


def said(text):
    return [quotation.text for quotation in frnews.extract_quotations(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # The author goes on …
        ("Le préfet a dit que la route rouvrirait, mais le maire assure que rien n'est sûr.", 2),
        ("Accusant la Région de mentir, le bourgmestre a quitté la séance.", "la Région de mentir"),
        pytest.param("Elle a annoncé son départ, en raison d'une avarie.", "son départ", marks=LOST),
        ("Le syndicat a réclamé une hausse et menacé de faire grève.", 2),
        # … and here the speaker does.
        ("Le préfet a dit que la route rouvrirait, mais que le pont resterait fermé.", 1),
        ("La mairesse a promis une école, un parc et une piscine.", "une école, un parc et une piscine"),
        ("Le ministre a dit que le pays, qui manque d'eau, tiendrait.", "le pays, qui manque d'eau, tiendrait"),
    ],
)
def test_where_the_author_goes_on(text, content):
    found = said(text)
    if isinstance(content, int):
        assert len(found) == content
    else:
        assert found == [content]


@pytest.mark.parametrize(
    "text",
    [
        "La mairie a rejeté le recours de l'association.",
        "Ils ont défilé à Tunis pour protester contre la loi.",
        "Le club rappelle deux joueurs de Ligue 2.",
        "Rien ne dit que la loi passera.",
        "Le conseil n'a pas dit que la piscine fermerait.",
    ],
)
def test_deeds_and_denials_are_no_speech(text):
    assert said(text) == []


def test_what_is_said_inside_of_marks_opened_again_is_a_quotation_of_its_own():
    text = (
        "« Nous avons perdu deux mois.\n"
        "« Anne Roy affirme que la route est sûre. Elle se trompe.\n"
        "« Nous attendons », a dit Luc Petit."
    )
    outer, inner = frnews.extract_quotations(text)
    assert outer.speaker.name == "Luc Petit"
    assert [segment.text for segment in outer.segments] == [
        "Nous avons perdu deux mois.",
        "Anne Roy affirme que la route est sûre. Elle se trompe.",
        "Nous attendons",
    ]
    assert (inner.text, inner.speaker.name) == ("la route est sûre", "Anne Roy")


@pytest.mark.parametrize("verb", ["a-t-il dit", "a-t'il dit", "a-t’il dit", "a‑t‑il dit"])
def test_an_inverted_subject_is_mentioned_without_what_ties_it(verb):
    (quotation,) = frnews.extract_quotations(f"Luc Petit est venu. « Nous attendons », {verb}.")
    assert (quotation.mention.text, quotation.via, quotation.speaker.name) == ("il", "pronoun", "Luc Petit")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # The infinitive's own "ne pas", "se", "le" stand before the mark.
        (
            "Le bourgmestre de Mons a exhorté lundi les parents à ne pas « gâcher la fête ».",
            "les parents à ne pas « gâcher",
        ),
        ("La conseillère d'État vaudoise dit ne jamais « avoir vu cela ».", "ne jamais « avoir"),
        ("Le wali a promis de ne plus « tolérer ces abus ».", "ne plus « tolérer"),
        ("Le ministre sénégalais invite les jeunes à se « remettre au travail ».", "les jeunes à se « remettre"),
        ("Québec affirme ne pas « avoir d'autre choix ».", "ne pas « avoir"),
        # An adverb is the reporter's.
        ("La ministre assure toutefois « comprendre l'angoisse des familles ».", "« comprendre"),
        ("Le préfet souhaite également « rouvrir les marchés du centre ».", "« rouvrir"),
    ],
)
def test_an_infinitive_in_marks_takes_its_pronouns_and_negation_along(text, content):
    (quotation,) = frnews.extract_quotations(text)
    start = quotation.start_char - (text[quotation.start_char - 2 : quotation.start_char] == "« ") * 2
    assert text[start:].startswith(content)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Le syndicat a soutenu que la loi créait un monstre et remettait en cause la paix.", 1),
        ("L'ONG a affirmé que le barrage privait d'eau la ville et menaçait les récoltes.", 1),
        ("La CSN soutient que le projet coûtera cher et menacera les emplois.", 1),
        ("Le conseiller national a dit que l'armée manquait d'hommes et réclamait des renforts.", 1),
        ("Le porte-parole a indiqué que la route était coupée et que le pont tiendrait.", 1),
        ("La maire a dit que la route était fermée et a promis une déviation.", 2),
        ("Le procureur affirme que le suspect a fui et annonce une enquête.", 2),
    ],
)
def test_a_verb_behind_et_goes_with_the_verb_whose_tense_it_has(text, contents):
    assert len(frnews.extract_quotations(text)) == contents


@pytest.mark.parametrize(
    "link",
    [
        "» LIRE AUSSI - Logement: le « permis de louer » est-il efficace?",
        "Lire aussi « Le débat n'en est pas un »",
        "À LIRE AUSSI > « Ils nous ont oubliés »",
    ],
)
def test_the_marks_of_a_link_do_not_go_on_with_the_article(link):
    said = frnews.extract_quotations(f"« Nous attendons », a dit Anne Roy.\n{link}\nLe conseil a voté.")
    assert [quotation.text for quotation in said] == ["Nous attendons"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Le coach répondait hier aux questions qu'avait posées la presse locale.", 0),
        ("Le ministre doit répondre à la défiance qu'ont exprimée les électeurs.", 0),
        ("L'association revient sur les effets que peut avoir la pollution.", 0),
        ("Les enquêteurs ont confirmé à la présidente qu'a priori rien ne liait les suspects.", 1),
        ("Le gouvernement a annoncé mercredi aux maires que serait organisé un débat.", 1),
        ("La police a dit à l'AFP que la route rouvrirait.", 1),
    ],
)
def test_a_relative_whose_subject_stands_behind_its_verb_is_nothing_said(text, contents):
    assert len(frnews.extract_quotations(text)) == contents


def test_what_a_verb_governs_within_marks_is_no_subject_of_it():
    found = frnews.extract_quotations("« Le président Ba, âgé de 52 ans, a promis le changement », a dit Anne Roy.")
    assert [(q.text, q.speaker and q.speaker.name) for q in found] == [
        ("Le président Ba, âgé de 52 ans, a promis le changement", "Anne Roy"),
        ("le changement", "Ba"),
    ]


@pytest.mark.parametrize(
    ("text", "before", "words"),
    [
        ("Le forage n'est pas prêt, selon la préfète de Zinder : « L'eau viendra. »", "Le forage n'est pas prêt", 2),
        ('Rien ne va, selon l\'UC: "les prix baissent partout".', "Rien ne va", 2),
        ("Le train partira, selon la SNCB : « Lundi au plus tard. »", "Le train partira", 2),
        # what a verb of saying waits for is the words in marks
        ("Le roi devait ajouter, selon l'ATS : « Merci à tous. »", "Merci à tous.", 1),
        ("Luc Rey travaille à Sion, pour un hôpital : « On y est bien. »", "On y est bien.", 1),
    ],
)
def test_a_frame_before_a_colon_says_what_stands_before_it_too(text: str, before: str, words: int) -> None:
    found = frnews.extract_quotations(text)
    assert [len(found), found[0].text] == [words, before]
