"""The words of the surface grammar: each stands in its row's example, and does there what its class is for."""

import re
from collections import Counter
from importlib import resources
from itertools import pairwise

import pytest

import frnews
from frnews._french._tokens import Tokens
from frnews._quotations import _words
from frnews._quotations._cues import read_cue
from frnews._quotations._lexicon import reporting_forms
from frnews._quotations._mentions import leading_group, subject_before
from frnews._quotations._noun_groups import is_civility, is_day, is_person_word, noun_group, starts_group, stops_group
from frnews._quotations._speaking import is_speaker, speaking_nouns
from frnews._french._words import is_adverb, is_infinitive, may_part_auxiliary
from frnews._tables import read_table

ROWS = read_table("grammar_words")
CLASSES = sorted({row["class"] for row in ROWS})
# Prepositions that a noun group may run over ("le procureur à Rennes").
IN_GROUPS = {"à", "au", "aux", "en", "pour", "contre", "chez"}
# Pronouns that are a subject for the verb beside them, and never a speaker: the author and the reader.
OF_SPEECH = {"nous", "vous"}


def tokens_of(text):
    return Tokens(text, 0, len(text))


def groups_of(tokens):
    return [group for p in range(len(tokens)) if (group := noun_group(tokens, p)) is not None]


def groups_over(tokens, i):
    """Return the noun groups that start before token `i` and run over it."""
    return [(first, last) for first, last in groups_of(tokens) if first < i <= last]


def cues_of(tokens):
    return [cue for i in range(len(tokens)) if (cue := read_cue(tokens, i)) is not None]


def parts_auxiliary(tokens, i):
    return may_part_auxiliary(tokens.low[i]) and any(c.compound and c.first < i < c.verb for c in cues_of(tokens))


def is_short_for_a_civility(tokens, i):
    group = next(((first, last) for first, last in groups_of(tokens) if first <= i <= last), None)
    # What follows the abbreviation, or its full stop, is the name.
    name = i + 2 if tokens.low[i + 1] == "." else i + 1
    return is_civility(tokens.low[i]) and is_person_word(tokens, i) and group is not None and group[1] >= name


def is_in_a_verb_group(tokens, i):
    return any(cue.first <= i < cue.verb for cue in cues_of(tokens))


def is_time(tokens, i):
    # A day may start at the article ("ce matin"), or further left ("le 12 mars"); no noun group holds it.
    return is_day(tokens, i) and stops_group(tokens, i) and not any(a <= i <= b for a, b in groups_of(tokens))


def starts_noun_group(tokens, i):
    group = noun_group(tokens, i)
    return starts_group(tokens, i) and group is not None and group[1] > i


def is_noun(tokens, i):
    return not is_adverb(tokens.low[i]) and any(first < i <= last for first, last in groups_of(tokens))


def is_no_part_of_content(tokens, i):
    quotations = frnews.parse(tokens.text).quotations
    return len(quotations) == 1 and all(segment.end_char <= tokens.starts[i] for segment in quotations[0].segments)


def is_in_a_name(tokens, i):
    group = noun_group(tokens, 0)
    return group is not None and group[1] > i and tokens.text[tokens.ends[group[1]] :] == " a répondu."


def denies(tokens, i):
    return [cue.negated for cue in cues_of(tokens)] == [True]


def takes_a_verb(tokens, i):
    # After another determiner, "affirme" would be a noun.
    cue = read_cue(tokens, i + 1)
    return cue is not None and cue.mood == "finite" and subject_before(tokens, cue.first, 0) is not None


def makes_a_complement(tokens, i):
    # "Le sort du maire" is not someone who speaks, though a mayor is.
    group, complement = noun_group(tokens, 0), noun_group(tokens, i + 1) or (i + 1, i + 1)
    return group is not None and group[1] > i and is_speaker(tokens, complement) and not is_speaker(tokens, group)


def governs(tokens, i):
    if tokens.low[i] not in IN_GROUPS:
        return ends_group(tokens, i)
    # One that a noun group may run over still hides what it governs: "Chez Renault, la grève continue".
    leading = leading_group(tokens, i, len(tokens))
    return leading is not None and leading[0] == tokens.low.index(",") + 1


def is_quantity_of_speakers(tokens, i):
    group = noun_group(tokens, 0)
    return group is not None and group[0] <= i < group[1] and is_speaker(tokens, group)


def ends_group(tokens, i):
    return stops_group(tokens, i) and not groups_over(tokens, i)


