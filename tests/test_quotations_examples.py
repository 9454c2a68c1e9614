"""The project's own labelled quotations: no construction may lose what has been reached in it.

What has been reached stands in `data/quotations/expected.tsv`, which `quotation_scores.py` writes.
"""

import pytest

import quotation_scores
from quotation_examples import Label, load_examples
from quotation_scores import Counts

EXPECTED = quotation_scores.read()

# One construction may not lose anything; all together not more than this, in points of F1.
TOLERANCE = 1.0


@pytest.fixture(scope="module")
def measured() -> dict[str, Counts]:
    return quotation_scores.measure()


def test_every_construction_has_its_expected_counts() -> None:
    labelled: dict[str, int] = {}
    for name in ("constructions", "articles"):
        for example in load_examples(name):
            labelled[example.construction] = labelled.get(example.construction, 0) + len(example.labels)
    assert {construction: counts.labelled for construction, counts in EXPECTED.items()} == labelled


@pytest.mark.parametrize("construction", EXPECTED)
def test_a_construction_loses_nothing(construction: str, measured: dict[str, Counts]) -> None:
    now, before = measured[construction], EXPECTED[construction]
    assert now.labelled == before.labelled
    assert now.found >= before.found
    assert now.attributed >= before.attributed
    if construction.startswith("not-"):
        assert now.spurious <= before.spurious


@pytest.mark.parametrize("field", ["found", "attributed", "whole"])
def test_all_together(field: str, measured: dict[str, Counts]) -> None:
    now, before = quotation_scores.total(measured.values()), quotation_scores.total(EXPECTED.values())
    assert now.share(getattr(now, field)) >= before.share(getattr(before, field)) - TOLERANCE


def test_overlap_counts_letters_and_digits_alone() -> None:
    text = "Elle dit : « Oui, 3 fois. »"
    assert quotation_scores.letters(text, [(11, 26)]) == {13, 14, 15, 18, 20, 21, 22, 23}
    assert quotation_scores.overlap({1, 2, 3, 4}, {2, 3, 4, 5}) == 0.6
    assert quotation_scores.overlap(set(), set()) == 0.0


def test_a_label_that_is_not_found_is_told_from_one_that_is() -> None:
    """The measure itself can fail: labels moved by a word, or given to somebody else, do not count as right."""
    example = next(e for e in load_examples("constructions") if e.id == "marks-guillemets-3")
    right = quotation_scores.count(example)
    assert right == Counts(labelled=1, predicted=1, found=1, attributed=1, whole=1)
    (label,) = example.labels
    (start, end) = label.segments[0]
    for labels, expected in (
        ((Label("direct", ((start, start + 20),), label.cue, label.mention, label.speaker),), Counts(1, 1, 0, 0, 0)),
        ((Label("direct", label.segments, label.cue, label.mention, "Yann"),), Counts(1, 1, 1, 0, 0)),
        ((Label("mixed", ((start, end - 2),), label.cue, label.mention, label.speaker),), Counts(1, 1, 1, 1, 0)),
        ((), Counts(0, 1, 0, 0, 0)),
    ):
        changed = type(example)(**{**vars(example), "labels": labels})
        assert quotation_scores.count(changed) == expected
