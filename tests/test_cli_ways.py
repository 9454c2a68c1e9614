"""The command line at its edges: each format from one and from several, what is wrong in a record, explanations."""

import gzip
import json
from pathlib import Path

import pytest

from frnews._cli._output import FileOutput
from frnews._cli._run import Terminated
from test_cli import call

SAID = "« Nous verrons », a dit Anne Morel, maire de Lyon. La grève a duré trois jours."


@pytest.fixture
def said(tmp_path: Path) -> Path:
    (path := tmp_path / "said.txt").write_text(SAID, encoding="utf-8")
    return path


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    (path := tmp_path / "rain.txt").write_text("Il pleut.", encoding="utf-8")
    return path


def test_a_page_of_one_shows_it_and_a_page_of_two_lists_them(
    capsys: pytest.CaptureFixture[str], said: Path, rain: Path
) -> None:
    status, one, _ = call(capsys, "parse", str(said), "--format", "html")
    assert (status, one[:15]) == (0, "<!doctype html>")
    assert "Nous verrons" in one
    status, two, _ = call(capsys, "parse", str(said), str(rain), "--format", "html")
    assert (status, two[:15]) == (0, "<!doctype html>")
    assert "Il pleut." in two
    assert "2 articles" in two.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_page_is_compressed_where_its_name_says_so(
    capsys: pytest.CaptureFixture[str], said: Path, tmp_path: Path
) -> None:
    target = tmp_path / "page.html.gz"
    assert call(capsys, "parse", str(said), "--output", str(target))[0] == 0
    assert gzip.decompress(target.read_bytes()).startswith(b"<!doctype html>")


def test_a_file_is_replaced_and_keeps_who_may_read_it(
    capsys: pytest.CaptureFixture[str], said: Path, rain: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before")
    target.chmod(0o640)
    assert call(capsys, "parse", str(said), str(rain), "--output", str(target))[0] == 0
    assert [json.loads(line)["text"] for line in target.read_text().splitlines()] == [SAID, "Il pleut."]
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir() if "unfinished" in path.name] == []


def test_nothing_to_resume_is_a_run_from_the_start(
    capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    assert call(capsys, "parse", str(rain), "--output", str(target), "--resume")[0] == 0
    assert json.loads(target.read_text())["text"] == "Il pleut."


def test_tables_are_written_in_groups(
    capsys: pytest.CaptureFixture[str], said: Path, tmp_path: Path, monkeypatch
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("frnews._cli._layouts._ROW_GROUP_BYTES", 1)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(SAID, encoding="utf-8")
    target = tmp_path / "out.parquet"
    status, _, _ = call(capsys, "parse", str(tmp_path), "--only", "quotations", "--output", str(target))
    assert status == 0
    assert parquet.read_table(target)["speaker"].to_pylist() == ["Anne Morel"] * 4
    empty = tmp_path / "no-dates.parquet"
    (tmp_path / "rain.txt").write_text("Il pleut.", encoding="utf-8")
    assert call(capsys, "parse", str(tmp_path / "rain.txt"), "--only", "dates", "--output", str(empty))[0] == 0
    assert parquet.read_table(empty).num_rows == 0


def test_durations_are_shown_by_their_value(capsys: pytest.CaptureFixture[str], said: Path) -> None:
    _, out, _ = call(capsys, "parse", str(said))
    assert "duration P3D" in out


def test_articles_stand_apart_on_a_terminal(capsys: pytest.CaptureFixture[str], said: Path, rain: Path) -> None:
    _, out, _ = call(capsys, "parse", str(said), str(rain), "--colour", "always")
    assert "\x1b[" in out
    assert "\n\n" in out


def test_a_table_without_texts_says_what_it_has(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table({"body": ["Il pleut."]}), path := tmp_path / "news.parquet")
    status, _, err = call(capsys, "parse", str(path))
    assert status == 1
    assert "'body'" in err
    assert call(capsys, "parse", str(path), "--text-field", "body")[0] == 0


def test_explanations_of_several_stand_apart(capsys: pytest.CaptureFixture[str], said: Path, rain: Path) -> None:
    status, out, _ = call(capsys, "explain", str(said), str(rain))
    assert status == 0
    assert "no quotation" in out
    assert out.index("Anne Morel") < out.index("\n\nrain\n") < out.index("no quotation")


def test_an_explanation_of_what_cannot_be_read_fails(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (path := tmp_path / "news.jsonl").write_text('{"text": "Il pleut.", "published": "nie"}\n{"text": "Il neige."}\n')
    status, out, err = call(capsys, "explain", str(path))
    assert status == 1
    assert "nie" in err
    assert out.count("no quotation") == 1


def test_a_report_names_what_is_wrong_with_its_people(
    capsys: pytest.CaptureFixture[str], said: Path, tmp_path: Path
) -> None:
    (people := tmp_path / "people.csv").write_text("name\nAnne Morel\n")
    arguments = ("report", str(said), "--output", str(tmp_path / "report.html"), "--people", str(people))
    status, _, err = call(capsys, *arguments)
    assert status == 2
    assert "'id' and 'name' are needed" in err


def test_a_run_that_is_stopped_while_it_opens_its_output_leaves_nothing(
    capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(self: FileOutput, name: str, size: int) -> None:
        raise Terminated

    monkeypatch.setattr(FileOutput, "_open", stop)
    assert call(capsys, "parse", str(rain), "--output", str(tmp_path / "out.jsonl"))[0] == 143
    assert [path.name for path in tmp_path.iterdir()] == ["rain.txt"]
