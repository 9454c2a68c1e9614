"""`frnews report`, `frnews explain` and `--colour`: what they write and say, and their exit status."""

import io
import os
import re
import signal
from pathlib import Path

import pytest

import frnews
from frnews import Candidate, Evidence, Explanation, Span
from frnews._cli import main
from frnews._cli._colour import Colour, choose
from frnews._cli._view import Line, print_lines, view
from report_cast import merge_plainly

TEXT = "« Nous verrons », a dit Léa Martin. Elle a promis 3 millions d’euros vendredi."


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


@pytest.fixture(autouse=True)
def _colour_as_before() -> object:
    yield
    choose(Colour.auto)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(frnews, "merge_speakers", merge_plainly, raising=False)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.jsonl").write_text('{"text": "« Non », a dit Paul Garnier.", "published": "2023-01-02"}\n', "utf-8")
    return folder


def test_a_report_is_one_page_over_a_folder(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "report.html"
    assert run("report", str(corpus), "--output", str(page), "--title", "Deux <textes>") == 0
    html = page.read_text(encoding="utf-8")
    assert "Léa Martin" in html
    assert "Paul Garnier" in html
    assert "<h1>Deux &lt;textes&gt;</h1>" in html
    assert capsys.readouterr().out == ""
    assert [file.name for file in tmp_path.iterdir()] == ["news", "report.html"] or len(list(tmp_path.iterdir())) == 2


def test_a_bad_document_is_told_and_the_rest_counted(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "c.jsonl").write_text("{]\n", "utf-8")
    page = tmp_path / "report.html"
    assert run("report", str(corpus), "--output", str(page)) == 1
    assert "c.jsonl, line 1: not JSON" in capsys.readouterr().err
    assert "Léa Martin" in page.read_text(encoding="utf-8")


def test_where_nothing_can_be_read_what_stood_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "report.html"
    page.write_text("before")
    assert run("report", str(tmp_path / "missing.txt"), "--output", str(page)) == 1
    assert "nothing to report on" in capsys.readouterr().err
    assert page.read_text() == "before"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output", "no/such/folder/r.html"], "there is no folder"),
        (["--output", "."], "is no file name"),
        (["--output", "r.html", "--people", "nobody.csv"], "there is no file 'nobody.csv'"),
        ([], "Missing option '--output'"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong(
    options: list[str], said: str, corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    assert run("report", "a.txt", *options) == 2
    assert said in " ".join(capsys.readouterr().err.split())


def test_the_output_may_not_be_an_input(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(corpus / "a.txt")
    assert run("report", file, "--output", file) == 2
    assert "is one of the files to read" in capsys.readouterr().err
    assert (corpus / "a.txt").read_text(encoding="utf-8") == TEXT


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(text: str, *, published: object = None, nlp: object = None) -> list[Explanation]:
        evidence = (Evidence("subject of the cue", 2.5, Span("Léa Martin", 24, 34)), Evidence("named last", -0.5))
        candidates = (Candidate("Léa Martin", 2.0, evidence), Candidate("une très longue dame " * 9, -1.0, evidence))
        found = [
            Explanation(q, q.rule, candidates, "a clause follows the marks", Span(q.text, q.start_char, q.end_char))
            for q in frnews.parse(text).quotations
        ]
        return [*found, Explanation(None, "frame", (), "no speech", Span("vendredi", 0, 8))]

    monkeypatch.setattr(frnews, "explain", explain, raising=False)


def test_explanations_can_be_read_in_80_columns(
    explained: None, corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    (corpus / "a.txt").write_text(TEXT + " « " + "Oui, et bien plus encore. " * 30 + "», a dit Léa Martin.", "utf-8")
    assert run("explain", str(corpus / "a.txt")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    assert "1. Léa Martin  direct, " in text
    assert "a clause follows the marks" in text
    assert "+2.00  Léa Martin" in text
    assert "+2.50  subject of the cue: « Léa Martin »" in text
    assert "turned down" not in text


def test_what_was_turned_down_is_shown_when_asked_for(
    explained: None, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("explain", str(corpus / "a.txt"), "--turned-down") == 0
    assert "3. turned down" in capsys.readouterr().out


def test_a_document_that_cannot_be_explained_is_told(explained: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "missing.txt") == 1
    assert "missing.txt: no such file" in capsys.readouterr().err


def test_colour_goes_into_a_pipe_when_asked_for(
    explained: None, corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("explain", str(corpus / "a.txt"), "--colour", "always") == 0
    coloured = capsys.readouterr().out
    assert "\x1b[" in coloured
    assert run("explain", str(corpus / "a.txt"), "--colour", "auto") == 0
    plain = capsys.readouterr().out
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m|\s+", "", coloured) == re.sub(r"\s+", "", plain)


def test_never_means_plain_on_a_terminal_too() -> None:
    main_end, end = os.openpty()
    try:
        with os.fdopen(end, "w", encoding="utf-8") as terminal:
            choose(Colour.never)
            print_lines([Line(0, (("titre", "title"),))], terminal)
            terminal.flush()
            assert os.read(main_end, 100) == b"titre\r\n"
    finally:
        os.close(main_end)


WIDE = "Le 習近平 5 mars 2023, le 12 mai 2023, 3 millions d'euros et 12 € en e\u0301te\u0301 2022."


def test_explanations_of_wide_signs_can_be_read_in_80_columns(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "80")
    said, who = "習近平同志将于二零二三年三月访问" * 9, "習近平" * 30
    text = f"« {said} », a dit {who}. « Oui 😀 », a répondu {'Ana-' * 30}Morel."
    (corpus / "a.txt").write_text(text, "utf-8")
    assert run("explain", str(corpus / "a.txt"), "--turned-down") == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert sum("習近平同志" in line for line in lines) >= 2
    assert any(line.endswith("…") for line in lines)


def test_a_table_in_a_narrow_terminal_goes_on_below_itself() -> None:
    from rich.cells import cell_len

    article = frnews.parse(f"{WIDE} De la mi-décembre 2021 jusqu’à la fin du mois de février 2023, il pleut.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "50")
        choose(Colour.always)
        stream = io.StringIO()
        print_lines(view(article), stream)
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in stream.getvalue().splitlines()]
    assert max(map(cell_len, lines)) <= 50
    dates = lines[lines.index("Dates") + 1 : lines.index("Amounts")]
    days = [re.search(r"\d{4}-\d\d-\d\d", line) for line in dates]
    assert len({cell_len(day.string[: day.start()]) for day in days if day}) == 1
    assert len([line for line in dates if line.strip()]) > len([day for day in days if day])


def test_columns_stand_under_each_other_whatever_the_width_of_their_signs() -> None:
    from rich.cells import cell_len

    stream = io.StringIO()
    print_lines(view(frnews.parse(WIDE)), stream)
    lines = stream.getvalue().splitlines()
    starts = {
        cell_len(line[: line.index("2022-") if "2022-" in line else line.index("2023-")])
        for line in lines
        if "-0" in line
    }
    assert len(starts) == 1


def test_a_report_that_is_stopped_leaves_nothing(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(source: object, target: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    page = tmp_path / "r.html"
    page.write_text("before")
    files = sorted(os.listdir(tmp_path))
    monkeypatch.setattr("frnews._cli._report_command.os.replace", stop)
    assert run("report", str(corpus), "--output", str(page)) == 143
    assert capsys.readouterr().err == "frnews: stopped.\n"
    assert (sorted(os.listdir(tmp_path)), page.read_text()) == (files, "before")


def test_of_a_link_what_it_leads_to_is_replaced_and_a_device_is_not(corpus: Path, tmp_path: Path) -> None:
    link, page = tmp_path / "link.html", tmp_path / "page.html"
    page.touch()
    link.symlink_to(page)
    assert run("report", str(corpus), "--output", str(link)) == 0
    assert link.is_symlink()
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert run("report", str(corpus), "--output", os.devnull) == 0
    assert not Path(os.devnull).is_file()
