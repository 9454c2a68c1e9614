"""Sentences in the manner of the press, from five countries, with the days that their dates mean."""

import pathlib

import pytest

import frnews
from each_row import table_rows

TABLE = pathlib.Path(__file__).parent / "data" / "date_press.tsv"
OPEN, CLOSE = "⟦", "⟧"


def read_rows():
    return [(*row, "", "")[:3] for row in table_rows(TABLE)]


def read_marks(marked):
    """Return the sentence without its marks, and the spans that they enclose."""
    text, starts, spans = "", [], []
    for character in marked:
        if character == OPEN:
            starts.append(len(text))
        elif character == CLOSE:
            spans.append((starts.pop(), len(text)))
        else:
            text += character
    return text, spans


def describe(mention):
    if mention.earliest is None:
        return f"{mention.type} -"
    days = sorted({mention.earliest.isoformat(), mention.latest.isoformat()})
    return f"{mention.type} {'/'.join(days)}"


@pytest.mark.parametrize(("published", "marked", "expected"), read_rows())
def test_press_sentence(published, marked, expected):
    text, spans = read_marks(marked)
    found = [m for m in frnews.extract_dates(text, published=published) if m.type in ("date", "time")]
    assert "; ".join(map(describe, found)) == expected
    for mention, (start, end) in zip(found, spans, strict=True):
        assert mention.start_char < end
        assert start < mention.end_char


def test_there_are_enough_sentences():
    assert len(read_rows()) >= 150
