"""`frnews.spark`: what a worker does, and a real cluster of two workers."""

import datetime as dt
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import frnews.spark
from conftest import ROOT
from markdown_examples import blocks
from spark_articles import some_articles

PAGE = ROOT / "docs" / "cluster.md"


def test_importing_it_needs_no_spark() -> None:
    code = "import sys, frnews.spark; print({'pyspark', 'pyarrow', 'pandas', 'spacy'} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed == "set()\n"


def test_columns_are_those_of_the_tables() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'frnews[tables]'")
    import frnews.tables

    schema = frnews.spark._arrow_schema()
    assert tuple(schema.names) == frnews.spark.columns()
    for layer in ("quotations", "dates", "amounts", "sentences", "speakers"):
        nested = schema.field(layer).type.value_type
        flat = [f for f in frnews.tables.schema(layer) if f.name not in ("article_id", "published")]
        assert [f.name for f in nested] == [f.name for f in flat]
        assert [f.type if not pyarrow.types.is_time(f.type) else pyarrow.string() for f in flat] == [
            f.type for f in nested
        ]
        in_spark = re.search(rf"{layer} array<struct<(.*?)>>", frnews.spark._spark_schema())
        assert in_spark
        assert re.findall(r"`(\w+)`", in_spark[1]) == [f.name for f in flat]


class TestWorker:
    """What a worker does with a batch, without Spark."""

    def read(self, rows: list[dict[str, Any]], **options: Any) -> list[dict[str, Any]]:
        pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'frnews[spark]'")
        import pickle

        batch = pyarrow.RecordBatch.from_pylist(rows)
        return [row for b in frnews.spark.read_batches([batch], pickle.dumps(options)) for row in b.to_pylist()]

    def test_rows_of_the_tables(self) -> None:
        items = some_articles(7)
        for row, article in zip(self.read(items), frnews.parse_many(items), strict=True):
            assert row == expected(article)

    def test_nothing_is_lost(self) -> None:
        rows = [
            {"text": None, "published": "2021-01-01", "id": "null"},
            {"text": "Elle part demain.", "published": None, "id": None},
            {"text": "Elle part demain.", "published": "hier", "id": "bad"},
            {"text": "", "published": "2021-01-01", "id": ""},
            {"text": "Elle part demain.", "published": "2021-01-01", "id": "good"},
        ]
        null, dayless, bad, empty, good = self.read(rows)
        assert (null["article_id"], null["text"], null["quotations"]) == ("null", None, None)
        assert null["error"] == "there is no text"
        assert (dayless["published"], dayless["error"], dayless["dates"][0]["earliest"]) == (None, None, None)
        assert bad["error"].startswith("ValueError: published='hier' is not an ISO 8601 date")
        assert bad["text"] == "Elle part demain."
        assert (empty["article_id"], empty["sentences"], empty["error"]) == ("", [], None)
        assert good["dates"][0]["earliest"] == dt.date(2021, 1, 2)

    def test_what_only_some_columns_say(self) -> None:
        (row,) = self.read([{"text": "Il pleut."}])
        assert (row["article_id"], row["published"], row["error"]) == (None, None, None)
        (row,) = self.read([{"text": "Il pleut.", "id": 12, "published": dt.datetime(2021, 1, 1, 23)}])
        assert (row["article_id"], row["published"]) == ("12", dt.date(2021, 1, 1))

    def test_options(self) -> None:
        row = {"text": "Le billet coûte 12 francs."}
        (plain,), (swiss,) = self.read([row]), self.read([row], currency_of={"franc": "CHF"})
        assert plain["amounts"][0]["currency"] != swiss["amounts"][0]["currency"] == "CHF"


def expected(article: frnews.Article) -> dict[str, Any]:
    """Return an article's row, by way of the flat tables."""
    import frnews.tables

    row: dict[str, Any] = {"article_id": article.id, "published": article.published, "text": article.text}
    for layer in ("quotations", "dates", "amounts", "sentences", "speakers"):
        flat = frnews.tables.to_arrow([article], layer).drop_columns(["article_id", "published"]).to_pylist()
        row[layer] = [{k: v.isoformat() if isinstance(v, dt.time) else v for k, v in line.items()} for line in flat]
    return row | {"error": None}


