"""Time `frnews.spark.parse` on a cluster of one and of two workers, and compare its rows with those of `parse_many`.

    python benchmarks/spark.py ARTICLES.jsonl.gz [--articles 2000]

The articles are JSON lines with "text", "published" and "id". Each cluster is a real one (`local-cluster`): a JVM and a
Python worker with one core each.
"""

import argparse
import itertools
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import smart_open

import frnews
import frnews.spark

LAYERS = ("quotations", "dates", "amounts", "sentences", "speakers")


def read(path: Path, n: int) -> list[dict[str, Any]]:
    with smart_open.open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, n)]
    return [{key: row.get(key) for key in ("id", "published", "text")} for row in rows]


def on_cluster(items: list[dict[str, Any]], workers: int) -> tuple[list[Any], float]:
    """Return the rows, and the seconds of the job; the workers have started and loaded their models before it."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(f"local-cluster[{workers},1,2048]").appName("frnews")
    builder = builder.config("spark.ui.enabled", "false").config("spark.executor.memory", "1g")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.ui.showConsoleProgress", "false")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    df = spark.createDataFrame(items, "id string, published string, text string").repartition(16).cache()
    frnews.spark.parse(spark.createDataFrame(df.limit(40).collect(), df.schema).repartition(4)).collect()
    df.count()
    started = time.perf_counter()
    rows = frnews.spark.parse(df).collect()
    seconds = time.perf_counter() - started
    spark.stop()
    return rows, seconds


def differences(rows: list[Any], articles: list[frnews.Article]) -> int:
    """Count the articles of which the two ways give other rows."""
    import frnews.tables

    given = {row.article_id: row.asDict(recursive=True) for row in rows}
    differing = len(articles) - len(rows)
    for article in articles:
        row = given.get(article.id)
        same = row is not None and row["text"] == article.text and row["published"] == article.published
        for layer in LAYERS:
            flat = frnews.tables.to_arrow([article], layer).drop_columns(["article_id", "published"]).to_pylist()
            want = [{k: v.isoformat() if hasattr(v, "hour") else v for k, v in line.items()} for line in flat]
            same = same and row is not None and row[layer] == want
        differing += not same
    return differing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    arguments = parser.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    items = read(arguments.path, arguments.articles)
    characters = sum(len(item["text"]) for item in items)
    print(f"{len(items)} articles, {characters:,} characters")
    started = time.perf_counter()
    articles = list(frnews.parse_many(items))
    print(f"parse_many, one process: {time.perf_counter() - started:.1f} s", flush=True)
    for workers in (1, 2):
        rows, seconds = on_cluster(items, workers)
        print(
            f"Spark, workers: {workers}: {seconds:.1f} s; articles that differ: {differences(rows, articles)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
