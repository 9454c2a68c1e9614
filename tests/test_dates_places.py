"""Sentences of five regions, of history, sport and parliament, and of one kind of difficulty each."""

import pathlib

import pytest

import frnews
from test_dates_press import read_marks

DATA = pathlib.Path(__file__).parent / "data"


def read_rows(name):
    table = DATA / f"{name}.tsv"
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(*line.split("\t"), "")[:4] for line in lines[1:]]


def describe(mention):
    if mention.earliest is None:
        return "-"
    return "/".join(dict.fromkeys([mention.earliest.isoformat(), mention.latest.isoformat()]))


@pytest.mark.parametrize(
    ("kind", "published", "marked", "expected"), [*read_rows("date_places"), *read_rows("date_examples")]
)
def test_sentence(kind, published, marked, expected):
    text, spans = read_marks(marked)
    found = [m for m in frnews.extract_dates(text, published=published or None) if m.type in ("date", "time")]
    assert "; ".join(map(describe, found)) == expected
    for mention, (start, end) in zip(found, spans, strict=True):
        assert mention.start_char < end
        assert start < mention.end_char