def missing() -> str:
    """Return why no cluster can be had here, or ""."""
    for package in ("pyspark", "pyarrow", "pandas"):
        try:
            __import__(package)
        except ImportError:
            return f"{package} is not installed: pip install 'frnews[spark]'"
    java = shutil.which("java", path=f"{os.environ.get('JAVA_HOME', '')}/bin:{os.environ.get('PATH', '')}")
    if java is None:
        return "Spark runs on Java 17 or newer, and there is no java (Debian: apt-get install default-jre-headless)"
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < 17:
        return f"Spark runs on Java 17 or newer, and this is {said.splitlines()[0] if said else 'another one'}"
    return ""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A cluster of two workers, each with one core and a JVM of its own."""
    reason = missing()
    if reason:
        pytest.skip(reason)
    import pyspark
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_HOME", os.path.dirname(pyspark.__file__))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        builder = SparkSession.builder.master("local-cluster[2,1,2048]").appName("frnews")
        settings = {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.executor.memory": "1g",
            # A short life: what makes long jobs quick only costs here.
            "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "spark.sql.codegen.wholeStage": "false",
            "spark.sql.adaptive.enabled": "false",
            "spark.sql.shuffle.partitions": "2",
        }
        for key, value in settings.items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


def by_id(rows: list[Any]) -> dict[str, dict[str, Any]]:
    return {row.article_id: row.asDict(recursive=True) for row in rows}


def test_a_cluster_reads_what_parse_many_reads(spark: Any) -> None:
    items = some_articles(60)
    df = spark.createDataFrame(items, "text string, published date, id string").repartition(6)
    read = by_id(frnews.spark.parse(df).collect())
    assert read == {article.id: expected(article) for article in frnews.parse_many(items)}


def test_a_pipeline_is_built_once_a_worker(spark: Any) -> None:
    spacy = pytest.importorskip("spacy")
    items = some_articles(12)
    df = spark.createDataFrame(items, "text string, published date, id string").repartition(4)
    nlp = spacy.blank("fr")
    read = by_id(frnews.spark.parse(df, nlp=nlp).collect())
    assert read == {article.id: expected(article) for article in frnews.parse_many(items, nlp=nlp)}

    def count(batches: Any) -> Any:
        import pyarrow

        from frnews.spark import _unpack

        kept = _unpack(packed)  # what the job before has built
        for _ in batches:
            row = {"pid": [os.getpid()], "built": [_unpack.cache_info().misses], "pipeline": [id(kept["nlp"])]}
            yield pyarrow.RecordBatch.from_pydict(row)

    packed = frnews.spark._pack({"nlp": nlp})
    before = df.mapInArrow(count, "pid bigint, built bigint, pipeline bigint").collect()
    after = df.mapInArrow(count, "pid bigint, built bigint, pipeline bigint").collect()
    assert len(before) == 4
    assert len({row.pid for row in before}) == 2
    assert {(row.pid, row.built, row.pipeline) for row in before} == {(r.pid, r.built, r.pipeline) for r in after}


def test_rows_that_cannot_be_read_stay(spark: Any) -> None:
    rows = [(1, "Il pleut.", "2021-01-01"), (2, None, None), (3, "Il neige.", "hier")]
    df = spark.createDataFrame(rows, "number int, body string, day string")
    read = by_id(frnews.spark.parse(df, text="body", published="day", id="number").collect())
    assert {id: row["error"] and row["error"][:16] for id, row in read.items()} == {
        "1": None,
        "2": "there is no text",
        "3": "ValueError: publ",
    }
    assert [s["text"] for s in read["1"]["sentences"]] == ["Il pleut."]


def test_a_worker_killed_in_mid_job(spark: Any) -> None:
    # Long enough to be met in the middle.
    items = [{**item, "text": "\n".join([item["text"]] * 30)} for item in some_articles(40)]
    df = spark.createDataFrame(items, "text string, published date, id string").repartition(4)
    result: list[Any] = []
    job = threading.Thread(target=lambda: result.extend(frnews.spark.parse(df).collect()))
    tracker = spark.sparkContext.statusTracker()
    job.start()
    failed, seen, kills_again = 0, set(), 0.0
    while not failed:
        over = not job.is_alive()
        # The stage before, of fewer tasks, only hands the rows round.
        seen.update(tracker.getActiveStageIds())
        stages = [stage for stage in map(tracker.getStageInfo, seen) if stage and stage.numTasks == 4]
        failed = sum(stage.numFailedTasks for stage in stages)
        if over:
            break
        if not failed and any(stage.numActiveTasks for stage in stages) and time.monotonic() > kills_again:
            # Spark tells of a failure a little later, and gives a task up after four.
            kills_again = time.monotonic() + 3
            for pid in python_workers(os.getpid()):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
    job.join()
    assert failed, "the job was over before a worker could be killed"
    assert by_id(result) == {article.id: expected(article) for article in frnews.parse_many(items)}


def python_workers(root: int) -> list[int]:
    """Return the Python processes that Spark's daemons have forked below a process."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    processes = [line.split(None, 2) for line in listed.splitlines()]
    parents = {int(pid): int(parent) for pid, parent, *_ in processes}
    daemons = {int(pid) for pid, _, *args in processes if args and "pyspark.daemon" in args[0]}

    def is_below(pid: int) -> bool:
        while pid in parents and pid != root:
            pid = parents[pid]
        return pid == root

    return [pid for pid in daemons if parents[pid] in daemons and is_below(pid)]


