"""The tables of verbs, of forms that are other words too, and of what weighs for and against a quotation."""

import re
import sys

import pytest

import frnews
from frnews._french import _phrases
from frnews._french._determiners import determiners_of
from frnews._french._groups import noun_group, number_of
from frnews._french._tags import tags_of
from frnews._french._tokens import Tokens
from frnews._french._verb_groups import verb_groups
from frnews._french._verbs import infinitive_of, readings, shares
from frnews._quotations import _candidates
from frnews._reporting import _charges, _labels
from frnews._reporting._lexicon import silent_verbs
from frnews._reporting._marks import find_quoted
from frnews._tables import read_table

# Participles that are no nouns: in the example the form is one, which the tagger rightly says.
PARTICIPLES = {"consenti", "défiscalisée", "munis", "satisfait", "violé"}
# From this share on, in tenths, the example has the form as a verb.
VERB_FROM = 5


def tags(text):
    tokens = Tokens(text, 0, len(text))
    return list(zip(tokens.low, tags_of(tokens), strict=True))


def test_each_homograph_is_the_verb_or_another_word_as_its_share_says():
    wrong = []
    for row in read_table("homographs"):
        is_verb = any(tag in "VAIGQ" for word, tag in tags(row["example"]) if word == row["word"])
        if row["word"] not in PARTICIPLES and is_verb != (int(row["share"]) >= VERB_FROM):
            wrong.append((row["word"], row["example"]))
        if row["word"] not in {word for word, _ in tags(row["example"])}:
            wrong.append(row["example"])
    assert wrong == []


def test_each_homograph_is_a_form_of_a_verb():
    assert [word for word in shares() if not readings(word)] == []


def test_the_forms_of_each_verb_are_read_as_its_own():
    wrong = []
    for row in read_table("verbs"):
        for form in row["example"].split(", "):
            if row["verb"] not in {says.lemma for says in readings(form.split()[-1])}:
                wrong.append((row["verb"], form))
    assert wrong == []


def said(text):
    return [quotation.text for quotation in frnews.extract_quotations(text)]


# Taken for an opinion: "trouver" with a noun group is one ("trouve la mesure injuste").
LOST = {"Il ne trouve que des excuses."}


def test_a_silent_verb_says_nothing():
    assert {row["example"] for row in read_table("silent_verbs") if said(row["example"])} <= LOST


def test_who_denies_does_not_say_what_is_denied(monkeypatch):
    examples = [row["example"] for row in read_table("denying_verbs")]
    assert [text for text in examples if frnews.extract_quotations(text)] == []
    monkeypatch.setattr("frnews._reporting._frames.denying_verbs", frozenset)
    assert [text for text in examples if not frnews.extract_quotations(text)] == []


def test_who_makes_what_a_noun_announces_says_it(monkeypatch):
    rows = read_table("making_verbs")
    assert [row["verb"] for row in rows if not said(row["example"])] == []
    known = frozenset(row["verb"] for row in rows)
    for row in rows:
        without = known - {row["verb"]}
        monkeypatch.setattr("frnews._quotations._announced.making_verbs", lambda without=without: without)
        assert not said(row["example"]), row["verb"]


def test_who_takes_the_floor_says_what_he_does_so_for(monkeypatch):
    examples = [row["example"] for row in read_table("floor_verbs")]
    assert [text for text in examples if not said(text)] == []
    monkeypatch.setattr("frnews._quotations._cue_speakers.floor_verbs", dict)
    assert [text for text in examples if said(text)] == []


def test_what_somebody_is_charged_with_is_nobodys_words(monkeypatch):
    said_before = "« C'est un scandale », dit Anne Roy. "
    examples = {row["word"]: said_before + row["example"] for row in read_table("charging_words")}
    assert [word for word, text in examples.items() if len(frnews.extract_quotations(text)) > 1] == []
    monkeypatch.setattr(_charges, "charges", lambda _: False)
    assert [word for word, text in examples.items() if len(frnews.extract_quotations(text)) < 2] == []


def test_titles_stand_behind_their_nouns(monkeypatch):
    rows = read_table("titled_nouns")
    titles = {row["word"] + row["sign"]: row["example"] for row in rows}

    def speech(text):
        return len(_labels.split_labels(text, find_quoted(text))[0])

    assert [text for text in titles.values() if speech(text)] == []
    for word, text in titles.items():
        monkeypatch.setattr(_labels, "_titled", lambda word=word: frozenset(titles) - {word})
        assert speech(text), f"a title without {word!r} in the table too: {text}"


