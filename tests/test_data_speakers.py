"""The tables of words that name speakers: every example of every row is run."""

import re
from pathlib import Path

from each_row import each  # isort: skip
import pytest

import frnews
from frnews._french._first_names import is_first_name
from frnews._french._tokens import Tokens
from frnews._names._cast import Cast
from frnews._names._colours import colours
from frnews._names._documents import issuer
from frnews._names._groups import read_group
from frnews._names._lexicon import (
    _classes,
    bodies,
    civilities,
    countries,
    demonyms,
    documents,
    function_at,
    functions,
    is_adjective,
    is_done,
    openers,
    word_set,
)
from frnews._names._names import find_names
from frnews._names._shares import uncounted
from frnews._names._words import Words, fold
from frnews._reporting._speaking import is_speaker
from frnews._sentences import split_sentences
from frnews._speakers import _evidence, resolve_speakers
from frnews._speakers._pronouns import read_pronoun
from frnews._speakers._weights import weights
from frnews._tables import read_table
from speaker_cases import read_marked


def rows(table):
    return [pytest.param(row, id="-".join(list(row.values())[:2])) for row in read_table(table)]


@each("row", rows("speaker_functions"))
def test_function(row):
    form = row["feminine"] if row["feminine"] and row["feminine"] in row["example"] else row["word"]
    words = Words(row["example"])
    at = next(i for i in range(len(words)) if " ".join(words.folds[i:]).startswith(fold(form).split("'")[0].split()[0]))
    found = function_at(words, at)
    assert found is not None
    assert found.key == fold(row["same_as"])
    assert Cast(row["example"]).occurrences[-1].entity.roles[0].group.function == found


@each("row", rows("speaker_civilities"))
def test_civility(row):
    civility = civilities()[fold(row["word"])]
    assert (civility.gender or "") == row["gender"]
    assert civility.plural == (row["number"] == "2")
    name = find_names(Words(row["example"]))[0]
    assert name.civility == fold(row["word"])
    assert name.parts == ("leroy",)
    assert name.kind == "person"


@each("row", rows("speaker_countries"))
def test_country(row):
    assert (countries()[fold(row["name"])] or "") == row["gender"]
    keys = Words(row["example"]).folds
    if row["adjective"]:
        assert demonyms()[fold(row["adjective"])][0] in countries()
        assert fold(row["adjective"]) in keys
        assert fold(row["feminine"]) in keys
    else:
        assert fold(row["name"]) in keys


@each("row", rows("speaker_bodies"))
def test_body(row):
    words = Words(row["example"])
    group = read_group(words, 0, len(words))
    assert group is not None
    assert group.body == bodies()[fold(row["word"])]
    assert group.gender == row["gender"]


@each("row", rows("speaker_documents"))
def test_document(row):
    words = Words(row["example"])
    assert {fold(row["word"]), fold(row["word"]) + "s"} & documents() & set(words.folds)
    first, last = issuer(words, 1, words.folds.index(","))
    assert words.slice(first, last) == "la mairie"


@each("row", rows("speaker_openers"))
def test_opener(row):
    assert fold(row["word"]) in openers()
    assert [name.parts for name in find_names(Words(row["example"]))][-1] == ("nadia", "morel")


@each("row", rows("speaker_adjectives"))
def test_adjective(row):
    assert is_adjective(fold(row["example"])) == (row["adjective"] == "yes")
    assert fold(row["example"]).endswith(fold(row["form"]).removeprefix("-"))


@each("row", rows("speaker_first_names"))
def test_first_name(row):
    name = find_names(Words(row["example"]))[0]
    assert name.kind == "person"
    assert len(name.parts) == 2


@each("row", rows("speaker_parties"))
def test_party(row):
    words = Words(row["example"])
    name = find_names(words)[0]
    assert name.kind == "thing"
    assert words.slice(name.first, name.last) == row["name"]


@each("row", rows("speaker_words") + rows("noun_sets"))
def test_word_set(row):
    assert fold(row["word"]) in word_set(row["set"])
    if row["set"] in {"issued", "received"}:  # verbs, by their participles
        words = Words(row["example"])
        assert any(is_done(words.low_at(k), row["set"]) for k in range(len(words)))
        return
    if row["set"] in {"share", "crowd", "before_share"}:  # the group is named behind it
        words = Words(row["example"])
        assert words.forms[uncounted(words, 0, words.folds.index("disent"))] in {"Français", "Lyonnaises"}
    if row["set"] == "honour":  # the name starts behind it
        assert [(name.parts[-1], name.address) for name in find_names(Words(row["example"]))] == [("leroy", 2)]
        return
    if row["set"] == "either_sex":  # "il" is he of whom the feminine noun is said
        assert [q.speaker.name for q in frnews.extract_quotations(row["example"]) if q.speaker] == ["Wandrille Leroy"]
        return
    if row["set"] == "nameless_office":
        assert [q.speaker.name for q in frnews.extract_quotations(row["example"]) if q.speaker] == [row["word"]]
        return
    if row["set"] == "any_document":
        assert [q.speaker.name for q in frnews.extract_quotations(row["example"])] == ["Insee"]
        return
    if row["set"] in {"named_head", "before_en", "with_aims"}:  # the name runs on up to the comma
        words = Words(row["example"])
        assert find_names(words)[0].last == words.forms.index(",")
    written = row["word"].replace("\u00a0", " ").casefold()
    assert written in row["example"].casefold() or fold(written) in Words(row["example"]).folds