class Unsendable(dict[str, str]):
    """An option that stays where it is."""

    def __reduce__(self) -> Any:
        raise TypeError("cannot pickle this")


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"text": "body"}, ValueError, "no column 'body'"),
        ({"id": "url"}, ValueError, "no column 'url'"),
        ({"published": dt.date(2021, 1, 1)}, TypeError, "published is date"),
        ({"prefers": "past"}, TypeError, "does not know the option 'prefers'"),
        ({"prefer": "next"}, ValueError, "prefer='next' is not known"),
        ({"currency_of": Unsendable({"franc": "CHF"})}, ValueError, "cannot be sent to the workers"),
    ],
)
def test_mistakes_are_told_before_the_job(spark: Any, arguments: Any, error: type[Exception], says: str) -> None:
    df = spark.createDataFrame([("Il pleut.",)], "text string")
    with pytest.raises(error, match=says):
        frnews.spark.parse(df, **arguments)


def test_other_frames_are_told() -> None:
    if missing().endswith("frnews[spark]'"):
        pytest.skip(missing())
    with pytest.raises(TypeError, match="reads a Spark DataFrame, and was given list"):
        frnews.spark.parse([])  # type: ignore[arg-type]


@pytest.mark.parametrize("tool", ["spark", "dask", "ray"])
def test_the_recipes_of_the_page(tool: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The blocks of docs/cluster.md, run on articles of the tests' own."""
    (recipe,) = [source for _, source in blocks(PAGE, "py") if f"# {tool}" in source]
    assert len([line for line in recipe.splitlines() if line.strip()]) <= 11  # ten and the line that names it
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'frnews[spark]'")
    import pyarrow as pa
    import pyarrow.parquet as pq

    if tool == "spark":
        request.getfixturevalue("spark")
    else:
        pytest.importorskip(
            {"dask": "distributed"}.get(tool, tool), reason=f"{tool} is not installed: see docs/cluster.md"
        )
    items = some_articles(20)
    pq.write_table(pa.Table.from_pylist(items), tmp_path / "articles.parquet")
    script = tmp_path / "recipe.py"
    script.write_text(recipe, encoding="utf-8")
    if tool == "spark":
        # Spark's own process was started elsewhere, so that the paths must be whole.
        whole = recipe.replace("articles.parquet", f"{tmp_path}/articles.parquet")
        exec(whole.replace("quotations.parquet", f"{tmp_path}/quotations.parquet"), {"__name__": "__main__"})
    else:
        finished = subprocess.run(
            [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
        )
        assert finished.returncode == 0, finished.stderr[-3000:]
    read = pq.read_table(tmp_path / "quotations.parquet").to_pylist()
    want = [q.text for article in frnews.parse_many(items) for q in article.quotations]
    assert sorted(row["text"] for row in read) == sorted(want)
