"""Tables: the same columns whatever the articles hold, exact values, and one file out of many batches."""

import datetime as dt
import itertools
import sys
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

import frnews
from frnews import tables

pyarrow = pytest.importorskip("pyarrow")

LAYERS = ["quotations", "dates", "amounts", "sentences", "speakers", "articles"]
TEXT = (
    "La ministre Léa Martin a promis 3,5 millions d’euros vendredi à 20 heures.\n"
    "« Nous verrons », a-t-elle ajouté, « au printemps ». "
    "Selon Paul Roy, maire de Nantes, l'aide coûtera 20€ par élève."
)


@pytest.fixture(scope="module")
def article() -> frnews.Article:
    return frnews.parse(TEXT, published="2022-12-30", id="a1")


@pytest.mark.parametrize("layer", LAYERS)
def test_a_row_has_the_columns_of_the_schema(article: frnews.Article, layer: str) -> None:
    found = list(tables.rows([article, article], layer))
    assert found
    assert all(list(row) == tables.schema(layer).names for row in found)
    assert all(row["article_id"] == "a1" and row["published"] == dt.date(2022, 12, 30) for row in found)
    flat = (str, int, float, Decimal, dt.date, dt.time, type(None))
    assert all(isinstance(value, flat) for row in found for value in row.values())


def test_rows_say_what_the_article_says(article: frnews.Article) -> None:
    quotations = list(tables.rows([article], "quotations"))
    assert [q["number"] for q in quotations] == list(range(len(article.quotations)))
    for row, quotation in zip(quotations, article.quotations, strict=True):
        assert TEXT[row["start_char"] : row["end_char"]] == row["text"] == quotation.text
        assert row["confidence"] == quotation.confidence
        assert quotation.speaker is not None
        assert (row["speaker"], row["speaker_role"]) == (quotation.speaker.name, quotation.speaker.role)
        assert quotation.cue is not None
        assert TEXT[row["cue_start_char"] : row["cue_end_char"]] == row["cue"] == quotation.cue.text
        sentence = article.sentences[row["sentence"]]
        assert sentence.start_char <= row["start_char"] < sentence.end_char
    (direct,) = [q for q in quotations if q["kind"] == "direct"]
    assert direct["content"] == "Nous verrons […] au printemps"
    amounts = list(tables.rows([article], "amounts"))
    assert [(a["low"], a["currency"], a["per"]) for a in amounts] == [
        (Decimal(3_500_000), "EUR", None),
        (Decimal(20), "EUR", "élève"),
    ]
    assert [d["earliest"] for d in tables.rows([article], "dates")] == [d.earliest for d in article.dates]
    speakers = list(tables.rows([article], "speakers"))
    assert [(s["name"], s["n_quotations"]) for s in speakers] == [
        (speaker.name, len(article.quotations_by(speaker))) for speaker in article.speakers
    ]
    (whole,) = tables.rows([article], "articles")
    assert (whole["text"], whole["n_characters"], whole["n_quotations"]) == (TEXT, len(TEXT), len(quotations))


def test_who_speaks_together_is_named_together() -> None:
    speaker = frnews.Speaker("Anne Roy et Paul Roy", members=("Anne Roy", "Paul Roy"), kind="group")
    said = frnews.Quotation("Oui", 2, 5, "direct", (frnews.Span("Oui", 2, 5),), None, None, speaker, None, "marks", 0.5)
    (row,) = tables.rows([frnews.Article("« Oui »", quotations=(said,))], "quotations")
    assert row["speaker_members"] == "Anne Roy; Paul Roy"
    assert (row["cue"], row["cue_start_char"], row["mention"], row["sentence"]) == (None, None, None, None)


def test_the_cast_gives_ids_of_people(article: frnews.Article) -> None:
    class Cast:
        def of(self, article: frnews.Article, speaker: frnews.Speaker) -> object:
            return SimpleNamespace(id=7, name="Léa Martin-Roy") if speaker.name == "Léa Martin" else None

    for layer in ("quotations", "speakers"):
        known = {
            row.get("speaker", row.get("name")): (row["person_id"], row["person"])
            for row in tables.rows([article], layer, cast=Cast())
        }
        assert known == {"Léa Martin": ("7", "Léa Martin-Roy"), "Paul Roy": (None, None)}
        assert {row["person_id"] for row in tables.rows([article], layer)} == {None}


