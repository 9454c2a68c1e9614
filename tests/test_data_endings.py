"""Each ending of `data/noun_endings.tsv` does in its example what its kind is for, and without its row does not."""

import pytest

import frnews
from frnews._french import _suffixes
from frnews._french._groups import noun_group
from frnews._french._suffixes import names_a_deed
from frnews._french._tokens import Tokens
from frnews._names._cast import Cast
from frnews._names._entities import Entity
from frnews._names._offices import offices_in
from frnews._names._words import Words, fold
from frnews._reporting._speaking import is_speaker
from frnews._speakers._descriptions import DescriptionReader
from frnews._speakers._scene import Scene
from frnews._tables import read_table

ROWS = read_table("noun_endings")


def speaks(text):
    tokens = Tokens(text, 0, len(text))
    group = noun_group(tokens, 0)
    return group is not None and is_speaker(tokens, group)


def unnamed(text):
    """Return several of whom nothing is known but the noun at the head of the example."""
    return Entity(None, text, plural=True, named=False, keys=(fold(text.split()[1]),))


def describes_a_person(text):
    cast = Cast(text)
    reader = DescriptionReader(cast, Scene(cast, [], [], len(text)))
    reading = reader.read(0, cast.words.folds.index("a"), None)
    return reading.query.kind == "person"


DOES = {
    "deed": lambda text: names_a_deed(text.replace("'", " ").split()[1]),
    "attitude": frnews.extract_quotations,
    "deeds": lambda text: unnamed(text).things,
    "human": speaks,
    "trade": lambda text: offices_in(Words(text)),
    "person": describes_a_person,
    "people": lambda text: unnamed(text).people,
    "age": describes_a_person,
}


@pytest.fixture
def table(monkeypatch):
    """Return what puts other rows into the table of endings until the end of a test."""

    def put(rows):
        monkeypatch.setattr(_suffixes, "read_table", lambda name: rows)
        _suffixes.endings_of.cache_clear()
        _suffixes.bare_endings_of.cache_clear()

    yield put
    monkeypatch.undo()
    _suffixes.endings_of.cache_clear()
    _suffixes.bare_endings_of.cache_clear()


@pytest.mark.usefixtures("replaceable")
@pytest.mark.parametrize("kind", sorted({row["kind"] for row in ROWS}))
def test_no_ending_is_idle(kind, table):
    rows = [row for row in ROWS if row["kind"] == kind]
    assert [row["example"] for row in rows if not DOES[kind](row["example"])] == []
    idle = []
    for row in rows:
        table(tuple(other for other in ROWS if other is not row))
        if DOES[kind](row["example"]):
            idle.append((row["ending"], row["example"]))
    assert idle == []
