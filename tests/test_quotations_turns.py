"""The rows of `data/quotation_turns.tsv`: what stands around a quotation decides neither its words nor its speaker."""

from pathlib import Path

import frnews

TABLE = Path(__file__).parent / "data" / "quotation_turns.tsv"


def describe(quotation):
    said = " … ".join(segment.text for segment in quotation.segments)
    return f"{said} — {quotation.speaker.name if quotation.speaker else '?'}"


def test_every_turn():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for line in lines[1:]:
        text, _, expected = line.partition("\t")
        seen = " ¦ ".join(map(describe, frnews.extract_quotations(text)))
        if seen != expected:
            wrong.append(f"{text}\n    {seen!r}\n    not {expected!r}")
    assert len(lines) > 40
    assert not wrong, "\n".join(wrong)
