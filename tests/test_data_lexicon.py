"""Every example of the tables of cues, and what the lexicon promises about them."""

import re

import pytest

import frnews
from fresh_process import costs_less
from frnews._french._conjugation import conjugate
from frnews._french._verbs import auxiliary_forms, infinitive_of, readings
from frnews._reporting._lexicon import (
    not_sources,
    reporting_forms,
    reporting_nouns,
    reporting_verbs,
    semi_auxiliary_forms,
    source_frames,
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
    "e": r" (?:l'|les? |la |ses |leurs? )" + _GAP + r"(?:que |qu')",
    "f": r" (?:de|du|d')[^.]*" + r"(?:que |qu')",
    "r": _GAP + r"(?:que |qu')",
    "u": r" (?:l'|le |la |son |sa |un |une )\w+ (?:que |à |au )",
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


def _forms(row):
    """Return a pattern of the forms of a row's verb."""
    lemma = re.sub(r"^(?:\(s[e'] ?\) ?|se |s')?(?:en |y )?", "", row["verb"])
    words = sorted({form for form, _ in conjugate(lemma, second_person=False)}, key=len, reverse=True)
    rest = "".join(rf"\s(?:[\w']+\s){{0,3}}{re.escape(word)}" for word in row["rest"].split())
    return rf"\b(?:{'|'.join(map(re.escape, words))})\b{rest}"


def _shown(row):
    """Return the constructions of a row that its example has."""
    text = _fold(row["example"])
    verb = _forms(row)
    behind = set(row["constructions"]) - {"x", "h", "k"}
    shown = {letter for letter in behind if re.search(verb + _AFTER[letter], text)}
    if "k" in row["constructions"] and re.search(r"\bn(?:e |')(?:\w+ )?.{0,20}(?:pas|jamais|guère)\b", text):
        shown.add("k")
    if "x" in row["constructions"] and re.search(r"[»\"”,](?:[^.«»]{0,30}\W)?" + verb, text):
        shown.add("x")
    return shown


def test_each_verb_reports_in_its_example():
    assert [row["example"] for row in _VERBS if not _shown(row)] == []
    assert {letter for row in _VERBS for letter in row["constructions"]} == set("qefrwidaonmuvpxhck")


def test_a_narrative_infinitive_of_each_verb_has_its_subject():
    of_saying = [row["verb"] for row in _VERBS if "h" in row["constructions"]]
    texts = [f"« C'est un gâchis », d{elided(verb)} le ministre." for verb in of_saying]
    assert [text for text in texts if [q.speaker.name for q in frnews.extract_quotations(text)] != ["ministre"]] == []


def elided(verb):
    """Return an infinitive behind "d"."""
    return f"'{verb}" if verb[0] in "aeiouéèêâôîh" else f"e {verb}"


def test_no_verb_is_listed_twice_for_one_construction():
    seen = {}
    for row in _VERBS:
        for letter in row["constructions"]:
            key = (row["verb"], row["rest"], row["preposition"] if letter in "nmv" else "", letter)
            assert key not in seen, key
            seen[key] = row


def test_each_noun_announces_in_its_example():
    forms = {}
    for form, noun in reporting_nouns().items():
        forms.setdefault(noun.lemma, []).append(re.escape(form))
    rows = read_table("reporting_nouns")
    missing = [r for r in rows if not re.search(rf"\b(?:{'|'.join(forms[r['noun']])})\b", _fold(r["example"]))]
    assert missing == []
    assert all(row["constructions"] and set(row["constructions"]) <= set("qwdancs") for row in rows)


def _frame(row):
    pattern = re.escape(row["frame"])
    pattern = re.sub(r"de$", r"(?:de\\b|du\\b|des\\b|d')", pattern)
    pattern = re.sub(r"que$", r"(?:que|qu')", pattern)
    return rf"\b{re.sub(r'à$', r'(?:à|au|aux)', pattern)}"


def test_each_frame_stands_in_its_example():
    rows = read_table("source_frames")
    assert [row for row in rows if not re.search(_frame(row), _fold(row["example"]))] == []
    assert {row["kind"] for row in rows} == {"source", "opinion"}
    assert {row["takes"] for row in rows} == {"noun group", "clause", "none"}


def test_each_noun_is_no_source_in_its_example():
    frames = {frame.frame for frame in source_frames()}
    wrong = []
    for row in read_table("not_sources"):
        text = _fold(row["example"])
        nouns = not_sources()[row["frame"]]
        stands = any(re.search(rf"\b{noun}\b", text) for noun in nouns) and re.search(rf"\b{row['frame']}\b", text)
        if row["frame"] not in frames or not stands:
            wrong.append(row)
    assert wrong == []


def test_keys_are_folded():
    keys = [*reporting_verbs(), *auxiliary_forms(), *reporting_nouns()]
    assert [key for key in keys if key != key.lower() or "’" in key] == []


@pytest.mark.xfail(strict=False, reason="verbs in capitals are not read: the whole line looks like names")
@pytest.mark.parametrize("verb", ["DÉCLARE", "DECLARE"])
def test_a_headline_in_capitals_finds_its_verb(verb):
    (quotation,) = frnews.extract_quotations(f"LE MINISTRE {verb} QUE LA GREVE EST FINIE")
    assert quotation.text == "LA GREVE EST FINIE"


def test_loading_is_fast(tmp_path):
    """The tables take 90 ms where the reference takes 24: 3.8 times as long; the bound lies a third above."""
    code = (
        "import frnews._reporting._lexicon as x; "
        "x.reporting_forms('dit'), x.reporting_nouns(), x.source_frames(), x.not_sources()"
    )
    assert costs_less(5, code, tmp_path, before="import frnews")


@pytest.mark.usefixtures("replaceable")
def test_who_withholds_an_infinitive_says_nothing(monkeypatch):
    examples = [row["example"] for row in read_table("semi_auxiliaries") if row["utters"] == "silent"]
    assert [text for text in examples if frnews.extract_quotations(text)] == []
    monkeypatch.setattr("frnews._quotations._cue_speakers.withholds", lambda group: False)
    assert [text for text in examples if not frnews.extract_quotations(text)] == []


def test_each_semi_auxiliary_stands_before_an_infinitive_or_its_subject():
    linkers = {"": "", "de": r" (?:pas )?(?:de |d')", "à": " (?:pas )?à ", "par": " par ", "pour": " pour "}
    wrong = []
    for row in read_table("semi_auxiliaries"):
        if row["utters"] in {"", "silent"}:
            continue
        text = _fold(row["example"])
        words = [word for word in re.findall(r"[\w]+", text) if word in semi_auxiliary_forms()]
        known = infinitive_of(row["verb"]) in {form.lemma for word in words for form in readings(word)}
        if not known or not re.search(rf"\b(?:{'|'.join(words)}){linkers[row['linker']]}", text):
            wrong.append(row)
    assert wrong == []


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
    ],
)
def test_what_a_line_of_the_table_becomes(form, lemma, field, value):
    verbs = [verb for _, verb in reporting_forms(form) if verb.lemma == lemma]
    if lemma is None:  # a form of tu: nobody reports in it
        assert not reporting_forms(form)
    else:
        assert value in {getattr(verb, field) for verb in verbs}


@pytest.mark.parametrize("lemma", ["penser", "croire", "espérer", "craindre", "redouter", "songer", "savoir", "douter"])
def test_inner_states_report_only_in_a_clause_beside_the_quotation(lemma):
    met = reporting_verbs()[lemma]
    assert {letter for verb in met if not verb.rest for letter in verb.constructions} == {"x"}
