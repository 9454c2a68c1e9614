"""Why a speaker was chosen, as `frnews.explain` tells it; and the quotations of somebody by any of their names."""

import pytest

import frnews

TEXT = (
    "Élisabeth Morel a reçu Luc Petit. « Nous verrons », a-t-elle dit. "
    "Selon une source policière, tout est calme. « Rien n'est sûr », a répondu Mme Morel."
)


@pytest.fixture(scope="module")
def reasons():
    return frnews.explain(TEXT)


def test_one_explanation_for_each_quotation(reasons):
    article = frnews.parse(TEXT)
    assert [reason.quotation for reason in reasons] == list(article.quotations)
    for reason in reasons:
        assert reason.rule == reason.quotation.rule
        assert (reason.span.start_char, reason.span.end_char) == (
            reason.quotation.start_char,
            reason.quotation.end_char,
        )


def test_the_candidates_come_best_first_and_the_first_is_the_speaker(reasons):
    pronoun = next(reason for reason in reasons if reason.quotation.via == "pronoun")
    scores = [candidate.score for candidate in pronoun.speakers]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
    assert pronoun.speakers[0].name == pronoun.quotation.speaker.name == "Élisabeth Morel"


def test_evidence_adds_up_and_its_spans_are_the_text_s(reasons):
    for reason in reasons:
        for candidate in reason.speakers:
            assert candidate.score == pytest.approx(sum(e.weight for e in candidate.evidence), abs=0.1)
            weights = [abs(e.weight) for e in candidate.evidence]
            assert weights == sorted(weights, reverse=True)
            for evidence in candidate.evidence:
                if evidence.span is not None:
                    span = evidence.span
                    assert TEXT[span.start_char : span.end_char] == span.text


def test_who_is_named_beside_the_cue_stands_alone(reasons):
    named = next(reason for reason in reasons if reason.quotation.via == "name")
    (candidate,) = named.speakers
    assert [evidence.name for evidence in candidate.evidence] == ["named beside the cue"]
    assert candidate.evidence[0].span == named.quotation.mention


def test_nobody_is_explained_too():
    (reason,) = frnews.explain("« C'est fini », entend-on partout.") or [None]
    assert reason is None or reason.quotation.speaker is None


def test_wrong_arguments_are_told():
    with pytest.raises(TypeError, match="explain"):
        frnews.explain(b"")
    with pytest.raises(ValueError, match="hier"):
        frnews.explain("Oui.", published="hier")


@pytest.mark.parametrize("name", ["Élisabeth Morel", "elisabeth morel", "MOREL", "Morel"])
def test_quotations_by_an_alias_in_any_case_and_without_accents(name):
    article = frnews.parse(TEXT)
    assert len(article.quotations_by(name)) == 2
    assert article.quotations_by(name) == article.quotations_by(article.speakers[0])


def test_quotations_by_nobody():
    assert frnews.parse(TEXT).quotations_by("Petit") == ()


def test_what_is_turned_down_says_why():
    text = "Ce « petit coup de pouce », précise la banque, doit aider les ménages."
    refused = [reason for reason in frnews.explain(text) if reason.quotation is None]
    assert refused
    for reason in refused:
        assert reason.speakers == ()
        assert text[reason.span.start_char : reason.span.end_char] == reason.span.text
        assert reason.reason.startswith("weighs")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Le préfet Paul Garnier a reçu la maire Anne Morel. « Nous verrons », a-t-il dit.", "Paul Garnier"),
        ("Anne Morel est là. « Oui », a dit le maire. La préfète est partie. « Non », a-t-elle dit.", "La préfète"),
        ("« Oui », a dit Anne Morel. Puis : « Nous verrons », a-t-elle ajouté.", "Anne Morel"),
    ],
)
def test_evidence_shows_whole_words_and_the_name_with_them(text, shown):
    spans = [e.span for reason in frnews.explain(text) for who in reason.speakers for e in who.evidence if e.span]
    assert shown in {span.text for span in spans}
    for span in spans:
        around = text[max(span.start_char - 1, 0) : span.start_char] + "|" + text[span.end_char : span.end_char + 1]
        assert not any(side.isalpha() for side in around)
