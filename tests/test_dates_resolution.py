"""What each rule makes of its parts, at the edges of its unit: the rows of `data/date_resolution.tsv`."""

import frnews
from test_dates_places import DATA
from test_dates_press import read_marks


def describe(mention):
    days = "-"
    if mention.earliest is not None:
        days = "/".join(dict.fromkeys([mention.earliest.isoformat(), mention.latest.isoformat()]))
    if mention.start_time is not None:
        days += f" {mention.start_time:%H:%M}"
    unknown = mention.earliest is None and (mention.edtf or mention.timex)
    return f"{days} {unknown}" if unknown else days


def test_every_rule_at_its_edges():
    wrong = []
    lines = (DATA / "date_resolution.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    for published, marked, days in rows:
        text, spans = read_marks(marked)
        found = frnews.extract_dates(text, published=published or None)
        seen = "; ".join(map(describe, found))
        if seen != days or [(m.start_char, m.end_char) for m in found] != list(spans):
            wrong.append(f"{published} {marked}: {seen}, not {days}")
    assert len(rows) > 250
    assert wrong == []
