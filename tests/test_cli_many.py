"""The command line over many files: what it reads, in which forms it writes, how it goes on after it was stopped."""

import contextlib
import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import frnews
from frnews._cli import main
from test_cli import call
from test_parse_many import alive, children, needs_proc, wait_until

TEXTS = ["« Nous verrons », a dit Léa Martin vendredi.", "Il a promis 3 millions de francs.", ""]


@pytest.fixture(autouse=True)
def in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write_lines(path: str, records: list[dict[str, object]]) -> None:
    Path(path).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def ids(out: str) -> list[str]:
    return [json.loads(line)["id"] for line in out.splitlines()]


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))


RECORDS = [{"body": text, "day": "2022-12-30", "url": f"u{n}", "section": n} for n, text in enumerate(TEXTS)]
FIELDS = ["--text-field", "body", "--published-field", "day", "--id-field", "url"]
KEPT = [{"id": r["url"], "text": r["body"], "published": "2022-12-30", "section": r["section"]} for r in RECORDS]


def table(kind: str) -> bytes:
    """Return the records as a file of a kind."""
    if kind == "jsonl":
        return "".join(json.dumps(record) + "\n" for record in RECORDS).encode()
    if kind.startswith("csv"):
        sign = kind.removeprefix("csv") or ","
        rows = [list(RECORDS[0]), *([f'"{value}"' for value in record.values()] for record in RECORDS)]
        return "".join(sign.join(map(str, row)) + "\r\n" for row in rows).encode("utf-8-sig")
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(RECORDS), stream)
    return stream.getvalue()


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("kind", ["jsonl", "csv", "csv;", "csv\t", "parquet"])
def test_every_kind_of_file(capsys: pytest.CaptureFixture[str], kind: str, compressed: bool) -> None:
    name = f"news.{kind.rstrip(';').rstrip(chr(9))}" + (".gz" if compressed else "")
    Path(name).write_bytes(gzip.compress(table(kind)) if compressed else table(kind))
    status, out, err = call(capsys, "parse", name, *FIELDS, "--keep", "section", "--format", "jsonl")
    assert (status, err) == (0, "")
    told = [{key: json.loads(line)[key] for key in KEPT[0]} for line in out.splitlines()]
    assert told == [{**kept, "section": str(kept["section"])} if "csv" in kind else kept for kept in KEPT]


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("compressed", [False, True])
def test_standard_input_in_every_form(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str, compressed: bool
) -> None:
    give(monkeypatch, gzip.compress(table(kind)) if compressed else table(kind))
    status, out, err = call(capsys, "parse", "-", "--input-format", kind, *FIELDS, "--format", "jsonl", "--no-text")
    assert (status, ids(out), err) == (0, ["u0", "u1", "u2"], "")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"text": "Il pleut."}\n{"text": "Il neige."}\n', "--input-format jsonl"),
        (b'[\n  {\n    "text": "Il pleut."\n', "--input-format jsonl"),
        (b"\xef\xbb\xbfid,title,body\n1,a,b\n", "--input-format csv"),
        (b'"id";"le texte";"text"\n1;a;b\n', "--input-format csv"),
        (gzip.compress(b"Il pleut.", mtime=0), "gzip"),
        (b"PAR1....", "--input-format parquet"),
    ],
    ids=repr,
)
def test_standard_input_that_is_no_prose_is_not_read_as_prose(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: bytes, told: str
) -> None:
    give(monkeypatch, data)
    status, out, err = call(capsys, "parse", "-")
    assert (status, out) == (2, "")
    assert told in " ".join(err.split())