@pytest.mark.parametrize("layer", LAYERS)
def test_batches_make_one_parquet_file(tmp_path: Path, article: frnews.Article, layer: str) -> None:
    """An article that holds nothing must not turn a column into one of nulls."""
    import pyarrow.parquet

    articles = [frnews.Article(""), article, frnews.Article("Il pleut.", id="a2")]
    path = tmp_path / "layer.parquet"
    with pyarrow.parquet.ParquetWriter(path, tables.schema(layer)) as writer:
        for one in articles:
            writer.write_table(tables.to_arrow([one], layer))
    assert pyarrow.parquet.read_table(path).to_pylist() == tables.to_arrow(articles, layer).to_pylist()
    assert tables.to_arrow([], layer).schema == tables.schema(layer)


def test_rows_are_lazy_and_to_arrow_takes_a_stream() -> None:
    endless = (frnews.Article(f"Texte {n}.") for n in itertools.count())
    assert [row["text"] for row in itertools.islice(tables.rows(endless, "articles"), 2)] == ["Texte 0.", "Texte 1."]
    many = (frnews.Article(f"Texte {n}.") for n in range(25_000))
    assert tables.to_arrow(many, "articles").num_rows == 25_000


def test_what_arrow_cannot_hold() -> None:
    sums = ("0.1234567891", "1e28", "1e29", "123456789012345678901234567890")
    amounts = tuple(frnews.Amount("x", 0, 1, Decimal(n), Decimal(n), None, "exact") for n in sums)
    article = frnews.Article("x\ud800y", id="\udfff", amounts=amounts)
    (row,) = tables.to_arrow([article], "articles").to_pylist()
    assert (row["text"], row["article_id"]) == ("x\ufffdy", "\ufffd")
    low = tables.to_arrow([article], "amounts")["low"].to_pylist()
    assert low == [Decimal("0.123456789"), Decimal("1e28"), None, None]
    assert [row["low"] for row in tables.rows([article], "amounts")] == [Decimal(n) for n in sums]


def test_in_pandas_columns_have_the_types_that_one_works_with(article: frnews.Article) -> None:
    pandas = pytest.importorskip("pandas")
    quotations = tables.to_pandas([article, frnews.Article("")], "quotations")
    assert list(quotations.columns) == tables.schema("quotations").names
    assert quotations["cue_start_char"].dtype == pandas.Int64Dtype()
    assert quotations["published"].dt.year.tolist() == [2022] * len(quotations)
    assert quotations["confidence"].dtype == float
    assert tables.to_pandas([article], "amounts")["value"].tolist() == [3_500_000.0, 20.0]
    dates = tables.to_pandas([article], "dates")
    assert dates["start_time"].tolist().count(dt.time(20)) == 1
    old = frnews.parse("Rome fut fondée il y a longtemps, et prise le 24 août 1410.", published="2022-12-30")
    assert tables.to_pandas([old], "dates")["earliest"].dt.year.tolist()[-1] == 1410
    empty = tables.to_pandas([], "quotations")
    assert empty.dtypes.to_dict() == quotations.dtypes.to_dict()


@pytest.mark.parametrize("layer", LAYERS)
def test_in_polars_a_frame_is_the_arrow_table(article: frnews.Article, layer: str) -> None:
    pytest.importorskip("polars")
    frame = tables.to_polars([article], layer)
    assert frame.columns == tables.schema(layer).names
    assert frame.to_dicts() == list(tables.rows([article], layer))


def test_wrong_calls_are_told_at_the_call(article: frnews.Article) -> None:
    for function in (tables.rows, tables.to_arrow, tables.to_pandas):
        with pytest.raises(ValueError, match=r"The layer 'quotes' is not known. Pass one of 'quotations'"):
            function([article], "quotes")
        with pytest.raises(TypeError, match="Pass a list"):
            function(article, "quotations")
    with pytest.raises(TypeError, match="not of str"):
        list(tables.rows(["Il pleut."], "quotations"))


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_library_that_is_missing_is_told(package: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, package, None)
        with pytest.raises(
            ImportError, match=f"frnews needs {package} for this. Install it with: pip install {package}"
        ):
            getattr(tables, f"to_{package}")([], "quotations")


def test_rows_need_no_pyarrow() -> None:
    import subprocess

    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "import frnews\n"
        "print(len(list(frnews.tables.rows([frnews.parse('Il pleut.')], 'sentences'))))\n"
        "try: frnews.tables.to_arrow([], 'sentences')\n"
        "except ImportError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\nfrnews needs pyarrow for this. Install it with: pip install 'frnews[tables]'\n"
