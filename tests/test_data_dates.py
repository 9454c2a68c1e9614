"""Every example of every table of dates holds."""

from pathlib import Path

import pytest

from each_row import each, table_rows
from frnews import extract_dates
from frnews._dates._extract import extract
from frnews._dates._grammar import grammar
from frnews._dates._lexicon import fold
from frnews._dates._recognize import Expression, find_expressions
from frnews._dates._tense import tense_at
from frnews._tables import read_table

PUBLISHED = "2022-12-30"
REJECTING = {
    "not before year",
    "number verb",
    "counted",
    "bears a day",
    "not after season",
    "state verb",
    "quantity of",
    "duration preposition",
}


def examples(table):
    return [pytest.param(row, id=row["word"]) for row in read_table(table)]


def mentions_with(row):
    return [
        m for m in extract_dates(row["example"], published=PUBLISHED) if f" {fold(row['word'])} " in f" {fold(m.text)} "
    ]


def rules_in(expression):
    yield expression.rule
    for part in expression.parts.values():
        if isinstance(part, Expression):
            yield from rules_in(part)


@each(
    "row",
    [pytest.param(r, id=f"{i}-{r['rule']}") for i, r in enumerate(read_table("date_grammar")) if r["level"] != "set"],
)
def test_grammar_rule_fires(row):
    """The rule builds a part of an expression of its example."""
    joined = {"number_words", "ordinal_number", "big_number", "approximator", "day_part_word", "month_word"}
    found = list(find_expressions(row["example"]))
    assert found
    if row["rule"] not in joined:
        assert row["rule"] in {rule for item in found for rule in rules_in(item.expression)}


@each("row", examples("date_months"))
def test_month(row):
    assert [m.earliest.month for m in mentions_with(row)] == [int(row["value"])]


@each("row", examples("date_weekdays"))
def test_weekday(row):
    (mention,) = mentions_with(row)
    if row["kind"] == "plural":
        assert (mention.type, mention.timex) == ("set", f"XXXX-WXX-{int(row['value']) + 1}")
    else:
        assert mention.earliest.weekday() == int(row["value"])


@each("row", examples("date_units"))
def test_unit(row):
    (mention,) = mentions_with(row)
    assert mention.type == "duration"


@each("row", examples("date_seasons"))
def test_season(row):
    (mention,) = mentions_with(row)
    assert mention.timex.endswith(row["timex"])
    assert mention.edtf.endswith(row["value"])


@each("row", examples("date_day_words"))
def test_day_word(row):
    found = extract_dates(row["example"], published=PUBLISHED)
    mention = found[-1]
    base = found[0].earliest if row["anchor"] == "text" else mention.earliest.fromisoformat(PUBLISHED)
    assert fold(row["word"]) in fold(mention.text)
    assert (mention.earliest - base).days == int(row["offset"])


@each("row", examples("date_day_parts"))
def test_day_part(row):
    (mention,) = mentions_with(row)
    assert mention.type == "time"


@each("row", examples("date_positions"))
def test_position(row):
    found = extract_dates(row["example"], published=PUBLISHED)
    assert [m.mod for m in found] == [row["mod"] or None]


@each("row", examples("date_shifts"))
def test_shift(row):
    (mention,) = mentions_with(row)
    base = 2012 if row["anchor"] == "text" else 2022
    assert abs(mention.earliest.year - base) <= 1
    if row["anchor"] == "published":
        sign = (mention.earliest.isoformat() > PUBLISHED) - (mention.latest.isoformat() < PUBLISHED)
        assert sign == int(row["offset"])


@each("row", examples("date_holidays"))
def test_holiday(row):
    mention = mentions_with(row)[0]
    assert mention.earliest.year == 2021
    if row["day"][:2].isdigit() and " " not in row["day"]:
        assert mention.earliest.isoformat()[5:] == row["day"]


@each("row", examples("date_approximators"))
def test_approximator(row):
    (mention,) = extract_dates(row["example"], published=PUBLISHED)
    assert mention.mod == (row["mod"] or None)
    assert mention.granularity == "month"


@each("row", examples("date_relations"))
def test_relation(row):
    assert row["mod"] in [m.mod for m in extract_dates(row["example"], published=PUBLISHED)]


@each("row", examples("date_ordinals"))
def test_ordinal(row):
    (mention,) = mentions_with(row)
    assert mention.earliest is not None


@each("row", examples("date_zones"))
def test_zone(row):
    (mention,) = mentions_with(row)
    assert mention.start_time.isoformat() == "14:30:00"


@each("row", examples("date_round_numbers"))
def test_round_number(row):
    (mention,) = mentions_with(row)
    assert (mention.timex, mention.mod) == (f"P{row['value']}D", "APPROX")


def tense_of_mardi(example):
    place = example.index("mardi")
    return tense_at(example, place, place + 5)


@each(("example", "tense"), table_rows(Path(__file__).parent / "data" / "date_tenses.tsv"))
def test_tense_of_a_form(example, tense):
    assert (tense_of_mardi(example) or "") == tense


@each("row", [pytest.param(r, id=f"{r['role']}-{r['word']}") for r in read_table("date_tense_words")])
def test_tense_word(row):
    ahead = ["plans", "vows", "calls", "intends", "scheduled", "staged", "arranged", "defers", "event", "coming"]
    ahead += ["ahead", "deferral"]
    (mention,) = [m for m in extract_dates(row["example"], published=PUBLISHED) if m.type == "date"]
    if row["role"] == "determiner":
        assert tense_of_mardi(row["example"]) is None
    else:
        assert (mention.earliest.isoformat() > PUBLISHED) == (row["role"] in ahead)


@each("row", [pytest.param(r, id=f"{r['role']}-{r['noun']}") for r in read_table("date_nouns")])
def test_noun(row):
    mention = extract_dates(row["example"], published=PUBLISHED)[0]
    if row["role"] != "adverb":
        assert (mention.earliest.isoformat() > PUBLISHED) == (row["role"] == "staged")


@each("row", [pytest.param(r, id=f"{r['kind']}-{r['word']}") for r in read_table("date_contexts")])
def test_context(row):
    found = [m for m in extract_dates(row["example"], published=PUBLISHED) if m.type in ("date", "time")]
    marks_none = (
        "not before year",
        "number verb",
        "counted",
        "bears a day",
        "not after season",
        "state verb",
        "quantity of",
        "spent in",
        "holiday compound",
        "ratio determiner",
        "other calendar",
        "season compound",
    )
    if row["kind"] == "not before position":
        assert not any(m.mod == "END" for m in found)
        return
    wanted = 0 if row["kind"] in marks_none or row["kind"] == "duration preposition" else 1
    assert len(found) == wanted


def test_the_grammar_is_compiled_once():
    assert grammar() is grammar()
    assert extract("", None, "auto", "months") == []
