"""Every example of the tables of cues, and what the lexicon promises about them."""

import re
import subprocess
import sys
from functools import cache

import pytest

from frnews._quotations._lexicon import (
    not_sources,
    reporting_forms,
    reporting_nouns,
    semi_auxiliary_forms,
    source_frames,
    unaccented_forms,
)
from frnews._tables import read_table

_VERBS = read_table("reporting_verbs")
_WORD = re.compile(r"[^\W\d_]+")


def _fold(text):
    return text.lower().replace("’", "'")


# The shape that each construction has in its row's example, after the verb and at most a few words.
_GAP = r"(?:[^.«»]{0,80}?\W)?"
_INFINITIVE = r"(?:n'|ne |pas |plus |n'en |se |s'|l'|le |la |les |y |en )*[^\W\d_]+(?:er|ir|re|oir)\b"
_AFTER = {
    "q": _GAP + r"(?:que |qu')",
    "r": _GAP + r"(?:que |qu')",
    "w": _GAP + r"(?:comment|pourquoi|si|s'|combien|où|quand|qui|quoi|à qui|quel|quelle|ce que|ce qui)",
    "i": r" (?:\w+ )?" + _INFINITIVE,
    "d": _GAP + r"(?:de |d')" + _INFINITIVE,
    "a": _GAP + r"(?:à |au |aux )",
    "o": _GAP + r"(?:de |d'|du |des )",
    "n": r" ?.",
    "m": r"[^.]*[«\"“]",
    "v": r" .",
    "p": r" .",
    "c": _GAP + r":",
}


@cache
def _forms_by_lemma():
    forms = {}
    for form, met in reporting_forms().items():
        for _, verb in met:
            forms.setdefault(verb.lemma, set()).add(form)
    return forms


def _forms(row):
    """Return a pattern of the forms of a row's verb."""
    lemma = re.sub(r"^(?:\(s[e'] ?\) ?|se |s')?(?:en |y )?", "", row["verb"])
    words = sorted(_forms_by_lemma()[lemma], key=len, reverse=True)
    rest = "".join(rf"\s(?:[\w']+\s){{0,3}}{re.escape(word)}" for word in row["rest"].split())
    return rf"\b(?:{'|'.join(map(re.escape, words))})\b{rest}"


@pytest.mark.parametrize("row", _VERBS, ids=lambda row: " ".join((row["verb"], row["rest"], row["preposition"])))
def test_the_verb_reports_in_its_example(row):
    text = _fold(row["example"])
    verb = _forms(row)
    shown = [letter for letter in row["constructions"] if letter != "x" and re.search(verb + _AFTER[letter], text)]
    if "x" in row["constructions"] and re.search(r"[»\"”,](?:[^.«»]{0,30}\W)?" + verb, text):
        shown.append("x")
    assert shown, f"no form of the verb in one of its constructions: {row['example']}"
    assert set(row["constructions"]) <= set("qrwidaonmvpxc")
    assert row["ambiguous"] in ("", "1")


def test_no_verb_is_listed_twice_for_one_construction():
    seen = {}
    for row in _VERBS:
        for letter in row["constructions"]:
            key = (row["verb"], row["rest"], row["preposition"] if letter in "nmv" else "", letter)
            assert key not in seen, key
            seen[key] = row


@pytest.mark.parametrize("row", read_table("reporting_nouns"), ids=lambda row: row["noun"])
def test_the_noun_announces_in_its_example(row):
    met = [form for form, noun in reporting_nouns().items() if noun.lemma == row["noun"]]
    assert any(re.search(rf"\b{form}\b", _fold(row["example"])) for form in met)
    assert row["gender"] in ("f", "m")
    assert row["constructions"]
    assert set(row["constructions"]) <= set("qwdanc")