def test_a_noun_with_a_name_of_its_own_parts_it_from_who_speaks(monkeypatch):
    rows = read_table("apposing_nouns")
    wanted = {row["word"]: " ".join(row["example"].rstrip(".").split()[-2:]) for row in rows}

    def speaker(row):
        return frnews.extract_quotations(row["example"])[0].speaker.name

    assert [row for row in rows if speaker(row) != wanted[row["word"]]] == []
    known = frozenset(wanted)
    idle = []
    for row in rows:
        for room in ("_chunks", "_clauses"):
            monkeypatch.setattr(f"frnews._french.{room}.apposing_nouns", lambda row=row: known - {row["word"]})
        if speaker(row) == wanted[row["word"]]:
            idle.append(row["word"])
    assert idle == []


def test_who_wears_a_colour_is_named_by_it(monkeypatch):
    rows = read_table("colours")
    for row in rows:
        monkeypatch.undo()
        quotes = find_quoted(row["example"])
        assert _labels.split_labels(row["example"], quotes) == ([], quotes), row
        assert re.search(rf"\b{row['word']}", row["example"])
        without = frozenset(r["word"].rstrip("sx") for r in rows) - {row["word"].rstrip("sx")}
        monkeypatch.setattr(_labels, "_colours", lambda without=without: without)
        assert _labels.split_labels(row["example"], quotes) == (quotes, []), row


class Recorder(dict):
    """Weights that say which of them were asked for."""

    def __init__(self, weights):
        super().__init__(weights)
        self.asked = set()

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)


# A turn of dialogue is no candidate where its line is read whole.
NOT_WEIGHED = {"rule: turn"}


def test_each_piece_of_evidence_is_asked_for_in_its_example(monkeypatch):
    recorder = Recorder(_candidates._weights())
    monkeypatch.setattr(_candidates, "_weights", lambda: recorder)
    missing = []
    for row in read_table("quotation_evidence"):
        recorder.asked.clear()
        frnews.extract_quotations(row["example"].replace("⏎", "\n"))
        if row["evidence"] not in recorder.asked | NOT_WEIGHED:
            missing.append((row["evidence"], row["example"], sorted(recorder.asked)))
    assert missing == []


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in read_table("phrases")}))
def test_no_phrase_is_idle(kind, monkeypatch):
    """Without its row a phrase is found no longer: no other row holds it."""
    rows = read_table("phrases")
    idle = []
    for row in rows:
        if row["kind"] != kind:
            continue
        monkeypatch.setattr(_phrases, "read_table", lambda name, row=row: tuple(r for r in rows if r is not row))
        _phrases.phrases.cache_clear()
        tokens = Tokens(row["example"], 0, len(row["example"]))
        if any(_phrases.phrase_at(tokens, k, kind) for k in range(len(tokens))):
            idle.append(row["phrase"])
    monkeypatch.undo()
    _phrases.phrases.cache_clear()
    assert idle == []


def test_silent_verbs_that_something_else_silences_too(monkeypatch):
    """Of most the clause would be taken for what is said; "il" and "ne … que" say nothing without the table."""
    everything = silent_verbs()
    spoken = set()
    for row in read_table("silent_verbs"):
        for name, module in list(sys.modules.items()):
            if name.startswith(("frnews._quotations.", "frnews._reporting.")) and hasattr(module, "silent_verbs"):
                monkeypatch.setattr(module, "silent_verbs", lambda row=row: everything - {row["verb"]})
        if said(row["example"]):
            spoken.add(row["verb"])
    assert len(spoken) > len(everything) / 2


def test_the_groups_of_each_determiner_have_its_number():
    wrong = []
    for row in read_table("determiners"):
        tokens = Tokens(row["example"], 0, len(row["example"]))
        group = noun_group(tokens, 0)
        shown = "" if row["word"] in {"l'", "du", "au"} else row["number"]
        gender = "" if row["word"] in {"certains", "certaines"} else row["gender"]
        noun = tokens.low[1]
        assert gender in ("", "f" if noun in ("ministre", "élue", "élues") else "m"), row
        if group is None or row["word"] not in determiners_of(row["kind"]) or (number_of(tokens, group) or "") != shown:
            wrong.append((row["word"], group and number_of(tokens, group)))
    assert wrong == []


def governors(text):
    tokens = Tokens(text, 0, len(text))
    groups = verb_groups(tokens, 0, len(tokens))
    return {lemma for group in groups if group.governor is not None for lemma in group.governor.lemmas}


def test_the_infinitive_of_each_semi_auxiliary_hangs_on_it():
    wrong = []
    for row in read_table("semi_auxiliaries"):
        verb, text = infinitive_of(row["verb"]), row["example"]
        apart = re.sub(rf" ({row['linker'] or 'de'} |d')", r" en plein congrès \1", text, count=1)
        if verb not in governors(text) or (row["parted"] and verb not in governors(apart)):
            wrong.append((text, apart, governors(text), governors(apart)))
    assert wrong == []