def test_what_takes_others_up_is_a_function_or_a_body_itself():
    rows = read_table("speaker_functions")
    own = {form for row in rows for form in (row["word"], row["feminine"])}
    implied = {word for row in rows for word in (row["same_as"], *row["broader"].split())} - own
    assert "soignant" in implied
    found = {word for word in implied if function_at(Words(word), 0) is not None}
    assert {word for word in implied - found if not is_first_name(fold(word))} <= set(bodies())
    assert is_speaker(Tokens("Le soignant", 0, 11), (0, 1))


# Pronouns that the finder does not give as a mention in their example.
NO_MENTIONS = {"lui-même", "elle-même", "eux-mêmes", "qui", "lequel", "laquelle", "se", "s'"}


@each("row", rows("pronouns"))
def test_pronoun(row):
    pronoun = read_pronoun(row["pronoun"])
    assert (pronoun.gender or "", pronoun.plural, pronoun.pair) == (
        row["gender"],
        row["number"] in {"p", "2"},
        row["number"] == "2",
    )
    assert f" {row['pronoun']}" in row["example"].lower()
    named = re.match("[^.,]+? (?=est|sont)", row["example"])[0].strip()
    quotations = frnews.extract_quotations(row["example"])
    if row["pronoun"] not in NO_MENTIONS:
        assert [(q.mention.text.lower(), q.speaker.name) for q in quotations] == [(row["pronoun"], named)]


def test_no_row_has_a_word_of_a_class_that_its_set_holds_whole():
    classes = {name: set(map(fold, words)) for name, words in _classes().items()}
    rows = (*read_table("speaker_words"), *read_table("noun_sets"))
    assert not [row for row in rows if fold(row["word"]) in classes.get(row["set"], ())]


def test_every_set_that_is_asked_for_has_rows():
    rooms = [Path(frnews.__file__).parent / room for room in ("_names", "_speakers")]
    source = "".join(path.read_text() for room in rooms for path in room.glob("*.py"))
    asked = set(re.findall(r'word_set\("(\w+)"\)', source))
    assert len(asked) > 20
    assert all(map(word_set, asked))


@each("row", rows("speaker_colours"))
def test_colours(row):
    words = Words(row["example"])
    assert colours(words, 0, len(words)) == frozenset(row["families"].split())


@pytest.mark.parametrize("row", rows("evidence"))
def test_evidence(row):
    assert all(float(row[wanted]) == weights(wanted)[row["evidence"]] for wanted in ("pronoun", "description", "none"))
    text, drafts = read_marked(row["example"])
    resolutions, _ = resolve_speakers(text, split_sentences(text), drafts)
    if row["evidence"] == "nobody":
        assert resolutions[0].speaker is None
        return
    named = {name for resolution in resolutions for ranked in resolution.candidates for name, _ in ranked.trace}
    assert row["evidence"] in named


def functions_by_key():
    return {function.key: function for forms in functions().values() for function in forms.values()}


@pytest.mark.usefixtures("replaceable")
def test_no_general_function_is_idle(monkeypatch):
    """Whoever is one may be anything else too, and only because the set has it."""
    known, general = functions_by_key(), word_set("general")
    assert [key for key in general if not _evidence._together(known["biologiste"], known[key])] == []
    for key in general:
        monkeypatch.setattr(_evidence, "word_set", lambda name, key=key: word_set(name) - {key})
        assert not _evidence._together(known["biologiste"], known[key]), key


@pytest.mark.usefixtures("replaceable")
def test_no_vague_function_is_idle(monkeypatch):
    """Of each there are two functions that nothing else would let go together."""
    joined = [function_at(Words(word), 0) for word in ("membre-fondateur", "membre-avocat", "policier-avocat")]
    known, vague = [*functions_by_key().values(), *joined], word_set("vague")
    apart = [(one, other) for one in known for other in known if not _evidence._together(one, other)]
    for key in vague:
        monkeypatch.setattr(_evidence, "word_set", lambda name, key=key: word_set(name) - {key})
        assert any(_evidence._together(one, other) for one, other in apart if key in one.broader & other.broader), key
