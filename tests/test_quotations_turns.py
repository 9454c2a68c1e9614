"""The rows of `data/quotation_turns.tsv`: what stands around a quotation decides neither its words nor its speaker."""

from pathlib import Path

import frnews
from each_row import table_rows

TABLE = Path(__file__).parent / "data" / "quotation_turns.tsv"


def describe(quotation):
    said = " … ".join(segment.text for segment in quotation.segments)
    return f"{said} — {quotation.speaker.name if quotation.speaker else '?'}"


def test_every_turn():
    rows = table_rows(TABLE)
    wrong = []
    for text, expected in rows:
        seen = " ¦ ".join(map(describe, frnews.extract_quotations(text)))
        if seen != expected:
            wrong.append(f"{text}\n    {seen!r}\n    not {expected!r}")
    assert len(rows) >= 40
    assert not wrong, "\n".join(wrong)