@pytest.mark.parametrize("text", ["Paris, lundi, il pleut.\nRien.", "{sic}, dit-il.", "Un, deux\n", "text\nautre"])
def test_prose_on_standard_input_is_prose(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    give(monkeypatch, text.encode())
    status, out, _ = call(capsys, "parse", "-", "--format", "json")
    assert (status, json.loads(out)["text"]) == (0, text)


def test_folders_and_patterns(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.jsonl", ".hidden/x.txt", "b/.x.txt", "note.md", "o.errors.jsonl"):
        Path("news", name).parent.mkdir(parents=True, exist_ok=True)
        Path("news", name).write_text('{"text": "Un.", "id": "c1"}' if "jsonl" in name else "Un.")
    for files, found in (
        (["news"], ["a", "c1", "1", "2"]),
        (["news/**/*.txt"], ["a", "1", "2"]),
        (["news/b/*.txt", "news/a.txt"], ["1", "2", "a"]),
    ):
        status, out, err = call(capsys, "parse", *files, "--format", "jsonl")
        assert (status, err, ids(out)) == (0, "", found)
    Path("empty").mkdir()
    status, out, err = call(capsys, "parse", "empty", "news/*.xyz", "news/a.txt", "--format", "jsonl")
    assert (status, ids(out), err.count("\n")) == (1, ["a"], 2)
    assert "news/*.xyz: no file matches" in err


def test_rows_that_cannot_be_read_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_bytes(b'id,text,published\n1,"Un,\nencore",\n2\n\n3,\xe9t\xe9,\n4,Quatre,hier\n5,Cinq,\n')
    status, out, err = call(capsys, "parse", "a.csv", "--format", "jsonl")
    assert (status, ids(out)) == (1, ["1", "5"])
    assert json.loads(out.splitlines()[0])["text"] == "Un,\nencore"
    assert [line.partition(": ")[2].split(". ")[0][:40] for line in err.splitlines()] == [
        "a.csv, row 2: it has 1 cells, and the he"[:40],
        "a.csv, row 4: not UTF-8",
        "a.csv, row 5 (id '4'): published='hier' i"[:40],
    ]


@pytest.mark.parametrize("n_process", ["1", "2"])
def test_options_are_those_of_parse(capsys: pytest.CaptureFixture[str], n_process: str) -> None:
    write_lines(
        "a.jsonl", [{"text": text, "id": n} for n, text in enumerate([*TEXTS, "En hiver 2021. Il vient samedi."])]
    )
    options = ["--currency-of", "franc=CHF", "--prefer", "future", "--seasons", "astronomical"]
    _, out, _ = call(
        capsys, "parse", "a.jsonl", *options, "--published", "2022-12-30", "--n-process", n_process, "--format", "jsonl"
    )  # fmt: skip
    expected = {"currency_of": {"franc": "CHF"}, "prefer": "future", "seasons": "astronomical"}
    for line in out.splitlines():
        article = frnews.Article.from_json(line)
        assert article == frnews.parse(article.text, id=article.id, published="2022-12-30", **expected)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--currency-of", "franc"],
        ["--currency-of", "franc=francs suisses"],
        ["--only", "verbs"],
        ["--only", ""],
        ["--keep", "quotations"],
        ["--n-process", "0"],
        ["--format", "parquet"],
        ["--resume"],
        ["--output", ""],
        ["--output", "a.parquet.gz"],
        ["--output", "a.jsonl.bz2"],
        ["--prefer", "next"],
        ["--no-text", "--format", "html"],
        ["--keep", "url", "--format", "html"],
    ],
    ids=" ".join,
)
def test_wrong_options(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    Path("a.txt").write_text("Un.")
    status, out, err = call(capsys, "parse", "a.txt", *arguments)
    assert (status, out) == (2, "")
    assert (arguments[1] if "parquet" in arguments else arguments[0].lstrip("-")) in err.lower()


def test_an_empty_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = call(capsys, "parse", "")
    assert status == 2
    assert "a file name is empty" in err


def test_only_some_layers_and_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines("a.jsonl", [{"text": TEXTS[0], "id": 1, "url": "u"}])
    _, out, _ = call(
        capsys, "parse", "a.jsonl", "--only", "quotations,dates", "--no-text", "--keep", "url", "--format", "jsonl"
    )
    record = json.loads(out)
    assert list(record) == ["schema", "id", "published", "quotations", "dates", "url"]
    assert record["quotations"] == frnews.parse(TEXTS[0]).to_dict()["quotations"]
    _, out, _ = call(capsys, "parse", "a.jsonl", "--only", "dates", "--keep", "url")
    assert out == "1  day of publication not given\nurl  u\n1 date\n\nDates\n  vendredi  days unknown\n"


def test_the_suffix_of_the_output_says_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines("a.jsonl", [{"text": text, "id": n} for n, text in enumerate(TEXTS)])
    plain = {}
    for name in ("o.jsonl", "o.json", "o.txt"):
        assert call(capsys, "parse", "a.jsonl", "--output", name) == (0, "", "")
        assert call(capsys, "parse", "a.jsonl", "--output", f"{name}.gz") == (0, "", "")
        plain[name] = Path(name).read_bytes()
        assert gzip.decompress(Path(f"{name}.gz").read_bytes()) == plain[name]
    assert ids(plain["o.jsonl"].decode()) == [a["id"] for a in json.loads(plain["o.json"])] == ["0", "1", "2"]
    assert plain["o.txt"].startswith(b"0  day")
    assert sorted(os.listdir()) == ["a.jsonl", *sorted(f"{n}{z}" for n in plain for z in ("", ".gz"))]


def test_parquet_is_a_row_an_article_or_the_table_of_a_layer(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    write_lines("a.jsonl", [{"text": text, "id": n, "tags": [n]} for n, text in enumerate(TEXTS)])
    articles = [frnews.parse(text, id=n) for n, text in enumerate(TEXTS)]
    assert call(capsys, "parse", "a.jsonl", "--output", "q.parquet", "--only", "quotations", "--keep", "tags")[0] == 0
    flat = pq.read_table("q.parquet")
    assert flat.drop_columns(["tags"]).to_pylist() == list(frnews.tables.rows(articles, "quotations"))
    assert flat["tags"].to_pylist() == ["[0]", "[1]"]
    assert call(capsys, "parse", "a.jsonl", "--output", "o.parquet")[0] == 0
    nested = pq.read_table("o.parquet").to_pylist()
    assert [(row["article_id"], row["text"]) for row in nested] == [(a.id, a.text) for a in articles]
    assert list(nested[0]) == [
        "article_id",
        "published",
        "text",
        "quotations",
        "dates",
        "amounts",
        "sentences",
        "speakers",
    ]
    for layer in ("quotations", "dates", "amounts", "sentences", "speakers"):
        rows = [{"article_id": row["article_id"], "published": None, **item} for row in nested for item in row[layer]]
        assert rows == list(frnews.tables.rows(articles, layer))
    assert call(capsys, "parse", "a.jsonl", "--output", "n.parquet", "--only", "dates,amounts", "--no-text")[0] == 0
    assert pq.read_schema("n.parquet").names == ["article_id", "published", "dates", "amounts"]


def test_failures_are_kept_beside_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    bad = [{"id": f"b{n}", "text": None} for n in range(30)]
    write_lines("a.jsonl", [{"text": "Un.", "id": "a"}, *bad, {"text": "Deux.", "published": "hier"}])
    status, _, err = call(capsys, "parse", "a.jsonl", "--output", "o.jsonl")
    assert status == 1
    assert err.count("\n") == 21
    assert "all of them will be in o.jsonl.errors.jsonl" in err
    failures = [json.loads(line) for line in Path("o.jsonl.errors.jsonl").read_text().splitlines()]
    assert [failure["id"] for failure in failures] == [*(f"b{n}" for n in range(30)), None]
    assert failures[0] == {
        "id": "b0",
        "document": "a.jsonl, line 2 (id 'b0')",
        "reason": '"text" is not a string: null',
    }
    assert ids(Path("o.jsonl").read_text()) == ["a"]
    write_lines("a.jsonl", [{"text": "Un.", "id": "a"}])
    assert call(capsys, "parse", "a.jsonl", "--output", "o.jsonl") == (0, "", "")
    assert not Path("o.jsonl.errors.jsonl").exists()


def broken_off(arguments: list[str], seconds: float | None) -> int | None:
    """Run the command in a process of its own, killed after some time; return its status, None where it was killed."""
    child = os.fork()
    if child == 0:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        with contextlib.suppress(BaseException):
            try:
                main(arguments)
            except SystemExit as left:
                os._exit(int(left.code or 0))
        os._exit(99)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed as POSIX does")
def test_killed_at_twenty_random_points_it_resumes_to_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frnews._cli._output._CHUNK_DOCUMENTS", 3)
    records: list[dict[str, object]] = [{"text": f"{TEXTS[n % 2]} Texte {n}.", "id": n} for n in range(60)]
    for n in range(0, 60, 11):
        records[n] = {"text": None, "id": n}
    write_lines("a.jsonl", records)
    chance = random.Random(12)
    for name in ("o.jsonl", "o.jsonl.gz", "o.json", "o.parquet"):
        command = ["parse", "a.jsonl", "--resume", "--output"]
        whole, again = f"whole-{name}", f"again-{name}"
        started = time.monotonic()
        assert broken_off([*command, whole], None) == 1
        took = time.monotonic() - started
        kills = 0
        while kills < 5:
            status = broken_off([*command, again], chance.uniform(0, took * 0.6))
            kills += status is None
            if status is not None or kills == 5:
                assert (broken_off([*command, again], None) if status is None else status) == 1
                assert Path(again).read_bytes() == Path(whole).read_bytes()
                assert Path(f"{again}.errors.jsonl").read_bytes() == Path(f"{whole}.errors.jsonl").read_bytes()
                assert not Path(f"{again}.resume").exists()


@pytest.mark.parametrize("name", ["o.jsonl", "o.parquet"])
def test_killed_while_it_clears_up_it_resumes_to_the_same_result(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_lines("a.jsonl", [{"text": f"{TEXTS[0]} Texte {n}.", "id": n} for n in range(3)])
    command = ["parse", "a.jsonl", "--resume", "--output", name]
    with monkeypatch.context() as broken:
        # No more than the articles themselves is taken away.
        broken.setattr(
            "frnews._cli._output.shutil.rmtree", lambda folder, **_: (folder / "records").unlink(missing_ok=True)
        )
        assert call(capsys, *command)[0] == 0
    whole = Path(name).read_bytes()
    assert call(capsys, *command)[0] == 0
    assert Path(name).read_bytes() == whole
    assert not Path(f"{name}.resume").exists()


def stopped_run(tmp_path: Path, *, seconds: float = 0) -> list[str]:
    """Leave a run behind that was killed after its first chunk, and return its command."""
    write_lines("a.jsonl", [{"text": f"{TEXTS[0]} Texte {n}.", "id": n} for n in range(5000)])
    command = ["parse", "a.jsonl", "--output", "o.jsonl"]
    with subprocess.Popen([sys.executable, "-m", "frnews", *command], stderr=subprocess.PIPE) as process:
        assert wait_until(Path("o.jsonl.resume/state.json").exists)
        process.kill()
    return command


def test_a_run_is_not_resumed_by_chance_nor_with_other_options(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = stopped_run(tmp_path)
    for more, told in (
        ([], "Go on with it with --resume, or remove"),
        (["--resume", "--prefer", "past"], "the run that stopped had other options"),
        (["--resume", "--format", "json"], "had other format"),
    ):
        status, _, err = call(capsys, *command, *more)
        assert status == 2
        assert told in " ".join(err.split())
    write_lines("a.jsonl", [{"text": "Un.", "id": "a"}])
    assert "had other files" in " ".join(call(capsys, *command, "--resume")[2].split())


def test_two_runs_do_not_write_into_one_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write_lines("a.jsonl", [{"text": "Un.", "id": "a"}])
    os.mkfifo("slow.jsonl")
    command = [sys.executable, "-m", "frnews", "parse", "a.jsonl", "slow.jsonl", "--output", "o.jsonl"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert wait_until(Path("o.jsonl.resume/records").exists)
        for more in ([], ["--resume"]):
            status, _, err = call(capsys, "parse", "a.jsonl", "--output", "o.jsonl", *more)
            assert status == 2
            assert "another run is writing there now" in " ".join(err.split())
        with open("slow.jsonl", "w") as stream:
            stream.write('{"text": "Deux.", "id": "b"}')
        assert process.wait(60) == 0
    assert ids(Path("o.jsonl").read_text()) == ["a", "b"]
    assert call(capsys, "parse", "a.jsonl", "--output", "o.jsonl") == (0, "", "")


@needs_proc
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_run_says_how_to_resume_and_leaves_no_process(number: signal.Signals, status: int) -> None:
    write_lines("a.jsonl", [{"text": f"{TEXTS[0]} Texte {n}.", "id": n} for n in range(20_000)])
    command = [sys.executable, "-m", "frnews", "parse", "a.jsonl", "--output", "o.jsonl", "--n-process", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert wait_until(Path("o.jsonl.resume/state.json").exists)
        workers = children(process.pid)
        assert len(workers) == 2
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert err.splitlines() == [
        "frnews: stopped.",
        "frnews: to go on from here: frnews parse a.jsonl --output o.jsonl --n-process 2 --resume",
    ]
    assert wait_until(lambda: not any(map(alive, workers)))
    assert sorted(os.listdir()) == ["a.jsonl", "o.jsonl.resume"]


def test_a_run_stopped_before_its_first_chunk_leaves_nothing() -> None:
    write_lines("a.jsonl", [{"text": "Un.", "id": "a"}])
    os.mkfifo("slow.jsonl")
    command = [sys.executable, "-m", "frnews", "parse", "a.jsonl", "slow.jsonl", "--output", "o.jsonl"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert wait_until(Path("o.jsonl.resume").exists)
        process.terminate()
        assert process.wait(60) == 143
    assert sorted(os.listdir()) == ["a.jsonl", "slow.jsonl"]


@pytest.mark.parametrize(
    ("shell", "status", "told"),
    [
        ("parse a.txt > /dev/full", 1, "frnews: cannot write to standard output: no space left on device"),
        ("parse a.txt >&-", 1, "frnews: cannot write to standard output: it is closed"),
        ("explain a.txt >&-", 1, "frnews: cannot write to standard output: it is closed"),
        ("parse - <&-", 1, "frnews: standard input: it is closed"),
        ("--help > /dev/full", 1, "frnews: cannot write: no space left on device"),
    ],
)
def test_what_cannot_be_written_or_read_is_said_in_one_line(shell: str, status: int, told: str) -> None:
    Path("a.txt").write_text("Un.")
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m frnews {shell}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (status, told + "\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("parse a.txt --output /dev/full", "frnews: cannot write /dev/full: no space left on device"),
        ("parse a.txt --output /proc/x", "frnews: cannot write /proc/x: no such file or directory"),
        ("report a.txt --output /dev/full", "frnews: cannot write /dev/full: no space left on device"),
    ],
)
def test_a_file_that_cannot_be_written_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], words: str, told: str
) -> None:
    Path("a.txt").write_text("Un.")
    assert call(capsys, *words.split()) == (1, "", told + "\n")


def test_progress_is_a_bar_in_a_terminal_and_a_line_a_minute_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines("a.jsonl", [{"text": "Un.", "id": n} for n in range(20)])
    monkeypatch.setattr("frnews._cli._progress._LINE_EVERY", 0.0)
    _, _, err = call(capsys, "parse", "a.jsonl", "--output", "o.jsonl")
    lines = err.splitlines()
    assert len(lines) == 20
    assert lines[-1].startswith("frnews: 20 articles, ")
    assert "characters/s" in lines[-1]
    assert "min left" in lines[0]
    monkeypatch.setattr("frnews._cli._progress._BAR_AFTER", 0.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, _, err = call(capsys, "parse", "a.jsonl", "--output", "o.jsonl")
    assert "━" in err
    assert "articles/s" in err


def test_shell_completion_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--install-completion" in call(capsys, "--help")[1]
