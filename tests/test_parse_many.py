"""`parse_many`: lazy, in order, in one process or several; items that are wrong are named."""

import datetime as dt
import functools
import gc
import itertools
import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import frnews
from frnews._many._outcomes import outcomes
from frnews._many._parse_many import _named
from with_faults import faulty

PROCESSES = [1, 2]


def children(parent: int | None = None) -> set[int]:
    """Return the processes that a process has started and that are still there."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, of = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has just ended
            continue
        if int(of) == (parent or os.getpid()) and state != "Z":
            found.add(int(folder.name))
    return found


def alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[:1]
    except OSError:
        return False


def wait_until(done: Callable[[], bool], seconds: float = 30) -> bool:
    ended = time.monotonic() + seconds
    while not done() and time.monotonic() < ended:
        time.sleep(0.05)
    return done()


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")


@pytest.mark.parametrize("n_process", PROCESSES)
def test_every_form_of_item_in_order(n_process: int) -> None:
    items = [
        "Il pleut.",
        ("Il neige.", "2022-12-30"),
        ("Il vente.", None),
        {"text": "Il grêle.", "published": dt.date(2021, 1, 1), "id": "a"},
        {"text": "", "id": None},
    ]
    articles = list(frnews.parse_many(items, n_process=n_process, published="2000-01-01"))
    default = dt.date(2000, 1, 1)
    assert [(a.text, a.published, a.id) for a in articles] == [
        ("Il pleut.", default, None),
        ("Il neige.", dt.date(2022, 12, 30), None),
        ("Il vente.", default, None),
        ("Il grêle.", dt.date(2021, 1, 1), "a"),
        ("", default, None),
    ]


@pytest.mark.parametrize("n_process", PROCESSES)
def test_it_gives_what_parse_gives(n_process: int) -> None:
    texts = [f"« Nous verrons », a dit Léa Martin. Elle a promis {n} millions de francs samedi." for n in range(12)]
    options = {"currency_of": {"franc": "CHF"}, "prefer": "future", "seasons": "astronomical"}
    items = [(text, f"2022-12-{10 + n}") for n, text in enumerate(texts)]
    expected = [frnews.parse(text, published=day, **options) for text, day in items]
    assert list(frnews.parse_many(items, n_process=n_process, **options)) == expected


def test_one_process_takes_an_item_when_its_article_is_asked_for() -> None:
    taken = []
    articles = frnews.parse_many(taken.append(n) or f"Texte {n}." for n in itertools.count())
    assert taken == []
    assert [next(articles).text for _ in range(3)] == ["Texte 0.", "Texte 1.", "Texte 2."]
    assert taken == [0, 1, 2]


@needs_proc
def test_several_processes_take_a_bounded_number_ahead_and_end_with_the_iterator() -> None:
    taken = []
    before = children()
    articles = frnews.parse_many((taken.append(n) or f"Texte {n}." for n in itertools.count()), n_process=2)
    assert taken == []
    assert [next(articles).text for _ in range(5)] == [f"Texte {n}." for n in range(5)]
    assert len(taken) <= 5 + 2 * 4
    assert len(children() - before) == 2
    articles.close()
    assert wait_until(lambda: children() <= before)


@pytest.mark.parametrize(
    ("item", "error", "told"),
    [
        (3, TypeError, r"item 2: int \(3\)\. Pass a str, a tuple"),
        (b"Il pleut.", TypeError, "item 2: bytes"),
        (None, TypeError, "item 2: NoneType"),
        (["Il pleut.", None], TypeError, "item 2: list"),
        ((b"Il pleut.", None), TypeError, r"item 2: frnews\.parse_many\(\) reads text, and was given bytes"),
        (("Il pleut.",), ValueError, r"item 2: a tuple of 1\. Pass \(text, published\)"),
        (("Il pleut.", "hier"), ValueError, "item 2: published='hier'"),
        ({"texte": "Il pleut.", "id": "x9"}, ValueError, r"item 2 \(id 'x9'\): the key 'texte' is not known"),
        ({"id": "x9"}, ValueError, r"item 2 \(id 'x9'\): there is no 'text'\. Its keys: 'id'"),
        ({}, ValueError, "item 2: there is no 'text'. Its keys: none"),
        ({"text": None, "id": "x9"}, TypeError, r"item 2 \(id 'x9'\): .* given None"),
        ({"text": float("nan"), "id": "x9"}, TypeError, r"item 2 \(id 'x9'\): .* given None"),
        ({"text": "Il pleut.", "id": [9]}, TypeError, r"item 2 \(id \[9\]\): id is list"),
        ({"text": "Il pleut.", "published": 2022, "id": "x9"}, TypeError, r"item 2 \(id 'x9'\): published is int"),
    ],
    ids=repr,
)
def test_a_wrong_item_is_named_after_those_before_it(item: object, error: type, told: str) -> None:
    articles = frnews.parse_many(["Un.", "Deux.", item, "Quatre."])
    assert [next(articles).text, next(articles).text] == ["Un.", "Deux."]
    with pytest.raises(error, match=told):
        next(articles)


@pytest.mark.parametrize("n_process", PROCESSES)
def test_skipped_items_leave_the_others(n_process: int) -> None:
    items = ["Un.", None, {"text": "Deux.", "published": "hier"}, {"text": float("nan")}, "Trois.", 3]
    assert [a.text for a in frnews.parse_many(items, n_process=n_process, on_error="skip")] == ["Un.", "Trois."]
    told: list[tuple[int, object, str]] = []
    articles = frnews.parse_many(items, n_process=n_process, on_error=lambda *failed: told.append(failed))
    assert [a.text for a in articles] == ["Un.", "Trois."]
    assert [(number, item) for number, item, _ in told] == [(n, items[n]) for n in (1, 2, 3, 5)]
    assert "published='hier'" in str(told[1][2])
    with pytest.raises(TypeError, match="item 1: NoneType"):
        list(frnews.parse_many(items, n_process=n_process))


def test_what_on_error_raises_ends_the_run() -> None:
    def stop(number: int, item: object, error: Exception) -> None:
        raise KeyError(number)

    with pytest.raises(KeyError, match="1"):
        list(frnews.parse_many(["Un.", None], on_error=stop))
    with pytest.raises(ValueError, match="on_error='ignore' is not known"):
        frnews.parse_many([], on_error="ignore")


@pytest.mark.parametrize("n_process", PROCESSES)
def test_what_a_source_gave_before_it_raised_is_not_lost(n_process: int) -> None:
    def source() -> Iterator[str]:
        yield from ("Un.", "Deux.", "Trois.")
        raise ConnectionError("the database is gone")

    given = []
    with pytest.raises(ConnectionError, match="the database is gone"):
        given.extend(article.text for article in map_into(given, frnews.parse_many(source(), n_process=n_process)))
    assert given == ["Un.", "Deux.", "Trois."]


def map_into(given: list[str], articles: Iterator[frnews.Article]) -> Iterator[frnews.Article]:
    for article in articles:
        given.append(article.text)
    yield from ()


@pytest.fixture
def with_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frnews._many._parse_many.outcomes", functools.partial(outcomes, finish=faulty))


@pytest.mark.usefixtures("with_faults")
@pytest.mark.parametrize("n_process", PROCESSES)
def test_an_error_inside_names_the_item(n_process: int) -> None:
    articles = frnews.parse_many(["Un.", {"text": "raise", "id": "x9"}], n_process=n_process)
    assert next(articles).text == "Un."
    with pytest.raises(ZeroDivisionError, match=r"item 1 \(id 'x9'\): division by zero") as raised:
        next(articles)
    assert n_process == 1 or "in faulty" in str(raised.value.__cause__)
    with pytest.raises(frnews.FrnewsError, match=r"item 0: UnicodeDecodeError: 'utf-8'"):
        next(frnews.parse_many(["odd"], n_process=n_process))


@pytest.mark.usefixtures("with_faults")
def test_a_killed_process_is_replaced_and_its_articles_are_read_again(tmp_path: Path) -> None:
    texts = ["Un.", f"once {tmp_path}", "Trois.", "Quatre.", f"always {tmp_path}", "Six.", *("Plus.",) * 20]
    told: list[tuple[int, str]] = []
    articles = frnews.parse_many(texts, n_process=2, on_error=lambda n, _, error: told.append((n, str(error))))
    assert [a.text for a in articles] == [text for text in texts if not text.startswith("always")]
    assert [number for number, _ in told] == [4]
    assert "ended twice (signal 9)" in told[0][1]


@needs_proc
def test_a_process_killed_from_outside_loses_nothing() -> None:
    texts = [f"« Nous verrons », a dit Léa Martin. Texte {n}." for n in range(60)]
    before = children()
    articles = frnews.parse_many(texts, n_process=2)
    read = [next(articles).text]
    for process in children() - before:
        os.kill(process, signal.SIGKILL)
    read += [a.text for a in articles]
    assert read == texts


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_no_process_outlives_its_parent(number: signal.Signals) -> None:
    code = (
        "import frnews, itertools\n"
        "texts = (f'« Oui », a dit Léa Martin. {n}' for n in itertools.count())\n"
        "for article in frnews.parse_many(texts, n_process=2):\n"
        "    print(article.text, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        started = children(parent.pid)
        assert len(started) == 2
        parent.send_signal(number)
        # Standard output ends only when nobody holds it open any more.
        parent.stdout.read()
    assert wait_until(lambda: not any(map(alive, started)))


def test_a_script_needs_no_guard_and_may_come_from_a_pipe() -> None:
    script = (
        "import frnews\n"
        "items = [(f'Il a reçu {n} francs.', '2022-12-30') for n in range(5)]\n"
        "for article in frnews.parse_many(items, n_process=2, currency_of={'franc': 'CHF'}):\n"
        "    print(article.amounts[0].currency)\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-"], input=script.encode(), capture_output=True, check=True)
    assert (done.stdout.split(), done.stderr) == ([b"CHF"] * 5, b"")


@pytest.mark.parametrize("n_process", [0, -1, 1.5, "2", None, True])
def test_n_process_is_a_number_of_processes(n_process: object) -> None:
    with pytest.raises(ValueError, match="n_process="):
        frnews.parse_many([], n_process=n_process)


@pytest.mark.parametrize("options", [{"publised": "2022-12-30"}, {"id": "a"}, {"text": "a"}], ids=repr)
def test_an_unknown_option_is_named_at_the_call(options: dict[str, str]) -> None:
    with pytest.raises(TypeError, match=repr(next(iter(options)))):
        frnews.parse_many([], **options)


def test_wrong_options_are_told_at_the_call() -> None:
    with pytest.raises(ValueError, match="not an ISO 8601 date"):
        frnews.parse_many([], published="hier")
    with pytest.raises(ValueError, match="prefer='next'"):
        frnews.parse_many([], prefer="next")
    with pytest.raises(ValueError, match="seasons='winter'"):
        frnews.parse_many([], seasons="winter")
    with pytest.raises(TypeError, match="nlp is str"):
        frnews.parse_many([], nlp="fr_core_news_sm")


@pytest.mark.parametrize("items", ["Il pleut.", b"Il pleut.", {"text": "Il pleut."}], ids=repr)
def test_one_article_in_place_of_many_is_told_at_the_call(items: object) -> None:
    with pytest.raises(TypeError, match="an iterable of articles"):
        frnews.parse_many(items)


def test_the_callers_pipeline_goes_to_the_processes() -> None:
    import spacy

    # Of no language: to load a French tokenizer three times over would take most of the time of these tests.
    nlp = spacy.blank("xx")
    texts = ["« Nous verrons », a dit Léa Martin."]
    expected = [frnews.parse(text, nlp=nlp) for text in texts]
    assert list(frnews.parse_many(texts, n_process=2, nlp=nlp)) == expected


def fail_there(home: int) -> object:
    if os.getpid() != home:
        raise RuntimeError("there is no such component here")
    return object()


class Homebound:
    """A pipeline that can be written and, in another process, not be read."""

    def __call__(self, text: str) -> None:
        raise AssertionError

    def pipe(self, texts: object) -> None:
        raise AssertionError

    def __reduce__(self) -> tuple[object, ...]:
        return fail_there, (os.getpid(),)


def test_a_pipeline_that_cannot_be_read_there_is_told() -> None:
    with pytest.raises(
        ValueError, match=r"RuntimeError: there is no such component here.*modules that can be imported"
    ):
        next(frnews.parse_many(["Un."], n_process=2, nlp=Homebound()))


class Unpicklable:
    """A pipeline that cannot be sent to another process."""

    def __call__(self, text):
        raise AssertionError

    def pipe(self, texts):
        raise AssertionError

    def __reduce__(self):
        raise RuntimeError("this pipeline stays here")


def test_a_pipeline_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(ValueError, match=r"RuntimeError: this pipeline stays here.*n_process=1"):
        next(frnews.parse_many(["Un."], n_process=2, nlp=Unpicklable()))


def test_a_number_of_numpy_is_a_number() -> None:
    numpy = pytest.importorskip("numpy")
    assert [a.id for a in frnews.parse_many([{"text": "", "id": numpy.int64(7)}], n_process=numpy.int64(1))] == ["7"]


@pytest.mark.parametrize(
    ("fields", "error", "told"),
    [
        ({"body": "text"}, ValueError, "fields: 'body' is not known"),
        ({"text": 3}, TypeError, r"fields\['text'\] is int"),
        ("body", TypeError, "fields is str"),
    ],
    ids=repr,
)
def test_wrong_fields_are_told_at_the_call(fields: object, error: type, told: str) -> None:
    with pytest.raises(error, match=told):
        frnews.parse_many([], fields=fields)


def test_fields_say_under_which_names_things_stand() -> None:
    rows = [{"body": "Il pleut.", "date": "2022-12-30", "url": "a", "section": "sport"}, {"body": "Il neige."}]
    fields = {"text": "body", "published": "date", "id": "url"}
    articles = list(frnews.parse_many(rows, fields=fields))
    assert [(a.text, a.published, a.id) for a in articles] == [
        ("Il pleut.", dt.date(2022, 12, 30), "a"),
        ("Il neige.", None, None),
    ]
    # What is not named stands under its own name; a caller who names anything has seen the other keys.
    (article,) = frnews.parse_many([{"text": "Un.", "id": "b", "section": "sport"}], fields={})
    assert article.id == "b"
    with pytest.raises(ValueError, match=r"the key 'section' is not known.*fields="):
        next(frnews.parse_many([{"text": "Un.", "section": "sport"}]))


def tables() -> dict[str, Callable[[dict[str, list[object]]], object]]:
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    return {
        "pandas": pandas.DataFrame,
        "polars": polars.DataFrame,
        "Arrow table": pyarrow.table,
        "Arrow batch": pyarrow.RecordBatch.from_pydict,
        "Arrow reader": lambda columns: pyarrow.table(columns).to_reader(),
    }


@pytest.mark.parametrize("kind", ["pandas", "polars", "Arrow table", "Arrow batch", "Arrow reader"])
def test_a_whole_table_is_read_by_its_columns(kind: str) -> None:
    make = tables()[kind]
    day = dt.datetime(2022, 12, 30, 10)
    columns = {"text": ["Un.", "Deux.", None], "published": [day, None, day], "id": [1, None, 3]}
    told: list[int] = []
    articles = list(frnews.parse_many(make(columns), on_error=lambda number, *_: told.append(number)))
    assert [(a.text, a.published, a.id) for a in articles] == [("Un.", day.date(), "1"), ("Deux.", None, None)]
    assert told == [2]
    other = {"body": ["Un."], "day": ["2022-12-30"], "section": ["sport"]}
    with pytest.raises(ValueError, match=r"the column 'body' is not known.*fields="):
        frnews.parse_many(make(other))
    (article,) = frnews.parse_many(make(other), fields={"text": "body", "published": "day"})
    assert (article.text, article.published) == ("Un.", day.date())
    with pytest.raises(ValueError, match=r"there is no column 'date'.*'body', 'day', 'section'"):
        frnews.parse_many(make(other), fields={"text": "body", "published": "date"})


def test_a_column_of_texts_is_an_iterable_of_texts() -> None:
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    for column in (
        pandas.Series(["Un."]),
        polars.Series(["Un."]),
        pyarrow.array(["Un."]),
        pyarrow.chunked_array([["Un."]]),
    ):
        assert [a.text for a in frnews.parse_many(column)] == ["Un."]
    with pytest.raises(TypeError, match=r"frame\.collect\(\)"):
        frnews.parse_many(polars.LazyFrame({"text": ["Un."]}))


DEPENDENCIES = ("babel", "cattrs", "dateparser", "jinja2", "numpy", "pandas", "polars", "pyarrow", "pyspark", "regex")
DEPENDENCIES += ("rich", "smart_open", "spacy", "typer")


def test_type_checkers_see_a_misspelt_option(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            import frnews
            frnews.parse_many(["Un."], n_process=2, seasons="months", wrapped=True, on_error="skip")
            frnews.parse_many(["Un."], n_proces=2)
            frnews.parse_many(["Un."], seasons="x")
            frnews.parse_many(["Un."], on_error="x")
            """
        )
    )
    # What frnews' dependencies say of themselves is nothing to this, and takes mypy six times as long to read.
    (tmp_path / "mypy.ini").write_text(
        "[mypy]\nfollow_imports = silent\n"
        f"[mypy-{','.join(f'{name}.*' for name in DEPENDENCIES)}]\nfollow_imports = skip\n"
    )
    checker = [sys.executable, "-m", "mypy", str(script), f"--config-file={tmp_path / 'mypy.ini'}"]
    checker += [f"--cache-dir={tmp_path}"]
    out = subprocess.run(checker, capture_output=True, text=True, check=False).stdout
    assert [line.split(":")[1] for line in out.splitlines() if ": error:" in line] == ["4", "5", "6"]
    assert "n_proces" in out