def is_subject(tokens, i):
    found = leading_group(tokens, i, i + 2) if tokens.low[i] in OF_SPEECH else subject_before(tokens, i + 1, 0)
    return found == (i, i)


DOES = {
    "adverb": lambda tokens, i: is_adverb(tokens.low[i]) and parts_auxiliary(tokens, i),
    "civility": is_short_for_a_civility,
    "clitic": is_in_a_verb_group,
    "coordinator": lambda tokens, i: not groups_over(tokens, i),
    "date word": is_time,
    "determiner": starts_noun_group,
    "false infinitive": lambda tokens, i: not is_infinitive(tokens.low[i]),
    "inserted word": parts_auxiliary,
    "medium": is_no_part_of_content,
    "name particle": is_in_a_name,
    "negation": denies,
    "noun in -ment": is_noun,
    "numeral": takes_a_verb,
    "partitive": makes_a_complement,
    "preposition": governs,
    "quantity": is_quantity_of_speakers,
    "relative": ends_group,
    "subject pronoun": is_subject,
    "subordinator": ends_group,
}


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['class']}: {row['word']}") for row in ROWS])
class TestGrammarWord:
    def test_it_is_one_token(self, row):
        # An elided word is one only before what it is elided for.
        assert tokens_of(row["word"] + ("on" if row["word"].endswith("'") else "")).low[0] == row["word"]

    def test_its_example_is_a_sentence_that_holds_it(self, row):
        assert row["word"] in tokens_of(row["example"]).low
        assert re.fullmatch(r"(?:[A-ZÀÉŒ]|« [A-ZÀÇÉ]).+\.", row["example"])

    def test_it_does_in_its_example_what_its_class_is_for(self, row):
        tokens = tokens_of(row["example"])
        places = [i for i, word in enumerate(tokens.low) if word == row["word"]]
        assert any(DOES[row["class"]](tokens, i) for i in places)


@pytest.mark.parametrize("word", [row["word"] for row in ROWS if row["class"] == "false infinitive"])
def test_a_false_infinitive_would_be_taken_for_one(word, monkeypatch):
    monkeypatch.setattr(_words, "words_of", lambda word_class: frozenset())
    assert is_infinitive(word)


@pytest.mark.parametrize("word", [row["word"] for row in ROWS if row["class"] == "noun in -ment"])
def test_a_noun_in_ment_would_be_taken_for_an_adverb(word, monkeypatch):
    monkeypatch.setattr(_words, "words_of", lambda word_class: frozenset())
    assert word not in reporting_forms()
    assert is_adverb(word)


def test_no_word_stands_twice_in_a_class_and_no_example_twice_in_a_class():
    assert [key for key, n in Counter((row["class"], row["word"]) for row in ROWS).items() if n > 1] == []
    assert [key for key, n in Counter((row["class"], row["example"]) for row in ROWS).items() if n > 1] == []


def test_the_table_is_sorted_by_class_and_each_class_says_what_it_is_for():
    lines = resources.files("frnews").joinpath("data", "grammar_words.tsv").read_text(encoding="utf-8").splitlines()
    headed = []
    for above, line in pairwise(lines[1:]):
        if above.startswith(("#", "word\t")) and not line.startswith("#"):
            word_class = line.split("\t")[1]
            assert re.fullmatch(rf"# {word_class}: .{{30,}}\.", above)
            headed.append(word_class)
    assert headed == CLASSES == sorted(DOES)
    assert [row["class"] for row in ROWS] == sorted(row["class"] for row in ROWS)


@pytest.mark.parametrize("row", [pytest.param(row, id=row["word"]) for row in read_table("speaking_nouns")])
class TestSpeakingNoun:
    def test_its_example_speaks_by_its_first_noun_group(self, row):
        tokens = tokens_of(row["example"])
        group = noun_group(tokens, 0)
        assert group is not None
        assert is_speaker(tokens, group)
        forms = {row["word"], row["word"] + "s", row["word"] + "x"}
        assert forms <= speaking_nouns("speaking_nouns")
        assert forms & set(tokens.low[group[0] : group[1] + 1])

    def test_a_saying_is_found_for_it(self, row):
        tokens = tokens_of(row["example"])
        cue = cues_of(tokens)[0]
        subject = subject_before(tokens, cue.first, 0, cue.number)
        assert subject is not None
        assert is_speaker(tokens, subject)