@pytest.mark.parametrize("row", read_table("source_frames"), ids=lambda row: row["frame"])
def test_the_frame_stands_in_its_example(row):
    pattern = re.escape(row["frame"])
    pattern = re.sub(r"de$", r"(?:de\\b|du\\b|des\\b|d')", pattern)
    pattern = re.sub(r"à$", r"(?:à|au|aux)", pattern)
    assert re.search(rf"\b{pattern}", _fold(row["example"]))
    assert row["kind"] in ("source", "opinion")
    assert row["takes"] in ("noun group", "clause", "none")


@pytest.mark.parametrize("row", read_table("not_sources"), ids=lambda row: f"{row['frame']} {row['noun']}")
def test_the_noun_is_no_source_in_its_example(row):
    assert row["frame"] in {frame.frame for frame in source_frames()}
    met = [noun for noun in not_sources()[row["frame"]] if re.search(rf"\b{noun}\b", _fold(row["example"]))]
    assert met
    assert re.search(rf"\b{row['frame']}\b", _fold(row["example"]))


def test_keys_are_folded():
    for form in reporting_forms():
        assert form == form.lower()
        assert "’" not in form


def test_a_headline_in_capitals_finds_its_verb():
    met = unaccented_forms()["declare"]
    assert {(says.mood, verb.lemma) for says, verb in met} >= {("finite", "déclarer"), ("past_participle", "déclarer")}


def test_loading_is_fast():
    # 60 ms is the aim on an idle machine; three times that still tells a slip from noise.
    code = (
        "import time, frnews; t = time.perf_counter(); import frnews._quotations._lexicon as x; "
        "x.reporting_forms(), x.auxiliary_forms(), x.reporting_nouns(), x.source_frames(), x.not_sources(); "
        "print(time.perf_counter() - t)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
        for _ in range(3)
    ]
    assert min(runs) < 0.18


@pytest.mark.parametrize("row", read_table("semi_auxiliaries"), ids=lambda row: f"{row['verb']} {row['linker']}")
def test_the_semi_auxiliary_stands_before_an_infinitive_or_its_subject(row):
    lemma = row["verb"].split()[-1]
    words = [word for word in re.findall(r"[\w]+", _fold(row["example"])) if word in semi_auxiliary_forms()]
    assert lemma in {semi_auxiliary_forms()[word].lemma for word in words}
    linker = {"": "", "de": r" (?:pas )?(?:de |d')", "à": " (?:pas )?à ", "par": " par "}[row["linker"]]
    assert re.search(rf"\b(?:{'|'.join(words)}){linker}", _fold(row["example"]))


@pytest.mark.parametrize(
    ("form", "lemma", "field", "value"),
    [
        ("indigne", "indigner", "pronominal", True),
        ("affirme", "affirmer", "pronominal", False),
        ("interroge", "interroger", "pronominal", None),
        ("fait", "faire", "rest", "savoir"),
        ("plaida", "plaider", "preposition", "en faveur de"),
        ("voient", "voir", "clitic", "y"),
        ("appellera", "appeler", "clitic", "en"),
        ("annonces", None, None, None),
        ("note", "noter", "ambiguous", True),
        ("rétorque", "rétorquer", "ambiguous", False),
    ],
)
def test_what_a_line_of_the_table_becomes(form, lemma, field, value):
    verbs = [verb for _, verb in reporting_forms().get(form, ()) if verb.lemma == lemma]
    if lemma is None:  # a form of tu: nobody reports in it
        assert form not in reporting_forms()
    else:
        assert value in {getattr(verb, field) for verb in verbs}


@pytest.mark.parametrize("lemma", ["penser", "croire", "espérer", "craindre", "redouter", "songer", "savoir", "douter"])
def test_inner_states_report_only_in_a_clause_beside_the_quotation(lemma):
    met = {verb for readings in reporting_forms().values() for _, verb in readings if verb.lemma == lemma}
    assert {letter for verb in met if not verb.rest for letter in verb.constructions} == {"x"}
