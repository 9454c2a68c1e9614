"""Who speaks in short texts in the manner of many papers: name, role, gender, and how it was found."""

import pytest

from frnews._sentences import split_sentences
from frnews._speakers import resolve_speakers
from speaker_cases import Case, read_cases

FILES = ("agency", "france", "abroad", "turns", "descriptions", "last", "press", "announced", "mechanisms")
CASES = [case for name in FILES for case in read_cases(name)]


def agrees(value: str, wanted: str) -> bool:
    """Whether a field is as wanted: "." is not checked, "~" parts several right answers."""
    return wanted == "." or value in [each.strip() for each in wanted.split("~")]


def test_there_are_enough():
    assert len(CASES) >= 120


@pytest.mark.parametrize("case", [case.as_parameter() for case in CASES])
def test_speaker(case: Case):
    resolutions, speakers = resolve_speakers(case.text, split_sentences(case.text), case.drafts)
    got = []
    for resolution, expected in zip(resolutions, case.expected, strict=True):
        speaker = resolution.speaker
        if speaker is None:
            got.append(("-",))
            continue
        found = (speaker.name, speaker.role or "-", speaker.gender or "-", resolution.via or "-")
        if expected == ("-",):
            got.append(found)
        else:
            pairs = zip(found, expected, strict=True)
            got.append(tuple(wanted if agrees(value, wanted) else value for value, wanted in pairs))
    assert tuple(got) == case.expected
    for resolution in resolutions:
        if resolution.speaker is not None and not resolution.speaker.members:
            assert resolution.speaker in speakers
