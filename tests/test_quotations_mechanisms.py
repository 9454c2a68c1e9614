"""Each mechanism of reading quotations in sentences of five kinds of paper, and beside them where it must not fire.

`data/quotations/mechanisms.txt` has the full right answers: content, cue, mention and speaker.
"""

import re
from pathlib import Path

import pytest

import frnews
from speaker_cases import Case, read_cases

# » and ” open where they are turned.
OPENING = ("«", "»", "”", "‘’")
MARKS = ("«", "‘’", "'''")
CASES = read_cases("mechanisms", Path(__file__).parent / "data" / "quotations")


def test_there_are_enough():
    assert len(CASES) >= 165
    assert sum(not case.drafts for case in CASES) >= 30


@pytest.mark.parametrize("case", [case.as_parameter() for case in CASES])
def test_quotations(case: Case):
    text = case.text

    def words(span):
        return None if span is None else text[span[0] : span[1]].rstrip(" -")

    def kind(segments):
        opened = text[: segments[0][0]].rstrip().endswith(OPENING)
        in_marks = any(mark in text[start:end] for start, end in segments for mark in MARKS)
        return "direct" if opened else "mixed" if in_marks else "indirect"

    wanted = [
        (kind(draft.segments), [words(segment) for segment in draft.segments], words(draft.cue), words(draft.mention))
        for draft in case.drafts
    ]
    found = frnews.extract_quotations(text)
    got = [
        (
            quotation.kind,
            [segment.text for segment in quotation.segments],
            quotation.cue and quotation.cue.text,
            quotation.mention and quotation.mention.text,
        )
        for quotation in found
    ]
    assert got == wanted
    for quotation, (names,) in zip(found, case.expected, strict=True):
        name = quotation.speaker.name if quotation.speaker else "-"
        assert name in [each.strip() for each in names.split("~")]


def test_a_sentence_cut_behind_any_word_is_read():
    for case in CASES:
        for word in re.finditer(r"\S+", case.text):
            cut = case.text[: word.end()]
            for quotation in frnews.extract_quotations(cut):
                assert all(cut[s.start_char : s.end_char] == s.text for s in quotation.segments)