def test_errors_have_the_name_by_which_they_are_caught() -> None:
    for error in (frnews.FrnewsError, frnews.UnknownDateError, frnews.UnknownAmountError, frnews.ModelNotFoundError):
        assert error.__module__ == "frnews"
        assert type(pickle.loads(pickle.dumps(error("x")))) is error


def test_memory_stays_flat() -> None:
    text = "« Nous verrons », a dit Léa Martin. Elle a promis 3 millions d’euros vendredi. " * 2
    # Numbers come again: what is remembered of words, up to a bound, is remembered before the count starts.
    articles = frnews.parse_many((f"{text} {n % 100}." for n in range(225)), published="2022-12-30")
    for _ in itertools.islice(articles, 105):
        pass  # tables and patterns are filled
    tracemalloc.start()
    try:
        for _ in itertools.islice(articles, 20):
            pass
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for _ in articles:
            pass
        gc.collect()  # what is left in circles is no growth
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 100 * 250  # an article's text alone has over 300 bytes


@pytest.mark.parametrize("items", [3, None])
def test_what_cannot_be_read_one_by_one_is_refused(items: object) -> None:
    with pytest.raises(TypeError, match="parse_many\\(\\) reads an iterable of articles"):
        frnews.parse_many(items)


def test_an_error_that_takes_other_arguments_is_told_as_one_of_frnews() -> None:
    error = _named(UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"), "article 3")
    assert isinstance(error, frnews.FrnewsError)
    assert str(error).startswith("article 3: UnicodeDecodeError: ")


class SilentError(Exception):
    """An error whose message leaves out what it is given."""

    def __str__(self) -> str:
        return "no"


def test_an_error_that_does_not_say_its_name_is_told_as_one_of_frnews() -> None:
    assert str(_named(SilentError("x"), "article 3")) == "article 3: SilentError: no"
    assert str(_named(ValueError("no day"), "article 3")) == "article 3: no day"
