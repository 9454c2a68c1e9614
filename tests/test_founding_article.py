"""The article with which the project began, read from end to end."""

import importlib.util
import json
from decimal import Decimal
from pathlib import Path

import pytest

import frnews
from conftest import ROOT

SEED = ROOT / "seeds" / "000_e7cadc77fcb512b1.txt"
GOLD = ROOT.parent / "shared" / "gold"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the article is in the repository, not in the sdist")
with_labels = pytest.mark.skipif(not GOLD.exists(), reason="the labelled texts (../shared/gold) are not there")


@pytest.fixture(scope="module")
def article() -> frnews.Article:
    return frnews.parse(SEED.read_bytes().decode("utf-8"), published="2022-12-30")


@pytest.mark.parametrize(
    ("words", "edtf", "timex", "mod"),
    [
        ("ce vendredi 30 décembre", "2022-12-30", "2022-12-30", None),
        ("XXIe siècle", "2001/2100", "20", None),
        ("l’année prochaine", "2023", "2023", None),
        ("2024", "2024", "2024", None),
        ("printemps 2023", "2023-21", "2023-SP", None),
        ("septembre", "2022-09", "2022-09", None),
        ("début février 2022", "2022-02-01/2022-02-10", "2022-02", "START"),
        ("La semaine dernière", "2022-12-19/2022-12-25", "2022-W51", None),
    ],
)
def test_its_dates(article: frnews.Article, words: str, edtf: str, timex: str, mod: str | None) -> None:
    place = article.text.index(words)
    (found,) = [d for d in article.dates if d.start_char < place + len(words) and d.end_char > place]
    assert (found.type, found.edtf, found.timex, found.mod) == ("date", edtf, timex, mod)


def test_it_has_no_other_date_and_one_duration(article: frnews.Article) -> None:
    assert [d.type for d in article.dates].count("date") == 8
    assert [d.timex for d in article.dates if d.type != "date"] == ["P1W"]


def test_its_amount(article: frnews.Article) -> None:
    (amount,) = article.amounts
    assert (amount.text, amount.value, amount.currency, amount.qualifier) == (
        "200 milliards de dollars",
        Decimal("200000000000"),
        "USD",
        "exact",
    )


@with_labels
def test_its_sentences(article: frnews.Article) -> None:
    lines = (GOLD / "sentences" / "wikinews-dev.jsonl").read_text(encoding="utf-8").split("\n")
    (labels,) = [record for record in map(json.loads, filter(None, lines)) if record["id"] == "seed"]
    assert [labels["text"][start:end] for start, end in labels["sentences"]] == [s.text for s in article.sentences]


@with_labels
def test_its_quotations_and_speakers(article: frnews.Article) -> None:
    score = load(GOLD / "score.py")
    labels = json.loads((GOLD / "dev" / "seed-poutine-xi.json").read_text(encoding="utf-8"))["quotations"]
    is_word = [c.isalnum() for c in article.text]
    wanted = [score.letters(is_word, q["segments"]) for q in labels]
    got = [score.letters(is_word, [(s.start_char, s.end_char) for s in q.segments]) for q in article.quotations]
    pairs = score.pair(wanted, got, score.iou, 0.8)
    right = [
        (labels[i], article.quotations[j])
        for i, j in pairs
        if score.name_key(labels[i]["speaker"]) == score.name_key(getattr(article.quotations[j].speaker, "name", None))
    ]
    assert len(pairs) == len(labels)
    assert len(right) >= 16
    # Two more than match are the most that may be made up.
    assert len(article.quotations) - len(pairs) <= 2
    marked = [q for q in labels if q["kind"] != "indirect"]
    assert [q["segments"] for q in marked] == [q["segments"] for q, _ in sorted(right, key=start) if q in marked]


def start(pair: tuple[dict, frnews.Quotation]) -> int:
    return pair[1].start_char


def load(path: Path):
    specification = importlib.util.spec_from_file_location("gold_score", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
