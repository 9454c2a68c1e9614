"""The labelled quotations of `data/quotations` are sound: every piece is found, kinds agree with the marks."""

from collections import defaultdict

import pytest

from each_row import each
from quotation_examples import SETS, Example, Label, load_examples, locate, read_records

MARKS = '«»“”„‟"‹›‘'
KEYS = {"kind", "segments", "cue", "mention", "speaker"}
LEAST_ITEMS, LEAST_PAPERS = 5, 4
LABELLED = [
    pytest.param(e, q, id=f"{e.id}-{i}") for s in SETS for e in load_examples(s) for i, q in enumerate(e.labels)
]


def pieces(example: Example, label: Label) -> list[str]:
    return [example.text[start:end] for start, end in label.segments]


@pytest.mark.parametrize("name", SETS)
def test_ids_are_unique_and_keys_are_those_of_the_format(name):
    records = list(read_records(name))
    assert len({r["id"] for r in records}) == len(records)
    for record in records:
        for quotation in record["quotations"]:
            assert set(quotation) - {"accept"} == KEYS, record["id"]


@each(("example", "label"), LABELLED)
def test_kind_agrees_with_the_marks(example, label):
    segments = pieces(example, label)
    assert label.kind in {"direct", "indirect", "mixed"}
    if label.kind == "direct":
        for piece in segments:
            # The marks around the content are no part of it; a nested pair inside is.
            assert not (piece[0] in '«“"' and piece[-1] in '»”"' and piece[0] not in piece[1:-1]), piece
    elif label.kind == "mixed":
        assert any(mark in piece for piece in segments for mark in MARKS + "'’"), segments
    else:
        assert not any(mark in piece for piece in segments for mark in MARKS), segments


@each(("example", "label"), LABELLED)
def test_segments_stand_in_order_and_hold_neither_cue_nor_each_other(example, label):
    assert label.segments
    ends = [0]
    for start, end in label.segments:
        assert start >= ends[-1]
        ends.append(end)
    if label.cue:
        assert all(end <= label.cue[0] or start >= label.cue[1] for start, end in label.segments)


@pytest.mark.parametrize("name", SETS)
def test_quotations_stand_in_text_order(name):
    for example in load_examples(name):
        starts = [label.segments[0][0] for label in example.labels]
        assert starts == sorted(starts), example.id


@pytest.mark.parametrize("name", SETS)
def test_speakers_with_a_role_or_gender_do_speak(name):
    for example in load_examples(name):
        names = {part for q in example.labels if q.speaker for part in (q.speaker, *q.speaker.split(" et "))}
        assert set(example.speakers) <= names, example.id


def test_each_construction_has_enough_examples_from_enough_papers():
    items, papers = defaultdict(int), defaultdict(set)
    for example in load_examples("constructions"):
        items[example.construction] += 1
        papers[example.construction].add(example.paper)
    assert {c: n for c, n in items.items() if n < LEAST_ITEMS} == {}
    assert {c: p for c, p in papers.items() if len(p) < LEAST_PAPERS} == {}


@pytest.mark.parametrize("name", ["constructions", "articles"])
def test_what_is_held_out_is_not_in_the_open_set(name):
    open_texts = {e.text for e in load_examples(name)}
    assert not open_texts & {e.text for e in load_examples(f"{name}_held_out")}


def test_each_construction_is_held_out_too():
    constructions = {e.construction for e in load_examples("constructions")}
    assert constructions == {e.construction for e in load_examples("constructions_held_out")}


def test_a_piece_is_found_as_whole_words_and_after_its_anchor():
    text = "En avril, il part. « Oui », dit-il."
    assert locate(text, {"text": "il", "after": "dit"}) == (32, 34)
    assert locate(text, {"text": "il", "after": ""}) == (10, 12)


@pytest.mark.parametrize("piece", ["il", "non", " part", "", {"text": "il", "after": "non"}])
def test_a_piece_whose_place_is_not_plain_is_refused(piece):
    with pytest.raises(ValueError, match=r"stands|white space"):
        locate("En avril, il part. « Oui », dit-il.", piece)
