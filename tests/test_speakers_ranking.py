"""Who is weighed as the speaker of a quotation, in which order, and what spoke for them."""

import pytest

import frnews


def weighed(text, number=-1):
    """Return the candidates of one quotation, each with its evidence by name."""
    found = [one for one in frnews.explain(text) if one.quotation is not None]
    return {each.name: {piece.name: piece.weight for piece in each.evidence} for each in found[number].speakers}


@pytest.mark.parametrize(
    ("text", "who", "because"),
    [
        ("En promettant de « tout changer », Anne Roy a convaincu la salle.", "Anne Roy", "agent"),
        ("« Tout finira bien. » La formule est de Jean Roy, maire de Brest.", "Jean Roy", "credited"),
        ("« On a eu chaud ! » Yann Quéré sort de la salle en riant.", "Yann Quéré", "named next"),
        ("Anne Roy a écrit un mot à ses élèves. « Travaillez bien. »", "Anne Roy", "spoke last"),
        (
            "La ministre française Anne Roy a reçu le ministre allemand Kurt Vogel. « Nous avançons », a dit son "
            "homologue allemand.",
            "Kurt Vogel",
            "counterpart",
        ),
        (
            "Le maire de Brest Paul Petit et le maire de Lyon Jean Roy étaient là. « Oui », a dit le maire de Lyon.",
            "Jean Roy",
            "complement agrees",
        ),
        (
            "Paul Petit et Anne Roy ont parlé. « Oui », a dit le premier. « Non », a dit la seconde.",
            "Anne Roy",
            "ordinal",
        ),
    ],
)
def test_the_first_of_the_candidates_speaks_and_the_evidence_says_why(text, who, because):
    ranked = weighed(text)
    assert next(iter(ranked)) == who
    assert ranked[who][because] > 0


def test_what_speaks_against_is_told_too():
    text = "Le maire de Brest Paul Petit et le maire de Lyon Jean Roy sont là. « Oui », a dit le maire de Lyon."
    assert weighed(text)["Paul Petit"]["complement differs"] < 0
    text = "Le rapport de la Cour est sévère. Anne Roy l'a lu. « La dette croît », dit le document."
    assert weighed(text)["Anne Roy"]["another kind"] < 0


def test_a_name_in_the_next_paragraph_is_not_named_next():
    text = "Anne Roy est venue tôt.\n« On a eu chaud ! »\nYann Quéré sort de la salle en riant."
    ranked = weighed(text)
    assert next(iter(ranked)) == "Anne Roy"
    assert "named next" not in ranked["Yann Quéré"]


def test_candidates_stand_by_their_scores_and_evidence_by_its_weight():
    text = (
        "Le ministre de l'Intérieur Luc Petit et la ministre de la Justice Anne Roy ont vu Jean Morel, maire de Nice. "
        "« Nous avançons », a dit le ministre. « Il le faut », a-t-elle ajouté. « Bien », a conclu le maire."
    )
    explained = frnews.explain(text)
    assert max(len(one.speakers) for one in explained) >= 3
    for one in explained:
        scores = [each.score for each in one.speakers]
        assert scores == sorted(scores, reverse=True)
        for each in one.speakers:
            weights = [abs(piece.weight) for piece in each.evidence]
            assert weights == sorted(weights, reverse=True)
            assert all(text[p.span.start_char : p.span.end_char] == p.span.text for p in each.evidence if p.span)


@pytest.mark.parametrize(
    ("text", "who", "name", "words"),
    [
        ("Paul Petit est venu. « Oui », a-t-il dit.", "Paul Petit", "subject", "Paul Petit"),
        ("« On a eu chaud ! » Yann Quéré sort en riant.", "Yann Quéré", "named later", "Yann Quéré"),
        (
            "Le maire de Lyon Jean Roy rit. « Oui », a dit le maire de Lyon.",
            "Jean Roy",
            "complement agrees",
            "maire de Lyon",
        ),
    ],
)
def test_evidence_shows_the_words_that_it_is_of(text, who, name, words):
    (explained,) = (one for one in frnews.explain(text) if one.quotation is not None)
    (candidate,) = (each for each in explained.speakers if each.name == who)
    assert [piece.span.text for piece in candidate.evidence if piece.name == name] == [words]


def test_after_a_participle_the_subject_speaks_and_not_the_first_name():
    for text, who in (
        ("En promettant de « tout changer » à la ville de Lyon, Anne Roy a convaincu la salle.", "Anne Roy"),
        ("En promettant à Jean Roy de « tout changer » avec Luc Morel, Anne Petit a convaincu.", "Anne Petit"),
    ):
        (quotation,) = frnews.extract_quotations(text)
        assert quotation.speaker is not None
        assert quotation.speaker.name == who


def test_of_many_readings_the_likeliest_is_kept():
    verbs = ("dit", "ajouté", "expliqué", "noté", "rappelé", "affirmé", "précisé", "conclu")
    said = " ".join(f"« Nous verrons {n} », a-t-il {verb}." for n, verb in enumerate(verbs))
    speakers = [
        quotation.speaker and quotation.speaker.name
        for quotation in frnews.extract_quotations(f"Paul Petit a vu Jean Roy lundi. {said}")
    ]
    assert speakers == ["Paul Petit"] * len(verbs)
