"""Constructions met in press that nobody here had read: sentences by a writer who has not seen the code.

`data/quotations_unseen.jsonl`: each has the full answer, for each construction counter-examples among them.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import frnews

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/quotations_unseen.jsonl").read_text(encoding="utf-8").splitlines()
]
# Marks around a whole quotation, which only its kind decides.
_AROUND = '«»“”" \u00a0\u202f.'


def _parameter(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fault"])] if "fault" in row else []
    return pytest.param(row, id=f"{row['construction']}: {row['text'][:40]}", marks=marks)


def test_each_construction_has_examples_and_counter_examples() -> None:
    assert set(Counter(row["construction"] for row in ROWS).values()) == {7}
    assert sum("fault" in row for row in ROWS) <= 23


@pytest.mark.parametrize("row", [_parameter(row) for row in ROWS])
def test_quotations(row: dict[str, Any]) -> None:
    got = [
        ([segment.text.strip(_AROUND) for segment in quotation.segments], quotation.speaker and quotation.speaker.name)
        for quotation in frnews.extract_quotations(row["text"])
    ]
    wanted = [([part.strip(_AROUND) for part in each["content"]], each["speaker"]) for each in row["quotations"]]

    def lowered(found: list[Any]) -> list[tuple[list[str], str]]:
        return sorted((parts, (name or "").lower()) for parts, name in found)

    assert lowered(got) == lowered(wanted)
